"""Whatever stands in a file: it is imported, or refused with a sentence and nothing changed. Never a stack trace."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import pytest

from casework.imports import ImportKind
from casework.imports.problems import FileRefused, RowsRefused
from tests.casework.imports.rooms import EXCERPTS, Room

FILES = {
    ImportKind.FACILITIES: ("facilities_geo", "facilities_osmp", "facilities_registry"),
    ImportKind.COURTS: ("courts_merged", "courts_published"),
    ImportKind.PEOPLE: ("people", "office_sheet"),
    ImportKind.CUSTODY: ("custody_stints",),
    ImportKind.HEARINGS: ("hearings",),
}
#: What people, programs and pranksters leave in cells.
ODD = (
    "", " ", "\0", "a\0b", "\x01", "\x7f", "\u200b", "\ufeff", "\u202e321", "😀", "e\u0301", "=1+1", "@SUM(A1)", "-",
    "0", "-1", "1e999", "nan", "inf", "9" * 30, "9" * 400, "99999999999999999999", "2147483648", "x" * 5000, "NULL",
    "2026-02-30", "0000-00-00", "9999-12-31T23:59-1400", "0001-01-01", "1899-12-31", "2026-03-08T02:30",
    "2026-11-01T01:30", "2026-06-01T24:00-0400", "2026-06-01T11:00+9999", "2026-06-01T11:00-04:00", "6/1/26 13:00 pm",
    "12/31/9999", "１２３", "٣", "²", "A٠١٢٣٤٥٦٧٨", "P1", "H1", "H3", "PHX", "'; drop table cases; --", "a,b", 'a"b',
    "two\nlines", "🏳️‍🌈", "\U0010ffff", "ﬁ", "ß", "İ",
)  # fmt: skip


def spoilt(name: str, chance: Random) -> bytes:
    """An excerpt with cells replaced, rows doubled, cut short or lengthened, or bytes changed."""
    content = (EXCERPTS / f"{name}.csv").read_text(encoding="utf-8")
    mark = ";" if name == "office_sheet" else ","
    rows = list(csv.reader(io.StringIO(content), delimiter=mark))
    for _ in range(chance.randint(1, 3)):
        row = chance.choice(rows[1:] if chance.random() < 0.9 else rows)
        match chance.randrange(8):
            case 0:
                rows.append(list(row))
            case 1:
                del row[chance.randrange(len(row)) :]
            case 2:
                row.append(chance.choice(ODD))
            case _ if row:
                row[chance.randrange(len(row))] = chance.choice(ODD)
        rows = [one or [""] for one in rows]
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    # Far from the start, where nobody sniffs.
    padding = "\n" * (5_000 if chance.random() < 0.2 else 0)
    whole = bytearray((padding + out.getvalue()).encode())
    if chance.random() < 0.2:
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


async def sentences(room: Room, kind: ImportKind, path: Path, content: bytes) -> list[str] | None:
    """What a refusal said; None when the file was taken. Anything else fails, and shows the file."""
    try:
        await room.read(kind, path)
    except RowsRefused as refusal:
        return [refusal.message, *map(str, refusal.problems)]
    except FileRefused as refusal:
        return [refusal.message]
    except Exception as error:
        raise AssertionError(f"{content[:3000]!r}") from error
    return None


@pytest.mark.timeout(180)
@pytest.mark.parametrize("kind", list(FILES))
async def test_any_cell_is_taken_or_refused_in_words(room: Room, tmp_path: Path, kind: ImportKind) -> None:
    await room.excerpts("facilities_geo", "courts_merged", "people", "custody_stints", "hearings")
    chance = Random(f"20261122 {kind}")
    path = tmp_path / "file.csv"
    taken = refused = 0
    for _ in range(15):
        path.write_bytes(content := spoilt(chance.choice(FILES[kind]), chance))
        before = await room.everything()
        said = await sentences(room, kind, path, content)
        if said is None:
            taken += 1
        else:
            refused += 1
            assert all(said), content
            assert await room.everything() == before, content
    assert taken and refused
