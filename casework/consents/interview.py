"""Consent is asked as five plain questions; what may be done, for whom and in which form of name follows from the
answers.

Mateo says: officials may be told, people may come to court, no press. So officials, supporters and advocates may be
told under his public name, what he had said to the press before ends, and nobody asks him about a photo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, tasks
from casework.access import Act
from casework.closing import refuse_closed
from casework.consents import cascade, giving, taking_back
from casework.language import Sentence
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.consents import (
    Consent,
    ConsentAnswer,
    ConsentAudience,
    ConsentInterview,
    ConsentState,
    GivenBy,
    Heard,
    NameForm,
    Purpose,
)
from schema.retractions import Retraction

#: What each of the first three questions is about.
_ABOUT: dict[str, tuple[Purpose, tuple[ConsentAudience, ...]]] = {
    "officials": (Purpose.TELL_OFFICIALS, (ConsentAudience.OFFICIALS,)),
    "courtroom": (Purpose.FILL_COURTROOM, (ConsentAudience.SUPPORTERS, ConsentAudience.ADVOCATES)),
    "press": (Purpose.PRESS, (ConsentAudience.PRESS, ConsentAudience.PUBLIC)),
}
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the client answered to: may we tell officials? fill the courtroom? speak to the press? show a photo? say
    the full name?
    """

    officials: ConsentAnswer = ConsentAnswer.NOT_ASKED
    courtroom: ConsentAnswer = ConsentAnswer.NOT_ASKED
    press: ConsentAnswer = ConsentAnswer.NOT_ASKED
    photo: ConsentAnswer = ConsentAnswer.NOT_ASKED
    full_name: ConsentAnswer = ConsentAnswer.NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How the talk was held."""

    given_by: GivenBy
    language: str
    heard: Heard = Heard.PRIVATELY
    assented: bool = False
    guardian_adverse: bool = False
    interpreter: str | None = None
    witness: str | None = None
    relayed_by: str | None = None
    script: str | None = None
    circumstances: str | None = None
    #: Null: 90 days from now.
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Interviewed:
    """A talk that was recorded, and what follows from it."""

    interview: ConsentInterview
    #: What is permitted, or proposed until counsel confirms it.
    consents: tuple[Consent, ...]
    retractions: tuple[Retraction, ...]


async def record_consent_interview(tx: Transaction, case_id: UUID, answers: Answers, how: How) -> Interviewed:
    """Record what was answered to the five questions. A yes permits what it is about, or proposes it until counsel has
    asked again; a no ends what was permitted before, at once and whoever brought it; what was not asked stays as it is.

    A guardian who stands to gain from what harms the client can't consent: their yes is written down and permits
    nothing. Raises :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CONSENT_INTERVIEW)
    refuse_closed(case)
    _check(answers, how)
    adverse = how.given_by is GivenBy.GUARDIAN and how.guardian_adverse
    agreed = [] if adverse else agreed_to(answers)
    interview = await _kept(tx, case, answers, how)
    made: list[Consent] = []
    if agreed:
        given = giving.Given(
            given_by=how.given_by, language=how.language, heard=how.heard, assented=how.assented,
            expires_on=how.expires_on, interview_id=interview.id,
        )  # fmt: skip
        made = await giving.give(tx, case, agreed, given)
    listed = await _end_what_was_denied(tx, case, answers)
    if adverse:
        await tasks.raise_once(
            tx,
            case,
            f"guardian_adverse:{interview.id}",
            Sentence(
                "The guardian's interest is against the client's. Ask counsel who else can consent for the client."
            ),
            tx.now,
        )
    return Interviewed(interview, tuple(made), tuple(listed))


def agreed_to(answers: Answers) -> list[giving.What]:
    """What a yes permits. The public name is the only form that is permitted by default; a photo and the full name are
    the press's alone.
    """
    found = []
    for question, (purpose, audiences) in _ABOUT.items():
        if getattr(answers, question) is not ConsentAnswer.YES:
            continue
        press = purpose is Purpose.PRESS
        found += [
            giving.What(
                purpose=purpose,
                audience=audience,
                name_form=NameForm.FULL if press and answers.full_name is ConsentAnswer.YES else NameForm.PUBLIC_NAME,
                photo=press and answers.photo is ConsentAnswer.YES,
            )
            for audience in audiences
        ]
    return found


