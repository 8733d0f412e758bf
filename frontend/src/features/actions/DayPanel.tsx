import { Button, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Panel, Unknown } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { LanguagesField, LongField, TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { spoken } from "~/language/speech";
import { plainDate } from "~/language/times";

export const DayPart = graphql(`
  fragment DayOfAction on AdvocacyAction { id revision kind spokespeople pressContact runOfShow languages accessibility link lettersDueOn lead { id name } }
`);
const Arrange = graphql(`
  mutation ArrangeTheDay($input: ReviseActionInput!) {
    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id ...DayOfAction } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { leadId: string; spokespeople: string; pressContact: string; runOfShow: string; languages: string[]; accessibility: string; link: string; lettersDueOn: string };

/** Kinds that people take part in at a page of somebody else's. */
const LINKED: readonly string[] = ["PETITION", "BOND_FUND"];

/** Who speaks, in which languages, how one gets in, what happens when. None of it voids a sign-off. */
export function DayPanel({ of, mayEdit }: { of: FragmentType<typeof DayPart>; mayEdit: boolean }) {
  const { t } = useLingui();
  const one = readFragment(DayPart, of);
  const [open, setOpen] = useState(false);
  const linked = LINKED.includes(one.kind);
  const letters = one.kind === "LETTER_DRIVE";
  const stands: Values = { leadId: one.lead?.id ?? "", spokespeople: one.spokespeople ?? "", pressContact: one.pressContact ?? "", runOfShow: one.runOfShow ?? "", languages: [...one.languages], accessibility: one.accessibility ?? "", link: one.link ?? "", lettersDueOn: one.lettersDueOn ?? "" };
  return (
    <Panel title={t`The day`} action={mayEdit ? <Button size="compact-sm" variant="default" aria-label={t`Edit the day`} onClick={() => setOpen(true)}><Trans>Edit</Trans></Button> : null}>
      <dl className="facts">
        {letters ? <Line label={t`Letters are due`}>{one.lettersDueOn ? plainDate(one.lettersDueOn) : null}</Line> : null}
        {linked ? <Line label={t`Link`}>{one.link ? <a href={one.link} target="_blank" rel="noreferrer noopener">{one.link}</a> : null}</Line> : null}
        <Line label={t`Led by`}>{one.lead?.name}</Line>
        <Line label={t`Speaking`}>{one.spokespeople}</Line>
        <Line label={t`Press contact`}>{one.pressContact}</Line>
        <Line label={t`Languages`}>{one.languages.length > 0 ? one.languages.map(spoken).join(", ") : null}</Line>
        <Line label={t`Access`}>{one.accessibility}</Line>
        <Line label={t`Run of show`}>{one.runOfShow}</Line>
      </dl>
      {one.kind === "BOND_FUND" ? <p className="quiet"><Trans>No money is taken here: the link leads to the fund.</Trans></p> : null}
      {letters ? <p className="quiet"><Trans>Whoever signs up is told, before they do, that their letter goes to the government with their name and address.</Trans></p> : null}
      {open ? (
        <VerbDialog
          verb={Arrange}
          title={t`The day`}
          submit={t`Save`}
          wide
          defaults={stands}
          input={(typed: Values) => ({
            actionId: one.id,
            expectedRevision: one.revision,
            ...(typed.leadId === stands.leadId ? {} : { leadId: said(typed.leadId) ?? null }),
            spokespeople: said(typed.spokespeople) ?? null,
            pressContact: said(typed.pressContact) ?? null,
            runOfShow: said(typed.runOfShow) ?? null,
            languages: typed.languages,
            accessibility: said(typed.accessibility) ?? null,
            ...(linked ? { link: said(typed.link) ?? null } : {}),
            // Only what changed is sent: the date is the legal team's to say.
            ...(typed.lettersDueOn === stands.lettersDueOn ? {} : { lettersDueOn: said(typed.lettersDueOn) ?? null }),
          })}
          told={t`Saved. Counsel's sign-off stays.`}
          onClose={() => setOpen(false)}
        >
          {letters ? <TextField name="lettersDueOn" type="date" label={t`Letters are due`} hint={t`Counsel's date: the legal team enters it.`} /> : null}
          {linked ? <TextField name="link" label={t`Link`} hint={t`Where people sign or give. It begins with https://.`} /> : null}
          <PersonField name="leadId" label={t`Who leads it`} hint={t`Somebody of your organization: the one who is asked when anything changes`} kinds={["STAFF"]} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <LongField name="spokespeople" label={t`Who speaks`} hint={t`One on each line`} />
            <LongField name="pressContact" label={t`Press contact`} hint={t`Name and telephone, as the advisory prints them`} />
          </SimpleGrid>
          <LanguagesField name="languages" label={t`Languages`} />
          <LongField name="accessibility" label={t`Access`} hint={t`Ramps, chairs, interpreters, somewhere quiet`} />
          <LongField name="runOfShow" label={t`Run of show`} hint={t`Minute by minute: who opens, who reads, how it ends`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}

export function Line({ label, children }: { label: string; children: ReactNode }) {
  return <div><dt className="quiet">{label}</dt><dd style={{ margin: "0 0 8px", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{children || <Unknown><Trans>not set</Trans></Unknown>}</dd></div>;
}
