"""What a transfer would do, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casework import access, docketing, notices, stays, transfers
from casework.access import Act
from casework.closing import refuse_closed
from casework.custody.courts import apart_at
from casework.custody.following import what_follows
from casework.custody.record import moving
from casework.docketing import Recomputed
from casework.notices import Telling
from casework.transaction import Transaction
from casework.transfers import Change, CustodyCourt, Following
from schema.cases import Case
from schema.custody import Confidence
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion


@dataclass(frozen=True, slots=True)
class TransferPreview:
    """What would be different at another place, and who would be told."""

    case: Case
    changes: tuple[Change, ...]
    #: Ahead of them: their times stand, their places are in doubt.
    hearings: tuple[Hearing, ...]
    #: Deadlines that the law of the new place puts on another day, or lets fall away.
    clocks: tuple[Recomputed, ...]
    #: The tasks that follow.
    tasks: tuple[Following, ...]
    #: The court on file and the new place, where they disagree.
    apart: CustodyCourt | None
    tellings: tuple[Telling, ...]


async def preview_transfer(
    tx: Transaction, case_id: UUID, *, facility_id: UUID, confidence: Confidence = Confidence.ONE_SOURCE
) -> TransferPreview:
    """What would come of it if this client were moved there: what changes, which hearings and clocks it touches, and
    who would be told what. Saves nothing. Raises :class:`Invalid`, and :class:`NotAllowedByState` for where they are.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    facility, stint = await moving(tx, case, facility_id)
    old = await stays.site_of(tx, stint.facility_id) if stint else None
    new = await stays.site_of(tx, facility_id)
    assert new is not None  # noqa: S101 -- it was found above
    ahead = (
        access.visible(await access.standing(tx), Hearing, tx.now)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(Hearing.case_id == case.id, Occasion.state.in_(UPCOMING), Occasion.starts_at > tx.now)
        .order_by(None)
        .order_by(Occasion.starts_at, Occasion.id)
    )
    return TransferPreview(
        case=case,
        changes=transfers.changes(old, new),
        hearings=tuple(await tx.session.scalars(ahead)),
        clocks=tuple(await docketing.recompute_elsewhere(tx, case, facility)),
        tasks=await what_follows(tx, case, old, new, confirmed=confidence is Confidence.CONFIRMED),
        apart=await apart_at(tx, case.id, new, old),
        tellings=tuple(await notices.forecast_transferred(tx, case)),
    )
