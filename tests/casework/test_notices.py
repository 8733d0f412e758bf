"""Notices: planned with the act, asked again at the moment of sending, settled with the carrier's word."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from icalendar import Calendar
from sqlalchemy import select, update

from casework import actors, assignments, consents, housekeeping, invitations, notices, people, teams
from casework.notices import Outcome
from schema.assignments import Scope
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, Purpose
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState, Receipt
from schema.occasions import Occasion, OccasionKind
from schema.organizations import Organization, OrganizationKind, Role
from schema.people import Contact, PersonKind
from schema.teams import TeamMember
from tests.house import WRITING, House

NINE_DAYS = [
    datetime(2026, 11, 25, 9),
    datetime(2026, 11, 29, 9),
    datetime(2026, 12, 1, 9),
    datetime(2026, 12, 2, 7),
]


async def an_official(house: House) -> UUID:
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    return await house.a_person("Mayor Reyes", PersonKind.OFFICIAL, email="reyes@city.test")


async def a_supporter(house: House, name: str = "Olga Ortiz") -> UUID:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    return await house.a_person(name, PersonKind.SUPPORTER, language="es")


async def answer(house: House, invitation_id: UUID, state: InvitationState) -> None:
    async with house.acting(house.ana) as tx:
        await invitations.answer_invitation(tx, invitation_id, state=state)


# Planning.


async def test_reminders_come_seven_three_and_one_days_before_at_nine_and_two_hours_before(house: House) -> None:
    for person in (house.ana, house.luis, house.rosa):
        assert await house.reminders(person) == NINE_DAYS

    assert {(one.person_id, one.audience) for one in await house.rows()} == {
        (house.ana, Audience.COORDINATOR),
        (house.luis, Audience.ATTORNEY),
        (house.rosa, Audience.FAMILY_CONTACT),
    }


async def test_reminders_that_would_have_been_due_already_are_not_planned(house: House) -> None:
    house.clock.now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    _, occasion = await house.a_hearing(datetime(2026, 12, 2, 13))

    due = [one.due_at for one in await house.rows(occasion_id=occasion, person_id=house.luis)]

    assert due == [datetime(2026, 12, 1, 14, tzinfo=UTC), datetime(2026, 12, 2, 16, tzinfo=UTC)]


async def test_a_day_without_an_hour_has_no_reminder_two_hours_before(house: House) -> None:
    _, occasion = await house.a_hearing(datetime(2026, 12, 2), hour_known=False)

    assert len(await house.rows(occasion_id=occasion, person_id=house.luis)) == 3


async def test_rescheduling_plans_reminders_afresh_and_tells_everyone_who_was_told(house: House) -> None:
    reyes, ortiz = await an_official(house), await a_supporter(house)
    await house.invite(reyes, ortiz)
    await house.send()

    told = await house.move(datetime(2026, 12, 11, 13))

    assert told == 4
    # Ana typed the new time herself.
    assert await house.due_now() == {
        (house.luis, LetterKind.RESCHEDULED),
        (house.rosa, LetterKind.RESCHEDULED),
        (reyes, LetterKind.RESCHEDULED),
        (ortiz, LetterKind.RESCHEDULED),
    }
    for person in (house.ana, house.luis, house.rosa, reyes, ortiz):
        assert await house.reminders(person) == [
            datetime(2026, 12, 4, 9),
            datetime(2026, 12, 8, 9),
            datetime(2026, 12, 10, 9),
            datetime(2026, 12, 11, 11),
        ]
    assert {one.state for one in await house.rows(sequence=0, kind=LetterKind.REMINDER)} == {NoticeState.SUPERSEDED}


async def test_planning_twice_writes_to_nobody_twice(house: House) -> None:
    before = await house.rows()

    async with house.database.transaction(actors.DELIVERY) as tx:
        case = await tx.session.get_one(Case, house.case)
        await notices.plan_case(tx, case)
        assert await notices.plan_upcoming(tx, within=timedelta(days=30)) is None

    assert [(one.id, one.state) for one in await house.rows()] == [(one.id, one.state) for one in before]


async def test_whoever_was_not_written_to_yet_learns_of_two_moves_in_one_letter(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    await house.move(datetime(2026, 12, 4, 9))

    (letter,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.luis, state=NoticeState.PLANNED)
    (rendered,) = [one for one in await house.deliver() if one.notice_id == letter.id]

    assert rendered.message["Subject"] == "MOVED: Wed, Dec 2, 9:00 AM ET → Fri, Dec 4, 9:00 AM ET"


async def test_an_invitation_that_did_not_leave_yet_asks_to_the_new_date_alone(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    await house.move(datetime(2026, 12, 11, 13))

    letters = [one for one in await house.deliver() if "reyes" in one.to.addr_spec]
    assert [one.message["Subject"] for one in letters] == ["Invitation: Fri, Dec 11, 1:00 PM ET"]


async def test_an_invitation_that_did_not_leave_yet_stays_when_the_hearing_is_cancelled(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    await house.cancel()

    assert [one for one in await house.deliver() if "reyes" in one.to.addr_spec] == []


async def test_cancelling_puts_every_reminder_aside_and_tells_everyone(house: House) -> None:
    assert await house.cancel() == 2

    assert await house.due_now() == {(house.luis, LetterKind.CANCELLED), (house.rosa, LetterKind.CANCELLED)}
    assert await house.reminders(house.ana) == []


async def test_whoever_is_not_coming_is_left_in_peace(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation,) = await house.invite(ortiz)
    await house.send()

    await answer(house, invitation, InvitationState.NOT_COMING)
    await house.move(datetime(2026, 12, 11, 13))

    assert await house.reminders(ortiz) == []
    assert (ortiz, LetterKind.RESCHEDULED) not in await house.due_now()


async def test_whoever_comes_after_all_is_reminded_again(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation,) = await house.invite(ortiz)
    await house.send()
    await answer(house, invitation, InvitationState.NOT_COMING)

    await answer(house, invitation, InvitationState.COMING)

    assert await house.reminders(ortiz) == NINE_DAYS


async def test_an_answer_on_the_page_plans_for_that_one_person_only(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation_id,) = await house.invite(ortiz)
    async with house.watching() as tx:
        invitation = await tx.session.get_one(Invitation, invitation_id)
        secret = invitations.secret_of(tx, invitation)
    async with house.database.transaction(actors.LINKS) as tx:
        link = await invitations.by_secret(tx, secret)

    async with house.database.transaction(link) as tx:
        await invitations.answer_invitation(tx, invitation_id, state=InvitationState.NOT_COMING)

    assert await house.reminders(ortiz) == []
    assert await house.reminders(house.rosa) == NINE_DAYS


async def test_a_bond_only_attorney_hears_of_bond_and_of_nothing_else(house: House) -> None:
    vera = await house.a_person("Vera Lindt", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, vera, bar_states=["CT"], eoir_registered=True)
    async with house.acting(house.ana) as tx:
        offered = await assignments.offer_assignment(
            tx, house.case, vera, scope=Scope.BOND_ONLY, blurb="A man held since Monday needs somebody for bond."
        )
    async with house.acting(vera) as tx:
        await assignments.accept_assignment(tx, offered.id, expected_revision=0)

    _, master = await house.a_hearing(
        datetime(2026, 12, 9, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal
    )

    assert len(await house.rows(person_id=vera, occasion_id=house.occasion)) == 4
    assert await house.rows(person_id=vera, occasion_id=master) == []
    assert len(await house.rows(person_id=house.luis, occasion_id=master)) == 4


async def test_a_hearing_whose_old_and_new_dates_have_passed_tells_nobody(house: House) -> None:
    house.clock.now = datetime(2026, 12, 20, 12, tzinfo=UTC)

    assert await house.move(datetime(2026, 12, 3, 9)) == 0
    assert await house.due_now() == set()


# The preview.


async def test_the_preview_names_whom_it_may_counts_supporters_and_saves_nothing(house: House) -> None:
    reyes, ortiz, quiroga = await an_official(house), await a_supporter(house), await a_supporter(house, "Pia Quiroga")
    await house.invite(reyes, ortiz, quiroga)
    await house.send()
    before = [(one.id, one.state) for one in await house.rows()]
    at = datetime(2026, 12, 11, 18, tzinfo=UTC)

    async with house.acting(house.ana) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        tellings = await notices.forecast(tx, occasion, LetterKind.RESCHEDULED, starts_at=at)

    now = [one for one in tellings if one.kind is LetterKind.RESCHEDULED]
    assert {(one.person_name, one.audience, one.count) for one in now} == {
        ("Luis Prado", Audience.ATTORNEY, 1),
        ("Rosa Rivera", Audience.FAMILY_CONTACT, 1),
        ("Mayor Reyes", Audience.OFFICIAL, 1),
        (None, Audience.SUPPORTER, 2),
    }
    assert [(one.id, one.state) for one in await house.rows()] == before
    assert await house.move(datetime(2026, 12, 11, 13)) == sum(one.count for one in now)


async def test_the_preview_gives_an_attorney_counts_of_those_invited(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    async with house.acting(house.luis) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        tellings = await notices.forecast(tx, occasion, LetterKind.CANCELLED, starts_at=occasion.starts_at)

    assert {(one.person_name, one.audience, one.count) for one in tellings} == {
        ("Ana Okafor", Audience.COORDINATOR, 1),
        ("Rosa Rivera", Audience.FAMILY_CONTACT, 1),
        (None, Audience.OFFICIAL, 1),
    }


# Claiming.


async def test_two_workers_never_take_the_same_letter(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    async with (
        house.database.transaction(actors.DELIVERY) as one,
        house.database.transaction(actors.DELIVERY) as other,
    ):
        first = await notices.claim_due(one, limit=2)
        second = await notices.claim_due(other, limit=10)

    assert len(first) == 2 and len(second) == 1
    assert not {notice.id for notice in first} & {notice.id for notice in second}
    assert {(one.state, one.attempts) for one in await house.rows() if one.due_at <= house.clock.now} == {
        (NoticeState.CLAIMED, 1)
    }
    assert await house.deliver() == []


async def test_what_is_not_due_yet_is_not_taken(house: House) -> None:
    assert await house.deliver() == []
    assert {one.state for one in await house.rows()} == {NoticeState.PLANNED}


async def test_a_lost_worker_s_letters_are_carried_again_under_the_same_id(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    first = await house.deliver(lease=timedelta(minutes=5))

    house.clock.forward(minutes=6)
    async with house.database.transaction(actors.DELIVERY) as tx:
        assert await notices.sweep(tx) == 3
    assert {one.state for one in await house.rows() if one.attempts} == {NoticeState.UNKNOWN}
    again = await house.deliver()

    assert len(again) == 3
    assert {one.message["Message-ID"] for one in again} == {one.message["Message-ID"] for one in first}


# Preparing.


async def test_a_hearing_moved_one_second_before_sends_nothing_of_the_old_date(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 14, tzinfo=UTC)
    async with house.database.transaction(actors.DELIVERY) as tx:
        batch = await notices.claim_due(tx)
    assert len(batch) == 3

    await house.move(datetime(2026, 12, 11, 13))
    house.clock.forward(seconds=1)
    async with house.database.transaction(actors.DELIVERY) as tx:
        letters = await notices.prepare(tx, batch, WRITING)

    assert letters == []
    gone = [one for one in await house.rows(sequence=0) if one.attempts]
    assert {(one.state, one.reason) for one in gone} == {(NoticeState.SUPERSEDED, "moved")}


async def test_an_official_gets_a_letter_that_names_nobody_and_a_calendar_entry(house: House) -> None:
    reyes = await an_official(house)
    (invitation_id,) = await house.invite(reyes)

    (letter,) = await house.deliver()

    message = letter.message
    assert message["Subject"] == "Invitation: Wed, Dec 2, 9:00 AM ET"
    assert str(message["To"]) == "Mayor Reyes <reyes@city.test>"
    parts = {part.get_content_type(): part for part in message.walk()}
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    words = parts["text/plain"].get_content()
    async with house.watching() as tx:
        invitation = await tx.session.get_one(Invitation, invitation_id)
        page = f"https://presencia.test/a/{invitations.secret_of(tx, invitation)}"
    assert page in words and f"Court visit {invitation.token}" in words
    assert message["List-Unsubscribe"] == f"<{page}/stop>"
    for telling in ("Mateo", "Rivera", "C-1", "Bond"):
        assert telling not in message.as_string() and telling not in words
    (event,) = Calendar.from_ical(parts["text/calendar"].get_payload(decode=True)).walk("VEVENT")
    assert event["ATTENDEE"] == "mailto:reyes@city.test"
    assert event["ORGANIZER"] == "mailto:presencia@legal-aid.test"


async def test_the_invitation_its_update_and_its_end_are_one_event_to_a_calendar(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    mails = [one for one in await house.send() if "reyes" in one.to.addr_spec]
    house.clock.forward(minutes=5)
    await house.move(datetime(2026, 12, 11, 13))
    mails += [one for one in await house.send() if "reyes" in one.to.addr_spec]
    house.clock.forward(minutes=5)
    await house.cancel()
    mails += [one for one in await house.send() if "reyes" in one.to.addr_spec]

    events = []
    for mail in mails:
        (part,) = [part for part in mail.message.walk() if part.get_content_type() == "text/calendar"]
        calendar = Calendar.from_ical(part.get_payload(decode=True))
        (event,) = calendar.walk("VEVENT")
        events.append((str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"])))

    assert [method for method, _, _ in events] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({uid for _, uid, _ in events}) == 1
    assert [sequence for _, _, sequence in events] == [0, 1, 2]


async def test_family_reads_in_its_own_language_and_the_legal_team_reads_everything(house: House) -> None:
    house.clock.now = datetime(2026, 12, 1, 14, tzinfo=UTC)

    letters = {one.to.addr_spec: one.message for one in await house.deliver()}

    assert letters["rosa@example.test"]["Subject"] == "Recordatorio: mié 2 de dic, 9:00 a.m. ET"
    legal = letters["luis@example.test"].get_body(("plain",))
    assert legal is not None
    assert "Tomorrow: Wednesday, December 2, 2026, 9:00 AM Eastern Time" in legal.get_content()
    assert "Mateo R." in legal.get_content() and "Bond hearing" in legal.get_content()
    # Those with a seat have the feed.
    assert "text/calendar" not in {part.get_content_type() for part in letters["luis@example.test"].walk()}


async def test_a_withdrawn_consent_sends_no_reminder_and_says_only_that_the_date_no_longer_counts(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()

    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        consent = await tx.session.scalar(select(Consent).where(Consent.case_id == case.id))
        assert consent is not None
        await consents.withdraw_consent(tx, consent.id)
    (letter,) = await house.deliver()

    assert letter.message["Subject"] == "No longer for you: Wed, Dec 2, 9:00 AM ET"
    words = letter.message.get_body(("plain",))
    assert words is not None and "Hartford" not in words.get_content()
    (part,) = [part for part in letter.message.walk() if part.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "CANCEL"
    assert b"Hartford" not in part.get_payload(decode=True)  # type: ignore[operator]
    assert await house.reminders(reyes) == []


async def test_a_consent_that_lapses_by_itself_skips_the_reminder(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()
    async with house.watching() as tx:
        await tx.session.execute(update(Consent).values(expires_at=datetime(2026, 11, 24, tzinfo=UTC)))
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    letters = await house.deliver()

    assert "reyes@city.test" not in {one.to.addr_spec for one in letters}
    (skipped,) = await house.rows(person_id=reyes, state=NoticeState.SKIPPED)
    assert skipped.reason == "not_cleared"


async def test_whoever_left_the_team_is_told_nothing_more(house: House) -> None:
    async with house.acting(house.ana) as tx:
        member = await tx.session.scalar(select(TeamMember).where(TeamMember.person_id == house.luis))
        assert member is not None
        await teams.leave_team(tx, member.id)
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    letters = await house.deliver()

    assert {one.to.addr_spec for one in letters} == {"ana@example.test", "rosa@example.test"}
    (skipped,) = await house.rows(person_id=house.luis, state=NoticeState.SKIPPED)
    assert skipped.reason == "no_longer_theirs"


async def test_whoever_said_stop_is_not_written_to(house: House) -> None:
    async with house.watching() as tx:
        await tx.session.execute(
            update(Contact).where(Contact.person_id == house.rosa).values(stopped_at=house.clock.now)
        )

    await house.move(datetime(2026, 12, 11, 13))
    letters = await house.deliver()

    assert {one.to.addr_spec for one in letters} == {"luis@example.test"}
    (skipped,) = await house.rows(person_id=house.rosa, state=NoticeState.SKIPPED)
    assert skipped.reason == "stopped"


async def test_whoever_presses_stop_gets_no_more_mail_and_the_date_stands(house: House) -> None:
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    reyes = await house.a_person("Mayor Reyes", PersonKind.OFFICIAL, email=None)
    sam = await house.a_person("Sam Field", PersonKind.SCHEDULER, email="sam@city.test", scheduler_for=reyes)
    (invitation,) = await house.invite(reyes)
    await house.send()

    for _ in range(2):
        async with house.database.transaction(actors.DELIVERY) as tx:
            await notices.stop_writing(tx, invitation)
    await house.move(datetime(2026, 12, 11, 13))
    letters = await house.deliver()

    assert "sam@city.test" not in {one.to.addr_spec for one in letters}
    (skipped,) = await house.rows(person_id=reyes, kind=LetterKind.RESCHEDULED)
    assert (skipped.state, skipped.reason) == (NoticeState.SKIPPED, "stopped")
    async with house.watching() as tx:
        (contact,) = await tx.session.scalars(select(Contact).where(Contact.person_id == sam))
        asked = await tx.session.get_one(Invitation, invitation)
    assert contact.stopped_at == house.clock.now
    assert asked.state is InvitationState.ASKED


async def test_of_a_change_that_can_t_be_mailed_a_human_is_told_whom_to_call(house: House) -> None:
    nora = await house.a_person("Nora Rivera", PersonKind.FAMILY_CONTACT, email=None)
    async with house.acting(house.ana) as tx:
        await teams.name_contact(tx, house.case, nora, relation="sister", named_by_client=True)

    await house.move(datetime(2026, 12, 11, 13))
    await house.send()

    assert await house.tasks() == ["Call Nora Rivera: they may not know that the date is now Fri, Dec 11, 1:00 PM ET."]


async def test_an_official_without_an_address_is_reached_through_the_scheduler(house: House) -> None:
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    reyes = await house.a_person("Mayor Reyes", PersonKind.OFFICIAL, email=None)
    await house.a_person("Sam Field", PersonKind.SCHEDULER, email="sam@city.test", scheduler_for=reyes)
    await house.invite(reyes)

    (letter,) = await house.deliver()

    assert str(letter.message["To"]) == "Sam Field <sam@city.test>"


async def test_a_reminder_that_comes_too_late_gives_way_to_the_next(house: House) -> None:
    house.clock.now = datetime(2026, 11, 30, 12, tzinfo=UTC)

    letters = await house.deliver()

    # The seven-day one is overtaken; the three-day one is late and still worth reading.
    assert len(letters) == 3
    reasons = {(one.due_at.day, one.reason) for one in await house.rows(state=NoticeState.SKIPPED)}
    assert reasons == {(25, "too_late")}
    assert await house.tasks() == []


async def test_a_letter_that_cannot_be_made_keeps_no_other_from_going(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    async with house.watching() as tx:
        # A name sealed for another row does not open.
        rosa = await tx.session.get_one(people.Person, house.rosa)
        luis = await tx.session.get_one(people.Person, house.luis)
        await tx.session.execute(update(people.Person).where(people.Person.id == house.rosa).values(name=luis.name))
        assert rosa is not luis

    letters = await house.deliver()

    assert {one.to.addr_spec for one in letters} == {"ana@example.test", "luis@example.test"}
    (stuck,) = await house.rows(person_id=house.rosa, attempts=1)
    assert (stuck.state, stuck.reason) == (NoticeState.PLANNED, "fault: VaultError")
    assert stuck.claimed_until == house.clock.now + timedelta(seconds=15)


async def test_an_offer_identifies_nobody_and_acceptance_is_confirmed(house: House) -> None:
    vera = await house.a_person("Vera Lindt", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, vera, bar_states=["CT"], eoir_registered=True)
    async with house.acting(house.ana) as tx:
        offered = await assignments.offer_assignment(
            tx, house.case, vera, scope=Scope.ALL, blurb="A young man held since Monday; speaks Spanish; bond first."
        )

    (letter,) = await house.send()

    words = letter.message.get_body(("plain",))
    assert words is not None
    assert "A young man held since Monday" in words.get_content()
    assert "Mateo" not in words.get_content() and "C-1" not in words.get_content()

    async with house.acting(vera) as tx:
        await assignments.accept_assignment(tx, offered.id, expected_revision=0)
    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
    (confirmed,) = await house.send()
    words = confirmed.message.get_body(("plain",))
    assert words is not None and case.short_id in words.get_content()


# Settling.


async def test_what_was_carried_is_settled_with_a_receipt(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    letters = await house.deliver()

    await house.settle(letters, Outcome.CARRIED, said="250 abc")

    assert {one.state for one in await house.rows() if one.attempts} == {NoticeState.CARRIED}
    async with house.watching() as tx:
        receipts = list(await tx.session.scalars(select(Receipt)))
    assert {(one.outcome, one.said, one.attempt) for one in receipts} == {("carried", "250 abc", 1)}
    assert await house.deliver() == []


async def test_a_server_that_is_down_is_asked_again_more_and_more_rarely(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    waits = []
    for _ in range(12):
        letters = await house.deliver()
        await house.settle(letters, Outcome.LATER, said="no_line")
        one = (await house.rows(person_id=house.luis, kind=LetterKind.RESCHEDULED))[0]
        assert one.state is NoticeState.PLANNED and one.claimed_until is not None
        waits.append((one.claimed_until - house.clock.now).total_seconds())
        assert await house.deliver() == []
        house.clock.now = one.claimed_until

    assert waits == [15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800, 1800, 1800]
    assert len(await house.send()) == 2


async def test_when_a_letter_would_help_nobody_any_more_a_human_is_told_once(house: House) -> None:
    await house.move(datetime(2026, 11, 24, 9))
    house.clock.now = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
    letters = await house.deliver()
    house.clock.now = datetime(2026, 12, 2, 13, 59, 50, tzinfo=UTC)
    await house.settle(letters, Outcome.LATER, said="no_line")

    failed = await house.rows(kind=LetterKind.RESCHEDULED)

    assert {(one.state, one.reason) for one in failed} == {(NoticeState.FAILED, "no_line")}
    assert sorted(await house.tasks()) == [
        "Call Luis Prado: they may not know that the date is now Tue, Nov 24, 9:00 AM ET.",
        "Call Rosa Rivera: they may not know that the date is now Tue, Nov 24, 9:00 AM ET.",
    ]


async def test_a_change_that_does_not_get_through_is_told_by_telephone_and_the_task_ends_when_it_does(
    house: House,
) -> None:
    ortiz, pia = await a_supporter(house), await a_supporter(house, "Pia Quiroga")
    await house.invite(ortiz, pia)
    await house.send()
    await house.move(datetime(2026, 12, 11, 13))
    await house.settle(await house.deliver(), Outcome.LATER, said="no_line")
    assert await house.tasks() == []

    house.clock.forward(hours=1)
    await house.settle(await house.deliver(), Outcome.LATER, said="no_line")
    assert sorted(await house.tasks()) == [
        "Call Luis Prado: they may not know that the date is now Fri, Dec 11, 1:00 PM ET.",
        "Call Rosa Rivera: they may not know that the date is now Fri, Dec 11, 1:00 PM ET.",
        "Supporters may not know that the date is now Fri, Dec 11, 1:00 PM ET. The page of messages says who.",
    ]

    house.clock.forward(hours=1)
    assert len(await house.send()) == 4
    assert len(await house.tasks()) == 1


async def test_a_dead_address_is_not_tried_again_and_somebody_calls(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    letters = [one for one in await house.deliver() if "luis" in one.to.addr_spec]

    await house.settle(letters, Outcome.REFUSED, said="550 5.1.1", address_dead=True)

    (failed,) = await house.rows(person_id=house.luis, kind=LetterKind.RESCHEDULED)
    assert (failed.state, failed.reason) == (NoticeState.FAILED, "550 5.1.1")
    async with house.watching() as tx:
        (contact,) = await tx.session.scalars(select(Contact).where(Contact.person_id == house.luis))
    assert contact.bounced_at == house.clock.now
    assert await house.tasks() == ["Call Luis Prado: they may not know that the date is now Fri, Dec 11, 1:00 PM ET."]


async def test_the_word_of_a_try_that_was_overtaken_counts_only_if_it_was_carried(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    first = await house.deliver()
    house.clock.forward(minutes=6)
    async with house.database.transaction(actors.DELIVERY) as tx:
        await notices.sweep(tx)
    await house.deliver()

    await house.settle(first[:1], Outcome.LATER)
    await house.settle(first[1:2], Outcome.CARRIED)

    states = {one.id: one.state for one in await house.rows() if one.attempts}
    assert states[first[0].notice_id] is NoticeState.CLAIMED
    assert states[first[1].notice_id] is NoticeState.CARRIED


async def test_a_thousand_letters_are_each_given_to_a_carrier_once_by_four_workers(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    crowd = [
        await house.a_person(f"Supporter{number} Smith", PersonKind.SUPPORTER, email=f"s{number}@example.test")
        for number in range(40)
    ]
    await house.invite(*crowd)
    given: list[UUID] = []

    async def work() -> None:
        while True:
            async with house.database.transaction(actors.DELIVERY) as tx:
                batch = await notices.claim_due(tx, limit=7)
            async with house.database.transaction(actors.DELIVERY) as tx:
                letters = await notices.prepare(tx, batch, WRITING)
            given.extend(letter.notice_id for letter in letters)
            await house.settle(letters, Outcome.CARRIED)
            if not batch:
                return

    await asyncio.gather(*(work() for _ in range(4)))

    assert len(given) == len(set(given)) == 40


# Housekeeping.


async def test_a_case_whose_date_has_passed_gets_the_one_after_it(house: House) -> None:
    _, second = await house.a_hearing(datetime(2026, 12, 9, 9))
    house.clock.now = datetime(2026, 12, 2, 14, 1, tzinfo=UTC)

    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        assert await housekeeping.renew_next_occasions(tx) == 1

    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
    assert (case.next_occasion_id, case.next_occasion_at) == (second, datetime(2026, 12, 9, 14, tzinfo=UTC))


async def test_whoever_joins_later_is_reminded_like_the_others(house: House) -> None:
    nora = await house.a_person("Nora Rivera", PersonKind.FAMILY_CONTACT)

    async with house.acting(house.ana) as tx:
        await teams.name_contact(tx, house.case, nora, relation="sister", named_by_client=True)

    assert await house.reminders(nora) == NINE_DAYS


async def test_what_nobody_planned_is_planned_when_it_begins_soon(house: House) -> None:
    async with house.watching() as tx:
        await tx.session.execute(update(Notice).values(state=NoticeState.SUPERSEDED))
    house.clock.now = datetime(2026, 11, 24, 15, tzinfo=UTC)

    async with house.database.transaction(actors.DELIVERY) as tx:
        after = await notices.plan_upcoming(tx, within=timedelta(days=8), limit=1)
        assert after == (datetime(2026, 12, 2, 14, tzinfo=UTC), house.occasion)
        assert await notices.plan_upcoming(tx, within=timedelta(days=8), after=after, limit=1) is None

    assert await house.reminders(house.rosa) == NINE_DAYS


async def test_letters_of_another_organization_are_not_to_be_seen(house: House) -> None:
    other = new_id()
    async with house.watching() as tx:
        tx.session.add(Organization(id=other, slug="other", name="Other", kind=OrganizationKind.COMMUNITY_GROUP))
    mine, house.organization = house.organization, other
    stranger = await house.a_person("Pat Stranger", role=Role.COORDINATOR)
    house.organization = mine
    assert await house.rows()

    async with house.acting(stranger) as tx:
        assert list(await tx.session.scalars(select(Notice))) == []
