"""Whoever signed up is found by no join over the whole database once their clock has run; ids in the trail and numbers
of requests included.
"""

from __future__ import annotations

from datetime import timedelta

from api.nodes import parts
from casework import retention
from commands.mail_catcher import kept
from tests.casework.retention.sweeps import AFTER, RetentionClass, bystanders, led_to
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town, words

#: With what a script may ask beside the act, and the page does not.
INVITED = "invitations { id person { id name contacts { address } } }"


async def test_no_join_leads_from_what_is_left_to_whoever_signed_up(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    names = {"Olga Ortiz": "olga@home.example", "Rita Ruiz": "rita@home.example"}
    people = [await steps.add(town, ana, "elm-city", "SUPPORTER", name, at) for name, at in names.items()]
    invited = await ana.do("invite", INVITED, occasionId=hearing["occasion"]["id"], personIds=people)
    assert "olga@home.example" in str(invited)
    await ana.do("subscribeFeed", organizationId=town.organizations["elm-city"], filter="INVITED", name="Olga's",
                 personId=people[0])  # fmt: skip
    await ana.ask("query ($id: ID!) { node(id: $id) { ... on Case { client { legalName } notes { id } } }"
                  " people { edges { node { name contacts { address } } } } }", id=case["id"])  # fmt: skip
    # A link of theirs may have got out.
    renewed = await ana.do("renewLinksToOccasion", "renewed", occasionId=hearing["occasion"]["id"])
    assert renewed["renewed"] == 2, renewed
    await town.deliver()
    nobody = await town.nobody()
    for letter in kept(town.mail.folder):
        address = next(word.rstrip(".") for word in words(letter).split() if "/a/" in word)
        page = await nobody.get(address)
        assert page.status_code == 200
    stopped = await nobody.get(f"{address}/stop")
    assert stopped.status_code == 200
    beside = await bystanders(ground)
    occasion, person = (str(parts(one)[1]) for one in (hearing["occasion"]["id"], people[0]))
    # Nobody is linked by what everybody's rows name: both walls' own keys.
    assert occasion in await led_to(ground, parts(people[0])[1], beside)

    town.clock.now += timedelta(days=20) + AFTER[RetentionClass.SIGN_UPS]
    await retention.sweep(town.database)

    for one in people:
        led = await led_to(ground, parts(one)[1], beside)
        assert occasion not in led and str(parts(case["id"])[1]) not in led
    assert person in str(await ground.connection.fetch("select id::text from people"))


__all__ = ["town"]
