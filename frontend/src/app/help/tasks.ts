import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`What needs a person, the most urgent first. Many tasks come by themselves, when a date changes or a message does not arrive.`,
  words: [
    [msg`Late`, msg`Its hour has passed.`],
  ],
  acts: [
    msg`Tick a task when it is done; it can be opened again.`,
    msg`Add a task for yourself or somebody on the case.`,
  ],
};
