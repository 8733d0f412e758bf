import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, CaseNumber, Empty, Panel, Tag, type Tone } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ReportState } from "~/graph/generated/graphql";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { reportStateWords, whyDeclinedWords } from "~/language/words";
import { ProviderField, ReportDialog } from "./ReportDialog";

const ReportMade = graphql(`
  fragment ReportMade on ArrestReport { id revision state stateSince whyDeclined reportedAt provider { id name } case { id shortId } contents { name } }
`);
const Made = graphql(`
  query ReportsMade {
    reportsMade { id ...ReportMade }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawReport($input: WithdrawReportInput!) {
    withdrawReport(input: $input) { __typename ... on WithdrawReportPayload { report { id ...ReportMade } } ... on UserError { message } }
  }
`);
const Address = graphql(`
  mutation AddressReport($input: AddressReportInput!) {
    addressReport(input: $input) { __typename ... on AddressReportPayload { report { id ...ReportMade } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const TONES: Record<ReportState, Tone> = { WAITING: "yellow", DECLINED: "red", TAKEN_IN: "teal", WITHDRAWN: "gray" };

/** A community group's reports, and how far each has come. */
export function ReportsMade({ organizationId, zone }: { organizationId: string; zone: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [{ data, error }] = useQuery({ query: Made });
  const rows = data?.reportsMade;
  return (
    <Panel title={t`Reports of arrests`} flush action={<Button size="compact-sm" onClick={() => setOpen(true)}><Trans>Report an arrest</Trans></Button>}>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No reports yet`}><Trans>Somebody was arrested? Tell a legal provider what finds the person. Somebody there is told at once, and you see here whether they are taken in.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((row) => <Row key={row.id} of={row} />)}</ul>
      {open ? <ReportDialog organizationId={organizationId} zone={zone} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function Row({ of }: { of: FragmentType<typeof ReportMade> }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const one = readFragment(ReportMade, of);
  const open = one.state === "WAITING" || one.state === "DECLINED";
  return (
    <li>
      <div className="spread">
        <div>
          <strong>{one.contents?.name ?? (one.case ? <Link to="/cases/$shortId" params={{ shortId: one.case.shortId }} className="plain"><CaseNumber>{one.case.shortId}</CaseNumber></Link> : <Trans>Somebody you reported</Trans>)}</strong> <span className="quiet">{one.provider?.name}</span>
          <div className="quiet"><Trans>reported {fromNow(one.reportedAt)}</Trans>{one.whyDeclined ? <> · <Word of={one.whyDeclined} in={whyDeclinedWords} /></> : null}{one.state === "TAKEN_IN" && !one.case ? <> · <Trans>what you reported is theirs now and gone here</Trans></> : null}</div>
        </div>
        <Group gap={6}>
          <Tag tone={TONES[one.state]}><Word of={one.state} in={reportStateWords} /></Tag>
          {one.state === "DECLINED" ? <Button size="compact-sm" onClick={() => setAsking(true)}><Trans>Ask another</Trans></Button> : null}
          {open ? <VerbButton verb={Withdraw} variant="subtle" color="gray" label={t`Withdraw`} ask={t`What the report says is destroyed, and nobody looks for the person through it.`} input={{ reportId: one.id, expectedRevision: one.revision }} told={t`Withdrawn.`} /> : null}
        </Group>
      </div>
      {asking ? (
        <VerbDialog verb={Address} title={t`Ask another provider`} submit={t`Send the report`} defaults={{ providerId: "" }} input={(typed: { providerId: string }) => ({ reportId: one.id, expectedRevision: one.revision, providerId: typed.providerId })} told={t`Sent. Somebody there is told at once.`} onClose={() => setAsking(false)}>
          <ProviderField name="providerId" label={t`Legal provider`} />
        </VerbDialog>
      ) : null}
    </li>
  );
}
