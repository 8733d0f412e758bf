"""Letters: reviewed prose that says everything needed, nothing that tells, and never a value it does not have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from casework import letters, times
from casework.card import UnansweredCard
from casework.language import LANGUAGES
from casework.letters import Incomplete
from casework.notices import OfPlace
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import OccasionState
from tests import golden
from tests.casework.lettering import (
    EVERYWHERE,
    KINDS,
    NOW,
    OFFER,
    SEEN,
    VARIANTS,
    WAS,
    WORDS,
    a_card,
    compose,
    reader,
    shown,
)


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "MOVED: Thu, Dec 10, 2026, 1:00 PM ET → Tue, Jan 12, 2027, 9:00 AM ET"),
        ("es", "CAMBIO DE FECHA: jue 10 de dic de 2026, 1:00 p.m. ET → mar 12 de ene de 2027, 9:00 a.m. ET"),
        ("pt", "MUDOU DE DATA: qui, 10 de dez de 2026, 1:00 PM ET → ter, 12 de jan de 2027, 9:00 AM ET"),
        ("ht", "DAT LA CHANJE: jedi 10 desanm 2026, 1:00 PM ET → madi 12 janvye 2027, 9:00 AM ET"),
    ],
)
def test_a_date_moved_into_another_year_says_both_years(language: str, subject: str) -> None:
    starts_at = datetime(2027, 1, 12, 14, tzinfo=UTC)
    card = a_card(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))

    letter = letters.compose(
        LetterKind.RESCHEDULED, card, reader(Audience.FAMILY_CONTACT, language), now=NOW, change=WAS
    )

    assert letter.subject == subject


def test_a_date_of_another_year_than_todays_says_its_year() -> None:
    starts_at = datetime(2027, 12, 2, 14, tzinfo=UTC)
    card = a_card(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), state=OccasionState.CANCELLED)
    off = letters.compose(LetterKind.CANCELLED, card, reader(Audience.OFFICIAL), now=NOW)
    assert off.subject == "CANCELLED: Thu, Dec 2, 2027, 9:00 AM ET"

    # Read where it takes place: it is New Year's Eve in New York yet.
    late = datetime(2027, 1, 1, 3, tzinfo=UTC)
    card = a_card(starts_at=late, ends_at=late + timedelta(hours=1))
    tonight = letters.compose(LetterKind.REMINDER, card, reader(Audience.OFFICIAL), now=late - timedelta(hours=2))
    assert "2026" not in tonight.subject and "2027" not in tonight.subject


@pytest.mark.parametrize(
    ("audience", "language"),
    [(audience, one) for one in LANGUAGES for audience in (SEEN if one in ("en", "es") else EVERYWHERE)],
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_to_every_audience_is_the_golden_one(kind: LetterKind, audience: Audience, language: str) -> None:
    letter = compose(kind, audience, language)
    assert not letter.fallback
    golden.matches(f"letters/{kind}.{audience}.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_html_of_every_kind_is_the_golden_one(kind: LetterKind, language: str) -> None:
    golden.matches(f"letters/{kind}.{language}.html", compose(kind, Audience.SUPPORTER, language).html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_turn_a_letter_can_take_is_the_golden_one(name: str, language: str) -> None:
    kind, audience, changes = VARIANTS[name]
    letter = compose(kind, audience, language, **changes)
    golden.matches(f"letters/{name}.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterKind.ASSIGNMENT_OFFERED, LetterKind.ASSIGNED])
def test_letters_about_a_placement_are_the_golden_ones(kind: LetterKind, language: str) -> None:
    card = replace(OFFER, case_ref="C-10423") if kind is LetterKind.ASSIGNED else OFFER
    letter = letters.compose_offer(
        kind, card, reader(Audience.POOL_ATTORNEY, language), page_url="https://presencia.test/offers/1"
    )
    golden.matches(f"letters/{kind}.{language}.txt", shown(letter))


#: Letters that lead to a page and tell nothing of what stands there, and who reads each.
POINTERS = {
    LetterKind.REPORT_WAITING: Audience.COORDINATOR,
    LetterKind.REPORT_DECLINED: Audience.ADVOCATE,
    LetterKind.LINK_RENEWED: Audience.SUPPORTER,
    LetterKind.WELCOME: Audience.ADVOCATE,
    LetterKind.RESET: Audience.ADVOCATE,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", POINTERS)
def test_letters_that_lead_to_a_page_are_the_golden_ones(kind: LetterKind, language: str) -> None:
    letter = letters.compose_pointer(
        kind, reader(POINTERS[kind], language), page_url="https://presencia.test/page", call="+1 203 555 0100"
    )
    golden.matches(f"letters/{kind}.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [*OfPlace, "answered-no"])
def test_letters_about_somebodys_own_place_are_the_golden_ones(what: str, language: str) -> None:
    until = times.said_shortly(datetime(2026, 11, 25, 22, tzinfo=UTC), "America/New_York", language, named=True)
    letter = letters.compose_place(
        reader(Audience.SUPPORTER, language), what=what.removesuffix("-no"),
        answer="not_coming" if what == "answered-no" else "coming", until=until,
        page_url="https://presencia.test/page", call="+1 203 555 0100",
    )  # fmt: skip
    golden.matches(f"letters/your_place-{what}.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_that_calls_a_rapid_responder(language: str) -> None:
    letter = letters.compose_dispatch(
        reader(Audience.SUPPORTER, language), town="New Haven", page_url="https://presencia.test/r/secret"
    )
    golden.matches(f"letters/responder_called.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_about_a_case_that_was_opened_urgently_is_the_golden_one(language: str) -> None:
    letter = letters.compose_glass_broken(
        reader(Audience.COORDINATOR, language), who="Noor Haddad", case_ref="C-10423",
        page_url="https://presencia.test/cases/C-10423",
    )  # fmt: skip
    golden.matches(f"letters/glass_broken.{language}.txt", shown(letter))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted({*letters.FALLS_BACK, LetterKind.TRANSFERRED}))
@pytest.mark.parametrize("call", ["+1 203 555 0100", None])
def test_the_fallback_letters_are_the_golden_ones(kind: LetterKind, language: str, call: str | None) -> None:
    # Without what was said before, or without a number, the full letter cannot be written.
    letter = compose(kind, Audience.SUPPORTER, language, change=None, call=call)
    if kind in (LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED) or call is None:
        assert letter.fallback and letter.calendar is None
        known = "call" if call else "nothing"
        golden.matches(f"letters/fallback-{kind}-{known}.{language}.txt", shown(letter))
    else:
        assert not letter.fallback


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_in_counts_are_the_golden_ones(language: str) -> None:
    ana, page = reader(Audience.COORDINATOR, language), "https://presencia.test/today"
    for people in (1, 3):
        waiting = UnansweredCard(people, datetime(2026, 11, 25, 16, tzinfo=UTC), "America/New_York")
        letter = letters.compose_unanswered(waiting, ana, page_url=page)
        golden.matches(f"letters/unanswered-{people}.{language}.txt", shown(letter))
    with pytest.raises(Incomplete):
        letters.compose_unanswered(replace(waiting, people=0), ana, page_url=page)


def test_every_file_of_prose_exists_in_every_language() -> None:
    names = {path.name.rpartition(".")[0] for path in WORDS.iterdir()}
    assert {path.name for path in WORDS.iterdir()} == {f"{name}.{language}" for name in names for language in LANGUAGES}
    assert {kind.value for kind in LetterKind} <= names


def test_a_language_without_words_is_answered_in_english_and_a_region_in_its_language() -> None:
    assert compose(LetterKind.REMINDER, Audience.CLIENT, "quc").language == "en"
    assert compose(LetterKind.REMINDER, Audience.CLIENT, "es-GT").language == "es"
