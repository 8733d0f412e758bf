"""How each of the other eleven cases begins: a call."""

from __future__ import annotations

from datetime import datetime

from casework.identities import Known
from casework.intake import Report
from commands.demo.acts import Told
from commands.demo.story import HERE, Story
from schema.cases import Priority


def taken_in(
    story: Story,
    day: int,
    legal_name: str,
    public_name: str | None,
    country: str,
    language: str,
    place: str,
    *,
    a_number: str | None = None,
    born: int | None = None,
    caller: tuple[str, str] = ("a neighbor", "neighbor"),
    told: str | None = None,
    minor: bool = False,
    priority: Priority = Priority.ROUTINE,
    no_publicity: bool = False,
) -> Told:
    """Somebody was arrested that morning; Ana takes the call."""
    case = Told(story, story.elm_city)
    arrested: datetime = story.wall(day, "07:15")
    story.on(
        day,
        "10:20",
        "ana",
        case.taken_in(
            Known(
                legal_name=legal_name,
                birth_date=story.day(born).isoformat() if born else None,
                country_of_birth=country,
                nationality=country,
                a_numbers=[a_number] if a_number else [],
            ),
            public_name,
            language,
            Report(
                caller_name=caller[0],
                caller_relation=caller[1],
                arrested_at=arrested,
                arrest_zone=HERE,
                arrest_place=place,
                told=told,
            ),
            minor=minor,
            priority=priority,
            no_publicity=no_publicity,
        ),
    )
    return case


def blurb(words: str) -> str:
    """What an offer says, and nothing that identifies."""
    return f"{words} The family is reachable and has papers ready; we help with filings and interpreters."
