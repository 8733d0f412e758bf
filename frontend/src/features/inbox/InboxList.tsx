import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Empty, Tag } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { InboxEntryRowFragment } from "~/graph/generated/graphql";
import { fromNow, moment } from "~/language/times";
import { useMarking } from "./marking";
import { leads, useSentence } from "./said";

export const InboxEntryRow = graphql(`
  fragment InboxEntryRow on InboxEntry {
    id kind at read snoozedUntil letter
    case { id shortId client { id publicName } }
    change { id kind wasStartsAt wasTimeZone by { id name } mine { id } occasion { id kind startsAt timeZone } }
    task { id title }
    invitation { id state partySize person { id name } }
    action { id }
  }
`);

export type Which = "new" | "all" | "later";

/** Of what concerns the reader what they asked to see: the latest first. */
export function chosen(entries: readonly InboxEntryRowFragment[], which: Which): readonly InboxEntryRowFragment[] {
  const sorted = entries.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  if (which === "later") return sorted.filter((one) => one.snoozedUntil);
  return sorted.filter((one) => !one.snoozedUntil && (which === "all" || !one.read));
}

export function InboxList({ of, which, onGo }: { of: readonly FragmentType<typeof InboxEntryRow>[]; which: Which; onGo?: () => void }) {
  const { t } = useLingui();
  const said = useSentence();
  const mark = useMarking();
  const shown = chosen(of.map((one) => readFragment(InboxEntryRow, one)), which);
  if (shown.length === 0) {
    if (which === "later") return <Empty title={t`Nothing is put off`}><Trans>What you put off until tomorrow waits here.</Trans></Empty>;
    return <Empty title={which === "new" ? t`You have read everything` : t`Nothing yet`}><Trans>When a date of yours changes, a case is offered to you, somebody gives you a task or answers your invitation, it stands here by itself.</Trans></Empty>;
  }
  return (
    <ul className="rows">
      {shown.map((one) => (
        <li key={one.id}>
          <Group align="flex-start" gap="sm" justify="space-between">
            <div style={{ flex: "1 1 240px", minWidth: 0 }}>
              <Link {...leads(one)} className="plain" style={{ fontWeight: one.read ? 400 : 620 }} onClick={() => { if (!one.read) void mark([one.id], "READ"); onGo?.(); }}>{said(one)}</Link>
              <div className="quiet">
                {one.read ? null : <><Tag tone="teal"><Trans>New</Trans></Tag> </>}
                {fromNow(one.at)}
                {one.snoozedUntil ? <> · <Trans>comes back {moment(one.snoozedUntil)}</Trans></> : null}
                {one.change?.mine ? <> · <strong><Trans>Say that you know</Trans></strong></> : null}
              </div>
            </div>
            <Group gap={6} wrap="nowrap">
              {one.read || one.snoozedUntil ? (
                <Button variant="default" size="compact-sm" aria-label={t`Mark as new: ${said(one)}`} onClick={() => void mark([one.id], "UNREAD")}><Trans>Mark as new</Trans></Button>
              ) : (
                <>
                  <Button variant="default" size="compact-sm" aria-label={t`Read: ${said(one)}`} onClick={() => void mark([one.id], "READ", t`Marked as read.`)}><Trans>Read</Trans></Button>
                  <Button variant="default" size="compact-sm" aria-label={t`Tomorrow: ${said(one)}`} onClick={() => void mark([one.id], "TOMORROW", t`It comes back tomorrow at eight.`)}><Trans>Tomorrow</Trans></Button>
                </>
              )}
            </Group>
          </Group>
        </li>
      ))}
    </ul>
  );
}
