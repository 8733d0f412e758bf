"""What may be public at an instant, stated over plain rows: which words anybody may find on which surface.

Every word that could give somebody away is written so that it can be found again in any bytes: a name, a title of one
revision, a place. This says which of them the client and counsel have cleared for whom; whatever else is found in what
somebody outside was shown is a leak. Like :mod:`bench.told`, which it stands on, it knows nothing of ``casework``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from bench.rules import Row, Rows
from bench.told import AGREED, FORMS, OWN, TEAM, Told

#: A page says for so long after an event what it was.
AFTERWARDS = timedelta(days=7)
#: Which form of a page others keep for good.
KEPT = ("calendar",)


@dataclass(frozen=True, slots=True)
class Wording:
    """What an action said under one revision: the word by which its title is known, that of its statement, and the
    names that stand in them.
    """

    title: str
    statement: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Client:
    """By which words a client is known: the first name, which the public name says as well, and the surname."""

    first: str
    surname: str


class Cleared(Told):
    """What may be found where, in one world at one instant."""

    def __init__(
        self,
        rows: Rows,
        now: datetime,
        *,
        wordings: Mapping[tuple[UUID, int], Wording],
        clients: Mapping[UUID, Client],
        counsel: Collection[UUID],
        places: Collection[str] = (),
    ) -> None:
        super().__init__(rows, now)
        self.wordings, self.clients, self.counsel = wordings, clients, counsel
        #: Where anything ever was to be, and what was to be said at the door.
        self.places = places
        self.actions = {row["occasion_id"]: row for row in rows["advocacy_actions"]}
        self.occasions = {row["id"]: row for row in rows["occasions"]}

    # Whose yes counts.

    def guarded(self, case: Row) -> bool:
        """A minor, or somebody of whom the legal team doubts that they can decide alone (law 9)."""
        client = next(row for row in self.rows["detainees"] if row["id"] == case["detainee_id"])
        doubted = any(row["case_id"] == case["id"] and row["doubted_since"] for row in self.rows["safeguards"])
        return bool(client["minor"] or doubted)

    def agreed(self, case: Row, audience: str) -> list[Row]:
        """Of a minor, or with capacity in doubt: a guardian's yes with the client's own assent and counsel's, and no
        photo or full name by any of them.
        """
        found = super().agreed(case, audience)
        if not self.guarded(case):
            return found
        return [
            one | {"photo": False, "name_form": min(one["name_form"], "public_name", key=FORMS.index)}
            for one in found
            if one["given_by"] == "guardian" and one["assented"]
            and self._heard_by_counsel(one)
        ]  # fmt: skip

    def _heard_by_counsel(self, consent: Row | None) -> bool:
        """Counsel recorded it or confirmed it, or what it was narrowed from."""
        while consent is not None:
            if {consent["confirmed_by_id"], consent["recorded_by_id"]} & set(self.counsel):
                return True
            before = consent["narrowed_from_id"]
            consent = next((one for one in self.rows["consents"] if one["id"] == before), None)
        return False

    # What is said.

    def wording(self, action: Row) -> Wording:
        """What it says now. A revision that changed no word says what the one before said."""
        return next(
            self.wordings[action["id"], number]
            for number in range(action["said_revision"], 0, -1)
            if (action["id"], number) in self.wordings
        )

    def was_published(self, action: Row) -> bool:
        """These very words stood in public: both keys were there."""
        return action["published_at"] is not None and any(
            entry["subject_id"] == action["id"] and entry["said_revision"] == action["said_revision"]
            for entry in self.rows["audit_entries"]
        )  # fmt: skip

    def names(self, action: Row, audience: str) -> frozenset[str]:
        """Which words of the client's name it may say to this audience."""
        case = self.cases.get(action["case_id"])
        form = action["name_form"]
        if case is None or form not in ("public_name", "full") or "name" in self.later(action):
            return frozenset()
        clients = [self.clients[one["id"]] for one in self.about(action)]
        told = {one.first for one in clients} if self.named_by_all(action, audience, "public_name") else set()
        if form == "full" and self.named_by_all(action, audience, "full"):
            told |= {word for one in clients for word in (one.first, one.surname)}
        return frozenset(told)

    def said(self, action: Row, audience: str, *parts: str) -> set[str]:
        """Of its own words those parts that this audience may read: none that says more of a name than was agreed."""
        wording, names = self.wording(action), self.names(action, audience)
        if not wording.names <= names:
            return set()
        return {getattr(wording, part) for part in parts} | wording.names

    def whole(self, action: Row) -> bool:
        """Nothing is told of it yet."""
        return action["embargo_until"] is not None and action["embargo_until"] > self.now

    def off(self, action: Row) -> bool:
        """It is not published, or lacks a key."""
        return action["state"] != "published" or not self.clear(action)

    # The surfaces.

    def page(self, page: Row, form: str) -> set[str] | None:
        """What may be found on a public page in one of its forms. None: it must not be there."""
        action = next(row for row in self.rows["advocacy_actions"] if row["id"] == page["action_id"])
        occasion = self.occasions[action["occasion_id"]]
        later = self.later(action)
        if (
            page["ended_at"] is not None
            or self.off(action)
            or self.whole(action)
            or "date" in later
            or "public" not in action["audiences"]
            or occasion["ends_at"] + AFTERWARDS <= self.now
            or not self.agreed_by_all(action, "public")
        ):
            return None
        found = set() if "place" in later else _place(occasion)
        if (court := (self.card(occasion, "public") or {}).get("court")) is not None:
            found.add(court)
        if form in KEPT:
            return found | (self.said(action, "public", "title") if action["name_form"] == "none" else set())
        parts = ("title",) if "statement" in later else ("title", "statement")
        return found | self.said(action, "public", *parts) | self.names(action, "public")

    def shown(self, occasion: Row, audience: str, token: str | None = None) -> set[str]:
        """What may be found in a card, and in whatever is made of it, for this audience."""
        if audience in TEAM:
            raise KeyError(audience)
        action = self.actions.get(occasion["id"])
        if action is not None and action["state"] == "published" and self.whole(action) and audience not in OWN:
            occasion = {**occasion, "place_name": None, "place_street": None, "room": None}
        card = self.card(occasion, audience, token) or {}
        found: set[str] = set()
        if "name" in card:
            found.add(self.clients[occasion["case_id"]].first)
        if "title" in card and action is not None:
            live = action["case_id"] is None or action["state"] != "called_off" or self.was_published(action)
            found |= self.said(action, AGREED[audience][0], "title") if live and audience in AGREED else set()
        if "codeword" in card and action is not None:
            found.add(action["codeword"])
        if "place" in card:
            found |= _place(occasion)
        if "court" in card:
            found.add(card["court"])
        return found - {""}

    def answer_page(self, invitation: Row) -> set[str]:
        """What may be found behind an invitation's link."""
        occasion, audience = self.occasions[invitation["occasion_id"]], invitation["audience"]
        if invitation["state"] == "withdrawn" or self.card(occasion, audience, invitation["token"]) is None:
            return set()
        found = self.shown(occasion, audience, invitation["token"])
        if self.live_name(occasion, audience) is not None and not self._whole_of(occasion):
            found.add(self.clients[occasion["case_id"]].first)
        if (place := self.live_place(occasion["case_id"], audience, invitation["person_id"])) is not None:
            found.add(place)
        return found

    def _whole_of(self, occasion: Row) -> bool:
        action = self.actions.get(occasion["id"])
        return action is not None and self.whole(action)

    def feed(self, person: UUID) -> set[str]:
        """What may be found in the calendar of somebody without an account."""
        found: set[str] = set()
        for one in self.rows["invitations"]:
            if one["person_id"] == person and one["state"] not in ("withdrawn", "not_coming"):
                found |= self.shown(self.occasions[one["occasion_id"]], one["audience"], one["token"])
        return found

    def letter(self, notice: Row) -> set[str]:
        """What may be found in a letter that is written now."""
        occasion = self.occasions[notice["occasion_id"]]
        asked = next(
            (
                one for one in self.rows["invitations"]
                if one["occasion_id"] == occasion["id"] and one["person_id"] == notice["person_id"]
                and one["state"] != "withdrawn"
            ),
            None,
        )  # fmt: skip
        if asked is None or self.card(occasion, notice["audience"], asked["token"]) is None:
            return set()
        found = self.shown(occasion, notice["audience"], asked["token"])
        if _place(occasion) & found:
            # Where it was to be, for whoever is told where it is.
            found |= {part for name in ("place_name", "room") if (part := (notice["before"] or {}).get(name))}
        return found

    @cached_property
    def everything(self) -> dict[str, str]:
        """Every word that gives something away, and how it is found in any case."""
        found = set(self.places)
        found |= {row["name"] for table in ("courts", "facilities") for row in self.rows[table]}
        found |= {row["district"] for row in self.rows["facilities"]}
        found |= {row["judge"] for row in self.rows["hearings"]}
        found |= {f"C-{case['number']}" for case in self.cases.values()}
        for occasion in self.occasions.values():
            found |= _place(occasion)
        for action in self.rows["advocacy_actions"]:
            found.add(action["codeword"])
        for wording in self.wordings.values():
            found |= {wording.title, wording.statement}
        for client in self.clients.values():
            found |= {client.first, client.surname}
        return {one: one.casefold() for one in found if one}

    def told_too_much(self, text: str, allowed: Collection[str]) -> list[str]:
        """Which words stand in a text that may not be found there, however it is written."""
        folded = text.casefold()
        return sorted(one for one, found in self.everything.items() if found in folded and one not in allowed)

    # What the house itself must have done by now.

    def left_standing(self, case_id: UUID) -> list[str]:
        """What was cleared by a consent and stands though none clears it any more: what a taking back must take along,
        in the same transaction.
        """
        case = self.cases[case_id]
        found: list[str] = []
        found += [
            f"action {action['id']} is published" for action in self.rows["advocacy_actions"]
            if case in self.about(action) and action["state"] == "published" and not self.clear(action)
        ]  # fmt: skip
        for one in self.rows["invitations"]:
            occasion = self.occasions[one["occasion_id"]]
            if (
                one["case_id"] == case_id and one["state"] != "withdrawn" and one["audience"] in AGREED
                and occasion["ends_at"] > self.now and occasion["state"] != "cancelled"
                and not self.agreed(case, AGREED[one["audience"]][0])
            ):  # fmt: skip
                found.append(f"invitation {one['id']} of {one['audience']}")
        return found


def _place(occasion: Row) -> set[str]:
    return {part for name in ("place_name", "place_street", "room") if (part := occasion[name])}


__all__ = ["KEPT", "Cleared", "Client", "Wording"]
