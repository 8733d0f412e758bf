"""Golden files: what goes out of the house, kept word for word and reviewed like prose.

``WRITE_GOLDEN=1 pytest …`` writes them anew. Read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def matches(name: str, now: bytes | str) -> None:
    """Fail unless ``now`` is exactly what the golden file ``name`` holds."""
    made = now.encode() if isinstance(now, str) else now
    path = FOLDER / name
    if os.environ.get("WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
    kept = path.read_bytes() if path.exists() else b""
    # Compared as text, so that pytest shows the lines that differ.
    assert made.decode() == kept.decode(), (
        f"{path} differs. If that is meant: WRITE_GOLDEN=1 pytest, and read the diff."
    )
