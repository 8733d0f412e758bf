"""What a person at the terminal sees while things prepare: one line a step, and one that moves."""

from __future__ import annotations

import sys
import time


class Progress:
    """Says what is being done, with the seconds since the beginning."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self._moves = sys.stdout.isatty()
        self._shown = ""
        self._told_at = 0.0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def done(self, line: str) -> None:
        """A step that is behind us, with the time it was done at."""
        self._clear()
        print(f"  {self.seconds:5.1f} s  {line}", flush=True)

    def now(self, line: str) -> None:
        """What is being done. Overwritten on a terminal; said every ten seconds elsewhere."""
        if not line or line == self._shown:
            return
        if self._moves:
            self._clear()
            print(f"  {self.seconds:5.1f} s  {line} …", end="", flush=True)
        elif time.monotonic() - self._told_at > 10:
            print(f"  {self.seconds:5.1f} s  {line} …", flush=True)
            self._told_at = time.monotonic()
        self._shown = line

    def say(self, text: str = "") -> None:
        self._clear()
        print(text, flush=True)

    def _clear(self) -> None:
        if self._moves and self._shown:
            print("\r\x1b[2K", end="")
        self._shown = ""
