"""Write the locks anew from pyproject.toml: every version with its hashes, and no address.

What is locked stays as it is unless pyproject.toml asks for something else; ``--upgrade`` takes the newest of all.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: Lock → what goes into it. Development holds all that running needs, in the same versions.
LOCKS: dict[str, list[str]] = {
    "requirements.lock": ["pyproject.toml", "--group", "build"],
    "requirements-dev.lock": ["pyproject.toml", "--group", "build", "--group", "dev", "-c", "requirements.lock"],
    "requirements-node.lock": ["--group", "node"],
    "requirements-uv.lock": ["--group", "installer"],
}


def write(*, upgrade: bool = False) -> None:
    """Resolve every lock. What is locked already stays unless ``upgrade``."""
    uv = str(Path(sys.executable).parent / "uv")
    for name, wanted in LOCKS.items():
        subprocess.run(
            [uv, "pip", "compile", *wanted, "--universal", "--python-version", "3.11", "--generate-hashes",
             "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links", "--no-config", "--quiet",
             "--output-file", name, *(["--upgrade"] if upgrade else [])],
            cwd=ROOT, check=True,
        )  # fmt: skip
        print(f"{name}: {len(re.findall(r'^[^ #].*==', (ROOT / name).read_text(), re.MULTILINE))} packages")


def faults(text: str) -> list[str]:
    """What is wrong with a lock: a package without a version or hash, or an address."""
    found = [f"an address: {line.strip()}" for line in text.splitlines() if "://" in line or line.startswith("-")]
    for entry in re.split(r"\n(?=\S)", text.strip()):
        name = entry.split()[0] if entry.split() else "?"
        if "==" not in name:
            found.append(f"no exact version: {name}")
        if "--hash=sha256:" not in entry:
            found.append(f"no hash: {name}")
    return found


def missing(name: str, asked: list[str]) -> list[str]:
    """What pyproject.toml asks of a lock that is not in it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = [asked[number + 1] for number, word in enumerate(asked) if word == "--group"]
    wanted = [one for group in groups for one in project["dependency-groups"][group]]
    if "pyproject.toml" in asked:
        wanted += project["project"]["dependencies"]
    held = {line.partition("==")[0].lower() for line in (ROOT / name).read_text().splitlines() if "==" in line}
    names = [re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0].lower().replace("_", "-") for one in wanted]
    return [one for one in names if one not in held]


if __name__ == "__main__":
    write(upgrade="--upgrade" in sys.argv)
