import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { ChoiceField, TextField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Channel, PersonKind } from "~/graph/generated/graphql";
import { channelWords } from "~/language/words";

const Add = graphql(`
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) { __typename ... on AddContactPayload { person { id contacts { id channel address stopped bounced } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { channel: Channel; address: string };

/** Whom a chat reaches: those who work here and those who help. */
const CHATTING: readonly PersonKind[] = ["STAFF", "SUPPORTER", "INTERPRETER"];

export function AddContactDialog({ personId, name, kind, onClose }: { personId: string; name: string; kind: PersonKind; onClose: () => void }) {
  const { t } = useLingui();
  const channels = useChoices(channelWords, CHATTING.includes(kind) ? ["SMS", "EMAIL", "CHAT"] : ["SMS", "EMAIL"]);
  return (
    <VerbDialog verb={Add} title={t`Add an address of ${name}`} submit={t`Add`} defaults={{ channel: "SMS", address: "" } satisfies Values} input={(typed: Values) => ({ personId, ...typed })} told={t`Added.`} onClose={onClose}>
      <ChoiceField name="channel" label={t`How they are reached`} required options={channels} />
      <Address />
    </VerbDialog>
  );
}

function Address() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  const channel = watch("channel");
  if (channel === "SMS") return <TextField name="address" type="tel" label={t`Telephone`} hint={t`With its area code; from abroad with + and its country. Whoever answers STOP gets no more texts.`} required autoFocus />;
  if (channel === "CHAT") return <TextField name="address" label={t`Address of the chat`} hint={t`As apprise writes it, such as slack://… or signals://…`} required autoFocus />;
  return <TextField name="address" type="email" label={t`E-mail`} required autoFocus />;
}
