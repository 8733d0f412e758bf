import { msg } from "@lingui/core/macro";
import type { Accreditation, AssignmentState, Comparison, ConflictSide, Form, FormScope, HalfDay, Qualification, Scope, SheetAnswer } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const scopeWords: Words<Scope> = {
  ALL: msg`Everything`,
  BOND_ONLY: msg`Bond only`,
  OTHER: msg`Other`,
  DOCUMENT_HELP: msg`Help with documents`,
};

export const assignmentStateWords: Words<AssignmentState> = {
  OFFERED: msg`Offered`,
  CHECKING: msg`Checking for conflicts`,
  ACCEPTED: msg`Accepted`,
  ENGAGED: msg`Engaged`,
  OF_RECORD: msg`Of record`,
  DECLINED: msg`Declined`,
  WITHDRAWN: msg`Withdrawn`,
  LAPSED: msg`Lapsed`,
};

export const formWords: Words<Form> = {
  G_28: msg`G-28 (DHS)`,
  EOIR_28: msg`EOIR-28 (immigration court)`,
  EOIR_27: msg`EOIR-27 (Board of Immigration Appeals)`,
  EOIR_61: msg`EOIR-61 (help with a document, court)`,
  EOIR_60: msg`EOIR-60 (help with a document, Board)`,
  FEDERAL: msg`Appearance in a federal court`,
};

export const formScopeWords: Words<FormScope> = {
  ALL: msg`All proceedings`,
  CUSTODY_AND_BOND: msg`Custody and bond only`,
  ALL_BUT_CUSTODY_AND_BOND: msg`All but custody and bond`,
};

export const comparisonWords: Words<Comparison> = {
  NONE_FOUND: msg`None found`,
  POSSIBLE: msg`Possible conflict`,
};

export const sheetAnswerWords: Words<SheetAnswer> = {
  CLEAR: msg`Clear`,
  CONFLICT: msg`Conflict`,
  NEED_MORE: msg`Needs to know more`,
};

export const conflictSideWords: Words<ConflictSide> = {
  CLIENT: msg`Client`,
  FORMER_CLIENT: msg`Former client`,
  ADVERSE: msg`Adverse party`,
  RELATED: msg`Related to one`,
};

export const qualificationWords: Words<Qualification> = {
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  LAW_GRADUATE: msg`Law graduate, supervised`,
  LAW_STUDENT: msg`Law student, supervised`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
};

export const accreditationWords: Words<Accreditation> = {
  PARTIAL: msg`Partial: before DHS only`,
  FULL: msg`Full: before courts and the Board, too`,
};

export const halfDayWords: Words<HalfDay> = {
  MONDAY_MORNING: msg`Monday morning`,
  MONDAY_AFTERNOON: msg`Monday afternoon`,
  TUESDAY_MORNING: msg`Tuesday morning`,
  TUESDAY_AFTERNOON: msg`Tuesday afternoon`,
  WEDNESDAY_MORNING: msg`Wednesday morning`,
  WEDNESDAY_AFTERNOON: msg`Wednesday afternoon`,
  THURSDAY_MORNING: msg`Thursday morning`,
  THURSDAY_AFTERNOON: msg`Thursday afternoon`,
  FRIDAY_MORNING: msg`Friday morning`,
  FRIDAY_AFTERNOON: msg`Friday afternoon`,
};
