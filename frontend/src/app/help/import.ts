import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`A spreadsheet that your office kept becomes cases. You choose what each column says and see what will happen before anything is saved.`,
  words: [
    [msg`Row`, msg`One line of the spreadsheet. It becomes a case, or it is said why not.`],
  ],
  acts: [
    msg`Bring a spreadsheet, and say what its columns are.`,
    msg`See what each row will become, then take them in.`,
    msg`Look again at one that was brought before.`,
  ],
};
