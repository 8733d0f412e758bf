import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel, Tag } from "~/design/pieces";
import { TextField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { PreparednessItem } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { preparednessWords } from "~/language/words";

const Preparedness = graphql(`
  query CasePreparedness($shortId: String!) {
    case(shortId: $shortId) { id may preparedness { item doneOn tickedAt tickedBy { id name } } }
  }
`);
const Tick = graphql(`
  mutation TickPreparedness($input: TickPreparednessInput!) {
    tickPreparedness(input: $input) { __typename ... on TickPreparednessPayload { case { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Untick = graphql(`
  mutation UntickPreparedness($input: UntickPreparednessInput!) {
    untickPreparedness(input: $input) { __typename ... on UntickPreparednessPayload { case { id } } ... on UserError { message } }
  }
`);

const ITEMS = Object.keys(preparednessWords) as PreparednessItem[];

/** What a family has prepared: ticks and days. No name, school or address has a place here. */
export function PreparednessPanel({ shortId }: { shortId: string }) {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: Preparedness, variables: { shortId } });
  const [ticking, setTicking] = useState<PreparednessItem>();
  const one = data?.case;
  const done = new Map(one?.preparedness.map((tick) => [tick.item, tick]));
  const may = (item: PreparednessItem): boolean => one?.may.includes(item === "STANDBY_FORMS_REVIEWED" ? "reviewStandbyForms" : "tickPreparedness") ?? false;
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "America/New_York" });
  return (
    <Panel title={t`Family preparedness`} flush>
      {one ? <p className="body quiet" style={{ margin: 0 }}><Trans>Ticks and days only. No child's name, school or address is kept here.</Trans>{done.size === 0 ? <> <Trans>Nothing is ticked yet.</Trans></> : null}</p> : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      <ul className="rows">
        {one ? ITEMS.map((item) => {
          const tick = done.get(item);
          const word = i18n._(preparednessWords[item]);
          return (
            <li key={item}>
              <Group justify="space-between" gap={6}>
                <div>
                  <Word of={item} in={preparednessWords} />
                  {tick ? <div className="quiet">{plainDate(tick.doneOn)}{tick.tickedBy ? `, ${tick.tickedBy.name}` : ""}</div> : null}
                </div>
                <Group gap={6}>
                  {tick ? <Tag tone="teal"><Trans>Done</Trans></Tag> : null}
                  {may(item) ? (tick ? <VerbButton verb={Untick} label={t`Take back`} aria-label={t`Take back: ${word}`} input={{ caseId: one.id, item }} told={t`The tick is taken back.`} variant="subtle" color="gray" /> : <Button size="compact-sm" variant="default" aria-label={t`Tick: ${word}`} onClick={() => setTicking(item)}><Trans>Tick</Trans></Button>) : null}
                </Group>
              </Group>
            </li>
          );
        }) : null}
      </ul>
      {ticking && one ? (
        <VerbDialog verb={Tick} title={i18n._(preparednessWords[ticking])} submit={t`Tick`} defaults={{ doneOn: today }} input={(typed: { doneOn: string }) => ({ caseId: one.id, item: ticking, doneOn: typed.doneOn })} told={t`Ticked.`} onClose={() => setTicking(undefined)}>
          <TextField name="doneOn" type="date" label={t`Done on`} required />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
