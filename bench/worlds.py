"""Worlds that nobody planned: organizations, people, cases, seats, sharings that end, consents, and what hangs on them.

Rows are written as they are, without any verb: also those that no verb would write, because the walls must hold for
them as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID

from bench import attended, changed, happened, placed
from bench.embargoed import later

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
PAST, FUTURE = NOW - timedelta(days=3), NOW + timedelta(days=3)
#: An end that was, is to come, is just now, and none.
_ENDS = (PAST, FUTURE, NOW, None, None, None)
EARLIER = NOW - timedelta(days=9)

#: Of which a case has one with an id, and nothing else to choose.
_OF_CASE = (
    "proceedings", "custody_stints", "locator_checks", "notes", "privileged_notes", "family_members", "deadlines",
    "decisions", "date_sources",
)  # fmt: skip
#: Whom a client may agree to tell, and for what.
_PURPOSES = {
    "officials": "tell_officials", "supporters": "fill_courtroom", "advocates": "fill_courtroom", "press": "press",
    "public": "press",
}  # fmt: skip
TOKEN = "3F2"  # What a calendar says in place of a name.
#: Through whose eyes somebody is asked.
_EYES = (
    "coordinator", "attorney", "advocate", "official", "official", "official", "supporter", "supporter",
    "family_contact", "client", "press", "public",
)  # fmt: skip

Row = dict[str, Any]

#: What may stand once only.
_ONCE = {
    "memberships": ("organization_id", "person_id", "role"),
    "team_members": ("case_id", "person_id", "role"),
    "attorneys": ("person_id",),
    "invitations": ("occasion_id", "person_id"),
    "case_contacts": ("case_id", "person_id"),
    "conflict_walls": ("case_id", "person_id", "organization_id"),
    "assignments": ("case_id", "attorney_id"),
    "sign_offs": ("action_id", "attorney_id", "said_revision"),
}


@dataclass
class World:
    """Rows by table. ``people`` are those who sign in."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    staff: list[UUID] = field(default_factory=list)

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows.setdefault(table, [])

    def add(self, table: str, **given: Any) -> Row:
        # Twice the same seat or role is what the tables themselves refuse.
        alike = [name for name in _ONCE.get(table, ()) if name in given]
        if not alike or all(any(row[name] != given[name] for name in alike) for row in self[table]):
            self[table].append(given)
        return given


def world(random: Random) -> World:
    """One world. Small, so that everything in it touches everything else."""
    return _Making(random).made()


