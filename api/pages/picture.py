"""The picture that a chat or a search shows beside a link to a public page (Open Graph): a few words, and no face.

Whoever shows it keeps a copy that nobody can take back, so it is drawn from what others may keep and nothing more.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

#: What Open Graph's readers cut to nothing else.
SIZE = (1200, 630)
_FONT = Path(__file__).parent / "fonts" / "inter-latin.woff2"
_PAPER, _INK, _SOFT, _DEEP = "#f7f5f1", "#1d2733", "#52606d", "#1f5673"
_EDGE = 80


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, size)
    font.set_variation_by_axes([weight])
    return font


def png(title: str, lines: list[str], foot: str) -> bytes:
    """A title of a few words, lines below it such as day and town, and who asks people to come."""
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 18), fill=_DEEP)
    top = _EDGE
    size = next((one for one in (84, 68) if len(_broken(title, _font(one, 700))) <= 3), 54)
    for line in _broken(title, _font(size, 700))[:3]:
        draw.text((_EDGE, top), line, font=_font(size, 700), fill=_INK)
        top += int(size * 1.18)
    top += 28
    for line in lines:
        for part in _broken(line, _font(42, 500))[:2]:
            draw.text((_EDGE, top), part, font=_font(42, 500), fill=_DEEP)
            top += 56
    draw.text((_EDGE, SIZE[1] - _EDGE - 24), _broken(foot, _font(32, 500))[0], font=_font(32, 500), fill=_SOFT)
    written = io.BytesIO()
    # Few colours: a picture of words is small.
    image.quantize(32).save(written, "PNG", optimize=True)
    return written.getvalue()


def _broken(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The text in lines that fit between the edges."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * _EDGE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


__all__ = ["SIZE", "png"]
