"""Cards and pages against a third statement of what each audience is told, in worlds that nobody planned; and faults of
clearance and of disclosure that it must find.
"""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.laid import lay
from bench.telling import hold_cards, hold_pages
from bench.walls import Held
from bench.worlds import world
from casework import answers, clearance
from casework.disclosure import cards, embargoes, facts
from casework.transaction import Database
from commands import scratch
from migrations import roles
from tests.ground import Ground

#: What cards and pages are made of; the rest of a world need not lie there.
ASKED = frozenset(
    {
        "organizations", "memberships", "people", "detainees", "cases", "case_contacts", "consents", "sign_offs",
        "assignments", "hearings", "occasions", "advocacy_actions", "invitations", "whereabouts", "facilities",
        "courts", "conflict_walls", "bond_amounts", "bond_funds", "proceedings",
    }
)  # fmt: skip


async def told_in(database: Database, ground: Ground, random: Random, *, pages: bool = True) -> Held:
    found = Held()
    await ground.clear()
    drawn = world(random)
    await lay(ground.connection, drawn, database.vault, only=ASKED)
    await hold_cards(database, drawn, found)
    if pages:
        await hold_pages(database, drawn, found)
    return found


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(random=st.one_of(st.randoms(use_true_random=True), st.randoms(use_true_random=False)))
async def test_every_card_and_page_tells_what_was_promised_and_nothing_else(
    database: Database, ground: Ground, random: Random
) -> None:
    found = await told_in(database, ground, random)

    assert (found.leaks, found.denials) == ([], [])
    assert found.pairs >= 200


