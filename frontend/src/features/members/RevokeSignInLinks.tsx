import { useLingui } from "@lingui/react/macro";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Revoke = graphql(`
  mutation RevokeSignInLinks($input: RevokeSignInLinksInput!) {
    revokeSignInLinks(input: $input) { __typename ... on RevokeSignInLinksPayload { revoked } ... on UserError { message } }
  }
`);

/** Letters with which people choose a password, that nobody has used yet. */
export function RevokeSignInLinks({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  return <VerbButton verb={Revoke} input={{ organizationId }} label={t`End all links to choose a password`} ask={t`Every such link that nobody has used yet stops at once. Send each member a new one.`} told={t`The links have ended.`} />;
}
