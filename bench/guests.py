"""People in a group's address book, asked to its actions of no case, with a letter due to each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import insert, select

from casework import actors, advocacy, invitations, people
from casework.transaction import Database, Transaction
from schema.base import new_id
from schema.consents import ConsentAudience, NameForm
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionKind
from schema.people import Channel, Person, PersonKind


async def add_guests(tx: Transaction, group: UUID, count: int) -> dict[str, UUID]:
    """So many supporters of a group, by their addresses."""
    asked: dict[str, UUID] = {}
    for number in range(count):
        address = f"guest{number}@storm.test"
        guest = await people.add_person(
            tx, group, kind=PersonKind.SUPPORTER, name=f"Guest{number} Number", email=address, confirmed=True
        )
        asked[address] = guest.id
    return asked


async def add_guests_by_telephone(tx: Transaction, group: UUID, count: int) -> dict[str, UUID]:
    """So many more who have a telephone and nothing else, by its number. It may ring at any hour."""
    asked: dict[str, UUID] = {}
    for number in range(count):
        telephone = f"+1203{2_000_000 + number}"
        guest = await people.add_person(
            tx, group, kind=PersonKind.SUPPORTER, name=f"Caller{number} Number", phone=telephone, confirmed=True
        )
        guest.quiet_from = guest.quiet_until = time(0)
        asked[telephone] = guest.id
    return asked


async def ask_to_actions(
    database: Database, group: UUID, lead: UUID, guests: Sequence[UUID], actions: int, each: int,
    *, by_telephone: Collection[UUID] = (),
) -> list[UUID]:  # fmt: skip
    """So many vigils of a group, each with so many of the guests in turns, who are written to at once: by mail, and
    some ``by_telephone``. Returns the occasions.
    """
    occasions: list[UUID] = []
    for number in range(actions):
        day = datetime.now(UTC) + timedelta(days=20 + number % 60)
        theirs = [guests[(number * each + one) % len(guests)] for one in range(each)]
        async with database.transaction(actors.Person(lead)) as tx:
            action = await advocacy.draft_action(
                tx, group, kind=OccasionKind.VIGIL,
                words={"title": f"Vigil {number}", "name_form": NameForm.NONE,
                       "audiences": [ConsentAudience.SUPPORTERS]},
                arrangements={"starts_at": datetime(day.year, day.month, day.day, 18), "time_zone": "America/New_York",
                              "place_name": "The Green", "lead_id": lead},
            )  # fmt: skip
            await advocacy.publish_action(tx, action.id, expected_revision=action.revision)
            occasion = await tx.session.get_one(Occasion, action.occasion_id)
            occasions.append(occasion.id)
            tokens: set[str] = set()
            made = [
                invitations.ask(tx, occasion, guest, Audience.SUPPORTER, tokens)
                for guest in await tx.session.scalars(select(Person).where(Person.id.in_(theirs)))
            ]
            await tx.session.flush()
            await tx.session.execute(
                insert(Notice),
                [
                    {
                        "id": new_id(), "organization_id": group, "occasion_id": occasion.id,
                        "invitation_id": one.id, "person_id": one.person_id, "audience": Audience.SUPPORTER,
                        "channel": Channel.SMS if one.person_id in by_telephone else Channel.EMAIL,
                        "kind": LetterKind.INVITATION, "due_at": tx.now,
                        "useless_after": occasion.starts_at, "sequence": occasion.sequence,
                        "state": NoticeState.PLANNED,
                    }
                    for one in made
                ],
            )  # fmt: skip
    return occasions


__all__ = ["add_guests", "add_guests_by_telephone", "ask_to_actions"]
