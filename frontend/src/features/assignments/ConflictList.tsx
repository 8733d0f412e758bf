import { Button, FileButton, Group, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { Empty, Panel, Refusal, Tag } from "~/design/pieces";
import { ChoiceField, LongField, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { ConflictSide } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { conflictSideWords } from "~/language/words";

const Names = graphql(`
  query ConflictNames($after: String) {
    conflictNames(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id side name } } }
  }
`);
const Add = graphql(`
  mutation AddConflictNames($input: AddConflictNamesInput!) {
    addConflictNames(input: $input) { __typename ... on AddConflictNamesPayload { added } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Remove = graphql(`
  mutation RemoveConflictNames($input: RemoveConflictNamesInput!) {
    removeConflictNames(input: $input) { __typename ... on RemoveConflictNamesPayload { removed } ... on UserError { message } }
  }
`);

/** A file is read on this machine, and what it holds stands in the field before it is sent. */
function FromFile() {
  const { setValue } = useFormContext();
  const read = (file: File | null): void => void file?.text().then((text) => setValue("text", text, { shouldValidate: true }));
  return <FileButton onChange={read} accept=".csv,.txt,text/csv,text/plain">{(props) => <Button {...props} variant="default" size="compact-sm" style={{ alignSelf: "flex-start" }}><Trans>Take it from a file</Trans></Button>}</FileButton>;
}

/** The viewer's own list of clients and adverse names. Nobody else reads it: it is compared, and that tells nobody a name. */
export function ConflictList({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [adding, setAdding] = useState(false);
  const [{ data, error }, again] = useQuery({ query: Names, variables: { after }, requestPolicy: "network-only" });
  const sides = useChoices(conflictSideWords);
  const fresh = (): void => { setAfter(null); again({ requestPolicy: "network-only" }); };
  const rows = data?.conflictNames.edges ?? [];
  return (
    <Panel title={t`Your conflict list`} action={<><Button size="compact-sm" variant="default" onClick={() => setAdding(true)}><Trans>Add names</Trans></Button>{rows.length > 0 ? <Button size="compact-sm" variant="default" onClick={() => setShown(true)}><Trans>Look at it</Trans></Button> : null}</>}>
      {error && !data ? <Refusal><Trans>Your list could not be loaded. Try again.</Trans></Refusal> : null}
      <p className="quiet" style={{ margin: 0 }}>{rows.length > 0 ? <Trans>Whoever checks a case with you is told "possible conflict" or "none found", and never a name. It can't be changed while a check waits.</Trans> : <Trans>Keep your clients and adverse names here, and conflict checks need nobody's telephone. Only you ever read the list; others are told "possible conflict" or "none found".</Trans>}</p>
      {adding ? (
        <VerbDialog verb={Add} title={t`Add names`} submit={t`Add`} defaults={{ text: "", side: "CLIENT" as ConflictSide }} input={(typed: { text: string; side: ConflictSide }) => ({ organizationId, ...typed })} told={({ added }) => t`${added} names are new on your list.`} onDone={fresh} onClose={() => setAdding(false)} wide>
          <LongField name="text" label={t`Names`} hint={t`One a line. In a file, a second column may say what they are: client, former client, adverse, related.`} required />
          <FromFile />
          <ChoiceField name="side" label={t`What they are to you`} required options={sides} />
        </VerbDialog>
      ) : null}
      {shown ? (
        <Modal opened onClose={() => { setShown(false); setAfter(null); }} title={t`Your conflict list`} size="lg" closeButtonProps={{ "aria-label": t`Close` }}>
          {rows.length === 0 ? <Empty title={t`Nothing here`} /> : null}
          <ul className="rows">
            {rows.map(({ node }) => (
              <li key={node.id}><Group justify="space-between" wrap="nowrap"><div>{node.name} <Tag><Word of={node.side} in={conflictSideWords} /></Tag></div><VerbButton verb={Remove} variant="subtle" color="gray" label={t`Take off`} aria-label={t`Take off the list: ${node.name}`} input={{ organizationId, nameIds: [node.id] }} told={t`Taken off.`} onDone={fresh} /></Group></li>
            ))}
          </ul>
          <Group justify="space-between" mt="md">
            <VerbButton verb={Remove} variant="subtle" color="red" label={t`Remove the whole list`} ask={t`Every name of it goes, for good.`} input={{ organizationId, everything: true }} told={t`The list is empty.`} onDone={() => { setShown(false); fresh(); }} />
            {data?.conflictNames.pageInfo.hasNextPage ? <Button size="compact-sm" variant="default" onClick={() => setAfter(data.conflictNames.pageInfo.endCursor ?? null)}><Trans>The next fifty</Trans></Button> : null}
          </Group>
        </Modal>
      ) : null}
    </Panel>
  );
}
