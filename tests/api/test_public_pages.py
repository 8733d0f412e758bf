"""Public pages: what anybody reads of a published action, and that it is gone for the very next reader."""

from __future__ import annotations

import asyncio
import io
import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import text

from api.app import create_app
from casework.actors import OPERATOR
from casework.language import LANGUAGES
from tests.api.test_pages_in_every_language import english_left
from tests.journeys import steps
from tests.town import Seat, Town

FORMS = ("", "/poster", "/calendar.ics", "/picture.png")
#: What nobody may read of it once it is gone.
SAID = ("Mateo", "belongs at home", "City Hall", "Church Street", "neighbors", "Elm City")
PAGE = "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { revision publicPage { standing url language } } } }"


async def agreed(town: Town) -> tuple[Seat, Seat, Any, Any]:
    """Ana, Luis, the case, and Mateo's yes to have it made public under his public name."""
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.represent(town, ana, luis, case["id"])
    return ana, luis, case, await steps.consent(ana, case["id"], "PRESS", "PUBLIC")


async def published(town: Town, **more: Any) -> tuple[Seat, Seat, Any, Any, Any]:
    ana, luis, case, yes = await agreed(town)
    return ana, luis, case, yes, await steps.publish_for_all(town, ana, luis, case["id"], **more)


async def unnamed(town: Town, **more: Any) -> tuple[Seat, Any]:
    """A vigil that names no one and no case."""
    ana = await town.signed_in("coordinator@demo.test")
    drafted = await ana.do(
        "draftAction", "action { id revision saidRevision }",
        **{
            "organizationId": town.organizations["elm-city"],
            "kind": "VIGIL",
            "title": "Light for those who are held",
            "statement": "Bring a candle.",
            "audiences": ["PUBLIC"],
            "startsAt": "2026-11-30T17:00",
            "timeZone": "America/New_York",
            "placeCity": "New Haven",
            **more,
        },
    )  # fmt: skip
    return ana, await steps.sign_and_publish(ana, None, drafted["action"])


def path(action: Any) -> str:
    return str(httpx.URL(action["publicPage"]["url"]).path)


def plain(page: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


async def gone(http: httpx.AsyncClient, where: str, *, off: bool = False, **headers: str) -> None:
    """Every form of it answers 410, in words that say no more than that."""
    for form in FORMS:
        answer = await http.get(where + form, headers=headers)
        assert answer.status_code == 410, (form, answer.status_code)
        assert answer.headers["cache-control"] == "no-store" and "etag" not in answer.headers
        words = plain(answer)
        assert ("This was called off" in words) is off and not any(one in words for one in SAID), words


async def test_anybody_reads_what_was_signed_off_when_and_where_without_script_cookie_or_another_host(
    town: Town,
) -> None:
    *_, action = await published(town)
    nobody = await town.nobody()

    page = await nobody.get(path(action))

    assert page.status_code == 200 and re.fullmatch(r"/p/[2-9b-z]{10}", path(action))
    words = plain(page)
    for one in (
        "Mateo R. belongs at home", "Mateo R. has been held since November.",
        "His neighbors <ask> & the judge will hear.", "Monday, November 30, 2026, 5:00 PM Eastern Time",
        "until 6:00 PM", "City Hall steps", "165 Church Street", "+12035550100", "Elm City Legal Aid",
    ):  # fmt: skip
        assert one in words, one
    assert "Rivera" not in page.text and "201" not in words.replace("2026", "")
    assert "set-cookie" not in page.headers and page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none';"
        " base-uri 'none'"
    )
    # What it loads is ours; its one script is data that no browser runs.
    assert re.findall(r"<script(.*?)>", page.text) == [' type="application/ld+json"']
    loaded = re.findall(r'<(?:link rel="stylesheet"|img|script)[^>]* (?:src|href)="([^"]+)"', page.text)
    assert loaded and all(one.startswith("/a/static/") for one in loaded)
    assert not re.search(r"style=|onclick|javascript:", page.text)
    whole = len(page.content) + sum([len((await nobody.get(one)).content) for one in loaded])
    for form in FORMS[1:]:
        whole += len((await nobody.get(path(action) + form)).content)
    assert whole < 100_000, whole


