"""What is said of sightings, rapid responders and the directory."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Text, and_, any_, cast, func

from casework import access
from casework.access import VERIFIERS
from casework.reading.cases import CASE, of_case
from casework.reading.facts import Expression, Fact, Many, Noun, One, Shown, sealed, words
from casework.reading.people import organization, person
from casework.reading.places import At
from casework.reading.roots.query import QUERY
from casework.transaction import Transaction
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
    SightingReporter,
    SightingShare,
    SightingState,
)

Row = TypeVar("Row", bound=Table)

#: More than these nobody reads at once.
MOST = 200
#: What is recorded as seen of who told it, and of what they typed.
SEEN_OF_REPORTERS = ("name", "contact")
SEEN_OF_ACCOUNTS = ("place", "how_many", "what")

SIGHTING = Noun("Sighting", Sighting)
SIGHTING.id()
SIGHTING.columns(
    "revision", "kind", "state", "state_since", "told_at", "seen_at", "time_zone", "town", "withheld", "held_at"
)
SIGHTING.sealed("place", "how_many", "what")
SIGHTING["organization"] = organization("organization_id")
SIGHTING["recorded_by"] = person("recorded_by_id")
SIGHTING["verified_by"] = person("verified_by_id")
SIGHTING["account"] = One(
    "SightingAccount",
    lambda at, there: there.sighting_id == at.row.id,
    shown=Shown(
        SightingAccount, SEEN_OF_ACCOUNTS, record=lambda at: at.row.id, organization=lambda at: at.row.organization_id
    ),
)
SIGHTING["reporter"] = One(
    "SightingReporter",
    lambda at, there: there.sighting_id == at.row.id,
    shown=Shown(
        SightingReporter, SEEN_OF_REPORTERS, record=lambda at: at.row.id, organization=lambda at: at.row.organization_id
    ),
)


def _of_sighting(at: At, there: At) -> Any:
    return there.row.sighting_id == at.row.id


SIGHTING["pictures"] = Many("SightingPicture", _of_sighting)
SIGHTING["dispatches"] = Many("SightingDispatch", _of_sighting)

ACCOUNT = Noun("SightingAccount", SightingAccount)
ACCOUNT["place"] = sealed("place", empty="")
ACCOUNT["what"] = sealed("what", empty="")
ACCOUNT.sealed("how_many")

REPORTER = Noun("SightingReporter", SightingReporter)
REPORTER.columns("language", "legal_may_ask")
REPORTER.sealed("name", "contact")

PICTURE = Noun("SightingPicture", SightingPicture)
PICTURE.id()
PICTURE.columns("revision", "size", "blurred_at")
PICTURE["blurred_by"] = person("blurred_by_id")
PICTURE["address"] = Expression(
    said=lambda at: func.concat("/sightings/photos/", func.replace(cast(at.row.id, Text), "-", ""))
)


DISPATCH = Noun("SightingDispatch", SightingDispatch)
DISPATCH.id()
DISPATCH.columns("state", "asked_at", "answered_at")
DISPATCH["person"] = person("person_id")

DESK = Noun("SightingDesk", SightingDesk)
DESK.columns("handle", "support_phone", "opened_at", "closed_at")
DESK["organization"] = organization("organization_id")
DESK["shares"] = Many(
    "SightingShare",
    lambda at, there: and_(there.row.organization_id == at.row.organization_id, there.row.ended_at.is_(None)),
)

SHARE = Noun("SightingShare", SightingShare)
SHARE["partner"] = organization("partner_id")
SHARE["shared_at"] = Expression(said=lambda at: at.row.created_at)

MADE = Noun("SightingCase", SightingCase)
MADE.columns("agreement", "agreed_on")
MADE["made_by"] = person("made_by_id")
MADE["made_at"] = Expression(said=lambda at: at.row.created_at)
CASE["from_sightings"] = Many("SightingCase", of_case)

RESPONDER = Noun("Responder", Responder)
RESPONDER.id()
RESPONDER.columns("revision", "towns", "time_zone")
RESPONDER["person"] = person("person_id")
RESPONDER["days"] = words("days")


def _hour(column: str) -> Fact:
    return Expression(said=lambda at: func.to_char(getattr(at.row, column), "HH24:MI"))


RESPONDER["on_call_from"] = _hour("on_call_from")
RESPONDER["on_call_until"] = _hour("on_call_until")

GROUP = Noun("ListedGroup", ListedGroup)
GROUP.id()
GROUP.columns("revision", "name", "towns", "languages", "phone", "note", "checked_on")
GROUP["works"] = words("works")

REFERRAL = Noun("Referral", Referral)
REFERRAL.id()
REFERRAL.columns("agreement", "referred_at")
REFERRAL["whom"] = sealed("whom", empty="")
REFERRAL.sealed("need")
REFERRAL["group"] = One("ListedGroup", lambda at, there: there.id == at.row.group_id)
REFERRAL["referred_by"] = person("referred_by_id")

SCHOOL = Noun("School", School)
SCHOOL.id()
SCHOOL.columns("revision", "name", "town", "reviewed_on")
SCHOOL.sealed("contact_name", "contact_phone", "who_to_call", "plan")


def _verified_here(at: At, there: At) -> Any:
    return there.row.organization_id == any_(at.eyes.where(*VERIFIERS))


QUERY["sightings"] = Many(
    "Sighting",
    lambda at, there: there.row.state == SightingState.CONFIRMED,
    order=lambda there: [there.row.seen_at.desc(), there.row.id.desc()],
    limit=MOST,
)
QUERY["sightings_to_verify"] = Many(
    "Sighting",
    lambda at, there: and_(there.row.state != SightingState.CONFIRMED, _verified_here(at, there)),
    order=lambda there: [there.row.id],
    limit=MOST,
)
QUERY["sighting_desks"] = Many(
    "SightingDesk", lambda at, there: there.row.organization_id == any_(at.eyes.organizations())
)
QUERY["responders"] = Many(
    "Responder",
    lambda at, there: and_(there.row.ended_at.is_(None), _verified_here(at, there)),
    limit=MOST,
)
QUERY["listed_groups"] = Many(
    "ListedGroup",
    lambda at, there: and_(there.row.ended_at.is_(None), there.row.organization_id == any_(at.eyes.organizations())),
    order=lambda there: [there.row.name, there.row.id],
    limit=MOST,
)
QUERY["referrals"] = Many("Referral", _verified_here, order=lambda there: [there.row.id.desc()], limit=MOST)
QUERY["schools"] = Many("School", _verified_here, order=lambda there: [there.row.name, there.row.id], limit=MOST)


# The same, for the ordinary executor.


async def sightings(tx: Transaction, *, confirmed: bool) -> list[Sighting]:
    """Those that are confirmed, the latest first; or those that wait for the actor's eyes, the first told first."""
    actor = await access.standing(tx)
    seen = access.visible(actor, Sighting, tx.now)
    if confirmed:
        seen = seen.where(Sighting.state == SightingState.CONFIRMED)
        seen = seen.order_by(Sighting.seen_at.desc(), Sighting.id.desc())
    else:
        here = Sighting.organization_id.in_(actor.where(*VERIFIERS))
        seen = seen.where(Sighting.state != SightingState.CONFIRMED, here).order_by(Sighting.id)
    return list(await tx.session.scalars(seen.limit(MOST)))


async def of_my_organizations(tx: Transaction, model: type[Row], *order: str, verifying: bool = True) -> list[Row]:
    """Rows of the actor's organizations, or of those in which they verify, that have not ended, in this order."""
    actor = await access.standing(tx)
    of: Any = model
    mine = actor.where(*VERIFIERS) if verifying else actor.organizations()
    seen = access.visible(actor, model, tx.now).where(of.organization_id.in_(mine))
    if hasattr(of, "ended_at"):
        seen = seen.where(of.ended_at.is_(None))
    columns = [getattr(of, one.removeprefix("-")).desc() if one[0] == "-" else getattr(of, one) for one in order]
    return list(await tx.session.scalars(seen.order_by(*columns).limit(MOST)))
