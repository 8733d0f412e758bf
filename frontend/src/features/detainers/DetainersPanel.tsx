import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Law } from "~/design/Law";
import { Awaiting, Empty, Panel, Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import type { CaseDetainersQuery } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { date, moment, plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { copyWords, detainerFormWords, detainerRecordWords, groundWords, warrantWords } from "~/language/words";
import { DetainerDialog } from "./DetainerDialog";

const Detainers = graphql(`
  query CaseDetainers($shortId: String!) {
    case(shortId: $shortId) {
      id may
      detainers {
        id revision agency form formEdition receivedAt timeZone heldOnItFrom copy copyGivenAt copyLanguage recorded ground warrant shown reportLine followUp
        reviewedAt reviewedBy { id name } recordedBy { id name } writtenAt
        statute { code citation inForceFrom read says saysEs addedOffenses addedOffensesRead }
        expiry { at countedFrom fromReceipt notCounted citation }
      }
    }
  }
`);
const Review = graphql(`
  mutation ReviewDetainer($input: ReviewDetainerInput!) {
    reviewDetainer(input: $input) { __typename ... on ReviewDetainerPayload { detainer { id revision reviewedAt } } ... on UserError { message } }
  }
`);

export type OneDetainer = NonNullable<CaseDetainersQuery["case"]>["detainers"][number];

/** What agencies recorded of detainers, and the law as it stood on the day each came. The police decide, not we. */
export function DetainersPanel({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Detainers, variables: { shortId } });
  const [open, setOpen] = useState<OneDetainer | "new">();
  const one = data?.case;
  const mayRecord = one?.may.includes("recordDetainer") ?? false;
  return (
    <Panel title={t`Detainer`} flush action={mayRecord ? <Button size="compact-sm" variant="default" onClick={() => setOpen("new")}><Trans>Record a detainer</Trans></Button> : null}>
      {one ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {one?.detainers.length === 0 ? <Empty title={t`No detainer on record`}><Trans>If a police department or a jail received one, ask for a copy and record what they wrote down.</Trans></Empty> : null}
      <ul className="rows">
        {one?.detainers.map((detainer) => (
          <li key={detainer.id}>
            <Group gap={6}>
              <strong>{detainer.agency}</strong>
              <Tag tone="blue"><Word of={detainer.recorded} in={detainerRecordWords} /></Tag>
              {detainer.reviewedAt ? <Tag tone="teal"><Trans>Reviewed by counsel</Trans></Tag> : <Tag tone="orange"><Trans>Not reviewed by counsel</Trans></Tag>}
            </Group>
            <div><Word of={detainer.form} in={detainerFormWords} />{detainer.formEdition ? <> ({detainer.formEdition})</> : null}, <Trans>received {moment(detainer.receivedAt, detainer.timeZone)}</Trans></div>
            {detainer.ground ? <div><Trans>Ground as the agency recorded it:</Trans> <Word of={detainer.ground} in={groundWords} /></div> : null}
            {detainer.warrant ? <div><Trans>Paper:</Trans> <Word of={detainer.warrant} in={warrantWords} /></div> : null}
            {detainer.shown ? <div style={{ whiteSpace: "pre-wrap" }}><Trans>What was shown:</Trans> {detainer.shown}</div> : null}
            <div><Trans>Copy to the person:</Trans> <Word of={detainer.copy} in={copyWords} />{detainer.copyGivenAt ? `, ${moment(detainer.copyGivenAt, detainer.timeZone)}` : ""}{detainer.copyLanguage ? `, ${spoken(detainer.copyLanguage)}` : ""}</div>
            <div>
              {detainer.expiry.fromReceipt ? <Trans>48 hours, counted from receipt, would end {moment(detainer.expiry.at, detainer.timeZone)}</Trans> : <Trans>48 hours, counted from {moment(detainer.expiry.countedFrom, detainer.timeZone)}, end {moment(detainer.expiry.at, detainer.timeZone)}</Trans>} <span className="quiet">({detainer.expiry.citation}; <Trans>for attorney review</Trans>{detainer.expiry.notCounted.length > 0 ? <>; <Trans>not counted: {detainer.expiry.notCounted.map(plainDate).join(", ")}</Trans></> : null})</span>
            </div>
            {detainer.reportLine ? <div><Trans>Who reports the agency's access:</Trans> {detainer.reportLine}</div> : null}
            {detainer.followUp ? <div style={{ whiteSpace: "pre-wrap" }}><Trans>Follow-up:</Trans> {detainer.followUp}</div> : null}
            <Law of={detainer.statute} />
            <div className="quiet">{detainer.recordedBy?.name} · {date(detainer.writtenAt)}{detainer.reviewedAt ? <> · <Trans>reviewed by {detainer.reviewedBy?.name ?? ""}, {date(detainer.reviewedAt)}</Trans></> : null}</div>
            <Group gap={6} mt={6}>
              {mayRecord ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(detainer)}><Trans>Correct</Trans></Button> : null}
              {!detainer.reviewedAt && one.may.includes("reviewDetainer") ? <VerbButton verb={Review} label={t`Reviewed`} input={{ detainerId: detainer.id, expectedRevision: detainer.revision }} told={t`Noted: counsel has reviewed it as it stands.`} /> : null}
            </Group>
          </li>
        ))}
      </ul>
      {open && one ? <DetainerDialog caseId={one.id} {...(open === "new" ? {} : { detainer: open })} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}
