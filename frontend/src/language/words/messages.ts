import { msg } from "@lingui/core/macro";
import type { CaseNeed, Channel, LetterKind, NoticeProgress } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const letterKindWords: Words<LetterKind> = {
  REMINDER: msg`Reminder`,
  INVITATION: msg`Invitation`,
  RESCHEDULED: msg`Date changed`,
  PLACE_CHANGED: msg`Place or way changed`,
  TRANSFERRED: msg`Client moved; place in doubt`,
  CANCELLED: msg`Cancelled`,
  WITHDRAWN: msg`No longer invited`,
  ENTRY_CHANGED: msg`Calendar entry renewed`,
  ASSIGNMENT_OFFERED: msg`Placement offered`,
  ASSIGNED: msg`Placement made`,
  GLASS_BROKEN: msg`Case opened urgently`,
  LINK_RENEWED: msg`New link`,
  YOUR_PLACE: msg`Seat, ride or answer`,
  REPORT_WAITING: msg`A report waits`,
  REPORT_DECLINED: msg`A report was declined`,
  WELCOME: msg`Link to choose a password`,
  RESET: msg`Link to choose a new password`,
  UNANSWERED: msg`A change is not confirmed`,
  DIGEST: msg`What waits today`,
  RESPONDER_CALLED: msg`Rapid responder called`,
};

export const noticeProgressWords: Words<NoticeProgress> = {
  TO_BE_SENT: msg`To be sent`,
  DUE: msg`Due`,
  SENT: msg`Sent`,
  DELIVERED: msg`Delivered`,
  TROUBLE: msg`Trouble`,
  NOT_SENT: msg`Not sent`,
  REPLACED: msg`Replaced by a newer one`,
};

export const caseNeedWords: Words<CaseNeed> = {
  HEARING_WITHOUT_COUNSEL: msg`Hearing in 7 days, no attorney`,
  DATE_TO_CHECK: msg`Dates to check`,
  NOBODY_ASSIGNED: msg`Nobody assigned`,
  DEADLINE_NEAR: msg`Deadline in 7 days`,
};

export const channelWords: Words<Channel> = {
  EMAIL: msg`E-mail`,
  SMS: msg`Text message`,
  CHAT: msg`Chat`,
  PUSH: msg`Notification`,
};
