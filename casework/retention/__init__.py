"""Retention: nothing is kept longer than it is needed, unless somebody may still ask for it.

Thirty days after the vigil nobody can be told from the house's tables who signed up for it: how many came is left. A
year of silence later the mayor's address is gone. Seven years after Mateo's case closed the whole of it goes, and the
key with it. *Clocks* are the table of all that. A *hold* stops them: of one case, or of an organization. *Erasing* is
what counsel does when a client asks for it, and what the last clock does.

What is gone is gone from every SELECT; a process that had unwrapped its key holds the key, and nothing to open with it,
until it ends. The trail stays, and still verifies: its restricted values were sealed under the key that is destroyed.
"""

from casework.retention.clocks import CLOCKS, Clock
from casework.retention.erasing import alone, erase, erase_case, is_held
from casework.retention.holds import keeps_everything, lift_hold, place_hold
from casework.retention.sweeping import Due, StillThere, due, sweep, sweep_is_due

__all__ = [
    "CLOCKS",
    "Clock",
    "Due",
    "StillThere",
    "alone",
    "due",
    "erase",
    "erase_case",
    "is_held",
    "keeps_everything",
    "lift_hold",
    "place_hold",
    "sweep",
    "sweep_is_due",
]
