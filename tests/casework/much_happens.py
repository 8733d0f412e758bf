"""A house in which much happens, and the calendars of its people."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import advocacy, calendar, cases, check_ins, consents, custody, feeds, hearings, invitations, teams, times
from casework.actors import Actor, Link, LinkKind, Person
from casework.feeds import pieces
from casework.refusals import Refusal
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, SignOffCapacity
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, ConsentState, GivenBy, NameForm, Purpose
from schema.courts import Court
from schema.custody import ReleaseReason, Source
from schema.feeds import Feed, FeedFilter
from schema.hearings import Hearing
from schema.invitations import WITHOUT_ACCOUNT, Invitation, InvitationState
from schema.occasions import Medium, OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.teams import CaseRole, TeamMember
from tests.house import NEW_YORK, House

GIVEN = (
    (ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS),
    (ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM),
    (ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM),
)


async def fetched(house: House, feed: Feed) -> bytes:
    """What a calendar gets now."""
    secret = house.database.vault.link_secret(LinkKind.FEED, feed.id, feed.generation)
    return await feeds.body(house.database, await feeds.find(house.database, secret))


async def anew(house: House, feed: Feed) -> bytes:
    """The same with every piece made anew, and nothing kept."""
    actor: Actor = Person(feed.person_id)
    if feed.audience in WITHOUT_ACCOUNT:
        actor = Link(LinkKind.FEED, feed.id, feed.person_id)
    async with house.database.transaction(actor) as tx:
        contents = await pieces.gather(house.database, tx, feed, kept=False)
        sealed = [one.id.bytes + one.event.ciphertext for one in contents.pieces if one.event]
        events = pieces.opened(house.database, sealed)
        assert len(await feeds.cards(tx, feed)) == len(events)
    return calendar.joined(calendar.head(feed.name, feed.color, contents.zones), events)


@dataclass
class Story:
    """A house in which much happens, and calendars that were made before."""

    house: House
    feeds: dict[str, Feed]
    nora: UUID
    partners: UUID
    invited: list[UUID]
    drawn: random.Random
    done: list[str] = field(default_factory=list)

    @property
    def verbs(self) -> list[Callable[[], Awaitable[object]]]:
        return [
            self.move, self.move, self.cancel, self.schedule, self.give, self.give, self.withdraw, self.withdraw,
            self.rename, self.hush, self.join, self.leave, self.share, self.stop_sharing, self.invite, self.answer,
            self.take_back, self.plan, self.release, self.check_in, self.rename_court, self.later, self.later,
            self.earlier, self.leave_house,
        ]  # fmt: skip

    async def one(self) -> None:
        verb = self.drawn.choice(self.verbs)
        try:
            await verb()
        except Refusal as no:
            self.done.append(f"{verb.__name__}: {type(no).__name__}")
        else:
            self.done.append(verb.__name__)

    @asynccontextmanager
    async def as_ana(self) -> AsyncIterator[Transaction]:
        async with self.house.acting(self.house.ana) as tx:
            yield tx

    async def _a_hearing(self, tx: Transaction) -> Hearing:
        found = await tx.session.scalars(select(Hearing).where(Hearing.case_id == self.house.case).order_by(Hearing.id))
        return self.drawn.choice(list(found.unique()))

    def _day(self) -> datetime:
        local = self.house.clock.now.replace(tzinfo=None, minute=0, second=0, microsecond=0)
        return local + timedelta(days=self.drawn.randint(1, 40), hours=self.drawn.randint(-6, 6))

    async def move(self) -> None:
        async with self.as_ana() as tx:
            hearing = await self._a_hearing(tx)
            await hearings.reschedule_hearing(tx, hearing.id, starts_at=self._day(), expected_revision=hearing.revision)

    async def cancel(self) -> None:
        async with self.as_ana() as tx:
            hearing = await self._a_hearing(tx)
            await hearings.cancel_hearing(tx, hearing.id, expected_revision=hearing.revision)

    async def schedule(self) -> None:
        async with self.as_ana() as tx:
            kind, track = self.drawn.choice(
                [
                    (OccasionKind.BOND_HEARING, self.house.bond),
                    (OccasionKind.MASTER_HEARING, self.house.removal),
                    (OccasionKind.INDIVIDUAL_HEARING, self.house.removal),
                ]
            )
            notice = hearings.Notice(
                kind=kind, starts_at=self._day(), court_id=self.house.court, room=str(self.drawn.randint(100, 900)),
                medium=self.drawn.choice([Medium.IN_PERSON, Medium.WEBEX]), hour_known=self.drawn.random() < 0.8,
            )  # fmt: skip
            await hearings.schedule_hearing(tx, self.house.case, track, notice)

    async def give(self) -> None:
        audience, purpose = self.drawn.choice(GIVEN)
        async with self.as_ana() as tx:
            await consents.give_consent(
                tx, self.house.case, purpose=purpose, audience=audience,
                name_form=self.drawn.choice([NameForm.NONE, NameForm.PUBLIC_NAME]), given_by=GivenBy.CLIENT,
                language="es", place=True,
                expires_on=times.local_day(self.house.clock.now, NEW_YORK) + timedelta(days=self.drawn.randint(1, 30)),
            )  # fmt: skip

    async def withdraw(self) -> None:
        async with self.as_ana() as tx:
            standing = select(Consent.id).where(Consent.state == ConsentState.STANDING).order_by(Consent.id)
            found = list(await tx.session.scalars(standing))
            if found:
                await consents.withdraw_consent(tx, self.drawn.choice(found))

    async def _update(self, **changes: object) -> None:
        async with self.as_ana() as tx:
            case = await tx.session.get_one(Case, self.house.case)
            await cases.update_case(tx, case.id, changes, expected_revision=case.revision)  # type: ignore[arg-type]

    async def rename(self) -> None:
        await self._update(public_name=self.drawn.choice(["Mateo R.", "M. R.", "Teo"]))

    async def hush(self) -> None:
        await self._update(no_publicity=self.drawn.random() < 0.5)

    async def join(self) -> None:
        async with self.as_ana() as tx:
            await teams.add_to_team(tx, self.house.case, self.house.luis, CaseRole.ATTORNEY)

    async def leave(self) -> None:
        async with self.as_ana() as tx:
            seat = await tx.session.scalar(
                select(TeamMember.id)
                .where(TeamMember.person_id == self.house.luis, TeamMember.until.is_(None))
                .limit(1)
            )
            if seat:
                await teams.leave_team(tx, seat)

    async def share(self) -> None:
        until = self.house.clock.now + timedelta(days=self.drawn.randint(1, 20)) if self.drawn.random() < 0.5 else None
        async with self.as_ana() as tx:
            await teams.share_case(tx, self.house.case, self.partners, until=until)

    async def stop_sharing(self) -> None:
        async with self.as_ana() as tx:
            await teams.stop_sharing(tx, self.house.case, self.partners)

    async def _an_occasion(self, tx: Transaction) -> UUID:
        actions = list((await tx.session.scalars(select(AdvocacyAction).order_by(AdvocacyAction.id))).unique())
        of = [self.house.occasion, *(one.occasion_id for one in actions)]
        return self.drawn.choice(of)

    async def invite(self) -> None:
        async with self.as_ana() as tx:
            await invitations.invite(tx, await self._an_occasion(tx), [self.drawn.choice(self.invited)])

    async def _an_invitation(self, tx: Transaction) -> Invitation | None:
        found = list((await tx.session.scalars(select(Invitation).order_by(Invitation.id))).unique())
        return self.drawn.choice(found) if found else None

    async def answer(self) -> None:
        async with self.as_ana() as tx:
            if one := await self._an_invitation(tx):
                state = self.drawn.choice([InvitationState.COMING, InvitationState.NOT_COMING])
                await invitations.answer_invitation(tx, one.id, state=state)

    async def take_back(self) -> None:
        async with self.as_ana() as tx:
            if one := await self._an_invitation(tx):
                await invitations.withdraw_invitation(tx, one.id, expected_revision=one.revision)

    async def plan(self) -> None:
        """Draft, sign off and publish an action, around the hearing or for no case."""
        of_case = self.drawn.random() < 0.7
        async with self.as_ana() as tx:
            words = {"title": self.drawn.choice(["Vigil", "Stand, together; now"]), "audiences": []}
            if of_case:
                words |= {"audiences": [ConsentAudience.SUPPORTERS], "name_form": NameForm.NONE}
            action = await advocacy.draft_action(
                tx, self.house.organization, kind=OccasionKind.VIGIL, words=words,  # type: ignore[arg-type]
                arrangements=advocacy.Arrangements(starts_at=self._day(), time_zone=NEW_YORK, codeword="BLUEBIRD"),
                case_id=self.house.case if of_case else None,
            )  # fmt: skip
        if of_case:
            async with self.house.acting(self.house.luis) as tx:
                await advocacy.sign_off_action(
                    tx, action.id, said_revision=action.said_revision, capacity=SignOffCapacity.CONSULTED
                )
        async with self.as_ana() as tx:
            now = await tx.session.get_one(AdvocacyAction, action.id)
            await advocacy.publish_action(tx, now.id, expected_revision=now.revision)

    async def release(self) -> None:
        if self.drawn.random() < 0.3:
            async with self.as_ana() as tx:
                local = self.house.clock.now.astimezone(UTC).replace(tzinfo=None) - timedelta(days=1)
                await custody.record_release(
                    tx, self.house.case, released_at=local, time_zone=NEW_YORK, reason=ReleaseReason.SUPERVISION,
                    source=Source.FAMILY,
                )  # fmt: skip

    async def check_in(self) -> None:
        async with self.as_ana() as tx:
            await check_ins.schedule_check_in(
                tx, self.house.case, starts_at=self._day(), time_zone=NEW_YORK, office="One Federal Plaza",
                meeting_point="The steps", source=Source.CLIENT,
            )  # fmt: skip

    async def rename_court(self) -> None:
        async with self.house.watching() as tx:
            (await tx.session.get_one(Court, self.house.court)).name = self.drawn.choice(["Hartford", "Hartford Court"])

    async def leave_house(self) -> None:
        """Luis's membership ends, or begins again."""
        async with self.house.watching() as tx:
            asked = select(Membership).where(Membership.person_id == self.nora)
            member = (await tx.session.scalars(asked)).one()
            hours = timedelta(hours=self.drawn.randint(1, 30))
            member.ended_at = self.house.clock.now + hours if member.ended_at is None else None

    async def later(self) -> None:
        self.house.clock.now += timedelta(hours=self.drawn.choice([1, 5, 25, 24 * 9]))

    async def earlier(self) -> None:
        """A server whose clock was set right."""
        self.house.clock.now -= timedelta(hours=self.drawn.choice([1, 3]))


