import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Cases that are offered to you. An offer names nobody; the case opens to you when you accept and nothing stands against it.`,
  words: [
    [msg`Conflict check`, msg`Whether you or your firm already stand on another side. It is asked before the case opens.`],
  ],
  acts: [
    msg`Accept an offer, or decline it.`,
    msg`Say where you may appear, your languages, and how many cases you take at once.`,
  ],
};
