import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Renew = graphql(`
  mutation RenewLinksOfPerson($input: RenewLinksOfPersonInput!) {
    renewLinksOfPerson(input: $input) { __typename ... on RenewLinksOfPersonPayload { renewed } ... on UserError { message } }
  }
`);

/** For the day somebody's mailbox or telephone is in other hands. */
export function RenewLinks({ personId, name }: { personId: string; name: string }) {
  const { t } = useLingui();
  return <VerbButton verb={Renew} variant="subtle" color="gray" label={t`New links`} aria-label={t`New links for ${name}`} ask={t`Every link and calendar address that ${name} has stops at once. Letters bring new links to what they are asked to; a new calendar address stands on the page of feeds.`} input={{ personId }} told={({ renewed }) => (renewed ? plural(renewed, { one: "# old link has stopped.", other: "# old links have stopped." }) : t`${name} has no links: nothing was stopped.`)} />;
}