async def test_what_others_keep_of_an_action_that_names_somebody_holds_neither_name_nor_title(town: Town) -> None:
    *_, action = await published(town)
    nobody = await town.nobody()

    page = await nobody.get(path(action))
    entry = await nobody.get(path(action) + "/calendar.ics")
    head = page.text.partition("</head>")[0]
    event = json.loads(re.search(r'ld\+json">(.*?)</script>', page.text)[1])  # type: ignore[index]

    assert page.headers["x-robots-tag"] == "noindex, nofollow, noarchive" and 'name="robots" content="noindex' in head
    assert "Mateo" not in head and event["name"] == "Press conference"
    assert '<meta property="og:title" content="Press conference">' in head
    assert "Mateo" not in entry.text and "SUMMARY:Press conference" in entry.text
    assert f"/p/{path(action)[3:]}" in entry.text.replace("\r\n ", "")
    assert entry.headers["content-disposition"] == 'attachment; filename="presencia.ics"'
    assert (event["@type"], event["startDate"], event["endDate"], event["inLanguage"]) == (
        "Event", "2026-11-30T17:00-05:00", "2026-11-30T18:00-05:00", "en",
    )  # fmt: skip
    assert event["location"]["address"]["addressLocality"] == "New Haven"


async def test_an_action_that_names_nobody_may_be_found_and_its_picture_says_what_it_is(town: Town) -> None:
    _, action = await unnamed(town, title="Luz </script> y «pan» & canción")
    nobody = await town.nobody()

    page = await nobody.get(path(action))
    picture = await nobody.get(path(action) + "/picture.png?lang=es")
    event = json.loads(re.search(r'ld\+json">(.*?)</script>', page.text)[1])  # type: ignore[index]

    assert page.headers["x-robots-tag"] == "noarchive" and "noindex" not in page.text
    assert page.text.count('rel="alternate" hreflang=') == 4
    assert event["name"] == "Luz </script> y «pan» & canción"
    assert picture.headers["content-type"] == "image/png" and picture.headers["x-robots-tag"].startswith("noindex")
    image = Image.open(io.BytesIO(picture.content))
    assert image.size == (1200, 630) and len(picture.content) < 40_000
    # Words were drawn: it is no blank sheet.
    assert sum(count for count, _ in image.convert("L").getcolors(256)[:-1]) > 5_000  # type: ignore[index]
    robots = (await nobody.get("/robots.txt")).text
    assert "Allow: /p/\n" in robots and robots.endswith("Disallow: /\n")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_whole_in_each_language_and_the_words_stay_as_they_were_written(town: Town, language: str) -> None:
    ana, _, _, _, action = await published(town)
    done = await ana.do(
        "editPublicPage", "action { publicPage { language } }", actionId=action["id"],
        expectedRevision=action["revision"], language="es",
    )  # fmt: skip
    assert done["action"]["publicPage"] == {"language": "es"}
    nobody = await town.nobody()

    asked = await nobody.get(f"{path(action)}?lang={language}")
    liked = await nobody.get(path(action), headers={"accept-language": f"de, {language};q=0.7"})
    poster = await nobody.get(f"{path(action)}/poster?lang={language}")
    entry = await nobody.get(f"{path(action)}/calendar.ics?lang={language}")

    assert asked.text == liked.text and liked.headers["vary"] == "Accept-Language"
    for page in (asked, poster):
        assert f'<html lang="{language}"' in page.text and page.headers["content-language"] == language
        assert language == "en" or english_left(page.text) == set()
        assert '<h1 lang="es">Mateo R. belongs at home</h1>' in page.text
    assert '<div class="statement" lang="es">' in asked.text
    # It is read on paper that cannot be clicked: the code leads to the page.
    assert "<svg" in poster.text and action["publicPage"]["url"] in plain(poster)
    kind = {"en": "Press conference", "es": "Conferencia de prensa", "pt": "Entrevista coletiva"}.get(language, "")
    assert f"SUMMARY:{kind}" in entry.text


async def test_whoever_has_it_asks_again_and_is_told_that_it_is_the_same(town: Town) -> None:
    ana, _, _, _, action = await published(town)
    nobody = await town.nobody()
    first = await nobody.get(path(action))
    assert first.headers["cache-control"] == "private, no-cache"
    known = {"if-none-match": first.headers["etag"]}

    same = await nobody.get(path(action), headers=known)
    head = await nobody.head(path(action))
    other = await nobody.get(path(action) + "?lang=es", headers=known)
    await ana.do("reviseAction", actionId=action["id"], expectedRevision=action["revision"], placeName="The Green")
    moved = await nobody.get(path(action), headers=known)

    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", first.headers["etag"])
    assert head.status_code == 200 and head.content == b"" and head.headers["content-length"] == str(len(first.content))
    assert other.status_code == 200 and other.headers["etag"] != first.headers["etag"]
    assert moved.status_code == 200 and "The Green" in plain(moved) and "City Hall" not in plain(moved)
    assert (await nobody.post(path(action))).status_code == 405