async def begin(house: House, seed: int) -> Story:
    partners = new_id()
    async with house.watching() as tx:
        tx.session.add(
            Organization(id=partners, slug="neighbors", name="Neighbors", kind=OrganizationKind.COMMUNITY_GROUP)
        )
    nora = await house.a_person("Nora Nolan")
    async with house.watching() as tx:
        tx.session.add(Membership(organization_id=partners, person_id=nora, role=Role.COORDINATOR))
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    olga = await house.a_person("Olga Ortiz", PersonKind.SUPPORTER, language="es")
    async with house.acting(house.ana) as tx:
        await teams.share_case(tx, house.case, partners)
    made: dict[str, Feed] = {}

    async def subscribe(who: UUID, filter: FeedFilter, *, at: UUID = house.organization, **more: object) -> None:
        async with house.acting(who) as tx:
            made[f"{len(made)} {filter}"] = await feeds.subscribe_feed(tx, at, filter=filter, name="x", **more)  # type: ignore[arg-type]

    await subscribe(house.ana, FeedFilter.MY_CASES)
    await subscribe(house.luis, FeedFilter.MY_CASES, alarms=True, language="es")
    await subscribe(house.luis, FeedFilter.ONE_COURT, court_id=house.court)
    await subscribe(house.ana, FeedFilter.TEAM)
    await subscribe(house.ana, FeedFilter.PUBLIC_ACTIONS)
    await subscribe(nora, FeedFilter.ONE_CASE, at=partners, case_id=house.case)
    await subscribe(nora, FeedFilter.ONE_COURT, at=partners, court_id=house.court)
    for guest in (mayor, olga, house.rosa):
        await subscribe(house.ana, FeedFilter.INVITED, person_id=guest)
    return Story(house, made, nora, partners, [mayor, olga, house.rosa], random.Random(seed))


__all__ = ["GIVEN", "Story", "anew", "begin", "fetched"]
