import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag, type Tone, When } from "~/design/pieces";
import { FacilityField, PersonField } from "~/forms/choosers";
import { CheckField, ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { VisitKind, VisitState } from "~/graph/generated/graphql";
import { wallIn, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { visitKindWords, visitStateWords } from "~/language/words";

export const VisitsPart = graphql(`
  fragment VisitsOfCase on Case {
    id may
    visits { id revision kind state startsAt timeZone lengthMinutes rules outcome facility { id name timeZone } visitor { id name } interpreter { id name } }
  }
`);
const Book = graphql(`
  mutation BookVisit($input: BookVisitInput!) {
    bookVisit(input: $input) { __typename ... on BookVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Move = graphql(`
  mutation MoveVisit($input: MoveVisitInput!) {
    moveVisit(input: $input) { __typename ... on MoveVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Report = graphql(`
  mutation ReportVisit($input: ReportVisitInput!) {
    reportVisit(input: $input) { __typename ... on ReportVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Cancel = graphql(`
  mutation CancelVisit($input: CancelVisitInput!) {
    cancelVisit(input: $input) { __typename ... on CancelVisitPayload { case { id ...VisitsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Booked = { kind: VisitKind; startsAt: string; lengthMinutes: number; facilityId: string; visitorId: string; interpreterId: string; rules: string };
type Moved = { startsAt: string };
type Reported = { notLetIn: boolean; outcome: string };

const TONES: Record<VisitState, Tone> = { BOOKED: "blue", DONE: "green", NOT_LET_IN: "red", CANCELLED: "gray" };

/** What comes next first, then what was, the newest first. */
function inOrder<V extends { startsAt: string; state: VisitState }>(visits: readonly V[], now: number): V[] {
  const at = (visit: V): number => Date.parse(visit.startsAt);
  const ahead = visits.filter((visit) => visit.state === "BOOKED" && at(visit) >= now);
  const over = visits.filter((visit) => !ahead.includes(visit));
  return [...ahead.toSorted((one, other) => at(one) - at(other)), ...over.toSorted((one, other) => at(other) - at(one))];
}

/** Visits to and calls with the person held, on the facility's own clock. */
export function VisitsPanel({ of }: { of: FragmentType<typeof VisitsPart> }) {
  const { t } = useLingui();
  const one = readFragment(VisitsPart, of);
  const [open, setOpen] = useState<{ act: "book" } | { act: "move" | "report" | "cancel"; visit: (typeof one.visits)[number] }>();
  const kinds = useChoices(visitKindWords);
  const end = (): void => setOpen(undefined);
  const may = (act: string): boolean => one.may.includes(act);
  const now = Date.now();
  // What the facility asked for last time, so that nobody types it twice.
  const rules = one.visits.find((visit) => visit.rules)?.rules ?? "";
  return (
    <Panel title={t`Visits and calls`} flush count={one.visits.length} action={may("bookVisit") ? <Button size="compact-sm" onClick={() => setOpen({ act: "book" })}><Trans>Book a visit</Trans></Button> : null}>
      {one.visits.length === 0 ? <Empty title={t`No visits yet`}><Trans>Book a visit or a legal call with the client; whoever goes has it among their tasks.</Trans></Empty> : null}
      <ol className="rows">
        {inOrder(one.visits, now).map((visit) => (
          <li key={visit.id}>
            <div className="hearing">
              <When at={visit.startsAt} zone={visit.timeZone} />
              <div className="what">
                <strong><Word of={visit.kind} in={visitKindWords} /></strong> <span className="quiet">{visit.facility?.name}</span>
                <div>{[visit.visitor?.name, visit.interpreter ? t`interpreter ${visit.interpreter.name}` : null].filter(Boolean).join(" · ")}</div>
                {visit.rules ? <div className="quiet" style={{ whiteSpace: "pre-wrap" }}>{visit.rules}</div> : null}
                {visit.outcome ? <div style={{ whiteSpace: "pre-wrap" }}>{visit.outcome}</div> : null}
              </div>
              <Tag tone={TONES[visit.state]}><Word of={visit.state} in={visitStateWords} /></Tag>
            </div>
            {visit.state === "BOOKED" ? (
              <Group gap={6} mt={6}>
                {may("reportVisit") && new Date(visit.startsAt).getTime() <= now ? <Button size="compact-sm" onClick={() => setOpen({ act: "report", visit })}><Trans>How did it go?</Trans></Button> : null}
                {may("moveVisit") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ act: "move", visit })}><Trans>Move</Trans></Button> : null}
                {may("cancelVisit") ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ act: "cancel", visit })}><Trans>Cancel the visit</Trans></Button> : null}
              </Group>
            ) : null}
          </li>
        ))}
      </ol>
      {open?.act === "book" ? (
        <VerbDialog
          verb={Book}
          title={t`Book a visit`}
          submit={t`Book`}
          defaults={{ kind: "LEGAL_CALL", startsAt: "", lengthMinutes: 60, facilityId: "", visitorId: "", interpreterId: "", rules } satisfies Booked}
          input={(typed: Booked, occurrence) => ({
            caseId: one.id, kind: typed.kind, startsAt: typed.startsAt, lengthMinutes: typed.lengthMinutes, occurrence: occurrence ?? null,
            facilityId: said(typed.facilityId), visitorId: said(typed.visitorId), interpreterId: said(typed.interpreterId), rules: said(typed.rules),
          })}
          told={t`The visit is booked.`}
          onClose={end}
        >
          <ChoiceField name="kind" label={t`How`} required options={kinds} />
          <TextField name="startsAt" type="datetime-local" label={t`When`} hint={t`In the facility's own time`} required />
          <NumberField name="lengthMinutes" label={t`Minutes`} />
          <FacilityField name="facilityId" label={t`Facility`} hint={t`Empty: where the client is held now`} />
          <PersonField name="visitorId" label={t`Who goes`} hint={t`Empty: you`} kinds={["STAFF"]} />
          <PersonField name="interpreterId" label={t`Interpreter`} />
          <LongField name="rules" label={t`What the facility asks for`} hint={t`Clearance, papers, what may be brought`} />
        </VerbDialog>
      ) : null}
      {open?.act === "move" ? (
        <VerbDialog verb={Move} title={t`Move the visit`} submit={t`Move`} defaults={{ startsAt: wallIn(open.visit.startsAt, open.visit.timeZone) } satisfies Moved} input={(typed: Moved, occurrence) => ({ visitId: open.visit.id, expectedRevision: open.visit.revision, startsAt: typed.startsAt, occurrence: occurrence ?? null })} told={t`The visit is moved.`} onClose={end}>
          <TextField name="startsAt" type="datetime-local" label={t`New time`} hint={zoneName(open.visit.timeZone)} required />
        </VerbDialog>
      ) : null}
      {open?.act === "report" ? (
        <VerbDialog verb={Report} title={t`How did it go?`} submit={t`Save`} defaults={{ notLetIn: false, outcome: "" } satisfies Reported} input={(typed: Reported) => ({ visitId: open.visit.id, expectedRevision: open.visit.revision, letIn: !typed.notLetIn, outcome: said(typed.outcome) })} told={t`The visit is reported.`} onClose={end}>
          <CheckField name="notLetIn" label={t`Nobody was let in`} hint={t`Raises a task to ask the facility why`} />
          <LongField name="outcome" label={t`In a few words`} />
        </VerbDialog>
      ) : null}
      {open?.act === "cancel" ? (
        <VerbDialog verb={Cancel} title={t`Cancel the visit`} submit={t`Cancel the visit`} danger defaults={{ outcome: "" }} input={(typed: { outcome: string }) => ({ visitId: open.visit.id, expectedRevision: open.visit.revision, outcome: said(typed.outcome) })} told={t`The visit is cancelled.`} onClose={end}>
          <LongField name="outcome" label={t`Why`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
