"""Bodies that ask for too much, or for nothing of ours: each is refused, with the limit where it is about one.

Most were found by looking for documents of a few hundred bytes that keep a stock server busy for seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson


def _body(document: str, **variables: Any) -> bytes:
    return orjson.dumps({"query": document, "variables": variables})


def _nested(opening: str, times: int, closing: str, inside: str = "") -> str:
    return opening * times + inside + closing * times


def _many(count: int, text: str, between: str = " ") -> str:
    """The text so many times, with its number for ``#``."""
    return between.join(text.replace("#", str(number)) for number in range(count))


def _bomb(levels: int, beside: str = "") -> str:
    """Each fragment spreads the next one twice: 2 ** levels paths."""
    last = f"fragment F{levels} on Query {{ viewer {{ language }} }}"
    spread = " ".join(f"fragment F{n} on Query {{ {beside} ...F{n + 1} ...F{n + 1} }}" for n in range(levels))
    return f"{{ ...F0 }} {spread} {last}"


def _web(fragments: int, forward: bool) -> str:
    """Every fragment spreads every other, or every later one."""
    found = []
    for n in range(fragments):
        others = _many(fragments, "...F#").split()[n + 1 if forward else 0 :]
        found.append(f"fragment F{n} on Viewer {{ language {' '.join(others)} }}")
    return f"{{ viewer {{ ...F0 }} }} {' '.join(found)}"


_STATES = "query ($states: [NoticeState!]) { notices(states: $states) { edges { node { id } } } }"
_FILTER = "query ($filter: CaseFilter) { cases(filter: $filter) { count } }"

_COSTLY = _nested("{ hearings { case ", 2, "} }", "{ hearings { id } }")

