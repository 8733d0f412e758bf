import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`How you sign in, where you are signed in, and how you are told.`,
  words: [
    [msg`Passkey`, msg`A key in your telephone or computer, in place of a password.`],
    [msg`Second step`, msg`A code besides the password.`],
  ],
  acts: [
    msg`Choose on which channels and at which hours you are written to.`,
    msg`Sign out everywhere else.`,
  ],
};
