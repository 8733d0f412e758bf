"""What the product is made of is told whole, by one command."""

from __future__ import annotations

import json
from pathlib import Path

from casework.settings import ROOT
from commands import supply


def test_the_bill_of_materials_names_every_locked_package_with_its_version(tmp_path: Path) -> None:
    python, page = (json.loads(path.read_text()) for path in supply.bill_of_materials(tmp_path))

    locked = {
        line.split()[0] for line in (ROOT / "requirements.lock").read_text().splitlines()
        if "==" in line and not line.startswith(" ")
    }  # fmt: skip
    assert {f"{one['name']}=={one['version']}" for one in python["components"]} == locked
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())["packages"]
    needed = {
        path.rpartition("node_modules/")[2] for path, one in lock.items()
        if path and not one.get("dev") and not one.get("optional") and not one.get("devOptional")
    }  # fmt: skip
    assert needed <= {"/".join(filter(None, (one.get("group"), one["name"]))) for one in page["components"]}
    assert "react" in needed and len(locked) > 60