#: What a line says instead, in which function of which module.
FAULTS: dict[str, tuple[ModuleType, str, str, str]] = {
    # Clearance.
    "a consent that ended": (clearance, "standing", "not consent.stands_at(now)", "False"),
    "a consent for another purpose": (
        clearance, "standing", "consent.purpose is not PURPOSE[consent.audience]", "False"
    ),
    "before release asked again": (clearance, "standing", "consent.given_at < client_released_at", "False"),
    "no publicity, and the press is told": (clearance, "standing", "no_publicity and", "False and"),
    "no publicity keeps officials out": (clearance, "standing", "consent.audience in PUBLICITY", "True"),
    "the narrowest of two consents": (clearance, "_widest", "max(before.name_form", "min(before.name_form"),
    "the last of two consents": (clearance, "_widest", "before.place or consent.place", "consent.place"),
    "an action that names more than was agreed": (
        clearance, "_missing_consent", "not permit.names(said.name_form)", "False"
    ),
    "an action with a photo nobody agreed to": (
        clearance, "_missing_consent", "said.uses_photo and not permit.photo", "False"
    ),
    "an action addressed to whom nobody agreed": (
        clearance, "_missing_consent", "[not_agreed(audience)]", "[]"
    ),
    "an action nobody signed": (clearance, "of_action", "not _signed(said, sign_offs, attorneys_of_record)", "False"),
    "a yes to an earlier revision": (
        clearance, "_signed", "one.said_revision == said.said_revision", "one.said_revision <= said.said_revision"
    ),
    "a yes of whoever is not of record": (clearance, "counts", "one.attorney_id in attorneys_of_record", "True"),
    "consulted, though somebody is of record": (clearance, "counts", "if attorneys_of_record:", "if False:"),
    "any yes will do where nobody is of record": (
        clearance, "counts", "one.capacity is SignOffCapacity.CONSULTED", "True"
    ),
    "words that hold a name still": (clearance, "of_action", "if said.holds_name:", "if False:"),
    # Disclosure: what is read.
    "a sign-off that was withdrawn": (facts, "_action_clearances", ", SignOff.withdrawn_at.is_(None)", ""),
    "engaged is as good as of record": (
        facts, "_action_clearances", "Assignment.state == AssignmentState.OF_RECORD",
        "Assignment.state.in_([AssignmentState.OF_RECORD, AssignmentState.ENGAGED])",
    ),
    "of record in whichever case": (
        facts, "_action_clearances", "of_record.get(action.case_id, ())", "set().union(*of_record.values())"
    ),
    "release is forgotten": (facts, "case_clearances", "case.consents_asked_again_from", "None"),
    "no publicity is forgotten": (facts, "case_clearances", "case.no_publicity", "False"),
    "no court for an action around a hearing": (
        facts, "facts_of_all", "if action and action.hearing_id else None", "if False else None"
    ),
    "at liberty is forgotten": (
        facts, "facts_of_all", "bool(case and case.custody_status is CustodyStatus.RELEASED)", "False"
    ),
    "an action's clearance is its case's": (facts, "clearances_of", "if facts.action is not None", "if False"),
    # Disclosure: what is said.
    "a draft": (cards, "_cleared", "action.state is ActionState.DRAFT", "False"),
    "published, though no longer clear": (cards, "_cleared", "not clearance.clear", "False"),
    "called off, and nobody is told": (
        cards, "_cleared", "return _card(facts, uid, token=token, live_page=live_page)", "return None"
    ),
    "hearings of people at liberty": (cards, "_cleared", "facts.at_liberty or not facts.hearing.detained", "False"),
    "hearings of people never detained": (
        cards, "_cleared", "facts.at_liberty or not facts.hearing.detained", "facts.at_liberty"
    ),
    "closed hearings": (cards, "_cleared", "facts.hearing.closed_to_public", "False"),
    "officials are told the name": (
        cards, "_by_audience", "return _card(facts, uid, court",
        "return _card(facts, uid, name=facts.public_name, court",
    ),
    "officials read our words": (
        cards, "_by_audience", "return _card(facts, uid, court",
        "return _card(facts, uid, title=facts.action_title, court",
    ),
    "officials read the code word": (
        cards, "_by_audience", "return _card(facts, uid, court",
        "return _card(facts, uid, codeword=action.codeword if action else None, court",
    ),
    "the press reads the code word": (cards, "_by_audience", "action and audience is Audience.ADVOCATE", "action"),
    "a name that was not agreed": (
        cards, "_by_audience", "permit.names(NameForm.PUBLIC_NAME)", "permit.names(NameForm.INITIALS)"
    ),
    "a name that the action does not say": (cards, "_by_audience", "action is None or _says_name(action)", "True"),
    "no name, though it was agreed": (cards, "_by_audience", "facts.public_name if named else None", "None"),
    "the family reads the proceeding": (
        cards, "_own", "court=facts.court", "proceeding=facts.proceeding, court=facts.court"
    ),
    "the family reads the judge": (cards, "_own", "court=facts.court", "judge=facts.judge, court=facts.court"),
    "the family does not know how to join": (cards, "_own", "join_url=facts.occasion.join_url", "join_url=None"),
    "the family is an audience like others": (cards, "card", "if facts.hearing", "if False"),
    "the legal team is an audience like others": (cards, "card", "if audience in LEGAL_EYES", "if False"),
    "everybody reads the number": (cards, "_card", "**shown,", "**{'case_ref': facts.case_ref, **shown},"),
    "one calendar identity for all": (cards, "disclosure_class", "return audience.value", "return 'own'"),
    "the name before its hour": (cards, "_by_audience", "EmbargoedField.NAME not in facts.embargoed", "True"),
    "words that nobody signed, once it is off": (
        cards, "_cleared", "action.state is ActionState.CALLED_OFF and not clearance.clear", "False"
    ),
    "the title that may hold the name before its hour": (
        cards, "holds_back_name", "EmbargoedField.NAME in facts.embargoed", "False"
    ),
    "the court before its hour": (cards, "_by_audience", "EmbargoedField.PLACE in facts.embargoed", "False"),
    "the place before its hour": (cards, "_told_place", "EmbargoedField.PLACE in facts.embargoed", "False"),
    "the date before its hour": (cards, "_cleared", "EmbargoedField.DATE in facts.embargoed", "False"),
    "an embargo that never ends": (embargoes, "standing", "at > now", "True"),
    # Pages behind links.
    "the name on a page before its hour": (
        cards, "name_on_live_page", "EmbargoedField.NAME in facts.embargoed", "False"
    ),
    "the name before an action is clear": (
        cards, "name_on_live_page", "not _says_name(facts.action) or not clearance.clear",
        "not _says_name(facts.action)",
    ),
    "the name that an action leaves out": (
        cards, "name_on_live_page", "not _says_name(facts.action) or not clearance.clear", "not clearance.clear"
    ),
    "the name without a yes to it": (
        cards, "name_on_live_page", "not permit.names(NameForm.PUBLIC_NAME)", "False"
    ),
    "officials are told the facility": (
        cards, "held_on_live_page", "Held(facility.district, None, None)",
        "Held(facility.name, None, None)",
    ),
    "supporters are told the district": (cards, "held_on_live_page", "audience is Audience.OFFICIAL and", ""),
    "whoever says they are family": (answers, "_held", "not await _named_by_client(tx, invitation)", "False"),
    "officials are told of a bond nobody agreed to tell": (
        cards, "bond_on_live_page", "permit is not None and permit.bond", "permit is not None"
    ),
    "supporters are told no fund": (cards, "bond_on_live_page", "audience is Audience.SUPPORTER and told", "False"),
    "what was taken back": (answers, "page", "invitation.state is not InvitationState.WITHDRAWN", "True"),
}  # fmt: skip


