"""What hangs on a case is found by it, however many cases there are."""

from __future__ import annotations

from tests.ground import Ground

_UNLED = """
select format('%s.%s', a.attrelid::regclass, a.attname) from pg_attribute a join pg_class t on t.oid = a.attrelid
where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attname = 'case_id'
  and not exists (select from pg_index i where i.indrelid = t.oid and i.indkey[0] = a.attnum and i.indpred is null)
order by 1"""


async def test_every_table_of_a_case_has_an_index_that_begins_with_the_case(ground: Ground) -> None:
    found = await ground.connection.fetch(_UNLED)

    assert [row[0] for row in found] == []
