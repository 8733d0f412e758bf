import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Tag } from "~/design/pieces";
import { LongField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { date } from "~/language/times";
import { Word } from "~/language/Word";
import { consentAudienceWords } from "~/language/words";

export const RetractionsPart = graphql(`
  fragment RetractionsOfCase on Case {
    id
    retractions { id revision kind audience messages toldAt answer person { id name } caller { id name } toldBy { id name } action { id title } }
  }
`);
const TickOff = graphql(`
  mutation TickOffRetraction($input: TickOffRetractionInput!) {
    tickOffRetraction(input: $input) { __typename ... on TickOffRetractionPayload { case { id ...RetractionsOfCase } } ... on UserError { message } }
  }
`);

/** What left the house before a consent was taken back: who should call whom, ticked off one by one. */
export function RetractionsPanel({ of }: { of: FragmentType<typeof RetractionsPart> }) {
  const { t } = useLingui();
  const { retractions } = readFragment(RetractionsPart, of);
  const [telling, setTelling] = useState<(typeof retractions)[number]>();
  if (retractions.length === 0) return null;
  return (
    <Panel title={t`Cannot be called back`} flush count={retractions.filter((one) => !one.toldAt).length}>
      <ul className="rows">
        {retractions.map((one) => (
          <li key={one.id}>
            <Group gap={6} justify="space-between">
              <div>
                <strong>{one.person?.name ?? <Word of={one.audience} in={consentAudienceWords} />}</strong>{" "}
                {one.kind === "MESSAGES" ? <Trans>have messages: {one.messages}. Ask them to delete them.</Trans> : <Trans>“{one.action?.title}” was public: ask whoever shared it to take it down.</Trans>}
                <div className="quiet">{one.toldAt ? <Trans>told {date(one.toldAt)} by {one.toldBy?.name}</Trans> : one.caller ? <Trans>{one.caller.name} should call</Trans> : <Trans>Nobody is named to call</Trans>}{one.answer ? `: ${one.answer}` : ""}</div>
              </div>
              {one.toldAt ? <Tag tone="teal"><Trans>Told</Trans></Tag> : <Button size="compact-sm" variant="default" onClick={() => setTelling(one)}><Trans>They were told</Trans></Button>}
            </Group>
          </li>
        ))}
      </ul>
      {telling ? (
        <VerbDialog verb={TickOff} title={t`They were told`} submit={t`Tick it off`} defaults={{ answer: "" }} input={(typed: { answer: string }) => ({ retractionId: telling.id, expectedRevision: telling.revision, answer: said(typed.answer) })} told={t`Ticked off.`} onClose={() => setTelling(undefined)}>
          <LongField name="answer" label={t`What they said`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
