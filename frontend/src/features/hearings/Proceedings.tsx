import { Button, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql, readFragment } from "~/graph/generated";
import type { ProceedingRowFragment, ProceedingState } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { appealStanceWords, custodyCodeWords, decisionWords, givenHowWords, proceedingKindWords, proceedingStateWords } from "~/language/words";
import { AmendDialog, CloseProceedingDialog, DecisionDialog } from "./ProceedingDialogs";

export const ProceedingRow = graphql(`
  fragment ProceedingRow on Proceeding {
    id revision kind state otherCourt judge noticeOn filedAt custody charges court { id name }
    decisions { id revision kind decidedOn givenHow givenOn appealByClient appealByGovernment takenBackAt }
  }
`);
export const ProceedingsOfCase = graphql(`
  fragment ProceedingsOfCase on Case { id proceedings { id ...ProceedingRow } }
`);
// A question of its own: the case's page is wide enough, and who looks at charges is recorded.
const Ask = graphql(`
  query CaseProceedings($id: ID!) { node(id: $id) { __typename id ... on Case { ...ProceedingsOfCase } } }
`);
const Reopen = graphql(`
  mutation ReopenProceeding($input: ReopenProceedingInput!) {
    reopenProceeding(input: $input) { __typename ... on ReopenProceedingPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }
  }
`);
const TakeBack = graphql(`
  mutation TakeBackDecision($input: TakeBackDecisionInput!) {
    takeBackDecision(input: $input) { __typename ... on TakeBackDecisionPayload { case { id ...ProceedingsOfCase } } ... on UserError { message } }
  }
`);

const BEFORE_COURT: readonly ProceedingState[] = ["NOT_FILED", "PENDING", "REMANDED", "REOPENED"];
const OVER: readonly ProceedingState[] = ["ADMIN_CLOSED", "TERMINATED", "CLOSED"];

type Open = { what: "amend" | "decide" | "close"; proceeding: ProceedingRowFragment };

/** The tracks of a case: each with its court, how far it is, and what was decided. */
export function Proceedings({ caseId, may }: { caseId: string; may: (act: string) => boolean }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const [{ data }] = useQuery({ query: Ask, variables: { id: caseId } });
  const found = data?.node?.__typename === "Case" ? readFragment(ProceedingsOfCase, data.node).proceedings : [];
  const all = found.map((one) => readFragment(ProceedingRow, one));
  if (all.length === 0) return null;
  return (
    <>
      <ul className="rows">
        {all.map((one) => (
          <li key={one.id} className="spread">
            <div>
              <strong><Word of={one.kind} in={proceedingKindWords} /></strong> <Tag><Word of={one.state} in={proceedingStateWords} /></Tag>
              <div className="quiet">{[one.court?.name ?? one.otherCourt ?? t`court unknown`, one.judge].filter(Boolean).join(" · ")}{one.noticeOn ? <> · <Trans>notice to appear of {plainDate(one.noticeOn)}</Trans></> : null}{one.custody ? <> · <Word of={one.custody} in={custodyCodeWords} /></> : null}</div>
              {one.charges ? <div className="quiet"><Trans>Charges: {one.charges}</Trans></div> : null}
              {one.decisions.filter((decision) => !decision.takenBackAt).map((decision) => (
                <div key={decision.id}>
                  <Word of={decision.kind} in={decisionWords} />, {plainDate(decision.decidedOn)} <span className="quiet">(<Word of={decision.givenHow} in={givenHowWords} />{decision.givenOn === decision.decidedOn ? "" : `, ${plainDate(decision.givenOn)}`}){decision.appealByClient === "NOT_SAID" ? null : <> · <Trans>client</Trans>: <Word of={decision.appealByClient} in={appealStanceWords} /></>}{decision.appealByGovernment === "NOT_SAID" ? null : <> · <Trans>government</Trans>: <Word of={decision.appealByGovernment} in={appealStanceWords} /></>}</span>
                  {may("takeBackDecision") ? <> <VerbButton variant="subtle" verb={TakeBack} input={{ decisionId: decision.id, expectedRevision: decision.revision }} label={t`Take back`} aria-label={t`Take back the decision`} ask={t`Only if it was recorded by mistake: the proceeding will be what it was before.`} told={t`The decision is taken back.`} /></> : null}
                </div>
              ))}
            </div>
            <div>
              {may("reopenProceeding") && !BEFORE_COURT.includes(one.state) ? <VerbButton verb={Reopen} input={{ proceedingId: one.id, expectedRevision: one.revision, remanded: one.state === "APPEALED" }} label={one.state === "APPEALED" ? t`Sent back` : t`Reopen`} ask={t`It will be before its court again.`} told={t`The proceeding is open again.`} /> : null}
              {may("amendProceeding") ? (
                <Menu position="bottom-end">
                  <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about this proceeding`}>⋯</Button></Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setOpen({ what: "amend", proceeding: one })}><Trans>What the papers say</Trans></Menu.Item>
                    {BEFORE_COURT.includes(one.state) || (one.kind === "BOND" && one.state === "DECIDED") ? <Menu.Item onClick={() => setOpen({ what: "decide", proceeding: one })}><Trans>Record a decision</Trans></Menu.Item> : null}
                    {OVER.includes(one.state) ? null : <Menu.Item color="red" onClick={() => setOpen({ what: "close", proceeding: one })}><Trans>Close the proceeding</Trans></Menu.Item>}
                  </Menu.Dropdown>
                </Menu>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {open?.what === "amend" ? <AmendDialog proceeding={open.proceeding} onClose={close} /> : null}
      {open?.what === "decide" ? <DecisionDialog proceeding={open.proceeding} onClose={close} /> : null}
      {open?.what === "close" ? <CloseProceedingDialog proceeding={open.proceeding} onClose={close} /> : null}
    </>
  );
}
