"""Files of a case in a real browser: sent, found at once, and looked at within the page."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.casework.papers import picture
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

#: How many points of what is drawn are as blue as the photograph.
BLUE = """canvas => {
  const points = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let found = 0;
  for (let at = 0; at < points.length; at += 4) found += points[at + 2] > 100 && points[at] < 80 ? 1 : 0;
  return [canvas.width, canvas.height, found];
}"""


async def test_a_photograph_that_was_sent_is_found_at_once_and_looked_at_within_the_page(
    page: Page, town: Town, ground: Ground
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("layOutChecklist", "case { id }", caseId=case["id"], track="BOND")
    await come_in(page, town, "coordinator@demo.test", "board")
    await page.get_by_role("link", name="Mateo R.").first.click()
    line = page.get_by_role("listitem").filter(has=page.get_by_text("Proof of residence", exact=True))
    await expect(line).to_be_visible()

    async with page.expect_file_chooser() as choosing:
        await line.get_by_role("button", name="Add a file of Proof of residence").click()
    await (await choosing.value).set_files(
        [{"name": "door.jpg", "mimeType": "image/jpeg", "buffer": picture(points=(640, 480))}]
    )

    just = page.get_by_role("region", name="Just added")
    await expect(just.get_by_role("link", name="door.jpg")).to_be_visible()
    await expect(just).to_be_focused()
    await expect(just).to_be_in_viewport()
    await expect(page.get_by_role("alert").get_by_text("The file is with the case.")).to_be_visible()
    received = page.locator("details").filter(has=page.get_by_text("Received (1)"))
    await expect(received.get_by_role("link", name="door.jpg")).to_be_visible()

    before = await ground.connection.fetchval("select count(*) from audit_entries where 'files.content' = any (fields)")
    await just.get_by_role("button", name="View door.jpg").click()
    drawn = page.get_by_role("dialog").get_by_role("img", name="door.jpg")
    await expect(drawn).to_be_visible()
    # Upright, as it was held.
    assert await drawn.evaluate(BLUE) == [480, 640, 480 * 640]
    opened = await ground.connection.fetchval("select count(*) from audit_entries where 'files.content' = any (fields)")
    assert opened == before + 1
    assert [one for one in await findings(page) if one] == []
    assert await page.evaluate("caches.keys().then(found => found.length)") == 0
