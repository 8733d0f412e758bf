"""Check-ins after release: who is told of them, when, and how little (DOMAIN §2.3, §3.3)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import access, actors, answers, check_ins, consents, custody, disclosure, feeds, invitations, links, times
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotFound, TimeDoesNotExist
from schema.audit import AuditEntry
from schema.cases import Case
from schema.check_ins import CheckIn, CheckInOutcome, Supervision, SupervisionKind
from schema.consents import ConsentAudience, GivenBy, NameForm, Purpose
from schema.custody import ReleaseReason, Source
from schema.feeds import FeedFilter
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice
from schema.occasions import Occasion
from schema.organizations import Role
from schema.people import PersonKind
from schema.tasks import Task
from tests.house import NEW_YORK, House, house

#: The house's clock stands at 2026-11-23.
THE_THIRD = datetime(2026, 12, 3, 10)
OFFICE = "ICE ERO, 450 Main Street, Hartford"
MEETING = "Bushnell Park, by the carousel"


def wait_until(house: House, wall: datetime) -> None:
    """Until the clock in Hartford shows this."""
    house.clock.now = times.instant(wall, NEW_YORK)


async def release(house: House) -> None:
    async with house.acting(house.ana) as tx:
        at = tx.now.replace(tzinfo=None, second=0, microsecond=0) - timedelta(days=1)
        await custody.record_release(
            tx,
            house.case,
            released_at=at,
            time_zone=NEW_YORK,
            reason=ReleaseReason.BONDED_OUT_JUDGE,
            source=Source.COUNSEL,
        )


async def a_check_in(house: House, starts_at: datetime = THE_THIRD, **facts: object) -> UUID:
    async with house.acting(house.ana) as tx:
        made = await check_ins.schedule_check_in(
            tx,
            house.case,
            starts_at=starts_at,
            time_zone=NEW_YORK,
            source=Source.CLIENT,
            **{"office": OFFICE, "meeting_point": MEETING, **facts},  # type: ignore[arg-type]
        )
        return made.id


async def agrees(house: House, purpose: Purpose = Purpose.ACCOMPANY) -> UUID:
    async with house.acting(house.ana) as tx:
        given = await consents.give_consent(
            tx,
            house.case,
            purpose=purpose,
            audience=ConsentAudience.SUPPORTERS,
            name_form=NameForm.NONE,
            given_by=GivenBy.CLIENT,
            language="es",
            expires_on=date(2027, 6, 1),
        )
        return given.id


async def name(house: House, check_in: UUID, person: UUID) -> UUID:
    async with house.acting(house.ana) as tx:
        return (await check_ins.name_accompanier(tx, check_in, person)).id


async def seen_by(house: House, check_in: UUID, audience: Audience) -> str | None:
    """All that a card for these eyes says, in one text; None: there is none."""
    async with house.database.transaction(actors.DELIVERY) as tx:
        row = await tx.session.get_one(CheckIn, check_in)
        occasion = await tx.session.get_one(Occasion, row.occasion_id)
        invitation = await tx.session.scalar(
            select(Invitation).where(Invitation.occasion_id == occasion.id, Invitation.audience == audience)
        )
        card = await disclosure.card_for(tx, occasion, audience, invitation=invitation)
        return None if card is None else repr(card)


EVERYBODY_ELSE = [
    Audience.ADVOCATE, Audience.OFFICIAL, Audience.SUPPORTER, Audience.PRESS, Audience.PUBLIC, Audience.POOL_ATTORNEY,
    Audience.DATE_CHECKER,
]  # fmt: skip


async def test_a_check_in_is_seen_by_the_legal_team_the_client_and_the_contacts_they_keep_and_by_nobody_else_3_3(
    house: House,
) -> None:
    await release(house)
    check_in = await a_check_in(house)
    for audience, purpose in (
        (ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS),
        (ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM),
        (ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM),
        (ConsentAudience.PRESS, Purpose.PRESS),
        (ConsentAudience.PUBLIC, Purpose.PRESS),
    ):
        await house.consent(audience, purpose)
    house.clock.forward(days=9)

    for audience in (Audience.COORDINATOR, Audience.ATTORNEY, Audience.CLIENT, Audience.FAMILY_CONTACT):
        assert OFFICE in (await seen_by(house, check_in, audience) or "")
    for audience in (*EVERYBODY_ELSE, Audience.ACCOMPANIER):
        assert await seen_by(house, check_in, audience) is None


async def test_a_named_accompanier_is_told_the_meeting_point_and_the_hour_from_48_hours_before_and_no_address_3_3(
    house: House,
) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    await agrees(house)
    await name(house, check_in, carol)

    assert await seen_by(house, check_in, Audience.ACCOMPANIER) is None
    assert (carol, LetterKind.INVITATION) not in await house.due_now()

    wait_until(house, datetime(2026, 12, 1, 10, 1))
    card = await seen_by(house, check_in, Audience.ACCOMPANIER) or ""
    assert MEETING in card
    for hidden in (OFFICE, "Main Street", "Mateo", "C-1"):
        assert hidden not in card
    letters = [one for one in await house.send() if one.to == "carol@example.test"]
    assert len(letters) == 1
    text = letters[0].message.as_string()
    said = letters[0].message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Bushnell Park" in said and "10:00" in said
    for hidden in ("Main Street", "Mateo", "Check-in", "ICE", "text/calendar"):
        assert hidden not in text


async def test_behind_an_accompaniers_link_there_is_nothing_until_48_hours_before_3_3(house: House) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    await agrees(house)
    invitation = await name(house, check_in, carol)
    link = actors.Link(actors.LinkKind.INVITATION, invitation, carol)

    async def behind() -> tuple[bool, int, int]:
        async with house.database.transaction(link) as tx:
            shown = await answers.page(tx, link)
            occasions = await tx.session.scalar(select(func.count()).select_from(Occasion)) or 0
            cases = await tx.session.scalar(select(func.count()).select_from(Case)) or 0
            assert await tx.session.scalar(select(func.count()).select_from(CheckIn)) == 0
            return shown.card is not None, occasions, cases

    assert await behind() == (False, 0, 0)
    wait_until(house, datetime(2026, 12, 1, 10, 1))
    assert await behind() == (True, 1, 1)


async def test_nothing_is_answered_or_renewed_before_who_comes_along_may_know_of_it_3_3(house: House) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    await agrees(house)
    invitation = await name(house, check_in, carol)
    link = actors.Link(actors.LinkKind.INVITATION, invitation, carol)

    async def say_yes() -> None:
        async with house.database.transaction(link) as tx:
            await invitations.answer_invitation(tx, link.id, state=InvitationState.COMING)

    # As behind a link that never was.
    with pytest.raises(NotFound):
        await say_yes()
    async with house.acting(house.ana) as tx:
        renewed = await links.renew_link(tx, invitation, expected_revision=0)
    assert renewed.state is InvitationState.ASKED
    assert await house.due_now() == set()

    wait_until(house, datetime(2026, 12, 1, 10, 1))
    assert {kind for person, kind in await house.due_now() if person == carol} == {LetterKind.INVITATION}
    await say_yes()


async def test_a_colleague_who_comes_along_finds_no_letter_that_tells_the_date_before_48_hours_3_3(
    house: House,
) -> None:
    await release(house)
    noor = await house.a_person("Noor Haddad", role=Role.ADVOCATE)
    check_in = await a_check_in(house)
    await agrees(house)
    await name(house, check_in, noor)

    async def found() -> tuple[int, int]:
        """Through each wall alone."""
        async with house.acting(noor) as tx:
            behind_one = list(await tx.session.scalars(select(Notice)))
            eyes = await access.standing(tx)
        async with house.watching() as tx:
            return len(behind_one), len(list(await tx.session.scalars(access.visible(eyes, Notice, tx.now))))

    assert len(await house.rows(person_id=noor)) > 1
    assert await found() == (0, 0)
    wait_until(house, datetime(2026, 12, 1, 10, 1))
    assert (await found())[0] >= 1 <= (await found())[1]


async def test_a_check_in_is_in_no_supporters_feed(house: House) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    await agrees(house)
    await name(house, check_in, carol)
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(
            tx, house.organization, filter=FeedFilter.INVITED, name="Dates", person_id=carol
        )
    wait_until(house, datetime(2026, 12, 2, 10))
    async with house.database.transaction(actors.Link(actors.LinkKind.FEED, feed.id, carol)) as tx:
        assert await feeds.cards(tx, feed) == []


async def test_the_consent_taken_back_takes_the_accompanier_back(house: House) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    consent = await agrees(house)
    invitation = await name(house, check_in, carol)
    async with house.acting(house.ana) as tx:
        await consents.withdraw_consent(tx, consent)

    wait_until(house, datetime(2026, 12, 2, 10))
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, invitation)).state is InvitationState.WITHDRAWN
    assert await seen_by(house, check_in, Audience.ACCOMPANIER) is None
    assert (carol, LetterKind.INVITATION) not in await house.due_now()


async def test_a_consent_from_before_the_release_lets_nobody_come_along(house: House) -> None:
    await agrees(house)
    house.clock.forward(hours=1)
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)

    with pytest.raises(NotCleared, match="has not agreed to be accompanied"):
        await name(house, check_in, carol)


async def test_a_moved_check_in_reaches_who_comes_along_two_days_before_the_new_date(house: House) -> None:
    await release(house)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    check_in = await a_check_in(house)
    await agrees(house)
    await name(house, check_in, carol)
    async with house.acting(house.ana) as tx:
        await check_ins.reschedule_check_in(tx, check_in, expected_revision=0, starts_at=datetime(2026, 12, 10, 10))

    wait_until(house, datetime(2026, 12, 3, 9))
    assert {kind for person, kind in await house.due_now() if person == carol} == set()
    wait_until(house, datetime(2026, 12, 8, 10, 1))
    assert (carol, LetterKind.INVITATION) in await house.due_now()


async def test_nobody_is_invited_to_a_check_in_by_the_ordinary_way(house: House) -> None:
    await release(house)
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    check_in = await a_check_in(house)
    async with house.watching() as tx:
        occasion = (await tx.session.get_one(CheckIn, check_in)).occasion_id

    with pytest.raises(NotCleared, match="named accompaniers alone"):
        async with house.acting(house.ana) as tx:
            await invitations.invite(tx, occasion, [mayor])


async def test_whoever_was_detained_at_a_check_in_is_looked_for_at_once(house: House) -> None:
    await release(house)
    check_in = await a_check_in(house)
    wait_until(house, datetime(2026, 12, 3, 12))
    async with house.acting(house.ana) as tx:
        await check_ins.report_check_in(tx, check_in, expected_revision=0, outcome=CheckInOutcome.DETAINED)

    async with house.watching() as tx:
        task = await tx.session.scalar(select(Task).where(Task.raised_by == "check_in"))
        assert task is not None and task.owner_id == house.ana and task.due_at == house.clock.now


async def test_an_advocate_with_a_seat_sees_no_row_of_a_check_in(house: House) -> None:
    await release(house)
    check_in = await a_check_in(house)
    noor = await house.a_person("Noor Haddad", role=Role.ADVOCATE)
    async with house.acting(noor) as tx:
        standing = await access.standing(tx)
        for model in (CheckIn, Supervision, Occasion):
            assert list(await tx.session.scalars(access.visible(standing, model, tx.now))) == []
            assert list(await tx.session.scalars(select(model))) == []
    assert check_in


# Refusals: each says what to do next, and nothing has changed.


Act = Callable[[House], Awaitable[object]]


async def _too_early(house: House) -> None:
    await a_check_in(house)


async def _in_a_skipped_hour(house: House) -> None:
    await release(house)
    await a_check_in(house, datetime(2027, 3, 14, 2, 30))


async def _in_the_past(house: House) -> None:
    await release(house)
    await a_check_in(house, datetime(2026, 11, 1, 9))


async def _to_an_official(house: House) -> None:
    await release(house)
    check_in = await a_check_in(house)
    await agrees(house)
    await name(house, check_in, await house.a_person("Elena Reyes", PersonKind.OFFICIAL))


async def _without_a_meeting_point(house: House) -> None:
    await release(house)
    check_in = await a_check_in(house, meeting_point=None)
    await agrees(house)
    await name(house, check_in, await house.a_person("Carol Jennings", PersonKind.SUPPORTER))


async def _that_ends_before_it_begins(house: House) -> None:
    await release(house)
    async with house.acting(house.ana) as tx:
        row = await check_ins.record_supervision(
            tx,
            house.case,
            kind=SupervisionKind.PHONE_APP,
            began_at=datetime(2026, 11, 20, 9),
            time_zone=NEW_YORK,
            source=Source.CLIENT,
        )
    async with house.acting(house.ana) as tx:
        await check_ins.end_supervision(
            tx, row.id, expected_revision=0, ended_at=datetime(2026, 11, 19, 9), time_zone=NEW_YORK
        )


@pytest.mark.parametrize(
    ("act", "refusal", "says"),
    [
        (_too_early, NotAllowedByState, "Record the release first"),
        (_in_a_skipped_hour, TimeDoesNotExist, "Check the notice"),
        (_in_the_past, Invalid, "scheduled ahead"),
        (_to_an_official, Invalid, "never told to officials"),
        (_without_a_meeting_point, Invalid, "Say first where they meet"),
        (_that_ends_before_it_begins, Invalid, "Look at the day again"),
    ],
)
async def test_bad_input_is_refused_with_what_to_do_next_and_nothing_is_half_saved(
    house: House, act: Act, refusal: type[Exception], says: str
) -> None:
    with pytest.raises(refusal, match=says):
        await act(house)

    async with house.watching() as tx:
        acts = list(await tx.session.scalars(select(AuditEntry.act).order_by(AuditEntry.seq)))
        assert await tx.session.scalar(select(func.count()).where(Invitation.audience == Audience.ACCOMPANIER)) == 0
        assert await tx.session.scalar(select(func.count()).where(Supervision.ended_at.is_not(None))) == 0
    assert acts[-1] != "check_in.accompanier_named"


__all__ = ["house"]
