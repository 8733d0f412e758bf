"""Advocacy: actions, sign-offs, invitations and answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.cases import Case, camel, case
from api.types.counsel import ChangedWords, CounselAnswer, Embargo, changed_words
from api.types.invitations import AnswerCounts, Invitation
from api.types.occasions import Hearing, Occasion
from api.types.paging import PageInfo
from api.types.people import Node, Organization, Person
from api.types.planned import Clash, SafetyPlan, Wording, WordWarning
from casework import disclosure, reading
from casework.access import Act, allows, standing
from casework.readiness import Need
from casework.reading.advocacy import ACTS_WITHOUT_CASE
from schema import advocacy as advocacy_rows
from schema import counsel as counsel_rows
from schema import hearings as hearing_rows
from schema import invitations as invitation_rows
from schema import public_pages as page_rows
from schema import safety_plans as safety_rows
from schema import tasks as task_rows
from schema import wordings as wording_rows
from schema.advocacy import ActionState, SignOffCapacity
from schema.consents import ConsentAudience, NameForm
from schema.invitations import InvitationState
from schema.occasions import OccasionKind
from schema.public_pages import PublicStanding

if TYPE_CHECKING:
    from api.types.work import Task

LaterTask = Annotated["Task", strawberry.lazy("api.types.work")]


@strawberry.type(description="Counsel's yes to one exact revision of what an action says.")
class SignOff(Node):
    row: strawberry.Private[advocacy_rows.SignOff]
    capacity: SignOffCapacity
    said_revision: int
    given_at: datetime
    discussed_on: date | None = strawberry.field(description="When counsel talked it over with the client.")
    current: bool = strawberry.field(description="True while it is for what the action says now.")

    @strawberry.field
    async def attorney(self, info: Info) -> Person | None:
        return await people.person(info, self.row.attorney_id)


@strawberry.type(description="What anybody may read of a published action, and where.")
class PublicPage:
    row: strawberry.Private[advocacy_rows.AdvocacyAction]

    @strawberry.field(description="Whether anybody may read it now, or what is in the way.")
    async def standing(self, info: Info) -> PublicStanding:
        clearance = await info.context.read(disclosure.action_clearance, self.row)
        now = (await info.context.reading()).now
        return disclosure.standing_in_public(
            self.row.state,
            public=ConsentAudience.PUBLIC in self.row.audiences,
            embargoed=self.row.embargo_until is not None and self.row.embargo_until > now,
            over=self.row.occasion.ends_at + disclosure.AFTERWARDS <= now,
            cleared=clearance.clear,
        )

    @strawberry.field(description="Its address, while anybody may read it. It holds no name.")
    async def url(self, info: Info) -> str | None:
        page = await self._page(info)
        shown = page is not None and await self.standing(info) is PublicStanding.SHOWN
        return f"{info.context.settings.address}/p/{page.address}" if page is not None and shown else None

    @strawberry.field(description="A poster to print, with a code that telephones read.")
    async def poster_url(self, info: Info) -> str | None:
        url = await self.url(info)
        return f"{url}/poster" if url else None

    @strawberry.field(description="BCP 47: in which language title and words are written.")
    async def language(self, info: Info) -> str:
        page = await self._page(info)
        return page.language if page is not None else "en"

    async def _page(self, info: Info) -> page_rows.PublicPage | None:
        pages = await info.context.children(page_rows.PublicPage, "action_id", self.row.id)
        return next((one for one in pages if one.ended_at is None), None)


@strawberry.type(description="One of the cases that an action is about, with its own two keys.")
class ActionCase:
    case_id: strawberry.ID | None
    short_id: str | None
    kept: bool = strawberry.field(description="The action is kept with this case, whose team plans it.")
    clear: bool
    missing: list[str] = strawberry.field(description="Each missing thing, and who can give it.")
    signed: bool | None = strawberry.field(description="Counsel of this case has said yes to these words.")
    capacity: SignOffCapacity | None = strawberry.field(description="As what whoever signs for it would.")

    @classmethod
    def of(cls, one: disclosure.OfCase) -> ActionCase:
        return cls(
            case_id=strawberry.ID(global_id("Case", one.case_id)) if one.case_id else None,
            short_id=one.short_id,
            kept=one.kept,
            clear=one.clear,
            missing=list(one.missing),
            signed=one.signed,
            capacity=one.capacity,
        )


@strawberry.type
class AdvocacyAction(Node):
    row: strawberry.Private[advocacy_rows.AdvocacyAction]
    revision: int
    kind: OccasionKind
    state: ActionState
    name_form: NameForm
    audiences: list[ConsentAudience]
    uses_photo: bool
    said_revision: int
    holds_name: bool = strawberry.field(description="Its words hold a name that may not be said any more.")
    hosts: str | None
    codeword: str | None
    embargo_until: datetime | None
    follows_hearing: bool
    published_at: datetime | None
    called_off_at: datetime | None
    languages: list[str]
    accessibility: str | None
    link: str | None = strawberry.field(description="Where to sign or to give. No money is taken here.")
    letters_due_on: date | None = strawberry.field(description="By when counsel needs the letters.")
    hearing_moved: bool = strawberry.field(
        description="Its hearing moved without it, and somebody has to say what becomes of it."
    )

    @classmethod
    def of(cls, row: advocacy_rows.AdvocacyAction) -> AdvocacyAction:
        return cls(
            id=strawberry.ID(global_id("AdvocacyAction", row.id)),
            row=row,
            revision=row.revision,
            kind=row.occasion.kind,
            state=row.state,
            name_form=row.name_form,
            audiences=[ConsentAudience(word) for word in row.audiences],
            uses_photo=row.uses_photo,
            said_revision=row.said_revision,
            holds_name=row.holds_name,
            hosts=row.hosts,
            codeword=row.codeword,
            embargo_until=row.embargo_until,
            follows_hearing=row.follows_hearing,
            published_at=row.published_at,
            called_off_at=row.called_off_at,
            languages=row.languages,
            accessibility=row.accessibility,
            link=row.link,
            letters_due_on=row.letters_due_on,
            hearing_moved=row.hearing_stood is not None,
        )

    @strawberry.field(description="Of an action about several cases: for whoever reads the one it is kept with.")
    async def calling_off_reason(self, info: Info) -> str | None:
        if self.row.of_several and await info.context.seat(self.row.case_id) is None:
            return None
        return self.row.calling_off_reason

    @strawberry.field(description="Who speaks.")
    async def spokespeople(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "spokespeople")

    @strawberry.field
    async def press_contact(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "press_contact")

    @strawberry.field(description="Minute by minute.")
    async def run_of_show(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "run_of_show")

    @strawberry.field(description="The actor belongs to the organization that plans it, and reads its safety plan.")
    async def planned_by_us(self, info: Info) -> bool:
        return self.row.organization_id in (await info.context.read(standing)).organizations()

    @strawberry.field
    async def safety_plan(self, info: Info) -> SafetyPlan | None:
        found = await info.context.children(safety_rows.SafetyPlan, "action_id", self.row.id)
        return SafetyPlan.of(found[0]) if found else None

    @strawberry.field(description="Talking points and advisories, each in one language.")
    async def wordings(self, info: Info) -> list[Wording]:
        found = await info.context.children(wording_rows.Wording, "action_id", self.row.id)
        return [Wording.of(one) for one in found if one.body is not None]

    @strawberry.field
    async def tasks(self, info: Info) -> list[LaterTask]:
        from api.types.work import Task

        return [
            await Task.of(info, row) for row in await info.context.children(task_rows.Task, "action_id", self.row.id)
        ]

    @strawberry.field(description="What those who plan it have still to do. It stands in nobody's way.")
    async def unready(self, info: Info) -> list[Need]:
        return list(await info.context.read(reading.unready, self.row))

    @strawberry.field(description="What in its texts may give too much away, as far as these eyes may know it.")
    async def warnings(self, info: Info) -> list[WordWarning]:
        return [WordWarning.of(one) for one in await info.context.read(reading.warnings, self.row)]

    @strawberry.field(description="Where officials who are asked to it are asked at that hour as well.")
    async def clashes(self, info: Info) -> list[Clash]:
        return [Clash.of(one) for one in await info.context.read(reading.clashes, self.row.occasion_id)]

    @strawberry.field
    async def title(self, info: Info) -> str:
        return await info.context.opened(self.row, "title") or ""

    @strawberry.field
    async def statement(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "statement")

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field(
        description="Where it is about several cases: what each still needs. One that the actor does not read has no"
        " name here."
    )
    async def cases(self, info: Info) -> list[ActionCase]:
        return [ActionCase.of(one) for one in await info.context.read(disclosure.cases_of_action, self.row)]

    @strawberry.field
    async def hearing(self, info: Info) -> Hearing | None:
        row = await info.context.row(hearing_rows.Hearing, self.row.hearing_id)
        return Hearing.of(row) if row else None

    @strawberry.field
    async def occasion(self) -> Occasion:
        return Occasion.of(self.row.occasion)

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field
    async def lead(self, info: Info) -> Person | None:
        return await people.person(info, self.row.lead_id)

    @strawberry.field(description="What must still be given before it may be published, each naming who can give it.")
    async def missing(self, info: Info) -> list[str]:
        if self.row.state in (ActionState.CALLED_OFF, ActionState.DONE):
            return []
        asked = disclosure.publishing_clearance if self.row.state is ActionState.DRAFT else disclosure.action_clearance
        clearance = await info.context.read(asked, self.row)
        return list(clearance.missing)

    @strawberry.field
    async def sign_offs(self, info: Info) -> list[SignOff]:
        rows = await info.context.children(advocacy_rows.SignOff, "action_id", self.row.id)
        return [
            SignOff(
                id=strawberry.ID(global_id("SignOff", row.id)),
                row=row,
                capacity=row.capacity,
                said_revision=row.said_revision,
                given_at=row.given_at,
                discussed_on=row.discussed_on,
                current=row.said_revision == self.row.said_revision and row.withdrawn_at is None,
            )
            for row in rows
        ]

    @strawberry.field(description="Counsel's answers besides a yes, the latest first.")
    async def counsel_answers(self, info: Info) -> list[CounselAnswer]:
        rows = await info.context.children(counsel_rows.CounselAnswer, "action_id", self.row.id, "-id")
        return [CounselAnswer.of(row) for row in rows]

    @strawberry.field(description="Null: nothing changed since a sign-off, or there was none.")
    async def changed_since_sign_off(self, info: Info) -> ChangedWords | None:
        return await changed_words(info, self.row)

    @strawberry.field(description="What stays untold still, and until when.")
    async def embargoes(self, info: Info) -> list[Embargo]:
        now = (await info.context.reading()).now
        return [Embargo(**one) for one in disclosure.embargoes_said(self.row, now)]

    @strawberry.field
    async def invitations(self, info: Info) -> list[Invitation]:
        return [Invitation.of(row) for row in await self._invited(info)]

    @strawberry.field
    async def answers(self, info: Info) -> AnswerCounts:
        rows = await self._invited(info)
        # Of those whose clock has run a head-count is left.
        left: dict[str, int] = self.row.occasion.turnout or {}

        def count(state: InvitationState) -> int:
            return sum(row.state is state for row in rows) + left.get(state.value, 0)

        return AnswerCounts(
            asked=sum(row.state is not InvitationState.WITHDRAWN for row in rows) + left.get("asked", 0),
            coming=count(InvitationState.COMING),
            maybe=count(InvitationState.MAYBE),
            not_coming=count(InvitationState.NOT_COMING),
            heads=sum(row.party_size or 1 for row in rows if row.state is InvitationState.COMING)
            + left.get("heads", 0),
            came=sum(row.came or 0 for row in rows) + left.get("came", 0),
        )

    @strawberry.field
    async def public_page(self) -> PublicPage:
        return PublicPage(row=self.row)

    @strawberry.field
    async def may(self, info: Info) -> list[str]:
        if self.row.case_id is None:
            return [camel(act.name) for act in ACTS_WITHOUT_CASE]
        seat = await info.context.seat(self.row.case_id)
        return [camel(act.name) for act in Act if seat and allows(seat, act)]

    async def _invited(self, info: Info) -> list[invitation_rows.Invitation]:
        return await info.context.children(invitation_rows.Invitation, "occasion_id", self.row.occasion_id)


@strawberry.type
class AdvocacyActionEdge:
    node: AdvocacyAction
    cursor: str


@strawberry.type
class AdvocacyActionConnection:
    edges: list[AdvocacyActionEdge]
    page_info: PageInfo


async def kept_actions(info: Info, case_id: UUID) -> list[AdvocacyAction]:
    """Actions that are kept with a case."""
    rows = await info.context.children(advocacy_rows.AdvocacyAction, "case_id", case_id, "-id")
    return [AdvocacyAction.of(row) for row in rows]


async def shared_actions(info: Info, case_id: UUID) -> list[AdvocacyAction]:
    """Actions that are about a case and kept with another."""
    added = await info.context.children(advocacy_rows.FurtherCase, "case_id", case_id)
    ids = sorted({one.action_id for one in added if one.taken_off_at is None}, reverse=True)
    found = [await info.context.row(advocacy_rows.AdvocacyAction, one) for one in ids]
    return [AdvocacyAction.of(row) for row in found if row]
