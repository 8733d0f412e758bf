"""Who sees a report of an arrest: the group that made it, and at the provider it is for, who takes people in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, any_, exists, or_

from casework.access.eyes import TAKERS, Clause, Eyes, another
from schema.reports import ArrestReport, ReportState


def reported(eyes: Eyes, row: Any) -> Clause:
    """The group's coordinators, whoever of it made the report, and who takes people in at the provider it is for."""
    return or_(_reported_by(eyes, row), _reported_to(eyes, row))


def _reported_by(eyes: Eyes, row: Any) -> Clause:
    return or_(
        row.organization_id == any_(eyes.organizations(wide=True)),
        and_(row.made_by_id == eyes.person, row.organization_id == any_(eyes.organizations())),
    )


def _reported_to(eyes: Eyes, row: Any) -> Clause:
    return and_(row.provider_id == any_(eyes.where(*TAKERS)), row.provider_id == any_(eyes.organizations(legal=True)))


def report_contents(eyes: Eyes, row: Any) -> Clause:
    """What it says: the provider reads it only while it waits for them."""
    report = another(ArrestReport, "contents")
    return exists().where(
        report.id == row.report_id,
        or_(
            _reported_by(eyes, report),
            and_(report.state == ReportState.WAITING, _reported_to(eyes, report)),
        ),
    )
