import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Every message: whom it is for, how it goes, and how it ended. One letter to one person on one channel is one message.`,
  words: [
    [msg`Not sent`, msg`It was not to be sent any more, and the reason stands beside it.`],
    [msg`Trouble`, msg`It did not get through. A person was given the task to call.`],
  ],
  acts: [
    msg`Filter by case, person, kind or how it ended.`,
    msg`Look here when somebody says that they were not told.`,
  ],
};
