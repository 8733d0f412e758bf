import { msg } from "@lingui/core/macro";
import type { ConsentAnswer, ConsentAudience, ConsentChannel, ConsentState, GivenBy, Heard, NameForm } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const consentAudienceWords: Words<ConsentAudience> = {
  OFFICIALS: msg`Elected officials`,
  SUPPORTERS: msg`Supporters`,
  ADVOCATES: msg`Advocates`,
  PRESS: msg`Press`,
  PUBLIC: msg`Everyone`,
};

export const consentChannelWords: Words<ConsentChannel> = {
  ANY: msg`Any way`,
  IN_PERSON: msg`In person`,
  WRITING: msg`In writing`,
  MEDIA: msg`In the media`,
};

export const nameFormWords: Words<NameForm> = {
  NONE: msg`No name`,
  INITIALS: msg`Initials`,
  PUBLIC_NAME: msg`First name and initial`,
  FULL: msg`Full name`,
};

export const consentStateWords: Words<ConsentState> = {
  PROPOSED: msg`To be confirmed`,
  STANDING: msg`Stands`,
  PAUSED: msg`Paused`,
  NARROWED: msg`Narrowed`,
  REPLACED: msg`Replaced`,
  WITHDRAWN: msg`Withdrawn`,
};

export const givenByWords: Words<GivenBy> = {
  CLIENT: msg`The client`,
  GUARDIAN: msg`A guardian`,
  RELAYED: msg`Relayed by someone else`,
};

export const consentAnswerWords: Words<ConsentAnswer> = {
  YES: msg`Yes`,
  NO: msg`No`,
  NOT_ASKED: msg`Not asked`,
};

export const heardWords: Words<Heard> = {
  PRIVATELY: msg`Privately`,
  BEFORE_OFFICER: msg`An officer was there`,
  RECORDED_LINE: msg`On a recorded line`,
};
