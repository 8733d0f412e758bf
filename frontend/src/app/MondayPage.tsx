import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Page } from "~/design/pieces";
import { OfferingCase } from "~/features/assignments/Offering";
import { CheckDateDialog } from "~/features/hearings/CheckDateDialog";
import { HearingRow } from "~/features/hearings/HearingsPanel";
import { MondayList, type MondayRow } from "~/features/monday/MondayList";
import { daysFrom, inWeek, mondayOf } from "~/features/monday/week";
import { graphql, readFragment } from "~/graph/generated";
import type { MondayCaseFragment } from "~/graph/generated/graphql";
import { coordinates, useViewer } from "~/graph/viewer";
import { plainDate } from "~/language/times";

const MondayCase = graphql(`
  fragment MondayCase on Case {
    id shortId tags
    client { id publicName hasPublicName }
    coordinator { id name }
    representedBy { id attorney { id name } }
  }
`);
const Week = graphql(`
  query MondayWeek($range: CalendarRange!) {
    calendar(range: $range) {
      occasion { id kind state startsAt timeZone hourKnown }
      hearing { id dateStanding court { id name } }
      case { id ...MondayCase }
    }
  }
`);
const NoCounsel = graphql(`
  query MondayNoCounsel($filter: CaseFilter) {
    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }
  }
`);
const NotConfirmed = graphql(`
  query MondayNotConfirmed($filter: CaseFilter) {
    cases(filter: $filter, first: 50) { count edges { node { id ...MondayCase nextHearing { id dateStanding court { id name } occasion { id kind startsAt timeZone hourKnown } } } } }
  }
`);
const OneHearing = graphql(`
  query MondayHearing($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }
`);

const route = getRouteApi("/shell/monday");
/** What an import puts on cases of which its list names an attorney (casework.spreadsheets). */
const ATTORNEY_NAMED = "attorney named";

type Row = MondayRow & { caseId?: string | undefined; hearingId?: string | undefined };
type At = { id: string; dateStanding?: NonNullable<MondayRow["date"]>["standing"]; court?: { name: string } | null | undefined; occasion: { kind: NonNullable<MondayRow["date"]>["kind"]; startsAt: string; timeZone: string; hourKnown: boolean } };

function rowOf(one: MondayCaseFragment, hearing: At | null | undefined): Row {
  return {
    key: hearing?.id ?? one.id,
    caseId: one.id,
    shortId: one.shortId,
    name: one.client.hasPublicName ? one.client.publicName : undefined,
    attorneys: one.representedBy.flatMap((by) => (by.attorney?.name ? [by.attorney.name] : [])),
    attorneyNamed: one.tags.includes(ATTORNEY_NAMED),
    coordinator: one.coordinator?.name,
    hearingId: hearing?.id,
    date: hearing ? { kind: hearing.occasion.kind, startsAt: hearing.occasion.startsAt, timeZone: hearing.occasion.timeZone, hourKnown: hearing.occasion.hourKnown, court: hearing.court?.name, standing: hearing.dateStanding } : undefined,
  };
}

