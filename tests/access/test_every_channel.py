"""The matrix through every other way out: calendars, letters and their subjects, what a search finds, counts, refusals.

``test_who_sees_what`` asks the graph and the pages behind links. Here the same audiences are written to, subscribe,
search for what they may not know, and are refused; whatever comes out is read for each field. What a way out is to say
stands in a table written by hand from the design.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from commands.mail_catcher import Kept
from tests.access.test_refusals_change_nothing import MUTATIONS, Asking, a_town_that_was_merged, input_of, town
from tests.access.test_who_sees_what import AUDIENCES, FIELDS, OUTSIDE, WORDS, cells
from tests.journeys import steps
from tests.lived_in import town as lived_in
from tests.town import Seat, Town

ACCOUNTS = {
    "supervised coordinator": "coordinator@demo.test", "attorney of record": "attorney@demo.test",
    "advocate": "advocate@demo.test", "admin": "admin@demo.test", "another provider": "coordinator@other.test",
}  # fmt: skip
GUESTS = {
    "official": ("OFFICIAL", "Alder Kim Lee", "alder@home.example"),
    "supporter": ("SUPPORTER", "Sam Hill", "sam@home.example"),
    "family contact": ("FAMILY_CONTACT", "Pilar Soto", "pilar@home.example"),
}
#: What each calendar and letter says, of FIELDS. A subject never says more than a date.
SAID = {
    "feed": {
        "supervised coordinator": {"public", "hearing"}, "attorney of record": {"public", "hearing"},
        "advocate": set(), "advocate, consented": {"public", "hearing"}, "admin": set(), "another provider": set(),
        # What an office holds is a public record: a slot, a court, three signs.
        "official": {"hearing"}, "supporter": {"public", "hearing"}, "family contact": {"public", "hearing"},
    },
    "letter": {
        "supervised coordinator": {"public", "hearing"}, "attorney of record": {"public", "hearing"},
        "advocate": set(), "admin": set(), "another provider": set(),
        "official": {"hearing"}, "supporter": {"public", "hearing"}, "family contact": {"public", "hearing"},
    },
}  # fmt: skip
#: Beside those of the graph's test: how a calendar and a letter write the hour of the hearing.
HOUR = ("T090000", "9:00", "T100000", "10:00")


def told(text: str) -> set[str]:
    """The fields that a text tells."""
    text = re.sub(r"\r?\n[ \t]", "", text)
    found = {name for name, words in WORDS.items() if name not in {"hearing", "readers"} and words in text}
    return found | ({"hearing"} if any(hour in text for hour in HOUR) else set())


def allowed(audience: str) -> set[str]:
    """What the matrix lets this audience know in any form."""
    row = {**cells(AUDIENCES), **cells(OUTSIDE)}[audience]
    return {name for name, cell in row.items() if cell != "–"}


async def feed_of(town: Town, seat: Seat, slug: str, **given: Any) -> str:
    made = await seat.do(
        "subscribeFeed", "feed { address }", organizationId=town.organizations[slug], name="Dates", **given
    )
    assert made["__typename"] == "SubscribeFeedPayload", made
    answer = await (await town.nobody()).get(urlsplit(made["feed"]["address"]).path)
    assert answer.status_code == 200
    return answer.text


async def guests_of(town: Town, ana: Seat, case: Any) -> dict[str, str]:
    people = {}
    for audience, (kind, name, address) in GUESTS.items():
        people[audience] = await steps.add(town, ana, "elm-city", kind, name, address)
        if audience == "family contact":
            await ana.do("nameContact", caseId=case["id"], personId=people[audience], relation="aunt",
                         namedByClient=True)  # fmt: skip
        of = case["hearings"][0] if audience == "family contact" else case["actions"][0]
        asked = await ana.do("invite", occasionId=of["occasion"]["id"], personIds=[people[audience]])
        assert asked["__typename"] == "InvitePayload", asked
    return people


async def mateo(ana: Seat) -> Any:
    found = await ana.ask(
        """{ cases(filter: {search: "Rivera"}) { edges { node { id revision shortId actions { id occasion { id } }
             hearings { id revision occasion { id } } } } } }"""
    )
    return found["cases"]["edges"][0]["node"]


async def test_a_calendar_says_what_its_owner_may_know_and_nothing_else(lived_in: Town) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    case = await mateo(ana)
    people = await guests_of(town, ana, case)
    said = {}
    for audience, email in ACCOUNTS.items():
        slug = {"advocate": "harbor", "another provider": "shoreline"}.get(audience, "elm-city")
        said[audience] = await feed_of(town, await town.signed_in(email), slug, filter="MY_CASES")
    for audience, person in people.items():
        said[audience] = await feed_of(town, ana, "elm-city", filter="INVITED", personId=person)
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    noor = await town.signed_in("advocate@demo.test")
    said["advocate, consented"] = await feed_of(town, noor, "harbor", filter="MY_CASES")

    # Another provider's calendar shows its own client's hearing, and that alone.
    assert said["another provider"].count("BEGIN:VEVENT") == said["another provider"].count("Lucía") == 1
    said["another provider"] = ""
    assert {audience: told(text) for audience, text in said.items()} == SAID["feed"]
    assert {audience: fields - allowed(audience) for audience, fields in SAID["feed"].items()} == {
        audience: set() for audience in SAID["feed"]
    }
    assert all(words not in text for text in said.values() for words in (case["id"], "ATTENDEE", "home.example"))


async def test_a_letter_says_what_its_reader_may_know_and_its_subject_a_date(lived_in: Town) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await mateo(ana)
    await guests_of(town, ana, case)
    letters = await town.deliver()
    moved = await luis.do(
        "rescheduleHearing", hearingId=case["hearings"][0]["id"], startsAt="2026-12-09T10:00",
        expectedRevision=case["hearings"][0]["revision"],
    )  # fmt: skip
    assert moved["__typename"] == "RescheduleHearingPayload", moved
    letters += await town.deliver()
    cancelled = await ana.do(
        "cancelHearing", hearingId=case["hearings"][0]["id"], reason="Vacated by the court.",
        expectedRevision=case["hearings"][0]["revision"] + 1,
    )  # fmt: skip
    assert cancelled["__typename"] == "CancelHearingPayload", cancelled
    letters += await town.deliver()

    addresses = {**ACCOUNTS, **{audience: address for audience, (_, _, address) in GUESTS.items()}}
    read = {
        audience: told("\n".join(_whole(one) for one in letters if address in str(one.message["To"])))
        for audience, address in addresses.items()
    }
    assert read == SAID["letter"]
    assert {audience: fields - allowed(audience) for audience, fields in read.items() if fields} == {
        audience: set() for audience, fields in read.items() if fields
    }
    # A subject stands on a locked screen: a date and what became of it, whoever reads it.
    subjects = [str(one.message["Subject"]) for one in letters]
    assert len(subjects) >= 8
    assert {name for subject in subjects for name in told(subject)} <= {"hearing"}
    assert not any(word in subject for subject in subjects for word in ("C-1", "ICE", "detention", "Court visit"))


def _whole(letter: Kept) -> str:
    """Everything in a letter but who it is to: subject, each part decoded, the calendar entry."""
    said = [str(letter.message["Subject"])]
    for part in letter.message.walk():
        if part.get_content_maintype() != "multipart":
            body = part.get_payload(decode=True)
            said.append(body.decode() if isinstance(body, bytes) else str(body))
    return "\n".join(said)


#: Typed into every search: the legal name, its sound, its beginning, the public name, the A-number.
GUESSES = ("Rivera", "Ribera Crus", "Riv", "Mateo R.", "Mateo", WORDS["A-number"], "A201-345-678")
#: Who finds Mateo by which: the legal team by each, nobody else by any.
FINDERS = {"supervised coordinator", "attorney of record"}


async def test_a_search_and_its_count_tell_only_whom_they_may(lived_in: Town) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    case = await mateo(ana)
    asked = """query ($s: String!) {
      cases(filter: {search: $s}) { count edges { node { id } } } possibleMatches(name: $s, aNumber: $s) { case { id } }
      people(search: $s) { edges { node { id name } } } }"""
    for audience, email in ACCOUNTS.items():
        seat = await town.signed_in(email)
        for guess in GUESSES:
            found = await seat.ask(asked, s=guess)
            hits = [edge["node"]["id"] for edge in found["cases"]["edges"]]
            matched = [one["case"]["id"] for one in found["possibleMatches"]]
            assert (case["id"] in hits) is (audience in FINDERS), (audience, guess)
            assert case["id"] not in matched or audience in FINDERS, (audience, guess)
            # Counting is seeing.
            assert found["cases"]["count"] == len(hits), (audience, guess)
            shown = [edge["node"]["name"] for edge in found["people"]["edges"]]
            assert audience in FINDERS or not any("Rivera" in (name or "") for name in shown), (audience, guess)


async def test_an_advocate_s_counts_and_orders_are_the_same_whatever_is_hidden(lived_in: Town) -> None:
    """Filters by what an advocate may not know keep or drop nothing: no guess is confirmed."""
    noor = await lived_in.signed_in("advocate@demo.test")
    whole = await noor.ask("{ cases { count } }")
    for hidden in ('tag: "asylum"', 'search: "Rivera"', 'search: "201345678"', 'search: "Mateo"'):
        found = await noor.ask(f"{{ cases(filter: {{{hidden}}}) {{ count edges {{ node {{ id }} }} }} }}")
        assert found["cases"]["count"] == len(found["cases"]["edges"]) == 0, hidden
    assert whole["cases"]["count"] == 1


async def test_no_refusal_names_what_is_hidden(town: Town) -> None:
    """Every mutation, refused to each of them: the sentences hold no marked value, and no word of SQL."""
    asking = await Asking.in_town(town)
    for email in ("advocate@demo.test", "admin@demo.test", "attorney@other.test", "coordinator@other.test"):
        seat = await town.signed_in(email)
        for mutation in MUTATIONS:
            kind = mutation[0].upper() + mutation[1:]
            answer = await seat.raw(
                f"mutation Act($input: {kind}Input!) {{ {mutation}(input: $input)"
                " { __typename ... on UserError { message } } }",
                {"input": asking.filled(input_of(mutation))},
            )
            leaked = _marked(answer.text)
            assert not leaked, (email, mutation, answer.text)


def _marked(text: str) -> Iterable[str]:
    marks = [WORDS[name] for name in FIELDS if name not in {"hearing", "readers", "contacts", "facility", "custody"}]
    return [one for one in (*marks, "SELECT", "Traceback", "asyncpg", "sqlalchemy", "duplicate key") if one in text]


__all__ = ["a_town_that_was_merged", "lived_in", "town"]
