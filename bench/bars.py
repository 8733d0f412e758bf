"""The bars a measurement is held to, gathered while measuring and told together at the end."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """What was measured, beside what it must be: at most ``must``, or at least ``least``."""

    what: str
    measured: float
    must: float | None
    aim: float | None
    least: float | None

    @property
    def missed(self) -> bool:
        return (self.must is not None and self.measured > self.must) or (
            self.least is not None and self.measured < self.least
        )

    def said(self) -> str:
        bar = f"≥ {self.least:,.6g}" if self.least is not None else f"{self.must:,.6g}"
        aim = "" if self.aim is None else f"{self.aim:,.6g}"
        met = self.aim is not None and self.measured <= self.aim
        verdict = "MISSED" if self.missed else "ok, aim met" if met else "ok"
        return f"{self.what:58}{self.measured:10,.2f}{bar:>10}{aim:>8}  {verdict}"


@dataclass
class Bars:
    """Everything that was measured."""

    figures: list[Figure] = field(default_factory=list)

    def note(
        self, what: str, measured: float, *, must: float | None = None, aim: float | None = None,
        least: float | None = None,
    ) -> None:  # fmt: skip
        """Remember a figure; ``must`` and ``aim`` are the most it may be, ``least`` the least."""
        self.figures.append(Figure(what, measured, must, aim, least))

    def tell(self) -> bool:
        """Print every figure that has a bar. Returns whether none was missed."""
        held = [one for one in self.figures if one.must is not None or one.least is not None]
        if held:
            print(f"{'':58}{'measured':>10}{'must':>10}{'aim':>8}")
        for one in held:
            print(one.said())
        return not any(one.missed for one in held)


def load() -> str:
    """The machine's load averages, to judge the numbers by."""
    return " ".join(f"{one:.2f}" for one in os.getloadavg())
