import { Button, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Empty, Tag } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { InboxEntryRowFragment } from "~/graph/generated/graphql";
import { fromNow, moment } from "~/language/times";
import { useMarking } from "./marking";
import { leads, useSentence } from "./said";

export const InboxEntryRow = graphql(`
  fragment InboxEntryRow on InboxEntry {
    id kind at read snoozedUntil about letter
    case { id shortId client { id publicName } }
    change { id kind wasStartsAt wasTimeZone told confirmed by { id name } mine { id } occasion { id kind startsAt timeZone } }
    task { id title }
    invitation { id state partySize person { id name } }
    action { id }
    spreadsheet { id state rows done }
  }
`);

export type Which = "new" | "all" | "later";

/** Of what concerns the reader what they asked to see: the latest first. */
export function chosen(entries: readonly InboxEntryRowFragment[], which: Which): readonly InboxEntryRowFragment[] {
  const sorted = entries.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  if (which === "later") return sorted.filter((one) => one.snoozedUntil);
  return sorted.filter((one) => !one.snoozedUntil && (which === "all" || !one.read));
}

type Matter = { about: string; entries: readonly InboxEntryRowFragment[] };

/** Entries of one matter together, where the latest of them stands. */
export function matters(entries: readonly InboxEntryRowFragment[]): readonly Matter[] {
  const found = new Map<string, InboxEntryRowFragment[]>();
  for (const one of entries) found.set(one.about, [...(found.get(one.about) ?? []), one]);
  return [...found].map(([about, all]) => ({ about, entries: all }));
}

/** Of each date that changed what it says now: an earlier move of the same date is overtaken, and nothing else is hidden. */
function latest(entries: readonly InboxEntryRowFragment[]): readonly InboxEntryRowFragment[] {
  const seen = new Set<string>();
  return entries.filter((one) => {
    const of = one.change?.occasion?.id ?? one.id;
    return !seen.has(of) && seen.add(of);
  });
}

export function InboxList({ of, which, onGo }: { of: readonly FragmentType<typeof InboxEntryRow>[]; which: Which; onGo?: () => void }) {
  const shown = matters(chosen(of.map((one) => readFragment(InboxEntryRow, one)), which));
  const { t } = useLingui();
  if (shown.length === 0) {
    if (which === "later") return <Empty title={t`Nothing is put off`}><Trans>What you put off until tomorrow waits here.</Trans></Empty>;
    return <Empty title={which === "new" ? t`You have read everything` : t`Nothing yet`}><Trans>When a date of yours changes, a case is offered to you, somebody gives you a task or answers your invitation, it stands here by itself.</Trans></Empty>;
  }
  return <ul className="rows">{shown.map((one) => <MatterRow key={one.about} of={one} {...(onGo ? { onGo } : {})} />)}</ul>;
}

function MatterRow({ of: { entries }, onGo }: { of: Matter; onGo?: () => void }) {
  const { t } = useLingui();
  const said = useSentence();
  const mark = useMarking();
  const first = entries[0];
  if (!first) return null;
  const ids = entries.map((one) => one.id);
  const unread = entries.filter((one) => !one.read).map((one) => one.id);
  // What was moved in one act stands in sight, date by date; what is alike is counted, and shown when somebody asks.
  const lines = first.kind === "CHANGE" || first.kind === "ANSWER" ? latest(entries) : entries.slice(0, 1);
  const more = entries.length - lines.length;
  const change = first.change;
  const line = (one: InboxEntryRowFragment, strong: boolean) => (
    <Link {...leads(one)} className="plain" style={{ fontWeight: strong && !one.read ? 620 : 400 }} onClick={() => { if (unread.length > 0) void mark(unread, "READ"); onGo?.(); }}>{said(one)}</Link>
  );
  return (
    <li>
      <Group align="flex-start" gap="sm" justify="space-between">
        <div style={{ flex: "1 1 240px", minWidth: 0 }}>
          {lines.map((one, index) => <div key={one.id}>{line(one, index === 0)}</div>)}
          <div className="quiet">
            {unread.length > 0 ? <><Tag tone="teal"><Trans>New</Trans></Tag> </> : null}
            {fromNow(first.at)}
            {change && change.told > 0 ? <> · <Trans>{change.told} told, {change.confirmed} confirmed</Trans></> : null}
            {first.snoozedUntil ? <> · <Trans>comes back {moment(first.snoozedUntil)}</Trans></> : null}
            {entries.some((one) => one.change?.mine) ? <> · <strong><Trans>Say that you know</Trans></strong></> : null}
          </div>
          {more > 0 ? (
            <details className="quiet">
              <summary>{first.kind === "CHANGE" ? <Plural value={more} one="# earlier change of it" other="# earlier changes of it" /> : <Plural value={more} one="# more like it" other="# more like it" />}</summary>
              <ul style={{ margin: "4px 0 0", paddingLeft: 18 }}>{entries.filter((one) => !lines.includes(one)).map((one) => <li key={one.id}>{first.kind === "CHANGE" ? <>{fromNow(one.at)}: </> : null}{line(one, false)}</li>)}</ul>
            </details>
          ) : null}
        </div>
        <Group gap={6} wrap="nowrap">
          {unread.length === 0 || first.snoozedUntil ? (
            <Button variant="default" size="compact-sm" aria-label={t`Mark as new: ${said(first)}`} onClick={() => void mark(ids, "UNREAD")}><Trans>Mark as new</Trans></Button>
          ) : (
            <>
              <Button variant="default" size="compact-sm" aria-label={t`Read: ${said(first)}`} onClick={() => void mark(ids, "READ", t`Marked as read.`)}><Trans>Read</Trans></Button>
              <Button variant="default" size="compact-sm" aria-label={t`Tomorrow: ${said(first)}`} onClick={() => void mark(ids, "TOMORROW", t`It comes back tomorrow at eight.`)}><Trans>Tomorrow</Trans></Button>
            </>
          )}
        </Group>
      </Group>
    </li>
  );
}
