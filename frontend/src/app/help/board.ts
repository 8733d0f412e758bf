import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`The board shows the cases you may see, the next date first. It answers who has court this week, who has no lawyer, and which dates nobody has confirmed.`,
  words: [
    [msg`Needs`, msg`What is lacking: an attorney before a hearing, a check of a date, somebody who looks after the case.`],
    [msg`Stage`, msg`How far a case is: intake, looking for counsel, represented, after release, closed.`],
  ],
  acts: [
    msg`Choose above the table what is lacking, to see only those cases.`,
    msg`Open a case by its number or name.`,
    msg`Take in a new case when somebody calls; what is not known stays open.`,
  ],
};
