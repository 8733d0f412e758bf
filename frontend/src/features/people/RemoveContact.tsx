import { useLingui } from "@lingui/react/macro";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Remove = graphql(`
  mutation RemoveContact($input: RemoveContactInput!) {
    removeContact(input: $input) { __typename ... on RemoveContactPayload { person { id contacts { id channel address stopped bounced } } } ... on UserError { message } }
  }
`);

export function RemoveContact({ contactId, address, name }: { contactId: string; address: string; name: string }) {
  const { t } = useLingui();
  return <VerbButton verb={Remove} variant="subtle" color="gray" label={t`Take away`} aria-label={t`Take away ${address} of ${name}`} ask={t`Nobody writes to ${address} any more. Letters to ${name} go another way, or none.`} input={{ contactId }} told={t`Taken away.`} />;
}
