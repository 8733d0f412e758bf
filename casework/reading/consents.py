"""What is said of how a client was asked, of safeguards, of what can't be recalled, and of counsel's answers."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from sqlalchemy import Text, and_, cast, func

from casework import disclosure, revisions
from casework.reading.advocacy import ACTION, CONSENT
from casework.reading.cases import CASE, legal, of_case, seen_by_legal
from casework.reading.facts import Expression, Made, Many, Noun, One, Plain
from casework.reading.people import person
from casework.reading.reader import Reader
from schema.advocacy import AdvocacyAction, SignOff
from schema.consents import ConsentAudience, ConsentInterview, NameForm
from schema.counsel import CounselAnswer, SaidRevision
from schema.retractions import Retraction
from schema.safeguards import Safeguard

INTERVIEW = Noun("ConsentInterview", ConsentInterview)
INTERVIEW.id()
INTERVIEW.columns(
    "officials", "courtroom", "press", "photo", "full_name", "given_by", "heard", "assented", "guardian_adverse",
    "language", "script", "asked_at",
)  # fmt: skip
INTERVIEW.sealed("interpreter", "witness", "relayed_by", "circumstances")
INTERVIEW["recorded_by"] = person("recorded_by_id")

CONSENT.columns("heard", "assented", "confirmed_at", "paused_at", "resumed_at")
CONSENT["confirmed_in"] = Expression(said=lambda at: at.row.confirmed_in, only=seen_by_legal)
CONSENT["interview"] = One("ConsentInterview", lambda at, there: there.id == at.row.interview_id)

SAFEGUARD = Noun("Safeguard", Safeguard)
SAFEGUARD.columns("doubted_since")
SAFEGUARD.sealed("why")
SAFEGUARD["doubted_by"] = person("doubted_by_id")

RETRACTION = Noun("Retraction", Retraction)
RETRACTION.id()
RETRACTION.columns("revision", "kind", "audience", "messages", "told_at")
RETRACTION.sealed("answer")
RETRACTION["listed_at"] = Expression(said=lambda at: at.row.created_at)
RETRACTION["person"] = person("person_id")
RETRACTION["caller"] = person("caller_id")
RETRACTION["told_by"] = person("told_by_id")
RETRACTION["action"] = One("AdvocacyAction", lambda at, there: there.id == at.row.action_id)

CASE["consent_interviews"] = Many(
    "ConsentInterview", of_case, order=lambda there: [there.row.asked_at.desc(), there.row.id.desc()]
)
CASE["retractions"] = Many("Retraction", of_case, order=lambda there: [there.row.id])
CASE["safeguard"] = One(
    "Safeguard", lambda at, there: and_(there.case_id == at.row.id, there.doubted_since.is_not(None)), only=legal
)

ANSWER = Noun("CounselAnswer", CounselAnswer)
ANSWER.id()
ANSWER.columns("said", "said_revision", "given_at", "taken_over_at")
ANSWER.sealed("title", "statement")
ANSWER["discussed_on"] = Expression(said=lambda at: cast(at.row.discussed_on, Text))
ANSWER["attorney"] = person("attorney_id")
ANSWER["current"] = Expression(
    said=lambda at: (
        at.joined(AdvocacyAction, lambda there: there.id == at.row.action_id).said_revision == at.row.said_revision
    )
)

ACTION["counsel_answers"] = Many(
    "CounselAnswer", lambda at, there: there.row.action_id == at.row.id, order=lambda there: [there.row.id.desc()]
)
ACTION.columns("holds_name")

EMBARGO = Noun("Embargo")
EMBARGO.made("field", "until")


def _embargoes(reader: Reader, _: Any, kept: dict[str, str] | None, whole: float | None) -> list[dict[str, Any]]:
    action = AdvocacyAction(embargoes=kept or {}, embargo_until=reader.instant(whole) if whole is not None else None)
    return disclosure.embargoes_said(action, reader.now)


ACTION["embargoes"] = Made(
    noun="Embargo",
    inputs={
        "kept": lambda at: at.row.embargoes,
        "whole": lambda at: func.extract("epoch", at.row.embargo_until),
    },
    finish=_embargoes,
)

PASSAGE = Noun("Passage")
PASSAGE.plain("kept", "text")
CHANGED = Noun("ChangedWords")
CHANGED.plain(
    "since", "name_form_before", "name_form", "audiences_before", "audiences", "uses_photo_before", "uses_photo"
)
for _text in ("title", "statement", "further"):
    CHANGED[_text] = Plain(of=attrgetter(_text), noun="Passage")


def _changed(
    reader: Reader, _: Any, kept: list[list[Any]] | None, signed: list[list[Any]] | None, now: int
) -> revisions.Changed | None:
    def opened(cipher: str | None, column: str, row: str) -> str:
        return reader.opened(cipher, SaidRevision.__tablename__, column, row) if cipher else ""

    worded = [
        revisions.Worded(
            said_revision=revision,
            title=opened(title, "title", row),
            statement=opened(statement, "statement", row),
            further=opened(further, "further", row),
            name_form=NameForm(form),
            audiences=tuple(ConsentAudience(word) for word in audiences),
            uses_photo=photo,
        )
        for row, revision, title, statement, further, form, audiences, photo in kept or []
    ]
    return revisions.changed(worded, [revision for (revision,) in signed or []], now)


ACTION["changed_since_sign_off"] = Made(
    noun="ChangedWords",
    inputs={
        "kept": lambda at: at.listed(
            SaidRevision,
            lambda one: one.action_id == at.row.id,
            lambda one: [
                one.id, one.said_revision, one.title, one.statement, one.further, one.name_form,
                func.to_json(one.audiences), one.uses_photo,
            ],
        ),
        "signed": lambda at: at.listed(
            SignOff, lambda one: one.action_id == at.row.id, lambda one: [one.said_revision]
        ),
        "now": lambda at: at.row.said_revision,
    },
    finish=_changed,
)  # fmt: skip

__all__ = ["ANSWER", "INTERVIEW", "RETRACTION"]
