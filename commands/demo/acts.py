"""The acts of the diary: each the call of one verb, with the case's ids remembered between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from casework import (
    advocacy,
    assignments,
    check_ins,
    clearance,
    conflicts,
    consents,
    custody,
    intake,
    invitations,
    notes,
    people_lists,
    reading,
    seats,
    tasks,
    teams,
)
from casework.cases import CaseChanges, close_case, update_case
from casework.consents import Answers, How
from casework.identities import Known
from casework.intake import Report
from casework.transaction import Transaction
from commands.demo.in_court import InCourt
from commands.demo.story import HERE, Act
from schema.advocacy import AdvocacyAction, SignOffCapacity
from schema.assignments import Assignment, Scope
from schema.cases import Case, Priority
from schema.check_ins import SupervisionKind
from schema.conflicts import ConflictSheet, SheetAnswer
from schema.consents import ConsentAudience, GivenBy, NameForm, Purpose
from schema.counsel import CounselSaid
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.invitations import InvitationState
from schema.occasions import OccasionKind
from schema.teams import CaseRole


@dataclass
class Told(InCourt):
    """One case as the story tells it. The methods make acts for the diary; ids are known once they happened."""

    offers: dict[str, UUID] = field(default_factory=dict)
    sheets: dict[str, UUID] = field(default_factory=dict)
    actions: dict[str, UUID] = field(default_factory=dict)
    asked: dict[tuple[str, str], UUID] = field(default_factory=dict)

    def taken_in(
        self,
        known: Known,
        public_name: str | None,
        language: str,
        report: Report,
        *,
        minor: bool = False,
        priority: Priority = Priority.ROUTINE,
        no_publicity: bool = False,
    ) -> Act:
        async def act(tx: Transaction) -> None:
            case = await intake.take_in_case(
                tx,
                self.organization,
                known=known,
                public_name=public_name,
                language=language,
                minor=minor,
                report=report,
                priority=priority,
                no_publicity=no_publicity,
            )
            self.id = case.id

        return act

    def changed(self, changes: CaseChanges) -> Act:
        async def act(tx: Transaction) -> None:
            case = await tx.session.get_one(Case, self.id)
            await update_case(tx, self.id, changes, expected_revision=case.revision)

        return act

    def looked_for(self, source: Source = Source.LOCATOR) -> Act:
        """Looked for, and not found."""
        return lambda tx: custody.record_custody(tx, self.id, source=source, found=False)

    def held(self, facility: str, since: datetime | None, source: Source = Source.LOCATOR) -> Act:
        place = PlaceOfCustody.HOLD_ROOM if facility.endswith("HOLD") else PlaceOfCustody.FACILITY
        return lambda tx: custody.record_custody(
            tx, self.id, place=place, facility_id=self.story.facilities[facility], since=since, source=source
        )

    def moved(self, facility: str, arrived: datetime | None, source: Source = Source.LOCATOR) -> Act:
        return lambda tx: custody.record_transfer(
            tx,
            self.id,
            facility_id=self.story.facilities[facility],
            arrived_at=arrived,
            source=source,
            confidence=Confidence.ONE_SOURCE,
        )

    def released(self, at: datetime, reason: ReleaseReason, time_zone: str = HERE) -> Act:
        return lambda tx: custody.record_release(
            tx, self.id, released_at=at, time_zone=time_zone, reason=reason, source=Source.COUNSEL
        )

    def supervised(self, kind: SupervisionKind, since: datetime, terms: str) -> Act:
        return lambda tx: check_ins.record_supervision(
            tx, self.id, kind=kind, began_at=since, time_zone=HERE, terms=terms, source=Source.COUNSEL
        )

    def checks_in(self, at: datetime, office: str, meeting_point: str) -> Act:
        return lambda tx: check_ins.schedule_check_in(
            tx, self.id, starts_at=at, time_zone=HERE, office=office, meeting_point=meeting_point, source=Source.CLIENT
        )

    def offered(self, attorney: str, blurb: str, scope: Scope = Scope.ALL) -> Act:
        async def act(tx: Transaction) -> None:
            made = await assignments.offer_assignment(tx, self.id, self.story.who[attorney], scope=scope, blurb=blurb)
            self.offers[attorney] = made.id

        return act

    def accepted(self, attorney: str) -> Act:
        async def act(tx: Transaction) -> None:
            offer = await tx.session.get_one(Assignment, self.offers[attorney])
            await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)

        return act

    def declined(self, attorney: str, reason: str) -> Act:
        async def act(tx: Transaction) -> None:
            offer = await tx.session.get_one(Assignment, self.offers[attorney])
            await assignments.decline_assignment(tx, offer.id, expected_revision=offer.revision, reason=reason)

        return act

    def appeared(self, attorney: str, *, engaged: date | None = None, entered: date | None = None) -> Act:
        """The letter was signed; a form was entered in each proceeding that is open by then."""

        async def act(tx: Transaction) -> None:
            offer = await tx.session.get_one(Assignment, self.offers[attorney])
            if engaged:
                await assignments.record_appearance(tx, offer.id, expected_revision=offer.revision, engaged_on=engaged)
            for proceeding_id in self.proceedings.values() if entered else ():
                await assignments.record_appearance(
                    tx, offer.id, expected_revision=offer.revision, entered_on=entered, proceeding_id=proceeding_id
                )

        return act

    def checked(self, attorney: str, *, relatives: Sequence[str] = (), employers: Sequence[str] = ()) -> Act:
        """A conflict sheet goes to the attorney's one contact."""

        async def act(tx: Transaction) -> None:
            offer = await tx.session.get_one(Assignment, self.offers[attorney])
            sheet = await conflicts.send_conflict_sheet(
                tx, offer.id, expected_revision=offer.revision, relatives=relatives, employers=employers
            )
            self.sheets[attorney] = sheet.id

        return act

    def cleared(self, attorney: str) -> Act:
        async def act(tx: Transaction) -> None:
            sheet = await tx.session.get_one(ConflictSheet, self.sheets[attorney])
            await conflicts.answer_conflict_sheet(
                tx, sheet.id, expected_revision=sheet.revision, answer=SheetAnswer.CLEAR
            )

        return act

    def consented(
        self,
        audience: ConsentAudience,
        *,
        form: NameForm = NameForm.PUBLIC_NAME,
        language: str = "Spanish",
        place: bool = False,
        story: bool = False,
        given_by: GivenBy = GivenBy.CLIENT,
        circumstances: str | None = None,
    ) -> Act:
        return lambda tx: consents.give_consent(
            tx,
            self.id,
            purpose=clearance.PURPOSE[audience],
            audience=audience,
            name_form=form,
            given_by=given_by,
            language=language,
            expires_on=tx.now.date() + timedelta(days=180),
            place=place,
            story=story,
            circumstances=circumstances,
        )

    def asked_what_may_be_shared(self, answers: Answers, how: How) -> Act:
        async def act(tx: Transaction) -> None:
            how_long = replace(how, expires_on=tx.now.date() + timedelta(days=180))
            await consents.record_consent_interview(tx, self.id, answers, how_long)

        return act

    def consented_to_seek_counsel(self, language: str) -> Act:
        return lambda tx: consents.give_consent(
            tx,
            self.id,
            purpose=Purpose.SEEK_COUNSEL,
            audience=ConsentAudience.ADVOCATES,
            name_form=NameForm.NONE,
            given_by=GivenBy.CLIENT,
            language=language,
            expires_on=tx.now.date() + timedelta(days=180),
        )

    def drafted(
        self, called: str, kind: OccasionKind, words: advocacy.Words, arrangements: advocacy.Arrangements,
        *, around: str | None = None, by: UUID | None = None,
    ) -> Act:  # fmt: skip
        async def act(tx: Transaction) -> None:
            made = await advocacy.draft_action(
                tx,
                by or self.organization,
                kind=kind,
                words=words,
                arrangements=arrangements,
                case_id=self.id,
                hearing_id=self.hearings[around] if around else None,
            )
            self.actions[called], self.occasions[called] = made.id, made.occasion.id

        return act

    def signed_off(self, called: str, capacity: SignOffCapacity) -> Act:
        async def act(tx: Transaction) -> None:
            action = await tx.session.get_one(AdvocacyAction, self.actions[called])
            await advocacy.sign_off_action(tx, action.id, said_revision=action.said_revision, capacity=capacity)

        return act

    def other_words(self, called: str, statement: str, *, talked_over: date, why: str) -> Act:
        async def act(tx: Transaction) -> None:
            action = await tx.session.get_one(AdvocacyAction, self.actions[called])
            await advocacy.answer_action(
                tx, action.id, said=CounselSaid.THESE_WORDS_INSTEAD, said_revision=action.said_revision,
                statement=statement, discussed_on=talked_over, why=why,
            )  # fmt: skip

        return act

    def published(self, called: str) -> Act:
        async def act(tx: Transaction) -> None:
            action = await tx.session.get_one(AdvocacyAction, self.actions[called])
            await advocacy.publish_action(tx, action.id, expected_revision=action.revision)

        return act

    def called_off(self, called: str, reason: str) -> Act:
        async def act(tx: Transaction) -> None:
            action = await tx.session.get_one(AdvocacyAction, self.actions[called])
            await advocacy.call_off_action(tx, action.id, expected_revision=action.revision, reason=reason)

        return act

    def invited(self, to: str, *whom: str) -> Act:
        async def act(tx: Transaction) -> None:
            made = await invitations.invite(tx, self.occasions[to], [self.story.who[one] for one in whom])
            self.asked.update({(to, one): invitation.id for one, invitation in zip(whom, made, strict=True)})

        return act

    def seats(self, at: str, count: int, *, held_back: int) -> Act:
        return lambda tx: seats.arrange_seats(tx, self.occasions[at], seats=count, held_back=held_back)

    def listed(self, name: str, *whom: str) -> Act:
        """A list of the neighbors' address book."""
        return lambda tx: people_lists.save_people_list(
            tx, self.story.neighbors, name=name, person_ids=[self.story.who[one] for one in whom]
        )

    def answered(self, to: str, whom: str, state: InvitationState, party: int | None = None) -> Act:
        return lambda tx: invitations.answer_invitation(
            tx,
            self.asked[to, whom],
            state=state,
            party_size=party,
            booked=True if state is InvitationState.COMING else None,
        )

    def closed(self, reason: str) -> Act:
        async def act(tx: Transaction) -> None:
            case = await tx.session.get_one(Case, self.id)
            await close_case(tx, self.id, expected_revision=case.revision, reason=reason)

        return act

    def shared(self, organization: UUID) -> Act:
        return lambda tx: teams.share_case(tx, self.id, organization)

    def joined(self, whom: str, role: CaseRole) -> Act:
        return lambda tx: teams.add_to_team(tx, self.id, self.story.who[whom], role)

    def contact(self, whom: str, relation: str, *, named_by_client: bool = True) -> Act:
        return lambda tx: teams.name_contact(
            tx, self.id, self.story.who[whom], relation=relation, named_by_client=named_by_client
        )

    def noted(self, body: str, *, privileged: bool = False) -> Act:
        return lambda tx: notes.write_note(tx, self.id, body, privileged=privileged)

    def to_do(self, title: str, due: datetime | None = None, owner: str | None = None) -> Act:
        return lambda tx: tasks.add_task(
            tx,
            self.organization,
            title=title,
            case_id=self.id,
            owner_id=self.story.who[owner] if owner else None,
            due_at=due,
        )

    def did(self, title: str) -> Act:
        """The open task of these words is done."""

        async def act(tx: Transaction) -> None:
            (found,) = [
                task
                for task in (await reading.tasks(tx, mine=False, open_only=True, first=100, cursor=None)).rows
                if task.case_id == self.id and await tx.opened(task, "title") == title
            ]
            await tasks.complete_task(tx, found.id, expected_revision=found.revision)

        return act
