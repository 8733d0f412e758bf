"""Detainers, incidents and what families prepare, as the story tells them: each act the call of one verb."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from casework import detainers, incidents, preparedness
from casework.detainers import DetainerFacts
from casework.incidents import IncidentFacts
from casework.transaction import Transaction
from commands.demo.acts import Told
from commands.demo.story import Act
from schema.detainers import Detainer
from schema.incidents import FollowUpKind, FollowUpState, IncidentFollowUp
from schema.preparedness import PreparednessItem


class Rights:
    """What one case has of them; ids are known once they happened."""

    def __init__(self, case: Told) -> None:
        self.case = case
        self._detainer = self._incident = self._asked = UUID(int=0)

    def detainer(self, facts: DetainerFacts) -> Act:
        async def act(tx: Transaction) -> None:
            self._detainer = (await detainers.record_detainer(tx, self.case.id, facts)).id

        return act

    def reviewed(self) -> Act:
        async def act(tx: Transaction) -> None:
            detainer = await tx.session.get_one(Detainer, self._detainer)
            await detainers.review_detainer(tx, detainer.id, expected_revision=detainer.revision)

        return act

    def incident(self, facts: IncidentFacts) -> Act:
        async def act(tx: Transaction) -> None:
            self._incident = (await incidents.record_incident(tx, self.case.id, facts)).id

        return act

    def asked(self, kind: FollowUpKind, to_whom: str, sent_on: date, due_on: date | None = None) -> Act:
        """About the incident that was recorded last."""

        async def act(tx: Transaction) -> None:
            asked = await incidents.follow_up_incident(
                tx, self._incident, kind=kind, to_whom=to_whom, sent_on=sent_on, due_on=due_on
            )
            self._asked = asked.id

        return act

    def answered(self, state: FollowUpState, answered_on: date, answer: str) -> Act:
        """What was asked last."""

        async def act(tx: Transaction) -> None:
            asked = await tx.session.get_one(IncidentFollowUp, self._asked)
            await incidents.answer_follow_up(
                tx, asked.id, state=state, answered_on=answered_on, answer=answer, expected_revision=asked.revision
            )

        return act

    def prepared(self, item: PreparednessItem, done_on: date) -> Act:
        return lambda tx: preparedness.tick_preparedness(tx, self.case.id, item, done_on)


__all__ = ["Rights"]
