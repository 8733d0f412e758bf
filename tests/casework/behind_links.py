"""What the pages behind links can say: every sentence that a walk from their doors can reach.

The walk reads the sources. Whatever a function names, it may call; a method may be called wherever its class is named.
So it reaches more than can happen, and misses nothing that is written down.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from inspect import cleandoc
from pathlib import Path

from casework.settings import ROOT
from tests.casework.sayings import said_in

#: Where a reader without an account comes in.
DOORS = (
    "api.pages.answers", "api.pages.date_checks", "api.pages.dates", "api.pages.pieces", "api.pages.public",
    "api.pages.sightings", "api.pages.together", "api.pages.wishes",
)  # fmt: skip
#: What everything there runs in, handed on as a value.
AT_HAND = (("casework.transaction", "Transaction"), ("api.throttle", "Throttle"))
TEMPLATES = ROOT / "api" / "pages" / "templates"
_SAID = re.compile(r"""\bt\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\)""")


def of_templates() -> Iterator[tuple[str, str]]:
    """Every sentence of a template, and where it stands."""
    for path in sorted(TEMPLATES.glob("*.html")):
        for found in _SAID.finditer(path.read_text()):
            yield found[1] or found[2], f"api/pages/templates/{path.name}"


@dataclass
class Module:
    """One file: what it defines at its top, and what its names mean."""

    name: str
    #: Where it stands, from the root.
    path: str
    defined: dict[str, list[ast.AST]] = field(default_factory=dict)
    imported: dict[str, tuple[str, str | None]] = field(default_factory=dict)


@cache
def modules() -> dict[str, Module]:
    found = {}
    for folder in ("api", "casework"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = _name(path)
            found[name] = _read(name, str(path.relative_to(ROOT)), ast.parse(path.read_text()))
    return found


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _read(name: str, path: str, tree: ast.Module) -> Module:
    module = Module(name, path)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            module.defined.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                for one in ast.walk(target):
                    if isinstance(one, ast.Name):
                        module.defined.setdefault(one.id, []).append(node)
    for one in ast.walk(tree):
        if isinstance(one, ast.ImportFrom) and one.module:
            module.imported |= {alias.asname or alias.name: (one.module, alias.name) for alias in one.names}
    return module


def reached() -> set[tuple[str, str]]:
    """Every function, class and value, by module and name, that the doors can lead to."""
    seen: set[tuple[str, str]] = set()
    todo = [(door, name) for door in DOORS for name in modules()[door].defined]
    todo += AT_HAND
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        for node in modules()[at[0]].defined[at[1]]:
            todo += list(_named(modules()[at[0]], node))
    return seen


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is in it, without annotations: those call nothing."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns"):
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, ast.AST):
                    yield from _run(one)


def _named(module: Module, node: ast.AST) -> Iterator[tuple[str, str]]:
    for one in _run(node):
        if isinstance(one, ast.Name):
            yield from _meaning(module.name, one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            where = module.imported.get(one.value.id)
            if where and where[1] and f"{where[0]}.{where[1]}" in modules():
                yield from _meaning(f"{where[0]}.{where[1]}", one.attr)


def _meaning(where: str, name: str) -> Iterator[tuple[str, str]]:
    """What a name in a module stands for, through whatever passes it on."""
    module, passed = modules().get(where), set()
    while module is not None and (module.name, name) not in passed:
        passed.add((module.name, name))
        if name in module.defined:
            yield module.name, name
            return
        if name not in module.imported:
            return
        source, original = module.imported[name]
        name, module = original or name, modules().get(source)


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence that can be said behind a link, and where it stands."""
    yield from of_templates()
    for where, name in sorted(reached()):
        for node in modules()[where].defined[name]:
            yield from said_in(node, modules()[where].path)
            if where == "casework.refusals" and isinstance(node, ast.ClassDef) and _says_itself(node):
                said = cleandoc(ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ")
                yield said, "casework/refusals.py"


def _says_itself(refusal: ast.ClassDef) -> bool:
    """Whether its docstring is what it says; others are given a sentence."""
    return [ast.unparse(base) for base in refusal.bases] == ["Refusal"] and not refusal.name.startswith("_")
