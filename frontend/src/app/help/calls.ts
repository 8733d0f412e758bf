import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`The calls that are due, one person at a time, with the words to say in their language. What you tap is sent by itself, also when the signal comes and goes.`,
  words: [
    [msg`Reached and told`, msg`They heard the news from you.`],
    [msg`Later`, msg`Nobody answered. The call comes back at the hour that you choose.`],
  ],
  acts: [
    msg`Press the number to call it.`,
    msg`Tap how it ended; the next person comes.`,
    msg`Leave no message for a client or their family: others may hear it.`,
  ],
};
