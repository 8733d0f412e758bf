import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`What came of hearings, quarter by quarter and side by side. It says what happened and not why: a full courtroom goes together with many other things.`,
  words: [
    [msg`Too few to compare`, msg`Under five of a kind nothing is shown, so that nobody can be recognized.`],
  ],
  acts: [
    msg`Choose a quarter that is over.`,
    msg`Enter what happened at your own hearings: it is what this page is made of.`,
  ],
};
