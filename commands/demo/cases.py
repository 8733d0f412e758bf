"""Eleven more people, invented: each case shows another stretch of the road from arrest to release or removal."""

from __future__ import annotations

from commands.demo import defended, on_the_road
from commands.demo.story import Story


def write(story: Story) -> None:
    """Write all of them into the diary."""
    for tell in (
        defended.yesenia,
        defended.andre,
        defended.moussa,
        defended.maria,
        defended.amina,
        on_the_road.wilmer,
        on_the_road.lucia,
        on_the_road.carlos,
        on_the_road.thiago,
        on_the_road.nelson,
        on_the_road.joao,
    ):
        tell(story)
