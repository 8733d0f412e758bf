"""From a file of prose to a subject, a plain text and an HTML page that say the same.

A file of ``words/`` begins with a subject line and a short line, for telephones, and goes on in paragraphs.
``fact(label, value)`` writes one line of a list, and nothing when the value is unknown; ``button(label, address)``
writes a link, and ``link`` a quiet one. Every other value that is printed must be there: nothing stands for what is
missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError

from casework.letters.letter import Incomplete

WIDTH = 76
# Marks of our own, from the private use area; no value can smuggle one in.
_FACT, _BUTTON, _SPLIT, _LINK = "\ue000", "\ue001", "\ue002", "\ue003"


class _Marked(str):
    """Made by ``fact`` or ``button``, from values that are already plain."""


def plain(value: Any) -> str:
    """A value as it may stand in a line: no line breaks, no control or private characters.

    Raises :class:`Incomplete` for nothing, and for what shows as nothing.
    """
    if isinstance(value, _Marked):
        return value
    if value is None:
        raise Incomplete("a value the words ask for")
    # Joiners of emoji stay; marks that turn the sense of a line around go.
    line = " ".join(_UNPRINTED.sub("", str(value)).split())
    # A letter or a number is what nearly every value begins with.
    if not any(map(str.isalnum, line)) and not any(unicodedata.category(letter)[0] in "LNPS" for letter in line):
        raise Incomplete("a value the words ask for")
    return line


#: Control characters but for white space, private ones, halves of pairs (Cc, Co, Cs), and overrides of direction.
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ud800-\udfff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
    "\u202a-\u202e\u2066-\u2069]"
)


def _fact(label: str, value: Any) -> str:
    return _Marked(f"{_FACT}{plain(label)}{_SPLIT}{plain(value)}") if value else _Marked("")


def _button(label: str, address: Any) -> str:
    return _Marked(f"{_BUTTON}{plain(label)}{_SPLIT}{plain(address)}")


def _link(label: str, address: Any) -> str:
    return _Marked(f"{_LINK}{plain(label)}{_SPLIT}{plain(address)}")


_INCLUDED = re.compile(r'\{% include "([a-z_]+\.[a-z]+)" %\}\n')


class _Whole(FileSystemLoader):
    """Reads a file with what it includes in its place, so that a letter is one template and no call of others."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_fresh = super().get_source(environment, template)
        return _INCLUDED.sub(lambda found: self.get_source(environment, found[1])[0], source), path, is_fresh


_words = Environment(
    loader=_Whole(Path(__file__).parent / "words"),
    undefined=StrictUndefined,
    finalize=plain,
    # Text is made here, and HTML from it below, where everything is escaped.
    autoescape=False,  # noqa: S701 -- see above
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    # The files are part of the program: once read they stay, and are not looked at again.
    auto_reload=False,
    cache_size=-1,
)
_words.globals.update(fact=_fact, button=_button, link=_link)


@dataclass(frozen=True, slots=True)
class Prose:
    """One letter's words."""

    subject: str
    #: What a telephone shows: one line, without link or how to answer.
    glance: str
    text: str
    html: str


def written(name: str, language: str, values: Mapping[str, Any]) -> Prose:
    """The letter ``name`` in words. Raises :class:`Incomplete` when a value is missing."""
    first, _, rest = _rendered(name, language, values).partition("\n")
    second, _, rest = rest.partition("\n")
    subject, glance = first.removeprefix("Subject:").strip(), second.removeprefix("Short:").strip()
    blocks = _blocks(rest)
    headed = first.startswith("Subject:") and second.startswith("Short:")
    if not (headed and subject and glance and blocks):
        raise Incomplete("its subject or its words")
    return Prose(subject, glance, _as_text(blocks), _as_html(blocks, subject, language))


def one_line(name: str, language: str, values: Mapping[str, Any]) -> str:
    """What a file of words says, in one line. Raises :class:`Incomplete` when a value is missing."""
    return " ".join(_rendered(name, language, values).split())


def _rendered(name: str, language: str, values: Mapping[str, Any]) -> str:
    try:
        return _words.get_template(f"{name}.{language}").render(values)
    except UndefinedError as error:
        raise Incomplete(str(error.message)) from error


def _blocks(said: str) -> list[str]:
    """Paragraphs, lists of facts, buttons. An unknown fact leaves an empty line, which must not cut its list in two."""
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", said.strip("\n")):
        lines = "\n".join(line.strip() for line in block.split("\n") if line.strip())
        if lines.startswith(_FACT) and blocks and blocks[-1].startswith(_FACT):
            blocks[-1] += "\n" + lines
        elif lines:
            blocks.append(lines)
    return blocks


def _lines(block: str) -> list[str]:
    return block.split("\n")


def _split(line: str) -> tuple[str, str]:
    label, _, value = line[1:].partition(_SPLIT)
    return label, value


def _as_text(blocks: list[str]) -> str:
    paragraphs = []
    for block in blocks:
        lines = _lines(block)
        if lines[0].startswith(_FACT):
            paragraphs.append("\n".join("{}: {}".format(*_split(line)) for line in lines))
        elif lines[0].startswith((_BUTTON, _LINK)):
            paragraphs.append("\n".join("{}:\n{}".format(*_split(line)) for line in lines))
        else:
            paragraphs.append(_wrapped(" ".join(lines)))
    return "\n\n".join(paragraphs) + "\n"


def _wrapped(words: str) -> str:
    """In lines of ``WIDTH``. An address that is longer stays whole. The standard library's does the same, and most of a
    letter's time was its.
    """
    lines: list[str] = []
    line = ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{subject}</title>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:36em;margin:0 auto">
{body}
</div>
</body>
</html>
"""


def _as_html(blocks: list[str], subject: str, language: str) -> str:
    parts = []
    for block in blocks:
        lines = _lines(block)
        if lines[0].startswith(_FACT):
            rows = "\n".join(
                '<tr><th scope="row" style="text-align:left;vertical-align:top;padding:2px 16px 2px 0;font-weight:600">'
                f'{escape(label)}</th><td style="padding:2px 0">{_linked(value)}</td></tr>'
                for label, value in map(_split, lines)
            )
            parts.append(f'<table style="border-collapse:collapse;margin:0 0 16px">\n{rows}\n</table>')
        elif lines[0].startswith(_BUTTON):
            parts.extend(
                f'<p style="margin:0 0 16px"><a href="{escape(address)}" style="display:inline-block;padding:10px 18px;'
                f'background:#1c4f8a;color:#ffffff;text-decoration:none;border-radius:6px">{escape(label)}</a></p>'
                for label, address in map(_split, lines)
            )
        elif lines[0].startswith(_LINK):
            parts.extend(
                f'<p style="margin:0 0 16px;font-size:14px"><a href="{escape(address)}">{escape(label)}</a></p>'
                for label, address in map(_split, lines)
            )
        else:
            words = " ".join(lines)
            parts.append(f'<p style="margin:0 0 16px">{escape(words)}</p>')
    return _PAGE.format(language=language, subject=escape(subject), body="\n".join(parts))


def _linked(value: str) -> str:
    if value.startswith("https://") and " " not in value:
        return f'<a href="{escape(value)}">{escape(value)}</a>'
    return escape(value)
