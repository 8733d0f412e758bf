"""What the product is made of: a bill of materials of both stacks, and what is known against any of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from casework.settings import ROOT
from commands import page

#: Lock → its bill of materials.
BILLS = ROOT / "dist" / "sbom"


def bill_of_materials(folder: Path = BILLS) -> list[Path]:
    """Write a CycloneDX bill for Python's lock and for the page's. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    python, node = folder / "python.cdx.json", folder / "page.cdx.json"
    tools = Path(sys.executable).parent
    subprocess.run(
        [tools / "cyclonedx-py", "requirements", ROOT / "requirements.lock", "--of", "JSON", "-o", python],
        check=True, capture_output=True,
    )  # fmt: skip
    # With what builds and tests it: npm leaves out much of what running needs when asked for that alone.
    said = subprocess.run(
        ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"],
        cwd=page.FRONTEND, env=page.node_environment(), check=True, capture_output=True,
    )  # fmt: skip
    node.write_bytes(said.stdout)
    return [python, node]


def advisories() -> list[tuple[str, bool | None, str]]:
    """For each stack: whether nothing is known against it (None when nobody could be asked), and what was said."""
    tools = Path(sys.executable).parent
    python = subprocess.run(
        [tools / "pip-audit", "-r", ROOT / "requirements.lock", "--disable-pip", "--no-deps", "--progress-spinner=off"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    unanswered = "could not be audited" in python.stdout + python.stderr or "ConnectionError" in python.stderr
    node = subprocess.run(
        ["npm", "audit", "--omit=dev"], cwd=page.FRONTEND, env=page.node_environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    missing = "audit endpoint returned an error" in node.stderr
    return [
        ("pip-audit", None if unanswered else python.returncode == 0, _last(python)),
        ("npm audit", None if missing else node.returncode == 0, _last(node)),
    ]


def _last(done: subprocess.CompletedProcess[str]) -> str:
    """Its last line that says anything."""
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip() and "npm warn" not in line]
    return lines[-1].strip() if lines else ""
