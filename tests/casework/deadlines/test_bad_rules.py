"""A file of rules that says something wrong is refused whole, with file, line and entry, and what to do about it."""

from __future__ import annotations

import pytest

from casework.deadlines import BadRules, files, read

RIGHT = """
[[rule]]
key = "bia_appeal"
name = { en = "Appeal", es = "Apelación" }
act = { en = "File it", es = "Preséntela" }
trigger = "decision"
binds = "either_side"

[[rule.provision]]
citation = "8 CFR 1003.38(b)"
length = 30
unit = "days"
verified = "read"
"""


def refused(text: str) -> list[str]:
    with pytest.raises(BadRules) as found:
        read({"mine.toml": text})
    return [str(one) for one in found.value.problems]


def test_what_is_right_is_read() -> None:
    assert set(read({"mine.toml": RIGHT})) == {"bia_appeal"}


def test_a_rule_without_a_citation_is_refused_with_its_line() -> None:
    for text in (RIGHT.replace('citation = "8 CFR 1003.38(b)"\n', ""), RIGHT.replace("8 CFR 1003.38(b)", "  ")):
        assert refused(text) == [
            'mine.toml, line 9: Provision 1 of the rule "bia_appeal" has no citation. Say where the law says so:'
            " a statute, a regulation, a decision or a manual's chapter."
        ]


def test_one_file_that_is_wrong_refuses_those_that_are_right() -> None:
    with pytest.raises(BadRules):
        read({"a.toml": RIGHT, "b.toml": RIGHT.replace("bia_appeal", "other").replace("8 CFR 1003.38(b)", "")})


#: What is written wrong → what is said of it.
WRONG: dict[str, tuple[str, str, str]] = {
    "no TOML": ('key = "bia_appeal"', "key = bia", "line 3: The file cannot be read as TOML"),
    "a key of capitals": ('"bia_appeal"', '"BIA appeal"', "needs a key of small letters"),
    "no Spanish": (', es = "Apelación" }', " }", "needs its name in English and Spanish"),
    "nothing to do": ('act = { en = "File it", es = "Preséntela" }\n', "", "needs its act in English and Spanish"),
    "an unknown trigger": ('"decision"', '"judgement"', 'says trigger = "judgement". It is one of: arrest,'),
    "nobody bound": ('binds = "either_side"\n', "", "does not say its binds. It is one of: client,"),
    "an unknown unit": ('"days"', '"fortnights"', 'says unit = "fortnights". It is one of: days,'),
    "no unit": ('unit = "days"\n', "", "does not say its unit"),
    "half a day": ("length = 30", "length = 0.5", "needs a length: a whole number"),
    "a negative length": ("length = 30", "length = -3", "needs a length: a whole number"),
    "no length": ("length = 30\n", "", "needs a length: a whole number"),
    "a unit of nothing": ("length = 30", 'length = "none"', "has a unit and no number"),
    "not said whether it was read": ('verified = "read"\n', "", "does not say its verified"),
    "a slip in a name": ("length = 30", "length = 30\nlenght = 30", 'says "lenght", which means nothing here'),
    "a day in quotes": ("length = 30", 'length = 30\nfrom = "2026-03-09"', "which is no day. Write it as 2026-03-09"),
    "an end before the beginning": (
        "length = 30", "length = 30\nfrom = 2026-03-09\nuntil = 2026-03-09", "ends before it begins"
    ),
    "vacated on no day": ("length = 30", 'length = 30\nlitigation = "vacated"', "is vacated only if it says when"),
    "set aside and settled": ("length = 30", "length = 30\nset_aside = 2026-03-08", "is vacated only if it says when"),
    "a fact nobody knows": ("length = 30", "length = 30\nwhen = { tall = true }", 'depends on "tall", which nobody'),
    "neither true nor false": ("length = 30", 'length = 30\nmoves = "yes"', "It is true or false"),
    "a reading without a citation": (
        "length = 30", 'length = 30\nreading = [{ length = 5, unit = "days" }]', "has no citation"
    ),
    "an amount of words": ("length = 30", 'length = 30\namount = [{ usd = "900" }]', "has an amount that is not right"),
    "an unknown proceeding": (
        'binds = "either_side"', 'binds = "either_side"\nproceedings = ["eviction"]', 'says proceedings = "eviction"'
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", WRONG)
def test_a_fault_is_said_where_it_stands(fault: str) -> None:
    right, wrong, said = WRONG[fault]
    assert right in RIGHT

    problems = refused(RIGHT.replace(right, wrong, 1))

    assert any(said in one for one in problems), problems
    assert all(one.startswith("mine.toml, line ") for one in problems)


def test_every_fault_of_a_file_is_said_at_once() -> None:
    text = RIGHT + RIGHT.replace("8 CFR 1003.38(b)", "") + '[[rule]]\nkey = "empty"\n'

    problems = refused(text)

    assert [one for one in problems if one.startswith("mine.toml, line 22:")]
    assert any('The rule "empty" has no provision' in one for one in problems)
    assert any("line 27: The rule" in one for one in problems)


def test_the_same_key_twice_is_refused() -> None:
    assert refused(RIGHT + RIGHT) == ['mine.toml, line 15: The rule "bia_appeal" stands in mine.toml, line 2 already.']


def test_a_file_of_nothing_is_refused() -> None:
    assert refused("") == ["mine.toml, line 1: The file has no rules. Each begins with [[rule]]."]
    assert refused("rule = 5") == ["mine.toml, line 1: The file has no rules. Each begins with [[rule]]."]


def test_the_files_that_ship_are_right() -> None:
    assert len(read(files())) > 30
