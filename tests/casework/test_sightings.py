"""What is kept back of a sighting, who is on call, and what a covered photo holds."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

import pytest
from PIL import Image

from casework.refusals import Invalid
from casework.responders import covers, is_on_call
from casework.sightings import Box, Original, Suspicion, blurred, suspicions
from casework.sightings.pictures import _checked
from schema.documents import FileKind
from schema.responders import Responder
from tests.journeys import steps


@pytest.mark.parametrize(
    ("typed", "looks"),
    [
        ("Officer Smith took a man", {Suspicion.NAME}),
        ("They took Juan Perez", {Suspicion.NAME}),
        ("se llama Juan", {Suspicion.NAME}),
        ("o agente Souza gritou", {Suspicion.NAME}),
        ("yo rele Jan", {Suspicion.NAME}),
        ("agent DELGADO-77", {Suspicion.PLATE}),
        ("plate 4411", {Suspicion.PLATE}),
        ("gray SUV 7XBC901", {Suspicion.PLATE}),
        ("badge #552", {Suspicion.PLATE}),
        ("A 201-345-678", {Suspicion.NUMBER}),
        ("call 203-555-0142", {Suspicion.NUMBER}),
        ("write to ana@home.example", {Suspicion.ADDRESS}),
    ],
)
def test_what_looks_like_somebody_is_kept_back(typed: str, looks: set[Suspicion]) -> None:
    assert suspicions(typed) >= looks


@pytest.mark.parametrize(
    "typed",
    [
        "Two men in vests took a man at the bus stop.", "About 12 agents and three vans at 7:30 in the morning.",
        "The officers said ICE on their vests.", "Cuatro agentes se llevaron a un hombre.",
        "Kat ajan te pran yon mesye.",
        "Quatro agentes levaram um homem.", None,
    ],
)  # fmt: skip
def test_what_names_nobody_is_told(typed: str | None) -> None:
    assert suspicions(typed) == frozenset()


def test_a_street_is_no_name() -> None:
    assert suspicions("Grand Avenue and Ferry Street", place=True) == frozenset()
    assert suspicions("112 Orange St, New Haven", place=True) == frozenset()


def responder(begins: time, ends: time, *days: str) -> Responder:
    return Responder(
        towns=["New Haven", "West Haven"], days=list(days), on_call_from=begins, on_call_until=ends,
        time_zone="America/New_York",
    )  # fmt: skip


#: Monday, 9:30 in New Haven.
MONDAY = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begins", "ends", "days", "at", "on_call"),
    [
        (time(8), time(18), ["monday"], MONDAY, True),
        (time(8), time(9, 30), ["monday"], MONDAY, False),
        (time(9, 30), time(18), ["monday"], MONDAY, True),
        (time(8), time(18), ["tuesday"], MONDAY, False),
        (time(0), time(0), ["monday"], MONDAY, True),
        # From Sunday evening until Monday at ten: Sunday's hours.
        (time(22), time(10), ["sunday"], MONDAY, True),
        (time(22), time(10), ["monday"], MONDAY, False),
        (time(22), time(9), ["sunday"], MONDAY, False),
    ],
)
def test_who_is_on_call(begins: time, ends: time, days: list[str], at: datetime, on_call: bool) -> None:
    assert is_on_call(responder(begins, ends, *days), at) is on_call


def test_towns_are_compared_without_capitals() -> None:
    one = responder(time(8), time(18), "monday")
    assert covers(one, "new haven") and covers(one, "WEST HAVEN") and not covers(one, "Haven")


def test_nothing_of_what_was_covered_is_in_the_copy() -> None:
    original = Original(steps.a_photo(), FileKind.JPEG, "")
    copy = blurred(original, [Box(0.1, 40 / 300, 0.1, 40 / 300)])

    with Image.open(io.BytesIO(copy)) as shown:
        points = shown.convert("RGB")
        assert shown.size == (400, 300)
        assert not shown.getexif()
        # One colour within; the street around it as it was.
        inside = [points.getpixel((x, y)) for x in range(52, 68, 4) for y in range(52, 68, 4)]
        assert all(abs(one[0] - inside[0][0]) < 8 for one in inside)  # type: ignore[index]
        outside = points.getpixel((200, 200))
    assert isinstance(outside, tuple) and all(abs(a - b) < 8 for a, b in zip(outside, (90, 120, 90), strict=True))
    assert b"a telephone" in original.content and b"a telephone" not in copy


def test_a_box_covers_every_point_that_it_touches() -> None:
    white = Image.new("RGB", (10, 10), (255, 255, 255))
    white.putpixel((3, 3), (0, 0, 0))
    into = io.BytesIO()
    white.save(into, "PNG")
    # From a third of the point to two thirds of it.
    copy = blurred(Original(into.getvalue(), FileKind.PNG, ""), [Box(0.33, 0.33, 0.03, 0.03)])
    with Image.open(io.BytesIO(copy)) as shown:
        assert shown.size == (10, 10)


@pytest.mark.parametrize(
    ("boxes", "nothing"),
    [
        ([], False),
        ([Box(0.1, 0.1, 0.1, 0.1)], True),
        ([Box(-0.1, 0, 0.5, 0.5)], False),
        ([Box(0, 0, 0, 0.5)], False),
        ([Box(1, 0, 0.5, 0.5)], False),
        ([Box(float("nan"), 0, 0.5, 0.5)], False),
        ([Box(0, 0, 0.1, 0.1)] * 61, False),
    ],
)
def test_boxes_that_cover_nothing_are_refused(boxes: list[Box], nothing: bool) -> None:
    with pytest.raises(Invalid):
        _checked(boxes, nothing_to_blur=nothing)
