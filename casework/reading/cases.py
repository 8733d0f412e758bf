"""What is said of a case and its client."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import DateTime, Text, Uuid, and_, case, cast, func, literal, or_, select, true

from casework import clearance
from casework.access import Act, allows, seat_of
from casework.access.eyes import COUNSEL, READER
from casework.reading.facts import Expression, Fact, Many, Noun, One, Pages, Same, Shown, camel, global_id
from casework.reading.people import organization, person
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.trails import about, of_topic
from schema.advocacy import FurtherCase
from schema.assignments import STANDING
from schema.base import Table
from schema.cases import Case, CaseContact, Intake
from schema.consents import Consent, ConsentAudience, ConsentState, NameForm, Purpose
from schema.custody import Whereabouts
from schema.detainees import Alias, Detainee, DetaineeMerge, DetaineeNumber, Identity
from schema.notes import Note, PrivilegedNote
from schema.occasions import UPCOMING, Occasion
from schema.walls import ConflictWall


def of_case(at: At, there: At) -> Any:
    return there.row.case_id == at.row.id


def this(at: At) -> Any:
    """What hangs on a case is of that case."""
    return at.row.id


def same(at: At) -> Any:
    """What hangs on something of a case is of the same case."""
    return at.row.case_id


def case_of(column: str = "case_id") -> Fact:
    """The case a column names."""
    return One("Case", lambda at, there: there.id == getattr(at.row, column))


def seen_by_legal(at: At) -> Any:
    """Only for the legal team of the row's case."""
    return at.reaches()


# The client: told of the case's row.

CLIENT = Noun("Client", Case)


def detainee(at: At) -> Any:
    # Whoever sees a case sees that it has a client.
    return at.joined(Detainee, lambda there: there.id == at.row.detainee_id, seen=lambda: at.reaches(READER))


def _identity(at: At) -> Any:
    return at.joined(Identity, lambda there: there.detainee_id == at.row.detainee_id, seen=lambda: legal(at))


def legal(at: At) -> Any:
    return at.reaches()


def consents_of(at: At, case_id: Any) -> Any:
    """A case's consents as :func:`permitted` reads them."""
    return at.listed(
        Consent,
        lambda there: there.case_id == case_id,
        lambda there: [
            there.audience, there.purpose, there.name_form, there.place, there.photo, there.story, there.bond,
            there.state,
            func.extract("epoch", there.given_at), func.extract("epoch", there.expires_at),
        ],
    )  # fmt: skip


def permitted(
    reader: Reader,
    consents: list[list[Any]],
    *,
    no_publicity: bool,
    asked_again: float | None,
    at: datetime | None = None,
) -> clearance.Clearance:
    """What each audience may be told of a client now; or ``at`` a later instant, of what stands now."""
    return clearance.standing(
        [
            Consent(
                audience=ConsentAudience(audience), purpose=Purpose(purpose), name_form=NameForm(form),
                place=place, photo=photo, story=story, bond=bond, state=ConsentState(state),
                given_at=reader.instant(given), expires_at=reader.instant(expires),
            )
            for audience, purpose, form, place, photo, story, bond, state, given, expires in consents
        ],
        at or reader.now,
        no_publicity=no_publicity,
        client_released_at=reader.instant(asked_again) if asked_again is not None else None,
    )  # fmt: skip


def _elsewhere(at: At) -> Any:
    """For eyes outside the legal team, what decides whether they may know the name; else null, and nothing is told."""
    released = func.extract("epoch", at.row.consents_asked_again_from)
    return case((~legal(at), func.json_build_array(consents_of(at, at.row.id), at.row.no_publicity, released)))


#: What :func:`named` needs.
NAMED: dict[str, Callable[[At], Any]] = {
    "cipher": lambda at: detainee(at).public_name,
    "detainee": lambda at: at.row.detainee_id,
    "elsewhere": _elsewhere,
}


def named(reader: Reader, cipher: str | None, detainee: str, elsewhere: list[Any] | None) -> str | None:
    """The public name, for the legal team, and for advocates while the client's consent for them stands."""
    if cipher is None:
        return None
    if elsewhere is not None:
        consents, no_publicity, asked_again = elsewhere
        allowed = permitted(reader, consents or [], no_publicity=no_publicity, asked_again=asked_again)
        permit = allowed.permits.get(ConsentAudience.ADVOCATES)
        if permit is None or not permit.names(NameForm.PUBLIC_NAME):
            return None
    return reader.opened(cipher, "detainees", "public_name", detainee)


CLIENT["id"] = global_id("Client", lambda at: at.row.detainee_id)
CLIENT["public_name"] = Expression(
    inputs={**NAMED, "number": lambda at: at.row.number},
    finish=lambda reader, _, cipher, detainee, elsewhere, number: (
        named(reader, cipher, detainee, elsewhere) or f"C-{number}"
    ),
)
CLIENT["has_public_name"] = Expression(
    inputs=NAMED, finish=lambda reader, _, *given: named(reader, *given) is not None
)  # fmt: skip
CLIENT["language"] = Expression(said=lambda at: detainee(at).language, only=legal)
CLIENT["minor"] = Expression(said=lambda at: detainee(at).minor)
CLIENT["identity_shown"] = Expression(said=legal)


