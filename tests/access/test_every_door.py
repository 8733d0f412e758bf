"""Every mutation and every route has its row in the table of permissions, and a route lets in whom its row says."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Mount, Route

from api.graph import schema
from api.refusals import ACT
from casework.access import ENTRANCES, PERMISSIONS, Act, Entrance
from casework.sign_in.sessions import CONFIRMED_FOR
from tests.ground import Ground
from tests.town import Town

#: Acts of readings; and those that a mutation asks for besides its own, by what it was given.
WITHOUT_MUTATION = {
    Act.SEE_CASE, Act.SEE_PEOPLE, Act.READ_AUDIT, Act.DRAFT_ACTION_WITHOUT_CASE,
    Act.WRITE_PRIVILEGED_NOTE,
    Act.REVOKE_EVERYBODYS_FEEDS, Act.RECORD_INCIDENT_FOR_COUNSEL, Act.REVIEW_STANDBY_FORMS,
    # Of the routes by which files come and go, and by which tables and papers are taken away.
    Act.ADD_FILE, Act.OPEN_FILE,
    Act.EXPORT_CASES, Act.EXPORT_HEARINGS, Act.PRINT_CASE_SHEET, Act.PRINT_COURT_LIST, Act.MAKE_FUNDER_REPORT,
}  # fmt: skip


def mutations() -> dict[str, Act]:
    mutation = schema.get_type_by_name("Mutation")
    return {field.python_name: field.metadata[ACT] for field in mutation.fields}  # type: ignore[union-attr]


def test_every_mutation_has_its_row_and_every_row_a_mutation() -> None:
    found = mutations()

    assert set(found.values()) <= set(PERMISSIONS)
    assert set(PERMISSIONS) - set(found.values()) == WITHOUT_MUTATION
    # A verb, its mutation and its row share one name, but where one row is of several.
    assert {name: act.name.lower() for name, act in found.items() if name != act.name.lower()} == {
        "accept_assignment": "answer_assignment",
        "decline_assignment": "answer_assignment",
        "offer_assignments": "offer_assignment",
        "add_conflict_names": "keep_conflict_list",
        "remove_conflict_names": "keep_conflict_list",
        "record_transfer": "record_custody",
        "record_release": "record_custody",
        "record_stay": "record_custody",
        "correct_stay": "record_custody",
        "add_contact": "keep_contacts",
        "remove_contact": "keep_contacts",
        "end_supervision": "record_supervision",
        "reschedule_check_in": "schedule_check_in",
        "cancel_check_in": "schedule_check_in",
        "report_check_in": "schedule_check_in",
        "undo_merge": "merge_cases",
        "draft_wording": "write_wording",
        "remove_view": "save_view",
        "put_back_view": "save_view",
        "mark_view": "save_view",
        "update_cases": "update_case",
        "match_columns": "import_spreadsheet",
        "mend_cell": "import_spreadsheet",
        "decide_row": "import_spreadsheet",
        "choose_known_rule": "import_spreadsheet",
        "start_import": "import_spreadsheet",
        "cancel_import": "import_spreadsheet",
        "discard_spreadsheet": "import_spreadsheet",
        "take_back_look": "record_custody",
        "unmark_expected": "mark_expected",
        "stop_sharing": "share_case",
        "add_to_team": "share_case",
        "leave_team": "share_case",
        "name_contact": "update_case",
        "answer_invitation": "invite",
        "reopen_task": "complete_task",
        "rotate_feed": "subscribe_feed",
        "revoke_feed": "subscribe_feed",
        "address_report": "withdraw_report",
        "renew_link": "renew_links",
        "renew_links_to_occasion": "renew_links",
        "renew_links_of_person": "renew_links",
        "open_sighting_desk": "keep_sighting_desk",
        "close_sighting_desk": "keep_sighting_desk",
        "share_sightings": "keep_sighting_desk",
        "stop_sharing_sightings": "keep_sighting_desk",
        "confirm_sighting": "verify_sighting",
        "mark_sighting_unfounded": "verify_sighting",
        "hold_sighting": "verify_sighting",
        "blur_picture": "verify_sighting",
        "enlist_responder": "keep_responders",
        "change_responder": "keep_responders",
        "dismiss_responder": "keep_responders",
        "list_group": "keep_directory",
        "correct_listing": "keep_directory",
        "delist_group": "keep_directory",
        "keep_school": "keep_directory",
        "correct_school": "keep_directory",
        "drop_school": "keep_directory",
        "correct_detainer": "record_detainer",
        "correct_incident": "record_incident",
        "conclude_incident": "record_incident",
        "follow_up_incident": "record_incident",
        "answer_follow_up": "record_incident",
        "correct_outcome": "record_outcome",
        "untick_preparedness": "tick_preparedness",
        "end_enrolment": "enrol_client",
        "reset_notice_plan": "edit_notice_plan",
        "reset_occasion_plan": "edit_occasion_plan",
    }


def routes(town: Town) -> set[tuple[str, str]]:
    found = set()
    for one in town.app.routes:
        if isinstance(one, Mount):
            found.add(("GET", one.path))
        else:
            assert isinstance(one, Route)
            methods = one.methods or set()
            # Whoever may GET may ask for the headers alone.
            found |= {
                (method, one.path) for method in methods - ({"HEAD"} if one.path != "/feeds/{secret}.ics" else set())
            }
    return found


async def test_every_route_has_its_row_and_every_row_a_route(town: Town) -> None:
    assert routes(town) == set(ENTRANCES)


@pytest.mark.parametrize(("method", "path"), sorted(ENTRANCES), ids=lambda one: one)
async def test_a_route_lets_in_whom_its_row_says(town: Town, ground: Ground, method: str, path: str) -> None:
    whom = ENTRANCES[method, path]
    asked = re.sub(r"{(\w+)(:\w+)?}", "0199a000-0000-7000-8000-000000000000", path)
    body = {} if method in {"GET", "HEAD", "DELETE"} else {"json": {}}
    nobody = await town.nobody()
    nobody.headers["x-presencia"] = "1"
    ana = await town.signed_in("coordinator@demo.test")
    town.clock.now += CONFIRMED_FOR
    before = await ground.connection.fetchval("select count(*) from audit_entries")

    strange = (await nobody.request(method, asked, **body)).status_code
    late = await ana.http.request(method, asked, **body)

    if whom in {Entrance.SIGNED_IN, Entrance.OWN, Entrance.CONFIRMED}:
        assert strange in {400, 401}
    if whom in {Entrance.DEVICE, Entrance.REFUSED}:
        # A session opens no calendar either.
        assert strange == late.status_code == 401
    if whom is Entrance.CARRIER:
        # Without a carrier there is no such door.
        assert strange in {403, 404}
    if whom is Entrance.LINK:
        # Unknown and revoked look the same, and neither says whether a secret is well made.
        assert strange in {400, 404}
    if whom is Entrance.CONFIRMED:
        assert late.status_code in {400, 403, 422}
        if late.status_code == 403:
            assert late.json()["kind"] == "ConfirmFirst"
    if whom is Entrance.OWN:
        assert late.status_code in {200, 400, 404}
    if strange >= 400:
        assert await ground.connection.fetchval("select count(*) from audit_entries") == before
