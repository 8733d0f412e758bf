"""Whether our own mail server found that a mail is from where it says (Authentication-Results, RFC 8601).

Much of that header is words of whoever sent the mail: their address, their server's name, the domain of their
signature. So it is read as its grammar says (§2.2), and a word counts only where our server alone can have put it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: ``method [ "/" version ] "=" result``, at the head of what is said by one method.
_METHOD = re.compile(r"\s*([\w-]+)\s*(?:/\s*\w+\s*)?=\s*(\S*)", re.ASCII)
#: What may stand in quotes and mean the same without them.
_PLAIN = re.compile(r"[\w.@+-]*", re.ASCII)
#: Stands for a quoted string that holds anything else. No address and no domain has it.
_QUOTED = '"'


@dataclass(frozen=True, slots=True)
class _Result:
    """What one method found (resinfo)."""

    method: str
    result: str
    #: ``ptype.property`` and its value, as often as it stands there.
    properties: Sequence[tuple[str, str]]

    def of(self, name: str, sender: str) -> bool:
        """Whether that property is there and is of the sender's domain, each time."""
        values = [value.rpartition("@")[2] for key, value in self.properties if key == name]
        return bool(values) and all(_aligned(value, sender) for value in values)

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.properties)


def proven_by(headers: Sequence[str], domain: str, checked_by: str) -> bool:
    """Whether the server ``checked_by`` found that a mail comes from ``domain``: by DMARC (RFC 7489), and where that
    domain has no such policy by SPF or DKIM for the same domain. The topmost word of that server counts: it takes out
    others in its name (RFC 8601 §5). What cannot be read proves nothing.
    """
    for header in headers:
        said = _bare(header.lower())
        who, *results = (said or _bare(header.lower().partition(";")[0]) or "").split(";")
        if who.split()[:1] != [checked_by.lower()]:
            continue
        return said is not None and _proven(list(_results(results)), domain.lower())
    return False


def _proven(results: Sequence[_Result], domain: str) -> bool:
    if not domain:
        return False
    by_policy = [one for one in results if one.method == "dmarc"]
    if any(one.result != "none" for one in by_policy):
        return all(one.result == "pass" and one.of("header.from", domain) for one in by_policy)
    for one in results:
        if one.result != "pass":
            continue
        if one.method == "spf" and one.of("smtp.mailfrom", domain):
            return True
        if one.method == "dkim" and one.of("header.d" if one.has("header.d") else "header.i", domain):
            return True
    return False


def _results(said: Sequence[str]) -> Iterator[_Result]:
    for one in said:
        if found := _METHOD.match(one):
            words = (word.partition("=") for word in one[found.end() :].split())
            yield _Result(found[1], found[2], [(name, value) for name, equals, value in words if equals])


def _bare(header: str) -> str | None:
    """The header without comments, which nest, and without what is in quotes (RFC 5322 §3.2.1, §3.2.2, §3.2.4). None
    where one of them does not end, or quotes do not end within a comment: somebody's words have broken out of theirs.
    """
    bare: list[str] = []
    depth, quotes, quoted = 0, 0, None
    characters = iter(header)
    for one in characters:
        if one == "\\" and (depth or quoted is not None):
            one = next(characters, "")
            if quoted is not None:
                quoted += one
        elif quoted is not None:
            if one == '"':
                bare.append(quoted if _PLAIN.fullmatch(quoted) else _QUOTED)
                quoted = None
            else:
                quoted += one
        elif one == "(":
            depth += 1
        elif depth:
            quotes += one == '"'
            depth -= one == ")"
            if not depth:
                if quotes % 2:
                    return None
                quotes = 0
                bare.append(" ")
        elif one == '"':
            quoted = ""
        elif one == ")":
            return None
        else:
            bare.append(one)
    return None if depth or quoted is not None else "".join(bare)


def _aligned(one: str, other: str) -> bool:
    return bool(one) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


__all__ = ["proven_by"]