def _client(at: At) -> Any:
    return at.row.detainee_id


def _lead(at: At) -> Any:
    return at.row.lead_organization_id


def _of_identity(field: str) -> Shown:
    """Recorded as seen, also where nothing is known."""
    return Shown(Detainee, (field,), record=_client, case=this, organization=_lead, when=legal)


def _restricted(column: str) -> Fact:
    """A fact of the identity: for the legal team, and recorded as seen."""

    def finish(reader: Reader, _: Any, cipher: str | None, detainee: str) -> str | None:
        return reader.opened(cipher, "identities", column, detainee) if cipher else None

    return Expression(
        inputs={column: lambda at: getattr(_identity(at), column), "detainee": _client},
        finish=finish,
        shown=_of_identity(column),
    )


def _restricted_list(field: str, table: type[Table], column: str) -> Fact:
    """Several sealed values of the identity, recorded as one field."""

    def finish(reader: Reader, _: Any, rows: list[list[str]] | None) -> list[str]:
        return [reader.opened(cipher, table.__tablename__, column, row) for row, cipher in rows or []]

    def ask(at: At) -> Any:
        of_this = at.listed(
            table,
            lambda there: there.detainee_id == at.row.detainee_id,
            lambda there: [there.id, getattr(there, column)],
        )
        return case((legal(at), of_this))

    return Expression(inputs={field: ask}, finish=finish, shown=_of_identity(field))


for _column in ("legal_name", "birth_date", "country_of_birth", "nationality", "gender"):
    CLIENT[_column] = _restricted(_column)
CLIENT["a_numbers"] = _restricted_list("a_numbers", DetaineeNumber, "number")
CLIENT["aliases"] = _restricted_list("aliases", Alias, "name")


# The case.

CASE = Noun("Case", Case)
CASE.id()
CASE.columns(
    "revision", "stage", "custody_status", "priority", "no_publicity", "opened_at", "closed_at",
)  # fmt: skip
# The legal team's own words, and dates that the client may not have agreed to tell.
CASE["tags"] = Expression(said=lambda at: case((legal(at), func.to_json(at.row.tags)), else_=func.json_build_array()))
CASE["closing_reason"] = Expression(said=lambda at: at.row.closing_reason, only=legal)
CASE["next_occasion_at"] = Expression(said=lambda at: at.row.next_occasion_at, only=legal)
CASE["short_id"] = Expression(said=lambda at: func.concat("C-", cast(at.row.number, Text)))
CASE["client"] = Same("Client")
CASE["lead_organization"] = organization("lead_organization_id")
CASE["coordinator"] = person("coordinator_id")


def may(reader: Reader, _: Any, seat: list[Any] | None) -> list[str]:
    """What the actor's seat allows, in the words of the mutations."""
    held = seat_of(reader.standing, seat) if seat else None
    return [camel(act.name.lower()) for act in Act if held and allows(held, act)]


CASE["may"] = Expression(inputs={"seat": lambda at: at.seat(at.row.id)}, finish=may)
CASE["audience"] = Expression(said=lambda at: at.audience())
CASE["where_now"] = Many(
    "CustodyStint",
    lambda at, there: and_(of_case(at, there), there.row.booked_out_at.is_(None)),
    order=lambda there: [there.row.checked_at.desc(), there.row.id.desc()],
    first=True,
)


def beneath(at: At, there: Any) -> Any:
    """It is the occasion beneath a hearing or an action: joined once, whoever asks."""
    return there.id == at.row.occasion_id


def occasion(at: At) -> Any:
    """The occasion beneath a hearing or an action."""
    return at.joined(Occasion, partial(beneath, at), seen=true)