def _check(answers: Answers, how: How) -> None:
    given = [getattr(answers, one.name) for one in fields(answers)]
    if all(one is ConsentAnswer.NOT_ASKED for one in given):
        raise Invalid("officials", "Answer at least one of the questions.")
    for question in ("photo", "full_name"):
        if getattr(answers, question) is ConsentAnswer.YES and answers.press is not ConsentAnswer.YES:
            raise Invalid(
                "fullName" if question == "full_name" else question,
                "A photo and the full name are for the press: ask about the press first.",
            )
    if not how.language.strip():
        raise Invalid("language", "Say in which language it was explained.")
    if how.given_by is GivenBy.RELAYED and not (how.relayed_by and how.relayed_by.strip()):
        raise Invalid("relayedBy", "Say who brought the client's word.")
    for field, text in (
        ("interpreter", how.interpreter),
        ("witness", how.witness),
        ("relayedBy", how.relayed_by),
        ("script", how.script),
    ):
        if text is not None and len(text.strip()) > _LONGEST:
            raise Invalid(field, "At most {most} letters.", most=_LONGEST)


async def _kept(tx: Transaction, case: Case, answers: Answers, how: How) -> ConsentInterview:
    await tx.unlock([case.vault_key_id])
    interview = ConsentInterview(
        id=new_id(),
        case_id=case.id,
        **{one.name: getattr(answers, one.name) for one in fields(answers)},
        given_by=how.given_by,
        heard=how.heard,
        assented=how.assented,
        guardian_adverse=how.given_by is GivenBy.GUARDIAN and how.guardian_adverse,
        language=how.language.strip(),
        script=_line(how.script),
        asked_at=tx.now,
        recorded_by_id=tx.person_id,
    )
    for name in ("interpreter", "witness", "relayed_by", "circumstances"):
        sealed = tx.seal(ConsentInterview, interview.id, name, case.vault_key_id, _line(getattr(how, name)))
        setattr(interview, name, sealed)
    tx.session.add(interview)
    await tx.session.flush()
    tx.record(
        "consent.asked", interview, case=case,
        after={one.name: getattr(answers, one.name) for one in fields(answers)}
        | {"given_by": how.given_by, "heard": how.heard, "guardian_adverse": interview.guardian_adverse},
    )  # fmt: skip
    return interview


def _line(text: str | None) -> str | None:
    return text.strip() or None if text else None


async def _end_what_was_denied(tx: Transaction, case: Case, answers: Answers) -> list[Retraction]:
    """A no needs nobody's confirmation: what it is about ends, or loses the photo or the full name."""
    denied = [
        (purpose, audience)
        for question, (purpose, audiences) in _ABOUT.items()
        if getattr(answers, question) is ConsentAnswer.NO
        for audience in audiences
    ]
    live = list(
        await tx.session.scalars(
            select(Consent)
            .where(
                Consent.case_id == case.id,
                Consent.state.in_([ConsentState.PROPOSED, ConsentState.STANDING, ConsentState.PAUSED]),
                Consent.expires_at > tx.now,
            )
            .order_by(Consent.id)
            .with_for_update()
        )
    )
    ended = [one for one in live if (one.purpose, one.audience) in denied]
    listed: list[Retraction] = []
    if ended:
        _, listed = await taking_back.withdraw(tx, case, ended)
    narrowed = await _narrow_the_press(tx, case, answers, [one for one in live if one not in ended])
    if narrowed:
        await cascade.follow(tx, case, narrowed)
    return listed


async def _narrow_the_press(
    tx: Transaction, case: Case, answers: Answers, live: Iterable[Consent]
) -> set[ConsentAudience]:
    no_photo, no_full_name = answers.photo is ConsentAnswer.NO, answers.full_name is ConsentAnswer.NO
    touched = set()
    for one in live:
        less: dict[str, object] = {}
        if no_photo and one.photo:
            less["photo"] = False
        if no_full_name and one.name_form is NameForm.FULL:
            less["name_form"] = NameForm.PUBLIC_NAME
        if less and one.state is ConsentState.STANDING:
            one.revision += 1
            await taking_back.narrow(tx, case, one, **less)
            touched.add(one.audience)
        elif less:
            # Nothing stands yet, or rests: what it would permit is less from now on.
            for name, value in less.items():
                setattr(one, name, value)
            one.revision += 1
            tx.record("consent.narrowed", one, case=case)
    await tx.session.flush()
    return touched


__all__ = ["Answers", "How", "Interviewed", "agreed_to", "record_consent_interview"]
