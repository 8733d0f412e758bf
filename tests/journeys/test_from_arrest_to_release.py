"""Journey 7: Mateo R., invented, from his arrest to his release. After each step, what each audience sees.

The shape is DOMAIN §2.1 with dates and places shifted. What a step changes is done through the graph or a page, as
people do it, and then everybody looks.
"""

from __future__ import annotations

from tests.journeys.mateo import arrest, bond, hearing, moves, release
from tests.journeys.mateo.people import mateo_is_taken_in
from tests.town import Town


async def test_mateo_from_his_arrest_to_his_release_and_what_each_audience_sees(town: Town) -> None:
    mateo = await mateo_is_taken_in(town)
    await arrest.found_and_represented(town, mateo)
    await moves.moved_and_brought_back(town, mateo)
    await hearing.told_and_advanced(town, mateo)
    await bond.granted_and_posted(town, mateo)
    await release.released_and_accompanied(town, mateo)
