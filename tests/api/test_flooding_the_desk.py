"""The form for sightings under attack: many at one instant, forms that are none, and another's page."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections import Counter

from api.pages.sightings import _parts
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys.test_a_sighting_is_told import TYPED, a_desk, told
from tests.town import Town


async def test_of_many_that_one_address_sends_at_one_instant_no_more_are_taken(town: Town, ground: Ground) -> None:
    await a_desk(town)

    answers = await asyncio.gather(*(told(town, language="en") for _ in range(40)))

    statuses = Counter(one.status_code for one in answers)
    assert set(statuses) <= {303, 429} and 3 <= statuses[303] <= 20, statuses
    assert await ground.connection.fetchval("select count(*) from sightings") == statuses[303]


def test_a_body_of_nothing_but_boundaries_is_not_cut_into_millions() -> None:
    body = b"--xab\r\n" * 1_400_000
    tracemalloc.start()
    try:
        assert _parts(body, b"x").words == {}
        assert tracemalloc.get_traced_memory()[1] < 3 * len(body)
    finally:
        tracemalloc.stop()


async def test_another_s_page_does_not_make_its_readers_tell_what_they_did_not_see(town: Town, ground: Ground) -> None:
    await a_desk(town)
    http = await town.nobody()
    before = await every_row(ground)

    answer = await http.post("/report/harbor-watch", data=TYPED, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403 and "<form" in answer.text and await every_row(ground) == before
    # Whoever followed a link to the page sends its form from there.
    assert (await http.get("/report/harbor-watch", headers={"sec-fetch-site": "cross-site"})).status_code == 200
    sent = await http.post("/report/harbor-watch", data=TYPED, headers={"sec-fetch-site": "same-origin"})
    assert sent.status_code == 303


async def test_zero_characters_in_a_form_or_an_address_are_nobody_s_word(town: Town, ground: Ground) -> None:
    await a_desk(town)
    http = await town.nobody()
    zeros = {**TYPED, "town": "New\0 Haven", "place": "Grand\0 Avenue", "what": "A van\0."}

    assert (await http.post("/report/harbor-watch", data=zeros)).status_code == 303
    assert (await told(town, **zeros)).status_code == 303
    assert await ground.connection.fetchval("select count(*) from sightings where town = 'New Haven'") == 2
    for where in ("/report/%00", "/report/harbor%00watch", "/report/%ff", "/r/%00", "/d/%00", "/p/%00"):
        assert (await http.get(where)).status_code == 404, where
