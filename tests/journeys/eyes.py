"""What each audience sees of one case at one moment, in a few words: through the public graph, pages and letters.

A step of a journey says it whole: ``assert await eyes.see() == {"coordinator": {...}, "advocate": {...}, …}``. Whoever
adds a step, or a room, adds its fact to ``FACTS`` and its words to those who see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.journeys.volunteers import Telephone
from tests.town import Seat, Town, words

LOOK = """query ($id: ID!) { node(id: $id) { ... on Case { missing
  client { hasPublicName legalName aNumbers }
  whereNow { facility { name } } whereabouts { facility { name } }
  proceedings { kind state charges decisions { kind takenBackAt } }
  hearings { judge outcome outcomeNote state dateSources { channel } occasion { startsAt state } }
  actions { id } notes { id } consents { id } } } }"""


def _upcoming(case: Any) -> bool:
    return any(one["occasion"]["state"] in ("TENTATIVE", "CONFIRMED") for one in case["hearings"])


#: What of a case's answer says that a fact is seen.
FACTS: dict[str, Callable[[Any], bool]] = {
    "public name": lambda case: bool(case["client"]["hasPublicName"]),
    "legal name": lambda case: bool(case["client"]["legalName"]),
    "number": lambda case: bool(case["client"]["aNumbers"]),
    "place": lambda case: any((case[one] or {}).get("facility") for one in ("whereNow", "whereabouts")),
    "slot": _upcoming,
    "judge": lambda case: any(one["judge"] for one in case["hearings"]),
    "sources": lambda case: any(one["dateSources"] for one in case["hearings"]),
    "proceedings": lambda case: bool(case["proceedings"]),
    "charges": lambda case: any(one["charges"] for one in case["proceedings"]),
    "decision": lambda case: any(
        not one["takenBackAt"] for of in case["proceedings"] for one in of["decisions"]
    ),
    "outcome": lambda case: any(one["outcome"] for one in case["hearings"]),
    "action": lambda case: bool(case["actions"]),
}  # fmt: skip


@dataclass
class Eyes:
    """Everybody who has, or has not, to do with Mateo."""

    town: Town
    case_id: str
    #: What stands for a fact in words on paper and on pages.
    marks: dict[str, str]
    seats: dict[str, str]
    links: dict[str, str] = field(default_factory=dict)
    #: Who is written to, and what came.
    mailboxes: dict[str, str] = field(default_factory=dict)
    telephone: Telephone | None = None

    async def see(self) -> dict[str, set[str]]:
        """Each audience and the facts it sees now. Of who is written to: what came since the last look."""
        seen = {name: await self._seated(email) for name, email in self.seats.items()}
        letters = await self.town.deliver()
        for name, address in self.mailboxes.items():
            theirs = [one for one in letters if address in str(one.message["To"])]
            seen[name] = {fact for one in theirs for fact in self.found(f"{one.message['Subject']}\n{words(one)}")}
            for one in theirs:
                text = one.message.as_string().replace("=\n", "")
                if link := re.search(r"/a/[\w-]{43}", text):
                    self.links[f"{name}'s page"] = link[0]
        for name, path in self.links.items():
            page = await (await self.town.nobody()).get(path)
            seen[name] = self.found(page.text) if page.status_code == 200 else {"gone"}
        if self.telephone is not None:
            await self.telephone.look()
            page = self.telephone.seen[-1]
            seen["date checker"] = self.found(page.text) if page.status_code == 200 else {"gone"}
        return seen

    def found(self, text: str) -> set[str]:
        plain = re.sub(r"\s+", " ", text)
        return {fact for fact, pattern in self.marks.items() if re.search(pattern, plain)}

    async def _seated(self, email: str) -> set[str]:
        seat: Seat = await self.town.signed_in(email)
        case = (await seat.ask(LOOK, id=self.case_id))["node"]
        if case is None:
            return set()
        return {"case"} | {fact for fact, holds in FACTS.items() if holds(case)}