async def test_what_never_was_is_not_there_and_a_post_changes_nothing(town: Town) -> None:
    nobody = await town.nobody()
    for where in ("/p/bcdfghjkmn", "/p/bcdfghjkmn/poster", "/p/x", "/p/" + "b" * 5000, "/p/%00", "/p", "/p/a/b"):
        assert (await nobody.get(where)).status_code == 404, where


async def test_called_off_it_is_gone_for_the_next_reader_whatever_process_answers_them(town: Town) -> None:
    ana, _, _, _, action = await published(town)
    other = create_app(town.settings, database=town.database)
    await town.stack.enter_async_context(other.router.lifespan_context(other))
    transport = httpx.ASGITransport(app=other)
    there = await town.stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=town.settings.address))
    here = await town.nobody()
    tags = []
    for http in (here, there):
        for form in FORMS:
            kept = await http.get(path(action) + form)
            assert kept.status_code == 200
            tags.append(kept.headers["etag"])

    off = await ana.do("callOffAction", actionId=action["id"], expectedRevision=action["revision"], reason="Rain.")

    assert off["__typename"] == "CallOffActionPayload"
    for http in (here, there):
        await gone(http, path(action), off=True, **{"if-none-match": ", ".join(tags)})
    # And nothing of it is kept.
    assert [len(app.state.house.renderings) for app in (town.app, other)] == [0, 0]
    now = (await ana.ask(PAGE, id=action["id"]))["node"]["publicPage"]
    assert now == {"standing": "CALLED_OFF", "url": None, "language": "en"}


async def test_with_the_clients_no_it_is_gone_for_the_next_reader(town: Town) -> None:
    ana, _, _, yes, action = await published(town)
    nobody = await town.nobody()
    assert (await nobody.get(path(action))).status_code == 200

    await ana.do("withdrawConsent", consentId=yes["id"])

    await gone(nobody, path(action), off=True)


async def test_when_a_consent_lapses_it_is_gone_though_nobody_acted(town: Town) -> None:
    # The consent is until the end of May. A corrected time waits for nobody.
    ana, _, _, _, action = await published(town, startsAt="2027-05-20T17:00")
    await ana.do(
        "reviseAction", actionId=action["id"], expectedRevision=action["revision"], startsAt="2027-06-03T17:00"
    )
    nobody = await town.nobody()
    assert (await nobody.get(path(action))).status_code == 200

    town.clock.now += timedelta(days=190)

    await gone(nobody, path(action))
    ana = await town.signed_in("coordinator@demo.test")
    now = (await ana.ask(PAGE, id=action["id"]))["node"]["publicPage"]
    assert (now["standing"], now["url"]) == ("NOT_CLEAR", None)


async def test_other_words_take_it_away_until_counsel_has_signed_them(town: Town) -> None:
    ana, luis, _, _, action = await published(town)
    nobody = await town.nobody()
    first = await nobody.get(path(action))
    word = await ana.do(
        "reviseAction", "action { id revision saidRevision publicPage { standing url } }", actionId=action["id"],
        expectedRevision=action["revision"], statement="Mateo R. should come home.",
    )  # fmt: skip
    assert word["action"]["publicPage"] == {"standing": "DRAFT", "url": None}
    await gone(nobody, path(action), **{"if-none-match": first.headers["etag"]})

    again = await steps.sign_and_publish(ana, luis, word["action"])

    assert again["publicPage"]["url"] == action["publicPage"]["url"]
    page = await nobody.get(path(action))
    assert "should come home" in plain(page) and "since November" not in plain(page)


async def test_before_its_embargo_ends_there_is_nothing(town: Town) -> None:
    ana, _, _, _, action = await published(town, embargoUntil="2026-11-25T14:00:00Z")
    assert action["publicPage"] == {"standing": "EMBARGO", "url": None, "posterUrl": None, "language": "en"}
    nobody = await town.nobody()
    town.clock.now = town.clock.now.replace(month=11, day=25, hour=13, minute=59)
    ana = await town.signed_in("coordinator@demo.test")
    async with town.database.transaction(OPERATOR) as tx:
        address = await tx.session.scalar(text("select address from public_pages"))
    assert (await nobody.get(f"/p/{address}")).status_code == 404

    town.clock.now += timedelta(minutes=2)

    assert (await nobody.get(f"/p/{address}")).status_code == 200
    assert (await ana.ask(PAGE, id=action["id"]))["node"]["publicPage"]["standing"] == "SHOWN"


