"""`presencia deadlines`: the rules as a table, files refused, and what would move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.deadlines import rules
from casework.settings import Settings
from commands import deadlines
from schema.deadlines import Trigger
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.deadlines.test_bad_rules import RIGHT
from tests.casework.docketing.papers import due, typed
from tests.ground import Ground
from tests.house import House, house


def test_every_rule_is_printed_with_its_citation_and_whether_it_was_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    deadlines.rules()

    said = capsys.readouterr().out
    assert "8 CFR 1003.38(b)" in said and "vacated 2026-03-08" in said and "UNVERIFIED" in said
    printed = list(deadlines.lines(rules().values()))
    assert {row[0].split("\n")[0] for row in printed if row[0]} == set(rules())
    assert len(printed) == sum(len(rule.provisions) for rule in rules().values())
    (vacated,) = [row for row in printed if "RIN 1125-AB37), vacated" in row[4]]
    assert vacated[2:] == (
        "10 days, moves, received, asylum_decided: false", "", vacated[4], "since 2026-03-09", "vacated 2026-03-08",
        "UNVERIFIED (unverified)",
    )  # fmt: skip


def test_a_file_with_a_rule_without_a_citation_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong = tmp_path / "right.toml", tmp_path / "wrong.toml"
    right.write_text(RIGHT)
    wrong.write_text(RIGHT.replace("8 CFR 1003.38(b)", ""))

    deadlines.check(right)
    assert capsys.readouterr().out == "1 rules are right; 0 of them lean on something unverified.\n"
    with pytest.raises(SystemExit) as ended:
        deadlines.check(right, wrong)
    assert ended.value.code == 1
    assert f'{wrong}, line 9: Provision 1 of the rule "bia_appeal" has no citation.' in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        deadlines.check(tmp_path / "none.toml")
    assert "none.toml cannot be read" in str(ended.value.code)


def test_the_rules_that_ship_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    deadlines.check()

    assert capsys.readouterr().out.startswith(f"{len(rules())} rules are right; ")


async def test_a_look_says_what_would_move_and_changes_nothing_until_it_is_applied(
    house: House,
    ground: Ground,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    rule = rules()["bia_brief"]
    law = replace(rule.provisions[1], measures=(replace(rule.provisions[1].measures[0], length=14),), digest="new")
    changed = {**rules(), "bia_brief": replace(rule, provisions=(rule.provisions[0], law))}
    monkeypatch.setattr("casework.docketing.planning.rules", lambda: changed)
    before = await every_row(ground)

    assert await deadlines.replan_all(settings, apply=False) == 0

    said = capsys.readouterr().out
    assert "bia_brief moved: 2026-12-10 → 2026-12-04 (rule changed)" in said
    assert "1 would change. Nothing was: --apply keeps it." in said
    assert "Mateo" not in said and "Rivera" not in said
    assert await every_row(ground) == before

    assert await deadlines.replan_all(settings, apply=True) == 0

    assert await due(house) == {"bia_brief": date(2026, 12, 4)}
    capsys.readouterr()
    assert await deadlines.replan_all(settings, apply=True) == 0
    assert capsys.readouterr().out == "0 deadlines changed.\n"


__all__ = ["house"]
