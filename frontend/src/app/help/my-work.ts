import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Your hearings, the next first, with what you need in the corridor: when, where, and the papers of the case. After a hearing you report here what happened.`,
  words: [
    [msg`Report`, msg`What the judge did and which date is next. It takes a minute, and others are told by it.`],
  ],
  acts: [
    msg`Open the papers of a case from its hearing.`,
    msg`Report what happened at a hearing that is over.`,
    msg`Keep your dates on a telephone that is yours alone, so that they open without a signal.`,
  ],
};
