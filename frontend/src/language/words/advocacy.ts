import { msg } from "@lingui/core/macro";
import type { ActionState, PublicStanding, Purpose, SignOffCapacity } from "~/graph/generated/graphql";
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
