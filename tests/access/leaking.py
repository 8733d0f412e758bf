"""A town with something to hide, and ways to ask for it."""

from __future__ import annotations

import base64
import re
from typing import Any
from uuid import UUID

from api.nodes import global_id
from tests.town import Seat, Town

#: What nobody outside the legal team may ever read, in any answer.
SECRETS = ("Rivera", "Cruz", "201345678", "Mateo", "Rosa", "car wash", "Plymouth", "Strategy", "Called the jail")


NOBODY = UUID("0199a000-0000-7000-8000-000000000000")


CASE = """{ cases { edges { cursor node { id revision shortId
  proceedings { id } hearings { id revision occasion { id } } consents { id revision } assignments { id revision }
  actions { id revision saidRevision occasion { id } invitations { id revision } signOffs { id } }
  notes { id } privilegedNotes { id } tasks { id revision } team { id person { id } } custody { id } contacts { id }
  client { id } } } } notices(first: 50) { edges { node { id } } } feeds { id revision address } }"""


async def told(seat: Seat, document: str, **variables: Any) -> str:
    """The whole answer but the request's own id, refusals and all."""
    return re.sub(r'"requestId":"\w+"', "", (await seat.raw(document, variables)).text)


def ids_in(found: Any) -> set[str]:
    if isinstance(found, dict):
        own = {found["id"]} if isinstance(found.get("id"), str) else set()
        return own.union(*(ids_in(value) for value in found.values()))
    return set().union(*(ids_in(value) for value in found)) if isinstance(found, list) else set()


def unknown(like: str) -> str:
    """An id of the same noun that nobody has."""
    noun = base64.urlsafe_b64decode(like + "=" * (-len(like) % 4)).decode().partition(":")[0]
    return global_id(noun, NOBODY)


async def the_case(town: Town) -> tuple[Seat, Any, Any]:
    ana = await town.signed_in("coordinator@demo.test")
    found = await ana.ask(CASE)
    return ana, found["cases"]["edges"][0]["node"], found


async def a_link(town: Town, occasion_id: str, seat: Seat, person_id: str) -> tuple[str, str]:
    """Ask somebody, and open their letter: the answer page's path, and everything the letter says."""
    invited = await seat.do("invite", "invitations { id }", occasionId=occasion_id, personIds=[person_id])
    assert invited["__typename"] == "InvitePayload", invited
    (letter,) = await town.deliver()
    raw = letter.message.as_string()
    text = letter.message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    path = re.search(r"/a/[\w-]{20,}", text)
    assert path
    return path.group(), raw


def document(verb: str) -> str:
    kind = verb[0].upper() + verb[1:]
    return (
        f"mutation ($input: {kind}Input!) {{ {verb}(input: $input) {{ __typename ... on UserError {{ message }} }} }}"
    )


def plain(text: str) -> str:
    return re.sub(r'"requestId":"\w+"', "", text)
