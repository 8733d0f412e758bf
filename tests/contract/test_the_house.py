"""The house stays one that can be read: no module is longer than a sitting."""

from __future__ import annotations

import subprocess

from casework.settings import ROOT

#: Lines.
_LONGEST = 400
#: A migration is one step, however much it takes: the tables of the nouns, and the second wall, table by table.
_STEPS = "migrations/versions/"


def test_no_module_is_longer_than_a_sitting() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    modules = [name for name in listed if not name.startswith(_STEPS) and (ROOT / name).exists()]

    long = {name: lines for name in modules if (lines := len((ROOT / name).read_text().splitlines())) > _LONGEST}

    assert len(modules) > 200
    assert long == {}


def test_nothing_keeps_the_marks_of_a_merge() -> None:
    """One stood at the end of a Spanish sentence, where no compiler looks."""
    marks = ["-e", "<" * 7, "-e", ">" * 7]

    found = subprocess.run(["git", "grep", "-lI", *marks], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (found.stdout, found.stderr) == ("", "")
