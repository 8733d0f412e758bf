import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`What a funder asks of a quarter or a year: people taken in, counsel found, hearings and what came of them. It counts the cases that your organization leads and that you see, and names nobody.`,
  words: [
    [msg`Fewer than 5`, msg`So few people could be recognized, so their number is not shown.`],
  ],
  acts: [
    msg`Choose the time that the report is about.`,
    msg`Take it away as a table.`,
  ],
};
