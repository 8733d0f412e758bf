"""Detainers: what an agency recorded, under the version of the Trust Act that was in force when it came (CGS 54-192h).

Ana types what the police department wrote down: that a detainer came, which ground it named, what it showed. The house
says which version of the statute that is read under, and until when the 48 hours run. Whether the department may hold
anybody is not said here: the police decide, and counsel looks at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from casework import access, connecticut, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.times import WallTime
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.detainers import (
    DETAINER_SEALED,
    CopyGiven,
    Detainer,
    DetainerForm,
    DetainerGround,
    DetainerRecord,
    WarrantPaper,
)
from schema.reference.connecticut import TrustAct

#: The longest that people may type into one field.
_LONGEST = 4_000
_NAMING = (DetainerRecord.GROUND_NAMED, DetainerRecord.GROUND_SHOWN)


@dataclass(frozen=True, kw_only=True)
class DetainerFacts:
    """What is known of a detainer. Times are wall times in ``time_zone``; ``occurrence`` says which is meant
    of those that occur twice.
    """

    agency: str
    received_at: WallTime
    time_zone: str = connecticut.ZONE
    form: DetainerForm = DetainerForm.I_247A
    form_edition: str | None = None
    held_on_it_from: WallTime | None = None
    copy: CopyGiven = CopyGiven.UNKNOWN
    copy_given_at: WallTime | None = None
    copy_language: str | None = None
    recorded: DetainerRecord = DetainerRecord.RECEIVED
    ground: DetainerGround | None = None
    warrant: WarrantPaper | None = None
    shown: str | None = None
    report_line: str | None = None
    follow_up: str | None = None
    occurrence: int | None = None


async def record_detainer(tx: Transaction, case_id: UUID, facts: DetainerFacts) -> Detainer:
    """Record a detainer and what the agency wrote down. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    case = await access.case_for(tx, case_id, Act.RECORD_DETAINER)
    refuse_closed(case)
    open_facts, sealed = _checked(tx, facts)
    detainer = Detainer(id=new_id(), case_id=case.id, recorded_by_id=tx.person_id, revision=0, **open_facts)
    await _seal(tx, case, detainer, sealed)
    tx.session.add(detainer)
    await tx.session.flush()
    tx.record(
        "detainer.recorded", detainer, case=case, after=_told(open_facts),
        fields=[name for name, words in sealed.items() if words],
    )  # fmt: skip
    return detainer


async def correct_detainer(
    tx: Transaction, detainer_id: UUID, facts: DetainerFacts, *, expected_revision: int
) -> Detainer:
    """Say what is known of a detainer now, all of it. Counsel's review of what it said before is over. Raises
    :class:`Invalid`, :class:`ChangedMeanwhile`.
    """
    detainer, case = await access.record_for(tx, Detainer, detainer_id, Act.RECORD_DETAINER)
    tx.expect(detainer, expected_revision)
    refuse_closed(case)
    open_facts, sealed = _checked(tx, facts)
    before = _told({name: getattr(detainer, name) for name in open_facts})
    await tx.unlock([getattr(detainer, name) for name in DETAINER_SEALED])
    was = {name: tx.open(detainer, name) for name in DETAINER_SEALED}
    for name, value in open_facts.items():
        setattr(detainer, name, value)
    await _seal(tx, case, detainer, sealed)
    detainer.reviewed_at = detainer.reviewed_by_id = None
    await tx.session.flush()
    tx.record(
        "detainer.corrected", detainer, case=case, before=before, after=_told(open_facts),
        restricted={name: (was[name], words) for name, words in sealed.items() if was[name] != words},
        key_id=case.vault_key_id,
    )  # fmt: skip
    return detainer


async def review_detainer(tx: Transaction, detainer_id: UUID, *, expected_revision: int) -> Detainer:
    """Counsel looked at a detainer as it stands. Raises :class:`ChangedMeanwhile`, :class:`NotAllowedByState`."""
    detainer, case = await access.record_for(tx, Detainer, detainer_id, Act.REVIEW_DETAINER)
    tx.expect(detainer, expected_revision)
    if detainer.reviewed_at is not None:
        raise NotAllowedByState("Counsel has reviewed this already, as it stands.")
    detainer.reviewed_at, detainer.reviewed_by_id = tx.now, tx.somebody
    await tx.session.flush()
    version = connecticut.trust_act(detainer.received_at)
    tx.record("detainer.reviewed", detainer, case=case, after={"statute": version.code if version else None})
    return detainer


