import { msg } from "@lingui/core/macro";
import type { ActionState, Purpose, SignOffCapacity } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const actionStateWords: Words<ActionState> = {
  DRAFT: msg`Draft`,
  PUBLISHED: msg`Published`,
  DONE: msg`Done`,
  CALLED_OFF: msg`Cancelled`,
};

export const purposeWords: Words<Purpose> = {
  SEEK_COUNSEL: msg`Seek counsel`,
  TELL_OFFICIALS: msg`Tell elected officials`,
  FILL_COURTROOM: msg`Fill the courtroom`,
  PRESS: msg`Speak to the press`,
  ACCOMPANY: msg`Come along to a check-in`,
};

export const capacityWords: Words<SignOffCapacity> = {
  OF_RECORD: msg`Attorney of record`,
  CONSULTED: msg`Counsel consulted`,
};
