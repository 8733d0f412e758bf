import { Trans, useLingui } from "@lingui/react/macro";
import { TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Open = graphql(`
  mutation OpenOperation($input: OpenOperationInput!) {
    openOperation(input: $input) { __typename ... on OpenOperationPayload { operation { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { name: string; place: string; beganOn: string };

/** Name a raid or sweep, so that its arrests are taken in together. */
export function OpenOperation({ organizationId, onOpened, onClose }: { organizationId: string; onOpened: (operationId: string) => void; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Open} title={t`Open an operation`} submit={t`Open the operation`} defaults={{ name: "", place: "", beganOn: "" } satisfies Values} input={(typed: Values) => ({ organizationId, name: typed.name, place: said(typed.place), beganOn: typed.beganOn })} told={t`The operation is open. Take in those who were arrested.`} onDone={(done) => onOpened(done.operation.id)} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>Its name and place are kept sealed: they may tell where people work.</Trans></p>
      <TextField name="name" label={t`What people call it`} required autoFocus />
      <TextField name="place" label={t`Where it happened`} />
      <TextField name="beganOn" type="date" label={t`The day it began`} required />
    </VerbDialog>
  );
}