CASE["next_hearing"] = Many(
    "Hearing",
    lambda at, there: and_(
        of_case(at, there), occasion(there).state.in_(UPCOMING), occasion(there).ends_at > at.eyes.now
    ),
    order=lambda there: [occasion(there).starts_at, there.row.id],
    first=True,
)
# What boards are ordered by. Check-ins are among it, which nobody outside is told.
CASE["next_occasion"] = One(
    "Occasion",
    lambda at, there: and_(there.id == at.row.next_occasion_id, there.ends_at > at.eyes.now),
    only=legal,
)
CASE["represented_by"] = Many(
    "Assignment", lambda at, there: and_(of_case(at, there), there.row.state.in_(list(STANDING)))
)
CASE["custody"] = Many(
    "CustodyStint",
    of_case,
    order=lambda there: [there.row.checked_at.desc(), there.row.id.desc()],
)
CASE["locator_checks"] = Many(
    "LocatorCheck",
    lambda at, there: and_(of_case(at, there), there.row.taken_back_at.is_(None)),
    order=lambda there: [there.row.checked_at.desc(), there.row.id.desc()],
    limit=20,
)
CASE["proceedings"] = Many("Proceeding", of_case)
CASE["hearings"] = Many("Hearing", of_case, order=lambda there: [occasion(there).starts_at, there.row.id])
CASE["assignments"] = Many("Assignment", of_case)
CASE["team"] = Many(
    "TeamMember",
    lambda at, there: and_(of_case(at, there), or_(there.row.until.is_(None), there.row.until > at.eyes.now)),
)
CASE["readers"] = Many(
    "CaseReader",
    of_case,
    order=lambda there: [there.row.began_at, there.row.organization_id],
)
CASE["consents"] = Many("Consent", of_case, order=lambda there: [there.row.given_at.desc(), there.row.id.desc()])
CASE["actions"] = Many("AdvocacyAction", of_case, order=lambda there: [there.row.id.desc()])
# Kept with another case, and about this one, too.
CASE["shared_actions"] = Many(
    "AdvocacyAction",
    lambda at, there: there.row.id.in_(
        select(FurtherCase.action_id).where(FurtherCase.case_id == at.row.id, FurtherCase.taken_off_at.is_(None))
    ),
    order=lambda there: [there.row.id.desc()],
)
CASE["merged_into"] = case_of("merged_into_id")
CASE["merges"] = Many(
    "Merge", lambda at, there: there.row.kept_case_id == at.row.id, order=lambda there: [there.row.id.desc()]
)
CASE["tasks"] = Many(
    "Task",
    lambda at, there: and_(
        of_case(at, there), there.row.done_at.is_(None) if at.given.fixed("openOnly") else literal(True)
    ),
    order=lambda there: [there.row.due_at, there.row.id],
    fixed=frozenset({"openOnly"}),
)


def shown_of_case(table: type[Table], *fields: str) -> Shown:
    """When there is something to see, it is recorded as seen on the case."""
    return Shown(table, fields, record=this, case=this, organization=_lead)


CASE["contacts"] = Many(
    "CaseContact",
    lambda at, there: and_(of_case(at, there), there.row.ended_at.is_(None)),
    shown=shown_of_case(CaseContact, "person"),
)
CASE["walls"] = Many(
    "ConflictWall",
    lambda at, there: and_(of_case(at, there), there.row.lifted_at.is_(None)),
    shown=shown_of_case(ConflictWall, "reason"),
)
CASE["notes"] = Many("Note", of_case, order=lambda there: [there.row.id.desc()], shown=shown_of_case(Note, "body"))
CASE["privileged_notes"] = Many(
    "PrivilegedNote",
    of_case,
    order=lambda there: [there.row.id.desc()],
    only=lambda at: at.reaches(COUNSEL),
    shown=shown_of_case(PrivilegedNote, "body"),
)
CASE["intake"] = One(
    "Intake",
    lambda at, there: there.case_id == at.row.id,
    shown=shown_of_case(Intake, "caller", "arrest_place", "told"),
)
CASE["whereabouts"] = One(
    "Whereabouts", lambda at, there: there.case_id == at.row.id, shown=shown_of_case(Whereabouts, "facility")
)
INTAKE = Noun("Intake", Intake)
INTAKE.columns("caller_relation", "arrested_at", "arrest_zone")
INTAKE.sealed("caller_name", "caller_phone", "arrest_place", "told")


def _sought(at: At, row: Any) -> list[Any]:
    """Of a trail the entries that somebody looks for: whose, of which days, about what."""
    given, holds = at.given, []
    if given.has("personId"):
        # An id that is nobody's wrote nothing.
        holds.append(row.actor_id == given.bound("personId", Uuid(), lambda _, said: said[1]))
    if given.has("since"):
        holds.append(row.at >= given.bound("since", DateTime(timezone=True)))
    if given.has("until"):
        holds.append(row.at < given.bound("until", DateTime(timezone=True)))
    if given.fixed("topic") is not None:
        holds.append(of_topic(row, given.fixed("topic")))
    return holds


CASE["trail"] = Pages(
    "AuditEntry",
    lambda at, there: and_(about(there.row, at.row.id), *_sought(at, there.row)),
    order=lambda at, there: ([(there.row.seq, True)], [int]),
    fixed=frozenset({"first", "topic"}),
    inputs={"seat": lambda at: at.seat(at.row.id)},
    finish=lambda reader, found, seat: found if "readAudit" in may(reader, None, seat) else None,
)


MERGE = Noun("Merge", DetaineeMerge)
MERGE.id()
MERGE["merged_at"] = Expression(said=lambda at: at.row.created_at)
MERGE.columns("undone_at")
MERGE["merged_case"] = case_of("merged_case_id")
MERGE["merged_by"] = person("merged_by_id")
