import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";

const Save = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) { __typename ... on SaveViewPayload { savedView { id revision name address } organization { id savedViews { id } } } ... on Invalid { field } ... on UserError { message } }
  }
`);
/** The name of a view of the board: a new one, or another for one that is there. */
export function NameDialog({ view, address, searched, organizationId, onClose }: { view: { id: string; revision: number; name: string; address: string } | undefined; address: string; searched: boolean; organizationId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(Save);
  const [name, setName] = useState(view?.name ?? "");
  const [why, setWhy] = useState("");
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { refused } = await send({ organizationId, name, address: view?.address ?? address, ...(view ? { viewId: view.id, expectedRevision: view.revision } : {}) });
    if (refused) setWhy(refused.message);
    else onClose();
  };
  return (
    <Modal opened onClose={onClose} title={view ? t`Rename the view` : t`Save this view`}>
      <form onSubmit={(event) => void save(event)} className="stack" style={{ gap: 12 }}>
        {why ? <Refusal>{why}</Refusal> : null}
        <TextInput label={t`Name`} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={60} required data-autofocus />
        {searched && !view ? <Text size="sm" c="dimmed"><Trans>What you searched for is not kept: it may be a client’s name, and views can be shared.</Trans></Text> : null}
        <Group justify="flex-end"><Button type="submit" loading={sending}><Trans>Save</Trans></Button></Group>
      </form>
    </Modal>
  );
}
