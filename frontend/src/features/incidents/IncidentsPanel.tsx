import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Law } from "~/design/Law";
import { Awaiting, Empty, Panel, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { CaseIncidentsQuery } from "~/graph/generated/graphql";
import { date, day, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { incidentKindWords, incidentReadersWords } from "~/language/words";
import { FollowUps } from "./FollowUps";
import { ConcludeDialog, FollowUpDialog, IncidentDialog } from "./IncidentDialogs";

const Incidents = graphql(`
  query CaseIncidents($shortId: String!) {
    stateCourts
    case(shortId: $shortId) {
      id may
      courthouseArrest { court code citation inForceFrom read says saysEs }
      hearings { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }
      actions { id occasion { id startsAt timeZone courthouseRule { court code citation inForceFrom read says saysEs } } }
      incidents {
        id revision kind seenBy happenedAt timeZone hourKnown what place stateCourt witnesses evidence outcome endedAt writtenAt recordedBy { id name }
        courthouseRule { court code citation inForceFrom read says saysEs }
        followUps { id revision kind toWhom sentOn dueOn state answeredOn answer }
      }
    }
  }
`);

type TheCase = NonNullable<CaseIncidentsQuery["case"]>;
export type OneIncident = TheCase["incidents"][number];
type Open = { what: "incident" | "follow-up" | "outcome"; incident?: OneIncident };

/** What was done to the client that may have violated a right, and what is asked about it. */
export function IncidentsPanel({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Incidents, variables: { shortId } });
  const [open, setOpen] = useState<Open>();
  const one = data?.case;
  const mayRecord = one?.may.includes("recordIncident") ?? false;
  const occasions = one ? [...one.hearings, ...one.actions].flatMap(({ occasion }) => (occasion.courthouseRule ? [{ ...occasion, rule: occasion.courthouseRule }] : [])) : [];
  const end = (): void => setOpen(undefined);
  return (
    <Panel title={t`Rights and incidents`} flush action={mayRecord ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "incident" })}><Trans>Record an incident</Trans></Button> : null}>
      {one ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {one?.courthouseArrest ? <div className="body"><strong><Trans>The arrest was at a state courthouse</Trans></strong><Law of={one.courthouseArrest} about={one.courthouseArrest.court} /></div> : null}
      {occasions.map((occasion) => <div className="body" key={occasion.id}><strong><Trans>{day(occasion.startsAt, occasion.timeZone)} is at a state courthouse</Trans></strong><Law of={occasion.rule} about={occasion.rule.court} /></div>)}
      {one?.incidents.length === 0 ? <Empty title={t`No incident on record`}><Trans>A door broken in, a call refused, a copy never given: write down what, where and when while people remember.</Trans></Empty> : null}
      <ul className="rows">
        {one?.incidents.map((incident) => (
          <li key={incident.id}>
            <Group gap={6}>
              <strong><Word of={incident.kind} in={incidentKindWords} /></strong>
              <Tag tone={incident.seenBy === "COUNSEL" ? "red" : "gray"}><Word of={incident.seenBy} in={incidentReadersWords} /></Tag>
              {incident.endedAt ? <Tag tone="teal"><Trans>Ended</Trans></Tag> : null}
            </Group>
            <div>{incident.hourKnown ? moment(incident.happenedAt, incident.timeZone) : day(incident.happenedAt, incident.timeZone)}{incident.place ? ` · ${incident.place}` : ""}{incident.stateCourt ? ` · ${incident.stateCourt}` : ""}</div>
            <div style={{ whiteSpace: "pre-wrap" }}>{incident.what}</div>
            {incident.witnesses ? <div><Trans>Witnesses:</Trans> {incident.witnesses}</div> : null}
            {incident.evidence ? <div><Trans>Evidence:</Trans> {incident.evidence}</div> : null}
            {incident.courthouseRule ? <Law of={incident.courthouseRule} about={incident.courthouseRule.court} /> : null}
            {incident.outcome ? <div style={{ whiteSpace: "pre-wrap" }}><Trans>Outcome:</Trans> {incident.outcome}</div> : null}
            <FollowUps of={incident.followUps} mayAnswer={mayRecord} />
            <div className="quiet">{incident.recordedBy?.name} · {date(incident.writtenAt)}</div>
            {mayRecord ? (
              <Group gap={6} mt={6}>
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ what: "incident", incident })}><Trans>Correct</Trans></Button>
                {incident.endedAt ? null : <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ what: "follow-up", incident })}><Trans>Request or referral</Trans></Button>}
                {incident.endedAt ? null : <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ what: "outcome", incident })}><Trans>Outcome</Trans></Button>}
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      {open?.what === "incident" && one ? <IncidentDialog caseId={one.id} courts={data?.stateCourts ?? []} counsel={one.may.includes("recordIncidentForCounsel")} {...(open.incident ? { incident: open.incident } : {})} onClose={end} /> : null}
      {open?.what === "follow-up" && open.incident ? <FollowUpDialog incident={open.incident} onClose={end} /> : null}
      {open?.what === "outcome" && open.incident ? <ConcludeDialog incident={open.incident} onClose={end} /> : null}
    </Panel>
  );
}
