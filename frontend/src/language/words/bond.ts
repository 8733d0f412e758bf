import { msg } from "@lingui/core/macro";
import type { BondStage } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const bondStageWords: Words<BondStage> = {
  NOT_ELIGIBLE: msg`Held without bond`,
  CONTESTED_JURISDICTION: msg`Jurisdiction contested`,
  REQUESTED: msg`Requested`,
  SCHEDULED: msg`Hearing set`,
  DENIED: msg`Denied`,
  GRANTED: msg`Granted`,
  STAYED: msg`Stayed by DHS`,
  PAYING: msg`Being paid`,
  POSTED: msg`Posted`,
  RELEASED: msg`Released on bond`,
  APPEALED: msg`Appealed`,
  BREACHED: msg`Breached`,
  CANCELLED_REFUNDED: msg`Cancelled, refund on its way`,
};
