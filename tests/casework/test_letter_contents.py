"""What particular letters must say, in every language: safety, why they came, what is owed, where and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from casework import calendar, letters, titles
from casework.date_checks.promise import promise
from casework.language import LANGUAGES
from casework.letters.compose import _values
from casework.letters.prose import written
from casework.titles import _MEDIA
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import HEARING_KINDS, Medium, OccasionKind, OccasionState
from tests.casework.lettering import BY, ELSEWHERE, KINDS, NOW, SEEN, WAS, a_card, compose, reader

#: Officers, an ID, a lawyer: what each language says of them.
SAFETY = {
    "en": ("Officers may be", "an ID", "lawyer"),
    "es": ("puede haber agentes", "una identificación", "abogado"),
    "pt": ("Pode haver agentes", "documento de identidade", "advogado"),
    "ht": ("Ka gen ajan", "pyès idantite", "avoka"),
}
#: What takes people into a court, an agency's office or a jail.
INSIDE = [
    *sorted(HEARING_KINDS), OccasionKind.CHECK_IN, OccasionKind.ACCOMPANIMENT, OccasionKind.CHECK_IN_ACCOMPANIMENT,
    OccasionKind.OFFICIAL_VISIT,
]  # fmt: skip
LAY = [one for one in Audience if one not in (Audience.COORDINATOR, Audience.ATTORNEY, Audience.POOL_ATTORNEY)]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterKind.INVITATION, LetterKind.REMINDER])
def test_whoever_is_asked_into_a_court_an_office_or_a_jail_is_told_of_officers_and_of_lawyers(
    kind: LetterKind, language: str
) -> None:
    for audience in LAY:
        for occasion in INSIDE:
            letter = compose(kind, audience, language, kind=occasion)
            for said in SAFETY[language]:
                assert said in flat(letter.text), (audience, occasion)
                assert said in flat(unescape(letter.html))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED])
def test_a_change_says_it_again(kind: LetterKind, language: str) -> None:
    assert SAFETY[language][0] in flat(compose(kind, Audience.SUPPORTER, language).text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_a_door_of_a_court_it_is_said_and_elsewhere_it_is_not(language: str) -> None:
    said = SAFETY[language][0]
    at_the_door = compose(LetterKind.INVITATION, Audience.SUPPORTER, language, kind=OccasionKind.VIGIL)
    assert said in flat(at_the_door.text) and "Hartford Immigration Court" not in at_the_door.text
    for changes in (
        {"kind": OccasionKind.VIGIL, "court": None},
        {"kind": OccasionKind.CALL_IN},
        {"medium": Medium.WEBEX, "place": None, "join_url": "https://eoir.webex.com/meet/a"},
    ):
        assert said not in flat(compose(LetterKind.REMINDER, Audience.SUPPORTER, language, **changes).text)
    for audience in (Audience.ATTORNEY, Audience.COORDINATOR):
        assert said not in flat(compose(LetterKind.REMINDER, audience, language).text)


def test_nobody_is_asked_for_their_status() -> None:
    for kind in KINDS:
        for audience in LAY:
            text = flat(compose(kind, audience).text)
            assert "your status" not in text and "Are you" not in text and "immigration status" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_plan_and_consequence_are_for_who_has_to_go_on_their_own_feet(language: str) -> None:
    leave = {"en": "time must you leave", "es": "qué hora tiene que salir", "pt": "que horas precisa sair",
             "ht": "ki lè pou w soti"}[language]  # fmt: skip
    ordered = {"en": "order", "es": "ordenar", "pt": "ordenar", "ht": "bay lòd"}[language]

    free = flat(compose(LetterKind.REMINDER, Audience.CLIENT, language).text)
    held = flat(compose(LetterKind.REMINDER, Audience.CLIENT, language, at_liberty=False).text)
    assert leave in free and ordered in free
    assert leave not in held and ordered not in held

    family = flat(compose(LetterKind.REMINDER, Audience.FAMILY_CONTACT, language, at_liberty=True).text)
    of_one_held = flat(compose(LetterKind.REMINDER, Audience.FAMILY_CONTACT, language).text)
    assert ordered in family and ordered not in of_one_held
    for audience in (one for one in LAY if one not in (Audience.CLIENT, Audience.FAMILY_CONTACT)):
        assert ordered not in flat(compose(LetterKind.REMINDER, audience, language).text), audience


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_about_court_says_that_it_is_a_courtesy_and_whom_to_call(language: str) -> None:
    decides = {"en": "court's own notice decides", "es": "vale es el aviso de la corte", "pt": "aviso da própria corte",
               "ht": "avi tribinal la ki deside"}[language]  # fmt: skip
    for kind in (LetterKind.REMINDER, LetterKind.INVITATION, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED):
        for audience in (one for one in SEEN if one is not Audience.ACCOMPANIER):
            text = flat(compose(kind, audience, language).text)
            assert decides in text and "+1 203 555 0100" in text, (kind, audience)


CLOCK = {"en": "by the court's clock", "es": "según el reloj de la corte", "pt": "pelo relógio da corte",
         "ht": "dapre lè tribinal la"}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_in_court_is_said_to_be_by_the_courts_clock(language: str) -> None:
    assert CLOCK[language] in flat(compose(LetterKind.REMINDER, Audience.CLIENT, language).text)
    vigil = compose(LetterKind.REMINDER, Audience.SUPPORTER, language, kind=OccasionKind.VIGIL, court=None)
    assert CLOCK[language] not in flat(vigil.text)
    assert CLOCK[language] not in flat(compose(LetterKind.REMINDER, Audience.CLIENT, language, hour_known=False).text)


# Confirming.

CONFIRM = {"en": "Please confirm that you have seen this", "es": "confirme que vio esto", "pt": "confirme que viu isto",
           "ht": "konfime ke ou wè sa a"}  # fmt: skip
CALLED = {"en": "somebody will call you", "es": "alguien le llamará", "pt": "alguém vai lhe telefonar",
          "ht": "yon moun ap rele w"}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(letters.FALLS_BACK))
def test_a_change_that_must_be_confirmed_says_so_by_when_and_what_happens_otherwise(
    kind: LetterKind, language: str
) -> None:
    asked = compose(kind, Audience.CLIENT, language, acknowledge_by=BY)
    told = compose(kind, Audience.CLIENT, language)

    assert not asked.fallback
    for said in (CONFIRM[language], CALLED[language], "5:00"):
        assert said in flat(asked.text) and said not in flat(told.text)
    assert asked.text.count("https://presencia.test/a/secret\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(letters.FALLS_BACK))
@pytest.mark.parametrize("known", [True, False])
def test_the_words_that_need_nothing_ask_for_it_too_and_need_nothing(
    kind: LetterKind, language: str, known: bool
) -> None:
    who = reader(Audience.CLIENT, language)
    who = who if known else replace(who, organization="", answer_url=None, stop_url=None)
    letter = letters.compose(kind, a_card(call=None), who, now=NOW, acknowledge_by=BY)

    assert letter.fallback
    for said in (CONFIRM[language], CALLED[language], "5:00"):
        assert said in flat(letter.text)
    assert ("https://presencia.test/a/secret" in letter.text) is known
    assert ("https://presencia.test/a/secret" in letter.short) is known


# Where and how.


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_place_is_told_old_and_new_and_goes_into_the_calendar(language: str) -> None:
    letter = compose(LetterKind.PLACE_CHANGED, Audience.SUPPORTER, language)

    text = flat(letter.text)
    assert text.index("Courthouse on the Hill") < text.index("Ribicoff Federal Building")
    assert text.index("310") < text.index("628")
    assert letter.method == "REQUEST" and b"Ribicoff" in (letter.calendar or b"").replace(b"\r\n ", b"")


def test_whoever_is_told_no_place_now_is_not_told_the_old_one() -> None:
    letter = compose(LetterKind.PLACE_CHANGED, Audience.OFFICIAL)
    assert "Hill" not in letter.text + letter.html and "310" not in letter.text
    # Where company meets is not where the check-in is.
    own = compose(LetterKind.PLACE_CHANGED, Audience.CLIENT, kind=OccasionKind.CHECK_IN, court=None)
    assert "Hill" not in own.text


def test_a_hearing_that_went_to_a_screen_or_came_from_one_says_both() -> None:
    to_webex = compose(
        LetterKind.PLACE_CHANGED, Audience.CLIENT,
        medium=Medium.WEBEX, place=None, join_url="https://eoir.webex.com/meet/b",
    )  # fmt: skip
    assert "How, no longer true: In person\n" in to_webex.text and "How: By Webex\n" in to_webex.text
    assert "Link: https://eoir.webex.com/meet/b\n" in to_webex.text
    from_webex = compose(
        LetterKind.PLACE_CHANGED, Audience.CLIENT, change=replace(ELSEWHERE, place_name=None, medium=Medium.WEBEX)
    )
    assert "How, no longer true: By Webex\nHow: In person\n" in from_webex.text


def test_what_is_unchanged_is_not_said_to_be_no_longer_true() -> None:
    same = replace(ELSEWHERE, place_name="Ribicoff Federal Building")
    text = compose(LetterKind.PLACE_CHANGED, Audience.CLIENT, change=same).text
    assert "Where, no longer" not in text and "How, no longer" not in text and "Room, no longer true: 310\n" in text


# Why they get it.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_says_why_it_came_and_how_to_get_no_more(language: str) -> None:
    because = {
        "en": "Why you get this:",
        "es": "Recibe este mensaje porque",
        "pt": "Você recebe esta mensagem porque",
        "ht": "Ou resevwa mesaj sa a paske",
    }[language]
    whys = set()
    for kind in KINDS:
        for audience in SEEN:
            text = flat(compose(kind, audience, language).text)
            assert text.count(because) == 1 and text.endswith("https://presencia.test/a/secret/stop"), (kind, audience)
            whys.add(text.partition(because)[2])
    # Each by their own part in it; a witness and a sponsor are needed alike.
    assert len(whys) == len(SEEN) - 1
    pointer = letters.compose_pointer(LetterKind.RESET, reader(Audience.ADVOCATE, language), page_url="https://x.test")
    assert because in flat(pointer.text)
    nothing = compose(LetterKind.RESCHEDULED, Audience.CLIENT, language, call=None)
    assert nothing.fallback and because in flat(nothing.text)


def test_who_said_that_they_would_come_is_told_that_they_did() -> None:
    for audience, said in (
        (Audience.SUPPORTER, "you said that you would come."),
        (Audience.OFFICIAL, "your office said that it would come."),
    ):
        coming = replace(reader(audience), coming=True)
        assert said in flat(letters.compose(LetterKind.REMINDER, a_card(), coming, now=NOW).text)
        assert said not in flat(letters.compose(LetterKind.REMINDER, a_card(), reader(audience), now=NOW).text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["interpreter", "witness", "sponsor"])
@pytest.mark.parametrize("kind", [LetterKind.REMINDER, LetterKind.INVITATION])
def test_the_words_know_people_whom_a_hearing_needs(kind: LetterKind, audience: str, language: str) -> None:
    who = reader(Audience.SUPPORTER, language)
    values: dict[str, Any] = _values(kind, a_card(), who, language, NOW, None) | {"acknowledge_by": None}
    theirs = flat(written(kind.value, language, values | {"audience": audience}).text)
    others = flat(written(kind.value, language, values).text)

    assert SAFETY[language][0] in theirs and "8:30" in theirs
    assert theirs.rpartition("+1 203 555 0100")[2] != others.rpartition("+1 203 555 0100")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_calendars_media_and_promises_have_words_in_every_language_of_letters(language: str) -> None:
    for table in (titles._KINDS, titles._WORDS, calendar._WORDS, _MEDIA):
        assert set(table) == set(LANGUAGES)
        assert set(table[language]) == set(table["en"]) and all(table[language].values())
    made = promise("Elm City Legal Aid", language)
    assert made.name.endswith(f"/{language}") and len(made.sentences) == 6
    entry = calendar.feed("Fechas", [a_card()], language=language, color="steelblue").decode()
    where = {"en": "Room", "es": "Sala", "pt": "Sala", "ht": "Sal"}[language]
    assert f"{where} 628" in entry.replace("\r\n ", "")


def test_a_reminder_of_a_change_that_was_told_before_says_what_it_was() -> None:
    told = letters.Change.told(
        {"starts_at": "2026-12-02T14:00:00+00:00", "time_zone": "America/New_York", "place_name": "A", "room": "1",
         "medium": "webex"}
    )  # fmt: skip
    assert told == letters.Change(
        starts_at=datetime(2026, 12, 2, 14, tzinfo=UTC), time_zone="America/New_York", place_name="A", room="1",
        medium=Medium.WEBEX,
    )  # fmt: skip


#: For which official a letter is that whoever keeps their calendar reads.
THROUGH = {
    "en": "Invited: Alder Kim Lee, through Owen Pruitt",
    "es": "A quien se invita: Alder Kim Lee, por medio de Owen Pruitt",
    "pt": "Quem é convidado: Alder Kim Lee, por meio de Owen Pruitt",
    "ht": "Moun yo envite a: Alder Kim Lee, pa entèmedyè Owen Pruitt",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    [
        LetterKind.INVITATION, LetterKind.REMINDER, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED,
        LetterKind.ENTRY_CHANGED, LetterKind.CANCELLED, LetterKind.WITHDRAWN,
    ],
)  # fmt: skip
def test_a_letter_that_a_scheduler_reads_says_for_which_official_it_is(kind: LetterKind, language: str) -> None:
    facts = SEEN[Audience.OFFICIAL] | ({"state": OccasionState.CANCELLED} if kind is LetterKind.CANCELLED else {})
    change = {LetterKind.RESCHEDULED: WAS, LetterKind.PLACE_CHANGED: ELSEWHERE}.get(kind)
    theirs = reader(Audience.OFFICIAL, language)
    through = replace(theirs, invited="Alder Kim Lee", through="Owen Pruitt")

    itself, for_them = (
        letters.compose(kind, a_card(**facts), one, now=NOW, change=change) for one in (theirs, through)
    )

    assert THROUGH[language] in flat(for_them.text) and "Owen Pruitt" in for_them.html
    assert "Owen Pruitt" not in itself.text and THROUGH[language].split(":")[0] not in itself.text
    # A locked screen shows no name, be it an official's own.
    for glimpse in (for_them.subject, for_them.short, for_them.glance):
        assert "Kim Lee" not in str(glimpse) and "Pruitt" not in str(glimpse)
