import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Who comes to one date: who was asked, who goes together, the seats, and what there is to say afterwards. The door opens here six hours before it begins, also on a telephone without a signal.`,
  words: [
    [msg`Came`, msg`They were seen at the door, and so many with them.`],
  ],
  acts: [
    msg`Tap a name when they come.`,
    msg`Undo a tap that was a slip.`,
    msg`Count who came without being asked, and say afterwards how it was.`,
  ],
};
