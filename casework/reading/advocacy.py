"""What is said of actions, invitations, representation, consents and feeds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import UUID

from sqlalchemy import Integer, Text, and_, any_, case, cast, func, literal, not_, or_
from sqlalchemy.dialects.postgresql import JSONB

from casework import clearance, disclosure
from casework.access import Act
from casework.access.eyes import READER
from casework.actors import LinkKind
from casework.clearance import Said, SignedOff
from casework.disclosure import AFTERWARDS, OfCase, standing_in_public
from casework.reading.cases import beneath, case_of, consents_of, may, occasion, permitted, seen_by_legal
from casework.reading.facts import Expression, Made, Many, Noun, One, Plain, Same, camel, sealed, words, written
from casework.reading.moves import shown
from casework.reading.occasions import court
from casework.reading.people import organization, person
from casework.reading.places import At
from casework.reading.reader import Reader
from schema.advocacy import ActionState, AdvocacyAction, SignOff, SignOffCapacity
from schema.assignments import ASKED, Assignment, AssignmentState
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, ConsentState, NameForm
from schema.feeds import Feed
from schema.invitations import WITHOUT_ACCOUNT, Invitation, InvitationState
from schema.public_pages import PublicPage, PublicStanding
from schema.teams import COUNSEL_ROLES

ACTION = Noun("AdvocacyAction", AdvocacyAction)
ACTION.id()
ACTION.columns(
    "revision", "state", "name_form", "uses_photo", "said_revision", "hosts", "codeword", "embargo_until",
    "follows_hearing", "published_at", "called_off_at",
)  # fmt: skip
ACTION["kind"] = Expression(said=lambda at: written(occasion(at).kind))
ACTION["audiences"] = words("audiences")
# Typed on the case it is kept with, for whoever reads that: it may say who the client is.
ACTION["calling_off_reason"] = Expression(
    said=lambda at: case((or_(not_(at.row.of_several), at.reaches(READER)), at.row.calling_off_reason))
)
ACTION["title"] = sealed("title", empty="")
ACTION["statement"] = sealed("statement")
ACTION["case"] = case_of()
ACTION["hearing"] = One("Hearing", lambda at, there: there.id == at.row.hearing_id)
ACTION["occasion"] = One("Occasion", beneath, seen_with_it=True)
ACTION["organization"] = organization("organization_id")
ACTION["lead"] = person("lead_id")
ACTION["sign_offs"] = Many("SignOff", lambda at, there: there.row.action_id == at.row.id)
ACTION["invitations"] = Many("Invitation", lambda at, there: there.row.occasion_id == at.row.occasion_id)
ACTION["answers"] = Same("AnswerCounts")
ACTION["public_page"] = Same("PublicPage")


def _of(at: At) -> Any:
    return at.joined(Case, lambda there: there.id == at.row.case_id)


def _said(case_id: str, said: list[Any]) -> Said:
    form, audiences, photo, revision, holds_name = said
    return Said(
        case_id=UUID(case_id),
        name_form=NameForm(form),
        audiences=tuple(ConsentAudience(word) for word in audiences),
        uses_photo=photo,
        said_revision=revision,
        holds_name=holds_name,
    )


def _missing(
    reader: Reader, _: Any, case_id: str | None, said: list[Any], consents: list[Any], signed: list[Any],
    of_record: list[Any], no_publicity: bool | None, asked_again: float | None, over: bool, ends: float, draft: bool,
    several: list[Any] | None, of_several: bool,
) -> list[str]:  # fmt: skip
    """What must still be given before it may be published, each naming who can give it."""
    if over or case_id is None:
        return []
    if of_several:
        until_over = reader.instant(ends) if draft else None
        found = disclosure.together(disclosure.facts_from(several), _said(case_id, said), reader.now, until_over)
        return list(found.missing)
    until = max(reader.instant(ends), reader.now)
    then = permitted(reader, consents, no_publicity=bool(no_publicity), asked_again=asked_again, at=until)
    found = clearance.of_action(
        _said(case_id, said),
        permitted(reader, consents, no_publicity=bool(no_publicity), asked_again=asked_again),
        [
            SignedOff(UUID(attorney), SignOffCapacity(capacity), revision, reader.instant(given))
            for attorney, capacity, revision, given in signed
        ],
        attorneys_of_record=frozenset(UUID(attorney) for (attorney,) in of_record),
        no_publicity=bool(no_publicity),
        later=clearance.Later(then.permits, partial(disclosure.last_day, now=reader.now)) if draft else None,
    )
    return list(found.missing)


ACTION["missing"] = _MISSING = Expression(
    inputs={
        "case": lambda at: at.row.case_id,
        "said": lambda at: func.json_build_array(
            at.row.name_form, func.to_json(at.row.audiences), at.row.uses_photo, at.row.said_revision,
            at.row.holds_name,
        ),
        "consents": lambda at: consents_of(at, at.row.case_id),
        "signed": lambda at: at.listed(
            SignOff,
            lambda there: and_(
                there.action_id == at.row.id, there.case_id == at.row.case_id, there.withdrawn_at.is_(None)
            ),
            lambda there: [
                there.attorney_id, there.capacity, there.said_revision, func.extract("epoch", there.given_at)
            ],
        ),
        "of record": lambda at: at.listed(
            Assignment,
            lambda there: and_(there.case_id == at.row.case_id, there.state == AssignmentState.OF_RECORD),
            lambda there: [there.attorney_id],
        ),
        "no publicity": lambda at: _of(at).no_publicity,
        "asked again": lambda at: func.extract("epoch", _of(at).consents_asked_again_from),
        "over": lambda at: at.row.state.in_([ActionState.CALLED_OFF, ActionState.DONE]),
        "ends": lambda at: func.extract("epoch", occasion(at).ends_at),
        "draft": lambda at: at.row.state == ActionState.DRAFT,
        "several": lambda at: _several(at),
        "of several": lambda at: at.row.of_several,
    },
    finish=_missing,
)  # fmt: skip


def _several(at: At) -> Any:
    return case((at.row.of_several, func.action_facts(at.row.id, type_=JSONB)))


def _cases(
    reader: Reader, _: Any, several: list[Any] | None, case_id: str | None, said: list[Any], over: bool, draft: bool,
    ends: float,
) -> list[OfCase]:  # fmt: skip
    """Of each of its cases what is missing, where it is about several."""
    if case_id is None:
        return []
    until_over = reader.instant(ends) if draft else None
    found = disclosure.of_cases(disclosure.facts_from(several), _said(case_id, said), reader.now, until_over)
    return [replace(one, missing=()) for one in found] if over else found


ACTION["cases"] = Made(
    noun="ActionCase",
    inputs={name: _MISSING.inputs[name] for name in ("several", "case", "said", "over", "draft", "ends")},
    finish=_cases,
)
ACTION_CASE = Noun("ActionCase")
ACTION_CASE.plain("short_id", "kept", "clear", "missing", "signed", "capacity")
ACTION_CASE["case_id"] = Plain(of=lambda one: shown("Case", one.case_id) if one.case_id else None)

#: What may be done with an action that names no case, by whoever may draft one.
ACTS_WITHOUT_CASE = (
    Act.REVISE_ACTION, Act.EMBARGO_ACTION, Act.PUBLISH_ACTION, Act.CALL_OFF_ACTION, Act.EDIT_PUBLIC_PAGE, Act.INVITE,
    Act.WITHDRAW_INVITATION, Act.WRITE_WORDING, Act.WRITE_SAFETY_PLAN, Act.LAY_OUT_ACTION_TASKS,
)  # fmt: skip
_WITHOUT_CASE = [camel(act.name.lower()) for act in ACTS_WITHOUT_CASE]
ACTION["may"] = Expression(
    inputs={"case": lambda at: at.row.case_id, "seat": lambda at: at.seat(at.row.case_id)},
    finish=lambda reader, _, case_id, seat: may(reader, None, seat) if case_id else list(_WITHOUT_CASE),
)

PUBLIC_PAGE = Noun("PublicPage", AdvocacyAction)


def _page(at: At) -> Any:
    return at.joined(PublicPage, lambda there: and_(there.action_id == at.row.id, there.ended_at.is_(None)))


_CLEARED = _MISSING.inputs
_PUBLIC = {
    **_CLEARED,
    "state": lambda at: at.row.state,
    "public": lambda at: literal(ConsentAudience.PUBLIC.value) == any_(at.row.audiences),
    "embargoed": lambda at: func.coalesce(at.row.embargo_until > at.eyes.now, False),
    "long over": lambda at: occasion(at).ends_at + AFTERWARDS <= at.eyes.now,
    "address": lambda at: _page(at).address,
}


def _standing(reader: Reader, row: Any, *asked: Any) -> str:
    """What the door of the page would find."""
    told = dict(zip(_PUBLIC, asked, strict=True))
    # Also of one that has been held.
    cleared: list[Any] = [False if name == "over" else told[name] for name in _CLEARED]
    return standing_in_public(
        ActionState(told["state"]),
        public=told["public"],
        embargoed=told["embargoed"],
        over=told["long over"],
        cleared=not _missing(reader, row, *cleared),
    ).name


def _where(form: str) -> Expression:
    """The address of a form of the page, while anybody may read it."""

    def finish(reader: Reader, row: Any, *asked: Any) -> str | None:
        shown = _standing(reader, row, *asked) == PublicStanding.SHOWN.name and asked[-1]
        return f"{reader.address}/p/{asked[-1]}{form}" if shown else None

    return Expression(inputs=_PUBLIC, finish=finish)


PUBLIC_PAGE["standing"] = Expression(inputs=_PUBLIC, finish=_standing)
PUBLIC_PAGE["url"] = _where("")
PUBLIC_PAGE["poster_url"] = _where("/poster")
PUBLIC_PAGE["language"] = Expression(said=lambda at: func.coalesce(_page(at).language, "en"))

ANSWERS = Noun("AnswerCounts", AdvocacyAction)


def _count(name: str, *states: InvitationState, heads: bool = False) -> None:
    """Of the invitations that are there, and of those whose clock has run: of these a head-count is left."""
    ANSWERS[name] = Expression(
        said=lambda at: (
            at.total(
                Invitation,
                lambda there: and_(there.occasion_id == at.row.occasion_id, there.state.in_(states)),
                lambda there: func.coalesce(there.party_size, 1) if heads else literal(1),
            )
            + func.coalesce(cast(occasion(at).turnout[name].astext, Integer), 0)
        )
    )


_count("asked", *(state for state in InvitationState if state is not InvitationState.WITHDRAWN))
_count("coming", InvitationState.COMING)
_count("maybe", InvitationState.MAYBE)
_count("not_coming", InvitationState.NOT_COMING)
_count("heads", InvitationState.COMING, heads=True)
ANSWERS["came"] = Expression(
    said=lambda at: (
        at.total(
            Invitation,
            lambda there: there.occasion_id == at.row.occasion_id,
            lambda there: func.coalesce(there.came, 0),
        )
        + func.coalesce(cast(occasion(at).turnout["came"].astext, Integer), 0)
    )
)

SIGN_OFF = Noun("SignOff", SignOff)
SIGN_OFF.id()
SIGN_OFF.columns("capacity", "said_revision", "given_at")
SIGN_OFF["discussed_on"] = Expression(said=lambda at: cast(at.row.discussed_on, Text))
SIGN_OFF["current"] = Expression(
    said=lambda at: and_(
        at.joined(AdvocacyAction, lambda there: there.id == at.row.action_id).said_revision == at.row.said_revision,
        at.row.withdrawn_at.is_(None),
    )
)
SIGN_OFF["attorney"] = person("attorney_id")

INVITATION = Noun("Invitation", Invitation)
INVITATION.id()
INVITATION.columns("revision", "audience", "state", "token", "answered_at", "party_size", "booked", "opened_on")
INVITATION["invited_at"] = Expression(said=lambda at: at.row.created_at)
INVITATION["occasion"] = One("Occasion", lambda at, there: there.id == at.row.occasion_id)


def named_attendee(at: At) -> Any:
    """Names of the invited: for whoever invited them, coordinators, and advocates who lead the action."""
    case_id = at.row.case_id
    leads = at.any(
        AdvocacyAction, lambda there: and_(there.occasion_id == at.row.occasion_id, there.lead_id == at.eyes.person)
    )
    return or_(
        at.row.invited_by_id == at.eyes.person,
        case_id.is_(None),
        and_(at.reaches(), ~at.on_team(case_id, COUNSEL_ROLES)),
        and_(~at.reaches(), at.reaches(READER), leads),
    )


INVITATION["person"] = person("person_id", only=named_attendee)
INVITATION["acknowledged"] = Expression(
    said=lambda at: func.coalesce(at.row.acknowledged_sequence >= occasion(at).sequence, False)
)

ASSIGNMENT = Noun("Assignment", Assignment)
ASSIGNMENT.id()
ASSIGNMENT.columns("revision", "scope", "state", "answered_at", "of_record_at", "ended_at")


def _told(at: At) -> Any:
    """What an offer tells of the client is for the legal team, and for the attorney it was made to."""
    return or_(at.row.attorney_id == at.eyes.person, at.reaches())


ASSIGNMENT["blurb"] = Expression(said=lambda at: case((_told(at), at.row.blurb), else_=""))
ASSIGNMENT["offered_at"] = Expression(said=lambda at: at.row.created_at)
ASSIGNMENT["case"] = case_of()
ASSIGNMENT["attorney"] = person("attorney_id")
ASSIGNMENT["organization"] = organization("organization_id")
ASSIGNMENT["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
ASSIGNMENT["offer"] = Same("Offer", only=lambda at: and_(at.row.state.in_(sorted(ASKED)), _told(at)))

OFFER = Noun("Offer", Assignment)
OFFER.columns("blurb")


def offer_tells(at: At) -> Any:
    """The masked facts of the case as they stand now: of no row that the offered attorney could read."""
    return func.offer_tells(at.row.id, type_=JSONB)


OFFER["language"] = Expression(said=lambda at: offer_tells(at)["language"].astext)
OFFER["region"] = Expression(said=lambda at: offer_tells(at)["region"].astext)
OFFER["country"] = sealed("country")
OFFER["minor"] = Expression(said=lambda at: func.coalesce(offer_tells(at)["minor"].astext == "true", False))
OFFER["next_hearing_kind"] = Expression(said=lambda at: func.upper(offer_tells(at)["next_hearing_kind"].astext))
OFFER["next_hearing_date"] = Expression(said=lambda at: offer_tells(at)["next_hearing_date"].astext)

CONSENT = Noun("Consent", Consent)
CONSENT.id()
CONSENT.columns(
    "revision", "purpose", "audience", "channel", "name_form", "place", "photo", "story", "bond", "state", "given_by",
    "given_at", "expires_at", "ended_at",
)  # fmt: skip
# It was explained in the client's own.
CONSENT["language"] = Expression(said=lambda at: at.row.language, only=seen_by_legal)
CONSENT["standing"] = Expression(
    said=lambda at: and_(
        at.row.state == ConsentState.STANDING, at.row.given_at <= at.eyes.now, at.eyes.now < at.row.expires_at
    )
)
CONSENT["circumstances"] = sealed("circumstances", only=seen_by_legal)
CONSENT["recorded_by"] = person("recorded_by_id")
CONSENT["confirmed_by"] = person("confirmed_by_id")

FEED = Noun("Feed", Feed)
FEED.id()
FEED.columns(
    "revision", "name", "filter", "audience", "color", "alarms", "language", "created_at", "fetched_at", "fetched_by",
    "version", "revoked_at",
)  # fmt: skip
FEED["case"] = case_of()
FEED["court"] = court()
FEED["person"] = person("person_id")


def _shown(at: At) -> Any:
    """For its owner, or who made it for somebody without an account; gone when it is revoked."""
    return and_(
        at.row.revoked_at.is_(None),
        or_(at.row.person_id == at.eyes.person, at.row.audience.in_(sorted(WITHOUT_ACCOUNT))),
    )


def _address(form: Any) -> Expression:
    def finish(reader: Reader, _: Any, shown: bool, row: str, generation: int, name: str) -> str | None:
        if not shown:
            return None
        secret = reader.vault.link_secret(LinkKind.FEED, UUID(row), generation)
        return str(form(f"{reader.address}/feeds/{secret}.ics", name))

    return Expression(
        inputs={
            "shown": _shown,
            "row": lambda at: at.row.id,
            "generation": lambda at: at.row.generation,
            "name": lambda at: at.row.name,
        },
        finish=finish,
    )


def _webcal(address: str) -> str:
    return f"webcal://{urlsplit(address).netloc}{urlsplit(address).path}"


FEED["address"] = _address(lambda address, name: address)
FEED["webcal_address"] = _address(lambda address, name: _webcal(address))
FEED["google_address"] = _address(
    lambda address, name: f"https://calendar.google.com/calendar/r?cid={quote(_webcal(address), safe='')}"
)
FEED["outlook_address"] = _address(
    lambda address, name: (
        f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name, safe='')}"
    )
)
