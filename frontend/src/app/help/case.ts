import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Everything about one case that you may see: its dates, who represents the client, what may be shared, and what is to be done next.`,
  words: [
    [msg`Okay to share?`, msg`Whether the client has agreed to this purpose, audience and form of name, and counsel has signed the exact words.`],
    [msg`No publicity`, msg`A mark on the case: nothing about it becomes public, whatever else is pressed.`],
    [msg`Unknown`, msg`Nobody has said it yet. It is an answer, and is shown as one.`],
  ],
  acts: [
    msg`Move a hearing as it is printed on the notice: you see who will be told before anything is saved.`,
    msg`Say that you know of a change, so that nobody has to call you.`,
    msg`Open what happened, in the timeline, to see who changed or saw the record.`,
  ],
};
