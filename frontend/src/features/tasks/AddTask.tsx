import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { PersonField } from "~/forms/choosers";
import { TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Add = graphql(`
  mutation AddTask($input: AddTaskInput!) {
    addTask(input: $input) { __typename ... on AddTaskPayload { task { id ...TaskRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { title: string; ownerId: string; dueAt: string };

export function AddTask({ organizationId, caseId, actionId }: { organizationId: string; caseId?: string; actionId?: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}><Trans>Add a task</Trans></Button>
      {open ? (
        <VerbDialog verb={Add} title={t`Add a task`} submit={t`Add`} defaults={{ title: "", ownerId: "", dueAt: "" } satisfies Values} input={(typed: Values) => ({ organizationId, caseId, actionId, title: typed.title, ownerId: said(typed.ownerId), dueAt: typed.dueAt ? new Date(typed.dueAt).toISOString() : undefined })} told={t`The task is added.`} onClose={() => setOpen(false)}>
          <TextField name="title" label={t`What is to be done`} required autoFocus />
          <PersonField name="ownerId" label={t`By whom`} kinds={["STAFF"]} />
          <TextField name="dueAt" type="datetime-local" label={t`By when`} hint={t`Your own time`} />
        </VerbDialog>
      ) : null}
    </>
  );
}
