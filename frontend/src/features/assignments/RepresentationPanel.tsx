import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";
import { date, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { assignmentStateWords, comparisonWords, proceedingKindWords, scopeWords, sheetAnswerWords } from "~/language/words";
import { AppearanceDialog, AppearanceRows } from "./AppearanceRows";
import { ConflictCheck } from "./ConflictCheck";
import { Offering } from "./Offering";
import { SeatColleague } from "./SeatColleague";
import { OVER, THEIRS } from "./standing";
import { SuggestedCounsel } from "./SuggestedCounsel";

export const RepresentationPart = graphql(`
  fragment RepresentationOfCase on Case {
    id may
    proceedings { id kind }
    assignments {
      id revision scope state lapsed offeredAt expiresAt engagedAt ofRecordAt answeredAt endedAt
      attorney { id name } organization { id name } proceeding { id kind }
      appearances { id revision form formScope primary ofRecord allows citation enteredAt withdrawalAskedAt endedAt proceeding { id kind } }
      sheets { id sentAt found answer answeredAt closedAt question contact { id name } }
    }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {
    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } case { id ...RepresentationOfCase } } ... on UserError { message } }
  }
`);

type Sheet = { found?: "NONE_FOUND" | "POSSIBLE" | null | undefined; answer?: "CLEAR" | "CONFLICT" | "NEED_MORE" | null | undefined; closedAt?: string | null | undefined; question?: string | null | undefined; sentAt: string; contact?: { name: string } | null | undefined };

/** What came of one check. Of a list it is said whether something was found, and never what. */
function SheetLine({ sheet }: { sheet: Sheet }) {
  return (
    <div className="quiet">
      {sheet.found ? <><Trans>Compared with their list {date(sheet.sentAt)}:</Trans> <Word of={sheet.found} in={comparisonWords} /></> : sheet.answer ? <>{sheet.contact?.name}: <Word of={sheet.answer} in={sheetAnswerWords} /></> : sheet.closedAt ? <Trans>The sheet of {date(sheet.sentAt)} was shut without an answer.</Trans> : <Trans>The sheet waits with {sheet.contact?.name ?? ""} since {date(sheet.sentAt)}.</Trans>}
      {sheet.question ? <div>“{sheet.question}”</div> : null}
    </div>
  );
}

export function RepresentationPanel({ of }: { of: FragmentType<typeof RepresentationPart> }) {
  const { t, i18n } = useLingui();
  const one = readFragment(RepresentationPart, of);
  const { viewer } = useViewer();
  const [offering, setOffering] = useState<string[]>();
  const [suggesting, setSuggesting] = useState(false);
  const [open, setOpen] = useState<{ what: "appear" | "check" | "hand" | "seat"; id: string }>();
  const may = (act: string): boolean => one.may.includes(act);
  const of_ = (what: "appear" | "check" | "hand" | "seat") => (open?.what === what ? one.assignments.find((each) => each.id === open.id) : undefined);
  const end = (): void => setOpen(undefined);
  const live = one.assignments.filter((each) => !OVER.includes(each.state) && !each.lapsed);
  const silent = one.assignments.filter((each) => each.state === "OFFERED" && !each.lapsed);
  const [appearing, checking, byHand, seating] = [of_("appear"), of_("check"), of_("hand"), of_("seat")];
  return (
    <Panel title={t`Representation`} flush action={may("offerAssignment") ? <><Button size="compact-sm" variant="default" onClick={() => setSuggesting(true)}><Trans>Whom to ask</Trans></Button><Button size="compact-sm" variant="default" onClick={() => setOffering([])}><Trans>Offer a placement</Trans></Button></> : null}>
      {one.assignments.length === 0 ? <Empty title={t`No attorney yet`}>{may("offerAssignment") ? <Trans>Offer the case to someone entitled to appear there. The offer names no one.</Trans> : null}</Empty> : null}
      {silent.length > 1 ? <p className="quiet" style={{ margin: "8px 16px" }}><Trans>Not answered yet: {silent.map((each) => each.attorney?.name).join(", ")}</Trans></p> : null}
      <ul className="rows">
        {one.assignments.map((assignment) => {
          const stands = live.includes(assignment);
          const theirs = THEIRS.includes(assignment.state);
          const state = assignment.lapsed ? "LAPSED" : assignment.state;
          const last = assignment.sheets.at(-1);
          const waits = Boolean(last && !last.answer && !last.closedAt);
          const ofRecord = assignment.appearances.some((each) => each.ofRecord && !each.endedAt);
          return (
            <li key={assignment.id}>
              <Group gap={6}><strong>{assignment.attorney?.name ?? t`An attorney`}</strong><Tag tone={assignment.state === "OF_RECORD" ? "teal" : stands ? "blue" : "gray"}><Word of={state} in={assignmentStateWords} /></Tag></Group>
              <div className="quiet"><Word of={assignment.scope} in={scopeWords} />{assignment.proceeding ? ` · ${i18n._(proceedingKindWords[assignment.proceeding.kind])}` : ""}{assignment.organization ? ` · ${assignment.organization.name}` : ""} · {theirs ? null : assignment.state === "OFFERED" && assignment.expiresAt && !assignment.lapsed ? <Trans>answer by {moment(assignment.expiresAt)}</Trans> : <Trans>offered {date(assignment.offeredAt)}</Trans>}</div>
              {theirs ? <Group gap={6} mt={4}><Tag tone="teal">{assignment.answeredAt ? <Trans>accepted {date(assignment.answeredAt)}</Trans> : <Trans>accepted</Trans>}</Tag><Tag tone={assignment.engagedAt ? "teal" : "gray"}>{assignment.engagedAt ? <Trans>letter signed {date(assignment.engagedAt)}</Trans> : <Trans>no letter signed yet</Trans>}</Tag><Tag tone={ofRecord ? "teal" : "gray"}>{assignment.ofRecordAt ? <Trans>of record since {date(assignment.ofRecordAt)}</Trans> : <Trans>not of record</Trans>}</Tag></Group> : null}
              <AppearanceRows appearances={assignment.appearances} may={may} />
              {assignment.sheets.map((sheet) => <SheetLine key={sheet.id} sheet={sheet} />)}
              {stands ? (
                <Group gap={6} mt={6}>
                  {assignment.state === "CHECKING" && !waits && may("sendConflictSheet") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: last ? "hand" : "check", id: assignment.id })}><Trans>Check for conflicts</Trans></Button> : null}
                  {theirs && may("recordAppearance") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "appear", id: assignment.id })}><Trans>Engaged or of record</Trans></Button> : null}
                  {theirs && may("seatColleague") && assignment.attorney?.id === viewer?.person.id ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "seat", id: assignment.id })}><Trans>Bring a colleague</Trans></Button> : null}
                  {!ofRecord && may("withdrawAssignment") ? <VerbButton verb={Withdraw} label={t`Withdraw`} aria-label={t`Withdraw: ${assignment.attorney?.name ?? ""}`} ask={t`This ends the placement. The case can be offered again.`} variant="subtle" color="gray" input={{ assignmentId: assignment.id, expectedRevision: assignment.revision }} told={t`The placement is withdrawn.`} /> : null}
                </Group>
              ) : null}
            </li>
          );
        })}
      </ul>
      {suggesting ? <SuggestedCounsel caseId={one.id} onOffer={(id) => { setSuggesting(false); setOffering([id]); }} onClose={() => setSuggesting(false)} /> : null}
      {offering ? <Offering of={one} chosen={offering} onClose={() => setOffering(undefined)} /> : null}
      {checking ?? byHand ? <ConflictCheck assignment={(checking ?? byHand)!} byHand={Boolean(byHand)} onClose={end} /> : null}
      {appearing ? <AppearanceDialog assignment={appearing} proceedings={one.proceedings} onClose={end} /> : null}
      {seating ? <SeatColleague assignmentId={seating.id} onClose={end} /> : null}
    </Panel>
  );
}
