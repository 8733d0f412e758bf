"""${message}.

You write this for the night it runs, with people at work on the tables. Delete this paragraph when it is true:

* Expand, deploy, contract. This release and the last must both work on the result: add a column now, fill it in steps,
  read it in the next release, drop the old one in the one after.
* Locks are short. It gives up after five seconds of waiting. `NOT NULL` by a CHECK that is NOT VALID first, indexes on
  full tables CONCURRENTLY (outside a transaction: `with op.get_context().autocommit_block():`), no rewrite of a table,
  no long UPDATE here.
* A new table gets its row-level security in the same file: ENABLE, FORCE, grants to presencia_app, and a policy for
  each of select, insert, update, delete that somebody needs. A test reads the catalog and refuses a table without.
* Import nothing from `schema` or `casework`: they will have moved on when this is read again.
* Nothing in clear that belongs in the vault.

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
