"""Actions about several cases: each client's consent and each client's counsel, and what may be told of it at all.

The vigil is for Mateo and for Lucía. It is public while both agree and counsel of each has signed exactly these words.
Whoever sees the vigil through one of the two is told that the other's yes is missing, and not whose that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from casework import clearance as clearances
from casework.clearance import Clearance, Later, Said, SignedOff
from casework.disclosure.last_days import last_day
from casework.language import Sentence
from schema.advocacy import SignOffCapacity
from schema.consents import Consent, ConsentAudience, ConsentState, NameForm, Purpose

#: What somebody is told who does not read the case.
ELSEWHERE = Sentence("Another case that this action is about is not ready yet. Its own team sees what is missing.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What says, of one of its cases, whether an action may be told: ``action_facts`` in the database."""

    case_id: UUID
    #: What it is called: None where the actor does not read it.
    number: int | None
    #: The actor reads this case.
    reads: bool
    #: The action is kept with this case.
    kept: bool
    consents: tuple[Consent, ...]
    signed: tuple[SignedOff, ...]
    of_record: frozenset[UUID]
    no_publicity: bool
    asked_again: datetime | None

    def is_signed(self, said: Said) -> bool:
        """Whoever's yes counts for this case has said it to these words."""
        return any(
            clearances.counts(one, self.of_record) for one in self.signed if one.said_revision == said.said_revision
        )

    def lapses(self, now: datetime) -> list[datetime]:
        """When what this client agreed to ends by itself."""
        return [one.expires_at for one in self.consents if one.expires_at > now]

    def base(self, now: datetime) -> Clearance:
        """What each audience may be told of this client at this instant."""
        return clearances.standing(
            self.consents, now, no_publicity=self.no_publicity, client_released_at=self.asked_again
        )

    def of_action(self, said: Said, now: datetime, over: datetime | None = None) -> Clearance:
        """Whether these words may be told, as far as this client goes; ``over``: until then it must stand."""
        later = self.base(max(over, now)) if over else None
        return clearances.of_action(
            replace(said, case_id=self.case_id),
            self.base(now),
            self.signed,
            attorneys_of_record=self.of_record,
            no_publicity=self.no_publicity,
            later=Later(later.permits, partial(last_day, now=now)) if later else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """One of an action's cases, and what is still missing of it. One the actor does not read is not named."""

    case_id: UUID | None
    number: int | None
    kept: bool
    missing: tuple[Sentence, ...]
    #: Counsel of this case has said yes to these words; None where the actor may not know.
    signed: bool | None = None
    #: As what whoever signs for it would.
    capacity: SignOffCapacity | None = None

    @property
    def clear(self) -> bool:
        return not self.missing

    @property
    def short_id(self) -> str | None:
        return f"C-{self.number}" if self.number is not None else None


def facts_from(told: Sequence[Mapping[str, Any]] | None) -> list[CaseFacts]:
    """What the database says of an action's cases. Nothing where there is one case alone."""
    return [
        CaseFacts(
            case_id=UUID(one["case"]),
            number=one["number"],
            reads=one["reads"],
            kept=bool(one["kept"]),
            consents=tuple(_consent(said) for said in one["consents"]),
            signed=tuple(
                SignedOff(
                    UUID(said["attorney_id"]), SignOffCapacity(said["capacity"]), said["said_revision"],
                    datetime.fromisoformat(said["given_at"]),
                )
                for said in one["signed"]
            ),
            of_record=frozenset(UUID(attorney) for attorney in one["of_record"]),
            no_publicity=one["no_publicity"],
            asked_again=_at(one["asked_again"]),
        )
        for one in told or ()
    ]  # fmt: skip


def _consent(said: Mapping[str, Any]) -> Consent:
    return Consent(
        audience=ConsentAudience(said["audience"]), purpose=Purpose(said["purpose"]),
        name_form=NameForm(said["name_form"]), place=said["place"], photo=said["photo"], story=said["story"],
        bond=said["bond"], state=ConsentState(said["state"]), given_at=_at(said["given_at"]),
        ended_at=_at(said["ended_at"]), paused_at=_at(said["paused_at"]), resumed_at=_at(said["resumed_at"]),
        expires_at=_at(said["expires_at"]),
    )  # fmt: skip


def _at(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None


def together(facts: Sequence[CaseFacts], said: Said, now: datetime, over: datetime | None = None) -> Clearance:
    """The clearance of an action about several cases; each missing thing says of whom, as far as the actor reads it."""
    if not facts:
        # Of what nobody could ask, nothing is told.
        return Clearance(permits={}, missing=(ELSEWHERE,))
    each = []
    for one in facts:
        found = one.of_action(said, now, over)
        each.append(replace(found, missing=_named(one, found.missing, alone=len(facts) == 1)))
    return clearances.together(each)


def _named(one: CaseFacts, missing: Sequence[Sentence], *, alone: bool) -> tuple[Sentence, ...]:
    if not one.reads:
        return (ELSEWHERE,) if missing else ()
    if alone:
        return tuple(missing)
    return tuple(Sentence("{case}: {what}", case=f"C-{one.number}", what=what) for what in missing)


def of_cases(facts: Sequence[CaseFacts], said: Said, now: datetime, over: datetime | None = None) -> list[OfCase]:
    """Of each case what is missing: the one it is kept with first, those that the actor does not read last."""
    made = []
    for one in sorted(facts, key=lambda one: (not one.reads, not one.kept, one.number if one.reads else 0)):
        missing = one.of_action(said, now, over).missing
        made.append(
            OfCase(
                case_id=one.case_id, number=one.number, kept=one.kept, missing=missing, signed=one.is_signed(said),
                capacity=SignOffCapacity.OF_RECORD if one.of_record else SignOffCapacity.CONSULTED,
            )
            if one.reads
            else OfCase(case_id=None, number=None, kept=False, missing=(ELSEWHERE,) if missing else ())
        )  # fmt: skip
    return made


__all__ = ["ELSEWHERE", "CaseFacts", "OfCase", "facts_from", "of_cases", "together"]