#: What is wrong with it → the body, and the limit that its refusal names.
HOSTILE: dict[str, tuple[bytes, str]] = {
    "a body of a megabyte": (b'{"query": "' + b"x" * 1_000_000 + b'"}', "262,144"),
    "a body of brackets": (b"[" * 50_000, "40"),
    "a body with a number of 5,000 digits": (b'{"query": ' + b"9" * 5_000 + b"}", "30"),
    "a document too long": (_body("{ viewer { language } } #" + "x" * 17_000), "16,384"),
    "a document of nothing but names": (_body("{" + "a " * 8_000 + "}"), "2,000"),
    "a document of nothing but marks": (_body("{" + "!" * 16_000 + "}"), "2,000"),
    "a list of 7,000 numbers": (_body("{ cases(first: [" + "1 " * 7_000 + "]) { count } }"), "2,000"),
    "unfinished texts": (_body('{ a(b: "' + '\\"""' * 4_000), "2,000"),
    "one condition 300 times": (_body("{ viewer { language " + "@include(if: true) " * 300 + "} }"), "2,000"),
    "fields 600 deep": (_body("{ viewer " + _nested("{ person ", 600, "}", "{ name }") + "}"), "60"),
    "selections 300 deep": (_body("{" + _nested("... {", 300, "}", "viewer { language }") + "}"), "60"),
    "a list 900 deep": (_body(f"{{ cases(first: {_nested('[', 900, ']')}) {{ count }} }}"), "60"),
    "an object 450 deep": (_body(f"{{ cases(filter: {_nested('{a:', 450, '}', '1')}) {{ count }} }}"), "60"),
    "a type 900 deep": (_body(f"query ($a: {_nested('[', 900, ']', 'Int')}) {{ viewer {{ language }} }}"), "60"),
    "too many definitions": (_body(_many(70, "query Q# { viewer { language } }")), "60"),
    "too deep": (_body("{ cases { edges { node " + _nested("{ hearings { case ", 7, "} }", "{ id }") + "} } }"), "14"),
    "too deep, by fragments": (
        _body(
            "{ viewer { person { ...F0 } } }"
            + _many(20, "fragment F# on Person { organization { members { ...G# } } }")
            + " ".join(f"fragment G{n} on Person {{ ...F{n + 1} }}" for n in range(19))
            + "fragment G19 on Person { id }"
        ),
        "14",
    ),
    "too costly": (
        _body(_nested("{ cases(first: 100) { edges { node ", 1, "} } }", _COSTLY)),
        "100,000",
    ),
    "everybody of everybody's": (
        _body("{ organizations { " + _nested("members { organization { ", 3, "} }", "slug") + "} }"),
        "100,000",
    ),
    "all about the graph": (
        _body("{ __schema { types { fields { type {" + _many(50, "a#: name") + "} } } } }"),
        "100,000",
    ),
    "the graph 20 times": (
        _body("{" + _many(20, "a#: __schema { types { fields { name args { name } } } }") + "}"),
        "100,000",
    ),
    "300 other names": (_body("{" + _many(150, "a#: viewer { id#: language }") + "}"), "60"),
    "70 other names": (_body("{ viewer {" + _many(70, "a#: language") + "} }"), "60"),
    "30 lists at once": (_body("{" + _many(30, "a#: cases(first: 1) { count }") + "}"), "20"),
    "30 acts at once": (
        _body("mutation {" + _many(30, 'a#: revokeFeed(input: {feedId: "x"}) { __typename }') + "}"),
        "20",
    ),
    "one field 150 times": (_body("{ viewer {" + "language " * 150 + "} }"), "120"),
    "unknown types 320 times": (_body("{ viewer {" + _many(320, "... on Viewe# { a }") + "} }"), "120"),
    "a bomb of 16 levels": (_body(_bomb(16)), "900"),
    "a bomb of 21 levels": (_body(_bomb(21)), "900"),
    "a bomb of 50 levels": (_body(_bomb(50)), "900"),
    "a bomb with fields": (_body(_bomb(50, "viewer { language }")), "900"),
    "a bomb that nothing lights": (_body("{ viewer { language } }" + _bomb(50).removeprefix("{ ...F0 }")), "900"),
    "a bomb of nothing": (_body(_bomb(50).replace("viewer { language }", "...Gone")), "900"),
    "fragments that spread all later ones": (_body(_web(30, forward=True)), "900"),
    "24,000 states": (_body(_STATES, states=["PLANNED"] * 24_000), "2,000"),
    "120,000 numbers for states": (_body(_STATES, states=[1] * 120_000), "2,000"),
    "a filter of 20,000 fields": (_body(_FILTER, filter={f"x{n}": 1 for n in range(20_000)}), "2,000"),
    "20,000 variables": (_body("{ viewer { language } }", **{f"x{n}": 1 for n in range(20_000)}), "2,000"),
}  # fmt: skip

#: Bodies without any amount in them: refused with a sentence.
ODD: dict[str, bytes] = {
    "a number": b"1",
    "nothing": b"null",
    "a text": b'"x"',
    "a truth": b"true",
    "a list": b"[]",
    "no JSON": b"{",
    "no text": b"\xff\xfe",
    "no document": b"{}",
    "an empty document": _body(""),
    "an unfinished text": _body("{" + '"""\\"' * 3_000),
    "half a document": _body("{"),
    "a document that is a list": b'{"query": ["{ viewer { language } }"]}',
    "variables that are a list": b'{"query": "{ viewer { language } }", "variables": []}',
    "a name that is a number": b'{"query": "{ viewer { language } }", "operationName": 3}',
    "half a character": b'{"query": "\\ud800"}',
    "no character": b'{"query": "\\u0000"}',
    "no character, written": _body('{ facilities(search: "\\u0000") { id } }'),
    "a field of 16,000 letters": _body("{" + "a" * 16_000 + "}"),
    "fields that are not there": _body("{ viewer {" + _many(110, "languag#") + "} }"),
    "facts of a filter that are not there": _body(
        "{ cases(filter: {" + _many(400, "custodyStatu#: 1") + "}) { count } }"
    ),
    "types that are not there": _body("query (" + _many(400, "$a#: CaseFilte#") + ") { viewer { language } }"),
    "conditions that are not there": _body("{ viewer { language " + _many(600, "@inclood#") + "} }"),
    "a fragment in itself": _body("{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }"),
    "fragments in each other": _body(_web(30, forward=False)),
    "fragments in each other that nothing spreads": _body(
        "{ viewer { language } }" + _web(30, forward=False).partition("} }")[2]
    ),
    "one field 110 times, with fields": _body("{ viewer {" + "... { person { name id } } " * 110 + "} }"),
    "two operations": _body("query A { viewer { language } } query B { viewer { language } }"),
}  # fmt: skip

