import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`The week at one table: who has court, who has no attorney, and whose date nobody has confirmed. It is made to be gone through together, and printed.`,
  words: [
    [msg`Confirmed`, msg`Two people heard the date on two channels, or a court's notice says it.`],
  ],
  acts: [
    msg`Look at another week.`,
    msg`Find an attorney, or check a date, from its line.`,
    msg`Print it for the meeting.`,
  ],
};
