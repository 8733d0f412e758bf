"""Each clock: a minute before its term nothing goes, at its term it goes, with whatever led from it to a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from casework import (
    actors,
    calls,
    conflicts,
    date_checks,
    documents,
    feeds,
    invitations,
    members,
    notices,
    organizations,
    reports,
    retention,
    sign_in,
    sign_in_links,
    teams,
    visits,
)
from casework.actors import LinkKind
from casework.refusals import NotFound
from casework.retention import StillThere
from schema.base import new_id
from schema.cases import Case, Intake
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, Source
from schema.documents import FileKind
from schema.feeds import FeedFilter
from schema.identity_providers import IdentityProvider, ProviderIdentity
from schema.invitations import InvitationState
from schema.organizations import OrganizationKind, Role
from schema.people import Person, PersonKind
from schema.retention import RetentionClass
from schema.sign_ins import SignInLinkKind
from schema.tasks import Task
from schema.visits import VisitKind
from tests.casework.in_the_room import go_together
from tests.casework.retention.sweeps import (
    AFTER,
    DAY,
    MINUTE,
    bystanders,
    count,
    held_and_closed,
    led_to,
    supporters,
    swept,
)
from tests.ground import Ground
from tests.house import NEW_YORK, House


async def test_thirty_days_after_the_occasion_nobody_can_tell_who_signed_up(house: House, ground: Ground) -> None:
    olga, rita, sam = await supporters(house, "Olga Ortiz", "Rita Ruiz", "Sam Stone")
    asked = await house.invite(olga, rita, sam)
    await house.send()
    states = (InvitationState.COMING, InvitationState.NOT_COMING)
    for one, state, party in zip(asked[:2], states, (3, None), strict=True):
        link = actors.Link(LinkKind.INVITATION, one, (olga, rita)[asked.index(one)])
        async with house.database.transaction(link) as tx:
            await invitations.answer_invitation(tx, one, state=state, party_size=party, needs="A ramp")
    await go_together(house, asked[0], asked[2])
    await ground.connection.execute("update invitations set came = 2 where id = $1", asked[0])
    async with house.acting(house.ana) as tx:
        await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.INVITED, name="Olga's", person_id=olga)
    over = await ground.connection.fetchval("select ends_at from occasions")
    everybody, beside = {str(olga), str(rita), str(sam)}, await bystanders(ground)
    assert str(house.occasion) in await led_to(ground, olga, beside)

    house.clock.now = over + AFTER[RetentionClass.SIGN_UPS] - MINUTE
    assert not (await swept(house))[RetentionClass.SIGN_UPS]
    assert str(house.occasion) in await led_to(ground, olga, beside)
    house.clock.now += MINUTE
    gone = await swept(house)

    assert gone[RetentionClass.SIGN_UPS] == 3
    assert await count(ground, "invitations") == 0
    assert await count(ground, "companions") == 0
    for person in (olga, rita, sam):
        led = await led_to(ground, person, beside)
        assert str(house.occasion) not in led and str(house.case) not in led and not led & (everybody - {str(person)})
    turnout = await ground.connection.fetchval("select turnout::text from occasions where id = $1", house.occasion)
    assert turnout == '{"came": 2, "asked": 3, "heads": 3, "maybe": 0, "coming": 1, "not_coming": 1}'


async def test_letters_go_thirty_days_after_they_were_settled_once_their_date_is_over(
    house: House, ground: Ground
) -> None:
    (olga,) = await supporters(house, "Olga Ortiz")
    await house.invite(olga)
    assert len(await house.send()) >= 1
    sent = await count(ground, "notices", state="carried")
    over = await ground.connection.fetchval("select ends_at from occasions")

    # Settled long ago, and the date is still ahead: what they were told is needed.
    await ground.connection.execute("update occasions set starts_at = starts_at + interval '90 days',"
                                    " ends_at = ends_at + interval '90 days'")  # fmt: skip
    house.clock.now = over + 60 * DAY
    assert not (await swept(house))[RetentionClass.MESSAGES]
    house.clock.now = over + 90 * DAY
    gone = await swept(house)

    assert gone[RetentionClass.MESSAGES] == sent
    assert await count(ground, "receipts") == 0
    assert await count(ground, "notices", state="carried") == 0


async def test_a_letter_for_which_somebody_must_still_call_stays_until_they_did(house: House, ground: Ground) -> None:
    await house.cancel()
    await house.settle(await house.deliver(), notices.Outcome.REFUSED, said="550")
    failed = await count(ground, "notices", state="failed")
    assert failed == len(await house.tasks()) > 0
    house.clock.now = await ground.connection.fetchval("select ends_at from occasions") + 40 * DAY
    assert not (await swept(house))[RetentionClass.MESSAGES]

    async with house.watching() as tx:
        for task in list(await tx.session.scalars(select(Task).where(Task.raised_by == "notice_failed"))):
            task.done_at = tx.now
    gone = await swept(house)

    assert gone[RetentionClass.MESSAGES] >= failed
    # The task's title named whom to call.
    assert await count(ground, "tasks", raised_by="notice_failed") == 0 == await count(ground, "notices")


async def test_who_reported_the_arrest_is_forgotten_ninety_days_after_the_case_closed(
    house: House, ground: Ground
) -> None:
    async with house.watching() as tx:
        told = await tx.session.get_one(Intake, house.case)
        case = await tx.session.get_one(Case, house.case)
        await tx.unlock([case.vault_key_id])
        for column, words in (("caller_name", "Perpetua"), ("caller_phone", "+12035550193"), ("told", "A car wash.")):
            setattr(told, column, tx.seal(Intake, case.id, column, case.vault_key_id, words))
        told.caller_relation = "neighbour"
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.REPORTERS] - MINUTE
    assert not (await swept(house))[RetentionClass.REPORTERS]
    house.clock.now += MINUTE
    gone = await swept(house)

    assert gone[RetentionClass.REPORTERS] == 1
    left = await ground.connection.fetchrow("select * from intakes")
    assert (left["caller_name"], left["caller_phone"], left["caller_relation"]) == (None, None, None)
    assert left["told"] is not None
    assert not (await swept(house))[RetentionClass.REPORTERS]


async def test_family_contacts_end_ninety_days_after_the_case_closed_and_later_leave_the_address_book(
    house: House, ground: Ground
) -> None:
    async with house.acting(house.ana) as tx:
        await feeds.subscribe_feed(
            tx, house.organization, filter=FeedFilter.INVITED, name="Rosa's", person_id=house.rosa
        )
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.FAMILY_CONTACTS] - MINUTE
    assert not (await swept(house))[RetentionClass.FAMILY_CONTACTS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.FAMILY_CONTACTS] == 1
    assert await count(ground, "case_contacts") == 0
    beside = await bystanders(ground)
    assert str(house.case) not in await led_to(ground, house.rosa, beside)

    # Her clock in the address book begins with the sweep that finds nothing more of her.
    house.clock.now += DAY
    await swept(house)
    house.clock.now += AFTER[RetentionClass.ADDRESS_BOOK] - MINUTE
    assert not (await swept(house))[RetentionClass.ADDRESS_BOOK]
    house.clock.now += MINUTE
    key = await ground.connection.fetchval("select vault_key_id from people where id = $1", house.rosa)
    assert (await swept(house))[RetentionClass.ADDRESS_BOOK] == 1
    for table, column in (("people", "id"), ("contacts", "person_id"), ("feeds", "person_id")):
        assert await count(ground, table, **{column: house.rosa}) == 0
    kept = await ground.connection.fetchrow("select wrapped, destroyed_at from vault_keys where id = $1", key)
    assert (kept["wrapped"], kept["destroyed_at"]) == (None, house.clock.now)


async def test_somebody_who_is_asked_again_or_whose_calendar_is_fetched_stays_in_the_address_book(
    house: House, ground: Ground
) -> None:
    mayor = await house.a_person("Mayor Reyes", PersonKind.OFFICIAL)
    sam = await house.a_person("Sam Stone", PersonKind.SCHEDULER, scheduler_for=mayor)
    olga = await house.a_person("Olga Ortiz", PersonKind.SUPPORTER)
    quiet = await house.a_person("Quentin Quiet", PersonKind.SUPPORTER)
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(
            tx, house.organization, filter=FeedFilter.INVITED, name="Olga's", person_id=olga
        )
    house.clock.now += DAY
    await swept(house)
    async with house.acting(house.ana) as tx:
        await teams.name_contact(tx, house.case, quiet, relation="uncle", named_by_client=True)
    house.clock.now += AFTER[RetentionClass.ADDRESS_BOOK]
    await ground.connection.execute("update feeds set fetched_at = $1 where id = $2", house.clock.now - DAY, feed.id)

    assert (await swept(house))[RetentionClass.ADDRESS_BOOK] == 1

    left = {row["id"] for row in await ground.connection.fetch("select id from people where kind <> 'staff'")}
    assert left == {olga, quiet, house.rosa} and sam not in left and mayor not in left
    assert await count(ground, "people", unused_since=house.clock.now) == 0


async def test_where_somebody_was_held_is_forgotten_three_years_after_the_case_closed(
    house: House, ground: Ground
) -> None:
    async with house.watching() as tx:
        tx.session.add(
            CustodyStint(
                id=new_id(), case_id=house.case, place=PlaceOfCustody.HOSPITAL, source=Source.FAMILY,
                confidence=Confidence.ONE_SOURCE, checked_at=tx.now,
            )
        )  # fmt: skip
        tx.session.add(LocatorCheck(case_id=house.case, source=Source.LOCATOR, found=False, checked_at=tx.now))
    async with house.acting(house.ana) as tx:
        await visits.book_visit(tx, house.case, VisitKind.VIDEO, datetime(2026, 11, 30, 10), time_zone=NEW_YORK)
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.CUSTODY] - MINUTE
    assert not (await swept(house))[RetentionClass.CUSTODY]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.CUSTODY] == 3
    for table in ("custody_stints", "locator_checks", "visits"):
        assert await count(ground, table) == 0, table
    assert await count(ground, "cases") == 1


async def test_what_is_left_of_signing_in_goes_thirty_days_after_it_ended(house: House, ground: Ground) -> None:
    async with house.database.transaction(actors.SIGN_IN) as tx:
        await sign_in.give_login(tx, house.ana, "ana@elm.test", "a long enough password")
        ended = await sign_in.sign_in(tx, house.ana)
        await sign_in.sign_out(tx, ended)
        await sign_in.create_token(tx, "ana@elm.test", "script", keeps=10 * DAY)
        await sign_in.ask_for_passkey(tx, sign_in.Site("http://localhost", "localhost"))
    async with house.watching() as tx:
        ana = await tx.session.get_one(Person, house.ana)
        await sign_in_links.send_link(tx, ana, SignInLinkKind.WELCOME, "ana@elm.test")
    await house.send()
    begun = house.clock.now
    tables = ("sessions", "challenges", "tokens", "sign_in_links")

    house.clock.now = begun + AFTER[RetentionClass.SIGN_INS] - MINUTE
    assert not (await swept(house))[RetentionClass.SIGN_INS]
    house.clock.now = begun + AFTER[RetentionClass.SIGN_INS] + 9 * DAY
    gone = await swept(house)
    assert gone[RetentionClass.SIGN_INS] == 3
    assert {table: await count(ground, table) for table in tables} == {
        "sessions": 0, "challenges": 0, "tokens": 1, "sign_in_links": 0
    }  # fmt: skip
    house.clock.now += DAY
    assert (await swept(house))[RetentionClass.SIGN_INS] == 1
    assert await count(ground, "logins") == 1


async def test_whoever_left_keeps_nothing_to_sign_in_with_and_their_name_stays_for_the_trail(
    house: House, ground: Ground
) -> None:
    grace = await house.a_person("Grace Adeyemi", role=Role.ADMIN)
    async with house.database.transaction(actors.SIGN_IN) as tx:
        for person, address in ((house.luis, "luis@elm.test"), (house.ana, "ana@elm.test")):
            await sign_in.give_login(tx, person, address, "a long enough password")
            await sign_in.sign_in(tx, person)
    async with house.database.transaction(actors.Person(house.luis, proved_at=house.clock.now)) as tx:
        await sign_in.make_app_password(tx, "My iPhone")
    async with house.database.transaction(actors.OPERATOR) as tx:
        key = await tx.new_key()
        provider = IdentityProvider(
            id=new_id(), organization_id=house.organization, issuer="https://login.elm.test", client_id="presencia",
            vault_key_id=key,
        )  # fmt: skip
        provider.client_secret = tx.seal(IdentityProvider, provider.id, "client_secret", key, "hush")
        tx.session.add(provider)
        await tx.session.flush()
        tx.session.add(ProviderIdentity(provider_id=provider.id, person_id=house.luis, subject_index=b"sub"))
    async with house.acting(house.luis) as tx:
        assert await conflicts.add_conflict_names(tx, house.organization, text="Harold Baines\nAcme Paving LLC") == 2
    async with house.database.transaction(actors.Person(grace, proved_at=house.clock.now)) as tx:
        await members.let_member_go(tx, house.organization, house.luis)

    house.clock.now += AFTER[RetentionClass.FORMER_MEMBERS] - MINUTE
    assert not (await swept(house))[RetentionClass.FORMER_MEMBERS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.FORMER_MEMBERS] == 1

    assert {row["person_id"] for row in await ground.connection.fetch("select person_id from logins")} == {house.ana}
    assert await count(ground, "contacts", person_id=house.luis) == 0
    assert await count(ground, "provider_identities") == await count(ground, "app_passwords") == 0
    # Their list for conflict checks was theirs alone.
    assert await count(ground, "conflict_names") == await count(ground, "conflict_tokens") == 0
    assert await count(ground, "people", id=house.luis) == 1


async def test_thirty_days_after_a_shift_nobody_can_tell_who_checked_dates(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        await date_checks.start_shift(tx, house.organization, name="Tomás Wexler", phone="+1 203 555 0144", hours=2)
    key = await ground.connection.fetchval("select vault_key_id from shifts")

    house.clock.now += timedelta(hours=2) + AFTER[RetentionClass.VERIFIERS] - MINUTE
    assert not (await swept(house))[RetentionClass.VERIFIERS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.VERIFIERS] == 1

    left = await ground.connection.fetchrow("select name, phone, signature, device_hash from shifts")
    assert set(left.values()) == {None}
    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", key) is None
    assert not (await swept(house))[RetentionClass.VERIFIERS]


async def test_a_report_that_nobody_took_in_is_forgotten_after_ninety_days(house: House, ground: Ground) -> None:
    async with house.watching() as tx:
        group = await organizations.found_organization(
            tx, slug="harbor", name="Harbor Neighbors", kind=OrganizationKind.COMMUNITY_GROUP, phone="+1 203 555 0100"
        )
        noor = await organizations.engage(
            tx, group.id, name="Noor Haddad", email="noor@harbor.test", roles=[Role.ADVOCATE]
        )
    async with house.acting(noor.id) as tx:
        told = reports.Told(name="Luz Peña", caller_name="Perpetua Zanzoni", caller_phone="+1 203 555 0193")
        await reports.report_arrest(tx, group.id, house.organization, told)
    key = await ground.connection.fetchval("select vault_key_id from report_contents")

    house.clock.now += AFTER[RetentionClass.REPORTS] - MINUTE
    assert not (await swept(house))[RetentionClass.REPORTS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.REPORTS] == 1

    assert await count(ground, "report_contents") == 0
    assert await ground.connection.fetchval("select state from arrest_reports") == "withdrawn"
    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", key) is None


async def test_a_clock_that_takes_nothing_away_says_so_and_does_not_run_for_ever(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        await date_checks.start_shift(tx, house.organization, name="Tomás Wexler", phone="+1 203 555 0144", hours=2)
    house.clock.now += timedelta(hours=2) + AFTER[RetentionClass.VERIFIERS]
    # A trigger keeps the names, as a wall would that somebody forgot to open.
    await ground.connection.execute(
        "create function keep() returns trigger language plpgsql as $$ begin return null; end $$;"
        " create trigger keep before update on shifts for each row execute function keep()"
    )
    try:
        with pytest.raises(StillThere, match="1 records of verifiers"):
            await retention.sweep(house.database)
    finally:
        await ground.connection.execute("drop trigger keep on shifts; drop function keep()")


async def test_seven_days_after_a_file_was_taken_away_nobody_can_put_it_back(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        files = [
            await documents.add_file(tx, house.case, f"{words}.txt", words.encode() * 40_000, FileKind.TEXT)
            for words in ("by mistake", "on purpose", "stays")
        ]
        for file in files[:2]:
            await documents.take_file_away(tx, file.id, expected_revision=0)
    pieces = await count(ground, "file_pieces")

    house.clock.now += AFTER[RetentionClass.FILES_TAKEN_AWAY] - MINUTE
    assert not (await swept(house))[RetentionClass.FILES_TAKEN_AWAY]
    async with house.acting(house.ana) as tx:
        await documents.put_file_back(tx, files[0].id, expected_revision=1)
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.FILES_TAKEN_AWAY] == 1
    assert pieces == 5 and await count(ground, "file_pieces") == 3
    async with house.acting(house.ana) as tx:
        assert (await documents.open_file(tx, files[0].id)).content == b"by mistake" * 40_000
        with pytest.raises(NotFound):
            await documents.put_file_back(tx, files[1].id, expected_revision=1)


async def test_ninety_days_after_the_case_closed_nobody_can_tell_who_called(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        await calls.log_call(tx, house.case, told="That he is well.", caller_name="Perpetua Zanzoni")
        await calls.log_call(tx, house.case, told="When he is heard.", caller_id=house.rosa)
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.CALLS] - MINUTE
    assert not (await swept(house))[RetentionClass.CALLS]
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.CALLS] == 2
    assert await count(ground, "calls") == 0


def test_every_clock_is_tried() -> None:
    here = Path(__file__).parent
    tried = "".join(module.read_text() for module in here.glob("test_*.py"))

    assert {kind for kind in RetentionClass if f"[RetentionClass.{kind.name}]" not in tried} == set()
