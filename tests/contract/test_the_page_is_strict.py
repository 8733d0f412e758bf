"""What holds the page's code: strict types without ``any``, every word in the language files, the contract followed."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from casework.settings import ROOT
from commands import checks

PAGE = ROOT / "frontend"
STRICT = ("strict", "noUncheckedIndexedAccess", "exactOptionalPropertyTypes", "verbatimModuleSyntax")


def sources() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "*.ts", "*.tsx"], cwd=PAGE, capture_output=True, text=True, check=True
    ).stdout.split()
    return [name for name in listed if not name.startswith(("src/graph/generated/", "src/language/catalogs/"))]


def test_types_are_strict_and_any_is_an_error() -> None:
    told = json.loads((PAGE / "tsconfig.json").read_text())["compilerOptions"]
    rules = json.loads((PAGE / ".oxlintrc.json").read_text())["rules"]

    assert [name for name in STRICT if told.get(name) is not True] == []
    assert rules["typescript/no-explicit-any"] == "error"


def test_nobody_excuses_themselves_from_the_types() -> None:
    excused = re.compile(r"@ts-(?:ignore|nocheck|expect-error)|(?:ox|es)lint-disable[^\n]*no-explicit-any")

    assert len(sources()) > 200
    assert [name for name in sources() if excused.search((PAGE / name).read_text())] == []


def test_each_of_it_is_part_of_what_make_check_runs() -> None:
    scripts = json.loads((PAGE / "package.json").read_text())["scripts"]

    assert "front end" in checks.CHECKS
    assert scripts["typecheck"] == "tsc --noEmit"
    assert "oxlint --max-warnings 0" in scripts["lint"] and "npm run lint:words" in scripts["lint"]
    assert scripts["codegen:check"] == "node scripts/codegen-check.mjs"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("<p>Nobody translates this</p>", "Nobody translates this"),
        ('<button aria-label="Close it" />', "Close it"),
        ("<Field label={open ? `Opened` : t`Shut`} />", "Opened"),
        ("<p>{open && 'Come in'}</p>", "Come in"),
        ("<p><Trans>Said in every language</Trans> · <b>Presencia</b></p>", ""),
        ('<Field name="legalName" label={t`Name`} placeholder={mask} />', ""),
    ],
)
def test_a_word_outside_the_language_files_is_found(written: str, fault: str) -> None:
    told = f"export const Piece = ({{ open, t, mask }}) => {written};\n"

    done = subprocess.run(
        ["node", "scripts/words.mjs", "-"], cwd=PAGE, input=told, capture_output=True, text=True, check=False
    )

    assert done.returncode == (1 if fault else 0), done.stderr
    assert fault in done.stderr
