import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Secret addresses that show dates in calendars. Each belongs to one person and shows what that person may see.`,
  words: [
    [msg`Feed`, msg`One secret address. Whoever has it sees what it shows, so each person gets their own.`],
  ],
  acts: [
    msg`Make a feed and subscribe to it once.`,
    msg`Get a new address if the old one may be in other hands: the old one stops.`,
  ],
};
