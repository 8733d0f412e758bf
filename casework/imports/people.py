"""People from a file: each becomes a case of the organization, with what the file says of who they are, sealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from casework import identities, names, same_person
from casework.identities import Known
from casework.imports.loading import Progress, Tally, add_all, batches, digest
from casework.imports.problems import Problems
from casework.imports.records import PersonRecord
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import Table, new_id
from schema.cases import Case, CustodyStatus, Intake, Stage
from schema.detainees import Detainee, DetaineeNumber, Identity, NameToken
from schema.imports import ImportKind
from schema.organizations import Organization
from schema.proceedings import Proceeding
from schema.teams import CaseReader
from schema.vault import VaultKey

#: Nobody works on these cases any more; they stay to be read.
OVER = frozenset({CustodyStatus.REMOVED, CustodyStatus.DEPARTED, CustodyStatus.DIED})


async def load_people(
    tx: Transaction, organization: Organization, records: Sequence[PersonRecord], problems: Problems, progress: Progress
) -> Tally:
    """Open a case for every person not yet known, and bring known ones up to what the file says now.

    A row that says what it said last time changes nothing, whatever has been done in the product since. A person whose
    A-number is in the product already, typed by hand, is recognised and not overwritten.
    """
    tally = Tally(ImportKind.PEOPLE, rows=len(records))
    loader = _People(tx, organization, tally, problems)
    await loader.look_up(records)
    problems.raise_any()
    done = 0
    for batch in batches(records):
        await loader.load(batch)
        done += len(batch)
        progress(done, len(records))
    problems.raise_any()
    if loader.recognised:
        tally.remarks.append(
            f"{loader.recognised} of them had a case already, found by A-number. Nothing in it was overwritten."
        )
    return tally


class _People:
    def __init__(self, tx: Transaction, organization: Organization, tally: Tally, problems: Problems) -> None:
        self.tx = tx
        self.organization = organization
        self.tally = tally
        self.problems = problems
        self.recognised = 0
        #: source_ref → detainee and the digest of what the file last said.
        self.known: dict[str, tuple[UUID, bytes | None]] = {}
        #: index of an A-number → who holds it, and by what name files know them.
        self.holders: dict[bytes, tuple[UUID, str | None]] = {}
        #: Whoever turned out to be somebody else, and who that is.
        self.kept: dict[UUID, UUID] = {}

    async def look_up(self, records: Sequence[PersonRecord]) -> None:
        """Read who is known, and find what would make one person two or two people one."""
        rows = await self.tx.session.execute(
            select(Detainee.source_ref, Detainee.id, Detainee.source_digest).where(
                Detainee.organization_id == self.organization.id, Detainee.source_ref.is_not(None)
            )
        )
        self.known = {ref: (detainee_id, said) for ref, detainee_id, said in rows if ref}
        held = await self.tx.session.execute(
            select(DetaineeNumber.number_index, DetaineeNumber.detainee_id, Detainee.source_ref)
            .join(Detainee, Detainee.id == DetaineeNumber.detainee_id)
            .where(DetaineeNumber.organization_id == self.organization.id)
        )
        self.holders = {index: (detainee_id, ref) for index, detainee_id, ref in held}
        self.kept = await same_person.kept_clients(self.tx, self.organization.id)
        if self.kept:
            # Files go on naming the two by the numbers and ids they had.
            refs = {detainee_id: ref for ref, (detainee_id, _) in self.known.items()}
            own = await same_person.own_numbers(self.tx, self.organization.id)
            self.holders |= {
                index: (client, refs.get(client))
                for number, client in own.items()
                if (index := self._index(number)) in self.holders
            }
        for record in records:
            self._check(record)

    def _check(self, record: PersonRecord) -> None:
        ref = self.ref(record)
        for holder, held_as in self._holding(record):
            mine = self.known.get(ref)
            if (mine and self._kept(mine[0]) != self._kept(holder)) or (mine is None and held_as is not None):
                self.problems.add(
                    record.row, None, "this A-number belongs to somebody else in your cases: one number, one person."
                )
        if record.public_name is not None:
            try:
                names.check_public_name(record.public_name, [record.legal_name] if record.legal_name else [])
            except Invalid as refusal:
                self.problems.add(record.row, None, refusal.problem)
        if record.arrested is not None:
            with self.problems.at(record.row, None):
                self._arrested_at(record)

    def _holding(self, record: PersonRecord) -> list[tuple[UUID, str | None]]:
        return [found for number in record.a_numbers if (found := self.holders.get(self._index(number)))]

    def _kept(self, detainee_id: UUID) -> UUID:
        return self.kept.get(detainee_id, detainee_id)

    def _index(self, number: str) -> bytes:
        return identities.number_index(self.tx, self.organization.id, number)

    def ref(self, record: PersonRecord) -> str:
        """What the file calls them; without an id, the keyed index of their A-number."""
        return record.ref or f"a:{self._index(record.a_numbers[0]).hex()}"

    async def load(self, batch: Sequence[PersonRecord]) -> None:
        rows: dict[type[Table], list[dict[str, Any]]] = {
            model: []
            for model in (VaultKey, Detainee, Identity, DetaineeNumber, NameToken, Case, CaseReader, Intake, Proceeding)
        }
        for record in batch:
            said = digest(self.tx, self.organization.id, ImportKind.PEOPLE, record)
            mine = self.known.get(self.ref(record))
            if mine is not None and mine[1] == said:
                self.tally.unchanged += 1
            elif mine is not None and mine[0] in self.kept:
                await self._recognise(mine[0], record, said)
            elif mine is not None:
                await self._change(mine[0], record, said)
            elif held := self._holding(record):
                await self._recognise(held[0][0], record, said)
            else:
                self._add(rows, record, said)
        await add_all(self.tx, rows)

    def _add(self, rows: dict[type[Table], list[dict[str, Any]]], record: PersonRecord, said: bytes) -> None:
        tx, organization_id = self.tx, self.organization.id
        detainee_id, case_id = new_id(), new_id()
        client_key, case_key = (self._key(rows) for _ in range(2))
        ref = self.ref(record)
        rows[Detainee].append(
            {
                "id": detainee_id,
                "organization_id": organization_id,
                "vault_key_id": client_key,
                "public_name": tx.seal(Detainee, detainee_id, "public_name", client_key, record.public_name),
                "language": record.language,
                "minor": self._minor(record),
                "source_ref": ref,
                "source_digest": said,
            }
        )
        facts = {name: getattr(_known(record), name) for name in identities.FACTS}
        rows[Identity].append(
            {"organization_id": organization_id, "detainee_id": detainee_id}
            | {name: tx.seal(Identity, detainee_id, name, client_key, text) for name, text in facts.items()}
        )
        for number in record.a_numbers:
            row_id = new_id()
            rows[DetaineeNumber].append(
                {
                    "id": row_id,
                    "organization_id": organization_id,
                    "detainee_id": detainee_id,
                    "number": tx.seal(DetaineeNumber, row_id, "number", client_key, number),
                    "number_index": self._index(number),
                }
            )
        if record.legal_name:
            tokens = identities.token_hashes(tx, organization_id, names.tokens([record.legal_name]))
            rows[NameToken] += [
                {"organization_id": organization_id, "token": token, "detainee_id": detainee_id}
                for token in sorted(tokens)
            ]
        over = record.custody_status in OVER
        rows[Case].append(
            {
                "id": case_id,
                "lead_organization_id": organization_id,
                "detainee_id": detainee_id,
                "vault_key_id": case_key,
                "stage": _stage(record),
                "custody_status": record.custody_status,
                "no_publicity": self._may_be_minor(record),
                "opened_at": tx.now,
                "closed_at": tx.now if over else None,
                "closing_reason": f"Imported: {record.final_status}" if over else None,
                "source_ref": ref,
            }
        )
        rows[CaseReader].append({"organization_id": organization_id, "case_id": case_id, "began_at": tx.now})
        rows[Intake].append({"case_id": case_id, "arrested_at": self._arrested_at(record)})
        rows[Proceeding] += [{"id": new_id(), "case_id": case_id, "kind": kind} for kind in record.proceedings]
        self.tally.added += 1
        self.tally.cases.append(case_id)

    def _key(self, rows: dict[type[Table], list[dict[str, Any]]]) -> UUID:
        key_id, wrapped, wrapper = self.tx.vault.new_key()
        rows[VaultKey].append({"id": key_id, "wrapped": wrapped, "master_key": wrapper})
        return key_id

    async def _change(self, detainee_id: UUID, record: PersonRecord, said: bytes) -> None:
        """The file says something new of somebody it named before: its facts replace its earlier ones."""
        detainee = await self.tx.session.get_one(Detainee, detainee_id)
        was = await identities.read(self.tx, detainee)
        now = _known(record)
        # What the file does not say stays: it may have been typed in the product.
        for name in identities.FACTS:
            setattr(now, name, getattr(now, name) or getattr(was, name))
        now.a_numbers = list(dict.fromkeys([*now.a_numbers, *was.a_numbers]))
        now.aliases = was.aliases
        await identities.write(self.tx, detainee, now)
        if record.public_name is not None:
            detainee.public_name = self.tx.seal(
                Detainee, detainee.id, "public_name", detainee.vault_key_id, record.public_name
            )
        detainee.language = record.language or detainee.language
        detainee.minor = detainee.minor or self._minor(record)
        detainee.source_digest = said
        detainee.revision += 1
        case_ids = list(
            await self.tx.session.scalars(
                select(Case.id).where(Case.detainee_id == detainee_id, Case.merged_into_id.is_(None))
            )
        )
        if detainee.minor:
            await self.tx.session.execute(update(Case).where(Case.id.in_(case_ids)).values(no_publicity=True))
        await self.tx.session.flush()
        self.tally.changed += 1
        self.tally.cases += case_ids

    async def _recognise(self, detainee_id: UUID, record: PersonRecord, said: bytes) -> None:
        """Known by A-number, from the product itself: from now on the file's name for them is known, too. Or one of two
        records that somebody has merged: what the kept one says was their choice.
        """
        ref = self.ref(record)
        await self.tx.session.execute(
            update(Detainee).where(Detainee.id == detainee_id).values(source_ref=ref, source_digest=said)
        )
        newest = (
            select(Case.id)
            .where(Case.detainee_id == detainee_id)
            .order_by(Case.merged_into_id.is_not(None), Case.opened_at.desc())
            .limit(1)
        )
        await self.tx.session.execute(update(Case).where(Case.id.in_(newest)).values(source_ref=ref))
        self.recognised += 1
        self.tally.unchanged += 1

    def _arrested_at(self, record: PersonRecord) -> Any:
        return record.arrested.instant(self.organization.time_zone) if record.arrested else None

    def _minor(self, record: PersonRecord) -> bool:
        """Under 18 today for certain."""
        if record.birth is None:
            return False
        year, today = int(record.birth[:4]), self.tx.now.date()
        if len(record.birth) == 4:
            return today.year - year < 18
        # Compared as words: of February 29 there is none in most years.
        return f"{year + 18}{record.birth[4:]}" > today.isoformat()

    def _may_be_minor(self, record: PersonRecord) -> bool:
        """Of a year of birth alone, the day may not have come: such a case starts with no publicity (law 9)."""
        born_in = record.birth if record.birth and len(record.birth) == 4 else None
        return self._minor(record) or (born_in is not None and self.tx.now.year - int(born_in) == 18)


def _known(record: PersonRecord) -> Known:
    return Known(
        legal_name=record.legal_name,
        birth_date=record.birth,
        country_of_birth=record.country_of_birth,
        nationality=record.nationality,
        gender=record.gender,
        a_numbers=list(record.a_numbers),
    )


def _stage(record: PersonRecord) -> Stage:
    if record.custody_status in OVER:
        return Stage.CLOSED
    return Stage.AFTER_RELEASE if record.custody_status is CustodyStatus.RELEASED else Stage.INTAKE
