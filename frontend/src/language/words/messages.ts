import { msg } from "@lingui/core/macro";
import type { Channel, LetterKind, NoticeState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const letterKindWords: Words<LetterKind> = {
  REMINDER: msg`Reminder`,
  INVITATION: msg`Invitation`,
  RESCHEDULED: msg`Date changed`,
  PLACE_CHANGED: msg`Place or way changed`,
  CANCELLED: msg`Cancelled`,
  WITHDRAWN: msg`No longer invited`,
  ASSIGNMENT_OFFERED: msg`Placement offered`,
  ASSIGNED: msg`Placement made`,
  GLASS_BROKEN: msg`Case opened urgently`,
  LINK_RENEWED: msg`New link`,
  REPORT_WAITING: msg`A report waits`,
  REPORT_DECLINED: msg`A report was declined`,
  WELCOME: msg`Link to choose a password`,
  RESET: msg`Link to choose a new password`,
  UNANSWERED: msg`A change is not confirmed`,
  DIGEST: msg`Counts of the morning`,
};

export const noticeStateWords: Words<NoticeState> = {
  PLANNED: msg`Planned`,
  CARRIED: msg`Sent`,
  DELIVERED: msg`Delivered`,
  SKIPPED: msg`Not sent`,
  SUPERSEDED: msg`Replaced by a newer one`,
  FAILED: msg`Failed`,
  UNKNOWN: msg`Unknown`,
};

export const channelWords: Words<Channel> = {
  EMAIL: msg`E-mail`,
  SMS: msg`Text message`,
  CHAT: msg`Chat`,
  PUSH: msg`Notification`,
};
