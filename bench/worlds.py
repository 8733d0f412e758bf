"""Worlds that nobody planned: organizations, people, cases, seats, sharings that end, consents, and what hangs on them.

Rows are written as they are, without any verb: also those that no verb would write, because the walls must hold for
them as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Boolean, DateTime, Enum, Integer, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from bench import placed
from schema.base import SealedColumn, Table

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
PAST, FUTURE = NOW - timedelta(days=3), NOW + timedelta(days=3)
#: An end that was, is to come, is just now, and none.
_ENDS = (PAST, FUTURE, NOW, None, None, None)

Row = dict[str, Any]

#: What may stand once only.
_ONCE = {
    "memberships": ("organization_id", "person_id", "role"),
    "team_members": ("case_id", "person_id", "role"),
    "attorneys": ("person_id",),
    "invitations": ("occasion_id", "person_id"),
    "case_contacts": ("case_id", "person_id"),
    "conflict_walls": ("case_id", "person_id", "organization_id"),
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

    def id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)

    def one(self, *of: Any) -> Any:
        return self.random.choice(of)

    def maybe(self) -> bool:
        return self.random.random() < 0.5

    def made(self) -> World:
        kinds = ["legal_provider", "legal_provider", "community_group", self.one("legal_provider", "community_group")]
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
        detainee = add("detainees", id=self.id(), organization_id=me)
        case = add(
            "cases", id=self.id(), number=self.random.getrandbits(30), lead_organization_id=me,
            detainee_id=detainee["id"], custody_status=self.one("in_custody", "released", "unlocated"),
            consents_asked_again_from=self.one(None, None, PAST, FUTURE), coordinator_id=None, merged_into_id=None,
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
        for table in ("proceedings", "custody_stints", "locator_checks", "notes", "privileged_notes"):
            add(table, id=self.id(), **of)
        for table in ("intakes", "claims", "health", "whereabouts"):
            add(table, **of)
        for _ in range(self.one(1, 1, 2)):
            add(
                "consents", id=self.id(), **of, audience=self.one(*["advocates"] * 5, "officials"),
                purpose=self.one(*["fill_courtroom"] * 5, "tell_officials"),
                state=self.one("standing", "standing", "withdrawn", "proposed"), place=self.maybe(),
                given_at=self.one(PAST, PAST, PAST, FUTURE), expires_at=self.one(PAST, FUTURE, FUTURE, FUTURE, NOW),
            )  # fmt: skip
        people = [row["id"] for row in self.world["people"]]
        add("case_contacts", id=self.id(), **of, person_id=self.random.choice(people))
        for kind in ("hearing", "hearing", "hearing", "action"):
            occasion = add(
                "occasions", id=self.id(), organization_id=me, **of, starts_at=self.one(PAST, FUTURE, FUTURE),
                state=self.one("tentative", "confirmed", "confirmed", "cancelled"),
            )  # fmt: skip
            if kind == "hearing":
                add(
                    "hearings", id=self.id(), **of, occasion_id=occasion["id"], detained=self.one(True, True, False),
                    closed_to_public=self.one(False, False, True),
                )  # fmt: skip
            elif self.maybe():
                add("advocacy_actions", id=self.id(), organization_id=me, **of, occasion_id=occasion["id"])
            add("invitations", id=self.id(), organization_id=me, **of, occasion_id=occasion["id"],
                person_id=self.random.choice(people))  # fmt: skip
            add("notices", id=self.id(), organization_id=me, **of, occasion_id=occasion["id"],
                assignment_id=None, person_id=self.random.choice(people))  # fmt: skip
        assignment = add("assignments", id=self.id(), organization_id=self.random.choice(houses)["id"], **of,
                         attorney_id=self.random.choice(self.world.staff), state="offered")  # fmt: skip
        placed.draw(self, case, assignment)
        add("notices", id=self.id(), organization_id=me, **of, occasion_id=None, assignment_id=assignment["id"],
            person_id=assignment["attorney_id"])  # fmt: skip
        add("tasks", id=self.id(), organization_id=me, **of, owner_id=self.one(None, *self.world.staff),
            created_by_id=self.one(None, *self.world.staff))  # fmt: skip
        add("audit_entries", at=NOW, case_id=case["id"], organization_id=me, records=[case["id"]], fields=[],
            seq=self.random.getrandbits(40))  # fmt: skip

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
            add("advocacy_actions", id=self.id(), organization_id=house["id"], **none, occasion_id=occasion["id"])
            owner = self.random.choice(self.world.staff)
            add("tasks", id=self.id(), organization_id=house["id"], **none, owner_id=owner, created_by_id=None)
            add("feeds", id=self.id(), organization_id=house["id"], person_id=self.random.choice(self.world.staff))
            provider = add("identity_providers", id=self.id(), organization_id=house["id"])
            # Also of somebody who belongs elsewhere.
            who = self.random.choice(self.world.staff)
            add("provider_identities", id=self.id(), provider_id=provider["id"], person_id=who)

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


async def lay(connection: asyncpg.Connection[Any], found: World) -> None:
    """Write a world's rows; what they say nothing about is filled with whatever fits. By a superuser, past triggers."""
    for name, rows in found.rows.items():
        table = Table.metadata.tables[name]
        filled = [
            {
                column.name: row[column.name] if column.name in row else _plain(column, number)
                for column in table.columns
            }
            for number, row in enumerate(rows)
        ]
        names = list(filled[0]) if filled else []
        if filled:
            given = ", ".join(f'"{one}"' for one in names)
            marks = ", ".join(f"${place + 1}" for place in range(len(names)))
            await connection.executemany(
                f'insert into "{name}" ({given}) overriding system value values ({marks})',
                [tuple(row.values()) for row in filled],
            )


def _plain(column: Any, number: int) -> Any:
    """A value that a column takes."""
    if column.nullable:
        return None
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enums[0]
    if isinstance(kind, Uuid):
        return UUID(int=number + 1)
    if isinstance(kind, DateTime):
        return PAST if kind.timezone else PAST.replace(tzinfo=None)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return number
    if isinstance(kind, LargeBinary | SealedColumn):
        return number.to_bytes(8, "big") + column.table.name.encode()
    if isinstance(kind, ARRAY):
        return []
    if isinstance(kind, JSONB):
        return "{}"
    return f"{column.name}{number}"
