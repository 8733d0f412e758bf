"""What goes to a telephone: short, neutral, with one link, and how to answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import letters, times
from casework.card import UnansweredCard
from casework.language import LANGUAGES
from casework.letters import Change, Letter, Reader
from casework.letters.segments import as_texted, in_gsm_alphabet, segments
from casework.notices import OfPlace
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import OccasionState
from tests.casework.lettering import BY, KINDS, OFFER, SEEN, TELLING, a_card, compose, reader

#: A name of a deployment as long as they get, and the secret of a link (256 bits in base64).
PAGE = "https://presencia.the-legal-aid-of-connecticut.org/a/" + "q7Zr-Xw_" * 5 + "q7Z"
ZONES = ["America/New_York", "America/Los_Angeles", "America/Denver", "Pacific/Honolulu", "America/Puerto_Rico"]
DIGEST = {
    "hearings_without_counsel": 2, "changes_not_confirmed": 0, "dates_to_check": 5, "nobody_assigned": 1,
    "letters_failed": 0, "deadlines_near": 3,
}  # fmt: skip
#: What says that a message is about a court, an agency or somebody's status, in any of the languages.
WORDS = r"""
    court|hearing|judge|immigra|removal|asylum|detain|detention|deport|bond|attorney|lawyer|jail|\bvisas?\b
    |corte|tribunal|audiencia|juez|inmigra|asilo|deten|fianza|abogad|cárcel|migra
    |audiência|juiz|imigra|fiança|advogad|prisão
    |tribinal|odyans|jij|imigrasyon|azil|kosyon|depòt|avoka|prizon
    |\bice\b|\beoir\b|\buscis\b|\bdhs\b|\bero\b
