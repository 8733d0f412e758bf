"""Files by HTTP: what is taken in, who opens it, what they get, and what stays in the trail."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from api.nodes import key
from casework import actors
from casework.documents import LARGEST
from schema.documents import CaseFile, FilePiece
from tests.access.test_refusals_change_nothing import every_row
from tests.api.filing import advocate, look, mateo
from tests.casework.papers import picture
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town


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
