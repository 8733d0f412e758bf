"""Readiness: what an action still needs from those who plan it, besides the two keys of clearance. Pure.

None of this stands in the way of publishing. A street action without a safety plan is a risk, and says so in red; but
somebody is taken at six and at eight their neighbors stand before the building, and a rule that stopped them would be
met with a plan that says "none" nine times. Such a plan looks like one, which is worse. Consent and counsel's yes
protect the client, and those do block (:mod:`casework.clearance`); a plan protects those who come, and they decide.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from schema.occasions import LINKED_KINDS, STREET_KINDS, OccasionKind


class Need(StrEnum):
    """One thing that is still missing."""

    LEAD = "lead"
    SAFETY_PLAN = "safety_plan"
    #: There is a plan, and it leaves something out that people are hurt by.
    SAFETY_PLAN_UNFINISHED = "safety_plan_unfinished"
    SPOKESPEOPLE = "spokespeople"
    PRESS_CONTACT = "press_contact"
    MEDIA_ADVISORY = "media_advisory"
    TALKING_POINTS = "talking_points"
    RUN_OF_SHOW = "run_of_show"
    LANGUAGES = "languages"
    ACCESSIBILITY = "accessibility"
    LETTERS_DATE = "letters_date"
    LINK = "link"


#: Of a safety plan, what it must say before it is one.
MUST_SAY = frozenset({"marshals", "legal_support_number", "stop_rule", "police"})
#: Where people speak before others.
_SPOKEN = frozenset({OccasionKind.PRESS_CONFERENCE, OccasionKind.VIGIL, OccasionKind.RALLY, OccasionKind.TOWN_HALL})
#: Actions that people take from where they are.
_FROM_ANYWHERE = frozenset({OccasionKind.LETTER_DRIVE, OccasionKind.CALL_IN}) | LINKED_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What has been planned of an action."""

    kind: OccasionKind
    led: bool
    #: What its safety plan says, of :data:`MUST_SAY`; None: there is none, ``unknown``: it is not for these eyes.
    safety: Collection[str] | None
    unknown: bool
    spokespeople: bool
    press_contact: bool
    run_of_show: bool
    languages: bool
    accessibility: bool
    letters_date: bool
    link: bool
    #: Which wordings there are, in whatever language.
    worded: Collection[str]


def needs(planned: Planned) -> list[Need]:
    """What is still missing, what matters most first."""
    kind = planned.kind
    there = {
        Need.LEAD: planned.led,
        Need.SAFETY_PLAN: kind not in STREET_KINDS or planned.unknown or planned.safety is not None,
        Need.SAFETY_PLAN_UNFINISHED: planned.safety is None or planned.unknown or set(planned.safety) >= MUST_SAY,
        Need.LETTERS_DATE: kind is not OccasionKind.LETTER_DRIVE or planned.letters_date,
        Need.LINK: kind not in LINKED_KINDS or planned.link,
        Need.MEDIA_ADVISORY: kind is not OccasionKind.PRESS_CONFERENCE or "media_advisory" in planned.worded,
        Need.PRESS_CONTACT: kind is not OccasionKind.PRESS_CONFERENCE or planned.press_contact,
        Need.TALKING_POINTS: kind not in _SPOKEN - {OccasionKind.TOWN_HALL} or "talking_points" in planned.worded,
        Need.SPOKESPEOPLE: kind not in _SPOKEN or planned.spokespeople,
        Need.RUN_OF_SHOW: kind not in _SPOKEN or planned.run_of_show,
        Need.LANGUAGES: kind not in _SPOKEN or planned.languages,
        Need.ACCESSIBILITY: kind in _FROM_ANYWHERE or planned.accessibility,
    }
    return [need for need, done in there.items() if not done]


__all__ = ["MUST_SAY", "Need", "Planned", "needs"]
