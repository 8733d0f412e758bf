"""What is said of reports of an arrest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import any_, case

from casework.reading.facts import Expression, Fact, Noun, One, Shown
from casework.reading.people import organization, person
from casework.reading.places import At
from casework.reading.reader import Reader
from schema.reports import SAID_SEALED, ArrestReport, CallerRelation, ReportCase, ReportContents

REPORT = Noun("ArrestReport", ArrestReport)
REPORT.id()
REPORT.columns("revision", "state", "state_since", "why_declined")
REPORT["reported_at"] = Expression(said=lambda at: at.row.created_at)
REPORT["group"] = organization("organization_id")
REPORT["provider"] = organization("provider_id")
REPORT["made_by"] = person("made_by_id")
REPORT["case"] = One(
    "Case", lambda at, there: there.id == at.joined(ReportCase, lambda link: link.report_id == at.row.id).case_id
)


def _home(at: At) -> Any:
    """Whoever reads it is in the trail of their own organization: the group's, or the provider's."""
    mine = at.row.organization_id == any_(at.eyes.organizations())
    return case((mine, at.row.organization_id), else_=at.row.provider_id)


REPORT["contents"] = One(
    "ReportContents",
    lambda at, there: there.report_id == at.row.id,
    shown=Shown(ReportContents, tuple(SAID_SEALED), record=lambda at: at.row.id, organization=_home),
)

CONTENTS = Noun("ReportContents", ReportContents)
CONTENTS.columns("language", "arrested_at", "arrest_zone", "agency")
CONTENTS.sealed("name", "a_number", "birth_date", "country_of_birth", "arrest_place", "caller_name", "caller_phone")


def _other_names(reader: Reader, _: Any, cipher: str | None, report: str) -> list[str]:
    return reader.opened(cipher, "report_contents", "other_names", report).split("\n") if cipher else []


def _relation(reader: Reader, _: Any, cipher: str | None, report: str) -> str | None:
    if cipher is None:
        return None
    return CallerRelation(reader.opened(cipher, "report_contents", "caller_relation", report)).name


def _sealed(column: str, finish: Any) -> Fact:
    def ask(at: At) -> Any:
        return getattr(at.row, column)

    return Expression(inputs={column: ask, "report": lambda at: at.row.report_id}, finish=finish)


CONTENTS["other_names"] = _sealed("other_names", _other_names)
CONTENTS["caller_relation"] = _sealed("caller_relation", _relation)
