import { Plural, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useState } from "react";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Revoke = graphql(`
  mutation RevokeFeeds($input: RevokeFeedsInput!) {
    revokeFeeds(input: $input) { __typename ... on RevokeFeedsPayload { revoked } ... on UserError { message } }
  }
`);

/** For the day a telephone is lost, or nobody knows which address got out. */
export function RevokeFeeds({ organizationId, everybody = false }: { organizationId: string; everybody?: boolean }) {
  const { t } = useLingui();
  const [ended, setEnded] = useState<number>();
  return (
    <>
      <VerbButton
        verb={Revoke}
        input={{ organizationId, everybody }}
        label={everybody ? t`End everybody's calendars` : t`End all of them`}
        ask={everybody ? t`Every calendar address of the organization stops at once, also those of officials and supporters. Everybody makes new ones.` : t`All your calendar addresses stop at once. You make new ones on a telephone that is yours.`}
        told={t`The calendars have ended.`}
        onDone={({ revoked }) => setEnded(revoked)}
      />
      {ended === undefined ? null : <Text size="sm" role="status"><Plural value={ended} one="# calendar was ended." other="# calendars were ended." /></Text>}
    </>
  );
}
