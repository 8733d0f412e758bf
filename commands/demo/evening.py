"""An evening of the neighbors' that names no one and no case: anybody may read its page, print its poster and come."""

from __future__ import annotations

from casework import advocacy
from casework.transaction import Transaction
from commands.demo.story import HERE, Story
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

    story.on(-2, "20:15", "luis", drafted_and_published)