def _checked(tx: Transaction, facts: DetainerFacts) -> tuple[dict[str, Any], dict[str, str | None]]:
    """Its open columns, and what is sealed. Raises :class:`Invalid`."""
    received = _past(tx, "receivedAt", facts.received_at, facts)
    version = connecticut.trust_act(received)
    day = partial(times.full_day, connecticut.day_of(received))
    if version is None:
        raise Invalid("receivedAt", "There was no Trust Act (CGS 54-192h) on {day}. Check the day.", day=day)
    held_from = facts.held_on_it_from and _instant(facts.held_on_it_from, facts)
    if held_from and held_from < received:
        raise Invalid("heldOnItFrom", "They can't have been held on this detainer before it was received.")
    copy_at = facts.copy_given_at and _past(tx, "copyGivenAt", facts.copy_given_at, facts)
    if facts.copy is not CopyGiven.GIVEN and (copy_at or _plain(facts.copy_language)):
        raise Invalid("copy", "Say that a copy was given, or leave out when and in which language.")
    if copy_at and copy_at < received:
        raise Invalid("copyGivenAt", "A copy can't have been given before the detainer was received. Check both times.")
    _check_ground(facts, version, day)
    sealed = {
        "agency": _words("agency", facts.agency),
        "form_edition": _words("formEdition", facts.form_edition),
        "shown": _words("shown", facts.shown),
        "report_line": _words("reportLine", facts.report_line),
        "follow_up": _words("followUp", facts.follow_up),
    }
    if sealed["agency"] is None:
        raise Invalid("agency", "Say which agency received it.")
    return {
        "form": facts.form, "received_at": received, "time_zone": facts.time_zone, "held_on_it_from": held_from,
        "copy": facts.copy, "copy_given_at": copy_at, "copy_language": _plain(facts.copy_language),
        "recorded": facts.recorded, "ground": facts.ground, "warrant": facts.warrant,
    }, sealed  # fmt: skip


def _check_ground(facts: DetainerFacts, version: TrustAct, day: Any) -> None:
    """The ground is one that the version in force on that day names. Raises :class:`Invalid`."""
    if facts.recorded in _NAMING and facts.ground is None:
        raise Invalid("ground", "Say which ground the agency named.")
    if facts.recorded is DetainerRecord.RECEIVED and facts.ground is not None:
        raise Invalid("recorded", "A ground is given: say whether the agency named it, showed it, or did not.")
    if facts.ground is not None and facts.ground not in version.grounds:
        raise Invalid(
            "ground",
            "That was no ground under the version of the Trust Act that holds for a detainer received on {day}"
            " ({citation}). Check the day, or record another ground.",
            day=day, citation=version.citation,
        )  # fmt: skip
    # An immigration officer is no judge, whatever the paper is called.
    if (
        facts.recorded is DetainerRecord.GROUND_SHOWN
        and facts.ground is DetainerGround.JUDICIAL_WARRANT
        and facts.warrant in (WarrantPaper.I_200, WarrantPaper.I_205)
    ):
        raise Invalid(
            "warrant",
            "An I-200 or I-205 is signed by an immigration officer, not by a judge. Record that the ground was named or"
            " not shown.",
        )


def _instant(wall: WallTime, facts: DetainerFacts) -> datetime:
    return times.instant(wall, facts.time_zone, fold=times.fold_of(facts.occurrence))


def _past(tx: Transaction, name: str, wall: WallTime, facts: DetainerFacts) -> datetime:
    at = _instant(wall, facts)
    if at > tx.now:
        raise Invalid(name, "That hour has not come yet.")
    return at


def _plain(said: str | None) -> str | None:
    return said.strip() or None if said else None


def _words(name: str, said: str | None) -> str | None:
    found = _plain(said)
    if found and len(found) > _LONGEST:
        raise Invalid(name, "That is longer than {most} letters. Say it shorter.", most=_LONGEST)
    return found


async def _seal(tx: Transaction, case: Case, detainer: Detainer, sealed: dict[str, str | None]) -> None:
    await tx.unlock([case.vault_key_id])
    for name, words in sealed.items():
        setattr(detainer, name, tx.seal(Detainer, detainer.id, name, case.vault_key_id, words))


def _told(open_facts: dict[str, Any]) -> dict[str, Any]:
    """What the trail says of it, with the version of the statute that was applied."""
    version = connecticut.trust_act(open_facts["received_at"])
    told = ("received_at", "copy", "copy_given_at", "recorded", "ground", "warrant")
    return {**{name: open_facts[name] for name in told}, "statute": version.code if version else None}


__all__ = ["DetainerFacts", "correct_detainer", "record_detainer", "review_detainer"]
