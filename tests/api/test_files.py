"""Files by HTTP: what is taken in, who opens it, what they get, and what stays in the trail."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import global_id, key
from casework import actors
from casework.documents import LARGEST
from schema.base import new_id
from schema.documents import CaseFile, FilePiece
from schema.organizations import Membership
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.papers import MAKER, PLACE, pdf, picture, where_taken
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town

CASE = """query ($id: ID!) { node(id: $id) { ... on Case { documents { id kind state revision files { id name } }
  files { id name kind size audience revision } filesTakenAway { id revision } } } }"""


async def look(seat: Seat, case_id: str) -> Any:
    return (await seat.ask(CASE, id=case_id))["node"]


async def mateo(town: Town) -> tuple[Seat, Seat, str]:
    """Ana, Luis on the team as his attorney, and the case."""
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("addToTeam", caseId=case["id"], personId=town.person("attorney@demo.test"), role="ATTORNEY")
    return ana, luis, case["id"]


async def advocate(town: Town, ana: Seat, case_id: str) -> tuple[Seat, Any]:
    """Noor, of the group with which the case is shared, and the consent under which advocates are told."""
    await ana.do("shareCase", caseId=case_id, organizationId=town.organizations["harbor"])
    await ana.do("addToTeam", caseId=case_id, personId=town.person("advocate@demo.test"), role="ADVOCATE")
    consent = await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    return await town.signed_in("advocate@demo.test"), consent


async def test_a_file_comes_back_as_it_was_sent_to_be_saved_and_never_shown(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    sent = picture() + b"\0" * 600_000
    file = await steps.a_file(ana, case_id, sent, "Señora Peña\r\n.pdf")

    opened = await luis.http.get(f"/files/{file['id']}")

    assert (opened.status_code, opened.content) == (200, sent)
    assert file["kind"] == "JPEG" and opened.headers["content-type"] == "image/jpeg"
    assert opened.headers["content-disposition"] == (
        "attachment; filename=\"Se_ora Pe_a.jpg\"; filename*=UTF-8''Se%C3%B1ora%20Pe%C3%B1a.jpg"
    )
    assert opened.headers["x-content-type-options"] == "nosniff"
    assert opened.headers["cache-control"] == "no-store"
    assert opened.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert opened.headers["cross-origin-resource-policy"] == "same-origin"


async def test_opening_a_file_leaves_an_entry_of_its_own(town: Town, ground: Ground) -> None:
    ana, luis, case_id = await mateo(town)
    file = await steps.a_file(ana, case_id)
    before = await ground.connection.fetchval("select max(seq) from audit_entries")

    await luis.http.get(f"/files/{file['id']}")

    (entry,) = await ground.connection.fetch("select * from audit_entries where seq > $1", before)
    assert (entry["act"], entry["actor_id"]) == ("viewed", town.staff["attorney@demo.test"])
    assert entry["records"] == [key("CaseFile", file["id"]), key("Case", case_id)]
    assert entry["fields"] == ["files.content", "files.name"]


async def test_one_byte_more_than_25_megabytes_is_refused_while_it_is_read(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    before, piece = await every_row(ground), 256 * 1024
    asked: list[int] = []

    async def coming(most: int) -> AsyncIterator[bytes]:
        for place in range(most):
            asked.append(place)
            yield b"a" * piece

    exactly = await steps.put_file(ana, case_id, coming(LARGEST // piece))
    assert exactly.status_code == 201 and exactly.json()["size"] == LARGEST
    await ana.do("takeFileAway", fileId=exactly.json()["id"], expectedRevision=0)
    after = await every_row(ground)
    asked.clear()
    refused = await steps.put_file(ana, case_id, coming(10 * LARGEST // piece))

    assert refused.status_code == 413
    assert refused.json()["message"].startswith("This file is larger than 25 MB.")
    # What follows is not even asked for.
    assert len(asked) == LARGEST // piece + 1
    assert await every_row(ground) == after != before


async def test_what_says_beforehand_that_it_is_too_long_is_not_read_at_all(town: Town) -> None:
    ana, _, case_id = await mateo(town)
    asked: list[int] = []

    async def coming() -> AsyncIterator[bytes]:
        asked.append(1)
        yield b"a"

    refused = await steps.put_file(ana, case_id, coming(), **{"content-length": str(LARGEST + 1)})

    assert refused.status_code == 413 and asked == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("letter.pdf", b"PK\x03\x04" + b"\0" * 100, "damaged, or locked"),
        ("photo.jpg", b"<!doctype html><script>alert(1)</script>", "web page"),
        ("photo.png", b"MZ" + b"\0" * 200, "a program"),
        ("letter.txt", b"#!/bin/sh\n", "a script"),
    ],
)
async def test_a_wrong_ending_deceives_nobody_and_nothing_is_saved(
    town: Town, ground: Ground, name: str, content: bytes, sentence: str
) -> None:
    ana, _, case_id = await mateo(town)
    before = await every_row(ground)

    refused = await steps.put_file(ana, case_id, content, name, **{"accept-language": "en"})

    assert refused.status_code == 422 and sentence in refused.json()["message"]
    assert refused.json()["field"] == "file"
    assert await every_row(ground) == before


async def test_a_refusal_is_said_in_the_readers_language(town: Town) -> None:
    ana, _, case_id = await mateo(town)

    refused = await steps.put_file(ana, case_id, b"", **{"accept-language": "es"})

    assert refused.json()["message"] == "Este archivo está vacío. Elíjalo de nuevo."


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
    assert locked["__typename"] == "NotAllowedByState" and "can't be taken out" in locked["message"]
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
    before = await every_row(ground)
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


async def test_the_same_file_twice_is_told_by_its_name(town: Town, ground: Ground) -> None:
    ana, luis, case_id = await mateo(town)
    await steps.a_file(ana, case_id, b"The very same.", "first.txt")
    before = await every_row(ground)

    again = await steps.put_file(luis, case_id, b"The very same.", "second.txt")

    assert again.status_code == 409
    assert again.json()["message"] == 'The case has this very file already: it is called "first.txt".'
    assert await every_row(ground) == before
    # Another case may have it as well.
    other = await ana.do("takeInCase", "case { id }", organizationId=town.organizations["elm-city"])
    assert (await steps.put_file(ana, other["case"]["id"], b"The very same.")).status_code == 201


async def test_what_was_taken_away_is_opened_by_nobody_until_it_is_put_back(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    noor, _ = await advocate(town, ana, case_id)
    file = await steps.a_file(ana, case_id)
    await luis.do("shareFile", fileId=file["id"], expectedRevision=0, audience="ADVOCATES")
    await ana.do("takeFileAway", fileId=file["id"], expectedRevision=1)

    for seat, status in ((luis, 409), (noor, 404)):
        assert (await seat.http.get(f"/files/{file['id']}")).status_code == status
        assert (await look(seat, case_id))["files"] == []
    assert (await look(noor, case_id))["filesTakenAway"] == []
    (gone,) = (await look(ana, case_id))["filesTakenAway"]
    again = await ana.do("takeFileAway", fileId=gone["id"], expectedRevision=gone["revision"])
    assert again["__typename"] == "NotAllowedByState"
    # Sent again meanwhile: there is no second of it.
    anew = await steps.a_file(ana, case_id)
    twice = await ana.do("putFileBack", fileId=gone["id"], expectedRevision=gone["revision"])
    assert "has this very file already" in twice["message"]
    await ana.do("takeFileAway", fileId=anew["id"], expectedRevision=0)
    back = await ana.do("putFileBack", fileId=gone["id"], expectedRevision=gone["revision"])

    assert back["__typename"] == "PutFileBackPayload", back
    assert (await noor.http.get(f"/files/{file['id']}")).content == b"To the judge."
    there = await ana.do("putFileBack", fileId=gone["id"], expectedRevision=gone["revision"] + 1)
    assert there["message"] == "This file is there: nobody took it away."


async def test_a_file_of_what_was_missing_marks_it_received_and_a_medical_record_is_counsels(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    laid = await ana.do("layOutChecklist", "case { documents { id kind state } }", caseId=case_id, track="BOND")
    named = {one["kind"]: one["id"] for one in laid["case"]["documents"]}
    await steps.a_file(ana, case_id, b"I take him in.", **{"x-document": named["SPONSOR_LETTER"]})

    shown = {one["kind"]: one for one in (await look(ana, case_id))["documents"]}
    assert shown["SPONSOR_LETTER"]["state"] == "RECEIVED" and len(shown["SPONSOR_LETTER"]["files"]) == 1
    assert shown["PROOF_OF_RESIDENCE"]["state"] == "NEEDED"
    medical = {"x-document": named["MEDICAL_RECORDS"]}
    await steps.a_file(luis, case_id, b"Insulin, twice a day.", **medical)
    (kept,) = [one for one in (await look(luis, case_id))["files"] if one["size"] == 21]
    assert kept["audience"] == "COUNSEL"
    wider = await steps.put_file(luis, case_id, b"Insulin.", **medical, **{"x-audience": "LEGAL_TEAM"})
    assert wider.status_code == 422 and wider.json()["field"] == "audience"
    # Nor does a file hang on another case's list.
    other = await ana.do("takeInCase", "case { id }", organizationId=town.organizations["elm-city"])
    strange = await steps.put_file(ana, other["case"]["id"], b"x", **{"x-document": named["SPONSOR_LETTER"]})
    assert strange.status_code == 404


async def test_nothing_is_put_with_a_closed_case(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    (case,) = (await ana.ask("{ cases { edges { node { id revision } } } }"))["cases"]["edges"]
    closed = await ana.do("closeCase", caseId=case_id, expectedRevision=case["node"]["revision"], reason="Bonded out.")
    assert closed["__typename"] == "CloseCasePayload", closed
    before = await every_row(ground)

    refused = await steps.put_file(ana, case_id)

    assert refused.status_code == 409 and "This case is closed." in refused.json()["message"]
    assert await every_row(ground) == before


async def test_pieces_open_in_their_own_file_place_and_length_only(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    one, other = [await steps.a_file(ana, case_id, words * 200_000) for words in (b"one ", b"two ")]
    swap = "update file_pieces set content = $1 where file_id = $2 and place = $3"
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = await tx.session.scalars(select(FilePiece))
        kept = {(piece.file_id, piece.place): piece.content.ciphertext for piece in found}
    first, second = key("CaseFile", one["id"]), key("CaseFile", other["id"])
    # Of another file; of another place.
    for content in (kept[second, 0], kept[first, 1], kept[first, 0][:-1] + b"\0"):
        await ground.connection.execute(swap, content, first, 0)
        with pytest.raises(Exception, match="does not open"):
            await ana.http.get(f"/files/{one['id']}")
    await ground.connection.execute(swap, kept[first, 0], first, 0)
    # Cut short, whatever the row says.
    last = max(place for file, place in kept if file == first)
    await ground.connection.execute("delete from file_pieces where file_id = $1 and place = $2", first, last)
    with pytest.raises(LookupError):
        await ana.http.get(f"/files/{one['id']}")
    await ground.connection.execute("update files set pieces = pieces - 1 where id = $1", first)
    with pytest.raises(Exception, match="does not open"):
        await ana.http.get(f"/files/{one['id']}")
    assert (await ana.http.get(f"/files/{other['id']}")).content == b"two " * 200_000


async def test_files_follow_a_merge_and_come_back_when_it_is_undone(town: Town) -> None:
    ana, _, case_id = await mateo(town)
    other = await ana.do(
        "takeInCase", "case { id }", organizationId=town.organizations["elm-city"], legalName="M. Cruz"
    )
    file = await steps.a_file(ana, other["case"]["id"], b"Of the second.")
    called = await ana.do("logCall", caseId=other["case"]["id"], callerName="Rosa", told="Where he is.")
    assert called["__typename"] == "LogCallPayload", called

    merged = await ana.do("mergeCases", "merge { id }", keptCaseId=case_id, mergedCaseId=other["case"]["id"])

    assert [one["id"] for one in (await look(ana, case_id))["files"]] == [file["id"]]
    assert (await ana.http.get(f"/files/{file['id']}")).content == b"Of the second."
    kept = (await ana.ask("query ($id: ID!) { node(id: $id) { ... on Case { callLog { told } } } }", id=case_id))[
        "node"
    ]
    assert [one["told"] for one in kept["callLog"]] == ["Where he is."]
    await ana.do("undoMerge", mergeId=merged["merge"]["id"])
    assert (await look(ana, case_id))["files"] == []
    assert (await ana.http.get(f"/files/{file['id']}")).content == b"Of the second."


async def test_no_header_holds_what_a_name_could_smuggle_into_it(town: Town) -> None:
    ana, _, case_id = await mateo(town)
    file = await steps.a_file(ana, case_id, b"words", 'a";\r\nSet-Cookie: x=1;\u2028 b\x00.txt')

    said = (await ana.http.get(f"/files/{file['id']}")).headers

    assert "set-cookie" not in said
    assert re.fullmatch(
        r'attachment; filename="[\w ._()-]+"; filename\*=UTF-8\'\'[\w%.~-]+', said["content-disposition"]
    )
    for bad in ("", "%FF", "a" * 2_001):
        headers = {"content-type": "application/octet-stream", "x-file-name": bad}
        answer = await ana.http.post(f"/cases/{case_id}/files", content=b"x", headers=headers)
        assert answer.status_code == 400, bad
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert len(list(await tx.session.scalars(select(CaseFile)))) == 1
