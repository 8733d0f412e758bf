"""The bars a measurement is held to, gathered while measuring and told together at the end."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass
class Bars:
    """What was measured, beside what it must be and what is aimed at."""

    lines: list[tuple[str, float, float | None, float | None]] = field(default_factory=list)

    def note(self, what: str, measured: float, *, must: float | None = None, aim: float | None = None) -> None:
        """Remember a figure; ``must`` and ``aim`` are the most it may be."""
        self.lines.append((what, measured, must, aim))

    def tell(self) -> bool:
        """Print every figure that has a bar. Returns whether none was missed."""
        held = [line for line in self.lines if line[2] is not None]
        if held:
            print(f"{'':58}{'measured':>10}{'must':>8}{'aim':>8}")
        for what, measured, must, aim in held:
            print(f"{what:58}{measured:10,.2f}{_most(must)}{_most(aim)}  {_verdict(measured, must, aim)}")
        return all(measured <= must for _, measured, must, _ in held if must is not None)


def _most(bar: float | None) -> str:
    return f"{'' if bar is None else f'{bar:,.6g}':>8}"


def _verdict(measured: float, must: float | None, aim: float | None) -> str:
    if must is not None and measured > must:
        return "MISSED"
    return "ok, aim met" if aim is not None and measured <= aim else "ok"


def load() -> str:
    """The machine's load averages, to judge the numbers by."""
    return " ".join(f"{one:.2f}" for one in os.getloadavg())
