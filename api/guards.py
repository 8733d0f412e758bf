"""Guards of the front door: strict bodies, bounded documents, and no request from another site.

The stock GraphQL router answers 500 to several bodies and its limiters are exponential on spread fragments
(SECURITY §1); so bodies are read here, and one linear pass bounds a document before it is validated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSyntaxError,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    parse,
)
from starlette.requests import Request

LARGEST_BODY = 256 * 1024
LARGEST_DOCUMENT = 16 * 1024
_TOKENS = 2_000
_DEPTH = 14
_FIELDS = 900
_COST = 250_000
_NESTING = 40
#: Validation compares every two fields of one name that may meet, which takes a second for 400 of them.
_NAMESAKES = 120
#: The character that no database text may hold, as a document's text spells it.
_NUL_WRITTEN = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:0000|\{0+\})")
#: What a list is taken to hold when nothing bounds it.
_LIST = 10


class BadRequest(Exception):
    """The request is not one of ours; ``status`` and a sentence say why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def same_site(request: Request, own: str) -> None:
    """Refuse a request that another site makes a browser send. Scripts with a token send no cookie and pass."""
    if request.headers.get("x-presencia") != "1":
        raise BadRequest(403, "Send the header X-Presencia: 1.")
    if request.headers.get("sec-fetch-site") not in (None, "same-origin", "none"):
        raise BadRequest(403, "Only pages of this address may ask.")
    origin = request.headers.get("origin")
    if origin is not None:
        host = origin.partition("://")[2]
        if origin != own and host != request.headers.get("host"):
            raise BadRequest(403, "Only pages of this address may ask.")


