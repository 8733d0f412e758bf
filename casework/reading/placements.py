"""What is said of placements: forms that were entered, conflict sheets, and one's own list for conflict checks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Text, and_, case, cast, literal, or_

from casework import access
from casework.entitlement import FORMS
from casework.language import LANGUAGES
from casework.reading.advocacy import ASSIGNMENT, OFFER, offer_tells
from casework.reading.cases import seen_by_legal
from casework.reading.facts import Expression, Fact, Many, Noun, One, Pages, Shown, column, sealed, word
from casework.reading.page import Page, keyset
from casework.reading.people import organization, person
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY
from casework.transaction import Transaction
from schema.assignments import Appearance, AssignmentState, Form, FormScope
from schema.conflicts import ConflictName, ConflictSheet, ConflictSheetContents
from schema.people import Person
from schema.proceedings import ProceedingKind

#: How long a contact still sees that they answered, and how many sheets they see.
_REMEMBERED, _MOST = timedelta(days=30), 50

ASSIGNMENT["engaged_at"] = column("engaged_at")
ASSIGNMENT["expires_at"] = column("expires_at")
ASSIGNMENT["several"] = column("several")
ASSIGNMENT["hours"] = column("hours")
ASSIGNMENT["lapsed"] = Expression(
    said=lambda at: or_(
        at.row.state == AssignmentState.LAPSED,
        and_(
            at.row.state == AssignmentState.OFFERED,
            at.row.expires_at.is_not(None),
            at.row.expires_at <= at.eyes.now,
        ),
    )
)
ASSIGNMENT["appearances"] = Many("Appearance", lambda at, there: there.row.assignment_id == at.row.id)
ASSIGNMENT["sheets"] = Many("ConflictSheet", lambda at, there: there.row.assignment_id == at.row.id)

OFFER["hours"] = column("hours")
OFFER["expires_at"] = column("expires_at")
OFFER["court"] = Expression(said=lambda at: offer_tells(at)["court"].astext)
OFFER["track"] = Expression(
    said=lambda at: case({kind.value: kind.name for kind in ProceedingKind}, value=offer_tells(at)["track"].astext)
)
OFFER["remote"] = Expression(
    said=lambda at: case({"true": literal(True), "false": literal(False)}, value=offer_tells(at)["remote"].astext)
)

APPEARANCE = Noun("Appearance", Appearance)
APPEARANCE.id()
APPEARANCE.columns(
    "revision", "form", "primary", "entered_at", "withdrawal_asked_at", "withdrawal_decided_at", "withdrawal_granted",
    "ended_at",
)  # fmt: skip
APPEARANCE["form_scope"] = Expression(said=lambda at: word(at.row.scope, FormScope))
APPEARANCE["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
APPEARANCE["of_record"] = Expression(said=lambda at: at.row.form.in_([form for form in Form if FORMS[form].of_record]))
APPEARANCE["sees_record"] = Expression(said=lambda at: at.row.form.in_([form for form in Form if FORMS[form].record]))
APPEARANCE["citation"] = Expression(
    said=lambda at: case({form.value: FORMS[form].citation for form in Form}, value=cast(at.row.form, Text))
)


def _allows(reader: Reader, form: str, own: str | None) -> str:
    return FORMS[Form(form)].says.said(reader.language or own or LANGUAGES[0])


APPEARANCE["allows"] = Expression(
    said=lambda at: at.row.form,
    # Whoever comes without a page reads their own language.
    inputs={"language": lambda at: at.joined(Person, lambda there: there.id == at.eyes.person).language},
    finish=_allows,
)

SHEET = Noun("ConflictSheet", ConflictSheet)
SHEET.id()
SHEET.columns("revision", "sent_at", "open_until", "found", "answer", "answered_at", "closed_at")
SHEET["attorney"] = person("attorney_id")
SHEET["contact"] = person("contact_id")
SHEET["asked_by"] = organization("lead_organization_id")
SHEET["question"] = sealed("question", only=seen_by_legal)


SHEET["contents"] = One(
    "ConflictSheetContents",
    lambda at, there: there.id == at.row.id,
    # Whoever opens a sheet reads names: a view, of the case.
    shown=Shown(
        ConflictSheetContents,
        ("names", "relatives", "employers", "adverse_parties"),
        record=lambda at: at.row.id,
        case=lambda at: at.row.case_id,
        organization=lambda at: at.row.lead_organization_id,
    ),
)

CONTENTS = Noun("ConflictSheetContents", ConflictSheetContents)


def _lines(name: str) -> Fact:
    def finish(reader: Reader, _: Any, cipher: str | None, sheet: str) -> list[str]:
        return reader.opened(cipher, "conflict_sheet_contents", name, sheet).split("\n") if cipher else []

    def ask(at: At) -> Any:
        return getattr(at.row, name)

    return Expression(inputs={name: ask, "sheet": lambda at: at.row.id}, finish=finish)


for _name in ("names", "relatives", "employers", "adverse_parties"):
    CONTENTS[_name] = _lines(_name)

NAME = Noun("ConflictName", ConflictName)
NAME.id()
NAME.columns("side")
NAME["name"] = sealed("name", empty="")
NAME["listed_at"] = column("created_at")

QUERY["conflict_names"] = Pages(
    "ConflictName",
    lambda at, there: there.row.owner_id == at.eyes.person,
    order=lambda at, there: ([(there.row.id, False)], [UUID]),
)
QUERY["conflict_sheets"] = Many(
    "ConflictSheet",
    lambda at, there: and_(
        there.row.contact_id == at.eyes.person,
        or_(
            and_(there.row.answer.is_(None), there.row.closed_at.is_(None)),
            there.row.sent_at > at.eyes.now - _REMEMBERED,
        ),
    ),
    order=lambda there: [there.row.answer.is_not(None), there.row.closed_at.is_not(None), there.row.id.desc()],
    limit=_MOST,
)


async def conflict_sheets(tx: Transaction) -> list[ConflictSheet]:
    """Sheets of which the actor is the contact: those that wait first, and of a month those that are shut."""
    mine = access.visible(await access.standing(tx), ConflictSheet, tx.now).where(
        ConflictSheet.contact_id == tx.person_id,
        or_(
            and_(ConflictSheet.answer.is_(None), ConflictSheet.closed_at.is_(None)),
            ConflictSheet.sent_at > tx.now - _REMEMBERED,
        ),
    )
    order = (ConflictSheet.answer.is_not(None), ConflictSheet.closed_at.is_not(None), ConflictSheet.id.desc())
    return list(await tx.session.scalars(mine.order_by(*order).limit(_MOST)))


async def conflict_names(tx: Transaction, *, first: int, cursor: str | None) -> Page[ConflictName]:
    """The actor's own list."""
    mine = access.visible(await access.standing(tx), ConflictName, tx.now).where(ConflictName.owner_id == tx.person_id)
    return await keyset(tx, mine, [(ConflictName.id, False)], [UUID], first=first, cursor=cursor)


__all__ = ["conflict_names", "conflict_sheets"]
