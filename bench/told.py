"""What each audience is told of an occasion, stated a third time: over plain rows, from the matrix of who sees what
(DOMAIN §3.3) and the laws of the house.

Nothing of ``casework`` is imported here, and nothing should be: a fault of clearance or disclosure copied from there
would be found nowhere.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from bench.rules import Row, Rows

#: What a card says beside when it is: each of these, or nothing.
SAID = ("name", "title", "codeword", "token", "court", "place", "join_url", "judge", "case_ref", "proceeding")

#: Whom a consent must name, and for what, before these eyes are told anything.
AGREED = {
    "official": ("officials", "tell_officials"),
    "supporter": ("supporters", "fill_courtroom"),
    "witness": ("supporters", "fill_courtroom"),
    "sponsor": ("supporters", "fill_courtroom"),
    "advocate": ("advocates", "fill_courtroom"),
    "press": ("press", "press"),
    "public": ("public", "press"),
}
#: Called to court by name: where and when, and no name, on no page either.
CALLED = ("witness", "sponsor")
TEAM = ("coordinator", "attorney")
OWN = ("client", "family_contact")
#: All whom anything could be told; the last two are no audience of a card.
EYES = (*TEAM, *OWN, *AGREED, "pool_attorney", "date_checker")

FORMS = ("none", "initials", "public_name", "full")


class Told:
    """What may be told in one world at one instant."""

    def __init__(self, rows: Rows, now: datetime) -> None:
        self.rows, self.now = rows, now
        self.cases = {row["id"]: row for row in rows["cases"]}

    # What the client agreed to.

    def agreed(self, case: Row, audience: str) -> list[Row]:
        """The consents that stand for this audience: given, not ended, not run out; after release, given since; and
        nothing makes a case public that is marked so.
        """
        if audience in ("press", "public") and case["no_publicity"]:
            return []
        asked_again = case["consents_asked_again_from"]
        return [
            one for one in self.rows["consents"]
            if one["case_id"] == case["id"] and one["state"] == "standing"
            and one["audience"] == audience and (audience, one["purpose"]) in AGREED.values()
            and one["given_at"] <= self.now and self.now < one["expires_at"]
            and (asked_again is None or asked_again <= one["given_at"])
        ]  # fmt: skip

    def named(self, case: Row, audience: str, form: str) -> bool:
        """Whether one of them goes as far as this form of name."""
        return any(FORMS.index(one["name_form"]) >= FORMS.index(form) for one in self.agreed(case, audience))

    # The two keys.

    def about(self, action: Row) -> list[Row]:
        """The cases it is about: the one it is kept with, and those added and not taken off."""
        added = [
            one["case_id"] for one in self.rows["further_cases"]
            if one["action_id"] == action["id"] and one["taken_off_at"] is None
        ]  # fmt: skip
        return [self.cases[one] for one in dict.fromkeys([action["case_id"], *added]) if one is not None]

    def agreed_by_all(self, action: Row, audience: str) -> bool:
        """Every client has agreed that this audience be told."""
        return all(self.agreed(case, audience) for case in self.about(action))

    def named_by_all(self, action: Row, audience: str, form: str) -> bool:
        """And as far as this form of name."""
        return all(self.named(case, audience, form) for case in self.about(action))

    def signed(self, action: Row, case: Row) -> bool:
        """Counsel of this case said yes to these words, about whom they are: an attorney of record or, where there is
        none, whoever was consulted.
        """
        of_record = {
            one["attorney_id"] for one in self.rows["assignments"]
            if one["case_id"] == case["id"] and one["state"] == "of_record"
        }  # fmt: skip
        # It was about others before.
        changed = [
            at for one in self.rows["further_cases"] if one["action_id"] == action["id"]
            for at in (one["added_at"], one["taken_off_at"]) if at is not None
        ]  # fmt: skip
        return any(
            one["attorney_id"] in of_record if of_record else one["capacity"] == "consulted"
            for one in self.rows["sign_offs"]
            if one["action_id"] == action["id"] and one["case_id"] == case["id"] and one["withdrawn_at"] is None
            and all(one["given_at"] >= at for at in changed)
            and one["said_revision"] == action["said_revision"]
        )  # fmt: skip

    def clear(self, action: Row) -> bool:
        """An action of no case needs neither key. Of each of its cases: whomever it addresses the client agreed to, as
        it names and shows them, and counsel signed.
        """
        if action["case_id"] is None:
            return True
        if action["holds_name"]:
            return False
        return all(
            self.signed(action, case)
            and all(
                self.named(case, audience, action["name_form"])
                and (not action["uses_photo"] or any(one["photo"] for one in self.agreed(case, audience)))
                for audience in action["audiences"]
            )
            for case in self.about(action)
        )

    def later(self, action: Row) -> set[str]:
        """What of it nobody outside may be told yet."""
        return {
            field
            for field, until in json.loads(action["embargoes"]).items()
            if datetime.fromisoformat(until) > self.now
        }

    # The card.

    def card(self, occasion: Row, audience: str, token: str | None = None) -> dict[str, Any] | None:
        """What it says to these eyes, by name; what it does not say is left out. None: there is no card."""
        hearing = self._one("hearings", occasion)
        action = None if hearing else self._one("advocacy_actions", occasion)
        if hearing is None and action is None:
            return None
        said = self._all(occasion, hearing, action)
        if audience in TEAM:
            return said
        if audience in OWN and hearing is not None:
            return _only(said, "name", "court", "place", "join_url")
        if action is not None:
            return self._of_action(occasion, action, said, audience, token)
        assert hearing is not None
        case = self.cases[occasion["case_id"]]
        at_liberty = case["custody_status"] == "released" or not hearing["detained"]
        if audience not in AGREED or at_liberty or hearing["closed_to_public"]:
            return None
        asked = AGREED[audience][0]
        if not self.agreed(case, asked):
            return None
        shown = _only(said, "court", "place")
        if audience in ("official", *CALLED):
            return shown | _given(token=token)
        if audience == "supporter":
            return shown | _given(token=token, codeword=token)
        name = _only(said, "name") if self.named(case, asked, "public_name") else {}
        return shown | name | _given(token=token)

    def _of_action(
        self, occasion: Row, action: Row, said: dict[str, Any], audience: str, token: str | None
    ) -> dict[str, Any] | None:
        if action["state"] == "draft" or (action["state"] == "published" and not self.clear(action)):
            return None
        later = self.later(action)
        if action["state"] == "published" and "date" in later:
            return None
        for field in later & {"name", "place"}:
            said = {name: value for name, value in said.items() if name != field}
        if "place" in later and action["case_id"] is not None:
            said.pop("court", None)
        if "name" in later and action["case_id"] is not None and action["name_form"] != "none":
            # It may hold the name.
            said.pop("title", None)
        if action["case_id"] is None:
            return _only(said, "title", "place", "codeword") | _given(token=token)
        asked = AGREED[audience][0] if audience in AGREED else None
        if action["state"] == "called_off" and not self.clear(action):
            return _given(token=token)
        if asked is None or not self.agreed_by_all(action, asked):
            # Whoever knew of it may learn that it is off, and nothing else.
            return _given(token=token) if action["state"] == "called_off" else None
        if action["state"] == "called_off" and action["published_at"] is None:
            # A draft again by then: these words never stood in public.
            return _given(token=token)
        shown = _only(said, "court", "place") | _given(token=token)
        if audience in ("official", *CALLED):
            return shown
        # A title is written in the form of name that the action has: for nobody who was not to be told so much of it.
        if self.named_by_all(action, asked, action["name_form"]) and (action["name_form"] == "none" or "name" in said):
            shown |= _only(said, "title")
        if audience == "supporter":
            return shown | _only(said, "codeword")
        says_name = action["name_form"] in ("public_name", "full")
        if says_name and self.named_by_all(action, asked, "public_name"):
            shown |= _only(said, "name")
        return shown | _only(said, "codeword") if audience == "advocate" else shown

    def _all(self, occasion: Row, hearing: Row | None, action: Row | None) -> dict[str, Any]:
        """All that there is to say."""
        around = hearing or next(
            (one for one in self.rows["hearings"] if action and one["id"] == action["hearing_id"]), None
        )
        court = next((one for one in self.rows["courts"] if around and one["id"] == around["court_id"]), None)
        track = next(
            (one for one in self.rows["proceedings"] if hearing and one["id"] == hearing["proceeding_id"]), None
        )
        case = self.cases.get(occasion["case_id"])
        where = (occasion.get("place_name"), occasion.get("room"))
        return _given(
            name=self.public_name(case) if case else None,
            title=action["title"] if action else None,
            codeword=action["codeword"] if action else None,
            court=court["name"] if court else None,
            place=where if any(where) else None,
            join_url=occasion.get("join_url"),
            judge=hearing["judge"] if hearing else None,
            case_ref=f"C-{case['number']}" if case else None,
            proceeding=track["kind"] if track else None,
        )

    def public_name(self, case: Row) -> str:
        client = next(one for one in self.rows["detainees"] if one["id"] == case["detainee_id"])
        return client["public_name"] or f"C-{case['number']}"

    def _one(self, table: str, occasion: Row) -> Row | None:
        return next((row for row in self.rows[table] if row["occasion_id"] == occasion["id"]), None)

    # The page behind a link, and nothing that is kept.

    def live_name(self, occasion: Row, audience: str) -> str | None:
        """The public name: what the card says, or for an official or a supporter what the client agreed to, under an
        action only as it says it itself, while it is clear.
        """
        case, action = self.cases.get(occasion["case_id"]), self._one("advocacy_actions", occasion)
        if (
            case is None
            or audience not in AGREED
            or audience in CALLED
            or not self.named(case, AGREED[audience][0], "public_name")
        ):
            return None
        if action is not None and (action["name_form"] not in ("public_name", "full") or not self.clear(action)):
            return None
        if action is not None and not self.named_by_all(action, AGREED[audience][0], "public_name"):
            return None
        if action is not None and "name" in self.later(action):
            return None
        return self.public_name(case)

    def live_place(self, case_id: UUID | None, audience: str, person: UUID) -> str | None:
        """Where they are held: the facility for whom the client named, for officials the district, with consent."""
        where = next((row for row in self.rows["whereabouts"] if row["case_id"] == case_id), None)
        facility = next((row for row in self.rows["facilities"] if where and row["id"] == where["facility_id"]), None)
        if case_id is None or facility is None:
            return None
        if audience in OWN:
            return str(facility["name"]) if self.kept(case_id, person) else None
        # Of whoever is at liberty there is nothing to tell.
        case = self.cases[case_id]
        told = case["custody_status"] != "released" and any(one["place"] for one in self.agreed(case, "officials"))
        # A new place waits for a second source.
        told = told and where is not None and where["confidence"] == "confirmed"
        return facility["district"] if audience == "official" and told else None

    def live_bond(self, case_id: UUID | None, audience: str, person: UUID) -> int | str | None:
        """What is asked for the release: the amount for whom the client named and, with consent to tell of the bond,
        for officials; with it, for supporters where to give.
        """
        if case_id is None:
            return None
        case = self.cases[case_id]
        amount = next((row["amount"] for row in self.rows["bond_amounts"] if row["case_id"] == case_id), None)
        fund = next((row["link"] for row in self.rows["bond_funds"] if row["case_id"] == case_id), None)
        if audience in OWN:
            return amount if self.kept(case_id, person) else None
        if audience not in ("official", "supporter") or case["custody_status"] == "released":
            return None
        if not any(one["bond"] for one in self.agreed(case, AGREED[audience][0])):
            return None
        return amount if audience == "official" else fund

    def kept(self, case_id: UUID, person: UUID) -> bool:
        """A contact whom the client has named, and keeps."""
        return any(
            one["case_id"] == case_id and one["person_id"] == person and one["ended_at"] is None
            for one in self.rows["case_contacts"]
        )


def _only(said: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: said[name] for name in names if name in said}


def _given(**said: Any) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}
