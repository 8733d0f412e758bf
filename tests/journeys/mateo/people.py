"""Mateo's case, and everybody who has, or has not, to do with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from api.nodes import global_id
from casework import actors, organizations, people, sign_in, times
from schema.facilities import Facility
from schema.organizations import OrganizationKind, Role
from tests.journeys import steps
from tests.journeys.eyes import Eyes
from tests.town import EASTERN, PASSWORD, Seat, Town

ANA, LUIS, NOOR = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"
BEN, INES = "coordinator@other.test", "attorney@other.test"
#: Also a coordinator of Elm City, until a wall stands before her.
DANA = "dana@demo.test"
#: Of a firm in Louisiana: who takes on the habeas petition, and who answers there for conflicts.
ODETTE, OTTO = "odette@pelican.test", "otto@pelican.test"
MAYOR, SCHEDULER = "mayor@city.example", "owen@city.example"
SUPPORTER, MOTHER, CAROL = "tomas@neighbor.example", "rosa@home.example", "carol@parish.example"

IDENTITY = {"case", "public name", "legal name", "number"}
NOBODY: set[str] = set()

#: What stands for a fact in words on paper and on pages.
MARKS = {
    "public name": "Mateo", "legal name": "(?<!Rosa )Rivera", "letters": "RIV CRU", "number": "201 ?345 ?678",
    "place": "Plymouth|Strafford|Winn", "slot": r"10:00|\b2:30", "court": "Hartford", "judge": "Doe",
    "decision": "[Gg]ranted|concedi", "bond": r"\bbond\b|fianza", "amount": r"\b1[,.]?500\b", "fund": "fund.example",
    "obligor": "Vidal", "office": "450 Main", "meeting point": "Bushnell", "hour": "9:15",
}  # fmt: skip


async def done(seat: Seat, verb: str, want: str = "__typename", **given: Any) -> Any:
    said = await seat.do(verb, want, **given)
    assert said["__typename"].endswith("Payload"), (verb, said)
    return said


@dataclass
class Mateo:
    """The case as a chapter leaves it to the next."""

    town: Town
    case_id: str
    eyes: Eyes
    ana: Seat
    luis: Seat
    strafford: str
    #: Who sees what the legal team sees, and what that is.
    legal: list[str] = field(default_factory=lambda: ["coordinator"])
    #: The arrest set its first clock going: 48 hours to decide on charges (8 CFR 287.3(d)).
    team: set[str] = field(default_factory=lambda: IDENTITY | {"deadlines"})
    #: What Noor sees of it.
    advocate: set[str] = field(default_factory=set)
    #: What chapters hand on, by what it is called.
    known: dict[str, Any] = field(default_factory=dict)

    async def at(self, wall: str) -> None:
        """It is this hour in New Haven."""
        now = times.instant(datetime.fromisoformat(wall), EASTERN)
        assert now >= self.town.clock.now, wall
        self.town.clock.now = now
        self.ana, self.luis = await self.seat(ANA), await self.seat(LUIS)

    async def seat(self, email: str) -> Seat:
        return await self.eyes.seat(email)

    async def seen_by(self, others: dict[str, set[str]] | None = None) -> None:
        """Everybody looks: the legal team sees what it sees, of the others these see this, and whoever is not named
        here sees nothing.
        """
        seen = await self.eyes.see()
        assert seen == dict.fromkeys(seen, NOBODY) | dict.fromkeys(self.legal, self.team) | (others or {})

    async def ask(self, facts: str, seat: Seat | None = None) -> Any:
        """Facts of the case, as Ana or somebody else is told them."""
        asked = f"query ($id: ID!) {{ node(id: $id) {{ ... on Case {{ {facts} }} }} }}"
        return (await (seat or self.ana).ask(asked, id=self.case_id))["node"]

    async def tasks(self) -> list[str]:
        """What is to be done about the case."""
        return [one["title"] for one in (await self.ask("tasks(openOnly: true) { title }"))["tasks"]]

    async def paper(self, kind: str) -> Any:
        """A line of the checklist."""
        listed = (await self.ask("documents { id kind state revision fromWhom dueOn }"))["documents"]
        (found,) = [one for one in listed if one["kind"] == kind]
        return found

    async def viewed(self, field: str) -> list[str]:
        """Who saw a field of the case's records, as the trail tells it."""
        trail = (await self.ask("trail(first: 100) { edges { node { act by fields } } }"))["trail"]["edges"]
        entries = [one["node"] for one in trail]
        return [one["by"] for one in entries if one["act"] == "viewed" and field in (one["fields"] or [])]

    async def opens(self, file_id: str) -> dict[str, int]:
        """Who gets the file when they ask for it by its address."""
        asked = {name: await self.seat(email) for name, email in self.eyes.seats.items()}
        return {name: (await seat.http.get(f"/files/{file_id}")).status_code for name, seat in asked.items()}


async def _further_people(town: Town) -> str:
    """Who else there is, as an operator sets them up: a jail in New Hampshire, Dana, and a firm in Louisiana."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        jail = Facility(
            code="STRAFNH", name="Strafford County Corrections", city="Dover", state="NH", district="D.N.H.",
            circuit="1", time_zone=EASTERN, field_office="Boston",
        )  # fmt: skip
        tx.session.add(jail)
        await tx.session.flush()
        firm = await organizations.found_organization(
            tx, slug="pelican", name="Pelican Habeas Project", kind=OrganizationKind.LEGAL_PROVIDER,
            phone="+1 318 555 0100",
        )  # fmt: skip
        elm_city = (await organizations.organization_called(tx, "elm-city")).id
        for organization, email, name, role in (
            (elm_city, DANA, "Dana Whitlock", Role.COORDINATOR),
            (firm.id, ODETTE, "Odette Fontenot", Role.ATTORNEY),
            (firm.id, OTTO, "Otto Weiss", Role.PARALEGAL),
        ):
            person = await organizations.engage(
                tx, organization, name=name, email=email, roles=[role], supervised=role is not Role.ATTORNEY
            )
            await sign_in.give_login(tx, person.id, email, PASSWORD)
            town.staff[email] = person.id
        await people.record_attorney(
            tx, town.staff[ODETTE], bar_states=["LA"], admitted_courts=["W.D. La."], languages=["en", "es"],
            conflicts_contact_id=town.staff[OTTO],
        )  # fmt: skip
        return global_id("Facility", jail.id)


async def mateo_is_taken_in(town: Town) -> Mateo:
    """Friday, November 20: arrested at work. Monday: his mother calls, and Ana opens a case."""
    ana = await town.signed_in(ANA)
    strafford = await _further_people(town)
    case = await steps.take_in_mateo(town, ana, arrestPlace="a bakery in Middlefield")
    eyes = Eyes(
        town, case["id"], MARKS,
        seats={
            "coordinator": ANA, "attorney": LUIS, "advocate": NOOR, "other provider": BEN, "other attorney": INES,
            "walled out": DANA, "habeas counsel": ODETTE, "conflicts contact": OTTO,
        },
        mailboxes={
            "official": MAYOR, "scheduler": SCHEDULER, "supporter": SUPPORTER, "family": MOTHER, "accompanier": CAROL,
        },
    )  # fmt: skip
    return Mateo(town, case["id"], eyes, await eyes.seat(ANA), await eyes.seat(LUIS), strafford)
