"""Who sees a sighting: who verifies it, whole; its organization and partner groups, once it is confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import and_, any_, exists, or_

from casework.access.eyes import LEGAL, TAKERS, VERIFIERS, Clause, Eyes, another, reaches
from schema.base import Table
from schema.directory import ListedGroup, Referral, School
from schema.responders import Responder
from schema.sightings import (
    Sighting,
    SightingAccount,
    SightingCase,
    SightingDesk,
    SightingDispatch,
    SightingPicture,
    SightingPicturePiece,
    SightingReporter,
    SightingShare,
    SightingState,
)

#: So long an unconfirmed sighting is there at all, unless it is held. Policies say the same (migrations).
LASTS = timedelta(hours=72)


def _verified_by(eyes: Eyes, row: Any) -> Clause:
    mine: Clause = row.organization_id == any_(eyes.where(*VERIFIERS))
    return mine


def _shared(eyes: Eyes, row: Any) -> Clause:
    share = another(SightingShare, "told")
    return exists().where(
        share.organization_id == row.organization_id,
        share.ended_at.is_(None),
        share.partner_id == any_(eyes.organizations()),
    )


def _sightings(eyes: Eyes, row: Any) -> Clause:
    lasts = or_(row.state == SightingState.CONFIRMED, row.held_at.is_not(None), row.told_at > eyes.now - LASTS)
    told = and_(
        row.state == SightingState.CONFIRMED,
        or_(row.organization_id == any_(eyes.organizations()), _shared(eyes, row)),
    )
    return or_(and_(_verified_by(eyes, row), lasts), told)


def _in_full(eyes: Eyes, sighting: Any, of: str) -> Clause:
    """Who verifies it; and who takes people in at a legal provider that is shown it, when its witness agreed."""
    reporter = another(SightingReporter, of)
    agreed = exists().where(reporter.sighting_id == sighting.id, reporter.legal_may_ask)
    return or_(_verified_by(eyes, sighting), and_(_legal_taker(eyes, sighting, of), agreed))


def _legal_taker(eyes: Eyes, sighting: Any, of: str) -> Clause:
    share = another(SightingShare, of)
    return exists().where(
        share.organization_id == sighting.organization_id,
        share.ended_at.is_(None),
        share.partner_id == any_(eyes.where(*TAKERS)),
        share.partner_id == any_(eyes.organizations(legal=True)),
    )


def _of_sighting(of: str, *, full: bool) -> Callable[[Eyes, Any], Clause]:
    def clause(eyes: Eyes, row: Any) -> Clause:
        sighting = another(Sighting, of)
        in_full = [_in_full(eyes, sighting, of)] if full else []
        return exists().where(sighting.id == row.sighting_id, _sightings(eyes, sighting), *in_full)

    return clause


def _pieces(eyes: Eyes, row: Any) -> Clause:
    picture, sighting = another(SightingPicture, "pieces"), another(Sighting, "pieces")
    return exists().where(
        picture.id == row.picture_id,
        sighting.id == picture.sighting_id,
        _sightings(eyes, sighting),
        or_(row.display, _in_full(eyes, sighting, "pieces")),
    )


def rules() -> dict[type[Table], Callable[[Eyes, Any], Clause]]:
    """The rule of each table of community response."""
    mine: Callable[[Eyes, Any], Clause] = lambda eyes, row: row.organization_id == any_(eyes.organizations())  # noqa: E731 -- one line, twice
    return {
        SightingDesk: mine,
        SightingShare: lambda eyes, row: or_(
            row.organization_id == any_(eyes.organizations()), row.partner_id == any_(eyes.organizations())
        ),
        Sighting: _sightings,
        SightingAccount: _of_sighting("accounts", full=True),
        SightingReporter: _of_sighting("reporters", full=True),
        SightingPicture: _of_sighting("pictures", full=False),
        SightingPicturePiece: _pieces,
        SightingDispatch: _verified_by,
        SightingCase: lambda eyes, row: reaches(eyes, row, LEGAL),
        Responder: lambda eyes, row: or_(_verified_by(eyes, row), row.person_id == eyes.person),
        ListedGroup: mine,
        Referral: _verified_by,
        School: _verified_by,
    }


__all__ = ["LASTS", "rules"]
