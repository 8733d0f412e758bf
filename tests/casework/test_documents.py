"""The checklist: laid out by track, asked, received, filed; each refusal changes nothing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import documents, teams
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotPermitted, Refusal
from schema.base import new_id
from schema.documents import Document, DocumentKind, DocumentState, DocumentTrack
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.reference.papers import of_track
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


async def listed(house: House) -> dict[DocumentKind, Document]:
    async with house.watching() as tx:
        return {row.kind: row for row in await tx.session.scalars(select(Document).order_by(Document.id))}


async def lay_out(house: House, track: DocumentTrack) -> None:
    async with house.acting(house.ana) as tx:
        await documents.lay_out_checklist(tx, house.case, track)


async def test_a_second_track_adds_only_what_is_not_on_the_list(house: House) -> None:
    await lay_out(house, DocumentTrack.BOND)
    before = await listed(house)
    await lay_out(house, DocumentTrack.REMOVAL)

    after = await listed(house)
    assert set(before) == {paper.kind for paper in of_track(DocumentTrack.BOND)}
    assert set(after) == set(before) | {paper.kind for paper in of_track(DocumentTrack.REMOVAL)}
    assert {kind: after[kind].id for kind in before} == {kind: row.id for kind, row in before.items()}
    assert {row.state for row in after.values()} == {DocumentState.NEEDED}


async def test_a_letter_is_asked_for_comes_and_is_filed(house: House) -> None:
    await lay_out(house, DocumentTrack.BOND)
    letter = (await listed(house))[DocumentKind.SPONSOR_LETTER]
    async with house.acting(house.ana) as tx:
        await documents.ask_for_document(
            tx, letter.id, expected_revision=0, from_whom="His aunt in Hamden", due_on=date(2026, 11, 27)
        )
    async with house.acting(house.luis) as tx:
        await documents.mark_document(tx, letter.id, expected_revision=1, state=DocumentState.RECEIVED)
        row = await documents.mark_document(
            tx, letter.id, expected_revision=2, state=DocumentState.FILED, note="With the bond packet."
        )

        assert (row.state, row.due_on, row.changed_by_id) == (DocumentState.FILED, date(2026, 11, 27), house.luis)
        assert await tx.opened(row, "from_whom") == "His aunt in Hamden"
        assert await tx.opened(row, "note") == "With the bond packet."


async def test_one_more_letter_asked_for_at_once_is_asked(house: House) -> None:
    async with house.acting(house.ana) as tx:
        row = await documents.add_document(
            tx, house.case, DocumentKind.SUPPORT_LETTER, title="From his coach", from_whom="Coach Ellis"
        )
        needed = await documents.add_document(tx, house.case, DocumentKind.SUPPORT_LETTER, title="From his school")

    assert (row.state, needed.state) == (DocumentState.ASKED, DocumentState.NEEDED)


async def test_what_is_not_right_is_said_and_nothing_changes(house: House, ground: Ground) -> None:
    await lay_out(house, DocumentTrack.BOND)
    rows = await listed(house)
    filed = rows[DocumentKind.SPONSOR_LETTER].id
    async with house.acting(house.ana) as tx:
        await documents.mark_document(tx, filed, expected_revision=0, state=DocumentState.FILED)
    before = await every_row(ground)
    asked = rows[DocumentKind.PROOF_OF_RESIDENCE].id

    async def refused(kind: type[Refusal], words: str, verb: object, *given: object, who: UUID, **more: object) -> None:
        with pytest.raises(kind, match=words):
            async with house.acting(who) as tx:
                await verb(tx, *given, **more)  # type: ignore[operator]
        assert await every_row(ground) == before

    ana, ask, mark = house.ana, documents.ask_for_document, documents.mark_document
    await refused(NotAllowedByState, "already", documents.lay_out_checklist, house.case, DocumentTrack.BOND, who=ana)
    await refused(Invalid, "called", documents.add_document, house.case, DocumentKind.OTHER, title=" ", who=ana)
    await refused(
        Invalid, "longer than", documents.add_document, house.case, DocumentKind.OTHER, title="a" * 201, who=ana
    )
    await refused(Invalid, "who was asked", ask, asked, expected_revision=0, from_whom=" ", who=ana)
    await refused(Invalid, "slip", ask, asked, expected_revision=0, from_whom="Rosa", due_on=date(2206, 1, 1), who=ana)
    await refused(NotAllowedByState, "come already", ask, filed, expected_revision=1, from_whom="Rosa", who=ana)
    await refused(Invalid, "until when", mark, asked, expected_revision=0, state=DocumentState.ASKED, who=ana)
    filing = {"state": DocumentState.FILED, "who": ana}
    await refused(ChangedMeanwhile, "Somebody changed", mark, asked, expected_revision=3, **filing)  # type: ignore[arg-type]


async def test_an_advocate_of_the_case_sees_no_list_and_changes_none(house: House, ground: Ground) -> None:
    await lay_out(house, DocumentTrack.BOND)
    noor = await house.a_person("Noor Haddad")
    async with house.watching() as tx:
        group = Organization(id=new_id(), slug="harbor", name="Harbor", kind=OrganizationKind.COMMUNITY_GROUP)
        tx.session.add(group)
        await tx.session.flush()
        tx.session.add(Membership(organization_id=group.id, person_id=noor, role=Role.COORDINATOR))
    async with house.acting(house.ana) as tx:
        await teams.share_case(tx, house.case, group.id)
    before = await every_row(ground)

    with pytest.raises(NotPermitted):
        async with house.acting(noor) as tx:
            await documents.lay_out_checklist(tx, house.case, DocumentTrack.FEAR)
    async with house.acting(noor) as tx:
        assert list(await tx.session.scalars(select(Document))) == []
    assert await every_row(ground) == before
