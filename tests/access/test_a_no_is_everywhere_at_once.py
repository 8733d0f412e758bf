"""Twenty actions, a thousand people asked to them, and the client's no: on the very next request no surface shows any
of it, whichever process answers, and whatever it kept.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from api.app import create_app
from api.house import cookie_name
from bench.onlookers import FORMS, written_in
from casework import actors, advocacy, consents, feeds, invitations, notices, people, sign_in
from casework.consents import Answers, How
from casework.master_keys import KeyRing
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from commands import scratch
from migrations import roles
from schema.advocacy import ActionState, AdvocacyAction, SignOffCapacity
from schema.cases import Case
from schema.consents import ConsentAnswer, ConsentAudience, GivenBy, NameForm
from schema.feeds import FeedFilter
from schema.invitations import Invitation
from schema.occasions import OccasionKind
from schema.people import PersonKind
from schema.public_pages import PublicPage
from tests.casework.advocates import an_advocate
from tests.ground import Ground
from tests.house import WRITING, House, house

ACTIONS, EACH = 20, 50
YES, NO = ConsentAnswer.YES, ConsentAnswer.NO
#: What every one of the actions says, and what its places are called.
SAID = ("Kestrel", "Mateo", "Foxglove", "Merlin")
SEARCH = """query ($q: String!) { cases(filter: {search: $q}, first: 5) { edges { node { hearings { id } } } } }"""


@pytest.fixture
async def doors(
    house: House, ground: Ground, cluster: scratch.Cluster, settings: Settings, master_key: KeyRing
) -> AsyncIterator[list[httpx.AsyncClient]]:
    """Two processes of the house, each with a database and a memory of its own."""
    named = await ground.connection.fetchval("select current_database()")
    other = Database(cluster.url(roles.APP, named), Vault(master_key), pool_size=2)
    other.clock = house.clock
    found = []
    for database in (house.database, other):
        app = create_app(settings, database=database)
        lifespan = app.router.lifespan_context(app)
        await lifespan.__aenter__()
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=settings.address)
        found.append((client, lifespan))
    yield [client for client, _ in found]
    for client, lifespan in found:
        await client.aclose()
        await lifespan.__aexit__(None, None, None)
    await other.close()


async def answered(house: House, said: ConsentAnswer) -> None:
    async with house.acting(house.ana) as tx:
        await consents.record_consent_interview(
            tx, house.case, Answers(officials=said, courtroom=said, press=said),
            How(given_by=GivenBy.CLIENT, language="es"),
        )  # fmt: skip


async def planned(house: House) -> list[UUID]:
    """The actions, each published for the public and for supporters under the public name; whom they have asked."""
    asked = []
    for number in range(ACTIONS):
        async with house.acting(house.ana) as tx:
            action = await advocacy.draft_action(
                tx, house.organization, kind=OccasionKind.VIGIL, case_id=house.case,
                words={
                    "title": f"Kestrel {number}: light for Mateo R.", "statement": "Mateo R. belongs at home.",
                    "name_form": NameForm.PUBLIC_NAME,
                    "audiences": [ConsentAudience.PUBLIC, ConsentAudience.SUPPORTERS],
                },
                arrangements={
                    "starts_at": datetime(2026, 12, 1 + number % 3, 17), "time_zone": "America/New_York",
                    "place_name": f"Foxglove {number}", "codeword": f"Merlin {number}",
                },
            )  # fmt: skip
        async with house.acting(house.luis) as tx:
            await advocacy.sign_off_action(tx, action.id, said_revision=1, capacity=SignOffCapacity.CONSULTED)
        async with house.acting(house.ana) as tx:
            action = await tx.session.get_one(AdvocacyAction, action.id)
            await advocacy.publish_action(tx, action.id, expected_revision=action.revision)
        crowd = []
        async with house.watching() as tx:
            for one in range(EACH):
                person = await people.add_person(
                    tx, house.organization, kind=PersonKind.SUPPORTER, name=f"Neighbor {number} {one}",
                    email=f"n{number}-{one}@crowd.test", language="en", confirmed=True,
                )  # fmt: skip
                crowd.append(person.id)
        async with house.acting(house.ana) as tx:
            asked += [one.id for one in await invitations.invite(tx, action.occasion_id, crowd)]
    return asked


async def calendars(house: House, asked: list[UUID]) -> list[str]:
    """The addresses of three supporters' calendars."""
    found = []
    for key in asked[:: len(asked) // 3][:3]:
        async with house.acting(house.ana) as tx:
            person = (await tx.session.get_one(Invitation, key)).person_id
            feed = await feeds.subscribe_feed(
                tx, house.organization, filter=FeedFilter.INVITED, name="Theirs", person_id=person
            )
            found.append(f"/feeds/{feeds.secret_of(tx, feed)}.ics")
    return found


async def links(house: House, asked: list[UUID]) -> list[str]:
    """The answer pages of two of each action."""
    async with house.watching() as tx:
        rows = [await tx.session.get_one(Invitation, key) for key in asked[:: EACH // 2]]
        return [f"/a/{invitations.secret_of(tx, row)}" for row in rows]


async def addresses(house: House) -> list[str]:
    async with house.watching() as tx:
        return [f"/p/{one}" for one in await tx.session.scalars(select(PublicPage.address))]


async def written(house: House, limit: int) -> list[str]:
    """What the letters say that are due now, as the worker writes them."""
    async with house.database.transaction(actors.DELIVERY) as tx:
        batch = await notices.claim_due(tx, limit=limit)
    async with house.database.transaction(actors.DELIVERY) as tx:
        return [" ".join(written_in(one.letter)) for one in await notices.prepare(tx, batch, WRITING)]


def shows(answer: httpx.Response) -> bool:
    text = answer.text.replace("\r\n ", "")
    return any(word in text for word in SAID)


async def hearings_found(door: httpx.AsyncClient, settings: Settings, secret: str, number: str) -> int:
    """How many hearings of Mateo's an advocate's search leads to."""
    door.cookies.set(cookie_name(settings), secret)
    asked = {"query": SEARCH, "variables": {"q": number}}
    answer = await door.post("/graphql", json=asked, headers={"x-presencia": "1"})
    door.cookies.clear()
    body = answer.json()
    assert "errors" not in body, body
    return sum(len(edge["node"]["hearings"]) for edge in body["data"]["cases"]["edges"])


async def test_after_the_no_of_a_thousand_peoples_host_nothing_shows_any_of_it(
    house: House, doors: list[httpx.AsyncClient], settings: Settings
) -> None:
    await answered(house, YES)
    nora = await an_advocate(house)
    async with house.database.transaction(actors.SIGN_IN) as tx:
        session = await sign_in.sign_in(tx, nora)
    async with house.watching() as tx:
        number = (await tx.session.get_one(Case, house.case)).short_id
    asked = await planned(house)
    theirs, behind, public = await calendars(house, asked), await links(house, asked), await addresses(house)
    assert (len(asked), len(behind), len(public)) == (ACTIONS * EACH, 2 * ACTIONS, ACTIONS)
    # Before: each surface shows it, and each process keeps what it gave out.
    tags: dict[str, str] = {}
    for turn, door in enumerate(doors):
        for number_of, path in enumerate(public):
            # Drawing a picture of each would be most of this test.
            for form in FORMS.values() if turn == 0 and number_of < 2 else [""]:
                answer = await door.get(path + form)
                assert answer.status_code == 200 and (form not in ("", "/poster") or shows(answer))
                tags[path + form] = answer.headers["etag"]
        for path in theirs:
            assert shows(await door.get(path))
        assert await hearings_found(door, settings, session, number) == 1
    for turn, path in enumerate(behind):
        assert shows(await doors[turn % 2].get(path)) and shows(await doors[turn % 2].get(f"{path}/calendar.ics"))
    letters = await written(house, 40)
    assert len(letters) == 40 and all("Kestrel" in one for one in letters)

    began = time.perf_counter()
    await answered(house, NO)
    took = time.perf_counter() - began

    for door in doors:
        for path in public:
            for form in FORMS.values():
                answer = await door.get(path + form, headers={"if-none-match": tags.get(path + form, "")})
                assert answer.status_code == 410 and not shows(answer), (path, form, answer.status_code)
        for path in theirs:
            assert not shows(await door.get(path))
        assert await hearings_found(door, settings, session, number) == 0
    for turn, path in enumerate(behind):
        for one in (path, f"{path}/calendar.ics"):
            assert not shows(await doors[(turn + 1) % 2].get(one))
    late: list[str] = []
    house.clock.now += timedelta(minutes=10)
    while more := await written(house, 500):
        late += more
    assert not [one for one in late if any(word in one for word in SAID)]
    async with house.watching() as tx:
        assert set(await tx.session.scalars(select(AdvocacyAction.state))) == {ActionState.CALLED_OFF}
    # `pytest -s` tells it.
    print(f"The client's no, with {ACTIONS} actions and {ACTIONS * EACH:,} people asked, took {took:.2f} s")  # noqa: T201


__all__ = ["house"]
