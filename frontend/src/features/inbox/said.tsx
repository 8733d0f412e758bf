import { useLingui } from "@lingui/react/macro";
import type { LetterKind } from "~/graph/generated/graphql";
import type { InboxEntryRowFragment } from "~/graph/generated/graphql";
import { moment } from "~/language/times";
import { occasionKindWords } from "~/language/words";

/** Where an entry leads. */
export type Leads = { to: "/cases/$shortId"; params: { shortId: string } } | { to: "/actions/$actionId"; params: { actionId: string } } | { to: "/offers" } | { to: "/tasks" } | { to: "/community" } | { to: "/import"; search: { sheet: string } };

export function leads(one: InboxEntryRowFragment): Leads {
  if (one.spreadsheet) return { to: "/import", search: { sheet: one.spreadsheet.id } };
  // An offer is answered where it says nothing that identifies; a report is taken in where it waits.
  if (one.letter === "ASSIGNMENT_OFFERED") return { to: "/offers" };
  if (one.letter === "REPORT_WAITING" || one.letter === "REPORT_DECLINED") return { to: "/tasks" };
  if (one.letter === "RESPONDER_CALLED") return { to: "/community" };
  if (one.kind === "ANSWER" && one.action) return { to: "/actions/$actionId", params: { actionId: one.action.id } };
  if (one.case) return { to: "/cases/$shortId", params: { shortId: one.case.shortId } };
  if (one.action) return { to: "/actions/$actionId", params: { actionId: one.action.id } };
  return { to: "/tasks" };
}

/** What an entry says, in one sentence. It says of a case no more than the reader sees of it now. */
export function useSentence(): (one: InboxEntryRowFragment) => string {
  const { t, i18n } = useLingui();
  const named = (one: InboxEntryRowFragment): string => {
    if (!one.case) return "";
    const { shortId, client } = one.case;
    return client.publicName === shortId ? shortId : `${shortId} ${client.publicName}`;
  };
  const ofCase = (one: InboxEntryRowFragment): string => (one.case ? ` (${named(one)})` : "");
  const letters: Partial<Record<LetterKind, (about: string) => string>> = {
    ASSIGNMENT_OFFERED: () => t`A case was offered to you.`,
    ASSIGNED: (about) => (about ? t`Representation is settled: ${about}.` : t`Representation is settled.`),
    GLASS_BROKEN: (about) => (about ? t`Somebody who is not on its team opened ${about} urgently.` : t`Somebody opened a case urgently.`),
    REPORT_WAITING: () => t`A report of an arrest waits for you.`,
    REPORT_DECLINED: () => t`Your report of an arrest was declined. Ask another provider.`,
    RESPONDER_CALLED: () => t`You are called to a sighting.`,
  };
  const changed = (one: InboxEntryRowFragment): string => {
    const { change } = one;
    if (!change) return t`A date changed.`;
    const who = change.by?.name ?? t`Presencia`;
    const what = change.occasion ? i18n._(occasionKindWords[change.occasion.kind]) : t`a date`;
    const about = `${what}${ofCase(one)}`;
    const before = moment(change.wasStartsAt, change.wasTimeZone);
    const after = change.occasion ? moment(change.occasion.startsAt, change.occasion.timeZone) : "";
    if (change.kind === "CANCELLED") return t`${who} cancelled: ${about}, ${before}.`;
    if (change.kind === "MOVED_EARLIER") return t`${who} moved to an earlier time: ${about}, ${before} → ${after}.`;
    if (change.kind === "MOVED") return t`${who} moved: ${about}, ${before} → ${after}.`;
    if (change.kind === "PLACE_CHANGED") return t`${who} changed the place: ${about}, ${after}.`;
    if (change.kind === "MEDIUM_CHANGED") return t`${who} changed how to take part: ${about}, ${after}.`;
    if (change.kind === "TRANSFERRED") return t`The client was moved, so the place is in doubt: ${about}, ${after}.`;
    return t`Some invitations were taken back: ${about}, ${after}.`;
  };
  return (one) => {
    if (one.kind === "CHANGE") return changed(one);
    // A public name ends with a full stop of its own.
    if (one.kind === "LETTER") return (one.letter ? letters[one.letter]?.(named(one)) : undefined)?.replace(/\.\.$/, ".") ?? t`There is news for you.`;
    if (one.kind === "IMPORT") {
      const { state, done, rows } = one.spreadsheet ?? { state: "DONE", done: 0, rows: 0 };
      return state === "STOPPED" ? t`Your import was stopped after ${done} of ${rows} rows.` : t`Your import has ended: ${rows} rows were seen to.`;
    }
    if (one.kind === "TASK") return `${t`To do: ${one.task?.title ?? ""}`}${ofCase(one)}`;
    const who = one.invitation?.person?.name ?? t`Somebody who was asked`;
    const heads = one.invitation?.partySize ?? 1;
    if (one.invitation?.state === "COMING") return `${heads > 1 ? t`${who} is coming, ${heads} people in all` : t`${who} is coming`}${ofCase(one)}.`;
    if (one.invitation?.state === "NOT_COMING") return `${t`${who} is not coming`}${ofCase(one)}.`;
    return `${t`${who} may come`}${ofCase(one)}.`;
  };
}
