"""Words that the server sends as text, and the page says in its reader's language: acts of the trail, and why a letter
ended as it did. Whoever invents one says it on the page, too; what nobody sends any more is said no longer.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from casework.notices.recipients import SILENT
from casework.settings import ROOT
from schema import reference
from schema.occasions import UPCOMING, OccasionState
from schema.reference.papers import papers

#: What the trail keeps of the house itself and of how people sign in. It is of no case: the page shows none of it.
OF_NO_CASE = {
    "app_password", "attorney", "authenticator", "conflict_list", "identity_provider", "login", "membership",
    "organization", "passkey", "password",
    "provider_identity", "recovery_code", "recovery_codes", "session", "shift", "sign_in_link", "token",
}  # fmt: skip
#: Whose first argument is why a letter did not go, or whose keyword says it.
SKIPPING = {"Skip"}
STOPPING = {"_put_aside", "stop"}


def calls() -> Iterator[ast.Call]:
    for path in sorted((ROOT / "casework").rglob("*.py")):
        yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def words(node: ast.AST) -> Iterator[str]:
    """Every text in it that is a code, such as of either side of an "if"."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and re.fullmatch(r"[a-z_]+", one.value):
            yield one.value


def acts() -> set[str]:
    """What the trail may say was done to a case."""
    recorded = {
        word.value
        for call in calls()
        if named(call) in {"record", "record_count"}
        # The second, where it is written into the trail of each case of an action (casework.actions).
        for argument in call.args[:2]
        for word in ast.walk(argument)
        if isinstance(word, ast.Constant)
        and isinstance(word.value, str)
        and re.fullmatch(r"[a-z_]+\.[a-z_]+", word.value)
    }
    return {act for act in recorded if act.split(".")[0] not in OF_NO_CASE}


def reasons() -> set[str]:
    """Why a letter may have ended as it did: what is said of occasions and answers comes of their closed words."""
    said = {state.value for state in SILENT} | {state.value for state in set(OccasionState) - set(UPCOMING)}
    for call in calls():
        if named(call) in SKIPPING and call.args:
            said.update(words(call.args[0]))
        if named(call) in STOPPING:
            said.update(word for one in call.keywords if one.arg == "reason" for word in words(one.value))
    for path in sorted((ROOT / "casework" / "notices").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if {"reason", "why", "_POINTERS"} & {ast.unparse(target) for target in targets}:
                    said.update(words(node.value))
            elif isinstance(node, ast.keyword) and node.arg == "reason" and isinstance(node.value, ast.Constant):
                said.update(words(node.value))
    return said


def known(table: str) -> set[str]:
    """What the page has words for."""
    language = ROOT / "frontend" / "src" / "language"
    page = "".join((language / name).read_text() for name in ("acts.ts", "server.ts"))
    found = re.search(rf"const {table}: Known = {{\n(.*?)\n}};", page, re.DOTALL)
    assert found, table
    return set(re.findall(r'^  "?([a-z_.]+)"?: msg', found[1], re.MULTILINE))


def test_every_act_of_a_case_is_said_on_the_page() -> None:
    assert len(acts()) > 60
    assert known("ACTS") == acts() | {"viewed"}


def test_every_reason_of_a_letter_is_said_on_the_page() -> None:
    assert len(reasons()) > 15
    assert known("REASONS") == reasons()


def test_the_page_calls_documents_as_the_list_that_counsel_reviews() -> None:
    page = (ROOT / "frontend" / "src" / "language" / "words" / "documents.ts").read_text()

    def words(table: str) -> dict[str, str]:
        found = re.search(rf"const {table}: Words<DocumentKind> = {{\n(.*?)\n}};", page, re.DOTALL)
        assert found, table
        return dict(re.findall(r"^  ([A-Z0-9_]+): msg`(.*)`,$", found[1], re.MULTILINE))

    assert words("documentKindWords") == {paper.kind.name: paper.name for paper in papers()}
    assert words("documentForWords") == {paper.kind.name: paper.what_for for paper in papers()}


def test_the_courts_codes_and_the_official_pages_are_the_same_on_the_page_as_in_the_reference_set() -> None:
    page = (ROOT / "frontend" / "src" / "language" / "courtCodes.ts").read_text()
    said = dict(re.findall(r'^  "(\w+)": msg`([^`]*)`,$', page, re.MULTILINE))
    known = {code: one.label for code, one in {**reference.schedule_types(), **reference.adjournments()}.items()}
    official = {one.source: one.phone or one.address for one in reference.official_channels()}

    assert said == known
    found = re.findall(r'source: "(\w+)".*(?:phone|address): "([^"]+)"', page)
    assert {source.lower(): where for source, where in found} == official
