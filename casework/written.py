"""Statements that are made once: their text, and the names of what is bound each time.

Making a statement anew costs more than sending it. Constants are written into the text, so that indexes on some rows
serve generic plans; what is called ``acting_…`` or ``given_…`` is bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import SelectBase, Update
from sqlalchemy.dialects.postgresql import asyncpg as dialects


@dataclass(frozen=True, slots=True)
class Written:
    """A statement as PostgreSQL reads it, and the names of its values in their order."""

    text: str
    names: tuple[str, ...]


def written(statement: SelectBase | Update) -> Written:
    """A statement, written out."""
    compiled = statement.compile(dialect=_DIALECT)
    return Written(str(compiled), tuple(compiled.positiontup or ()))


class _Compiler(dialects.PGCompiler_asyncpg):
    def visit_bindparam(self, bindparam: Any, *args: Any, **how: Any) -> Any:
        how["literal_binds"] = not bindparam.key.startswith(("acting_", "given_"))
        return super().visit_bindparam(bindparam, *args, **how)  # type: ignore[no-untyped-call]


class _Dialect(dialects.dialect):
    statement_compiler = _Compiler
    supports_statement_cache = False


_DIALECT = _Dialect()  # type: ignore[no-untyped-call]

__all__ = ["Written", "written"]
