"""What the words of every letter say and never tell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework import letters
from casework.language import LANGUAGES
from casework.letters import Incomplete
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import OccasionKind, OccasionState
from tests.casework.lettering import (
    KINDS,
    NOW,
    SEEN,
    TELLING,
    Seen,
    a_card,
    compose,
    reader,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize("kind", KINDS)
def test_subject_and_first_sentence_carry_day_and_time_and_nothing_that_tells(
    kind: LetterKind, audience: Audience, language: str
) -> None:
    letter = compose(kind, audience, language)
    seen_on_a_locked_screen = letter.subject + letter.glance + letter.text.split("\n\n")[0]

    for word in TELLING:
        assert word.casefold() not in seen_on_a_locked_screen.casefold()
    assert re.search(r"9:00", letter.subject) and "ET" in letter.subject


@pytest.mark.parametrize("audience", [Audience.OFFICIAL, Audience.SUPPORTER, Audience.ADVOCATE])
@pytest.mark.parametrize("kind", KINDS)
def test_whoever_is_not_of_the_legal_team_reads_no_name_and_no_kind_of_hearing(
    kind: LetterKind, audience: Audience
) -> None:
    letter = compose(kind, audience)
    for whole in (letter.text, letter.html, (letter.calendar or b"").decode()):
        assert "Mateo" not in whole and "C-10423" not in whole and "ond hearing" not in whole


def test_a_moved_date_says_old_and_new_in_the_subject() -> None:
    letter = compose(LetterKind.RESCHEDULED, Audience.SUPPORTER)
    assert letter.subject == "MOVED EARLIER: Thu, Dec 10, 1:00 PM ET → Wed, Dec 2, 9:00 AM ET"
    letter = compose(LetterKind.RESCHEDULED, Audience.CLIENT, "es")
    assert letter.subject.startswith("CAMBIO DE FECHA, ES ANTES: jue 10 de dic")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_to_a_client_says_all_that_the_evidence_asks_for(language: str) -> None:
    text = compose(LetterKind.REMINDER, Audience.CLIENT, language).text
    needed = {
        "en": [
            "Wednesday, December 2, 2026, 9:00 AM Eastern Time", "Hartford Immigration Court", "628", "Bring",
            "What time must you leave", "8:30 AM", "order your removal", "+1 203 555 0100",
            "court's own notice decides",
        ],
        "es": [
            "miércoles, 2 de diciembre de 2026", "hora del Este", "Hartford Immigration Court", "628", "Lleve",
            "a qué hora tiene que salir", "8:30", "deportación", "+1 203 555 0100", "aviso de la corte",
        ],
        "pt": [
            "quarta-feira, 2 de dezembro de 2026, às 9:00 AM (hora do Leste)", "Hartford Immigration Court", "628",
            "Leve",
            "a que horas precisa sair", "8:30 AM", "deportação", "+1 203 555 0100", "aviso da própria corte",
        ],
        "ht": [
            "mèkredi 2 desanm 2026, a 9:00 AM (lè Lès)", "Hartford Immigration Court", "628", "Pote",
            "ki lè pou w soti", "8:30 AM", "depòte w", "+1 203 555 0100", "avi tribinal la ki deside",
        ],
    }  # fmt: skip
    flat = " ".join(text.split())
    for words in needed[language]:
        assert words in flat


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 11, 25, 14, tzinfo=UTC), "Please keep this date: "),
        (datetime(2026, 12, 1, 14, tzinfo=UTC), "Tomorrow: "),
        # 01:00 UTC on the 2nd is still the evening of the 1st in Hartford.
        (datetime(2026, 12, 2, 1, tzinfo=UTC), "Tomorrow: "),
        (datetime(2026, 12, 2, 12, tzinfo=UTC), "Today: "),
    ],
)
def test_a_late_reminder_says_today_and_never_tomorrow_of_today(now: datetime, first: str) -> None:
    assert compose(LetterKind.REMINDER, Audience.CLIENT, now=now).text.startswith(first)


@pytest.mark.parametrize("kind", [LetterKind.REMINDER, LetterKind.INVITATION])
def test_a_letter_that_lacks_a_value_is_not_written(kind: LetterKind) -> None:
    with pytest.raises(Incomplete) as lacking:
        compose(kind, Audience.SUPPORTER, call=None)
    assert lacking.value.missing == "a number to call"


def test_an_invitation_without_a_page_to_answer_on_is_not_written() -> None:
    with pytest.raises(Incomplete):
        letters.compose(LetterKind.INVITATION, a_card(), replace(reader(Audience.SUPPORTER), answer_url=None), now=NOW)


def test_no_reminder_is_written_of_a_date_that_was_cancelled() -> None:
    with pytest.raises(Incomplete):
        compose(LetterKind.REMINDER, Audience.CLIENT, state=OccasionState.CANCELLED)


def test_a_blank_value_is_a_missing_one() -> None:
    with pytest.raises(Incomplete):
        letters.compose(
            LetterKind.REMINDER, a_card(), replace(reader(Audience.SUPPORTER), organization=" \u200e\n"), now=NOW
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize(
    "hole",
    ["court", "place", "judge", "codeword", "token", "name", "live_page", "join_url", "case_ref", "title"],
)
def test_what_may_be_unknown_leaves_no_trace_in_the_words(
    kind: LetterKind, audience: Audience, language: str, hole: str
) -> None:
    letter = compose(kind, audience, language, **{hole: None})
    whole = letter.subject + letter.text + letter.html
    for trace in ("None", "Undefined", "undefined", "{{", "{%", "\ue000", "\ue001", "\ue002"):
        assert trace not in whole
    assert not re.search(r"\(\s*\)|: *\n\n|  \.", letter.text)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "a\n\nPay here:\nhttps://evil.test",
        "\ue001Pay\ue002https://evil.test",
        "{{ call }}",
        'O\'Neil & "Sons"',
    ],
)
def test_a_value_can_smuggle_nothing_into_a_letter(typed: str) -> None:
    letter = letters.compose(
        LetterKind.REMINDER,
        a_card(kind=OccasionKind.VIGIL, title=typed, court=None),
        reader(Audience.SUPPORTER),
        now=NOW,
    )
    seen = Seen()
    seen.feed(letter.html)
    plain = " ".join("".join(letter_ for letter_ in typed if not "\ue000" <= letter_ <= "\uf8ff").split())

    assert f"What: {plain}\n" in letter.text
    assert plain in seen.words
    assert "script" not in seen.tags
    assert letter.html.count("<a ") == 2  # the answer page, and the one where mail ends


@pytest.mark.parametrize(("kind", "told"), [(OccasionKind.VIGIL, False), (OccasionKind.ACCOMPANIMENT, True)])
def test_only_what_is_in_court_is_told_with_a_court(kind: OccasionKind, told: bool) -> None:
    letter = letters.compose(
        LetterKind.REMINDER, a_card(kind=kind, court="Hartford Immigration Court"), reader(Audience.SUPPORTER), now=NOW
    )

    assert ("Hartford Immigration Court" in letter.text) is told
