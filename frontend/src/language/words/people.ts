import { msg } from "@lingui/core/macro";
import type { PersonKind, Role } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const personKindWords: Words<PersonKind> = {
  STAFF: msg`Staff`,
  OFFICIAL: msg`Elected official`,
  SCHEDULER: msg`Scheduler`,
  SUPPORTER: msg`Supporter`,
  FAMILY_CONTACT: msg`Family contact`,
  INTERPRETER: msg`Interpreter`,
  WITNESS: msg`Witness`,
  SPONSOR: msg`Sponsor`,
  PRESS: msg`Press`,
  CLIENT: msg`Client`,
};

export const roleWords: Words<Role> = {
  ADMIN: msg`Administrator`,
  COORDINATOR: msg`Coordinator`,
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  SUPERVISED_STUDENT: msg`Supervised student`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
  ADVOCATE: msg`Advocate`,
};
