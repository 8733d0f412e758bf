"""What an invented case begins with: the desk it lies on, its keys, and the rows that several parts of it need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from casework import identities, names
from casework.imports.hearings import LENGTH
from casework.imports.people import OVER
from casework.invention.filling import Rows
from casework.invention.founding import Invented
from casework.transaction import Transaction
from schema.base import Table, new_id
from schema.cases import CustodyStatus
from schema.courts import Court
from schema.facilities import Facility
from schema.invitations import Audience
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.teams import CaseReader, CaseRole, TeamMember
from schema.vault import VaultKey

#: What everything is counted in.
DAY = timedelta(days=1)
_STATUSES = (CustodyStatus.IN_CUSTODY, CustodyStatus.RELEASED, CustodyStatus.REMOVED)


@dataclass(frozen=True, slots=True)
class Places:
    """The public places where invented people are held and heard."""

    courts: list[Court]
    facilities: list[Facility]


class Desk:
    """An organization, and what of its names was computed before: invented names repeat."""

    def __init__(self, tx: Transaction, of: Invented) -> None:
        self.tx = tx
        self.of = of
        self.id = of.organization.id
        self._hashes: dict[str, set[bytes]] = {}

    def tokens(self, legal_name: str) -> list[bytes]:
        """What a name is found by, in order."""
        found: set[bytes] = set()
        for word in legal_name.replace(",", "").split():
            known = self._hashes.get(word)
            if known is None:
                known = self._hashes[word] = identities.token_hashes(self.tx, self.id, names.tokens([word]))
            found |= known
        return sorted(found)


class Begun:
    """One case of which nothing is known yet but whose it is, how it stands, and when the arrest was."""

    def __init__(self, tx: Transaction, desk: Desk, places: Places, rows: Rows, chance: Random, number: int) -> None:
        self.tx = tx
        self.desk = desk
        self.places = places
        self.of = rows.of
        self.chance = chance
        self.number = number
        self.ref = f"crowd-{number:07d}"
        self.id = new_id()
        rows.leads[self.id] = desk.id
        self.client_key, self.key = self._new_key(), self._new_key()
        self.status = chance.choices(_STATUSES, cum_weights=(60, 85, 100))[0]
        self.over = self.status in OVER
        quarter = tx.now.replace(minute=15 * chance.randrange(4), second=0, microsecond=0)
        self.arrested_at = quarter - chance.randint(5, 300) * DAY
        #: Who is told of its dates.
        self.told = [(desk.of.coordinator, Audience.COORDINATOR)]
        self.bond_only = False

    def _new_key(self) -> UUID:
        key_id, wrapped, wrapper = self.tx.vault.new_key()
        self.of(VaultKey).append({"id": key_id, "wrapped": wrapped, "master_key": wrapper})
        return key_id

    def _seal(self, table: type[Table], row_id: UUID, column: str, text: str | None, key: UUID) -> bytes | None:
        return None if text is None else self.tx.seal(table, row_id, column, key, text).ciphertext

    def _occasion(
        self, occasion_id: UUID, kind: OccasionKind, starts_at: datetime, wall: datetime, zone: str
    ) -> dict[str, Any]:
        return {
            "id": occasion_id,
            "organization_id": self.desk.id,
            "case_id": self.id,
            "kind": kind,
            "state": OccasionState.CONFIRMED,
            "uid": UUID(int=self.chance.getrandbits(128), version=4),
            "starts_at": starts_at,
            "ends_at": starts_at + LENGTH,
            "wall_starts": wall,
            "time_zone": zone,
            "place_name": None,
            "place_street": None,
            "place_city": None,
            "medium": Medium.IN_PERSON,
            "revised_at": self.tx.now,
        }

    def _seat(self, person_id: UUID, role: CaseRole, organization_id: UUID | None = None) -> None:
        self.of(TeamMember).append(
            {
                "id": new_id(),
                "case_id": self.id,
                "person_id": person_id,
                "organization_id": organization_id or self.desk.id,
                "role": role,
                "began_at": self.tx.now,
            }
        )

    def _read_by(self, organization_id: UUID) -> None:
        self.of(CaseReader).append({"organization_id": organization_id, "case_id": self.id, "began_at": self.tx.now})
