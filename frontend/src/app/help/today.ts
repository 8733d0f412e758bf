import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`What needs a person now, over every case you may see, the most urgent first. A line goes by itself once somebody has seen to it; beside it stand your own tasks.`,
  words: [
    [msg`Deadline`, msg`A day set by a court or by law, after which a right is lost.`],
    [msg`Date to check`, msg`A hearing whose date no official channel has confirmed.`],
  ],
  acts: [
    msg`Press what stands at the end of a line to do what it asks.`,
    msg`Take in a new case, or tell a legal organization of an arrest.`,
  ],
};
