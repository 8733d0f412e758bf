import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** One step: what a page is good for, and where it is. */
export type Step = { to: "/" | "/calendar" | "/actions" | "/people" | "/tasks" | "/subscriptions" | "/messages" | "/community" | "/organization" | "/inbox" | "/offers"; /** Of the organization's page the part. */ part?: "trail"; title: MessageDescriptor; says: MessageDescriptor };

const BOARD: Step = { to: "/", title: msg`Begin with today`, says: msg`Hearings without an attorney, dates to check, deadlines: what needs a person stands here, the most urgent first. Every case is on the board, one line below in the menu.` };
const TASKS: Step = { to: "/tasks", title: msg`What needs you`, says: msg`Tasks come by themselves when a date moves or a message does not arrive. Tick them when they are done.` };
const INBOX: Step = { to: "/inbox", title: msg`What is new for you`, says: msg`The bell says how much is new. Put an entry off until tomorrow, or mark it as read; both can be undone.` };
const FEED: Step = { to: "/subscriptions", title: msg`Your telephone`, says: msg`Subscribe once, and your calendar follows every change by itself. The address is yours alone.` };
const MESSAGES: Step = { to: "/messages", title: msg`Who was told`, says: msg`Every message, whether it arrived, and why if not. Nothing that was promised goes missing in silence.` };
const KEYS: Step = { to: "/", title: msg`Faster`, says: msg`Press / to search for anything, C to create, G and a letter to go, ? for the list. The question mark above explains the page you are on.` };

const TOURS: Record<string, readonly Step[]> = {
  COORDINATOR: [BOARD, { to: "/calendar", title: msg`Dates at the hour of their place`, says: msg`Type a hearing as it is printed on the notice. Before you move one you see who will be told, and on the case who knows.` }, TASKS, INBOX, MESSAGES, KEYS],
  ATTORNEY: [{ to: "/offers", title: msg`Cases offered to you`, says: msg`An offer says nothing that identifies. The file opens once you have accepted and nothing stands against it.` }, BOARD, FEED, INBOX, { to: "/actions", title: msg`Your yes before anything is public`, says: msg`You sign one exact wording. If the words change, your yes has ended and you are asked again.` }, KEYS],
  ADVOCATE: [{ to: "/actions", title: msg`Actions around a hearing`, says: msg`Plan a vigil or a press conference and see at once what is missing before it may be published.` }, { to: "/people", title: msg`Whom you ask`, says: msg`Officials, schedulers and supporters, each in their language, on channels that they chose.` }, { to: "/community", title: msg`What was seen`, says: msg`A sighting is shown to others once a second person has confirmed it.` }, INBOX, MESSAGES, KEYS],
  ADMIN: [{ to: "/organization", title: msg`People and roles`, says: msg`Take somebody on, say what they are, let them go. What they could open ends at once.` }, MESSAGES, { to: "/organization", part: "trail", title: msg`Who saw this record?`, says: msg`Ask by the number of a case: by person, with the hour and the fields. No entry can be edited.` }, INBOX, KEYS],
};

export function stepsFor(roles: readonly string[]): readonly Step[] {
  const role = ["COORDINATOR", "ATTORNEY", "ADVOCATE", "ADMIN"].find((one) => roles.includes(one));
  return TOURS[role ?? "COORDINATOR"] ?? [];
}
