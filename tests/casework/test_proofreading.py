"""What a free text gives away, and what it only seems to."""

from __future__ import annotations

import pytest

from casework.proofreading import Place, Secrets, proofread

KNOWN = Secrets(names=["Mateo Rivera Cruz"], a_numbers=["012345678"], held_at=["Donald W. Wyatt Detention Facility"])
PLACES = [
    Place("Donald W. Wyatt Detention Facility", "Central Falls"),
    Place("Plymouth County Correctional Facility", "Plymouth"),
    Place("Hartford Correctional Center", "Hartford"),
]


def found(text: str, secrets: Secrets = KNOWN) -> list[tuple[str, str]]:
    return [(one.what.value, one.words) for one in proofread({"title": text}, secrets, PLACES, ["450 Main Street"])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Free Mateo Rivera", "Rivera"),
        ("Free mateo rivera", "rivera"),
        ("the Riveras", "Riveras"),
        ("Mateo Ribera", "Ribera"),
        ("Mateo Rivéra", "Rivéra"),
        ("M. Cruz", "Cruz"),
        ("R-I-V-E-R-A", "R-I-V-E-R-A"),
        ("Mateo Ri vera", "Ri vera"),
        ("Матео Rivеra", "Rivera"),
        ("ＲＩＶＥＲＡ", "RIVERA"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(text: str, words: str) -> None:
    assert ("name", words) in found(text)
    assert found(text, Secrets()) == []


@pytest.mark.parametrize(
    "text", ["by the river", "Mateo is eighteen", "A crucial day", "We meet in Hartford at 450 Main Street",
             "Call 203-555-0100 or +1 203 555 0100", "In 2026 some 100 people came", "Witness, at 9:30 AM"],
)  # fmt: skip
def test_it_does_not_cry_wolf(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("A 012-345-678", "A 012-345-678"), ("A#12345678", "A#12345678"), ("A٠١٢٣٤٥٦٧٨", "A012345678"),
     ("number 012 345 678 it is", "012 345 678")],
)  # fmt: skip
def test_an_a_number_is_found_by_its_look_alone(text: str, words: str) -> None:
    assert found(text, Secrets()) == [("a_number", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("held in the jail in Plymouth", "Plymouth"), ("está detenido en Plymouth", "Plymouth"),
     ("preso em Plymouth", "Plymouth"), ("nan prizon Plymouth", "Plymouth"), ("at Wyatt, a prison", "Wyatt")],
)  # fmt: skip
def test_a_place_of_detention_is_found_in_every_language(text: str, words: str) -> None:
    assert ("facility", words) in found(text, Secrets())


def test_where_the_client_is_held_is_found_by_its_own_name_alone_for_whoever_may_know_it() -> None:
    assert found("We drove to Wiatt") == [("facility", "Wiatt")]
    assert found("We drove to Wyatt", Secrets()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("at 12 Elm St. on Monday", "12 Elm St."), ("Calle Sol 45", "Calle Sol 45"),
     ("Rua das Flores, 120", "Rua das Flores, 120"),
     ("77 Grand Avenue", "77 Grand Avenue")],
)  # fmt: skip
def test_an_address_is_found_unless_it_is_the_actions_own(text: str, words: str) -> None:
    assert found(text, Secrets()) == [("address", words)]
    assert found("Come to 450 Main Street", Secrets()) == []
