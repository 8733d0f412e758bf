import { Button, Group, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { ChoicesField, TextField, ZoneField, useChoices } from "~/forms/fields";
import { listed } from "~/forms/listed";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Weekday } from "~/graph/generated/graphql";
import { zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { weekdayWords } from "~/language/words";

const Responders = graphql(`
  query Responders {
    responders { id revision towns days onCallFrom onCallUntil timeZone person { id name } }
  }
`);
const Enlist = graphql(`
  mutation EnlistResponder($input: EnlistResponderInput!) {
    enlistResponder(input: $input) { __typename ... on EnlistResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Change = graphql(`
  mutation ChangeResponder($input: ChangeResponderInput!) {
    changeResponder(input: $input) { __typename ... on ChangeResponderPayload { responder { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Dismiss = graphql(`
  mutation DismissResponder($input: DismissResponderInput!) {
    dismissResponder(input: $input) { __typename ... on DismissResponderPayload { responder { id } } ... on UserError { message } }
  }
`);

type Hours = { towns: string; days: Weekday[]; onCallFrom: string; onCallUntil: string; timeZone: string };

/** Who goes to look, in which towns and hours. Where anybody is, nobody asks. */
export function RespondersPanel({ organizationId, zone }: { organizationId: string; zone: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Responders });
  const [open, setOpen] = useState<string>();
  const rows = data?.responders;
  const changed = rows?.find((one) => one.id === open);
  const typedHours = (typed: Hours) => ({ towns: listed(typed.towns), days: typed.days, onCallFrom: typed.onCallFrom, onCallUntil: typed.onCallUntil, timeZone: typed.timeZone });
  return (
    <Panel title={t`Rapid responders`} flush action={<Button variant="default" size="compact-sm" onClick={() => setOpen("new")}><Trans>Add a rapid responder</Trans></Button>}>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No rapid responders yet`}><Trans>Add members or people of your address book with the towns and hours they chose. When something is seen there, you call those who are on call.</Trans></Empty> : null}
      <ul className="rows">
        {rows?.map((one) => (
          <li key={one.id} className="spread">
            <span>
              <strong>{one.person?.name}</strong> · {one.towns.join(", ")}
              <div className="quiet">{one.days.map((day, place) => <span key={day}>{place ? ", " : ""}<Word of={day} in={weekdayWords} /></span>)} · {one.onCallFrom === one.onCallUntil ? <Trans>all day</Trans> : `${one.onCallFrom}–${one.onCallUntil}`} · {zoneName(one.timeZone)}</div>
            </span>
            <Group gap={6} wrap="nowrap">
              <Button size="compact-sm" variant="default" aria-label={t`Change ${one.person?.name ?? ""}`} onClick={() => setOpen(one.id)}><Trans>Change</Trans></Button>
              <VerbButton verb={Dismiss} input={{ responderId: one.id, expectedRevision: one.revision }} label={t`Take off`} aria-label={t`Take off: ${one.person?.name ?? ""}`} told={t`Nobody calls them any more.`} ask={t`Nobody calls them any more.`} />
            </Group>
          </li>
        ))}
      </ul>
      {open === "new" ? (
        <VerbDialog verb={Enlist} title={t`Add a rapid responder`} submit={t`Add them`} defaults={{ personId: "", towns: "", days: [], onCallFrom: "08:00", onCallUntil: "20:00", timeZone: zone }} input={(typed: Hours & { personId: string }) => ({ organizationId, personId: typed.personId, ...typedHours(typed) })} told={t`They are on the list.`} onClose={() => setOpen(undefined)}>
          <PersonField name="personId" label={t`Who`} required kinds={["STAFF", "SUPPORTER"]} />
          <HoursFields />
        </VerbDialog>
      ) : null}
      {changed ? (
        <VerbDialog verb={Change} title={t`Towns and hours of ${changed.person?.name ?? ""}`} submit={t`Save`} defaults={{ towns: changed.towns.join(", "), days: [...changed.days], onCallFrom: changed.onCallFrom, onCallUntil: changed.onCallUntil, timeZone: changed.timeZone }} input={(typed: Hours) => ({ responderId: changed.id, expectedRevision: changed.revision, ...typedHours(typed) })} told={t`Saved.`} onClose={() => setOpen(undefined)}>
          <HoursFields />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}

function HoursFields() {
  const { t } = useLingui();
  const days = useChoices(weekdayWords);
  return (
    <>
      <TextField name="towns" label={t`Towns they chose`} hint={t`With commas between them`} required />
      <ChoicesField name="days" label={t`Days`} required options={days} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="onCallFrom" type="time" label={t`From`} required />
        <TextField name="onCallUntil" type="time" label={t`Until`} hint={t`The same hour twice is all day`} required />
      </SimpleGrid>
      <ZoneField name="timeZone" label={t`By the clock of`} />
      <p className="quiet" style={{ margin: 0 }}><Trans>In these hours their telephone may ring, also at night. Where they are is never asked.</Trans></p>
    </>
  );
}
