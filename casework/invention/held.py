"""Who is held, where, and what they wait for."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from casework import identities, names, times
from casework.invention.begun import DAY, Begun
from casework.invention.words import GIVEN, HOMES, SURNAMES
from schema import reference
from schema.base import new_id
from schema.cases import CustodyStatus, Intake
from schema.custody import Confidence, CustodyStint, PlaceOfCustody, ReleaseReason, Source
from schema.detainees import Detainee, DetaineeNumber, Identity, NameToken, NumberKind
from schema.hearings import Hearing
from schema.occasions import Medium, Occasion, OccasionState
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState

_HALF_HOUR = timedelta(minutes=30)
_ENDINGS = {CustodyStatus.RELEASED: ReleaseReason.BONDED_OUT_JUDGE, CustodyStatus.REMOVED: ReleaseReason.REMOVED}
_CALENDARS = {"CY": "C", "ID": "I"}


@lru_cache(maxsize=1 << 16)
def _instant(wall: datetime, zone: str) -> datetime:
    return times.instant(wall, zone)


@lru_cache(maxsize=1 << 12)
def _suggested(legal_name: str) -> str | None:
    return names.suggest_public_name(legal_name)


class Held(Begun):
    """The person, their detention, and their dates."""

    def _person(self) -> UUID:
        chance, tx, key, organization_id = self.chance, self.tx, self.client_key, self.desk.id
        detainee_id, number_id = new_id(), new_id()
        legal_name = f"{chance.choice(SURNAMES)} {chance.choice(SURNAMES)}, {chance.choice(GIVEN)}"
        country, language = chance.choice(HOMES)
        a_number = f"{900_000_000 + self.number:09d}"
        known = {
            "legal_name": legal_name,
            "birth_date": str(chance.randint(1960, 2006)),
            "country_of_birth": country,
            "nationality": country,
            "gender": chance.choice(("Male", "Male", "Male", "Female")),
        }
        self.of(Detainee).append(
            {
                "id": detainee_id,
                "organization_id": organization_id,
                "vault_key_id": key,
                "public_name": self._seal(Detainee, detainee_id, "public_name", _suggested(legal_name), key),
                "language": language,
                "source_ref": self.ref,
            }
        )
        self.of(Identity).append(
            {"organization_id": organization_id, "detainee_id": detainee_id}
            | {fact: self._seal(Identity, detainee_id, fact, text, key) for fact, text in known.items()}
        )
        self.of(DetaineeNumber).append(
            {
                "id": number_id,
                "organization_id": organization_id,
                "detainee_id": detainee_id,
                "kind": NumberKind.A_NUMBER,
                "number": self._seal(DetaineeNumber, number_id, "number", a_number, key),
                "number_index": identities.number_index(tx, organization_id, a_number),
            }
        )
        self.of(NameToken).extend(
            {"organization_id": organization_id, "token": token, "detainee_id": detainee_id}
            for token in self.desk.tokens(legal_name)
        )
        self._read_by(organization_id)
        self.of(Intake).append({"case_id": self.id, "arrested_at": self.arrested_at})
        return detainee_id

    def _stints(self) -> None:
        count = self.chance.choices((1, 2, 3), cum_weights=(75, 95, 100))[0]
        age = (self.tx.now - self.arrested_at) / (count + 1)
        for seq in range(1, count + 1):
            began = self.arrested_at + age * (seq - 1)
            last = seq == count
            open_still = last and self.status is CustodyStatus.IN_CUSTODY
            reason = _ENDINGS.get(self.status) if last else ReleaseReason.TRANSFERRED
            place = self.chance.choice(self.places.facilities)
            self.of(CustodyStint).append(
                {
                    "id": new_id(),
                    "case_id": self.id,
                    "place": PlaceOfCustody.HOLD_ROOM if place.code.endswith("HOLD") else PlaceOfCustody.FACILITY,
                    "facility_id": place.id,
                    "booked_in_at": began,
                    "booked_out_at": None if open_still else began + age * 0.9,
                    "release_reason": None if open_still else reason,
                    "source": Source.IMPORT,
                    "confidence": Confidence.ONE_SOURCE,
                    "checked_at": self.tx.now,
                    "source_ref": str(seq),
                }
            )

    def _dates(self) -> list[tuple[datetime, UUID, str, bool]]:
        """Hearings in one court. Returns those ahead: when, which, in which zone, about bond or not."""
        chance, now = self.chance, self.tx.now
        court = chance.choice(self.places.courts)
        proceedings = {kind.value: new_id() for kind in (ProceedingKind.REMOVAL, ProceedingKind.BOND)}
        self.of(Proceeding).extend(
            {"id": made, "case_id": self.id, "kind": kind, "state": ProceedingState.PENDING, "court_id": court.id}
            for kind, made in proceedings.items()
        )
        ahead = []
        today = datetime(now.year, now.month, now.day)  # noqa: DTZ001 -- a day, on any wall
        for nth in range(chance.choices((1, 2, 3, 4, 5), cum_weights=(10, 35, 70, 92, 100))[0]):
            past = self.over or chance.random() < 0.55
            wall = today + (-chance.randint(1, 200) if past else chance.randint(1, 120)) * DAY
            wall += chance.randint(16, 31) * _HALF_HOUR
            starts_at = _instant(wall, court.time_zone)
            schedule = chance.choices(("MD", "CY", "ID", "RD"), cum_weights=(40, 70, 85, 100))[0]
            code = reference.schedule_types()[schedule]
            occasion_id = new_id()
            if starts_at > now:
                ahead.append((starts_at, occasion_id, court.time_zone, code.proceeding == ProceedingKind.BOND))
            self.of(Occasion).append(
                self._occasion(occasion_id, code.occasion, starts_at, wall, court.time_zone)
                | {
                    "state": OccasionState.CONFIRMED if starts_at > now else OccasionState.HELD,
                    "place_name": court.name,
                    "place_street": court.street,
                    "place_city": ", ".join(part for part in (court.city, court.state) if part) or None,
                    "medium": chance.choice((Medium.WEBEX, Medium.VTC, Medium.IN_PERSON)),
                }
            )
            self.of(Hearing).append(
                {
                    "id": new_id(),
                    "case_id": self.id,
                    "proceeding_id": proceedings[code.proceeding],
                    "occasion_id": occasion_id,
                    "court_id": court.id,
                    "calendar_type": _CALENDARS.get(schedule, "M"),
                    "schedule_type": schedule,
                    "detained": code.detained or self.status is CustodyStatus.IN_CUSTODY,
                    "source": Source.IMPORT,
                    "confidence": Confidence.ONE_SOURCE,
                    "checked_at": now,
                    "noticed_at": min(starts_at - chance.randint(1, 30) * DAY, now),
                    "source_ref": f"{self.ref}/{nth}",
                }
            )
        return ahead