class _Making:
    past, now, future = PAST, NOW, FUTURE

    def __init__(self, random: Random) -> None:
        self.random, self.world = random, World()
        # Ids are no choice: whoever looks for the smallest world in which a rule fails need not try them.
        self.ids = Random(random.getrandbits(32))

    def id(self) -> UUID:
        return UUID(int=self.ids.getrandbits(128), version=4)

    def some(self, *of: Any) -> list[Any]:
        return [one for one in of if self.maybe()]

    def one(self, *of: Any) -> Any:
        return self.random.choice(of)

    def maybe(self) -> bool:
        return bool(self.one(True, False))

    def made(self) -> World:
        kinds = ["legal_provider", "legal_provider", "community_group", self.one("legal_provider", "community_group")]
        for name in ("Chelmsford", "Hartford"):
            self.world.add("courts", id=self.id(), code=name, name=name)
            self.world.add("facilities", id=self.id(), code=name, name=f"{name} jail", time_zone="America/New_York",
                           district=self.one("D. Mass.", None))  # fmt: skip
        houses = [self.world.add("organizations", id=self.id(), slug=self.id().hex, kind=kind) for kind in kinds]
        for house in houses:
            self._people(house)
        for membership in self.random.sample(self.world["memberships"], 2):
            # Somebody belongs to two organizations.
            house = self.random.choice(houses)
            if house["id"] != membership["organization_id"]:
                self._member(house, membership["person_id"])
        leads = [house for house in houses if house["kind"] == "legal_provider"]
        for _ in range(4):
            self._case(self.random.choice(leads), houses)
        self._merged()
        for house in leads:
            for _ in range(2):
                self._shift(house)
        self._without_case(houses)
        self._kept(houses)
        self._reports(houses)
        return self.world

    def _merged(self) -> None:
        """Some cases were merged into another of the same lead, and these into a third; some are one client's."""
        cases = self.world["cases"]
        for one, other in pairwise(cases):
            if one["lead_organization_id"] == other["lead_organization_id"]:
                one["merged_into_id"] = self.one(other["id"], None, None)
                if self.one(True, False, False, False):
                    left, other["detainee_id"] = other["detainee_id"], one["detainee_id"]
                    self._gone(left)

    def _gone(self, client: UUID) -> None:
        """A client of no case is in no deployment: intake writes both, no verb parts them, erasing takes both."""
        if all(case["detainee_id"] != client for case in self.world["cases"]):
            self.world.rows["detainees"] = [row for row in self.world["detainees"] if row["id"] != client]
            for table, rows in self.world.rows.items():
                self.world.rows[table] = [row for row in rows if row.get("detainee_id") != client]

    def _people(self, house: Row) -> None:
        for _ in range(2):
            person = self.world.add("people", id=self.id(), organization_id=house["id"], kind="staff")
            self.world.staff.append(person["id"])
            self._member(house, person["id"])
            if self.maybe():
                self.world.add(
                    "attorneys",
                    person_id=person["id"],
                    organization_id=house["id"],
                    open_to_offers=self.maybe(),
                    conflicts_contact_id=self.one(None, *self.world.staff),
                )
        outsider = self.world.add("people", id=self.id(), organization_id=house["id"], kind="family_contact")
        self.world.add("contacts", id=self.id(), organization_id=house["id"], person_id=outsider["id"])

    def _member(self, house: Row, person: UUID) -> None:
        roles = ["admin", "coordinator", "coordinator", "attorney", "paralegal", "advocate", "interpreter"]
        for role in self.random.sample(sorted(set(roles)), self.one(1, 1, 2)) if self.maybe() else [self.one(*roles)]:
            self.world.add(
                "memberships", id=self.id(), organization_id=house["id"], person_id=person, role=role,
                supervised=self.maybe(), ended_at=self.one(*_ENDS),
            )  # fmt: skip

    def _case(self, lead: Row, houses: Sequence[Row]) -> None:
        add, me = self.world.add, lead["id"]
        detainee = add("detainees", id=self.id(), organization_id=me, public_name=self.one("Mateo R.", "Ana", None))
        case = add(
            "cases", id=self.id(), number=self.ids.getrandbits(30), lead_organization_id=me,
            detainee_id=detainee["id"], custody_status=self.one("in_custody", "released", "unlocated"),
            consents_asked_again_from=self.one(None, None, PAST, FUTURE), coordinator_id=None, merged_into_id=None,
            no_publicity=self.one(False, False, True),
        )  # fmt: skip
        of = {"case_id": case["id"], "lead_organization_id": me}
        add("case_readers", organization_id=me, **of, began_at=PAST, until=None)
        readers = [me]
        for house in houses:
            if house["id"] != me and self.maybe():
                add("case_readers", organization_id=house["id"], **of, began_at=PAST, until=self.one(*_ENDS))
                readers.append(house["id"])
        for membership in self.random.sample(self.world["memberships"], 3):
            # Also on behalf of an organization that does not read the case, or no longer.
            add(
                "team_members", id=self.id(), **of, person_id=membership["person_id"],
                organization_id=self.one(membership["organization_id"], *readers),
                role=self.one("coordinator", "attorney", "accredited_representative", "paralegal", "advocate"),
                began_at=self.one(PAST, PAST, FUTURE), until=self.one(*_ENDS),
            )  # fmt: skip
        for _ in range(self.one(0, 0, 0, 1, 2)):
            # Between the client and a person, or everybody of an organization: the lead's own is no side of its own.
            person = self.random.choice(self.world.staff)
            side = self.one({"person_id": person}, {"organization_id": self.random.choice(houses[1:])["id"]})
            add(
                "conflict_walls", id=self.id(), **of, raised_by_id=person, lifted_at=self.one(None, None, None, PAST),
                **{"person_id": None, "organization_id": None, **side},
            )  # fmt: skip
        for table in ("identities", "detainee_numbers", "aliases"):
            row = add(table, organization_id=me, detainee_id=detainee["id"])
            if table != "identities":
                row["id"] = self.id()
        for table in _OF_CASE:
            add(table, id=self.id(), **of)
        for table in ("intakes", "claims", "health"):
            add(table, **of)
        for table in ("expected_courts", "habeas_filings", "supervisions", "check_ins"):
            add(table, id=self.id(), **of)
        for table in ("detainers", "preparedness_ticks"):
            add(table, id=self.id(), **of)
        for readers in ("legal_team", "counsel"):
            incident = add("incidents", id=self.id(), **of, seen_by=readers)
            add("incident_follow_ups", id=self.id(), **of, incident_id=incident["id"])
        # What is drawn of bond is drawn apart, so that worlds stay what they were.
        apart = Random(case["id"].int)
        bond, *others = (UUID(int=apart.getrandbits(128), version=4) for _ in range(5))
        add("bonds", id=bond, **of)
        add("bond_steps", id=others[0], **of, bond_id=bond)
        add("bond_amounts", id=others[1], **of, bond_id=bond, amount=1500)
        add("bond_funds", id=others[2], **of, link="https://fund.example")
        add("bond_grounds", id=others[3], **of)
        places = [row["id"] for row in self.world["facilities"]]
        add("whereabouts", **of, facility_id=self.one(None, *places, *places), since=self.one(None, PAST),
            confidence=self.one("confirmed", "confirmed", "confirmed", "one_source"))  # fmt: skip
        for audience in ("advocates", "officials", "officials", *self.some("advocates", *_PURPOSES, *_PURPOSES)):
            # Mostly for what that audience is told for; now and then for what it is not.
            purpose = self.one(*[_PURPOSES[audience]] * 7, "seek_counsel", "tell_officials")
            add(
                "consents", id=self.id(), **of, audience=audience, purpose=purpose,
                state=self.one("standing", "standing", "standing", "withdrawn", "proposed"), place=self.maybe(),
                name_form=self.one("none", "initials", "public_name", "public_name", "full"), photo=self.maybe(),
                bond=apart.random() < 0.5,
                given_at=self.one(*[PAST] * 4, EARLIER, FUTURE), expires_at=self.one(*[FUTURE] * 4, PAST, NOW),
            )  # fmt: skip
        self._papers(of)
        people = [row["id"] for row in self.world["people"]]
        for _ in range(self.one(1, 2, 3)):
            add("case_contacts", id=self.id(), **of, person_id=self.random.choice(people),
                ended_at=self.one(None, None, PAST))  # fmt: skip
        assignment = add("assignments", id=self.id(), organization_id=self.random.choice(houses)["id"], **of,
                         attorney_id=self.random.choice(self.world.staff), state="offered")  # fmt: skip
        for state in self.some("of_record", "of_record", "engaged", "withdrawn"):
            add("assignments", id=self.id(), organization_id=me, **of, state=state,
                attorney_id=self.random.choice(self.world.staff))  # fmt: skip
        near = [row["person_id"] for row in self.world["case_contacts"] if row["case_id"] == case["id"]]
        track = next(row for row in self.world["proceedings"] if row["case_id"] == case["id"])
        # By the id, so that worlds stay what they were.
        track["kind"] = "bond" if track["id"].int % 2 else "removal"
        for kind in ("hearing", "hearing", "hearing", "action", "action", "action"):
            occasion = add(
                "occasions", id=self.id(), organization_id=me, **of, starts_at=self.one(PAST, FUTURE, FUTURE),
                state=self.one("tentative", "confirmed", "confirmed", "cancelled"),
                place_name=self.one("Courtroom 4", None), room=self.one("4B", None), join_url="https://meet.example/1",
            )  # fmt: skip
            if kind == "hearing":
                add(
                    "hearings", id=self.id(), **of, occasion_id=occasion["id"], proceeding_id=track["id"],
                    detained=self.one(True, True, False), closed_to_public=self.one(False, False, True),
                    judge=self.one("Ames", None), court_id=self.one(None, *(row["id"] for row in self.world["courts"])),
                )  # fmt: skip
            elif self.one(True, True, True, False):
                self._action(occasion, me, of)
            add("invitations", id=self.id(), organization_id=me, **of, occasion_id=occasion["id"],
                person_id=self.one(*people, *near, *near), audience=self.one(*_EYES), token=TOKEN,
                state=self.one("asked", "coming", "coming", "withdrawn"))  # fmt: skip
            happened.lay(add, occasion, of, PAST)
            # Letters to who comes along are theirs from their hour on: by the id, so that worlds stay what they were.
            kind = occasion["id"].int % 4
            told = add("notices", id=self.id(), organization_id=me, **of, occasion_id=occasion["id"],
                       assignment_id=None, person_id=self.random.choice(people),
                       audience="accompanier" if kind < 2 else "supporter",
                       due_at=PAST if kind % 2 else FUTURE)  # fmt: skip
            add("receipts", id=told["id"], notice_id=told["id"])
            changed.draw(self.world, occasion, of, people)
            attended.draw(self.world, occasion, of, people)
        placed.draw(self, case, assignment)
        told = add("notices", id=self.id(), organization_id=me, **of, occasion_id=None, assignment_id=assignment["id"],
                   person_id=assignment["attorney_id"], audience="pool_attorney", due_at=PAST)  # fmt: skip
        add("receipts", id=told["id"], notice_id=told["id"])
        add("tasks", id=self.id(), organization_id=me, **of, owner_id=self.one(None, *self.world.staff),
            created_by_id=self.one(None, *self.world.staff))  # fmt: skip
        add("audit_entries", at=NOW, case_id=case["id"], organization_id=me, records=[case["id"]], fields=[],
            seq=self.ids.getrandbits(40))  # fmt: skip

    def _action(self, occasion: Row, host: UUID, of: Row) -> None:
        """An action, about a hearing or not, with whatever yes counsel gave to what it said, now or before."""
        add, hearings = self.world.add, [row["id"] for row in self.world["hearings"] if row["case_id"] == of["case_id"]]
        agreed = [one["audience"] for one in self.world["consents"] if one["case_id"] == of["case_id"]]
        action_id = self.id()
        action = add(
            "advocacy_actions", id=action_id, embargoes=later(action_id, self.future, self.past),
            holds_name=action_id.int % 11 == 0, published_at=PAST if action_id.int % 3 else None,
            organization_id=host, **of, occasion_id=occasion["id"],
            hearing_id=self.one(None, *hearings),
            state=self.one("draft", *["published"] * 4, "called_off", "done", "done"),
            title="Stand with him", codeword="heron", uses_photo=self.maybe(), said_revision=2,
            name_form=self.one("none", "initials", "public_name", "public_name", "full"),
            audiences=[self.one(*(agreed or _PURPOSES)), *self.one([], [], [self.one(*_PURPOSES)])],
        )  # fmt: skip
        for _ in range(self.one(0, 1, 1)):
            add(
                "sign_offs", id=self.id(), **of, action_id=action["id"],
                attorney_id=self.random.choice(self.world.staff), capacity=self.one("of_record", "consulted"),
                said_revision=self.one(1, 2, 2, 2), withdrawn_at=self.one(None, None, None, PAST),
            )  # fmt: skip
        for assignment in self.world["assignments"]:
            if assignment["case_id"] == of["case_id"] and self.one(True, True, False):
                add("sign_offs", id=self.id(), **of, action_id=action["id"], attorney_id=assignment["attorney_id"],
                    capacity="of_record", said_revision=self.one(1, 2, 2),
                    withdrawn_at=self.one(None, None, PAST))  # fmt: skip
        # What is drawn of its planning is drawn apart, so that worlds stay what they were.
        apart = Random(action["id"].int)
        plan, wording, task = (UUID(int=apart.getrandbits(128), version=4) for _ in range(3))
        add("safety_plans", id=plan, organization_id=host, **of, action_id=action["id"])
        add("wordings", id=wording, organization_id=host, **of, action_id=action["id"], kind="talking_points",
            language="en")  # fmt: skip
        add("tasks", id=task, organization_id=host, **of, action_id=action["id"], owner_id=None, created_by_id=None)

    def _papers(self, of: Row) -> None:
        """Documents and calls; files for each audience, some of them taken away."""
        document = self.world.add("documents", id=self.id(), **of)
        # Each time somebody called by a name of no address book.
        self.world.add("calls", id=self.id(), **of, caller_name=b"somebody")
        self.world.add("visits", id=self.id(), **of)
        for audience in ("counsel", "legal_team", "advocates", "advocates"):
            file = self.world.add(
                "files", id=self.id(), **of, document_id=self.one(None, document["id"]), audience=audience,
                taken_away_at=self.one(None, None, PAST), added_by_id=self.one(None, *self.world.staff),
            )  # fmt: skip
            for cleaned in (False, True):
                self.world.add("file_pieces", file_id=file["id"], cleaned=cleaned, place=0)

    def _shift(self, house: Row) -> None:
        """A date checker's shift: before, in or after its hours, ended or not; with some dates of the house's cases, or
        of another's, which no verb would give it.
        """
        begins, ends = self.one((-6, 2), (-6, 2), (-6, 0), (-8, -1), (1, 5))
        shift = self.world.add(
            "shifts", id=self.id(), organization_id=house["id"], begins_at=NOW + timedelta(hours=begins),
            ends_at=NOW + timedelta(hours=ends), revoked_at=self.one(None, None, None, PAST),
            bound_at=self.one(PAST, PAST, PAST, None), promised_at=self.one(PAST, PAST, PAST, None),
        )  # fmt: skip
        taken = {row["hearing_id"] for row in self.world["date_checks"] if row["outcome"] is None}
        for place, hearing in enumerate(self.random.sample(self.world["hearings"], 2)):
            still_open = place == 0 and hearing["id"] not in taken
            self.world.add(
                "date_checks", id=self.id(), shift_id=shift["id"], hearing_id=hearing["id"],
                case_id=hearing["case_id"], lead_organization_id=hearing["lead_organization_id"],
                outcome=None if still_open else "same",
            )  # fmt: skip

    def _without_case(self, houses: Sequence[Row]) -> None:
        add = self.world.add
        none = {"case_id": None, "lead_organization_id": None}
        for house in houses:
            occasion = add("occasions", id=self.id(), organization_id=house["id"], **none)
            self._action(occasion, house["id"], none)
            owner = self.random.choice(self.world.staff)
            add("tasks", id=self.id(), organization_id=house["id"], **none, owner_id=owner, created_by_id=None)
            add("feeds", id=self.id(), organization_id=house["id"], person_id=self.random.choice(self.world.staff))
            add("operations", id=self.id(), organization_id=house["id"])
            add("told_quarters", organization_id=house["id"], quarter="2026-Q2")
            add("court_access_reports", id=self.id(), organization_id=house["id"],
                reported_by_id=self.random.choice(self.world.staff))  # fmt: skip
            add("notice_plans", id=self.id(), organization_id=house["id"], matter="court_date", audience="attorney",
                days_before=[7], at=time(9), hours_before=[2])  # fmt: skip
            provider = add("identity_providers", id=self.id(), organization_id=house["id"])
            # Also of somebody who belongs elsewhere.
            who = self.random.choice(self.world.staff)
            add("provider_identities", id=self.id(), provider_id=provider["id"], person_id=who)
            add("push_subscriptions", id=self.id(), organization_id=house["id"], person_id=who)
            add("inbound_messages", id=self.id(), organization_id=house["id"], person_id=who)

    def _kept(self, houses: Sequence[Row]) -> None:
        """Legal holds, of cases and of whole organizations, and how the last sweeps went."""
        add = self.world.add
        for case in self.world["cases"]:
            lead = case["lead_organization_id"]
            add("legal_holds", id=self.id(), organization_id=lead, case_id=case["id"], lead_organization_id=lead,
                lifted_at=self.one(None, PAST))  # fmt: skip
        for house in houses:
            add("legal_holds", id=self.id(), organization_id=house["id"], case_id=None, lead_organization_id=None,
                lifted_at=self.one(None, PAST))  # fmt: skip
            add("sweeps", organization_id=house["id"], kind="sign_ups", ran_at=PAST)

    def _reports(self, houses: Sequence[Row]) -> None:
        """Reports between any two organizations, also where nobody would send one."""
        add = self.world.add
        for house in houses:
            report = add(
                "arrest_reports", id=self.id(), organization_id=house["id"],
                provider_id=self.random.choice(houses)["id"], made_by_id=self.random.choice(self.world.staff),
                state=self.one("waiting", "waiting", "declined", "taken_in", "withdrawn"),
            )  # fmt: skip
            add("report_contents", report_id=report["id"])
            if self.maybe():
                case = self.random.choice(self.world["cases"])
                add("report_cases", report_id=report["id"], case_id=case["id"],
                    lead_organization_id=case["lead_organization_id"])  # fmt: skip
