import { Button, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Tag, Unfolded } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import type { CaseOutcomesQuery, OccasionKind } from "~/graph/generated/graphql";
import { seesAll } from "~/graph/viewer";
import { date, day } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, resultWords } from "~/language/words";
import { OutcomeDialog } from "./OutcomeDialog";

const Outcomes = graphql(`
  query CaseOutcomes($shortId: String!) {
    case(shortId: $shortId) {
      id may audience
      outcomes {
        id revision supporters officials letters press result resultReported recordedAt
        recordedBy { id name }
        occasion { id kind startsAt timeZone }
        words { said pressLinks clearedAt clearedBy { id name } }
      }
      awaitingOutcome { id kind startsAt timeZone }
    }
  }
`);
const Clear = graphql(`
  mutation ClearOutcomeWords($input: ClearOutcomeWordsInput!) {
    clearOutcomeWords(input: $input) { __typename ... on ClearOutcomeWordsPayload { outcome { id revision words { clearedAt } } } ... on UserError { message } }
  }
`);

export type OneOutcome = NonNullable<CaseOutcomesQuery["case"]>["outcomes"][number];
type Open = { occasion: { id: string; kind: OccasionKind }; outcome?: OneOutcome };

/** The ledger is asked for when somebody opens it: the page stays light, and the trail says who read the words. */
export function OutcomesOfCase({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  if (open) return <Unfolded><OutcomesPanel shortId={shortId} /></Unfolded>;
  return (
    <Panel title={t`What happened`} foldable={false}>
      <p className="quiet" style={{ marginTop: 0 }}><Trans>Who came to each date, what was handed in, and what came of it.</Trans></p>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}><Trans>Show what happened</Trans></Button>
    </Panel>
  );
}

/** The ledger of one case: what happened on each of its dates. What happened, and nothing of why. */
export function OutcomesPanel({ shortId }: { shortId: string }) {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: Outcomes, variables: { shortId } });
  const [open, setOpen] = useState<Open>();
  const one = data?.case;
  const legal = one ? seesAll(one.audience) : false;
  const mayEnter = one?.may.includes("recordOutcome") ?? false;
  const mayClear = one?.may.includes("clearOutcomeWords") ?? false;
  return (
    <Panel title={t`What happened`} flush {...(one ? { count: one.outcomes.length } : {})}>
      {one ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {one?.outcomes.length === 0 && one.awaitingOutcome.length === 0 ? <Empty title={t`No date is over yet`}><Trans>After a hearing or an action, enter who came and what came of it.</Trans></Empty> : null}
      <ul className="rows">
        {mayEnter ? one?.awaitingOutcome.map((occasion) => (
          <li key={occasion.id} className="spread">
            <span><Word of={occasion.kind} in={occasionKindWords} /> <span className="quiet">{day(occasion.startsAt, occasion.timeZone)}</span></span>
            <Button size="compact-sm" variant="default" aria-label={t`Enter what happened: ${i18n._(occasionKindWords[occasion.kind])}, ${day(occasion.startsAt, occasion.timeZone)}`} onClick={() => setOpen({ occasion })}><Trans>Enter what happened</Trans></Button>
          </li>
        )) : null}
        {one?.outcomes.map((outcome) => {
          const occasion = outcome.occasion;
          const inCourt = legal || !occasion ? legal : !occasion.kind.endsWith("HEARING") && occasion.kind !== "FEAR_REVIEW" && occasion.kind !== "CHECK_IN";
          return (
            <li key={outcome.id}>
              <Group gap={6}>
                {occasion ? <strong><Word of={occasion.kind} in={occasionKindWords} /></strong> : null}
                {occasion ? <span className="quiet">{day(occasion.startsAt, occasion.timeZone)}</span> : null}
                {outcome.result ? <Tag tone="blue"><Word of={outcome.result} in={resultWords} /></Tag> : null}
              </Group>
              <div>
                {typeof outcome.supporters === "number" ? <Plural value={outcome.supporters} _0="nobody in the room" one="# person in the room" other="# people in the room" /> : <Trans>nobody counted who came</Trans>}
                {typeof outcome.officials === "number" ? <> · <Plural value={outcome.officials} one="# official" other="# officials" /></> : null}
                {typeof outcome.letters === "number" ? <> · <Plural value={outcome.letters} one="# letter" other="# letters" /></> : null}
                {typeof outcome.press === "number" ? <> · <Plural value={outcome.press} one="# piece in the press" other="# pieces in the press" /></> : null}
              </div>
              {outcome.words?.said ? <blockquote style={{ margin: "6px 0", whiteSpace: "pre-wrap" }}><span className="quiet"><Trans>Said in open court, from notes:</Trans></span> {outcome.words.said}</blockquote> : null}
              {outcome.words?.pressLinks.map((link) => <div key={link}><a href={link} rel="noreferrer noopener" target="_blank" style={{ overflowWrap: "anywhere" }}>{link}</a></div>)}
              <div className="quiet">{outcome.recordedBy ? `${outcome.recordedBy.name} · ` : ""}{date(outcome.recordedAt)}{outcome.words && legal ? <> · {outcome.words.clearedAt ? <Trans>advocates may read the words</Trans> : <Trans>words for the legal team only</Trans>}</> : null}</div>
              <Group gap={6} mt={6}>
                {mayEnter && inCourt && occasion ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ occasion, outcome })}><Trans>Correct</Trans></Button> : null}
                {outcome.words && mayClear ? (
                  outcome.words.clearedAt
                    ? <VerbButton verb={Clear} label={t`Keep the words to the legal team`} input={{ outcomeId: outcome.id, cleared: false, expectedRevision: outcome.revision }} told={t`Advocates read the words no longer.`} variant="subtle" color="gray" />
                    : <VerbButton verb={Clear} label={t`Let advocates read the words`} input={{ outcomeId: outcome.id, cleared: true, expectedRevision: outcome.revision }} told={t`Advocates of this case may read these words.`} />
                ) : null}
              </Group>
            </li>
          );
        })}
      </ul>
      {open && one ? <OutcomeDialog occasion={open.occasion} legal={legal} {...(open.outcome ? { outcome: open.outcome } : {})} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}
