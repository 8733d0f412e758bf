import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Telephone, Unknown } from "~/design/pieces";
import { ChoiceField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { WhyDeclined } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { fromNow, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { agencyWords, callerRelationWords, whyDeclinedWords } from "~/language/words";
import { TakeInDialog } from "./TakeInDialog";

const ReportWaiting = graphql(`
  fragment ReportWaiting on ArrestReport {
    id revision reportedAt
    group { id name phone }
    contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace agency callerName callerPhone callerRelation }
  }
`);
const Waiting = graphql(`
  query ReportsWaiting {
    reportsWaiting { id ...ReportWaiting }
  }
`);
const Decline = graphql(`
  mutation DeclineReport($input: DeclineReportInput!) {
    declineReport(input: $input) { __typename ... on DeclineReportPayload { report { id state } } ... on UserError { message } }
  }
`);

/** Reports of an arrest that community groups sent, the longest waiting first. */
export function ReportsWaiting({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Waiting });
  const rows = data?.reportsWaiting;
  return (
    <Panel title={t`Reports waiting`} flush>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No reports are waiting`}><Trans>When a community group tells you of an arrest, it stands here until somebody takes it in or declines it.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((row) => <Row key={row.id} of={row} organizationId={organizationId} />)}</ul>
    </Panel>
  );
}

function Row({ of, organizationId }: { of: FragmentType<typeof ReportWaiting>; organizationId: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"take in" | "decline">();
  const reasons = useChoices(whyDeclinedWords);
  const one = readFragment(ReportWaiting, of);
  const said = one.contents;
  const born = [said?.birthDate, said?.countryOfBirth].filter(Boolean).join(", ");
  return (
    <li>
      <div className="spread" style={{ alignItems: "flex-start" }}>
        <div>
          <strong>{said?.name ?? <Unknown><Trans>Name not known</Trans></Unknown>}</strong>{said?.otherNames.length ? <span className="quiet"> ({said.otherNames.join(", ")})</span> : null}
          <div className="quiet"><Trans>{one.group?.name} reported it {fromNow(one.reportedAt)}</Trans>{one.group?.phone ? <> · <Telephone number={one.group.phone} /></> : null}</div>
        </div>
        <Group gap={6} wrap="nowrap">
          <Button size="compact-sm" onClick={() => setOpen("take in")}><Trans>Take in</Trans></Button>
          <Button size="compact-sm" variant="default" onClick={() => setOpen("decline")}><Trans>Decline</Trans></Button>
        </Group>
      </div>
      <dl className="facts">
        <div><dt><Trans>A-number</Trans></dt><dd>{said?.aNumber ?? <Unknown />}</dd></div>
        <div><dt><Trans>Born</Trans></dt><dd>{born || <Unknown />}</dd></div>
        <div><dt><Trans>Language</Trans></dt><dd>{said?.language ? spoken(said.language) : <Unknown />}</dd></div>
        <div><dt><Trans>Arrested</Trans></dt><dd>{said?.arrestedAt && said.arrestZone ? moment(said.arrestedAt, said.arrestZone) : <Unknown />}{said?.arrestPlace ? <div>{said.arrestPlace}</div> : null}</dd></div>
        <div><dt><Trans>By</Trans></dt><dd>{said?.agency ? <Word of={said.agency} in={agencyWords} /> : <Unknown />}</dd></div>
        <div><dt><Trans>Who told them</Trans></dt><dd>{said?.callerName || said?.callerPhone ? said.callerName : <Unknown />}{said?.callerPhone ? <div><Telephone number={said.callerPhone} /></div> : null}{said?.callerRelation ? <div className="quiet"><Word of={said.callerRelation} in={callerRelationWords} /></div> : null}</dd></div>
      </dl>
      {open === "take in" ? <TakeInDialog reportId={one.id} revision={one.revision} organizationId={organizationId} name={said?.name ?? ""} aNumber={said?.aNumber ?? ""} onClose={() => setOpen(undefined)} /> : null}
      {open === "decline" ? (
        <VerbDialog verb={Decline} title={t`Decline the report`} submit={t`Decline`} defaults={{ why: "" as const }} input={(typed: { why: WhyDeclined | "" }) => ({ reportId: one.id, expectedRevision: one.revision, why: typed.why as WhyDeclined })} told={t`Declined. The group is told at once.`} onClose={() => setOpen(undefined)}>
          <p className="quiet" style={{ margin: 0 }}><Trans>The group is told at once, so that it can ask another provider. You read no more of it.</Trans></p>
          <ChoiceField name="why" label={t`Why`} required options={reasons} />
        </VerbDialog>
      ) : null}
    </li>
  );
}
