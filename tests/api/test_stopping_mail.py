"""The stop button of the answer page, and the one in mail programs (RFC 8058)."""

from __future__ import annotations

import re

from sqlalchemy import select

from casework import actors
from schema.audit import AuditEntry
from tests.journeys import steps
from tests.town import Seat, Town


async def invited_mayor(town: Town) -> tuple[Seat, str, str]:
    """The mayor is asked to a vigil. The coordinator's seat, the hearing's id, and the address for stopping."""
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Reyes", "mayor@city.example")
    await ana.do("invite", occasionId=action["occasion"]["id"], personIds=[mayor])
    letters = await town.deliver()
    (mail,) = [one.message for one in letters if "mayor@city.example" in str(one.message["To"])]
    found = re.search(r"/a/[\w-]{43}/stop", str(mail["List-Unsubscribe"]))
    assert found and mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return ana, hearing["id"], found[0]


async def move(town: Town, ana: Seat, hearing_id: str, starts_at: str = "2026-12-04T13:30") -> set[str]:
    """Move the hearing, and say to whom letters went."""
    node = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing_id)
    await ana.do(
        "rescheduleHearing",
        hearingId=hearing_id,
        expectedRevision=node["node"]["revision"],
        startsAt=starts_at,
    )
    return {one.message["To"].addresses[0].addr_spec for one in await town.deliver()}


async def test_a_mail_program_s_stop_is_heard_without_a_redirect(town: Town) -> None:
    ana, hearing, address = await invited_mayor(town)
    nobody = await town.nobody()

    answered = await nobody.post(address, data={"List-Unsubscribe": "One-Click"})

    assert answered.status_code == 200
    assert "You will get no more e-mail from us." in answered.text and "not cancelled" in answered.text
    assert "mayor@city.example" not in await move(town, ana, hearing)


async def test_looking_at_the_address_stops_nothing(town: Town) -> None:
    ana, hearing, address = await invited_mayor(town)
    nobody = await town.nobody()

    looked = await nobody.get(address)

    assert looked.status_code == 200 and "Stop all e-mail to me" in looked.text
    assert "mayor@city.example" in await move(town, ana, hearing)


async def test_an_unknown_address_stops_nobody_s_mail(town: Town) -> None:
    ana, hearing, address = await invited_mayor(town)
    nobody = await town.nobody()

    answered = await nobody.post(address[:-10] + "A" * 5 + "/stop", data={"List-Unsubscribe": "One-Click"})

    assert answered.status_code == 404
    assert "mayor@city.example" in await move(town, ana, hearing)


async def test_whoever_stopped_mail_is_offered_to_stop_everything_and_may_say_so_twice(town: Town) -> None:
    ana, hearing, address = await invited_mayor(town)
    nobody = await town.nobody()
    offered = 'name="channel" value="everything">Stop everything to me</button>'

    one_click = await nobody.post(address, data={"List-Unsubscribe": "One-Click"})
    # The offer is a button of a form: neither the mail program's own word nor a look at the page stops more.
    assert offered in one_click.text and "Stop all e-mail to me" not in one_click.text
    assert offered in (await nobody.get(address)).text

    said = [await nobody.post(address, data={"channel": "everything", "language": "en"}) for _ in range(2)]
    for answered in said:
        assert answered.status_code == 200 and "You will get nothing more from us." in answered.text
        assert offered not in answered.text
    assert "mayor@city.example" not in await move(town, ana, hearing)
    async with town.database.transaction(actors.OPERATOR) as tx:
        entries = await tx.session.scalars(select(AuditEntry.seq).where(AuditEntry.act == "contact.stopped"))
        assert len(entries.all()) == 1
