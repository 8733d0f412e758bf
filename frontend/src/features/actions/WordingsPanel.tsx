import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { LongField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { WordingKind } from "~/graph/generated/graphql";
import { WRITTEN_IN } from "~/language/speech";
import { Word } from "~/language/Word";
import { wordingKindWords } from "~/language/words";

export const WordingsPart = graphql(`
  fragment WordingsOfAction on AdvocacyAction { id revision wordings { id kind language body } }
`);
const Draft = graphql(`
  mutation DraftWording($input: DraftWordingInput!) {
    draftWording(input: $input) { __typename ... on DraftWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on UserError { message } }
  }
`);
const Write = graphql(`
  mutation WriteWording($input: WriteWordingInput!) {
    writeWording(input: $input) { __typename ... on WriteWordingPayload { signOffVoided action { id ...WordingsOfAction } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const KINDS: readonly WordingKind[] = ["TALKING_POINTS", "MEDIA_ADVISORY"];

/** What is said beside the statement, in each language. It is part of what counsel signs. */
export function WordingsPanel({ of, mayWrite }: { of: FragmentType<typeof WordingsPart>; mayWrite: boolean }) {
  const { t, i18n } = useLingui();
  const one = readFragment(WordingsPart, of);
  const [language, setLanguage] = useState("en");
  const [open, setOpen] = useState<WordingKind>();
  const body = (kind: WordingKind): string => one.wordings.find((text) => text.kind === kind && text.language === language)?.body ?? "";
  const written = (code: string): number => one.wordings.filter((text) => text.language === code).length;
  const input = { actionId: one.id, language, expectedRevision: one.revision };
  return (
    <Panel title={t`Talking points and advisory`} count={one.wordings.length}>
      <div style={{ maxWidth: "100%", overflowX: "auto", marginBottom: 12 }}><Segments aria-label={t`Language`} value={language} onChange={setLanguage} data={WRITTEN_IN.map((choice) => ({ value: choice.value, label: written(choice.value) > 0 ? `${choice.label} (${written(choice.value)})` : choice.label }))} /></div>
      {KINDS.map((kind) => (
        <section key={kind} aria-label={i18n._(wordingKindWords[kind])} style={{ marginBottom: 16 }}>
          <Group justify="space-between" mb={6}>
            <strong><Word of={kind} in={wordingKindWords} /></strong>
            {mayWrite ? (
              <Group gap={6}>
                {body(kind) ? null : <VerbButton verb={Draft} label={t`Draft from what is cleared`} told={(done) => (done.signOffVoided ? t`Drafted. The words changed, so counsel has to sign off again.` : t`Drafted. Read it, and close the gaps in brackets.`)} input={{ ...input, kind }} />}
                <Button size="compact-sm" variant="default" onClick={() => setOpen(kind)}>{body(kind) ? <Trans>Edit</Trans> : <Trans>Write it</Trans>}</Button>
              </Group>
            ) : null}
          </Group>
          {body(kind) ? <div lang={language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{body(kind)}</div> : <p className="quiet" style={{ margin: 0 }}>{kind === "TALKING_POINTS" ? <Trans>What those who speak keep to: that we come as witnesses, and what we do not speak of.</Trans> : <Trans>What the newsrooms get: what, when, where, who speaks, whom to call.</Trans>}</p>}
        </section>
      ))}
      <p className="quiet" style={{ margin: 0 }}><Trans>A draft says only what is cleared; what is not stands as a gap in brackets. These words are part of what counsel signs off.</Trans></p>
      {open ? (
        <VerbDialog verb={Write} title={i18n._(wordingKindWords[open])} submit={t`Save`} wide defaults={{ body: body(open) }} input={(typed: { body: string }) => ({ ...input, kind: open, body: typed.body || null })} told={(done) => (done.signOffVoided ? t`Saved. The words changed, so counsel has to sign off again.` : t`Saved.`)} onClose={() => setOpen(undefined)}>
          <LongField name="body" label={i18n._(wordingKindWords[open])} hint={t`Empty: they are taken back`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
