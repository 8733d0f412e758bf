"""Possible matches: cases that may be the same person, while somebody is being taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import ARRAY, Select, Uuid, any_, bindparam, select

from casework import names
from casework.access import VISIBLE, Eyes
from casework.language import Sentence
from casework.reading.places import Row
from casework.reading.search import Seeker, by_number, candidates
from schema.cases import Case, Intake

#: Below this likeness (0 to 100) two names are not worth a coordinator's look.
_ALIKE = 72
#: The most that are shown.
MATCHES = 10
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Another case that may be the same person, and why."""

    case_id: UUID
    #: 0 to 100.
    likeness: int
    #: Each a sentence.
    because: tuple[Sentence, ...]


async def possible_matches(
    seeker: Seeker,
    *,
    name: str | None = None,
    a_number: str | None = None,
    arrested_at: datetime | None = None,
    within: UUID | None = None,
) -> list[PossibleMatch]:
    """Cases the actor reads as legal team that look like the same person: by A-number, by name, by hour of arrest; best
    first, at most ten. ``within`` the clients of one organization, or of all.

    Names are compared in the open only for at most 200 candidates that keyed tokens bring up. Raises :class:`Invalid`
    for what is longer than any name.
    """
    likeness: dict[UUID, int] = {}
    because: dict[UUID, list[Sentence]] = {}
    if number := names.a_number_in(a_number or ""):
        for detainee_id in await by_number(seeker, number, within):
            likeness[detainee_id] = 100
            because[detainee_id] = [Sentence("The same A-number.")]
    if asked := names.checked_name("name", name or ""):
        for detainee_id, score in await _alike(seeker, asked, within):
            likeness[detainee_id] = max(likeness.get(detainee_id, 0), score)
            because.setdefault(detainee_id, []).append(Sentence("A name like this one."))
    if not likeness:
        return []
    found = []
    for row in await seeker.rows(_cases, {"given_clients": list(likeness)}):
        score, reasons = likeness[row["detainee_id"]], because[row["detainee_id"]]
        if arrested_at and row["arrested_at"] and abs(row["arrested_at"] - arrested_at) <= _DAY:
            score, reasons = min(100, score + 10), [*reasons, Sentence("Arrested within a day of it.")]
        found.append((-score, row["number"], PossibleMatch(row["id"], score, tuple(reasons))))
    return [match for _, _, match in sorted(found, key=lambda one: one[:2])[:MATCHES]]


async def _alike(seeker: Seeker, name: str, within: UUID | None) -> list[tuple[UUID, int]]:
    words = names.sought(name)
    if not words:
        return []
    asked = names.folded(name)
    alike = []
    for one in await candidates(seeker, words, every=False, within=within):
        score = max((round(fuzz.token_set_ratio(asked, names.folded(held))) for held in one.names), default=0)
        if score >= _ALIKE:
            alike.append((one.detainee_id, score))
    return alike


def _cases(eyes: Eyes) -> Select[tuple[UUID, int, UUID, datetime]]:
    case, intake = Row(Case), Row(Intake)
    return (
        select(case.id, case.number, case.detainee_id, intake.arrested_at)
        .select_from(case.alias.outerjoin(intake.alias, (intake.case_id == case.id) & VISIBLE[Intake](eyes, intake)))
        .where(
            VISIBLE[Case](eyes, case),
            case.detainee_id == any_(bindparam("given_clients", None, ARRAY(Uuid()))),
            case.merged_into_id.is_(None),
        )
    )


__all__ = ["MATCHES", "PossibleMatch", "possible_matches"]
