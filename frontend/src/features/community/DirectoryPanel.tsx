import { Button, Group, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Telephone } from "~/design/pieces";
import { ChoiceField, ChoicesField, LanguagesField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { listed } from "~/forms/listed";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { GroupWork, ReferralAgreement } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { date, plainDay } from "~/language/times";
import { Word } from "~/language/Word";
import { groupWorkWords, referralAgreementWords } from "~/language/words";

const Groups = graphql(`
  query ListedGroups {
    listedGroups { id revision name works towns languages phone note checkedOn }
  }
`);
const Referrals = graphql(`
  query Referrals {
    referrals { id whom need agreement referredAt group { id name } referredBy { id name } }
  }
`);
const List = graphql(`
  mutation ListGroup($input: ListGroupInput!) {
    listGroup(input: $input) { __typename ... on ListGroupPayload { group { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Correct = graphql(`
  mutation CorrectListing($input: CorrectListingInput!) {
    correctListing(input: $input) { __typename ... on CorrectListingPayload { group { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Delist = graphql(`
  mutation DelistGroup($input: DelistGroupInput!) {
    delistGroup(input: $input) { __typename ... on DelistGroupPayload { groupId } ... on UserError { message } }
  }
`);
const Refer = graphql(`
  mutation ReferPerson($input: ReferPersonInput!) {
    referPerson(input: $input) { __typename ... on ReferPersonPayload { referral { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Typed = { name: string; works: GroupWork[]; towns: string; languages: string[]; phone: string; note: string };
const given = (typed: Typed) => ({ name: typed.name, works: typed.works, towns: listed(typed.towns), languages: typed.languages, phone: said(typed.phone), note: said(typed.note) });

/** Who does what, where and in which languages; and who was referred to them. */
export function DirectoryPanel({ organizationId, mayKeep }: { organizationId: string; mayKeep: boolean }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Groups });
  const [{ data: told }] = useQuery({ query: Referrals, pause: !mayKeep });
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<{ what: "new" } | { what: "correct" | "refer"; id: string }>();
  const agreements = useChoices(referralAgreementWords);
  const wanted = search.trim().toLowerCase();
  const rows = data?.listedGroups.filter((one) => !wanted || [one.name, one.note, ...one.towns, ...one.languages.map(spoken)].join(" ").toLowerCase().includes(wanted));
  const chosen = open && open.what !== "new" ? data?.listedGroups.find((one) => one.id === open.id) : undefined;
  return (
    <>
      <Panel title={t`Directory of groups`} flush {...(mayKeep ? { action: <Button variant="default" size="compact-sm" onClick={() => setOpen({ what: "new" })}><Trans>Add a group</Trans></Button> } : {})}>
        {data ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {data?.listedGroups.length === 0 ? <Empty title={t`No groups yet`}><Trans>Who helps with rent, who interprets, who goes along: add them with their number, so that nobody has to remember it.</Trans></Empty> : null}
        {data?.listedGroups.length ? <div style={{ padding: "12px 16px" }}><TextInput label={t`Look for a group`} value={search} onChange={(event) => setSearch(event.currentTarget.value)} /></div> : null}
        <ul className="rows">
          {rows?.map((one) => (
            <li key={one.id} className="spread" style={{ alignItems: "flex-start" }}>
              <span>
                <strong>{one.name}</strong>{one.phone ? <> · <Telephone number={one.phone} /></> : null}
                <div>{one.works.map((work, place) => <span key={work}>{place ? ", " : ""}<Word of={work} in={groupWorkWords} /></span>)}</div>
                <div className="quiet">{[one.towns.join(", "), one.languages.map(spoken).join(", ")].filter(Boolean).join(" · ")}</div>
                {one.note ? <div>{one.note}</div> : null}
                <div className="quiet"><Trans>Checked {plainDay(one.checkedOn)}</Trans></div>
              </span>
              {mayKeep ? (
                <Group gap={6}>
                  <Button size="compact-sm" aria-label={t`Refer somebody to ${one.name}`} onClick={() => setOpen({ what: "refer", id: one.id })}><Trans>Refer somebody</Trans></Button>
                  <Button size="compact-sm" variant="default" aria-label={t`Correct ${one.name}`} onClick={() => setOpen({ what: "correct", id: one.id })}><Trans>Correct</Trans></Button>
                  <VerbButton verb={Delist} input={{ groupId: one.id, expectedRevision: one.revision }} label={t`Take out`} aria-label={t`Take out: ${one.name}`} told={t`Taken out.`} ask={t`It stands in the directory no more. Who was referred there stays for its 90 days.`} />
                </Group>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      {mayKeep && told?.referrals.length ? (
        <Panel title={t`Referred in the last 90 days`} flush>
          <ul className="rows">
            {told.referrals.map((one) => (
              <li key={one.id}>
                <strong>{one.whom}</strong> → {one.group?.name}{one.need ? <> · {one.need}</> : null}
                <div className="quiet">{date(one.referredAt)} · {one.referredBy?.name} · <Trans>agreed:</Trans> <Word of={one.agreement} in={referralAgreementWords} /></div>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {open?.what === "new" ? (
        <VerbDialog verb={List} title={t`Add a group`} submit={t`Add it`} defaults={{ name: "", works: [], towns: "", languages: [], phone: "", note: "" }} input={(typed: Typed) => ({ organizationId, ...given(typed) })} told={t`It is in the directory.`} onClose={() => setOpen(undefined)}><ListingFields /></VerbDialog>
      ) : null}
      {open?.what === "correct" && chosen ? (
        <VerbDialog verb={Correct} title={t`Correct ${chosen.name}`} submit={t`Save`} defaults={{ name: chosen.name, works: [...chosen.works], towns: chosen.towns.join(", "), languages: [...chosen.languages], phone: chosen.phone ?? "", note: chosen.note ?? "" }} input={(typed: Typed) => ({ groupId: chosen.id, expectedRevision: chosen.revision, ...given(typed) })} told={t`Saved, as checked today.`} onClose={() => setOpen(undefined)}><ListingFields /></VerbDialog>
      ) : null}
      {open?.what === "refer" && chosen ? (
        <VerbDialog verb={Refer} title={t`Refer somebody to ${chosen.name}`} submit={t`Write it down`} defaults={{ whom: "", need: "", agreement: "" as const }} input={(typed: { whom: string; need: string; agreement: ReferralAgreement | "" }) => ({ groupId: chosen.id, whom: typed.whom, need: said(typed.need), agreement: typed.agreement as ReferralAgreement })} told={t`Written down. It goes after 90 days.`} onClose={() => setOpen(undefined)}>
          <p className="quiet" style={{ margin: 0 }}><Trans>Only with their agreement. Nothing is sent: call the group, or give them its number.</Trans></p>
          <TextField name="whom" label={t`Who, as they wish to be called`} required autoFocus />
          <TextField name="need" label={t`What for`} />
          <ChoiceField name="agreement" label={t`How they agreed`} required options={agreements} />
        </VerbDialog>
      ) : null}
    </>
  );
}

function ListingFields() {
  const { t } = useLingui();
  const works = useChoices(groupWorkWords);
  return (
    <>
      <TextField name="name" label={t`Name of the group`} required autoFocus />
      <ChoicesField name="works" label={t`What it does`} required options={works} />
      <TextField name="phone" type="tel" label={t`Telephone`} />
      <TextField name="towns" label={t`Towns`} hint={t`With commas between them; empty means wherever somebody lives`} />
      <LanguagesField name="languages" label={t`Languages`} />
      <LongField name="note" label={t`Note`} />
    </>
  );
}
