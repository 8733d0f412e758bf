"""How each kind of record goes: the rows, what leads from them to a person, and what is left behind on purpose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, func, select, tuple_, update

from casework.transaction import Transaction
from schema.absences import Absence
from schema.base import Table
from schema.cases import CaseContact, Intake
from schema.changes import Acknowledgement, Change, Escalation
from schema.companions import Companion
from schema.conflicts import ConflictName, ConflictToken
from schema.date_checks import Shift
from schema.directory import Referral
from schema.documents import CaseFile, FilePiece
from schema.feeds import Feed
from schema.identity_providers import ProviderIdentity
from schema.inbound import InboundMessage
from schema.inbox import InboxMark
from schema.invitations import Invitation, InvitationState
from schema.notices import Notice, Receipt
from schema.occasions import Occasion
from schema.outcomes import Outcome, OutcomeWords
from schema.people import Contact, Person
from schema.people_lists import PeopleListEntry
from schema.push import PushSubscription
from schema.received import ReceivedAct
from schema.reports import ArrestReport, ReportContents, ReportState
from schema.saved_views import SavedView, ViewMark
from schema.sightings import (
    Sighting,
    SightingAccount,
    SightingDispatch,
    SightingPicture,
    SightingPicturePiece,
    SightingReporter,
)
from schema.sign_ins import (
    AppPassword,
    Authenticator,
    Challenge,
    Login,
    Passkey,
    RecoveryCode,
    Session,
    SignInLink,
    Token,
)
from schema.spreadsheets import Spreadsheet, SpreadsheetRow
from schema.tasks import LETTER_FAILED, TEXT_CAME, UNANSWERED, Task

Away = Callable[[Transaction, Sequence[UUID]], Awaitable[None]]


def rows_of(*models: type[Any]) -> Away:
    """The rows themselves, whichever of these tables they lie in."""

    async def away(tx: Transaction, ids: Sequence[UUID]) -> None:
        for model in models:
            await take(tx, model, model.__mapper__.primary_key[0].in_(ids))

    return away


async def take(tx: Transaction, model: type[Table], *where: Any) -> int:
    """Delete rows of a table. Returns how many."""
    gone = await tx.session.execute(delete(model).where(*where).execution_options(synchronize_session=False))
    count: int = gone.rowcount  # type: ignore[attr-defined]
    return count


async def spreadsheets(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Spreadsheets with their rows, and the keys that sealed them."""
    keys = list(await tx.session.scalars(select(Spreadsheet.vault_key_id).where(Spreadsheet.id.in_(ids))))
    await take(tx, SpreadsheetRow, SpreadsheetRow.spreadsheet_id.in_(ids))
    await take(tx, Spreadsheet, Spreadsheet.id.in_(ids))
    await tx.destroy_keys(keys)


async def reports(tx: Transaction, ids: Sequence[UUID]) -> None:
    """What reports say, and the keys that sealed it. They count as withdrawn: the house ends the tasks about them."""
    of_these = ReportContents.report_id.in_(ids)
    keys = list(await tx.session.scalars(select(ReportContents.vault_key_id).where(of_these)))
    await take(tx, ReportContents, of_these)
    await tx.destroy_keys(keys)
    await tx.session.execute(
        update(ArrestReport)
        .where(ArrestReport.id.in_(ids))
        .values(state=ReportState.WITHDRAWN, state_since=tx.now, revision=ArrestReport.revision + 1)
        .execution_options(synchronize_session=False)
    )


async def sightings(tx: Transaction, ids: Sequence[UUID]) -> None:
    """What somebody saw, all of it, and the keys that sealed it. What a case has of it is the case's."""
    keys = list(await tx.session.scalars(select(Sighting.vault_key_id).where(Sighting.id.in_(ids))))
    pictures = select(SightingPicture.id).where(SightingPicture.sighting_id.in_(ids))
    await take(tx, SightingPicturePiece, SightingPicturePiece.picture_id.in_(pictures))
    for part in (SightingPicture, SightingDispatch, SightingReporter, SightingAccount):
        await take(tx, part, part.sighting_id.in_(ids))
    await take(tx, Sighting, Sighting.id.in_(ids))
    await tx.destroy_keys(keys)


