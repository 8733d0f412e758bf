"""What the product is made of is told whole, by one command."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

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


def test_when_npm_could_ask_nobody_its_reason_is_said_and_not_where_it_keeps_its_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{taken.getsockname()[1]}/")
        monkeypatch.setenv("npm_config_fetch_retries", "0")
        name, clean, said = supply.npm_audit()

    assert (name, clean) == ("npm audit", None)
    assert "ECONNREFUSED" in said and "log" not in said
