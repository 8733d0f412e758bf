"""Whoever works on one of an action's cases learns of the others neither by asking nor by trying."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import icalendar
import pytest
from sqlalchemy import func, select

from casework import (
    access,
    advocacy,
    cases,
    consents,
    disclosure,
    feeds,
    invitations,
    merging,
    people,
    reading,
    teams,
    walls,
)
from casework.identities import Known
from casework.intake import take_in_case
from casework.refusals import Invalid, NotAllowedByState, Refusal
from schema.advocacy import AdvocacyAction, FurtherCase, SignOff
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, GivenBy, NameForm, Purpose
from schema.feeds import Feed, FeedFilter
from schema.notices import Notice
from schema.organizations import Membership, Organization, Role
from schema.people import PersonKind
from schema.teams import CaseRole
from schema.wordings import WordingKind
from tests.casework.advocates import GROUP, drafted, read
from tests.casework.test_feeds import fetched
from tests.casework.two_cases import Two, two_cases
from tests.house import NEW_YORK, House

ADVOCATES = ConsentAudience.ADVOCATES


@pytest.fixture
async def two(house: House) -> Two:
    return await two_cases(house)


async def agree(two: Two, case_id: UUID, *, until: date = date(2027, 6, 1)) -> UUID:
    """The client agrees that advocates be told."""
    async with two.acting(two.vera if case_id == two.lucia else two.house.ana) as tx:
        given = await consents.give_consent(
            tx, case_id, purpose=Purpose.FILL_COURTROOM, audience=ADVOCATES, name_form=NameForm.PUBLIC_NAME,
            given_by=GivenBy.CLIENT, language="es", expires_on=until, place=True,
        )  # fmt: skip
        return given.id


async def for_advocates(two: Two, *, until: date = date(2027, 6, 1)) -> UUID:
    """A vigil about both, of which advocates are told."""
    await agree(two, two.house.case)
    await agree(two, two.lucia, until=until)
    vigil = await drafted(
        two.house, ADVOCATES, title="Light for our neighbors", by=two.nora,
        starts_at=two.house.clock.now.replace(tzinfo=None) + timedelta(days=9), time_zone=NEW_YORK,
    )  # fmt: skip
    await two.add(vigil)
    await two.both_keys(vigil)
    await two.publish(vigil)
    return vigil


async def refused(two: Two, who: UUID, action_id: UUID, case_id: UUID) -> str:
    with pytest.raises(Refusal) as no:
        await two.take_off(action_id, by=who, case_id=case_id)
    return f"{type(no.value).__name__} {no.value}"


async def test_nobody_learns_by_trying_whether_it_is_about_a_case_they_do_not_read(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)
    async with two.house.watching() as tx:
        before = await tx.session.scalar(select(func.count()).select_from(AuditEntry))

    for who, theirs in ((two.house.ana, two.lucia), (two.vera, two.house.case), (two.max, two.house.case)):
        assert await refused(two, who, vigil, theirs) == await refused(two, who, vigil, new_id())

    async with two.house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(AuditEntry)) == before
        assert (await tx.session.scalars(select(FurtherCase))).one().taken_off_at is None


async def test_why_it_was_called_off_stands_in_the_trail_of_their_own_case_alone(two: Two) -> None:
    vigil = await two.published()
    action = await read(two.house, vigil)

    async with two.acting(two.house.ana) as tx:
        await advocacy.call_off_action(tx, vigil, expected_revision=action.revision, reason="Mateo was deported.")

    async with two.house.watching() as tx:
        entries = list(await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "action.called_off")))
        assert {one.case_id: one.sealed is not None for one in entries} == {two.house.case: True, two.lucia: False}
        assert all(one.reason is None for one in entries)


async def a_feed(two: Two, who: UUID, organization: UUID, filter: FeedFilter, case_id: UUID | None = None) -> Feed:
    async with two.acting(who) as tx:
        return await feeds.subscribe_feed(tx, organization, filter=filter, name="Dates", case_id=case_id)


def shows(body: bytes, action: AdvocacyAction) -> bool:
    """As standing. One that was called off may still be told of as called off."""
    return any(
        event["DTSTART"].dt == action.occasion.starts_at and event["STATUS"] == "CONFIRMED"
        for event in icalendar.Calendar.from_ical(body).walk("VEVENT")
    )


async def test_a_calendar_drops_it_when_what_either_client_agreed_to_ends_by_itself(two: Two) -> None:
    vigil = await for_advocates(two, until=date(2026, 12, 4))
    feed = await a_feed(two, two.nora, GROUP, FeedFilter.ONE_CASE, two.house.case)
    action = await read(two.house, vigil)
    assert shows(await fetched(two.house, feed), action)

    async with two.house.watching() as tx:
        ends = await tx.session.scalar(select(Consent.expires_at).where(Consent.case_id == two.lucia))
    assert ends is not None
    two.house.clock.now = ends - timedelta(seconds=1)
    assert shows(await fetched(two.house, feed), action)
    two.house.clock.now = ends

    assert not shows(await fetched(two.house, feed), action)


@pytest.mark.parametrize("whose", ["kept", "further"])
async def test_a_calendar_follows_what_either_client_takes_back_and_gives_again(two: Two, whose: str) -> None:
    vigil = await for_advocates(two)
    feed = await a_feed(two, two.nora, GROUP, FeedFilter.ONE_CASE, two.house.case)
    action = await read(two.house, vigil)
    before = await fetched(two.house, feed)
    assert shows(before, action)
    of_case = two.lucia if whose == "further" else two.house.case
    async with two.acting(two.vera if whose == "further" else two.house.ana) as tx:
        given = await tx.session.scalar(select(Consent.id).where(Consent.case_id == of_case))
        assert given is not None
        await consents.withdraw_consent(tx, given)

    after = await fetched(two.house, feed)

    assert after != before and not shows(after, action)


async def test_whoever_reads_a_further_case_alone_has_a_calendar_without_it_and_no_less_of_the_rest(two: Two) -> None:
    await for_advocates(two)
    nora = await a_feed(two, two.nora, GROUP, FeedFilter.PUBLIC_ACTIONS)
    assert b"BEGIN:VEVENT" in await fetched(two.house, nora)
    async with two.house.watching() as tx:
        shoreline = (await tx.session.get_one(Case, two.lucia)).lead_organization_id

    for of in (FeedFilter.PUBLIC_ACTIONS, FeedFilter.MY_CASES, FeedFilter.TEAM):
        feed = await a_feed(two, two.max, shoreline, of)
        assert b"BEGIN:VEVENT" not in await fetched(two.house, feed), of


async def a_supporter(two: Two, name: str) -> UUID:
    async with two.house.watching() as tx:
        email = f"{name.split()[0].lower()}@home.example"
        one = await people.add_person(
            tx, two.house.organization, kind=PersonKind.SUPPORTER, name=name, email=email, confirmed=True
        )
        return one.id


async def test_no_letter_of_it_goes_to_whom_a_wall_keeps_from_another_of_its_cases(two: Two) -> None:
    vigil = await two.published()
    action = await read(two.house, vigil)
    uma, otto = [await a_supporter(two, name) for name in ("Uma Quist", "Otto Berg")]
    async with two.house.watching() as tx:
        (await tx.session.get_one(Organization, GROUP)).phone = "+1 203 555 0100"
        # She works there, besides.
        tx.session.add(Membership(organization_id=two.house.organization, person_id=uma, role=Role.ADVOCATE))
    async with two.acting(two.house.ana) as tx:
        await invitations.invite(tx, action.occasion_id, [uma, otto])
    async with two.acting(two.vera) as tx:
        await walls.raise_wall(tx, two.lucia, organization_id=two.house.organization, reason="They act against her.")

    sent = await two.house.send()
    async with two.house.watching() as tx:
        letters = select(Notice.person_id).where(Notice.id.in_([one.notice_id for one in sent]))
        assert set(await tx.session.scalars(letters)) == {otto}


async def test_a_draft_of_what_is_said_tells_neither_the_hearing_of_one_nor_what_the_other_has_not_agreed_to(
    two: Two,
) -> None:
    await two.agree(two.house.case)
    vigil = await drafted(two.house, ConsentAudience.SUPPORTERS, title="Light for our neighbors")
    action = await two.add(vigil)

    async with two.acting(two.nora) as tx:
        done = await advocacy.draft_wording(
            tx, vigil, kind=WordingKind.TALKING_POINTS, language="en", expected_revision=action.revision
        )
        body = tx.open(done.wording, "body") or ""

    assert "[not cleared: day and hour]" in body or "Hartford" not in body
    assert "Hartford" not in body and "Mateo" not in body and "Lucia" not in body


async def test_each_legal_team_is_warned_of_the_names_of_its_own_client_alone(two: Two) -> None:
    vigil = await two.vigil(title="Light for M a r r o q u i n and for R i v e r a")
    await two.add(vigil)

    async def warned(who: UUID) -> set[str]:
        async with two.acting(who) as tx:
            found = await reading.warnings(tx, await access.seen(tx, AdvocacyAction, vigil))
            return {one.words.replace(" ", "").casefold() for one in found}

    assert await warned(two.house.ana) == {"rivera"}
    assert await warned(two.max) == {"marroquin"}
    assert await warned(two.nora) == set()
    async with two.acting(two.vera) as tx:
        await teams.share_case(tx, two.lucia, two.house.organization)
    async with two.acting(two.vera) as tx:
        await teams.add_to_team(tx, two.lucia, two.house.luis, CaseRole.ATTORNEY)
    assert await warned(two.house.luis) == {"rivera", "marroquin"}


async def test_of_a_further_case_that_was_merged_the_one_that_is_kept_is_asked_and_parts_again(two: Two) -> None:
    vigil = await two.published()
    async with two.house.watching() as tx:
        shoreline = (await tx.session.get_one(Case, two.lucia)).lead_organization_id
    async with two.acting(two.vera) as tx:
        again = await take_in_case(tx, shoreline, known=Known(legal_name="Lucia Marroquin P."), public_name="Lucia M.")
        await teams.add_to_team(tx, again.id, two.max, CaseRole.ATTORNEY)

    async with two.acting(two.vera) as tx:
        merge = await merging.merge_cases(tx, again.id, two.lucia)

    async def of() -> tuple[set[UUID], bool]:
        async with two.house.watching() as tx:
            action = await tx.session.get_one(AdvocacyAction, vigil)
            told = await disclosure.cases_of_action(tx, action)
            further = set(await tx.session.scalars(select(FurtherCase.case_id)))
            return further, all(one.clear for one in told) and len(told) == 2

    assert (await of())[0] == {again.id}
    async with two.house.watching() as tx:
        assert set(await tx.session.scalars(select(SignOff.case_id))) == {two.house.case, again.id}
    async with two.acting(two.max) as tx:
        assert (await access.seen(tx, AdvocacyAction, vigil)).id == vigil
    async with two.acting(two.vera) as tx:
        given = await tx.session.scalar(select(Consent.id).where(Consent.case_id == again.id))
        assert given is not None
        await merging.undo_merge(tx, merge.id)
    assert (await of())[0] == {two.lucia}
    async with two.acting(two.vera) as tx:
        done = await consents.withdraw_consent(tx, given)
    assert [one.id for one in done.called_off] == [vigil]


async def test_a_case_does_not_close_while_an_action_ahead_is_about_it(two: Two) -> None:
    vigil = await two.published()

    async def close() -> None:
        async with two.acting(two.vera) as tx:
            case = await tx.session.get_one(Case, two.lucia)
            await cases.close_case(tx, two.lucia, expected_revision=case.revision, reason="She is home.")

    with pytest.raises(NotAllowedByState, match="Take the case off"):
        await close()
    async with two.house.watching() as tx:
        assert (await tx.session.get_one(Case, two.lucia)).closed_at is None
    await two.take_off(vigil, by=two.vera)
    await close()


async def test_a_named_action_takes_no_audience_to_which_one_client_has_not_agreed(two: Two) -> None:
    await two.agree(two.house.case)
    await two.agree(two.lucia)
    vigil = await two.vigil(form=NameForm.PUBLIC_NAME)
    added = await two.add(vigil)

    with pytest.raises(Invalid, match="each client"):
        async with two.acting(two.nora) as tx:
            await advocacy.revise_action(
                tx, vigil, expected_revision=added.revision,
                words={"audiences": [ConsentAudience.SUPPORTERS, ConsentAudience.PRESS]}, arrangements={},
            )  # fmt: skip
    assert (await read(two.house, vigil)).audiences == ["supporters"]
