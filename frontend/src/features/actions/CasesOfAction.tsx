import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { CaseNumber, Panel, Tag } from "~/design/pieces";
import { CaseField } from "~/forms/choosers";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { CasesOfActionFragment } from "~/graph/generated/graphql";
import { missingSaid } from "~/language/server";

export const CasesPart = graphql(`
  fragment CasesOfAction on AdvocacyAction {
    id revision state saidRevision may
    case { id }
    cases { caseId shortId kept clear missing signed capacity }
  }
`);
const CaseQuery = graphql(`
  query CaseOfAction($id: ID!) { node(id: $id) { __typename ... on Case { id shortId may client { id publicName } } } }
`);
const AddCase = graphql(`
  mutation AddCaseToAction($input: AddCaseToActionInput!) {
    addCaseToAction(input: $input) { __typename ... on AddCaseToActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const TakeOff = graphql(`
  mutation TakeCaseOffAction($input: TakeCaseOffActionInput!) {
    takeCaseOffAction(input: $input) { __typename ... on TakeCaseOffActionPayload { action { id ...ActionView } } ... on UserError { message } }
  }
`);
const SignFor = graphql(`
  mutation SignOffActionForCase($input: SignOffActionInput!) {
    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }
  }
`);
const NoFor = graphql(`
  mutation AnswerActionForCase($input: AnswerActionInput!) {
    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type OneCase = CasesOfActionFragment["cases"][number];

/** The cases one action is about. Each has its own two keys; one that is not for these eyes has no name here. */
export function CasesOfAction({ of }: { of: FragmentType<typeof CasesPart> }) {
  const { t } = useLingui();
  const one = readFragment(CasesPart, of);
  const [adding, setAdding] = useState(false);
  const live = one.state === "DRAFT" || one.state === "PUBLISHED";
  const mayAdd = live && one.case !== null && one.may.includes("addCaseToAction");
  if (one.cases.length === 0 && !mayAdd) return null;
  return (
    <Panel title={t`About several cases`} count={one.cases.length} foldable={false} action={mayAdd ? <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}><Trans>Add a case</Trans></Button> : null}>
      {one.cases.length === 0 ? <p className="quiet" style={{ margin: 0 }}><Trans>Each client it is about must agree, and each client's attorney must sign these words.</Trans></p> : null}
      <ul className="rows">{one.cases.map((each) => <li key={each.caseId ?? "unseen"}>{each.caseId ? <SeenCase action={one} each={each} caseId={each.caseId} live={live} /> : <><Group gap={6}><strong><Trans>Another case</Trans></strong><Ready each={each} /></Group><Missing each={each} /></>}</li>)}</ul>
      {adding ? <AddDialog actionId={one.id} revision={one.revision} there={one.cases.flatMap((each) => (each.caseId ? [each.caseId] : []))} home={one.case?.id} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function Ready({ each }: { each: OneCase }) {
  return each.clear ? <Tag tone="green"><Trans>Okay to share</Trans></Tag> : <Tag tone="orange"><Trans>Still missing</Trans></Tag>;
}

function Missing({ each }: { each: OneCase }) {
  return each.missing.length > 0 ? <ul className="missing">{each.missing.map((line) => <li key={line}>{missingSaid(line)}</li>)}</ul> : null;
}

/** A case the reader may see: what it lacks, and what they may do for it. */
function SeenCase({ action, each, caseId, live }: { action: CasesOfActionFragment; each: OneCase; caseId: string; live: boolean }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CaseQuery, variables: { id: caseId } });
  const found = data?.node?.__typename === "Case" ? data.node : undefined;
  const may = (act: string): boolean => found?.may.includes(act) ?? false;
  const shortId = each.shortId ?? "";
  const takesOff = live && !each.kept && (may("takeCaseOffAction") || action.may.includes("takeCaseOffAction"));
  return (
    <>
      <Group gap={6}><Link className="plain" to="/cases/$shortId" params={{ shortId }}><CaseNumber>{shortId}</CaseNumber></Link><span>{found?.client.publicName}</span>{each.kept ? <span className="quiet"><Trans>planned here</Trans></span> : null}<Ready each={each} /></Group>
      <Missing each={each} />
      <Group gap={6}>
        {/* For the case it is kept with counsel signs beside the words. */}
        {live && !each.kept && !each.signed && each.capacity && may("signOffAction") ? <VerbButton verb={SignFor} label={t`Sign off for ${shortId}`} told={t`Signed off on exactly these words.`} input={{ actionId: action.id, caseId, saidRevision: action.saidRevision, capacity: each.capacity }} /> : null}
        {live && !each.kept && may("answerAction") ? <VerbButton verb={NoFor} label={t`Say no for ${shortId}`} told={t`Answered. Whoever leads the action is told.`} input={{ actionId: action.id, caseId, saidRevision: action.saidRevision, said: "NO" }} /> : null}
        {takesOff ? <VerbButton verb={TakeOff} label={t`Take ${shortId} off`} told={t`The action goes on without this case. Counsel has to sign off again.`} input={{ actionId: action.id, caseId, expectedRevision: action.revision }} /> : null}
      </Group>
    </>
  );
}

function AddDialog({ actionId, revision, there, home, onClose }: { actionId: string; revision: number; there: readonly string[]; home: string | undefined; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={AddCase} title={t`Add a case to this action`} submit={t`Add the case`} defaults={{ caseId: "" }} input={(typed: { caseId: string }) => ({ actionId, caseId: typed.caseId, expectedRevision: revision })} told={t`Added. Each client must agree, and counsel of each has to sign off.`} onClose={onClose}>
      <CaseField name="caseId" label={t`Case`} required may="addCaseToAction" but={[...there, ...(home ? [home] : [])]} />
      <p className="quiet" style={{ margin: 0 }}><Trans>Every sign-off is void then, and a published action is a draft again. Who reads one of the cases alone is not told which the others are.</Trans></p>
    </VerbDialog>
  );
}
