import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { AttorneyField } from "~/forms/choosers";
import { ChoiceField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { Scope } from "~/graph/generated/graphql";
import { date } from "~/language/times";
import { Word } from "~/language/Word";
import { assignmentStateWords, proceedingKindWords, scopeWords } from "~/language/words";

export const RepresentationPart = graphql(`
  fragment RepresentationOfCase on Case {
    id may
    proceedings { id kind }
    assignments { id revision scope state blurb offeredAt ofRecordAt attorney { id name } organization { id name } proceeding { id kind } }
  }
`);
const Offer = graphql(`
  mutation OfferAssignment($input: OfferAssignmentInput!) {
    offerAssignment(input: $input) { __typename ... on OfferAssignmentPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawAssignment($input: WithdrawAssignmentInput!) {
    withdrawAssignment(input: $input) { __typename ... on WithdrawAssignmentPayload { assignment { id revision state } } ... on UserError { message } }
  }
`);
const Appear = graphql(`
  mutation RecordAppearance($input: RecordAppearanceInput!) {
    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Offered = { attorneyId: string; scope: Scope; proceedingId: string; blurb: string };
type Appeared = { engagedOn: string; enteredOn: string };

export function RepresentationPanel({ of }: { of: FragmentType<typeof RepresentationPart> }) {
  const { t, i18n } = useLingui();
  const one = readFragment(RepresentationPart, of);
  const [offering, setOffering] = useState(false);
  const [appearing, setAppearing] = useState<{ id: string; revision: number }>();
  const scopes = useChoices(scopeWords);
  const may = (act: string): boolean => one.may.includes(act);
  return (
    <Panel title={t`Representation`} flush action={may("offerAssignment") ? <Button size="compact-sm" variant="default" onClick={() => setOffering(true)}><Trans>Offer a placement</Trans></Button> : null}>
      {one.assignments.length === 0 ? <Empty title={t`No attorney yet`}><Trans>Offer the case to someone entitled to appear there. The offer names no one.</Trans></Empty> : null}
      <ul className="rows">
        {one.assignments.map((assignment) => {
          const live = assignment.state !== "DECLINED" && assignment.state !== "WITHDRAWN";
          return (
            <li key={assignment.id}>
              <Group gap={6}><strong>{assignment.attorney?.name ?? t`An attorney`}</strong><Tag tone={assignment.state === "OF_RECORD" ? "teal" : live ? "blue" : "gray"}><Word of={assignment.state} in={assignmentStateWords} /></Tag></Group>
              <div className="quiet"><Word of={assignment.scope} in={scopeWords} />{assignment.proceeding ? ` · ${i18n._(proceedingKindWords[assignment.proceeding.kind])}` : ""} · {assignment.ofRecordAt ? <Trans>of record since {date(assignment.ofRecordAt)}</Trans> : <Trans>offered {date(assignment.offeredAt)}</Trans>}</div>
              {live ? (
                <Group gap={6} mt={6}>
                  {assignment.state !== "OFFERED" && assignment.state !== "OF_RECORD" && may("recordAppearance") ? <Button size="compact-sm" variant="default" onClick={() => setAppearing(assignment)}><Trans>Engaged or of record</Trans></Button> : null}
                  {may("withdrawAssignment") ? <VerbButton verb={Withdraw} label={t`Withdraw`} ask={t`This ends the placement. The case can be offered again.`} variant="subtle" color="gray" input={{ assignmentId: assignment.id, expectedRevision: assignment.revision }} told={t`The placement is withdrawn.`} /> : null}
                </Group>
              ) : null}
            </li>
          );
        })}
      </ul>
      {offering ? (
        <VerbDialog verb={Offer} title={t`Offer a placement`} submit={t`Send the offer`} defaults={{ attorneyId: "", scope: "ALL", proceedingId: "", blurb: "" } satisfies Offered} input={(typed: Offered) => ({ caseId: one.id, attorneyId: typed.attorneyId, scope: typed.scope, proceedingId: said(typed.proceedingId), blurb: typed.blurb })} told={t`The offer is on its way.`} onClose={() => setOffering(false)}>
          <AttorneyField name="attorneyId" label={t`Attorney`} required />
          <ChoiceField name="scope" label={t`Scope`} required options={scopes} />
          <ChoiceField name="proceedingId" label={t`Proceeding`} options={one.proceedings.map((proceeding) => ({ value: proceeding.id, label: i18n._(proceedingKindWords[proceeding.kind]) }))} />
          <LongField name="blurb" label={t`Why this case is worth taking`} hint={t`Nothing that identifies: no name, no address, no exact place.`} required />
        </VerbDialog>
      ) : null}
      {appearing ? (
        <VerbDialog verb={Appear} title={t`Engaged or of record`} submit={t`Save`} defaults={{ engagedOn: "", enteredOn: "" } satisfies Appeared} input={(typed: Appeared) => ({ assignmentId: appearing.id, expectedRevision: appearing.revision, engagedOn: said(typed.engagedOn), enteredOn: said(typed.enteredOn) })} told={t`Saved.`} onClose={() => setAppearing(undefined)}>
          <TextField name="engagedOn" type="date" label={t`Engagement letter signed on`} />
          <TextField name="enteredOn" type="date" label={t`Appearance entered on (E-28)`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
