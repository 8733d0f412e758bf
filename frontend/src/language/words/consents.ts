import { msg } from "@lingui/core/macro";
import type { ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm } from "~/graph/generated/graphql";
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
  NARROWED: msg`Narrowed`,
  REPLACED: msg`Replaced`,
  WITHDRAWN: msg`Withdrawn`,
};

export const givenByWords: Words<GivenBy> = {
  CLIENT: msg`The client`,
  GUARDIAN: msg`A guardian`,
  RELAYED: msg`Relayed by someone else`,
};
