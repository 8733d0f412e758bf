"""Who opens which file, what they get of it, and who gets nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import global_id
from casework import actors, sign_in
from schema.base import new_id
from schema.documents import FilePiece
from schema.organizations import Membership
from schema.sign_ins import TokenScope
from tests.access.test_refusals_change_nothing import every_row
from tests.api.filing import advocate, look, mateo
from tests.casework.papers import MAKER, PLACE, pdf, picture, where_taken
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town


async def test_an_advocate_gets_a_picture_without_its_place_and_counsel_as_it_was_taken(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    noor, _ = await advocate(town, ana, case_id)
    file = await steps.a_file(ana, case_id, picture(), "at home.jpg")
    shared = await luis.do("shareFile", fileId=file["id"], expectedRevision=0, audience="ADVOCATES")
    assert shared["__typename"] == "ShareFilePayload", shared

    counsel, outside = [await seat.http.get(f"/files/{file['id']}") for seat in (luis, noor)]

    assert where_taken(counsel.content) == PLACE and MAKER.encode() in counsel.content
    assert outside.status_code == 200 and outside.headers["content-type"] == "image/jpeg"
    assert where_taken(outside.content) is None and MAKER.encode() not in outside.content
    assert outside.headers["content-disposition"].startswith('attachment; filename="at home.jpg"')


async def test_the_copy_for_advocates_is_made_once_when_it_is_shared_and_is_all_the_database_gives_them(
    town: Town, ground: Ground
) -> None:
    ana, luis, case_id = await mateo(town)
    noor, _ = await advocate(town, ana, case_id)
    sent = picture() + b"\0" * 300_000
    file = await steps.a_file(ana, case_id, sent, "at home.jpg")
    asked = "select cleaned, count(*) from file_pieces group by cleaned order by cleaned"

    for revision, audience in enumerate(["ADVOCATES", "LEGAL_TEAM", "ADVOCATES"]):
        shared = await luis.do("shareFile", fileId=file["id"], expectedRevision=revision, audience=audience)
        assert shared["__typename"] == "ShareFilePayload", shared
        assert [tuple(row) for row in await ground.connection.fetch(asked)] == [(False, 2), (True, 1)]

    async with town.database.transaction(actors.Person(town.staff["advocate@demo.test"])) as tx:
        seen = await tx.session.scalars(select(FilePiece.cleaned))
        assert list(seen) == [True]
    # As it was sent, put in the copy's place: it does not open.
    first = "(select content from file_pieces where not cleaned and place = 0)"
    await ground.connection.execute(f"update file_pieces set content = {first} where cleaned")
    with pytest.raises(Exception, match="does not open"):
        await noor.http.get(f"/files/{file['id']}")
    assert (await luis.http.get(f"/files/{file['id']}")).content == sent


async def test_each_file_is_opened_by_its_audience_and_by_nobody_else(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    noor, consent = await advocate(town, ana, case_id)
    # A paralegal whom nobody supervises.
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(_unsupervised(town))
    ana = await town.signed_in("coordinator@demo.test")
    files = {
        "COUNSEL": await steps.a_file(luis, case_id, b"What we argue.", **{"x-audience": "COUNSEL"}),
        "LEGAL_TEAM": await steps.a_file(luis, case_id, b"What they wrote."),
        "ADVOCATES": await steps.a_file(luis, case_id, b"Come on Tuesday."),
    }
    await luis.do("shareFile", fileId=files["ADVOCATES"]["id"], expectedRevision=0, audience="ADVOCATES")

    async def opened() -> dict[str, list[str]]:
        seats = {"luis": luis, "ana": ana, "noor": noor}
        found = {
            audience: [
                name for name, seat in seats.items() if (await seat.http.get(f"/files/{one['id']}")).status_code == 200
            ]
            for audience, one in files.items()
        }
        for name, seat in seats.items():
            listed = {one["id"] for one in (await look(seat, case_id))["files"]}
            assert listed == {one["id"] for audience, one in files.items() if name in found[audience]}
        return found

    assert await opened() == {"COUNSEL": ["luis"], "LEGAL_TEAM": ["luis", "ana"], "ADVOCATES": ["luis", "ana", "noor"]}
    # The client changes their mind, and at once it is the legal team's again.
    await ana.do("withdrawConsent", consentId=consent["id"])
    assert (await opened())["ADVOCATES"] == ["luis", "ana"]
    # Nor does whoever lacks the key to counsel's compartment put anything into it, or take it out.
    into = await ana.do("shareFile", fileId=files["LEGAL_TEAM"]["id"], expectedRevision=0, audience="COUNSEL")
    out = await ana.do("shareFile", fileId=files["COUNSEL"]["id"], expectedRevision=0, audience="LEGAL_TEAM")
    put = await steps.put_file(ana, case_id, b"Hers alone.", **{"x-audience": "COUNSEL"})
    assert (into["__typename"], out["__typename"], put.status_code) == ("NotPermitted", "NotFound", 403)


def _unsupervised(town: Town) -> Any:
    ana = town.staff["coordinator@demo.test"]
    return update(Membership).where(Membership.person_id == ana).values(supervised=False)


async def test_nothing_is_shared_with_advocates_without_the_client_nor_what_cannot_be_cleaned(
    town: Town, ground: Ground
) -> None:
    ana, luis, case_id = await mateo(town)
    file = await steps.a_file(ana, case_id, pdf(locked=True), "locked.pdf")
    straight = await steps.put_file(ana, case_id, b"To all.", **{"x-audience": "ADVOCATES"})
    before = await every_row(ground)

    without = await luis.do("shareFile", fileId=file["id"], expectedRevision=0, audience="ADVOCATES")
    assert await every_row(ground) == before
    await advocate(town, ana, case_id)
    before = await every_row(ground)
    locked = await luis.do("shareFile", fileId=file["id"], expectedRevision=0, audience="ADVOCATES")

    assert straight.status_code == 422 and "share it then" in straight.json()["message"]
    assert without["__typename"] == "NotCleared" and "has not agreed that advocates be told" in without["missing"][0]
    assert locked["__typename"] == "NotAllowedByState" and "can't be cleaned of hidden details" in locked["message"]
    assert await every_row(ground) == before


async def test_another_organization_is_answered_as_for_a_file_that_nobody_has(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    file = await steps.a_file(ana, case_id)
    ben = await town.signed_in("coordinator@other.test")
    before = await every_row(ground)

    theirs, nobodys, none = [
        await ben.http.get(f"/files/{one}")
        for one in (file["id"], global_id("CaseFile", new_id()), "no-id-at-all")
    ]  # fmt: skip
    put, unknown = [await steps.put_file(ben, one) for one in (case_id, global_id("Case", new_id()))]

    said = [(one.status_code, one.content) for one in (theirs, nobodys, none)]
    assert said[0] == said[1] == said[2] and said[0][0] == 404
    assert (put.status_code, put.content) == (unknown.status_code, unknown.content) and put.status_code == 404
    assert await every_row(ground) == before


async def test_neither_another_site_nor_a_reading_token_nor_nobody_sends_or_opens_a_file(
    town: Town, ground: Ground
) -> None:
    ana, _, case_id = await mateo(town)
    file = await steps.a_file(ana, case_id)
    async with town.database.transaction(actors.OPERATOR) as tx:
        token = await sign_in.create_token(tx, "coordinator@demo.test", "reads", scope=TokenScope.READ)
    script = await town.nobody()
    script.headers.update({"authorization": f"Bearer {token}", "x-presencia": "1"})
    assert (await script.get(f"/files/{file['id']}")).status_code == 200
    before = await every_row(ground)
    reads = await steps.put_file(Seat(script), case_id)
    assert (reads.status_code, reads.json()["message"]) == (403, "This token may only read.")
    nobody = await town.nobody()
    foreign = {"sec-fetch-site": "cross-site"}
    plain = {"content-type": "text/plain", "x-file-name": "a.txt"}

    assert (await steps.put_file(ana, case_id, **foreign)).status_code == 403
    assert (await steps.put_file(ana, case_id, origin="https://evil.example")).status_code == 403
    assert (await ana.http.get(f"/files/{file['id']}", headers=foreign)).status_code == 403
    assert (await ana.http.post(f"/cases/{case_id}/files", content=b"a", headers=plain)).status_code == 415
    assert (await steps.put_file(Seat(nobody), case_id)).status_code == 403
    nobody.headers["x-presencia"] = "1"
    assert (await steps.put_file(Seat(nobody), case_id)).status_code == 401
    assert (await nobody.get(f"/files/{file['id']}")).status_code == 401
    del ana.http.headers["x-presencia"]
    assert (await steps.put_file(ana, case_id)).status_code == 403
    assert await every_row(ground) == before
    # A link of the page sends no header of ours; whoever follows one that leads nowhere reads a sentence.
    link = {"sec-fetch-site": "same-origin", "accept": "text/html"}
    assert (await ana.http.get(f"/files/{file['id']}", headers=link)).status_code == 200
    gone = await ana.http.get("/files/nothing", headers=link)
    assert gone.text == "There is no such record, or it is not yours to see.\n"