async def json_object(request: Request, largest: int = LARGEST_BODY) -> dict[str, Any]:
    """The JSON object in the body. Raises :class:`BadRequest` for anything else."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != "application/json" or parameters.strip().lower() not in ("", "charset=utf-8"):
        raise BadRequest(415, "Send application/json.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise BadRequest(415, "Send the body uncompressed.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise BadRequest(413, "The body is too large.")
    _bounded(body)
    try:
        found = orjson.loads(bytes(body))
    except orjson.JSONDecodeError:
        raise BadRequest(400, "The body is not JSON.") from None
    if not isinstance(found, dict):
        raise BadRequest(400, "The body must be a JSON object.")
    if _holds_nul(found):
        raise BadRequest(400, "A text holds a character that no text may hold.")
    return found


def _bounded(body: bytes | bytearray) -> None:
    """Nesting and digits, before anything is built from them."""
    depth = deepest = digits = 0
    text = escaped = False
    for byte in body:
        if text:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                text = False
            continue
        if byte == 0x22:
            text, digits = True, 0
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
        digits = digits + 1 if 0x30 <= byte <= 0x39 else 0
        if deepest > _NESTING or digits > 30:
            raise BadRequest(400, "The body is nested too deeply, or holds a number of absurd length.")


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any("\0" in name or _holds_nul(item) for name, item in value.items())
    return isinstance(value, list) and any(_holds_nul(item) for item in value)


@dataclass(frozen=True, slots=True)
class _Weight:
    depth: int
    fields: int
    cost: int


class _Pass:
    """One linear pass: every fragment is weighed once, by itself."""

    def __init__(self, document: DocumentNode, variables: dict[str, Any]) -> None:
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.variables = variables
        self.weighed: dict[str, _Weight | None] = {}
        #: A variable says how large some page is.
        self.varies = False

    def weigh(self, selections: SelectionSetNode | None) -> _Weight:
        depth = fields = cost = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                below = self.weigh(node.selection_set)
                times = self._times(node)
                depth = max(depth, below.depth + 1)
                fields += below.fields + 1
                cost += 1 + times * below.cost
            elif isinstance(node, InlineFragmentNode):
                below = self.weigh(node.selection_set)
                depth, fields, cost = max(depth, below.depth), fields + below.fields, cost + below.cost
            elif isinstance(node, FragmentSpreadNode):
                below = self._fragment(node.name.value)
                depth, fields, cost = max(depth, below.depth), fields + below.fields, cost + below.cost
            for found, most, what in ((depth, _DEPTH, "deep"), (fields, _FIELDS, "fields"), (cost, _COST, "in cost")):
                if found > most:
                    raise BadRequest(
                        400,
                        f"The document asks for too much at once, {found:,} {what} of at most {most:,}:"
                        " ask for fewer fields, or smaller pages.",
                    )
        return _Weight(depth, fields, cost)

    def _fragment(self, name: str) -> _Weight:
        if name in self.weighed:
            found = self.weighed[name]
            if found is None:
                raise BadRequest(400, "A fragment holds itself.")
            return found
        fragment = self.fragments.get(name)
        if fragment is None:
            return _Weight(0, 0, 0)
        self.weighed[name] = None
        weight = self.weigh(fragment.selection_set)
        self.weighed[name] = weight
        return weight

    def _times(self, node: FieldNode) -> int:
        """How often what is below may come: the page asked for, or a guess for plain lists."""
        if node.selection_set is None or node.name.value in {"node", "edges"}:
            return 1
        for argument in node.arguments or ():
            if argument.name.value == "first":
                value: Any = None
                if isinstance(argument.value, IntValueNode):
                    # Longer ones are no page size, and cost time to read.
                    value = int(argument.value.value[:10])
                elif isinstance(argument.value, VariableNode):
                    self.varies = True
                    value = self.variables.get(argument.value.name.value)
                return min(max(value, 1), 1_000) if isinstance(value, int) else 50
        return _LIST if node.name.value.endswith("s") and node.name.value != "answers" else 1


def read(document: str, operation: str | None) -> tuple[DocumentNode, OperationDefinitionNode]:
    """The document and the operation to run, when it is one we answer. Raises :class:`BadRequest`."""
    if len(document.encode(errors="replace")) > LARGEST_DOCUMENT:
        raise BadRequest(413, f"The document is too large: at most {LARGEST_DOCUMENT:,} bytes.")
    try:
        parsed = parse(document, max_tokens=_TOKENS, no_location=True)
    except GraphQLSyntaxError as error:
        raise BadRequest(400, error.message) from None
    if _NUL_WRITTEN.search(document):
        raise BadRequest(400, "A text holds a character that no text may hold.")
    if len(parsed.definitions) > 60:
        raise BadRequest(400, "The document holds too many definitions: at most 60.")
    _refuse_namesakes(parsed)
    operations = [node for node in parsed.definitions if isinstance(node, OperationDefinitionNode)]
    chosen = [node for node in operations if operation is None or (node.name and node.name.value == operation)]
    if len(chosen) != 1:
        raise BadRequest(400, "Say which operation of the document to run.")
    return parsed, chosen[0]


def _refuse_namesakes(document: DocumentNode) -> None:
    """One name too often, wherever: raises :class:`BadRequest`."""
    named: Counter[str] = Counter()
    waiting: list[SelectionSetNode | None] = [getattr(node, "selection_set", None) for node in document.definitions]
    while waiting:
        for node in selections.selections if (selections := waiting.pop()) else ():
            if isinstance(node, FieldNode):
                named[(node.alias or node.name).value] += 1
            waiting.append(getattr(node, "selection_set", None))
    if named and max(named.values()) > _NAMESAKES:
        raise BadRequest(400, f"The document asks for one name too often: at most {_NAMESAKES} times.")


def weigh(document: DocumentNode, variables: dict[str, Any]) -> bool:
    """Refuse a document that asks for too much under these variables. Raises :class:`BadRequest`.

    Returns whether it asks for the same under any.
    """
    weighing = _Pass(document, variables)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            weighing.weigh(node.selection_set)
    return not weighing.varies
