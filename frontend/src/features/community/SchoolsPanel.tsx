import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Telephone } from "~/design/pieces";
import { LongField, TextField, said } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import { HERE, plainDay, wallIn } from "~/language/times";

const Schools = graphql(`
  query Schools {
    schools { id revision name town contactName contactPhone whoToCall plan reviewedOn }
  }
`);
const Keep = graphql(`
  mutation KeepSchool($input: KeepSchoolInput!) {
    keepSchool(input: $input) { __typename ... on KeepSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Correct = graphql(`
  mutation CorrectSchool($input: CorrectSchoolInput!) {
    correctSchool(input: $input) { __typename ... on CorrectSchoolPayload { school { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Drop = graphql(`
  mutation DropSchool($input: DropSchoolInput!) {
    dropSchool(input: $input) { __typename ... on DropSchoolPayload { schoolId } ... on UserError { message } }
  }
`);

type Typed = { name: string; town: string; contactName: string; contactPhone: string; whoToCall: string; plan: string; reviewedOn: string };
const given = (typed: Typed) => ({ name: typed.name, town: typed.town, contactName: said(typed.contactName), contactPhone: said(typed.contactPhone), whoToCall: said(typed.whoToCall), plan: said(typed.plan), reviewedOn: typed.reviewedOn });

/** Schools: whom to talk to, and what they do when nobody comes to pick somebody up. No child is in it. */
export function SchoolsPanel({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Schools });
  const [open, setOpen] = useState<string>();
  const rows = data?.schools;
  const chosen = rows?.find((one) => one.id === open);
  const today = wallIn(new Date().toISOString(), HERE).slice(0, 10);
  return (
    <Panel title={t`Schools`} flush action={<Button variant="default" size="compact-sm" onClick={() => setOpen("new")}><Trans>Add a school</Trans></Button>}>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No schools yet`}><Trans>A school's contact person, whom of you it may call, and its plan for a day on which nobody comes for pick-up. Write no child's name anywhere.</Trans></Empty> : null}
      <ul className="rows">
        {rows?.map((one) => (
          <li key={one.id} className="spread" style={{ alignItems: "flex-start" }}>
            <span>
              <strong>{one.name}</strong>, {one.town}
              <div>{one.contactName}{one.contactPhone ? <> · <Telephone number={one.contactPhone} /></> : null}</div>
              {one.whoToCall ? <div><Trans>May call:</Trans> {one.whoToCall}</div> : null}
              {one.plan ? <p style={{ whiteSpace: "pre-line", margin: "4px 0" }}>{one.plan}</p> : null}
              <div className="quiet"><Trans>Reviewed {plainDay(one.reviewedOn)}</Trans></div>
            </span>
            <Group gap={6} wrap="nowrap">
              <Button size="compact-sm" variant="default" aria-label={t`Correct ${one.name}`} onClick={() => setOpen(one.id)}><Trans>Correct</Trans></Button>
              <VerbButton verb={Drop} input={{ schoolId: one.id, expectedRevision: one.revision }} label={t`Keep no more`} aria-label={t`Keep no more: ${one.name}`} told={t`It is gone.`} ask={t`Its contact and plan are gone for good.`} />
            </Group>
          </li>
        ))}
      </ul>
      {open === "new" ? (
        <VerbDialog verb={Keep} title={t`Add a school`} submit={t`Add it`} defaults={{ name: "", town: "", contactName: "", contactPhone: "", whoToCall: "", plan: "", reviewedOn: today }} input={(typed: Typed) => ({ organizationId, ...given(typed) })} told={t`The school is kept.`} onClose={() => setOpen(undefined)}><SchoolFields /></VerbDialog>
      ) : null}
      {chosen ? (
        <VerbDialog verb={Correct} title={t`Correct ${chosen.name}`} submit={t`Save`} defaults={{ name: chosen.name, town: chosen.town, contactName: chosen.contactName ?? "", contactPhone: chosen.contactPhone ?? "", whoToCall: chosen.whoToCall ?? "", plan: chosen.plan ?? "", reviewedOn: chosen.reviewedOn }} input={(typed: Typed) => ({ schoolId: chosen.id, expectedRevision: chosen.revision, ...given(typed) })} told={t`Saved.`} onClose={() => setOpen(undefined)}><SchoolFields /></VerbDialog>
      ) : null}
    </Panel>
  );
}

function SchoolFields() {
  const { t } = useLingui();
  return (
    <>
      <TextField name="name" label={t`Name of the school`} required autoFocus />
      <TextField name="town" label={t`Town`} required />
      <TextField name="contactName" label={t`Contact person`} />
      <TextField name="contactPhone" type="tel" label={t`Their telephone`} />
      <TextField name="whoToCall" label={t`Whom of us the school may call`} />
      <LongField name="plan" label={t`What the school does when nobody comes for pick-up`} hint={t`No child's name, no family's.`} />
      <TextField name="reviewedOn" type="date" label={t`Reviewed on`} required />
    </>
  );
}
