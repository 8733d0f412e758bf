import { Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Empty, Panel } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const LayOut = graphql(`
  mutation LayOutActionTasks($input: LayOutActionTasksInput!) {
    layOutActionTasks(input: $input) { __typename ... on LayOutActionTasksPayload { action { id revision } } ... on UserError { message } }
  }
`);

/** What has to be done for an action, by whom, by when. The list itself is of another room. */
export function ActionTasks({ actionId, open, none, mayLayOut, add, children }: { actionId: string; open: number; none: boolean; mayLayOut: boolean; add: ReactNode; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Panel title={t`Tasks`} flush count={open} action={<Group gap={6}>{mayLayOut ? <VerbButton verb={LayOut} label={t`The usual list`} told={t`The usual tasks are laid out, for whoever leads it.`} input={{ actionId }} /> : null}{add}</Group>}>
      {none ? <Empty title={t`Nothing to do yet`}><Trans>Begin with the usual list for this kind of action; then add what is yours, and hand it out.</Trans></Empty> : children}
    </Panel>
  );
}
