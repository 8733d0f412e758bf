import { msg } from "@lingui/core/macro";
import type { ActionNeed, ActionState, AfterMove, CounselSaid, EmbargoedField, GivesAway, PublicStanding, Purpose, SignOffCapacity, WordingKind } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const actionStateWords: Words<ActionState> = {
  DRAFT: msg`Draft`,
  PUBLISHED: msg`Published`,
  DONE: msg`Done`,
  CALLED_OFF: msg`Cancelled`,
};

export const publicStandingWords: Words<PublicStanding> = {
  SHOWN: msg`Anybody may read it.`,
  DRAFT: msg`It gets a page when it is published.`,
  NOT_FOR_PUBLIC: msg`It is not addressed to the public, so it has no page.`,
  EMBARGO: msg`Nothing is shown until the embargo ends.`,
  NOT_CLEAR: msg`Nothing is shown: a consent or the sign-off that it needs does not stand now.`,
  CALLED_OFF: msg`Cancelled: whoever opens its page reads that, and nothing else.`,
  OVER: msg`It is over: its page is gone.`,
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

/** What those who plan an action have still to do, as a thing to do. */
export const actionNeedWords: Words<ActionNeed> = {
  LEAD: msg`Nobody leads it yet: name one person who answers for it.`,
  SAFETY_PLAN: msg`There is no safety plan: people will stand in the street.`,
  SAFETY_PLAN_UNFINISHED: msg`The safety plan leaves something out: marshals, legal-support number, police liaison or none, or what ends it.`,
  SPOKESPEOPLE: msg`Nobody is named who speaks.`,
  PRESS_CONTACT: msg`The press has nobody to call.`,
  MEDIA_ADVISORY: msg`There is no media advisory yet.`,
  TALKING_POINTS: msg`There are no talking points yet.`,
  RUN_OF_SHOW: msg`The run of show is not written.`,
  LANGUAGES: msg`Nobody has said in which languages it is spoken.`,
  ACCESSIBILITY: msg`Nobody has said how somebody in a wheelchair gets in.`,
  LETTERS_DATE: msg`Ask counsel by when the letters must be in.`,
  LINK: msg`The link is missing.`,
};

export const givesAwayWords: Words<GivesAway> = {
  NAME: msg`near a name that may not be said`,
  A_NUMBER: msg`looks like an A-number`,
  FACILITY: msg`a place of detention`,
  ADDRESS: msg`an address`,
};

export const wordingKindWords: Words<WordingKind> = {
  TALKING_POINTS: msg`Talking points`,
  MEDIA_ADVISORY: msg`Media advisory`,
};

export const afterMoveWords: Words<AfterMove> = {
  FOLLOW: msg`It goes along`,
  KEEP: msg`It keeps its hour`,
  CALL_OFF: msg`Cancel it`,
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
