"""Who acts, told to the database at the beginning of each transaction: row-level security reads nothing else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, event, text
from sqlalchemy.orm import Session, SessionTransaction

from casework.actors import Actor, Link, Person, System

#: The login role of doors and worker: it owns nothing and bypasses no policy (SECURITY §4).
APP_ROLE = "presencia_app"


def settings_of(actor: Actor, now: datetime) -> dict[str, str]:
    """What row-level security reads. Every name is set each time, so that nothing is left from another actor."""
    return {
        "role": APP_ROLE,
        "person": str(actor.id) if isinstance(actor, Person) else "",
        "link": str(actor.id) if isinstance(actor, Link) else "",
        "link_person": str(actor.person_id) if isinstance(actor, Link) and actor.person_id else "",
        "system": actor.name.value if isinstance(actor, System) else "",
        "now": now.isoformat(),
    }


CAPACITY = text("select set_config('presencia.system', :system, true)")
#: Of a person it is worked out once where they stand: policies ask it of every statement, and verbs of most acts.
TELL_OF_PERSON = text("select set_config('role', :role, true), tell_reader(:person, '', :now, true)")
_TELL = text(
    "select set_config('role', :role, true), set_config('presencia.person', :person, true),"
    " set_config('presencia.link', :link, true), set_config('presencia.link_person', :link_person, true),"
    " set_config('presencia.system', :system, true), set_config('presencia.now', :now, true),"
    # Walls stand before people: whoever holds a link is one of them.
    " set_config('presencia.walled', case when :link_person = '' then '{}' else '' end, true)"
)
_WALL_OFF = text("select set_config('presencia.walled', acting_walled()::text, true)")


@event.listens_for(Session, "after_begin")
def _tell_who_acts(session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    """Before any savepoint, and again for every transaction of a session (SECURITY §4: ``after_begin``)."""
    if transaction.nested or "settings" not in session.info:
        return
    settings = session.info["settings"]
    if settings["person"]:
        _, session.info["told"] = connection.execute(TELL_OF_PERSON, settings).one()
    else:
        connection.execute(_TELL, settings)
        if settings["link_person"]:
            connection.execute(_WALL_OFF)
