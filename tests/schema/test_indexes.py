"""What hangs on a case is found by it, however many cases there are."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from casework.retention.erasing import tables_of_a_case
from schema.base import Table
from tests.ground import Ground

_UNLED = """
select format('%s.%s', a.attrelid::regclass, a.attname) from pg_attribute a join pg_class t on t.oid = a.attrelid
where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attname = 'case_id'
  and not exists (select from pg_index i where i.indrelid = t.oid and i.indkey[0] = a.attnum and i.indpred is null)
order by 1"""


def test_whatever_refers_to_what_goes_is_found_by_an_index() -> None:
    """PostgreSQL looks for references to each row that is deleted; without an index it reads the whole table. Of people
    it may: a few leave the address book in a night.
    """
    going = {table.name for table, _, _ in tables_of_a_case()} | {"cases", "detainees", "sign_in_links"}
    found = []
    for table in Table.metadata.tables.values():
        begins = {next(iter(one.columns)).name for one in (*table.indexes, table.primary_key)}
        begins |= {next(iter(one.columns)).name for one in table.constraints if isinstance(one, UniqueConstraint)}
        found += [
            f"{table.name}.{names[-1]}"
            for key in table.foreign_key_constraints
            if key.referred_table.name in going and not begins & set(names := [column.name for column in key.columns])
        ]

    assert found == []


async def test_every_table_of_a_case_has_an_index_that_begins_with_the_case(ground: Ground) -> None:
    found = await ground.connection.fetch(_UNLED)

    assert [row[0] for row in found] == []
