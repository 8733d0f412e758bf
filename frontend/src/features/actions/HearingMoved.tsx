import { Alert, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Answer = graphql(`
  mutation AnswerHearingMove($input: AnswerHearingMoveInput!) {
    answerHearingMove(input: $input) { __typename ... on AnswerHearingMovePayload { action { id revision hearingMoved state } } ... on UserError { message } }
  }
`);

/** Its hearing moved without it: its lead says what becomes of it. */
export function HearingMoved({ actionId, revision, may }: { actionId: string; revision: number; may: boolean }) {
  const { t } = useLingui();
  const input = { actionId, expectedRevision: revision };
  return (
    <Alert color="orange" title={t`The hearing moved. What becomes of this?`} mb="md">
      <p style={{ margin: "0 0 8px" }}><Trans>It still stands where people were told that it stands. Whoever was asked is told of what you decide; counsel's sign-off stays.</Trans></p>
      {may ? (
        <Group gap={6}>
          <VerbButton verb={Answer} variant="filled" label={t`It goes along`} told={t`Moved with the hearing. Everyone asked is told.`} input={{ ...input, choice: "FOLLOW" as const }} />
          <VerbButton verb={Answer} label={t`It keeps its hour`} told={t`It stays where it is.`} input={{ ...input, choice: "KEEP" as const }} />
          <VerbButton verb={Answer} color="red" label={t`Cancel the action`} ask={t`Everyone who was asked is told that it is off.`} told={t`Cancelled. Everyone asked is told.`} input={{ ...input, choice: "CALL_OFF" as const }} />
        </Group>
      ) : null}
    </Alert>
  );
}
