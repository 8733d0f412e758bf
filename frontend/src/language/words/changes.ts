import { msg } from "@lingui/core/macro";
import type { CallOutcome, ChangeKind, HowAcknowledged, Rung, ToldState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const changeKindWords: Words<ChangeKind> = {
  CANCELLED: msg`Cancelled`,
  MOVED_EARLIER: msg`Moved earlier`,
  MOVED: msg`Moved`,
  PLACE_CHANGED: msg`Place changed`,
  MEDIUM_CHANGED: msg`Another way to take part`,
  TRANSFERRED: msg`Client moved`,
  WITHDRAWN: msg`Invitations taken back`,
};

export const toldStateWords: Words<ToldState> = {
  CONFIRMED: msg`Confirmed`,
  OWED: msg`Not confirmed yet`,
  CALLED_ABOUT: msg`Not confirmed: call`,
  TOLD: msg`Told`,
  ON_ITS_WAY: msg`Message on its way`,
  NOT_DELIVERED: msg`Message did not arrive`,
  REPLACED: msg`Somebody else comes`,
  SUPERSEDED: msg`A later change came`,
  NO_LONGER_THEIRS: msg`Does not concern them any more`,
  NEVER_CONFIRMED: msg`Never confirmed`,
};

export const howAcknowledgedWords: Words<HowAcknowledged> = {
  PAGE: msg`on their page`,
  CALENDAR: msg`from their calendar`,
  TEXT: msg`by text message`,
  APP: msg`in Presencia`,
  CALLED: msg`on the telephone`,
};

export const callOutcomeWords: Words<CallOutcome> = {
  REACHED: msg`reached`,
  LEFT_MESSAGE: msg`message left`,
  NOT_REACHED: msg`nobody answered`,
  WRONG_NUMBER: msg`wrong number`,
};

export const rungWords: Words<Rung> = {
  ON_DUTY: msg`on duty`,
  DEPUTY: msg`deputy`,
  ADMIN: msg`admin`,
};
