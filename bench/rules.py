"""Who may see which row, stated a third time: slowly, in plain loops over plain rows, from what the product promises.

It knows neither wall. Nothing of ``casework`` is imported here, and nothing should be: a fault copied from there would
be found nowhere.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from bench import attended, changed, happened, placed
from bench.attended import ATTENDED
from bench.changed import CHANGED
from bench.placed import PLACED
from bench.shared import Shared

Row = dict[str, Any]

COUNSEL = {"attorney", "accredited_representative"}


class Rows(Protocol):
    def __getitem__(self, table: str) -> list[Row]: ...


class Promise(Shared):
    """What one person may see in one world at one instant."""

    def __init__(self, rows: Rows, person: UUID, now: datetime) -> None:
        self.rows, self.me, self.now = rows, person, now
        self.kind = {row["id"]: row["kind"] for row in rows["organizations"]}
        held = [row for row in rows["memberships"] if row["person_id"] == person]
        self.mine = [row for row in held if not self.over(row["ended_at"])]
        self.homes = {row["organization_id"] for row in self.mine}
        self.legal_homes = {one for one in self.homes if self.kind[one] == "legal_provider"}
        #: Cases of which I must see nothing, because I am, or a home of mine is, on another side; and whose they are.
        self.behind = {
            wall["case_id"] for wall in rows["conflict_walls"]
            if wall["lifted_at"] is None and (wall["person_id"] == person or wall["organization_id"] in self.homes)
        }  # fmt: skip
        self.walled: set[UUID] = set()
        self.follow_walls()
        #: case → how deep: "reader", "legal", "counsel".
        self.depths = {case["id"]: self.depth(case) for case in rows["cases"]}

    def follow_walls(self) -> None:
        """To every case of the client, and to whatever was merged with one, either way, until nothing is new."""
        before = -1
        while before != len(self.behind):
            before = len(self.behind)
            found = [case for case in self.rows["cases"] if case["id"] in self.behind]
            self.walled |= {case["detainee_id"] for case in found}
            self.behind |= {case["merged_into_id"] for case in found if case["merged_into_id"]}
            self.behind |= {
                case["id"] for case in self.rows["cases"]
                if case["detainee_id"] in self.walled or case["merged_into_id"] in self.behind
            }  # fmt: skip

    def over(self, end: datetime | None) -> bool:
        return end is not None and end <= self.now

    def holds(self, organization: UUID, *roles: str) -> bool:
        return any(row["organization_id"] == organization and row["role"] in roles for row in self.mine)

    def supervised(self, organization: UUID) -> bool:
        return any(row["organization_id"] == organization and row["supervised"] for row in self.mine)

    def read_by(self, case: UUID) -> set[UUID]:
        return {
            row["organization_id"] for row in self.rows["case_readers"]
            if row["case_id"] == case and not self.over(row["until"])
        }  # fmt: skip

    def depth(self, case: Row) -> set[str]:
        """A coordinator sees the cases their organization reads; others those on whose team they sit, for an
        organization of theirs that reads the case. A community group's people see as readers only. Counsel's
        compartment opens to counsel, and to staff whom counsel of that provider supervise.
        """
        found: set[str] = set()
        if case["id"] in self.behind:
            return found
        for home in self.homes & self.read_by(case["id"]):
            roles = {
                seat["role"] for seat in self.rows["team_members"]
                if seat["case_id"] == case["id"] and seat["person_id"] == self.me and seat["organization_id"] == home
                and seat["began_at"] <= self.now and not self.over(seat["until"])
            }  # fmt: skip
            if self.holds(home, "coordinator"):
                roles.add("coordinator")
            if roles:
                found.add("reader")
            if self.kind[home] == "legal_provider" and roles - {"advocate"}:
                found.add("legal")
                if roles & COUNSEL or self.supervised(home):
                    found.add("counsel")
        return found

    def sees(self, case: UUID | None, depth: str = "reader") -> bool:
        return case is not None and depth in self.depths[case]

    def client(self, detainee: UUID, depth: str) -> bool:
        """I read a case of theirs. Both walls show coordinators their own organization's clients without looking for a
        case: there is always one. Intake and imports write both in one transaction, no row changes its client (the
        database forbids it), merging leaves the merged case with its own, and a client goes with their last case.
        """
        return detainee not in self.walled and any(
            depth in self.depths[case["id"]] for case in self.rows["cases"] if case["detainee_id"] == detainee
        )

    def told_to_advocates(self, case_id: UUID, *, where: bool = False, bond: bool = False) -> bool:
        """The client agreed that advocates know of dates, or ``where`` they are or what the ``bond`` is too; it stands
        now, and they are held; release asks again.
        """
        case = next(row for row in self.rows["cases"] if row["id"] == case_id)
        if case["custody_status"] == "released":
            return False
        return any(
            one["case_id"] == case_id and (one["place"] or not where) and (one["bond"] or not bond)
            and one["audience"] == "advocates" and one["purpose"] == "fill_courtroom"
            and one["state"] == "standing" and one["given_at"] <= self.now < one["expires_at"]
            and (case["consents_asked_again_from"] is None or one["given_at"] >= case["consents_asked_again_from"])
            for one in self.rows["consents"]
        )  # fmt: skip

    def hearing(self, row: Row) -> bool:
        return self.sees(row["case_id"], "legal") or (
            self.sees(row["case_id"]) and row["detained"] and not row["closed_to_public"]
            and self.told_to_advocates(row["case_id"])
        )  # fmt: skip

    def occasion(self, row: Row) -> bool:
        if (told := self.of_several(row)) is not None:
            return told
        if row["case_id"] is None:
            return row["organization_id"] in self.homes
        if self.sees(row["case_id"], "legal"):
            return True
        stands = any(one["occasion_id"] == row["id"] for one in self.rows["advocacy_actions"]) or any(
            one["occasion_id"] == row["id"] and self.hearing(one) for one in self.rows["hearings"]
        )
        return self.sees(row["case_id"]) and stands

    def of_case_or_home(self, row: Row, depth: str = "reader") -> bool:
        return self.sees(row["case_id"], depth) or (row["case_id"] is None and row["organization_id"] in self.homes)

    def task(self, row: Row) -> bool:
        if self.of_case_or_home(row, "legal") or (row.get("action_id") and self.sees(row["case_id"])):
            return True
        concerned = self.me in (row["owner_id"], row["created_by_id"])
        return concerned and (row["case_id"] is None or bool(self.homes & self.read_by(row["case_id"])))

    def notice(self, row: Row) -> bool:
        early = row["audience"] == "accompanier" and row["due_at"] > self.now
        if (row["person_id"] == self.me and not early) or self.sees(row["case_id"], "legal"):
            return True
        about = [one for one in self.rows["occasions"] if one["id"] == row["occasion_id"]]
        offers = [one for one in self.rows["assignments"] if one["id"] == row["assignment_id"]]
        return any(map(self.occasion, about)) or any(self.sees(one["case_id"]) for one in offers)

    def partner(self, organization: UUID) -> bool:
        """It reads a case that a legal provider leads in which I coordinate."""
        led_by_me = {home for home in self.legal_homes if self.holds(home, "coordinator")}
        return any(
            row["organization_id"] == organization and not self.over(row["until"])
            and row["lead_organization_id"] in led_by_me
            for row in self.rows["case_readers"]
        )  # fmt: skip

    def looks_for_counsel(self) -> bool:
        return any(self.holds(home, "coordinator") for home in self.legal_homes)

    def person(self, row: Row) -> bool:
        """My address book, myself, and whom I meet at work. A colleague's family contacts are theirs: I see those of
        cases I work on, all of them where I coordinate, and those who are of no case yet.
        """
        who, home = row["id"], row["organization_id"]
        theirs = row["kind"] in ("family_contact", "client") and not self.holds(home, "coordinator")
        of_cases = [one["case_id"] for one in self.rows["case_contacts"] if one["person_id"] == who]
        kept = row["kind"] in ("family_contact", "client") and bool(self.behind & set(of_cases))
        return (
            (home in self.homes and not (theirs and of_cases) and not kept)
            or who == self.me
            or any(
                one["organization_id"] in self.homes or self.partner(one["organization_id"])
                for one in self.rows["memberships"] if one["person_id"] == who
            )
            or any(self.sees(one["case_id"]) for one in self.rows["team_members"] if one["person_id"] == who)
            or any(
                self.sees(one["case_id"], "legal")
                for table in ("case_contacts", "invitations") for one in self.rows[table] if one["person_id"] == who
            )
            or any(
                one["open_to_offers"] and self.looks_for_counsel()
                for one in self.rows["attorneys"] if who in (one["person_id"], one["conflicts_contact_id"])
            )
            or any(
                self.sees(one["case_id"], "legal")
                for one in self.rows["conflict_sheets"] if one["contact_id"] == who
            )
        )  # fmt: skip

    def attorney(self, row: Row) -> bool:
        return (
            row["organization_id"] in self.homes
            or row["person_id"] == self.me
            or (row["open_to_offers"] and self.looks_for_counsel())
            or any(
                self.sees(one["case_id"])
                for one in self.rows["team_members"] if one["person_id"] == row["person_id"]
            )
        )  # fmt: skip

    def entry(self, row: Row) -> bool:
        """The organization's admins, a legal provider's coordinators, and the case's counsel."""
        home = row["organization_id"]
        if self.holds(home, "admin") or (home in self.legal_homes and self.holds(home, "coordinator")):
            return True
        return self.sees(row["case_id"], "legal") and any(
            seat["case_id"] == row["case_id"] and seat["person_id"] == self.me and seat["role"] in COUNSEL
            and seat["began_at"] <= self.now and not self.over(seat["until"])
            for seat in self.rows["team_members"]
        )  # fmt: skip

    def shift(self, row: Row) -> bool:
        """Whoever looks after the organization's links, and the legal team of a case that the volunteer checked."""
        return self.holds(row["organization_id"], "admin", "coordinator") or any(
            one["shift_id"] == row["id"] and self.sees(one["case_id"], "legal") for one in self.rows["date_checks"]
        )

    def report(self, row: Row) -> bool:
        """A report of an arrest: to its group's coordinators, to whoever made it while they belong to the group, and to
        those of the legal provider it is for who take people in.
        """
        home, provider = row["organization_id"], row["provider_id"]
        if self.holds(home, "coordinator") or (row["made_by_id"] == self.me and home in self.homes):
            return True
        return provider in self.legal_homes and self.holds(provider, "coordinator", "paralegal", "attorney")

    def contents(self, row: Row) -> bool:
        """What it says: the provider reads it only while it waits."""
        report = next(one for one in self.rows["arrest_reports"] if one["id"] == row["report_id"])
        home = report["organization_id"]
        if self.holds(home, "coordinator") or (report["made_by_id"] == self.me and home in self.homes):
            return True
        return report["state"] == "waiting" and self.report(report)

    def file(self, row: Row) -> bool:
        """For counsel, for the legal team, or for advocates as well: while the client agrees, and while it is there."""
        if row["case_id"] in self.behind:
            return False
        if self.sees(row["case_id"], "legal") and row["audience"] != "counsel":
            return True
        told = row["audience"] == "advocates" and row["taken_away_at"] is None
        return self.sees(row["case_id"], "counsel") or (
            told and self.sees(row["case_id"]) and self.told_to_advocates(row["case_id"])
        )

    def incident(self, row: Row) -> bool:
        """The legal team; where it is kept for counsel, those to whom counsel's compartment opens."""
        return self.sees(row["case_id"], "legal" if row["seen_by"] == "legal_team" else "counsel")

    def allows(self, table: str, row: Row) -> bool:
        """Whether this row of this table is theirs to see."""
        if row.get("case_id") in self.behind:
            return False
        match table:
            case "cases":
                return self.sees(row["id"])
            case "case_readers":
                return row["organization_id"] in self.homes or row["lead_organization_id"] in self.homes
            case "team_members" | "consents" | "sign_offs" | "further_cases":
                return self.sees(row["case_id"])
            case "detainees":
                return self.client(row["id"], "reader")
            case "identities" | "detainee_numbers" | "aliases":
                return self.client(row["detainee_id"], "legal")
            case (
                "expected_courts" | "habeas_filings" | "supervisions" | "check_ins"
                | "proceedings" | "custody_stints" | "locator_checks" | "intakes" | "case_contacts" | "notes"
                | "family_members" | "conflict_walls" | "deadlines" | "decisions" | "date_sources"
                | "documents" | "calls" | "visits" | "detainers" | "preparedness_ticks" | "bonds" | "bond_steps"
                | "bond_funds"
            ):  # fmt: skip
                return self.sees(row["case_id"], "legal")
            case "files":
                return self.file(row)
            case "file_pieces":
                file = next(one for one in self.rows["files"] if one["id"] == row["file_id"])
                # Outside the legal team the cleaned copy alone.
                return self.file(file) and (row["cleaned"] or self.sees(file["case_id"], "legal"))
            case "privileged_notes" | "claims" | "health":
                return self.sees(row["case_id"], "counsel")
            case "whereabouts":
                # Outside the legal team only once two sources agree on the place.
                return self.sees(row["case_id"], "legal") or (
                    self.sees(row["case_id"]) and row["confidence"] == "confirmed"
                    and self.told_to_advocates(row["case_id"], where=True)
                )  # fmt: skip
            case "bond_grounds":
                return self.sees(row["case_id"], "counsel")
            case "bond_amounts":
                return self.sees(row["case_id"], "legal") or (
                    self.sees(row["case_id"]) and self.told_to_advocates(row["case_id"], bond=True)
                )
            case "hearings":
                return self.hearing(row)
            case "occasions":
                return self.occasion(row)
            case "advocacy_actions" | "wordings":
                action = row["id"] if table == "advocacy_actions" else row["action_id"]
                return (self.of_case_or_home(row) or self.shares(action)) and self.open_words(action)
            case "invitations":
                return self.of_case_or_home(row)
            case "safety_plans":
                # For those who plan it alone: it names volunteers.
                return row["organization_id"] in self.homes and self.of_case_or_home(row)
            case "assignments":
                return self.sees(row["case_id"]) or row["attorney_id"] == self.me
            case "tasks":
                return self.task(row)
            case "notices":
                return self.notice(row)
            case "receipts":
                return self.allows("notices", self.noticed(row))
            case "memberships":
                home = row["organization_id"]
                return home in self.homes or row["person_id"] == self.me or self.partner(home)
            case "people":
                return self.person(row)
            case "contacts":
                whose = next(one for one in self.rows["people"] if one["id"] == row["person_id"])
                return row["person_id"] == self.me or (row["organization_id"] in self.homes and self.person(whose))
            case "attorneys":
                return self.attorney(row)
            case "feeds":
                return row["person_id"] == self.me or self.holds(row["organization_id"], "admin", "coordinator")
            case "identity_providers" | "notice_plans":
                return row["organization_id"] in self.homes
            case "inbound_messages":
                return False
            case "provider_identities" | "push_subscriptions":
                return bool(row["person_id"] == self.me)
            case "audit_entries":
                return self.entry(row)
            case "legal_holds":
                return self.of_case_or_home(row, "legal") or self.holds(row["organization_id"], "admin")
            case "operations":
                # Whoever takes people in at a legal provider.
                home = row["organization_id"]
                return home in self.legal_homes and self.holds(home, "coordinator", "paralegal", "attorney")
            case "sweeps":
                return self.holds(row["organization_id"], "admin")
            case "shifts":
                return self.shift(row)
            case "date_checks":
                return self.sees(row["case_id"], "legal")
            case "arrest_reports":
                return self.report(row)
            case "report_contents":
                return self.contents(row)
            case "court_access_reports":
                # Nothing of a client is in it: whoever still belongs somewhere.
                return bool(self.homes)
            case "report_cases":
                return self.sees(row["case_id"])
            case "incidents":
                return self.incident(row)
            case "incident_follow_ups":
                return self.incident(next(one for one in self.rows["incidents"] if one["id"] == row["incident_id"]))
            case "outcomes" | "outcome_words" | "told_quarters":
                return happened.allows(self, table, row)
            case "case_story":
                # Of whatever it tells: the legal team's, or counsel's alone.
                return self.sees(row["case_id"], "counsel" if row["for_counsel"] else "legal") and self.tells(row)
        if table in CHANGED:
            return changed.allows(self, table, row)
        if table in ATTENDED:
            return attended.allows(self, table, row)
        if table in PLACED:
            return placed.allows(self, table, row)
        raise KeyError(table)

    def noticed(self, receipt: Row) -> Row:
        """The letter that a carrier spoke of."""
        return next(one for one in self.rows["notices"] if one["id"] == receipt["notice_id"])

    def beyond(self, table: str, row: Row) -> bool:
        """What the database shows besides, which is their own: their seat after it ended, their letter's offer."""
        match table:
            case "team_members":
                return row["person_id"] == self.me
            case "notices":
                mine = {one["id"] for one in self.rows["assignments"] if one["attorney_id"] == self.me}
                return row["assignment_id"] in mine
            case "receipts":
                return self.beyond("notices", self.noticed(row))
        return False
