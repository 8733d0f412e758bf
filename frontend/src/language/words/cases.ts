import { msg } from "@lingui/core/macro";
import type { CaseRole, Door, FamilyRole, PreparednessItem, Priority, Stage } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const stageWords: Words<Stage> = {
  INTAKE: msg`Intake`,
  SEEKING_COUNSEL: msg`Seeking counsel`,
  REPRESENTED: msg`Represented`,
  AFTER_RELEASE: msg`After release`,
  CLOSED: msg`Closed`,
};

export const priorityWords: Words<Priority> = {
  ROUTINE: msg`Routine`,
  SOON: msg`Soon`,
  URGENT: msg`Urgent`,
};

export const caseRoleWords: Words<CaseRole> = {
  COORDINATOR: msg`Coordinator`,
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  SUPERVISED_STUDENT: msg`Supervised student`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
  ADVOCATE: msg`Advocate`,
};

/** Whose claim carries the others', as the court files them. */
export const familyRoleWords: Words<FamilyRole> = {
  LEAD: msg`Lead`,
  RIDER: msg`Rider`,
};

/** In the order in which families are asked. */
export const preparednessWords: Words<PreparednessItem> = {
  EMERGENCY_CONTACT: msg`Emergency contact chosen`,
  GUARDIAN_NAMED: msg`Guardian named`,
  STANDBY_FORMS_SIGNED: msg`Standby-guardian forms signed`,
  STANDBY_FORMS_REVIEWED: msg`Standby-guardian forms reviewed by an attorney`,
  DOCUMENTS_GATHERED: msg`Documents gathered`,
  SCHOOL_TOLD: msg`School told who may pick up`,
  MEDICAL_CONSENT: msg`Medical consent signed`,
  MEDICINES_LISTED: msg`Medicines listed`,
  KEYS: msg`Keys to house and car handed on`,
  BANK: msg`Access to the bank arranged`,
  RENT_AND_BILLS: msg`Rent and bills arranged`,
  EMPLOYER_TOLD: msg`Employer told, pay arranged`,
};

export const doorWords: Words<Door> = {
  PAGE: msg`on the page`,
  CALENDAR: msg`in a calendar`,
  LINK: msg`by a link`,
  EXPORT: msg`in an export`,
  HOUSE: msg`by the house itself`,
};
