import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Press conferences, vigils, accompaniment and other actions, and what is still missing before each may be published.`,
  words: [
    [msg`Sign-off`, msg`Counsel's yes to one exact wording. An edit to what is said ends it.`],
    [msg`Wording no.`, msg`The number of what the action says now.`],
  ],
  acts: [
    msg`Draft an action; nobody outside sees it.`,
    msg`Ask counsel for a yes.`,
    msg`Publish it once nothing is missing.`,
  ],
};
