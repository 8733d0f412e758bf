import { Button, Group as Line } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { Awaiting, CaseNumber, Empty, Panel, Tag, type Tone, When } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql, readFragment } from "~/graph/generated";
import type { CaseNeed, WaitingCaseFragment } from "~/graph/generated/graphql";
import { fromNow, moment, plainDay } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords } from "~/language/words";
import { type Group, grouped, urgency } from "./urgency";

const Waiting = graphql(`
  query Waiting {
    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }
    hearingsWaiting {
      id dateStanding
      occasion { id kind startsAt timeZone hourKnown }
      court { id name }
      case { ...WaitingCase }
    }
    deadlinesWaiting { id name dueOn dueAt timeZone case { ...WaitingCase } }
    alarmsWaiting { id revision title dueAt owner { id name } case { ...WaitingCase } }
    approvalsWaiting { id title lead { id name } occasion { id kind startsAt timeZone hourKnown } case { ...WaitingCase } }
    cases(filter: { need: NOBODY_ASSIGNED }, order: OPENED, first: 20) { edges { node { openedAt ...WaitingCase } } }
  }
`);
export const WaitingCase = graphql(`
  fragment WaitingCase on Case {
    id shortId client { id publicName } coordinator { id name } representedBy { id attorney { id name } }
    assignments { id state lapsed attorney { id name } }
  }
`);
const Done = graphql(`
  mutation AnswerAlarm($input: CompleteTaskInput!) {
    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }
  }
`);

type CaseOf = WaitingCaseFragment;
type Row = { id: string; group: Group; at?: string | null | undefined; of: CaseOf | null | undefined; tags: { tone: Tone; said: ReactNode }[]; what: ReactNode; when: ReactNode; whose: string | undefined; next: ReactNode };

/** Whose it is: one name. */
function whose(of: CaseOf | null | undefined, first: "counsel" | "coordinator", onDuty: string | undefined): string | undefined {
  const counsel = of?.representedBy[0]?.attorney?.name;
  return (first === "counsel" ? (counsel ?? of?.coordinator?.name) : (of?.coordinator?.name ?? counsel)) ?? onDuty;
}

/** Whoever was offered the case and has not said no. */
function askedOf(of: CaseOf | null | undefined): string | undefined {
  const open = of?.assignments.filter((one) => (one.state === "OFFERED" || one.state === "CHECKING") && !one.lapsed) ?? [];
  return open.length > 0 ? open.map((one) => one.attorney?.name).filter(Boolean).join(", ") : undefined;
}

function More({ count, shown, need }: { count: number; shown: number; need: CaseNeed }) {
  return count > shown ? <Link to="/board" search={{ need }}><Plural value={count} one="All on the board (# case)" other="All on the board (# cases)" /></Link> : null;
}

type Props = {
  /** Who is on duty now: what belongs to nobody is theirs. */
  onDuty: string | undefined;
  /** The verbs' own dialogs; the page owns them. */
  onCheck: (hearingId: string) => void;
  onOffer: (caseId: string) => void;
};

/**
 * What needs a human now where somebody coordinates: each row with what, when, whose it is and one next step. A row is
 * silent once it is answered.
 */