def misled(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, right: str, wrong: str) -> None:
    """The function says something else for the length of a test, for whoever has it by name as well."""
    function = getattr(module, name)
    source = textwrap.dedent(inspect.getsource(function))
    assert right in source
    code = compile("from __future__ import annotations\n" + source.replace(right, wrong), module.__file__ or "", "exec")
    names: dict[str, object] = {}
    exec(code, module.__dict__, names)  # noqa: S102
    for other in [one for key, one in sys.modules.items() if key.startswith("casework")]:
        if getattr(other, name, None) is function:
            monkeypatch.setattr(other, name, names[name])


#: What only the page behind a link tells.
OF_PAGES = ("name_on_live_page", "held_on_live_page", "_held", "page", "bond_on_live_page")
#: Faults of the first wall that the second would hide: found with the place open to every link there.
HIDDEN_BY_THE_SECOND = ("supporters are told the district", "whoever says they are family")


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_of_clearance_or_disclosure_is_found(
    database: Database, ground: Ground, cluster: scratch.Cluster, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    module, name, right, wrong = FAULTS[fault]
    misled(monkeypatch, module, name, right, wrong)
    pages = name in OF_PAGES or ".place" in right

    if fault in HIDDEN_BY_THE_SECOND:
        async with second_wall_says(cluster, ground, "link_sees_place", "return exists", "return true or exists"):
            assert await found_by(database, ground, pages=pages)
    else:
        assert await found_by(database, ground, pages=pages)


#: What a function of the second wall says instead, for whoever holds a link.
BEHIND_LINKS: dict[str, tuple[str, str]] = {
    "a wall before a link": ("acting_walled", ", acting_link_person()"),
    "a contact whom the client no longer keeps": ("link_sees_place", " and k.ended_at is null"),
}


@pytest.mark.parametrize("fault", BEHIND_LINKS)
async def test_a_fault_of_the_second_wall_before_a_link_is_found(
    database: Database, ground: Ground, cluster: scratch.Cluster, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    function, what = BEHIND_LINKS[fault]
    if function == "link_sees_place":
        # The first wall alone would hold as well.
        misled(monkeypatch, *FAULTS["whoever says they are family"])

    async with second_wall_says(cluster, ground, function, what, ""):
        assert await found_by(database, ground)


@asynccontextmanager
async def second_wall_says(
    cluster: scratch.Cluster, ground: Ground, function: str, right: str, wrong: str
) -> AsyncIterator[None]:
    """A function of the second wall says something else for as long as this lasts."""
    named = await ground.connection.fetchval("select current_database()")
    owner = await roles.connect(cluster.url(roles.OWNER, named))
    before = await owner.fetchval("select pg_get_functiondef($1::regproc)", function)
    assert right in before
    try:
        await owner.execute(before.replace(right, wrong))
        yield
    finally:
        await owner.execute(before)
        await owner.close()


async def found_by(database: Database, ground: Ground, *, pages: bool = True) -> bool:
    """Whether worlds, one after the other, show a difference."""
    for seed in range(80):
        found = await told_in(database, ground, Random(seed), pages=pages)
        if found.leaks or found.denials:
            return True
    return False
