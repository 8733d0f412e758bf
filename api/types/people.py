"""People and organizations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import words as words
from casework import comparisons, reading
from schema import absences as absence_rows
from schema import attorneys as attorney_rows
from schema import date_checks as date_check_rows
from schema import duty as duty_rows
from schema import organizations as organization_rows
from schema import people as person_rows
from schema import people_lists as list_rows
from schema import retention as retention_rows
from schema import saved_views as view_rows
from schema.attorneys import Accreditation, HalfDay, Qualification
from schema.organizations import OrganizationKind, Role
from schema.people import Channel, PersonKind
from schema.proceedings import ProceedingKind

if TYPE_CHECKING:
    from api.types.attendance import PeopleList
    from api.types.board import SavedView
    from api.types.changes import DutyTurn
    from api.types.date_checks import Shift
    from api.types.keeping import LegalHold, Sweep
    from api.types.outcomes import WhatHappened
    from api.types.verification import DateToCheck

#: Found at run time, because a hold is placed and a shift is started by a person.
LaterList = Annotated["PeopleList", strawberry.lazy("api.types.attendance")]
LaterView = Annotated["SavedView", strawberry.lazy("api.types.board")]
LaterHold = Annotated["LegalHold", strawberry.lazy("api.types.keeping")]
LaterSweep = Annotated["Sweep", strawberry.lazy("api.types.keeping")]
LaterToCheck = Annotated["DateToCheck", strawberry.lazy("api.types.verification")]
LaterHappened = Annotated["WhatHappened", strawberry.lazy("api.types.outcomes")]
LaterTurn = Annotated["DutyTurn", strawberry.lazy("api.types.changes")]
LaterShift = Annotated["Shift", strawberry.lazy("api.types.date_checks")]


@strawberry.interface(description="Anything with an id of its own.")
class Node:
    id: strawberry.ID


@strawberry.type
class Organization(Node):
    row: strawberry.Private[organization_rows.Organization]
    slug: str
    name: str
    kind: OrganizationKind
    phone: str | None
    time_zone: str

    @classmethod
    def of(cls, row: organization_rows.Organization) -> Organization:
        return cls(
            id=strawberry.ID(global_id("Organization", row.id)),
            row=row,
            slug=row.slug,
            name=row.name,
            kind=row.kind,
            phone=row.phone,
            time_zone=row.time_zone,
        )

    @strawberry.field
    async def members(self, info: Info) -> list[Membership]:
        rows = await info.context.children(organization_rows.Membership, "organization_id", self.row.id)
        return [Membership(row=row, role=row.role, supervised=row.supervised) for row in rows if row.ended_at is None]

    @strawberry.field(description="Lists of its address book: people who are asked together.")
    async def people_lists(self, info: Info) -> list[LaterList]:
        from api.types.attendance import PeopleList as ListType

        rows = await info.context.children(list_rows.PeopleList, "organization_id", self.row.id)
        standing = [row for row in rows if row.removed_at is None]
        return [ListType.of(row) for row in sorted(standing, key=lambda row: (row.name.lower(), row.id))]

    @strawberry.field(description="Views of the board: the viewer's own, and those shared with the organization.")
    async def saved_views(self, info: Info) -> list[LaterView]:
        from api.types.board import SavedView as ViewType

        rows = await info.context.children(view_rows.SavedView, "organization_id", self.row.id)
        standing = [row for row in rows if row.removed_at is None]
        return [ViewType.of(row) for row in sorted(standing, key=lambda row: (row.name.lower(), row.id))]

    @strawberry.field(description="Legal holds that stand: for those who work on what they cover, and for admins.")
    async def holds(self, info: Info) -> list[LaterHold]:
        from api.types.keeping import LegalHold as HoldType

        rows = await info.context.children(retention_rows.LegalHold, "organization_id", self.row.id)
        return [HoldType.of(row) for row in rows if row.lifted_at is None]

    @strawberry.field(description="For its admins: how long each kind of record is kept, and how the last sweep went.")
    async def sweeps(self, info: Info) -> list[LaterSweep]:
        from api.types.keeping import Sweep as SweepType

        rows = await info.context.children(retention_rows.Sweep, "organization_id", self.row.id, "kind")
        return [SweepType.of(row) for row in rows]

    @strawberry.field(description="The last fifty of its date checkers' shifts, for whoever looks after them.")
    async def shifts(self, info: Info) -> list[LaterShift]:
        from api.types.date_checks import Shift as ShiftType

        rows = await info.context.children(date_check_rows.Shift, "organization_id", self.row.id, "-ends_at", "id")
        return [ShiftType.of(row) for row in rows[:50]]

    @strawberry.field(description="Who is on duty from now on, turn by turn; for everybody who works there.")
    async def duty_rota(self, info: Info) -> list[LaterTurn]:
        from api.types.changes import DutyTurn as TurnType

        now = (await info.context.reading()).now
        rows = await info.context.children(duty_rows.DutyTurn, "organization_id", self.row.id, "starts_at", "id")
        return [TurnType.of(row) for row in rows if row.ends_at > now and row.replaced_at is None][:400]

    @strawberry.field(description="For its coordinators: fifty dates to be checked next, the riskiest first, and why.")
    async def dates_to_check(self, info: Info) -> list[LaterToCheck]:
        from api.types.occasions import Hearing as HearingType
        from api.types.verification import DateToCheck as ToCheckType

        rows = await info.context.read(reading.dates_to_check, self.row.id)
        return [ToCheckType(hearing=HearingType.of(row), because=why) for row, why in rows]

    @strawberry.field(
        description="What happened at its hearings in each of the last eight quarters that were told, the last first."
        " For its coordinators, admins and legal team."
    )
    async def what_happened(self, info: Info) -> list[LaterHappened]:
        from api.types.outcomes import WhatHappened as HappenedType

        found = await info.context.read(comparisons.what_happened, self.row.id)
        return [HappenedType.of(one) for one in found]


@strawberry.type
class Membership:
    row: strawberry.Private[organization_rows.Membership]
    role: Role
    supervised: bool

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await organization(info, self.row.organization_id)

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await person(info, self.row.person_id)


@strawberry.type(description="Someone the house writes to, or who signs in.")
class Person(Node):
    row: strawberry.Private[person_rows.Person]
    revision: int
    kind: PersonKind
    office: str | None
    language: str
    time_zone: str | None
    channels: list[Channel] = strawberry.field(description="Those they wish, the dearest first; none: as usual.")
    quiet_from: str | None = strawberry.field(description="Nothing rings from then, by their clock. Null: 21:00.")
    quiet_until: str | None
    wake_for_changes: bool | None = strawberry.field(description="A change may ring all the same. Null: of staff.")
    morning_digest: bool | None = strawberry.field(
        description="They are sent the letter of the morning. Null: whoever coordinates is."
    )

    @classmethod
    def of(cls, row: person_rows.Person) -> Person:
        return cls(
            id=strawberry.ID(global_id("Person", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            office=row.office,
            language=row.language,
            time_zone=row.time_zone,
            channels=[Channel(one) for one in row.channels],
            quiet_from=f"{row.quiet_from:%H:%M}" if row.quiet_from else None,
            quiet_until=f"{row.quiet_until:%H:%M}" if row.quiet_until else None,
            wake_for_changes=row.wake_for_changes,
            morning_digest=row.morning_digest,
        )

    @strawberry.field
    async def name(self, info: Info) -> str:
        return await info.context.opened(self.row, "name") or ""

    @strawberry.field(description="Only for those who look after the person.")
    async def contacts(self, info: Info) -> list[Contact]:
        rows = await info.context.children(person_rows.Contact, "person_id", self.row.id)
        if rows:
            await info.context.viewed(
                person_rows.Contact, self.row.id, ["address"], organization_id=self.row.organization_id
            )
        return [await Contact.of(info, row) for row in rows]

    @strawberry.field
    async def scheduler_for(self, info: Info) -> Person | None:
        return await person(info, self.row.scheduler_for_id)

    @strawberry.field
    async def attorney(self, info: Info) -> Attorney | None:
        row = await info.context.row(attorney_rows.Attorney, self.row.id)
        return Attorney.of(row) if row else None


@strawberry.type
class Contact:
    id: strawberry.ID
    channel: Channel
    address: str
    stopped: bool
    bounced: bool

    @classmethod
    async def of(cls, info: Info, row: person_rows.Contact) -> Contact:
        return cls(
            id=strawberry.ID(global_id("Contact", row.id)),
            channel=row.channel,
            address=await info.context.opened(row, "address") or "",
            stopped=row.stopped_at is not None,
            bounced=row.bounced_at is not None,
        )


@strawberry.type(description="Days on which somebody is away, both counted. Never why.")
class Absence(Node):
    first_day: date
    last_day: date

    @classmethod
    def of(cls, row: absence_rows.Absence) -> Absence:
        return cls(id=strawberry.ID(global_id("Absence", row.id)), first_day=row.first_day, last_day=row.last_day)


@strawberry.type(description="What somebody is before courts, where they may appear, what they speak and take on.")
class Attorney:
    row: strawberry.Private[attorney_rows.Attorney]
    revision: int
    qualification: Qualification
    bar_states: list[str]
    good_standing: bool
    eoir_registered: bool
    accreditation: Accreditation | None
    accredited_until: date | None
    statement_filed: bool
    admitted_courts: list[str]
    languages: list[str]
    open_to_offers: bool
    most_cases: int | None
    hours_a_month: int | None
    places: list[str]
    remote: bool
    interests: list[ProceedingKind]
    wants_mentor: bool
    half_days: list[HalfDay] = strawberry.field(
        description="When they can come to a hearing. Empty: they have not said."
    )

    @classmethod
    def of(cls, row: attorney_rows.Attorney) -> Attorney:
        said = {
            name: getattr(row, name)
            for name in (
                "revision", "qualification", "bar_states", "good_standing", "eoir_registered", "accreditation",
                "accredited_until", "statement_filed", "admitted_courts", "languages", "open_to_offers", "most_cases",
                "hours_a_month", "places", "remote", "wants_mentor",
            )
        }  # fmt: skip
        return cls(
            row=row,
            interests=[ProceedingKind(one) for one in row.interests],
            half_days=[HalfDay(one) for one in row.half_days],
            **said,
        )

    @strawberry.field(
        description="Days away that are not over, the next first: for their own organization, and whoever offers cases."
    )
    async def absences(self, info: Info) -> list[Absence]:
        rows = await info.context.children(absence_rows.Absence, "person_id", self.row.person_id, "first_day", "id")
        today = (await info.context.reading()).now.date()
        return [Absence.of(row) for row in rows if row.last_day >= today]

    @strawberry.field(description="Who supervises a student or graduate.")
    async def supervisor(self, info: Info) -> Person | None:
        return await person(info, self.row.supervisor_id)

    @strawberry.field
    async def mentor(self, info: Info) -> Person | None:
        return await person(info, self.row.mentor_id)

    @strawberry.field(description="Who answers whether a client conflicts with theirs. Null: they themselves.")
    async def conflicts_contact(self, info: Info) -> Person | None:
        return await person(info, self.row.conflicts_contact_id)


async def person(info: Info, person_id: UUID | None) -> Person | None:
    row = await info.context.row(person_rows.Person, person_id)
    return Person.of(row) if row else None


async def shown(info: Info, person_id: UUID) -> Person:
    """Somebody after an act on them. Raises :class:`LookupError` where they are out of sight then."""
    found = await person(info, person_id)
    if found is None:
        raise LookupError("The person is out of sight after the act.")
    return found


async def organization(info: Info, organization_id: UUID) -> Organization | None:
    row = await info.context.row(organization_rows.Organization, organization_id)
    return Organization.of(row) if row else None
