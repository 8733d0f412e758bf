"""Whether a workbook can be read within bounds: found out apart, where it takes nothing with it.

A zip may say that it is small and be large, and two cells at the far ends of a sheet are seventeen thousand million
cells in between. Whatever reads such a file without a bound is ended by the system, and with it everybody's requests.
So a process of its own opens it first, with so much memory and time and no more; only what it bore is read here.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

#: Bytes that reading a workbook may take, and seconds of a processor.
MEMORY, SECONDS = 1536 * 1024 * 1024, 30
#: The reader said itself what is wrong with the file; whoever reads it here is told the same.
_SAID = 3
# Nothing of it is left behind: an abort would else write a core with the clients' names. Which file it is comes by the
# standard input: what the file is called may be a client's name, and arguments are seen by everybody on the machine.
_APART = f"""
import resource, sys
for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, {SECONDS}), (resource.RLIMIT_AS, {MEMORY})):
    hard = resource.getrlimit(what)[1]
    # Where the machine allows less, that stands.
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))
import python_calamine
try:
    book = python_calamine.CalamineWorkbook.from_path(sys.stdin.buffer.read().decode())
    for one in book.sheets_metadata:
        if one.typ == python_calamine.SheetTypeEnum.WorkSheet:
            book.get_sheet_by_name(one.name)
except MemoryError:
    raise
except Exception:
    sys.exit({_SAID})
"""


def bears_reading(path: Path) -> bool:
    """Whether every sheet of a workbook can be opened within :data:`MEMORY` and :data:`SECONDS`. True too of a file of
    which the reader says in order that it is no workbook.
    """
    try:
        ended = subprocess.run(
            [sys.executable, "-I", "-c", _APART],
            input=str(path).encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=2 * SECONDS,
            env={}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode in (0, _SAID)


__all__ = ["MEMORY", "SECONDS", "bears_reading"]