#: Whole bodies within every limit, that take as long as they can.
HEAVY: dict[str, bytes] = {
    "a search for 5,000 words": _body('{ facilities(search: """' + "\n x" * 5_000 + '""") { name } }'),
    "a search for 120,000 characters": _body(
        "query ($s: String) { facilities(search: $s) { name } }", s="%_" * 120_000
    ),
    "a search for 80,000 words": _body("query ($s: String) { courts(search: $s) { name } }", s="ab " * 80_000),
    "likeness to 40,000 words": _body(
        "query ($n: String!) { possibleMatches(name: $n) { __typename } }", n="abcde " * 40_000
    ),
    "likeness to 200,000 letters": _body(
        "query ($n: String!) { possibleMatches(name: $n) { __typename } }", n="ñ" * 100_000
    ),
    "people by 40,000 words": _body(
        "query ($s: String) { people(search: $s) { edges { node { id } } } }", s="a e " * 20_000
    ),
    "a case by a name of 200,000 letters": _body("query ($s: String!) { case(shortId: $s) { id } }", s="C-1" * 70_000),
    "a filter for 200,000 letters": _body(_FILTER, filter={"search": "ab " * 70_000}),
    "2,000 states": _body(_STATES, states=["PLANNED"] * 1_900),
    "a cursor of 200,000 letters": _body(
        "query ($a: String) { cases(after: $a) { edges { node { id } } } }", a="W10" * 70_000
    ),
    "a thousand years": _body(
        "query ($r: CalendarRange!) { calendar(range: $r) { occasion { id } case { id client { publicName } } } }",
        r={"from": "1500-01-01T00:00:00Z", "until": "2500-01-01T00:00:00Z"},
    ),
    "attorneys, by the ordinary executor": _body("{ attorneys { id name } __schema { queryType { name } } }"),
    "everybody, twice": _body(
        "{ organizations { members { role person { name } organization { members { role } } } } }"
    ),
    "a name of 15,000 letters": _body("{" + "a" * 15_900 + ": viewer { language } }"),
    "a comment of 16,000 letters": _body("{ viewer { language } } #" + "x" * 16_000),
    "a body with 120,000 values": b'{"query": "{ viewer { language } }", "more": [' + b"1," * 119_999 + b"1]}",
    "a body with 20,000 lists": b'{"query": "{ viewer { language } }", "more": [' + b"[[[[]]]]," * 19_999 + b"1]}",
    "2,000 states that are none": _body(_STATES, states=["X"] * 1_900),
    "a filter with 1,900 fields of none": _body(_FILTER, filter={f"custodyStatu{n}": 1 for n in range(1_900)}),
    "20 counts": _body("{" + _many(20, "a#: cases(first: 1) { count }") + "}"),
    "20 boards": _body("{" + _many(20, "a#: cases(first: 20) { edges { node { id nextHearing { id } } } }") + "}"),
    "everything about 100 cases": _body(
        "{ cases(first: 100) { edges { node { id client { publicName } hearings { id judge court { name } occasion"
        " { startsAt kind } } assignments { id attorney { name } } team { id person { name } } custody { id facility"
        " { name } } proceedings { id kind } } } } }"
    ),
    "90 conditions": _body(
        "query ($a: Boolean!) { viewer {" + "language @skip(if: $a) @include(if: $a) " * 90 + "} }", a=False
    ),
    "types with all their fields": _body("{ __schema { types { name fields { name type { name kind } } } } }"),
}


def all_of() -> Iterable[tuple[str, str, bytes]]:
    """Every body: of which kind, what it is, and its bytes."""
    yield from (("refused", name, body) for name, (body, _) in HOSTILE.items())
    yield from (("odd", name, body) for name, body in ODD.items())
    yield from (("heavy", name, body) for name, body in HEAVY.items())
