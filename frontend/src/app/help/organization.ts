import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Who works here and as what, how people are told, who saw a record, how long things are kept, and which keys open the house.`,
  words: [
    [msg`Trail`, msg`Every change and every view of a sensitive record, as entries that no one can edit.`],
    [msg`Legal hold`, msg`Nothing is erased while it stands.`],
    [msg`Token`, msg`A key for a script, which acts as the person it belongs to.`],
  ],
  acts: [
    msg`Take on somebody, or let them go.`,
    msg`Ask who saw a record.`,
    msg`End a calendar address that got into other hands.`,
  ],
};
