"""The built page's files: packed for who can unpack them, kept for good, and never another build's."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tests.api.test_what_browsers_are_told import elsewhere
from tests.town import Town

WHOLE = "export const words = 'the board';\n" * 80


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A built page with one file, its packed form beside it."""
    assets = tmp_path / "dist" / "assets"
    assets.mkdir(parents=True)
    (tmp_path / "dist" / "index.html").write_text("")
    (assets / "index-abc.js").write_text(WHOLE)
    (assets / "index-abc.js.gz").write_bytes(gzip.compress(WHOLE.encode()))
    (tmp_path / "dist" / "sw.js").write_text(WHOLE)
    return tmp_path / "dist"


@pytest.mark.parametrize(
    ("welcome", "coding"),
    [
        ("gzip, deflate, br", "gzip"),
        ("gzip;q=0.5", "gzip"),
        ("identity", None),
        ("gzip;q=0", None),
        ("br, gzip; q=0.0", None),
        ("", None),
    ],
)
async def test_a_file_comes_packed_to_whoever_welcomes_it(
    town: Town, built: Path, welcome: str, coding: str | None
) -> None:
    client = await elsewhere(town, frontend_dist=built)

    got = await client.get("/assets/index-abc.js", headers={"accept-encoding": welcome})

    assert got.headers.get("content-encoding") == coding
    # Unpacked by the client: the same words either way.
    assert got.text == WHOLE
    assert got.headers["content-type"].startswith("text/javascript")
    assert got.headers["vary"] == "accept-encoding"
    assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (got.num_bytes_downloaded < 200) is (coding == "gzip")


async def test_what_bears_no_hash_is_asked_for_again_each_time(town: Town, built: Path) -> None:
    client = await elsewhere(town, frontend_dist=built)

    got = await client.get("/sw.js", headers={"accept-encoding": "gzip"})

    assert got.headers["cache-control"] == "no-cache"
    assert "content-encoding" not in got.headers


async def test_a_packed_form_older_than_its_file_is_not_sent(town: Town, built: Path) -> None:
    (built / "assets" / "index-abc.js.gz").write_bytes(gzip.compress(b"another build"))
    os.utime(built / "assets" / "index-abc.js.gz", (1, 1))
    client = await elsewhere(town, frontend_dist=built)

    got = await client.get("/assets/index-abc.js", headers={"accept-encoding": "gzip"})

    assert got.text == WHOLE