async def test_only_what_is_addressed_to_the_public_has_a_page(town: Town) -> None:
    ana, luis, case, _ = await agreed(town)
    await steps.consent(ana, case["id"], "PRESS", "PRESS")

    action = await steps.publish_for_all(town, ana, luis, case["id"], audiences=["PRESS"])

    assert action["publicPage"] == {"standing": "NOT_FOR_PUBLIC", "url": None, "posterUrl": None, "language": "en"}
    refused = await ana.do(
        "editPublicPage", actionId=action["id"], expectedRevision=action["revision"], newAddress=True
    )
    assert refused["__typename"] == "NotAllowedByState"
    assert (await ana.ask(PAGE, id=action["id"]))["node"]["revision"] == action["revision"]


async def test_a_new_address_ends_the_old_one_at_once(town: Town) -> None:
    ana, _, _, _, action = await published(town)
    nobody = await town.nobody()
    assert (await nobody.get(path(action))).status_code == 200

    done = await ana.do(
        "editPublicPage", "action { id revision publicPage { url } }", actionId=action["id"],
        expectedRevision=action["revision"], newAddress=True,
    )  # fmt: skip

    assert done["action"]["publicPage"]["url"] != action["publicPage"]["url"]
    await gone(nobody, path(action))
    assert (await nobody.get(path(done["action"]))).status_code == 200
    odd = await ana.do(
        "editPublicPage", actionId=action["id"], expectedRevision=done["action"]["revision"], language="<b>"
    )
    assert (odd["__typename"], odd["field"]) == ("Invalid", "language")
    assert (await ana.ask(PAGE, id=action["id"]))["node"]["revision"] == done["action"]["revision"]


async def test_no_publicity_beats_everything(town: Town) -> None:
    ana, _, case, _, action = await published(town)
    nobody = await town.nobody()
    assert (await nobody.get(path(action))).status_code == 200
    asked = "query ($id: ID!) { node(id: $id) { ... on Case { revision } } }"
    revision = (await ana.ask(asked, id=case["id"]))["node"]["revision"]

    done = await ana.do("updateCase", caseId=case["id"], expectedRevision=revision, noPublicity=True)

    assert done["__typename"] == "UpdateCasePayload", done
    for form in FORMS:
        answer = await nobody.get(path(action) + form)
        assert answer.status_code == 410 and not any(one in plain(answer) for one in SAID)


async def test_after_it_was_held_it_says_so_for_a_week_and_is_gone_then(town: Town) -> None:
    *_, action = await published(town)
    nobody = await town.nobody()
    before = await nobody.get(path(action))
    assert "This is over" not in before.text

    town.clock.now = town.clock.now.replace(month=12, day=1)
    after = await nobody.get(path(action), headers={"if-none-match": before.headers["etag"]})
    town.clock.now += timedelta(days=7)

    assert after.status_code == 200 and "This is over. Thank you." in plain(after)
    await gone(nobody, path(action))


async def test_what_a_page_shows_of_others_follows_them(town: Town) -> None:
    _, action = await unnamed(town)
    nobody = await town.nobody()
    first = await nobody.get(path(action))

    async with town.database.transaction(OPERATOR) as tx:
        await tx.session.execute(text("update organizations set phone = '+12035550999' where slug = 'elm-city'"))

    page = await nobody.get(path(action), headers={"if-none-match": first.headers["etag"]})
    assert page.status_code == 200 and "+12035550999" in plain(page)


async def test_what_another_reader_began_before_a_change_is_not_shown_after_it(town: Town) -> None:
    ana, _, _, _, action = await published(town)
    nobody = await town.nobody()
    await nobody.get(path(action))
    renderings, key = town.app.state.house.renderings, (path(action)[3:], "page", "en")
    begun_before = renderings.get(key, town.clock.now)
    assert begun_before is not None

    async with renderings.making:
        await ana.do("reviseAction", actionId=action["id"], expectedRevision=action["revision"], placeName="The Green")
        renderings.drop(path(action)[3:])
        reading = asyncio.create_task(nobody.get(path(action)))
        # It finds nothing kept, and waits for whoever makes the page.
        while not renderings.making._waiters:  # noqa: ASYNC110 -- a lock tells nobody who waits
            await asyncio.sleep(0.01)
        renderings.keep(key, begun_before)
    page = await reading

    assert "The Green" in plain(page) and "City Hall" not in plain(page)


async def test_a_crowd_that_comes_at_once_is_given_one_page_made_once(town: Town) -> None:
    *_, action = await published(town)
    nobody = await town.nobody()

    pages = await asyncio.gather(*(nobody.get(path(action)) for _ in range(60)))

    assert {page.status_code for page in pages} == {200} and len({page.headers["etag"] for page in pages}) == 1
    assert len(town.app.state.house.renderings) == 1
