import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Dates of the cases and actions that you may see, each at the hour of its own place.`,
  words: [
    [msg`Feed`, msg`A secret address with which your telephone shows these dates by itself.`],
    [msg`Hour not known`, msg`The notice says the day only.`],
  ],
  acts: [
    msg`Switch between month, week and list.`,
    msg`Show only what is yours.`,
  ],
};
