"""What the neighbors plan besides: an evening that names no one and no case, whose page anybody may read; and a vigil
that is about two.
"""

from __future__ import annotations

from casework import access, advocacy
from casework.transaction import Transaction
from commands.demo.story import HERE, Story
from schema.cases import Case
from schema.consents import ConsentAudience
from schema.occasions import OccasionKind


def write(story: Story) -> None:
    async def drafted_and_published(tx: Transaction) -> None:
        made = await advocacy.draft_action(
            tx,
            story.neighbors,
            kind=OccasionKind.VIGIL,
            words={
                "title": "Light for those who are held",
                "statement": "Bring a candle, and somebody who has never come. We read no names. We stand for an hour, "
                "and whoever has court this week does not stand alone.",
                "audiences": [ConsentAudience.PUBLIC],
            },
            arrangements={
                "starts_at": story.wall(10, "18:30"),
                "time_zone": HERE,
                "place_name": "The green",
                "place_city": "Farrow Mills, CT",
                "hosts": "Neighbors in the Room",
                "lead_id": story.who["luis"],
            },
        )
        await advocacy.publish_action(tx, made.id, expected_revision=made.revision)

    async def planned_for_two(tx: Transaction) -> None:
        """A vigil for two of whom Luis knows: it waits for the yes of both, and for counsel of each."""
        theirs = access.visible(await access.standing(tx), Case, tx.now).where(Case.closed_at.is_(None))
        first, second, *_ = list(await tx.session.scalars(theirs.order_by(Case.number)))
        made = await advocacy.draft_action(
            tx,
            story.neighbors,
            kind=OccasionKind.VIGIL,
            case_id=first.id,
            words={
                "title": "A light in two windows",
                "statement": "Two neighbors of ours are held. We light two candles, and we name nobody.",
                "audiences": [ConsentAudience.SUPPORTERS],
            },
            arrangements={
                "starts_at": story.wall(12, "18:30"),
                "time_zone": HERE,
                "place_name": "The green",
                "place_city": "Farrow Mills, CT",
                "lead_id": story.who["luis"],
            },
        )
        await advocacy.add_case_to_action(tx, made.id, second.id, expected_revision=made.revision)

    story.on(-2, "20:15", "luis", drafted_and_published)
    story.on(-1, "18:40", "luis", planned_for_two)
