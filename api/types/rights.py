"""Detainers, incidents, family preparedness, and Connecticut's law about them. For the legal team alone."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from casework import connecticut
from casework.connecticut import AtCourt
from casework.reading.rights import MOST, SEEN_OF_INCIDENTS
from schema import cases as case_rows
from schema import detainers as detainer_rows
from schema import incidents as incident_rows
from schema import preparedness as preparedness_rows
from schema.detainers import DETAINER_SEALED, CopyGiven, DetainerForm, DetainerGround, DetainerRecord, WarrantPaper
from schema.incidents import FollowUpKind, FollowUpState, IncidentKind, IncidentReaders
from schema.preparedness import PreparednessItem
from schema.reference.connecticut import LawRead, TrustAct


@strawberry.type(description="One version of the Trust Act (CGS 54-192h), as of the day on which a detainer came.")
class TrustActVersion:
    code: str
    citation: str
    in_force_from: date
    in_force_until: date | None = strawberry.field(description="The last day. Null: it is in force.")
    read: LawRead = strawberry.field(description="How far the text was checked.")
    says: str
    says_es: str
    grounds: list[DetainerGround]
    added_offenses: int = strawberry.field(description="How many offenses it added as a ground.")
    added_offenses_read: LawRead | None = strawberry.field(description="How far the list of those was checked.")

    @classmethod
    def of(cls, version: TrustAct) -> TrustActVersion:
        return cls(
            code=version.code,
            citation=version.citation,
            in_force_from=version.in_force_from,
            in_force_until=version.in_force_until,
            read=version.read,
            says=version.says,
            says_es=version.says_es,
            grounds=list(version.grounds),
            added_offenses=version.added_offenses,
            added_offenses_read=version.added_offenses_read,
        )


@strawberry.type(description="When a detainer's 48 hours end, and how that was counted: for attorney review.")
class DetainerExpiry:
    counted_from: datetime
    from_receipt: bool = strawberry.field(
        description="Counted from the receipt, the earliest, because nobody knows from when they are held on it alone."
    )
    at: datetime
    not_counted: list[date] = strawberry.field(description="Saturdays, Sundays and federal holidays on the way.")
    citation: str

    @classmethod
    def of(cls, counted: connecticut.Expiry) -> DetainerExpiry:
        return cls(
            counted_from=counted.counted_from,
            from_receipt=counted.from_receipt,
            at=counted.at,
            not_counted=list(counted.not_counted),
            citation=connecticut.HOURS_CITATION,
        )


@strawberry.type(description="What an agency recorded of a detainer. The police decide, not we: there is no verdict.")
class Detainer(Node):
    row: strawberry.Private[detainer_rows.Detainer]
    revision: int
    form: DetainerForm
    received_at: datetime
    time_zone: str
    held_on_it_from: datetime | None
    copy: CopyGiven
    copy_given_at: datetime | None
    copy_language: str | None
    recorded: DetainerRecord
    ground: DetainerGround | None
    warrant: WarrantPaper | None
    reviewed_at: datetime | None
    written_at: datetime

    @classmethod
    def of(cls, row: detainer_rows.Detainer) -> Detainer:
        return cls(
            id=strawberry.ID(global_id("Detainer", row.id)),
            row=row,
            revision=row.revision,
            form=row.form,
            received_at=row.received_at,
            time_zone=row.time_zone,
            held_on_it_from=row.held_on_it_from,
            copy=row.copy,
            copy_given_at=row.copy_given_at,
            copy_language=row.copy_language,
            recorded=row.recorded,
            ground=row.ground,
            warrant=row.warrant,
            reviewed_at=row.reviewed_at,
            written_at=row.created_at,
        )

    @strawberry.field
    async def agency(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "agency")

    @strawberry.field
    async def form_edition(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "form_edition")

    @strawberry.field(description="What was shown: who signed, which match, which statute and class.")
    async def shown(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "shown")

    @strawberry.field(description="Who reports that the agency gave immigration authorities access.")
    async def report_line(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "report_line")

    @strawberry.field
    async def follow_up(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "follow_up")

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def reviewed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.reviewed_by_id)

    @strawberry.field(description="The version of the Trust Act that was applied.")
    async def statute(self) -> TrustActVersion:
        version = connecticut.trust_act(self.row.received_at)
        if version is None:
            raise LookupError("A detainer from before the Trust Act.")
        return TrustActVersion.of(version)

    @strawberry.field
    async def expiry(self) -> DetainerExpiry:
        row = self.row
        return DetainerExpiry.of(connecticut.expiry(row.received_at, row.held_on_it_from, row.time_zone))


@strawberry.type(description="Something is or was at a state courthouse: the rule on civil arrests there, on that day.")
class CourthouseRule:
    court: str
    code: str
    citation: str
    in_force_from: date
    in_force_until: date | None
    read: LawRead = strawberry.field(description="How far the text was checked.")
    says: str
    says_es: str

    @classmethod
    def of(cls, found: AtCourt | None) -> CourthouseRule | None:
        if found is None:
            return None
        rule = found.rule
        return cls(
            court=found.court.label,
            code=rule.code,
            citation=rule.citation,
            in_force_from=rule.in_force_from,
            in_force_until=rule.in_force_until,
            read=rule.read,
            says=rule.says,
            says_es=rule.says_es,
        )


@strawberry.type(description="One referral or request about an incident.")
class IncidentFollowUp(Node):
    row: strawberry.Private[incident_rows.IncidentFollowUp]
    revision: int
    kind: FollowUpKind
    sent_on: date
    due_on: date | None
    state: FollowUpState
    answered_on: date | None

    @classmethod
    def of(cls, row: incident_rows.IncidentFollowUp) -> IncidentFollowUp:
        return cls(
            id=strawberry.ID(global_id("IncidentFollowUp", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            sent_on=row.sent_on,
            due_on=row.due_on,
            state=row.state,
            answered_on=row.answered_on,
        )

    @strawberry.field
    async def to_whom(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "to_whom")

    @strawberry.field
    async def answer(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "answer")

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)


@strawberry.type(description="What was done to a client that may have violated a right.")
class Incident(Node):
    row: strawberry.Private[incident_rows.Incident]
    revision: int
    kind: IncidentKind
    seen_by: IncidentReaders
    happened_at: datetime
    time_zone: str
    hour_known: bool
    ended_at: datetime | None
    written_at: datetime

    @classmethod
    def of(cls, row: incident_rows.Incident) -> Incident:
        return cls(
            id=strawberry.ID(global_id("Incident", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            seen_by=row.seen_by,
            happened_at=row.happened_at,
            time_zone=row.time_zone,
            hour_known=row.hour_known,
            ended_at=row.ended_at,
            written_at=row.created_at,
        )

    @strawberry.field
    async def what(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "what")

    @strawberry.field
    async def place(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "place")

    @strawberry.field(description="The state courthouse where it was.")
    async def state_court(self) -> str | None:
        court = connecticut.court_of_code(self.row.state_court)
        return court.label if court else None

    @strawberry.field
    async def courthouse_rule(self) -> CourthouseRule | None:
        court = connecticut.court_of_code(self.row.state_court)
        return CourthouseRule.of(connecticut.at_court(court, self.row.happened_at))

    @strawberry.field
    async def witnesses(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "witnesses")

    @strawberry.field(description="Where it lies: files are kept elsewhere.")
    async def evidence(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "evidence")

    @strawberry.field
    async def outcome(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "outcome")

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def follow_ups(self, info: Info) -> list[IncidentFollowUp]:
        rows = await info.context.children(incident_rows.IncidentFollowUp, "incident_id", self.row.id, "sent_on", "id")
        return [IncidentFollowUp.of(row) for row in rows[:MOST]]


@strawberry.type(description="One preparation that a family has made: a tick and a day, and no word more.")
class PreparednessTick:
    row: strawberry.Private[preparedness_rows.PreparednessTick]
    item: PreparednessItem
    done_on: date
    ticked_at: datetime

    @classmethod
    def of(cls, row: preparedness_rows.PreparednessTick) -> PreparednessTick:
        assert row.done_on is not None  # noqa: S101 -- only ticks that stand are shown
        return cls(row=row, item=row.item, done_on=row.done_on, ticked_at=row.ticked_at)

    @strawberry.field
    async def ticked_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.ticked_by_id)


@strawberry.type
class RightsOfCase(OfCase):
    """Detainers, incidents, and what the family has prepared."""

    @strawberry.field(description="For the legal team.")
    async def detainers(self, info: Info) -> list[Detainer]:
        rows = await info.context.children(detainer_rows.Detainer, "case_id", self.row.id, "-received_at", "-id")
        if rows:
            await self.viewed(info, detainer_rows.Detainer, list(DETAINER_SEALED))
        return [Detainer.of(row) for row in rows[:MOST]]

    @strawberry.field(description="For the legal team; those that are kept for counsel for counsel alone.")
    async def incidents(self, info: Info) -> list[Incident]:
        rows = await info.context.children(incident_rows.Incident, "case_id", self.row.id, "-happened_at", "-id")
        if rows:
            await self.viewed(info, incident_rows.Incident, list(SEEN_OF_INCIDENTS))
        return [Incident.of(row) for row in rows[:MOST]]

    @strawberry.field(description="What the family has prepared, for the legal team.")
    async def preparedness(self, info: Info) -> list[PreparednessTick]:
        rows = await info.context.children(preparedness_rows.PreparednessTick, "case_id", self.row.id)
        standing = [row for row in rows if row.done_on is not None]
        if standing:
            await self.viewed(info, preparedness_rows.PreparednessTick, ["done_on"])
        return [PreparednessTick.of(row) for row in standing]

    @strawberry.field(description="The arrest was at a state courthouse. For the legal team.")
    async def courthouse_arrest(self, info: Info) -> CourthouseRule | None:
        intake = await info.context.row(case_rows.Intake, self.row.id) if await self.legal(info) else None
        if intake is None or intake.arrest_place is None:
            return None
        await self.viewed(info, case_rows.Intake, ["arrest_place"])
        court = connecticut.court_in(await info.context.opened(intake, "arrest_place"))
        return CourthouseRule.of(connecticut.at_court(court, intake.arrested_at))
