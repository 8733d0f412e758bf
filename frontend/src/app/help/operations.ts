import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Raids and sweeps, so that many people who were arrested together are taken in at once and found together.`,
  words: [
    [msg`Operation`, msg`One place or one day on which many were arrested. Their cases stay their own.`],
  ],
  acts: [
    msg`Open an operation when the first calls come.`,
    msg`Type or paste the people as one list.`,
    msg`Look at the people of one operation together.`,
  ],
};
