"""One list holds every screen (`commands/screens.py`): what is not on it is neither looked at, nor photographed."""

from __future__ import annotations

from commands import screens


def test_every_path_that_somebody_can_open_is_a_screen_or_says_why_it_is_none() -> None:
    assert len(screens.routes()) >= 23 and len(screens.doors()) >= 16
    assert screens.unknown() == [], "Put it on the list in commands/screens.py."


def test_no_screen_on_the_list_is_gone() -> None:
    assert screens.gone() == []


def test_a_screen_has_one_name_and_says_whose_it_is() -> None:
    names = [one.name for one in screens.SCREENS]

    assert len(set(names)) == len(names)
    for one in screens.SCREENS:
        assert one.people and set(one.people) <= {*screens.PEOPLE, *screens.GUEST}, one.name
        assert bool(one.found) == ("$" in one.path or "{" in one.path), f"{one.name} asks for a record, or does not"
