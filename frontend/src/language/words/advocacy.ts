import { msg } from "@lingui/core/macro";
import type { ActionState, CounselSaid, EmbargoedField, Purpose, SignOffCapacity } from "~/graph/generated/graphql";
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

export const counselSaidWords: Words<CounselSaid> = {
  NO: msg`No`,
  THESE_WORDS_INSTEAD: msg`These words instead`,
};

export const embargoedFieldWords: Words<EmbargoedField> = {
  NAME: msg`The name`,
  ATTORNEY: msg`The attorney's name`,
  PLACE: msg`The place`,
  DATE: msg`The date`,
  STATEMENT: msg`What is said`,
};
