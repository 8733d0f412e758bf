import { msg } from "@lingui/core/macro";
import type { ComparedBy, ComparedKind, ComparedLevel, ComparedResult, OutcomeResult } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";
import { outcomeWords } from "./hearings";

// What a hearing's report says is said in its words.
const { OTHER, ...reported } = outcomeWords;

export const resultWords: Words<OutcomeResult> = {
  ...reported,
  RELEASED: msg`Released`,
  DETAINED: msg`Taken into custody`,
  REMOVED: msg`Removed from the country`,
  OTHER,
};

export const comparedKindWords: Words<ComparedKind> = {
  BOND: msg`Bond and custody hearings`,
  MASTER: msg`Master hearings`,
  MERITS: msg`Merits hearings`,
  FEAR_REVIEW: msg`Fear reviews`,
  OTHER: msg`Other hearings and check-ins`,
};

export const comparedByWords: Words<ComparedBy> = {
  PRESENCE: msg`By how many people were present`,
  LETTERS: msg`By whether letters were handed in`,
  PRESS: msg`By whether the press wrote of it`,
};

export const comparedLevelWords: Words<ComparedLevel> = {
  NOBODY: msg`nobody`,
  UP_TO_9: msg`1 to 9`,
  UP_TO_29: msg`10 to 29`,
  FROM_30: msg`30 or more`,
  WITHOUT: msg`without`,
  WITH: msg`with`,
  NOT_COUNTED: msg`not counted`,
};

export const comparedResultWords: Words<ComparedResult> = {
  FOR_CLIENT: msg`Decided for the client`,
  AGAINST_CLIENT: msg`Decided against the client`,
  NEITHER: msg`Put off, other or not known`,
};
