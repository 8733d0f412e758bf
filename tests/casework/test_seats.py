"""Seats: signed up is not booked; who is next is asked, and everybody is told what is so."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework import answers, invitations, seats
from casework.actors import DELIVERY
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound
from schema.consents import ConsentAudience, Purpose
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.notices import LetterKind
from schema.occasions import Medium, Occasion
from schema.people import PersonKind
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.advocates import drafted, published, read, signed
from tests.casework.in_the_room import (
    BOOKED,
    COMING,
    HELD,
    LISTED,
    MAYBE,
    NOT_COMING,
    arranged,
    behind,
    invited,
    revision,
    say,
    seated,
)
from tests.ground import Ground
from tests.house import House


async def subjects(house: House) -> list[tuple[str, str]]:
    """Letters about somebody's own place, as they go out."""
    house.clock.forward(minutes=1)
    return sorted(
        (one.name, one.letter.subject) for one in await house.send() if one.letter.kind is LetterKind.YOUR_PLACE
    )


async def test_the_first_to_answer_are_booked_and_whoever_comes_later_stands_on_the_list(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    await arranged(house, 3, held_back=1)

    await say(house, asked["Ben"], COMING)
    await say(house, asked["Olga"], COMING)
    await say(house, asked["Cora"], COMING)

    assert await seated(house, asked) == {"Olga": BOOKED, "Ben": BOOKED, "Cora": LISTED}
    async with behind(house, asked["Cora"]) as tx:
        page = await answers.page(tx, tx.actor)  # type: ignore[arg-type]
    assert (page.seat, page.seated, page.join_url) == (LISTED, True, None)


async def test_whoever_may_come_or_does_not_takes_no_seat(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await arranged(house, 5)

    await say(house, asked["Olga"], MAYBE)
    await say(house, asked["Ben"], NOT_COMING)

    assert await seated(house, asked) == {"Olga": None, "Ben": None}


async def test_a_party_counts_with_everybody_in_it_and_the_next_that_fits_is_seated(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    await arranged(house, 3)

    await say(house, asked["Olga"], COMING, party_size=2)
    await say(house, asked["Ben"], COMING, party_size=2)
    await say(house, asked["Cora"], COMING)

    assert await seated(house, asked) == {"Olga": BOOKED, "Ben": LISTED, "Cora": BOOKED}


async def test_when_somebody_drops_out_the_next_is_asked_and_the_seat_is_held_for_a_day(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    await arranged(house, 1)
    for name in ("Olga", "Ben", "Cora"):
        await say(house, asked[name], COMING)
        house.clock.forward(minutes=1)
    await house.send()

    await say(house, asked["Olga"], NOT_COMING)

    assert await seated(house, asked) == {"Olga": None, "Ben": HELD, "Cora": LISTED}
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked["Ben"])).held_until == tx.now + timedelta(hours=24)
    assert await subjects(house) == [
        ("Ben Bell", "A seat is free for you: say yes by Tue, Nov 24, 9:33 AM Eastern Time"),
        ("Olga Ortiz", "Your answer was changed"),
    ]

    await say(house, asked["Ben"], COMING)
    assert await seated(house, asked) == {"Olga": None, "Ben": BOOKED, "Cora": LISTED}


async def test_a_seat_that_nobody_took_in_time_goes_to_the_next_and_they_stand_at_the_end(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    await arranged(house, 1)
    for name in ("Olga", "Ben", "Cora"):
        await say(house, asked[name], COMING)
        house.clock.forward(minutes=1)
    await say(house, asked["Olga"], NOT_COMING)
    house.clock.forward(hours=24)

    async with house.database.transaction(DELIVERY) as tx:
        assert await seats.lapse(tx) == 1

    assert await seated(house, asked) == {"Olga": None, "Ben": LISTED, "Cora": HELD}
    async with house.database.transaction(DELIVERY) as tx:
        assert await seats.lapse(tx) == 0


async def test_an_invitation_taken_back_frees_its_seat(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await arranged(house, 1)
    await say(house, asked["Olga"], COMING)
    house.clock.forward(minutes=1)
    await say(house, asked["Ben"], COMING)
    house.clock.forward(minutes=1)

    async with house.acting(house.ana) as tx:
        await invitations.withdraw_invitation(
            tx, asked["Olga"], expected_revision=(await tx.session.get_one(Invitation, asked["Olga"])).revision
        )

    assert await seated(house, asked) == {"Olga": None, "Ben": HELD}


async def test_the_lead_books_one_that_was_kept_back_and_gives_it_up_again_and_both_are_told(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await arranged(house, 1, held_back=1)
    await say(house, asked["Olga"], COMING)
    await house.send()
    assert await seated(house, asked) == {"Olga": LISTED, "Ben": None}

    async with house.acting(house.ana) as tx:
        booked = await seats.book_seat(tx, asked["Olga"], expected_revision=await revision(house, asked["Olga"]))
    assert await subjects(house) == [("Olga Ortiz", "A seat is booked for you")]

    async with house.acting(house.ana) as tx:
        await seats.give_up_seat(tx, asked["Olga"], expected_revision=booked.revision)
    assert await seated(house, asked) == {"Olga": LISTED, "Ben": None}
    assert await subjects(house) == [("Olga Ortiz", "You are on the list again, without a seat")]


async def test_more_seats_are_given_out_at_once(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await say(house, asked["Olga"], COMING)
    await say(house, asked["Ben"], COMING)

    await arranged(house, 1)
    assert sorted(map(str, (await seated(house, asked)).values())) == ["booked", "listed"]
    house.clock.forward(minutes=1)
    await arranged(house, 2)

    assert sorted(map(str, (await seated(house, asked)).values())) == ["booked", "held"]


async def test_only_who_is_booked_and_cleared_reads_the_video_link(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await arranged(house, 1)
    async with house.watching() as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        occasion.medium, occasion.join_url = Medium.WEBEX, "https://eoir.webex.com/meet/a"

    async def links() -> list[str | None]:
        found = []
        for one in asked.values():
            async with behind(house, one) as tx:
                found.append((await answers.page(tx, tx.actor)).join_url)  # type: ignore[arg-type]
        return found

    await say(house, asked["Olga"], COMING)
    await say(house, asked["Ben"], COMING)
    assert await links() == [None, None]
    for one in asked.values():
        async with house.acting(house.ana) as tx:
            await seats.record_clearance(tx, one, cleared=True, expected_revision=await revision(house, one))
    assert await links() == ["https://eoir.webex.com/meet/a", None]

    async with house.acting(house.ana) as tx:
        await seats.record_clearance(
            tx, asked["Olga"], cleared=False, expected_revision=await revision(house, asked["Olga"])
        )
    assert await links() == [None, None]


async def test_of_a_hearing_that_is_closed_by_now_nobody_reads_the_video_link(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    vigil = await drafted(house, ConsentAudience.SUPPORTERS)
    await signed(house, vigil)
    await published(house, vigil)
    hearing = house.occasion
    async with house.watching() as tx:
        occasion = await tx.session.get_one(Occasion, hearing)
        occasion.medium, occasion.join_url = Medium.WEBEX, "https://eoir.webex.com/meet/a"
    house.occasion = (await read(house, vigil)).occasion_id
    (one,) = await house.invite(await house.a_person("Olga Ortiz", PersonKind.SUPPORTER))
    await arranged(house, 1)
    await say(house, one, COMING)
    async with house.acting(house.ana) as tx:
        await seats.record_clearance(tx, one, cleared=True, expected_revision=await revision(house, one))

    async def link() -> str | None:
        async with behind(house, one) as tx:
            return (await answers.page(tx, tx.actor)).join_url  # type: ignore[arg-type]

    assert await link() == "https://eoir.webex.com/meet/a"
    async with house.watching() as tx:
        (await tx.session.get_one(Hearing, house.hearing)).closed_to_public = True
    assert await link() is None


async def test_a_seat_booked_for_one_does_not_grow_where_there_is_no_room(house: House, ground: Ground) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await arranged(house, 2)
    await say(house, asked["Olga"], COMING)
    await say(house, asked["Ben"], COMING)
    before = await every_row(ground)

    with pytest.raises(Invalid, match="Your seat is booked for 1"):
        await say(house, asked["Olga"], COMING, party_size=3)

    assert await every_row(ground) == before


@pytest.mark.parametrize(
    ("count", "held_back", "why"),
    [
        (-1, 0, "Type how many seats"),
        (2_001, 0, "Type how many seats"),
        (3, 4, "No more can be kept back"),
        (1, 0, "Seats booked or held already: 2."),
    ],
)
async def test_seats_that_cannot_be_are_refused_and_nothing_changes(
    house: House, ground: Ground, count: int, held_back: int, why: str
) -> None:
    asked = await invited(house, "Olga Ortiz")
    await arranged(house, 2)
    await say(house, asked["Olga"], COMING, party_size=2)
    before = await every_row(ground)

    with pytest.raises(Invalid, match=why):
        await arranged(house, count, held_back=held_back)

    assert await every_row(ground) == before


async def test_seats_that_cannot_be_booked_or_given_up_are_refused_and_nothing_changes(
    house: House, ground: Ground
) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    await arranged(house, 1)
    await say(house, asked["Olga"], COMING)
    await say(house, asked["Ben"], COMING)
    stranger = await house.a_person("Zoe Zander")
    before = await every_row(ground)

    for name, act, why in (
        ("Olga", seats.book_seat, "They have a seat already"),
        ("Ben", seats.book_seat, "Booked or held: 1 of 1 seats."),
        ("Cora", seats.book_seat, "They have not said that they come"),
        ("Ben", seats.give_up_seat, "They have no seat"),
    ):
        now = await revision(house, asked[name])
        with pytest.raises(NotAllowedByState, match=why):
            async with house.acting(house.ana) as tx:
                await act(tx, asked[name], expected_revision=now)
        with pytest.raises(ChangedMeanwhile):
            async with house.acting(house.ana) as tx:
                await act(tx, asked[name], expected_revision=now - 1)

    for act in (seats.book_seat, seats.give_up_seat):
        with pytest.raises(NotFound):
            async with house.acting(stranger) as tx:
                await act(tx, asked["Olga"], expected_revision=1)

    assert await every_row(ground) == before


async def test_two_links_to_one_page_tell_the_invited_that_their_answer_was_changed(house: House) -> None:
    asked = await invited(house, "Olga Ortiz")
    await house.send()
    await say(house, asked["Olga"], COMING)
    assert await subjects(house) == []

    await say(house, asked["Olga"], NOT_COMING)

    assert await subjects(house) == [("Olga Ortiz", "Your answer was changed")]


async def test_what_somebody_needs_is_sealed_and_stands_on_no_page(house: House) -> None:
    asked = await invited(house, "Olga Ortiz")

    await say(house, asked["Olga"], COMING, needs="  A ramp, and  Spanish ")

    async with house.watching() as tx:
        invitation = await tx.session.get_one(Invitation, asked["Olga"])
        assert await tx.opened(invitation, "needs") == "A ramp, and Spanish"
        assert b"ramp" not in invitation.needs.ciphertext  # type: ignore[union-attr]
    async with behind(house, asked["Olga"]) as tx:
        page = await answers.page(tx, tx.actor)  # type: ignore[arg-type]
    assert page.needs_noted and "ramp" not in repr(page)
    await say(house, asked["Olga"], COMING, needs="-")
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked["Olga"])).needs is None


async def test_two_who_answer_at_once_never_take_one_seat(house: House) -> None:
    asked = await invited(house, *(f"{name} Vega" for name in ("Olga", "Ben", "Cora", "Dan", "Eva", "Flo")))
    await arranged(house, 2)

    await asyncio.gather(*(say(house, one, COMING) for one in asked.values()))

    found = list((await seated(house, asked)).values())
    assert (found.count(BOOKED), found.count(LISTED)) == (2, 4)


async def test_however_people_answer_no_more_are_seated_than_there_are_seats(house: House) -> None:
    asked = await invited(house, *(f"{name} Vega" for name in ("Olga", "Ben", "Cora", "Dan")))
    await arranged(house, 3, held_back=1)
    chance = random.Random(7)
    for _ in range(40):
        one = chance.choice(list(asked.values()))
        state, party = chance.choice([COMING, COMING, MAYBE, NOT_COMING]), chance.randint(1, 2)
        with suppress(Invalid):
            await say(house, one, state, party_size=party)
        house.clock.forward(minutes=chance.choice([1, 30, 200]))
        async with house.database.transaction(DELIVERY) as tx:
            await seats.lapse(tx)
            rows = list(await tx.session.scalars(select(Invitation)))
            taken = sum(row.party_size or 1 for row in rows if row.seat(tx.now) in (BOOKED, HELD))
            assert taken <= 2
            assert all(row.state is COMING for row in rows if row.seat(tx.now) is not None)