"""
NEUTRAL = re.compile(WORDS, re.IGNORECASE | re.VERBOSE)


def everything(language: str, page: str = "https://presencia.test/a/secret") -> list[Letter]:
    """A letter of each kind, to everybody who gets it, asking and not asking, and the ones in place of them."""
    made = [
        compose(kind, audience, language, acknowledge_by=by) for kind in KINDS for audience in SEEN for by in (None, BY)
    ]
    made += [
        compose(kind, Audience.SUPPORTER, language, call=call, change=None)
        for kind in letters.FALLS_BACK
        for call in ("+1 203 555 0100", None)
    ]
    made += [
        letters.compose_offer(
            kind, replace(OFFER, case_ref="C-10423"), reader(Audience.ATTORNEY, language), page_url=page
        )
        for kind in (LetterKind.ASSIGNMENT_OFFERED, LetterKind.ASSIGNED)
    ]
    made += [
        letters.compose_pointer(kind, reader(Audience.COORDINATOR, language), page_url=page, call="+1 203 555 0100")
        for kind in (
            LetterKind.REPORT_WAITING, LetterKind.REPORT_DECLINED, LetterKind.LINK_RENEWED, LetterKind.WELCOME,
            LetterKind.RESET, LetterKind.UNANSWERED,
        )
    ]  # fmt: skip
    ana = reader(Audience.COORDINATOR, language)
    made.append(letters.compose_glass_broken(ana, who="Mateo R.", case_ref="C-10423", page_url=page))
    made.append(letters.compose_unanswered(UnansweredCard(12, BY, "America/New_York"), ana, page_url=page))
    made += [
        letters.compose_place(
            reader(Audience.SUPPORTER, language), what=what.value, answer="coming",
            until=times.said_shortly(BY, "America/New_York", language, named=True), page_url=page,
            call="+1 203 555 0100",
        )
        for what in OfPlace
    ]  # fmt: skip
    made.append(letters.compose_dispatch(reader(Audience.SUPPORTER, language), town="New Haven", page_url=page))
    made.append(letters.compose_digest(ana, DIGEST, page_url=page))
    return made


def test_every_kind_of_letter_is_looked_at_here() -> None:
    assert {letter.kind for letter in everything("en")} == set(LetterKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_a_subject_nor_a_telephone_tells_what_it_is_about(language: str) -> None:
    for letter in everything(language):
        for seen in (letter.subject, letter.glance, re.sub(r"https://\S+", "", letter.short)):
            assert not NEUTRAL.search(seen), seen
            assert not any(word.casefold() in seen.casefold() for word in (*TELLING, "Elm City", "Noor")), seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telephone_shows_day_time_zone_and_what_was_before(language: str) -> None:
    zone = {"en": "Eastern Time", "es": "hora del Este", "pt": "hora do Leste", "ht": "lè Lès"}[language]
    for kind in KINDS:
        letter = compose(kind, Audience.CLIENT, language)
        assert "9:00" in letter.glance and zone in letter.glance and re.search(r"\b2\b", letter.glance), letter.glance
    moved = compose(LetterKind.RESCHEDULED, Audience.CLIENT, language).glance
    assert moved.index("1:00") < moved.index("9:00")


def test_a_date_that_moved_to_another_zone_says_both() -> None:
    was = Change(starts_at=datetime(2026, 12, 10, 18, tzinfo=UTC), time_zone="America/Chicago")
    letter = compose(LetterKind.RESCHEDULED, Audience.CLIENT, change=was)
    assert letter.glance == (
        "MOVED EARLIER. Old: Thu, Dec 10, 12:00 PM Central Time. New: Wed, Dec 2, 9:00 AM Eastern Time."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_asks_for_a_one_only_when_an_answer_is_owed_and_tells_how_texts_end_when_it_should(
    language: str,
) -> None:
    one = re.compile(r"\b1\b(?!:)")
    asked = compose(LetterKind.RESCHEDULED, Audience.CLIENT, language, acknowledge_by=BY)
    told = compose(LetterKind.RESCHEDULED, Audience.CLIENT, language)
    assert one.search(asked.short.removeprefix(asked.glance)) and not one.search(told.short.removeprefix(told.glance))
    assert asked.short.count("https://") == told.short.count("https://") == 1
    assert told.short.count("STOP") == 1

    known = replace(reader(Audience.CLIENT, language), says_stop=False)
    again = letters.compose(LetterKind.REMINDER, a_card(), known, now=datetime(2026, 11, 25, tzinfo=UTC))
    assert "STOP" not in again.short
    # A notification is answered by touching it.
    assert "https" not in asked.glance and "STOP" not in asked.glance and not one.search(asked.glance.split("PM")[-1])
    assert asked.page_url == "https://presencia.test/a/secret"


def test_a_text_to_whoever_signs_in_leads_to_the_door_and_names_no_case() -> None:
    ana = replace(reader(Audience.ATTORNEY), answer_url="https://presencia.test/cases/C-10423")
    letter = letters.compose(LetterKind.REMINDER, a_card(), ana, now=datetime(2026, 11, 25, tzinfo=UTC))
    assert "Details: https://presencia.test STOP" in letter.short
    assert letter.page_url == "https://presencia.test/cases/C-10423" and letter.page_url in letter.text


@given(
    kind=st.sampled_from(KINDS),
    language=st.sampled_from(LANGUAGES),
    zones=st.tuples(st.sampled_from(ZONES), st.sampled_from(ZONES)),
    starts_at=st.datetimes(min_value=datetime(2026, 9, 1), max_value=datetime(2028, 12, 31)),
    moved=st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)),
    hours=st.tuples(st.booleans(), st.booleans()),
    asks=st.booleans(),
)
def test_a_text_is_in_the_letters_of_gsm_and_at_most_two_segments(
    kind: LetterKind,
    language: str,
    zones: tuple[str, str],
    starts_at: datetime,
    moved: timedelta,
    hours: tuple[bool, bool],
    asks: bool,
) -> None:
    at = starts_at.replace(tzinfo=UTC)
    off = kind is LetterKind.CANCELLED
    card = a_card(
        starts_at=at, ends_at=at + timedelta(hours=1), time_zone=zones[0], hour_known=hours[0],
        state=OccasionState.CANCELLED if off else OccasionState.TENTATIVE,
    )  # fmt: skip
    letter = letters.compose(
        kind,
        card,
        Reader(audience=Audience.CLIENT, language=language, organization="x", answer_url=PAGE, stop_url=f"{PAGE}/stop"),
        now=datetime(2026, 11, 25, tzinfo=UTC),
        change=Change(starts_at=at + moved, time_zone=zones[1], hour_known=hours[1]),
        acknowledge_by=at if asks else None,
    )
    assert not letter.fallback
    assert in_gsm_alphabet(letter.short), letter.short
    assert letter.segments <= 2, letter.short


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_without_a_date_keep_to_two_segments_too(language: str) -> None:
    for letter in everything(language, PAGE):
        assert in_gsm_alphabet(letter.short) and letter.segments <= 2, letter.short


def test_segments_are_counted_as_carriers_count_them() -> None:
    assert [segments("a" * n) for n in (0, 160, 161, 306, 307)] == [1, 1, 2, 2, 3]
    # á is outside the alphabet, à is inside; € and brackets take two places.
    assert [segments("á" * n) for n in (70, 71, 134, 135)] == [1, 2, 2, 3]
    assert segments("à" * 160) == 1
    assert [segments("€" * n) for n in (80, 81)] == [1, 2]
    # What takes two places is not cut in two: 76 fit a piece of 153, not 76 and a half.
    assert [segments("[" * n) for n in (152, 153)] == [2, 3]
    # So with an emoji, which is two of UCS-2: 33 fit a piece of 67.
    assert [segments("😀" * n) for n in (35, 66, 67)] == [1, 2, 3]


def test_days_and_zones_are_written_as_people_text_them() -> None:
    assert as_texted("sáb 5 de dic, 9:00 a.m. hora del Pacífico") == "sab 5 de dic, 9:00 a.m. hora del Pacifico"
    # What the alphabet has stays.
    assert as_texted("mié, mañana, mèkredi, jiyè") == "mié, mañana, mèkredi, jiyè"
    assert in_gsm_alphabet(as_texted("terça, às 9:00, hora do Havaí"))
    assert as_texted("日") == "日"
