import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { LongField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Break = graphql(`
  mutation BreakGlass($input: BreakGlassInput!) {
    breakGlass(input: $input) { __typename ... on BreakGlassPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** For a case of one's own organization that can't wait, and whose team one is not on. */
export function BreakGlass({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="quiet"><Trans>If your organization leads it and it can't wait, you may open it for 24 hours. You say why, and its team is told at once.</Trans></p>
      <Button variant="default" onClick={() => setAsking(true)}><Trans>Open it urgently</Trans></Button>
      {asking ? (
        <VerbDialog verb={Break} title={t`Open ${shortId} urgently`} submit={t`Open it for 24 hours`} danger defaults={{ reason: "" }} input={(values) => ({ shortId, reason: values.reason })} told={t`The case is open to you for 24 hours, and its team has been told.`} onClose={() => setAsking(false)}>
          <LongField name="reason" label={t`Why can't it wait?`} hint={t`The team reads it.`} required />
        </VerbDialog>
      ) : null}
    </>
  );
}
