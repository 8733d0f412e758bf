import { Button, CopyButton, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { HowToSubscribe } from "./HowToSubscribe";
import { feedFilterWords } from "~/language/words";

export const FeedPart = graphql(`
  fragment FeedRow on Feed { id revision name filter alarms language version fetchedAt fetchedBy address webcalAddress googleAddress outlookAddress case { id shortId } court { id name } person { id name } }
`);
const Rotate = graphql(`
  mutation RotateFeed($input: RotateFeedInput!) {
    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }
  }
`);
const Revoke = graphql(`
  mutation RevokeFeed($input: RevokeFeedInput!) {
    revokeFeed(input: $input) { __typename ... on RevokeFeedPayload { feed { id revokedAt } } ... on UserError { message } }
  }
`);

export function FeedRow({ of }: { of: FragmentType<typeof FeedPart> }) {
  const { t } = useLingui();
  const one = readFragment(FeedPart, of);
  const [revoking, setRevoking] = useState(false);
  const [showing, setShowing] = useState(false);
  const input = { feedId: one.id, expectedRevision: one.revision };
  return (
    <li>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap={6}><strong>{one.name}</strong><Tag><Word of={one.filter} in={feedFilterWords} />{one.case ? `: ${one.case.shortId}` : ""}{one.court ? `: ${one.court.name}` : ""}</Tag></Group>
          <div className="quiet">{one.address || !one.person ? null : <><Trans>For {one.person.name}</Trans> · </>}{one.fetchedAt ? <Trans>Last fetched {fromNow(one.fetchedAt)}{one.fetchedBy ? ` (${one.fetchedBy})` : ""}{one.version ? `, ${one.version.slice(0, 7)}` : ""}</Trans> : <Trans>Not fetched yet</Trans>}</div>
        </div>
        <Group gap={6}>
          <VerbButton verb={Rotate} label={t`New address`} ask={t`The address you have now stops working at once, in every calendar that uses it. You subscribe again with the new one.`} input={input} told={t`The old address is dead. Subscribe again with the new one.`} />
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setRevoking(true)}><Trans>Remove</Trans></Button>
        </Group>
      </Group>
      {one.address ? (
        <Group gap={6} mt={8}>
          {one.googleAddress ? <Button component="a" size="compact-sm" variant="light" href={one.googleAddress} target="_blank" rel="noreferrer">Google</Button> : null}
          {one.webcalAddress ? <Button component="a" size="compact-sm" variant="light" href={one.webcalAddress}>Apple</Button> : null}
          {one.outlookAddress ? <Button component="a" size="compact-sm" variant="light" href={one.outlookAddress} target="_blank" rel="noreferrer">Outlook</Button> : null}
          <CopyButton value={one.address}>{({ copied, copy }) => <Button size="compact-sm" variant="default" onClick={copy}>{copied ? t`Copied` : t`Copy the address`}</Button>}</CopyButton>
          <Button size="compact-sm" variant="subtle" aria-expanded={showing} onClick={() => setShowing(!showing)}><Trans>How do I do this?</Trans></Button>
        </Group>
      ) : null}
      {one.address && showing ? <HowToSubscribe address={one.address} /> : null}
      {revoking ? <VerbDialog verb={Revoke} title={t`Remove the feed`} submit={t`Remove`} danger defaults={{}} input={() => input} told={t`The feed is removed.`} onClose={() => setRevoking(false)}><p style={{ margin: 0 }}><Trans>Calendars that use this address will show nothing more.</Trans></p></VerbDialog> : null}
    </li>
  );
}
