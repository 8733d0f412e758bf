import { Anchor, Button, CopyButton, Group, NativeSelect } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { Panel } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";
import { WRITTEN_IN } from "~/language/speech";
import { Word } from "~/language/Word";
import { publicStandingWords } from "~/language/words";

export const PublicPagePart = graphql(`
  fragment PublicPageOf on AdvocacyAction {
    id revision may publicPage { standing url posterUrl language }
  }
`);
const Edit = graphql(`
  mutation EditPublicPage($input: EditPublicPageInput!) {
    editPublicPage(input: $input) { __typename ... on EditPublicPagePayload { action { id ...PublicPageOf } } ... on UserError { message } }
  }
`);

/** What anybody may read of an action, where, and what is in the way of it. */
export function PublicPagePanel({ of }: { of: FragmentType<typeof PublicPagePart> }) {
  const { t } = useLingui();
  const one = readFragment(PublicPagePart, of);
  const { send, sending } = useVerb(Edit);
  const { url, posterUrl, standing, language } = one.publicPage;
  const may = one.may.includes("editPublicPage");
  const written = async (chosen: string): Promise<void> => {
    const { refused } = await send({ actionId: one.id, expectedRevision: one.revision, language: chosen });
    notifications.show(refused ? { color: "red", message: refused.message } : { message: t`Saved.` });
  };
  return (
    <Panel title={t`Public page`}>
      {url ? (
        <>
          <p style={{ margin: "0 0 8px", overflowWrap: "anywhere" }}><Anchor href={url} target="_blank" rel="noreferrer">{url}</Anchor></p>
          <p className="quiet"><Trans>Anybody who has this address reads when, where, the title and the words that were signed off. It holds no name, and is gone at once when the action is cancelled or a consent ends.</Trans></p>
          <Group gap={6}>
            <CopyButton value={url}>{({ copied, copy }) => <Button size="compact-sm" onClick={copy}>{copied ? t`Copied` : t`Copy the link`}</Button>}</CopyButton>
            {posterUrl ? <Button size="compact-sm" variant="default" component="a" href={posterUrl} target="_blank" rel="noreferrer"><Trans>Poster</Trans></Button> : null}
            {may ? <VerbButton verb={Edit} label={t`New address`} ask={t`The old address stops at once, also on posters that hang already.`} told={t`It has a new address.`} input={{ actionId: one.id, expectedRevision: one.revision, newAddress: true }} /> : null}
          </Group>
          {may ? <NativeSelect mt="sm" label={t`The words are written in`} value={language} disabled={sending} onChange={(event) => void written(event.currentTarget.value)} data={WRITTEN_IN.some((known) => known.value === language) ? WRITTEN_IN : [...WRITTEN_IN, { value: language, label: language }]} /> : null}
        </>
      ) : <p className="quiet" style={{ margin: 0 }}><Word of={standing} in={publicStandingWords} /></p>}
    </Panel>
  );
}
