"""What is said of people, organizations and places."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func

from casework.reading.facts import Expression, Fact, Many, Noun, One, Shown, sealed, words
from schema.absences import Absence
from schema.attorneys import Attorney
from schema.courts import Court, HearingLocation
from schema.facilities import Facility
from schema.organizations import Membership, Organization
from schema.people import Contact, Person


def person(column: str, **more: Any) -> Fact:
    """The person a column names."""
    return One("Person", lambda at, there: there.id == getattr(at.row, column), **more)


def _today(at: Any) -> Any:
    """The day, by the clock of the house."""
    return func.date(func.timezone("UTC", at.eyes.now))


def organization(column: str) -> Fact:
    """The organization a column names."""
    return One("Organization", lambda at, there: there.id == getattr(at.row, column))


ORGANIZATION = Noun("Organization", Organization)
ORGANIZATION.id()
ORGANIZATION.columns("slug", "name", "kind", "phone", "time_zone")
ORGANIZATION["members"] = Many(
    "Membership",
    lambda at, there: (there.row.organization_id == at.row.id) & there.row.ended_at.is_(None),
)

MEMBERSHIP = Noun("Membership", Membership)
MEMBERSHIP.columns("role", "supervised")
MEMBERSHIP["organization"] = organization("organization_id")
MEMBERSHIP["person"] = person("person_id")


PERSON = Noun("Person", Person)
PERSON.id()
PERSON.columns("revision", "kind", "office", "language", "time_zone")
PERSON["channels"] = words("channels")
#: Hours on their own wall.
PERSON["quiet_from"] = Expression(said=lambda at: func.to_char(at.row.quiet_from, "HH24:MI"))
PERSON["quiet_until"] = Expression(said=lambda at: func.to_char(at.row.quiet_until, "HH24:MI"))
PERSON.columns("wake_for_changes", "morning_digest")
PERSON["name"] = sealed("name", empty="")
PERSON["contacts"] = Many(
    "Contact",
    lambda at, there: there.row.person_id == at.row.id,
    shown=Shown(Contact, ("address",), record=lambda at: at.row.id, organization=lambda at: at.row.organization_id),
)
PERSON["scheduler_for"] = person("scheduler_for_id")
PERSON["attorney"] = One("Attorney", lambda at, there: there.person_id == at.row.id)

CONTACT = Noun("Contact", Contact)
CONTACT.id()
CONTACT.columns("channel")
CONTACT["address"] = sealed("address", empty="")
CONTACT["stopped"] = Expression(said=lambda at: at.row.stopped_at.is_not(None))
CONTACT["bounced"] = Expression(said=lambda at: at.row.bounced_at.is_not(None))

ATTORNEY = Noun("Attorney", Attorney)
ATTORNEY.columns(
    "revision", "qualification", "bar_states", "good_standing", "eoir_registered", "accreditation", "accredited_until",
    "statement_filed", "admitted_courts", "languages", "open_to_offers", "most_cases", "hours_a_month", "places",
    "remote", "wants_mentor",
)  # fmt: skip
ATTORNEY["interests"] = words("interests")
ATTORNEY["half_days"] = words("half_days")
ATTORNEY["absences"] = Many(
    "Absence",
    lambda at, there: (there.row.person_id == at.row.person_id) & (there.row.last_day >= _today(at)),
    order=lambda there: [there.row.first_day, there.row.id],
)

ABSENCE = Noun("Absence", Absence)
ABSENCE.id()
ABSENCE.columns("first_day", "last_day")
ATTORNEY["supervisor"] = person("supervisor_id")
ATTORNEY["mentor"] = person("mentor_id")
ATTORNEY["conflicts_contact"] = person("conflicts_contact_id")

FACILITY = Noun("Facility", Facility)
FACILITY.id()
FACILITY.columns(
    "code", "name", "city", "state", "field_office", "district", "circuit", "time_zone", "latitude", "longitude",
    "location_precision",
)  # fmt: skip

COURT = Noun("Court", Court)
COURT.id()
COURT.columns("code", "name", "city", "state", "time_zone", "latitude", "longitude")
COURT["locations"] = Many(
    "HearingLocation",
    lambda at, there: there.row.court_id == at.row.id,
    order=lambda there: [there.row.name, there.row.id],
)

HEARING_LOCATION = Noun("HearingLocation", HearingLocation)
HEARING_LOCATION.id()
HEARING_LOCATION.columns("code", "name", "street", "city", "state", "time_zone", "observer_rules")
