"""Reading sentences of the house out of its sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from casework.settings import ROOT

#: Whose n-th argument is a sentence, and the keywords that name one.
SAYING = {"Invalid": 1, "NotAllowedByState": 0, "Sentence": 0, "checked_reason": 1}
#: What it says is its callers'.
PASSED_ON = ("casework/names.py", "sentence")
NAMING = {("NotPermitted", "who"), ("Rule", "ask")}
#: Where sentences are made of what others said.
MAKING = ("casework/refusals.py", "casework/language/__init__.py")
REPEATED = {("Sentence", "api/refusals.py"), ("Sentence", "api/pages/pieces.py")}
#: Said at a terminal, with the rest of what commands say.
AT_A_TERMINAL = "casework/imports/problems.py"


def literals(node: ast.expr, where: str) -> Iterator[tuple[str, str]]:
    """The words of an argument. Values have blanks in them: what is melted into a sentence has no Spanish."""
    if isinstance(node, ast.IfExp):
        yield from literals(node.body, where)
        yield from literals(node.orelse, where)
        return
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), (
        f"{where}: write the sentence here, with its values as named blanks: {ast.unparse(node)}"
    )
    yield node.value, where


def said_in(tree: ast.AST, name: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a piece of source, and where it stands."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        where = f"{name}:{node.lineno}"
        # The doors make members of those names from sentences that are said already.
        if called in SAYING and not (name.startswith("api/") and not node.args) and name not in MAKING:
            if (called, name) in REPEATED or (name, ast.unparse(node.args[SAYING[called]])) == PASSED_ON:
                continue
            yield from literals(node.args[SAYING[called]], where)
        for keyword in node.keywords:
            if (called, keyword.arg) in NAMING and isinstance(keyword.value, ast.Constant):
                yield from literals(keyword.value, where)


_SAID_BY_A_TEMPLATE = re.compile(r"""\bt\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\)""")


def of_templates() -> Iterator[tuple[str, str]]:
    """Every sentence of a page behind a link, and where it stands."""
    for path in sorted((ROOT / "api" / "pages" / "templates").glob("*.html")):
        for found in _SAID_BY_A_TEMPLATE.finditer(path.read_text()):
            yield found[1] or found[2], f"api/pages/templates/{path.name}"
