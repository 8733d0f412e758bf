"""What each audience sees of one case at one moment, in a few words: through the public graph, pages and letters.

A step of a journey says it whole: ``assert await eyes.see() == {"coordinator": {...}, "advocate": {...}, …}``. Whoever
adds a step, or a room, adds its fact to ``FACTS`` and its words to those who see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.journeys.volunteers import Telephone
from tests.town import Seat, Town, words

LOOK = """query ($id: ID!) { node(id: $id) { ... on Case { missing
  client { hasPublicName legalName aNumbers }
  whereNow { facility { name } } whereabouts { facility { name } }
  proceedings { kind state charges decisions { kind takenBackAt } }
  hearings { judge outcome outcomeNote state dateSources { channel } occasion { startsAt state } }
  transfers { id } alarms { kind } habeasFilings { district }
  documents { id } files { id } deadlines { id citation }
  bond { stage steps { obligor } } bondAmount { amount } bondFund { link } checkIns { office }
  actions { id } notes { id } consents { id } } }
  offers { state } conflictSheets { contents { names relatives employers } } }"""


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
    "transfers": lambda case: bool(case["transfers"]),
    "court apart": lambda case: any(one["kind"] == "CUSTODY_COURT" for one in case["alarms"]),
    "habeas": lambda case: bool(case["habeasFilings"]),
    "checklist": lambda case: bool(case["documents"]),
    "files": lambda case: bool(case["files"]),
    "deadlines": lambda case: bool(case["deadlines"]),
    "bond": lambda case: bool(case["bond"]),
    "obligor": lambda case: any(one["obligor"] for one in (case["bond"] or {"steps": []})["steps"]),
    "amount": lambda case: bool((case["bondAmount"] or {}).get("amount")),
    "fund": lambda case: bool((case["bondFund"] or {}).get("link")),
    "check-in": lambda case: bool(case["checkIns"]),
}  # fmt: skip

#: What somebody is shown beside any case: an offer that waits for them, names on a sheet that they answer.
BESIDE: dict[str, Callable[[Any], bool]] = {
    "offer": lambda told: any(one["state"] in ("OFFERED", "CHECKING") for one in told["offers"]),
    "sheet": lambda told: any(one["contents"] for one in told["conflictSheets"]),
}


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
    _signed_in: dict[str, tuple[Seat, datetime]] = field(default_factory=dict)

    async def seat(self, email: str) -> Seat:
        """Somebody at their page; signed in anew when it was left alone."""
        seat, since = self._signed_in.get(email, (None, self.town.clock.now))
        if seat is None or self.town.clock.now - since > timedelta(minutes=20):
            seat, since = await self.town.signed_in(email), self.town.clock.now
        self._signed_in[email] = seat, since
        return seat

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
        told = await (await self.seat(email)).ask(LOOK, id=self.case_id)
        beside = {fact for fact, holds in BESIDE.items() if holds(told)}
        if told["node"] is None:
            return beside
        return beside | {"case"} | {fact for fact, holds in FACTS.items() if holds(told["node"])}
