"""What a page calls its request stands in the trail, but for the names that imports go by."""

from __future__ import annotations

from tests.api.filing import mateo
from tests.ground import Ground
from tests.town import Town

_WRITE = """mutation ($input: WriteNoteInput!) {
  writeNote(input: $input) { ... on WriteNotePayload { note { id } } } }"""


async def test_nobody_calls_their_request_as_an_import_does(town: Town, ground: Ground) -> None:
    """Undoing an import erases cases on which nobody worked besides it: whoever could work under its name would have
    their work erased as if it had never been done."""
    ana, _, case_id = await mateo(town)
    for named in ("sheet-0123", "page-0123"):
        ana.http.headers["x-request-id"] = named
        await ana.ask(_WRITE, input={"caseId": case_id, "body": "Her sister called."})

    entries = await ground.connection.fetch("select request_id from audit_entries where act = 'note.written'")
    called = [one["request_id"] for one in entries]
    assert len(called) == 2 and "page-0123" in called and "sheet-0123" not in called
