"""Preparing: today's questions, asked again at the moment of sending."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select, update

from casework import actors, assignments, consents, invitations, notices, people, teams
from schema.assignments import Scope
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, Purpose
from schema.invitations import Invitation, InvitationState
from schema.notices import LetterKind, NoticeState
from schema.occasions import Occasion
from schema.organizations import Role
from schema.people import Contact, PersonKind
from schema.teams import TeamMember
from tests.casework.notices.asked import an_official
from tests.house import WRITING, House


def calendar_in(letter: notices.Outgoing) -> Calendar:
    """The iCalendar part of a mail."""
    (part,) = [part for part in letter.message.walk() if part.get_content_type() == "text/calendar"]
    return Calendar.from_ical(part.get_payload(decode=True))


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
    mails = [one for one in await house.send() if "reyes" in one.to]
    house.clock.forward(minutes=5)
    await house.move(datetime(2026, 12, 11, 13))
    mails += [one for one in await house.send() if "reyes" in one.to]
    house.clock.forward(minutes=5)
    await house.cancel()
    mails += [one for one in await house.send() if "reyes" in one.to]

    calendars = [calendar_in(mail) for mail in mails]
    events = [
        (str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"]))
        for calendar in calendars
        for event in calendar.walk("VEVENT")
    ]

    assert [method for method, _, _ in events] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({uid for _, uid, _ in events}) == 1
    assert [sequence for _, _, sequence in events] == [0, 1, 2]


async def test_family_reads_in_its_own_language_and_the_legal_team_reads_everything(house: House) -> None:
    house.clock.now = datetime(2026, 12, 1, 14, tzinfo=UTC)

    letters = {one.to: one.message for one in await house.deliver()}

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


@pytest.mark.parametrize("afterwards", ["moved", "cancelled"])
async def test_whoever_is_no_longer_expected_is_told_so_whatever_becomes_of_the_date(
    house: House, afterwards: str
) -> None:
    reyes = await an_official(house)
    (invitation,) = await house.invite(reyes)
    await house.send()
    async with house.acting(house.ana) as tx:
        await invitations.withdraw_invitation(tx, invitation, expected_revision=0)

    await (house.move(datetime(2026, 12, 11, 13)) if afterwards == "moved" else house.cancel())

    letters = [one.message for one in await house.deliver() if "reyes" in one.to]
    assert [mail["Subject"] for mail in letters] == ["No longer for you: Wed, Dec 2, 9:00 AM ET"]


async def test_whoever_is_uninvited_from_what_was_cancelled_still_hears_that_it_is_off(house: House) -> None:
    reyes = await an_official(house)
    (invitation,) = await house.invite(reyes)
    await house.send()
    await house.cancel()
    async with house.acting(house.ana) as tx:
        await invitations.withdraw_invitation(tx, invitation, expected_revision=0)

    (mail,) = [one.message for one in await house.deliver() if "reyes" in one.to]

    assert mail["Subject"].startswith("CANCELLED")
    words = mail.get_body(("plain",))
    assert words is not None and "Hartford" not in words.get_content()


async def test_whoever_is_asked_again_is_not_told_that_nobody_expects_them(house: House) -> None:
    reyes = await an_official(house)
    (invitation,) = await house.invite(reyes)
    await house.send()
    async with house.acting(house.ana) as tx:
        await invitations.withdraw_invitation(tx, invitation, expected_revision=0)
    house.clock.forward(minutes=1)
    await house.invite(reyes)

    (mail,) = [one.message for one in await house.deliver() if "reyes" in one.to]

    assert mail["Subject"] == "Invitation: Wed, Dec 2, 9:00 AM ET"


async def test_a_calendar_heeds_a_second_invitation_after_the_first_was_taken_back(house: House) -> None:
    reyes = await an_official(house)
    sent = []
    for _ in range(2):
        (invitation,) = await house.invite(reyes)
        sent += [one for one in await house.send() if "reyes" in one.to]
        house.clock.forward(minutes=1)
        async with house.acting(house.ana) as tx:
            await invitations.withdraw_invitation(tx, invitation, expected_revision=0)
        sent += [one for one in await house.send() if "reyes" in one.to]
        house.clock.forward(minutes=1)

    events = [calendar_in(one).walk("VEVENT")[0] for one in sent]

    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CANCELLED"] * 2
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2, 3]
    assert len({str(event["UID"]) for event in events}) == 1


async def test_a_consent_that_lapses_by_itself_skips_the_reminder(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()
    async with house.watching() as tx:
        await tx.session.execute(update(Consent).values(expires_at=datetime(2026, 11, 24, tzinfo=UTC)))
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    letters = await house.deliver()

    assert "reyes@city.test" not in {one.to for one in letters}
    (skipped,) = await house.rows(person_id=reyes, state=NoticeState.SKIPPED)
    assert skipped.reason == "not_cleared"


async def test_what_waits_for_whoever_leaves_the_team_is_put_aside_at_once(house: House) -> None:
    async with house.acting(house.ana) as tx:
        member = await tx.session.scalar(select(TeamMember).where(TeamMember.person_id == house.luis))
        assert member is not None
        await teams.leave_team(tx, member.id)

    assert {one.state for one in await house.rows(person_id=house.luis)} == {NoticeState.SUPERSEDED}


async def test_whoever_left_the_team_is_told_nothing_more(house: House) -> None:
    """Asked at the moment of sending: nobody planned afresh."""
    async with house.watching() as tx:
        member = await tx.session.scalar(select(TeamMember).where(TeamMember.person_id == house.luis))
        assert member is not None
        member.until = house.clock.now
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    letters = await house.deliver()

    assert {one.to for one in letters} == {"ana@example.test", "rosa@example.test"}
    (skipped,) = await house.rows(person_id=house.luis, state=NoticeState.SKIPPED)
    assert skipped.reason == "no_longer_theirs"


async def test_whoever_said_stop_is_not_written_to(house: House) -> None:
    async with house.watching() as tx:
        await tx.session.execute(
            update(Contact).where(Contact.person_id == house.rosa).values(stopped_at=house.clock.now)
        )

    await house.move(datetime(2026, 12, 11, 13))
    letters = await house.deliver()

    assert {one.to for one in letters} == {"luis@example.test"}
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

    assert "sam@city.test" not in {one.to for one in letters}
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

    assert {one.to for one in letters} == {"ana@example.test", "luis@example.test"}
    (stuck,) = await house.rows(person_id=house.rosa, attempts=1)
    assert (stuck.state, stuck.reason) == (NoticeState.PLANNED, "fault: VaultError")
    assert stuck.again_at == house.clock.now + timedelta(seconds=15)


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


async def test_a_date_that_had_no_hour_is_not_told_with_one(house: House) -> None:
    await house.send()
    async with house.acting(house.ana) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        occasion.hour_known = False
    await house.move(datetime(2026, 12, 4, 13, 30))

    told = [letter.message for letter in await house.deliver()]

    assert told
    for message in told:
        assert "9:00" not in (message.get_body(("plain",)) or message).get_content()
