import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`What concerns you, of the last 30 days: changes of your dates, offers, tasks, answers. It is read from the records, and says no more of a case than you may see now.`,
  words: [
    [msg`New`, msg`You have not read it yet.`],
    [msg`Later`, msg`You put it off; it comes back at eight tomorrow.`],
  ],
  acts: [
    msg`Open an entry to go where it leads.`,
    msg`Mark one or all as read; you can undo it.`,
  ],
};
