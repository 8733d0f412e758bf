import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Panel } from "~/design/pieces";
import { ChoiceField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { plainDate } from "~/language/times";

export const OperationPart = graphql(`
  fragment OperationOfCase on Case {
    id revision may
    operation { id name beganOn }
  }
`);
const Put = graphql(`
  mutation PutIntoOperation($input: PutIntoOperationInput!) {
    putIntoOperation(input: $input) { __typename ... on PutIntoOperationPayload { case { id ...OperationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Choices = graphql(`
  query OperationsToChoose {
    operations { id name beganOn }
  }
`);

/** With whom somebody was arrested: for whoever takes people in, who alone see operations. */
export function OperationPanel({ of }: { of: FragmentType<typeof OperationPart> }) {
  const { t } = useLingui();
  const one = readFragment(OperationPart, of);
  const [choosing, setChoosing] = useState(false);
  const { operation } = one;
  const may = one.may.includes("putIntoOperation");
  return (
    <Panel title={t`Operation`} action={may ? <Button size="compact-sm" variant="default" onClick={() => setChoosing(true)}>{operation ? <Trans>Change</Trans> : <Trans>Put into an operation</Trans>}</Button> : null}>
      {operation ? (
        <Group justify="space-between" gap="xs">
          <span><Link to="/operations/$operationId" params={{ operationId: operation.id }} className="plain">{operation.name}</Link> <span className="quiet">{plainDate(operation.beganOn)}</span></span>
          {may ? <VerbButton verb={Put} label={t`Take out`} aria-label={t`Take out of the operation`} ask={t`The case stays as it is; it is no longer listed with the others who were arrested.`} input={{ caseId: one.id, expectedRevision: one.revision, operationId: null }} told={t`The case belongs to no operation.`} /> : null}
        </Group>
      ) : <p className="quiet" style={{ margin: 0 }}><Trans>No operation. When somebody was arrested in a raid or sweep, put the case with those of the others.</Trans></p>}
      {choosing ? <ChooseOperation caseId={one.id} revision={one.revision} stands={operation?.id ?? ""} onClose={() => setChoosing(false)} /> : null}
    </Panel>
  );
}

function ChooseOperation({ caseId, revision, stands, onClose }: { caseId: string; revision: number; stands: string; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Choices });
  const options = (data?.operations ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${plainDate(one.beganOn)}` }));
  return (
    <VerbDialog verb={Put} title={t`Put into an operation`} submit={t`Put it there`} defaults={{ operationId: stands }} input={(typed: { operationId: string }) => ({ caseId, expectedRevision: revision, operationId: typed.operationId })} told={t`The case is with the others of the operation.`} onClose={onClose}>
      {data && options.length === 0 ? <p className="quiet" style={{ margin: 0 }}><Trans>There is no operation yet. Open one on the page Operations.</Trans></p> : null}
      <ChoiceField name="operationId" label={t`Operation`} required searchable options={options} />
    </VerbDialog>
  );
}
