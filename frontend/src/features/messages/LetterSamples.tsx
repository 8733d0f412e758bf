import { Group, Select, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel, Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { Audience, LetterKind } from "~/graph/generated/graphql";
import { WRITTEN_IN } from "~/language/speech";
import { audienceWords, letterKindWords } from "~/language/words";

const Letters = graphql(`
  query Letters { letters { kind audiences } }
`);
const Sample = graphql(`
  query LetterSample($organizationId: ID!, $kind: LetterKind!, $audience: Audience!, $language: String!) {
    letterSample(organizationId: $organizationId, kind: $kind, audience: $audience, language: $language) {
      __typename
      ... on LetterSample { subject text short glance }
      ... on UserError { message }
    }
  }
`);

/** Every letter as its reader gets it, in each language that letters are written in. Nothing is sent. */
export function LetterSamples({ organizationId }: { organizationId: string }) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<LetterKind>("RESCHEDULED");
  const [audience, setAudience] = useState<Audience>("FAMILY_CONTACT");
  const [language, setLanguage] = useState("en");
  const [{ data: known, error }] = useQuery({ query: Letters });
  const goes = known?.letters.find((one) => one.kind === kind)?.audiences ?? [];
  const to = goes.includes(audience) ? audience : goes[0];
  const [{ data }] = useQuery({ query: Sample, variables: { organizationId, kind, audience: to ?? "COORDINATOR", language }, pause: !to });
  const sample = data?.letterSample;
  if (!known) return <Panel title={t`What our messages say`}><Awaiting failed={Boolean(error)} /></Panel>;
  return (
    <Panel title={t`What our messages say`}>
      <p style={{ marginTop: 0 }}><Trans>The words are the same for every organization, so that nobody sends by mistake what may not be said. Your organization decides when people are reminded (above), whom it asks, and its own name and telephone number. The client and the date here are invented.</Trans></p>
      <Group gap="xs" mb="md" align="flex-end">
        <Select label={t`Message`} value={kind} allowDeselect={false} onChange={(value) => setKind((value ?? kind) as LetterKind)} data={known.letters.map((one) => ({ value: one.kind, label: i18n._(letterKindWords[one.kind]) }))} />
        <Select label={t`To whom`} value={to ?? null} allowDeselect={false} onChange={(value) => setAudience((value ?? audience) as Audience)} data={goes.map((one) => ({ value: one, label: i18n._(audienceWords[one]) }))} />
        <Select label={t`Language of the reader`} value={language} allowDeselect={false} onChange={(value) => setLanguage(value ?? language)} data={WRITTEN_IN} />
      </Group>
      {sample?.__typename === "LetterSample" ? (
        <div className="stack" style={{ gap: 14 }} aria-live="polite" lang={language}>
          <section><Title order={3} size="h6"><span lang={i18n.locale}><Trans>E-mail</Trans></span></Title><strong>{sample.subject}</strong><pre className="letter">{sample.text}</pre></section>
          <section><Title order={3} size="h6"><span lang={i18n.locale}><Trans>Text message</Trans></span></Title><pre className="letter">{sample.short}</pre></section>
          <section><Title order={3} size="h6"><span lang={i18n.locale}><Trans>In the browser, on a locked screen</Trans></span></Title><pre className="letter">{sample.glance}</pre></section>
        </div>
      ) : sample ? <Refusal>{"message" in sample ? sample.message : ""}</Refusal> : null}
    </Panel>
  );
}
