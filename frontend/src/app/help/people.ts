import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`The people your organization writes to: officials and their schedulers, supporters, family contacts.`,
  words: [
    [msg`Scheduler`, msg`Who keeps an official's calendar and is asked in their place.`],
    [msg`Asked us to stop`, msg`They are not written to on that address any more.`],
  ],
  acts: [
    msg`Add a person with the language they read.`,
    msg`Say on which channels and at which hours somebody is written to.`,
    msg`Make a list of people who are asked together.`,
  ],
};
