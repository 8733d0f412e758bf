import { i18n, type MessageDescriptor } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { StoryKind } from "~/graph/generated/graphql";
import { bondStageWords, checkInOutcomeWords, consentAudienceWords, consentStateWords, detainerFormWords, documentKindWords, formWords, incidentKindWords, occasionKindWords, occasionStateWords, outcomeWords, placeOfCustodyWords, proceedingKindWords, purposeWords, releaseReasonWords, scopeWords, supervisionKindWords, visitKindWords, visitStateWords, whyMovedWords } from "~/language/words";
import { plainDay } from "~/language/times";

/** What one entry of a story says, without its day. */
export type Told = { kind: StoryKind; ahead: boolean; what?: string | null; state?: string | null; outcome?: string | null; audience?: string | null; place?: string | null; name?: string | null; dueOn?: string | null };

/** A closed word of whichever noun it is. One that was invented after this page is shown as it came. */
function said(words: Record<string, MessageDescriptor>, word: string | null | undefined): string {
  const known = word ? words[word] : undefined;
  return known ? i18n._(known) : (word ?? "–");
}

/** Where a stay was: the place by its name, else what kind of place it was. */
function where(one: Told): string {
  return one.place ?? said(placeOfCustodyWords, one.what);
}

function leaving(one: Told): string {
  const place = where(one);
  if (one.outcome === "TRANSFERRED") return t`Transferred from ${place}`;
  const reason = said(releaseReasonWords, one.outcome);
  return one.outcome ? t`Left ${place}: ${reason}` : t`Left ${place}`;
}

function agreed(one: Told): string {
  const purpose = said(purposeWords, one.what);
  const audience = said(consentAudienceWords, one.audience);
  return `${purpose} (${audience})`;
}

/** What happened, in a few words. */
export function storySaid(one: Told): string {
  const due = one.name ?? t`A date set by the court`;
  const proceeding = said(proceedingKindWords, one.what);
  const scope = said(scopeWords, one.what);
  const form = said(formWords, one.what);
  const consent = agreed(one);
  const action = said(occasionKindWords, one.what);
  const supervision = said(supervisionKindWords, one.what);
  const place = where(one);
  const sort = one.what;
  switch (one.kind) {
    case "ARRESTED":
      return t`Arrested`;
    case "CASE_OPENED":
      return t`Case opened`;
    case "CASE_CLOSED":
      return t`Case closed`;
    case "STAY_BEGAN":
      return t`Held: ${place}`;
    case "STAY_ENDED":
      return leaving(one);
    case "DETAINER_RECEIVED": {
      const detainer = said(detainerFormWords, sort);
      return t`Detainer received: ${detainer}`;
    }
    case "INCIDENT": {
      const incident = said(incidentKindWords, sort);
      return t`Incident: ${incident}`;
    }
    case "PROCEEDING_FILED":
      return t`Proceeding filed: ${proceeding}`;
    case "PROCEEDING_CLOSED":
      return one.state === "DECIDED" ? t`Proceeding decided: ${proceeding}` : t`Proceeding closed: ${proceeding}`;
    case "HEARING":
      return said(occasionKindWords, sort);
    case "BOND_STAGE": {
      const stage = said(bondStageWords, sort);
      return t`Bond: ${stage}`;
    }
    case "DEADLINE_DUE":
      return t`Due: ${due}`;
    case "DEADLINE_FILED":
      return t`Filed: ${due}`;
    case "DEADLINE_RECEIVED":
      return t`Received by the court: ${due}`;
    case "DEADLINE_FELL_AWAY": {
      const until = one.dueOn ? plainDay(one.dueOn) : null;
      return until ? t`No longer due: ${due}, ${until}` : t`No longer due: ${due}`;
    }
    case "DOCUMENT_FILED": {
      const document = said(documentKindWords, sort);
      return t`Document filed: ${document}`;
    }
    case "COUNSEL_ACCEPTED":
      return t`Counsel accepted the case: ${scope}`;
    case "COUNSEL_ENGAGED":
      return t`Engagement letter signed: ${scope}`;
    case "COUNSEL_OF_RECORD":
      return t`Counsel of record: ${scope}`;
    case "COUNSEL_ENDED":
      return t`Representation ended: ${scope}`;
    case "APPEARANCE_ENTERED":
      return t`Appearance entered: ${form}`;
    case "WITHDRAWAL_ASKED":
      return t`Counsel asked to withdraw: ${form}`;
    case "APPEARANCE_ENDED":
      return t`Appearance ended: ${form}`;
    case "CONSENT_GIVEN":
      return t`Consent given: ${consent}`;
    case "CONSENT_ENDED":
      return t`Consent ended: ${consent}`;
    case "CONSENT_EXPIRES":
      return t`Last day of the consent: ${consent}`;
    case "CALL":
      return t`Call logged`;
    case "VISIT": {
      const visit = said(visitKindWords, sort);
      return t`Visit: ${visit}`;
    }
    case "SUPERVISION_BEGAN":
      return t`Supervision began: ${supervision}`;
    case "SUPERVISION_ENDED":
      return t`Supervision ended: ${supervision}`;
    case "CHECK_IN":
      return t`Check-in`;
    case "ACTION_PUBLISHED":
      return t`Action published: ${action}`;
    case "ACTION_CALLED_OFF":
      return t`Action cancelled: ${action}`;
  }
}

/** How it stands or ended, where that says more than the day does. */
export function stateSaid(one: Told): string | null {
  switch (one.kind) {
    case "HEARING":
      if (one.state === "MOVED") return t`Moved to another date`;
      if (one.state === "CANCELLED" || one.ahead) return said(occasionStateWords, one.state);
      return one.outcome ? said(outcomeWords, one.outcome) : t`Awaiting report`;
    case "CHECK_IN":
      if (one.state === "CANCELLED" || one.ahead) return said(occasionStateWords, one.state);
      return one.outcome ? said(checkInOutcomeWords, one.outcome) : t`Awaiting report`;
    case "VISIT":
      return said(visitStateWords, one.state);
    case "CONSENT_ENDED":
      return said(consentStateWords, one.state);
    case "DEADLINE_FELL_AWAY":
      return said(whyMovedWords, one.outcome);
    case "DEADLINE_DUE":
      return one.ahead ? null : t`Not marked as filed`;
    default:
      return null;
  }
}

/** Stays say their place themselves. */
export function placeSaid(one: Told): string | null {
  return one.kind === "STAY_BEGAN" || one.kind === "STAY_ENDED" ? null : (one.place ?? null);
}