/** Monday's page: who has court this week, who has no attorney, whose date nobody has confirmed; each with one next step. */
export function MondayPage() {
  const { t } = useLingui();
  const { week } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewer } = useViewer();
  const [checking, setChecking] = useState<string>();
  const [offering, setOffering] = useState<string>();
  const monday = week ?? mondayOf(new Date());
  const range = { from: daysFrom(monday, -1), until: daysFrom(monday, 8) };
  const [court, askCourt] = useQuery({ query: Week, variables: { range }, requestPolicy: "cache-and-network" });
  const [bare, askBare] = useQuery({ query: NoCounsel, variables: { filter: { withoutCounsel: true } }, requestPolicy: "cache-and-network" });
  const [open, askOpen] = useQuery({ query: NotConfirmed, variables: { filter: { need: "DATE_TO_CHECK" as const } }, requestPolicy: "cache-and-network" });

  // A week of the court's own days: what is Sunday evening here may be Monday there.
  const inCourt = (court.data?.calendar ?? []).flatMap(({ occasion, hearing, case: of }) =>
    hearing && of && occasion.state !== "CANCELLED" && inWeek(occasion.startsAt, occasion.timeZone, monday) ? [rowOf(readFragment(MondayCase, of), { ...hearing, occasion })] : [],
  );
  const of = (found: typeof bare.data): Row[] => found?.cases.edges.map(({ node }) => rowOf(readFragment(MondayCase, node), node.nextHearing)) ?? [];
  const turn = (by: number): void => void navigate({ search: { week: daysFrom(monday, 7 * by).slice(0, 10) } });

  const check = (row: Row) => (row.hearingId ? <Button size="compact-sm" variant="default" aria-label={t`Check the date of ${row.name ?? row.shortId}`} onClick={() => setChecking(row.hearingId)}><Trans>Check the date</Trans></Button> : null);
  const look = (row: Row) => <Button size="compact-sm" variant="subtle" component={Link} to={`/cases/${row.shortId}`} aria-label={t`Open the case of ${row.name ?? row.shortId}`}><Trans>Open the case</Trans></Button>;
  const offer = (row: Row) => (coordinates(viewer) ? <Button size="compact-sm" variant="default" aria-label={t`Find an attorney for ${row.name ?? row.shortId}`} onClick={() => setOffering(row.caseId)}><Trans>Find an attorney</Trans></Button> : look(row));
  const sure = (row: Row): boolean => row.date?.standing === "TWO_SOURCE";
  const next = (row: Row) => (row.attorneys.length === 0 ? offer(row) : sure(row) ? look(row) : check(row));
  return (
    <Page title={t`Monday's page`} about={<Trans>Who has court, who has no attorney, whose date nobody has confirmed.</Trans>} actions={<Button variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button>}>
      <div className="stack">
        <Group gap="xs" className="not-on-paper">
          <Button size="compact-sm" variant="default" onClick={() => turn(-1)}><Trans>Week before</Trans></Button>
          {week && week !== mondayOf(new Date()) ? <Button size="compact-sm" variant="default" onClick={() => void navigate({ search: {} })}><Trans>This week</Trans></Button> : null}
          <Button size="compact-sm" variant="default" onClick={() => turn(1)}><Trans>Next week</Trans></Button>
        </Group>
        {court.data ? <MondayList title={t`In court, week of ${plainDate(monday)}`} rows={inCourt} empty={t`Nobody has court that week`} nothing={<Trans>No date that is known falls into it.</Trans>} next={(row) => next(row)} /> : <Awaiting failed={Boolean(court.error)} />}
        {open.data ? <MondayList title={t`Dates nobody has confirmed`} rows={of(open.data)} count={open.data.cases.count ?? null} empty={t`Every date of the next two weeks is confirmed`} nothing={<Trans>Two people heard each of them on two channels.</Trans>} next={check} /> : <Awaiting failed={Boolean(open.error)} />}
        {bare.data ? <MondayList title={t`Without an attorney`} rows={of(bare.data)} count={bare.data.cases.count ?? null} empty={t`Everybody has an attorney`} nothing={<Trans>Somebody has accepted each open case.</Trans>} next={offer} /> : <Awaiting failed={Boolean(bare.error)} />}
        {(bare.data?.cases.count ?? 0) > 50 ? <p className="quiet not-on-paper"><Trans>The 50 with the nearest dates are shown.</Trans> <Link to="/board" search={{ counsel: "none" }}><Trans>See all on the board</Trans></Link></p> : null}
      </div>
      {offering ? <OfferingCase caseId={offering} onClose={() => { setOffering(undefined); askCourt({ requestPolicy: "network-only" }); askBare({ requestPolicy: "network-only" }); }} /> : null}
      {checking ? <Checked id={checking} onClose={() => { setChecking(undefined); askCourt({ requestPolicy: "network-only" }); askOpen({ requestPolicy: "network-only" }); }} /> : null}
    </Page>
  );
}

/** The dialog knows the whole hearing; the list needs a line of it. */
function Checked({ id, onClose }: { id: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: OneHearing, variables: { id } });
  const found = data?.node?.__typename === "Hearing" ? data.node : undefined;
  return found ? <CheckDateDialog hearing={readFragment(HearingRow, found)} onClose={onClose} /> : null;
}
