"""From a file of prose to a subject, a plain text and an HTML page that say the same.

A file of ``words/`` begins with a subject line and goes on in paragraphs. ``fact(label, value)`` writes one line of a
list, and nothing when the value is unknown; ``button(label, address)`` writes a link. Every other value that is
printed must be there: nothing stands for what is missing.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError

from casework.letters.letter import Incomplete

WIDTH = 76
# Marks of our own, from the private use area; no value can smuggle one in.
_FACT, _BUTTON, _SPLIT = "\ue000", "\ue001", "\ue002"


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
    kept = (letter for letter in str(value) if letter in "\t\n\r" or unicodedata.category(letter) not in _UNPRINTED)
    line = " ".join("".join(kept).translate(_OVERRIDES).split())
    if not any(unicodedata.category(letter)[0] in "LNPS" for letter in line):
        raise Incomplete("a value the words ask for")
    return line


_UNPRINTED = frozenset({"Cc", "Co", "Cs"})
_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def _fact(label: str, value: Any) -> str:
    return _Marked(f"{_FACT}{plain(label)}{_SPLIT}{plain(value)}") if value else _Marked("")


def _button(label: str, address: Any) -> str:
    return _Marked(f"{_BUTTON}{plain(label)}{_SPLIT}{plain(address)}")


_words = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "words"),
    undefined=StrictUndefined,
    finalize=plain,
    # Text is made here, and HTML from it below, where everything is escaped.
    autoescape=False,  # noqa: S701 -- see above
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_words.globals.update(fact=_fact, button=_button)


def written(name: str, language: str, values: Mapping[str, Any]) -> tuple[str, str, str]:
    """Subject, text and HTML of the letter ``name``. Raises :class:`Incomplete` when a value is missing."""
    try:
        said = _words.get_template(f"{name}.{language}").render(values)
    except UndefinedError as error:
        raise Incomplete(str(error.message)) from error
    first, _, rest = said.partition("\n")
    subject = first.removeprefix("Subject:").strip()
    blocks = _blocks(rest)
    if not subject or not first.startswith("Subject:") or not blocks:
        raise Incomplete("its subject or its words")
    return subject, _as_text(blocks), _as_html(blocks, subject, language)


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
        elif lines[0].startswith(_BUTTON):
            paragraphs.append("\n".join("{}:\n{}".format(*_split(line)) for line in lines))
        else:
            words = " ".join(lines)
            paragraphs.append(textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False))
    return "\n\n".join(paragraphs) + "\n"


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
        else:
            words = " ".join(lines)
            parts.append(f'<p style="margin:0 0 16px">{escape(words)}</p>')
    return _PAGE.format(language=language, subject=escape(subject), body="\n".join(parts))


def _linked(value: str) -> str:
    if value.startswith("https://") and " " not in value:
        return f'<a href="{escape(value)}">{escape(value)}</a>'
    return escape(value)
