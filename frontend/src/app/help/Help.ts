import type { MessageDescriptor } from "@lingui/core";

/** What a page is for, the words used on it, and what can be done there: in plain sentences, one file for each page. */
export type Help = { what: MessageDescriptor; words: readonly (readonly [MessageDescriptor, MessageDescriptor])[]; acts: readonly MessageDescriptor[] };

const PAGES: Record<string, () => Promise<{ help: Help }>> = {
  "": () => import("./today"),
  monday: () => import("./monday"),
  import: () => import("./import"),
  reports: () => import("./reports"),
  "my-work": () => import("./my-work"),
  "report-hearing": () => import("./my-work"),
  calls: () => import("./calls"),
  operations: () => import("./operations"),
  "what-happened": () => import("./what-happened"),
  offers: () => import("./offers"),
  room: () => import("./room"),
  cases: () => import("./case"),
  calendar: () => import("./calendar"),
  actions: () => import("./actions"),
  people: () => import("./people"),
  tasks: () => import("./tasks"),
  subscriptions: () => import("./subscriptions"),
  messages: () => import("./messages"),
  community: () => import("./community"),
  organization: () => import("./organization"),
  inbox: () => import("./inbox"),
  "your-account": () => import("./your-account"),
};

/** The help of the page at this address; that of the board where a page has none of its own. */
export async function helpFor(pathname: string): Promise<Help> {
  const page = PAGES[pathname.split("/")[1] ?? ""] ?? (() => import("./board"));
  return (await page()).help;
}