export function WaitingPanel({ onDuty, onCheck, onOffer }: Props) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Waiting, requestPolicy: "cache-and-network" });
  if (!data) return <Awaiting failed={Boolean(error)} />;
  const now = Date.now();
  const rows: Row[] = [
    ...data.alarmsWaiting.map((alarm) => ({ ...alarm, case: readFragment(WaitingCase, alarm.case) })).map((one): Row => ({
      id: one.id, group: "NOW", of: one.case, tags: [{ tone: "red", said: <Trans>Custody</Trans> }], what: one.title, when: one.dueAt ? <span className="quiet"><Trans>rang {fromNow(one.dueAt)}</Trans></span> : null, whose: one.owner?.name ?? whose(one.case, "coordinator", onDuty),
      next: <>{one.case ? <Button size="compact-sm" variant="subtle" component={Link} to={`/cases/${one.case.shortId}`}><Trans>See to it</Trans></Button> : null}<VerbButton verb={Done} label={t`Answered`} aria-label={t`Answered: ${one.title}`} told={t`Done: ${one.title}`} input={{ taskId: one.id, expectedRevision: one.revision }} variant="default" /></>,
    })),
    ...data.hearingsWaiting.map((found) => ({ ...found, case: readFragment(WaitingCase, found.case) })).map((one): Row => {
      const uncovered = one.case?.representedBy.length === 0;
      const asked = uncovered ? askedOf(one.case) : undefined;
      const unsure = one.dateStanding !== null && one.dateStanding !== undefined && one.dateStanding !== "TWO_SOURCE";
      const title = one.case?.shortId ?? "";
      return {
        id: one.id, at: one.occasion.startsAt, of: one.case, group: asked && !unsure ? "ASKED" : urgency(one.occasion.startsAt, now),
        tags: [...(uncovered ? [{ tone: "red" as const, said: <Trans>No attorney</Trans> }] : []), ...(unsure ? [{ tone: "orange" as const, said: <Trans>Date to check</Trans> }] : [])],
        what: <><Word of={one.occasion.kind} in={occasionKindWords} />{one.court ? <span className="quiet"> · {one.court.name}</span> : null}{asked ? <div className="quiet"><Trans>Offered to {asked}; not taken yet.</Trans></div> : null}</>,
        when: <When at={one.occasion.startsAt} zone={one.occasion.timeZone} hourKnown={one.occasion.hourKnown} />,
        whose: asked && !unsure ? asked : whose(one.case, "coordinator", onDuty),
        next: uncovered && !asked && one.case ? <Button size="compact-sm" aria-label={t`Offer it to counsel: ${title}`} onClick={() => onOffer(one.case?.id ?? "")}><Trans>Offer it to counsel</Trans></Button> : unsure ? <Button size="compact-sm" variant="default" aria-label={t`Check the date: ${title}`} onClick={() => onCheck(one.id)}><Trans>Check the date</Trans></Button> : null,
      };
    }),
    ...data.deadlinesWaiting.map((found) => ({ ...found, case: readFragment(WaitingCase, found.case) })).map((one): Row => ({
      id: one.id, at: one.dueAt ?? one.dueOn, of: one.case, group: urgency(one.dueAt ?? one.dueOn, now), tags: [{ tone: "yellow", said: <Trans>Deadline</Trans> }], what: one.name ?? <Trans>Set by the court</Trans>,
      when: one.dueAt ? <time dateTime={one.dueAt}>{moment(one.dueAt, one.timeZone)}</time> : one.dueOn ? <time dateTime={one.dueOn}>{plainDay(one.dueOn)}</time> : null, whose: whose(one.case, "counsel", onDuty),
      next: one.case ? <Link to="/cases/$shortId" params={{ shortId: one.case.shortId }}><Trans>Confirm or file it</Trans></Link> : null,
    })),
    ...data.approvalsWaiting.map((found) => ({ ...found, case: readFragment(WaitingCase, found.case) })).map((one): Row => ({
      id: one.id, at: one.occasion.startsAt, of: one.case, group: urgency(one.occasion.startsAt, now), tags: [{ tone: "blue", said: <Trans>Counsel's yes</Trans> }], what: <>{one.title} <span className="quiet">· <Word of={one.occasion.kind} in={occasionKindWords} /></span></>,
      when: <When at={one.occasion.startsAt} zone={one.occasion.timeZone} hourKnown={one.occasion.hourKnown} />, whose: one.case?.representedBy[0]?.attorney?.name ?? one.lead?.name ?? onDuty,
      next: <Link to="/actions/$actionId" params={{ actionId: one.id }}><Trans>See what is missing</Trans></Link>,
    })),
    ...data.cases.edges.map(({ node: found }): Row => {
      const node = readFragment(WaitingCase, found);
      const asked = askedOf(node);
      return {
        id: node.id, of: node, group: asked ? "ASKED" : "WEEK", tags: [{ tone: "orange", said: <Trans>Nobody assigned</Trans> }], what: asked ? <span className="quiet"><Trans>Offered to {asked}; not taken yet.</Trans></span> : <Trans>Neither a coordinator nor an attorney</Trans>, when: <span className="quiet"><Trans>opened {fromNow(found.openedAt)}</Trans></span>, whose: asked ?? onDuty,
        next: asked ? null : <Button size="compact-sm" aria-label={t`Offer it to counsel: ${node.shortId}`} onClick={() => onOffer(node.id)}><Trans>Offer it to counsel</Trans></Button>,
      };
    }),
  ];
  const titles: Record<Group, string> = { NOW: t`Until tomorrow`, WEEK: t`This week`, LATER: t`After that`, ASKED: t`Somebody was asked` };
  const failed = data.today.lettersFailed;
  if (rows.length === 0 && failed === 0) {
    return data.today.changesNotConfirmed > 0 ? null : (
      <div className="panel"><Empty title={t`All quiet`}><Trans>Nothing needs you now. Hearings without an attorney, dates to check, deadlines, alarms and what waits for counsel's yes appear here by themselves, and go once somebody has answered.</Trans></Empty></div>
    );
  }
  return (
    <>
      {grouped(rows).map(({ group, rows: those }) => (
        <Panel key={group} title={titles[group]} flush count={those.length} foldable={false}>
          <ul className="rows">{those.map((row) => <WaitingRow key={`${group}${row.id}`} row={row} />)}</ul>
        </Panel>
      ))}
      <Line gap="md" className="quiet">
        <More need="HEARING_WITHOUT_COUNSEL" count={data.today.hearingsWithoutCounsel} shown={20} />
        <More need="DATE_TO_CHECK" count={data.today.datesToCheck} shown={20} />
        <More need="NOBODY_ASSIGNED" count={data.today.nobodyAssigned} shown={20} />
        <More need="DEADLINE_NEAR" count={data.today.deadlinesNear} shown={20} />
        {failed > 0 ? <Link to="/messages" search={{ progress: "TROUBLE" }}><Plural value={failed} one="# message failed since yesterday" other="# messages failed since yesterday" /></Link> : null}
      </Line>
    </>
  );
}

function WaitingRow({ row }: { row: Row }) {
  return (
    <li>
      <div className="waiting">
        <div>
          <Line gap={6}>{row.of ? <Link className="plain" to="/cases/$shortId" params={{ shortId: row.of.shortId }}><strong><CaseNumber>{row.of.shortId}</CaseNumber></strong>{row.of.client.publicName === row.of.shortId ? null : <> {row.of.client.publicName}</>}</Link> : null}{row.tags.map((tag, index) => <Tag key={index} tone={tag.tone}>{tag.said}</Tag>)}</Line>
          <div>{row.what}</div>
        </div>
        <div>{row.when}</div>
        <div>{row.whose ? <Trans>for {row.whose}</Trans> : <span className="unknown"><Trans>nobody yet</Trans></span>}</div>
        <div className="next">{row.next}</div>
      </div>
    </li>
  );
}