async def referrals(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Who was referred where, and the keys that sealed who it was."""
    keys = list(await tx.session.scalars(select(Referral.vault_key_id).where(Referral.id.in_(ids))))
    await take(tx, Referral, Referral.id.in_(ids))
    await tx.destroy_keys(keys)


async def verifiers(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Who checked dates on a shift: sealed under the shift's own key, which goes. What they heard stays."""
    await tx.destroy_keys(list(await tx.session.scalars(select(Shift.vault_key_id).where(Shift.id.in_(ids)))))
    await tx.session.execute(
        update(Shift)
        .where(Shift.id.in_(ids))
        .values(name=None, phone=None, signature=None, device_hash=None)
        .execution_options(synchronize_session=False)
    )


async def _notices(tx: Transaction, where: Any) -> None:
    await take(tx, Receipt, Receipt.notice_id.in_(select(Notice.id).where(where)))
    await take(tx, Notice, where)


async def messages(tx: Transaction, ids: Sequence[UUID]) -> None:
    """The letter, what its carrier said, and the task to call its reader, once somebody has."""
    matter = func.coalesce(Notice.occasion_id, Notice.assignment_id, Notice.id)
    found = (await tx.session.execute(select(matter, Notice.person_id).where(Notice.id.in_(ids)))).all()
    await _notices(tx, Notice.id.in_(ids))
    await _calls(tx, [(one, person) for one, person in found], Task.done_at.is_not(None))


async def _calls(tx: Transaction, whom: Sequence[tuple[UUID, UUID]], *also: Any) -> None:
    """Tasks to call these people about these matters: their titles name them."""
    said = tuple_(func.split_part(Task.raised_key, ":", 2), func.split_part(Task.raised_key, ":", 4))
    pairs = sorted({(str(matter), str(person)) for matter, person in whom})
    await take(tx, Task, Task.raised_by == LETTER_FAILED, said.in_(pairs), *also)


async def replies(tx: Transaction, ids: Sequence[UUID]) -> None:
    """That a text came, and the task to read it, once somebody has: its title holds the words."""
    about = func.split_part(Task.raised_key, ":", 2).in_([str(one) for one in ids])
    await take(tx, Task, Task.raised_by == TEXT_CAME, about, Task.done_at.is_not(None))
    await take(tx, InboundMessage, InboundMessage.id.in_(ids))


async def changes(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Changes of a date, who was told and answered, who was called about whom, and the tasks that name them."""
    await _answers(tx, Acknowledgement.change_id.in_(ids))
    await take(tx, Change, Change.id.in_(ids))


async def _answers(tx: Transaction, where: Any) -> None:
    """What people said to a change, who was called about them, and the tasks that name them."""
    theirs = list(await tx.session.scalars(select(Acknowledgement.id).where(where)))
    about = func.split_part(Task.raised_key, ":", 2).in_([str(one) for one in theirs])
    await take(tx, Task, Task.raised_by == UNANSWERED, about)
    await take(tx, Escalation, Escalation.acknowledgement_id.in_(theirs))
    await take(tx, Acknowledgement, Acknowledgement.id.in_(theirs))


async def sign_ups(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Invitations, with their letters and the tasks to call somebody about them. A head-count stays."""
    found = (
        await tx.session.execute(
            select(
                Invitation.occasion_id, Invitation.person_id, Invitation.state, Invitation.party_size, Invitation.came
            ).where(Invitation.id.in_(ids))
        )
    ).all()
    counted: dict[UUID, dict[str, int]] = defaultdict(lambda: dict.fromkeys(COUNTS, 0))
    for occasion_id, _, state, party, came in found:
        count = counted[occasion_id]
        if state is not InvitationState.WITHDRAWN:
            count["asked"] += 1
        if state in (InvitationState.COMING, InvitationState.MAYBE, InvitationState.NOT_COMING):
            count[state.value] += 1
        if state is InvitationState.COMING:
            count["heads"] += party or 1
        count["came"] += came or 0
    occasions = await tx.session.execute(
        select(Occasion.id, Occasion.turnout).where(Occasion.id.in_(counted)).with_for_update()
    )
    for occasion_id, before in occasions.all():
        total = {name: count + (before or {}).get(name, 0) for name, count in counted[occasion_id].items()}
        await tx.session.execute(
            update(Occasion)
            .where(Occasion.id == occasion_id)
            .values(turnout=total)
            .execution_options(synchronize_session=False)
        )
    whom = [(occasion_id, person_id) for occasion_id, person_id, *_ in found]
    await _calls(tx, whom)
    answers = Acknowledgement.occasion_id, Acknowledgement.person_id
    await _answers(tx, Acknowledgement.invitation_id.in_(ids) | tuple_(*answers).in_(whom))
    await _notices(tx, Notice.invitation_id.in_(ids) | tuple_(Notice.occasion_id, Notice.person_id).in_(whom))
    theirs = list(await tx.session.scalars(select(Companion.id).where(Companion.invitation_id.in_(ids))))
    alone = update(Companion).where(Companion.joined_id.in_(theirs)).values(joined_id=None)
    await tx.session.execute(alone.execution_options(synchronize_session=False))
    await take(tx, Companion, Companion.id.in_(theirs))
    await take(tx, Invitation, Invitation.id.in_(ids))


#: What a head-count counts.
COUNTS = ("asked", "coming", "maybe", "not_coming", "heads", "came")


async def reporters(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Who called; what they told of the arrest stays with the case."""
    await tx.session.execute(
        update(Intake)
        .where(Intake.case_id.in_(ids))
        .values(caller_name=None, caller_phone=None, caller_relation=None)
        .execution_options(synchronize_session=False)
    )


async def files(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Files with all their pieces. The case's key stays: it seals the rest."""
    await take(tx, FilePiece, FilePiece.file_id.in_(ids))
    await take(tx, CaseFile, CaseFile.id.in_(ids))


async def outcomes(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Entries of the outcome ledger, with what was said."""
    await take(tx, OutcomeWords, OutcomeWords.outcome_id.in_(ids))
    await take(tx, Outcome, Outcome.id.in_(ids))


async def family_contacts(tx: Transaction, ids: Sequence[UUID]) -> None:
    """That they belong to the client, and their calendar of that case."""
    theirs = and_(CaseContact.id.in_(ids), CaseContact.person_id == Feed.person_id, CaseContact.case_id == Feed.case_id)
    await take(tx, Feed, select(CaseContact.id).where(theirs).exists())
    told = and_(CaseContact.id.in_(ids), CaseContact.person_id == Acknowledgement.person_id,
                CaseContact.case_id == Acknowledgement.case_id)  # fmt: skip
    await _answers(tx, select(CaseContact.id).where(told).exists())
    await take(tx, CaseContact, CaseContact.id.in_(ids))


async def sign_ins(tx: Transaction, ids: Sequence[UUID]) -> None:
    await _notices(tx, Notice.sign_in_link_id.in_(ids))
    await take(tx, Challenge, Challenge.id.in_(ids) | Challenge.link_id.in_(ids))
    await rows_of(Session, SignInLink, Token, AppPassword)(tx, ids)


async def former_members(tx: Transaction, ids: Sequence[UUID]) -> None:
    """All with which they could sign in, and their addresses. Their name stays: the trail says who acted."""
    links = select(SignInLink.id).where(SignInLink.person_id.in_(ids))
    await _notices(tx, Notice.sign_in_link_id.in_(links))
    await take(tx, Challenge, Challenge.link_id.in_(links))
    for model in (
        Authenticator, RecoveryCode, Passkey, ProviderIdentity, Challenge, SignInLink, Session, Token, Login, Contact,
        AppPassword, PushSubscription, InboundMessage, InboxMark, Absence, ReceivedAct,
    ):  # fmt: skip
        await take(tx, model, model.person_id.in_(ids))
    # Their list for conflict checks was theirs alone.
    await take(tx, ConflictToken, ConflictToken.owner_id.in_(ids))
    await take(tx, ConflictName, ConflictName.owner_id.in_(ids))


async def people(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Somebody of the address book, with the schedulers of theirs, and the key that sealed their names."""
    both = select(Person.id, Person.vault_key_id).where(Person.id.in_(ids) | Person.scheduler_for_id.in_(ids))
    found = (await tx.session.execute(both.with_for_update())).all()
    everybody = [person_id for person_id, _ in found]
    for model in (
        Feed, Contact, PushSubscription, InboundMessage, InboxMark, PeopleListEntry, Absence, ReceivedAct, ViewMark,
        SavedView,
    ):  # fmt: skip
        await take(tx, model, model.person_id.in_(everybody))
    await take(tx, Person, Person.id.in_(everybody))
    await tx.destroy_keys([key for _, key in found])


__all__ = [
    "COUNTS",
    "Away",
    "changes",
    "family_contacts",
    "files",
    "former_members",
    "messages",
    "outcomes",
    "people",
    "referrals",
    "replies",
    "reporters",
    "rows_of",
    "sightings",
    "sign_ins",
    "sign_ups",
    "take",
]
