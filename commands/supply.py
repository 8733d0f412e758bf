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
    return [("pip-audit", None if unanswered else python.returncode == 0, _last(python)), npm_audit()]


def npm_audit() -> tuple[str, bool | None, str]:
    """The same of the page's stack alone."""
    node = subprocess.run(
        ["npm", "audit", "--omit=dev", "--loglevel=warn"], cwd=page.FRONTEND, env=page.node_environment(),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    missing = "audit endpoint returned an error" in node.stderr
    return "npm audit", None if missing else node.returncode == 0, _why(node) if missing else _last(node)


_REASON = "npm warn audit "
#: What npm says beside the matter.
_BESIDE = ("npm warn", "npm error A complete log of this run can be found in")


def _last(done: subprocess.CompletedProcess[str]) -> str:
    """Its last line that says anything."""
    lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith(_BESIDE) and line != "undefined"]
    return said[-1] if said else ""


def _why(done: subprocess.CompletedProcess[str]) -> str:
    """Why nobody answered npm: it says that in a warning, before the error that says nothing."""
    reasons = [line for line in done.stderr.splitlines() if line.startswith(_REASON)]
    return reasons[-1].removeprefix(_REASON).strip() if reasons else _last(done)
