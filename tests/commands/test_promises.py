"""What the docs, the locks and the home promise, held."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from casework.master_keys import KeyRing
from casework.settings import ROOT, Settings
from commands import checks, locks, permissions
from commands.children import CannotStart
from commands.home import Home, sayable


def test_every_setting_command_and_target_is_told_and_nothing_else() -> None:
    assert checks.documented() == []


def test_an_untold_setting_and_an_invented_one_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = checks.OPERATING.read_text().replace("`PRESENCIA_MAIL_FROM`", "`PRESENCIA_MAIL_TO`")
    (tmp_path / "operating.md").write_text(told)
    monkeypatch.setattr(checks, "OPERATING", tmp_path / "operating.md")

    assert checks.documented() == [
        "docs/operating.md does not tell the setting PRESENCIA_MAIL_FROM.",
        "docs/operating.md tells PRESENCIA_MAIL_TO, which is no setting.",
    ]


def test_permissions_are_printed_as_the_rules_say() -> None:
    assert permissions.PAGE.read_text() == permissions.page()


def test_the_contract_is_printed() -> None:
    assert checks.printed_contract() == []


def test_locks_hold_versions_and_hashes_and_no_address() -> None:
    assert checks.locks() == []


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        ("arq==0.28.0 \\\n    --hash=sha256:00\nredis>=5 \\\n    --hash=sha256:00", "no exact version: redis>=5"),
        ("arq==0.28.0", "no hash: arq==0.28.0"),
        ("--index-url https://mirror.example\narq==0.28.0 \\\n    --hash=sha256:00", "an address: --index-url"),
    ],
)
def test_a_faulty_lock_is_told(lock: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in locks.faults(lock))


def test_running_and_developing_use_the_same_versions() -> None:
    def versions(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))

    running, developing = versions("requirements.lock"), versions("requirements-dev.lock")

    assert running
    assert running.items() <= developing.items()
    assert not {"pytest", "mypy", "ruff"} & running.keys()


def test_a_home_without_its_master_key_is_not_given_another(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.master_key(home.path / "master.key")
    (home.postgres / "data").mkdir(parents=True)
    (home.postgres / "data" / "PG_VERSION").touch()
    (home.path / "master.key").unlink()

    with pytest.raises(CannotStart, match="the database sealed with it is still there"):
        home.master_key(home.path / "master.key")

    assert not (home.path / "master.key").exists()


def test_a_master_key_elsewhere_is_never_invented(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="PRESENCIA_MASTER_KEY_FILE"):
        Home(tmp_path / "home").master_key(tmp_path / "elsewhere.key")


def test_passwords_are_made_once_and_can_be_read_out(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")

    assert home.passwords() == home.passwords()
    assert re.fullmatch(r"([a-z]{6}-){3}\d\d", sayable())


def test_settings_of_a_run_that_died_are_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESENCIA_HOME", str(tmp_path))
    told = {"pid": 2**22 + 1, "began": "1", "settings": {"DATABASE_URL": "postgresql://gone.example/x"}}
    (tmp_path / "running.json").write_text(json.dumps(told))

    assert Settings().database_url == ""


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://app:pw@db.example/x", "postgresql+asyncpg://app:pw@db.example/x"),
        ("postgresql://db.example/x?sslmode=require", "postgresql+asyncpg://db.example/x?ssl=require"),
        ("postgresql:///x?host=/run/postgresql", "postgresql+asyncpg:///x?host=/run/postgresql"),
    ],
)
def test_a_database_address_is_taken_as_other_tools_write_it(given: str, used: str) -> None:
    assert Settings(database_url=given).database_url == used


@pytest.mark.parametrize(
    ("host", "public_url", "inside"),
    [
        ("127.0.0.1", "", True),
        ("localhost", "", True),
        ("::1", "", True),
        ("0.0.0.0", "", False),  # noqa: S104 -- asked about, not bound
        ("127.0.0.1", "https://cases.example", False),
        ("127.0.0.1", "http://localhost:8000", True),
    ],
)
def test_loopback_is_told_from_the_open(host: str, public_url: str, inside: bool) -> None:
    assert Settings(host=host, public_url=public_url).on_loopback is inside


def test_a_master_key_file_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "master.key").write_text("not a key\n")

    with pytest.raises(ValueError, match="does not hold a master key"):
        KeyRing.read(tmp_path / "master.key")
