"""A raid, invented: three people of one car wash, taken in as one list; two of them are a family."""

from __future__ import annotations

from uuid import UUID

from casework import families, operations
from casework.identities import Known
from casework.intake import Report
from casework.operations import Arrested
from casework.transaction import Transaction
from commands.demo.acts import Told
from commands.demo.story import HERE, Story
from schema.families import FamilyRole

#: Who was arrested: name as heard, public name, country, language, A-number, and who called.
ARRESTED = (
    ("Marisol Ixcoy Tum", "Marisol I.", "Guatemala", "QUI", "A900881101", "Her sister"),
    ("Kevin Ixcoy Tum", "Kevin I.", "Guatemala", "SP", "A900881102", "His aunt"),
    ("Rigoberto, surname not heard", None, "Honduras", "SP", None, "A co-worker"),
)


def write(story: Story) -> None:
    """Yesterday: Ana opens the operation on the morning of the raid, and takes three people in before noon."""
    raid = Raid(story)
    story.on(-1, "09:40", "ana", raid.opened)
    story.on(-1, "10:15", "ana", raid.taken_in)
    mother, son, stranger = raid.cases
    story.on(-1, "11:20", "ana", raid.are_a_family)
    for case in (mother, son):
        story.on(-1, "15:00", "ana", case.held("BOSHOLD", story.wall(-1, "12:30")))
    story.on(-1, "15:10", "ana", stranger.looked_for())


class Raid:
    """The operation and its cases; ids are known once they happened."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.cases = [Told(story, story.elm_city) for _ in ARRESTED]
        self._operation = UUID(int=0)

    async def opened(self, tx: Transaction) -> None:
        operation = await operations.open_operation(
            tx,
            self.story.elm_city,
            name="The car wash on Whalley Avenue",
            place="Whalley Avenue, New Haven",
            began_on=self.story.day(-1),
        )
        self._operation = operation.id

    async def taken_in(self, tx: Transaction) -> None:
        """All of them, as one list."""
        at = self.story.wall(-1, "07:50")
        people = [
            Arrested(
                known=Known(legal_name=name, country_of_birth=country, a_numbers=[number] if number else []),
                public_name=public,
                language=language,
                report=Report(caller_name=caller, arrested_at=at, arrest_zone=HERE),
            )
            for name, public, country, language, number, caller in ARRESTED
        ]
        taken = await operations.take_in_arrests(tx, self._operation, people)
        for told, case in zip(self.cases, taken, strict=True):
            told.id = case.id

    async def are_a_family(self, tx: Transaction) -> None:
        mother, son, _ = self.cases
        await families.join_family(tx, son.id, mother.id, FamilyRole.RIDER)


__all__ = ["write"]
