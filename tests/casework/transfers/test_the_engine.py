"""What moving somebody changed, where they were, and what must ring: of made-up places, by the engine alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework import transfers
from casework.transfers import (
    Certainty,
    CourtOnFile,
    CourtSite,
    Following,
    Look,
    PassageKind,
    Reach,
    Ring,
    Site,
    Stay,
)
from schema.base import new_id
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.occasions import Medium

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BOSTON = CourtSite(id=new_id(), name="Boston", counsel_office="OPLA Boston")
JENA = CourtSite(id=new_id(), name="LaSalle", counsel_office="OPLA New Orleans (Jena)")
PLYMOUTH = Site(
    id=new_id(), name="Plymouth", state="MA", county="Plymouth", field_office="Boston",
    district="District of Massachusetts", circuit="1", time_zone="America/New_York", latitude=41.96, longitude=-70.67,
    precision="exact", court=BOSTON, hearing_location="Plymouth, by video", medium=Medium.VTC,
)  # fmt: skip
DOVER = Site(
    id=new_id(), name="Dover", state="NH", field_office="Boston", district="District of New Hampshire", circuit="1",
    time_zone="America/New_York", court=BOSTON,
)  # fmt: skip
ALEXANDRIA = Site(
    id=new_id(), name="Alexandria", state="LA", field_office="New Orleans", district="Western District of Louisiana",
    circuit="5", time_zone="America/Chicago", latitude=31.31, longitude=-92.45, precision="exact", staging=True,
    court=JENA, hearing_location="Jena", medium=Medium.IN_PERSON,
)  # fmt: skip
ON_FILE = CourtOnFile(id=BOSTON.id, name="Boston", circuit="1")


def a_stay(
    site: Site | None,
    began: datetime | None,
    ended: datetime | None = None,
    reason: ReleaseReason | None = None,
    **facts: object,
) -> Stay:
    given: dict[str, object] = {
        "id": new_id(), "place": PlaceOfCustody.FACILITY, "source": Source.LOCATOR,
        "confidence": Confidence.ONE_SOURCE, "checked_at": began or NOW,
    }  # fmt: skip
    return Stay(site=site, began=began, ended=ended, reason=reason, **{**given, **facts})  # type: ignore[arg-type]


def moved(began: datetime, ended: datetime, site: Site = PLYMOUTH, **facts: object) -> Stay:
    return a_stay(site, began, ended, ReleaseReason.TRANSFERRED, **facts)


# What a transfer changes (DOMAIN §2.8).


def test_a_transfer_tells_each_thing_that_differs_before_and_after_and_nothing_else() -> None:
    told = {change.what: (change.before, change.after) for change in transfers.changes(PLYMOUTH, ALEXANDRIA)}

    assert told == {
        "facility": ("Plymouth", "Alexandria"),
        "state": ("MA", "LA"),
        "field office": ("Boston", "New Orleans"),
        "counsel office": ("OPLA Boston", "OPLA New Orleans (Jena)"),
        "bond court": ("Boston", "LaSalle"),
        "hearing location": ("Plymouth, by video", "Jena"),
        "medium": ("vtc", "in_person"),
        "time zone": ("America/New_York", "America/Chicago"),
        "federal district": ("District of Massachusetts", "Western District of Louisiana"),
        "federal circuit": ("1", "5"),
        "distance": (None, "1,408 mi"),
    }


def test_what_did_not_change_is_not_told() -> None:
    told = [change.what for change in transfers.changes(PLYMOUTH, DOVER)]

    assert told == ["facility", "state", "hearing location", "medium", "federal district"]
    assert transfers.changes(PLYMOUTH, PLYMOUTH) == ()


def test_a_distance_from_the_middle_of_a_town_says_so_and_from_the_middle_of_a_state_there_is_none() -> None:
    town = Site(id=new_id(), name="T", latitude=31.31, longitude=-92.45, precision="city_centroid")
    state = Site(id=new_id(), name="S", latitude=31.31, longitude=-92.45, precision="state_centroid")

    near, far = transfers.distance(PLYMOUTH, town), transfers.distance(PLYMOUTH, state)

    assert near is not None and not near.exact and str(near) == "≈ 1,408 mi"
    assert far is None
    assert transfers.distance(PLYMOUTH, DOVER) is None


@pytest.mark.parametrize("kilometres", [5570.22])
def test_the_distance_is_along_a_great_circle(kilometres: float) -> None:
    """New York to London, as every atlas has it."""
    one = Site(id=new_id(), name="NYC", latitude=40.7128, longitude=-74.0060, precision="exact")
    other = Site(id=new_id(), name="LON", latitude=51.5074, longitude=-0.1278, precision="exact")

    found = transfers.distance(one, other)

    assert found is not None and found.kilometres == pytest.approx(kilometres, abs=1)


def follows(before: Site | None, after: Site, **facts: bool) -> list[Following]:
    usual = dict.fromkeys(
        ("counsel", "bond_pending", "removal_court", "guests", "hearing_ahead", "told_outside"), False
    )
    return list(transfers.following(before, after, **{"confirmed": True, **usual, **facts}))


def test_each_task_follows_from_what_calls_for_it_and_from_nothing_else_domain_2_8() -> None:
    assert follows(PLYMOUTH, DOVER) == []
    assert follows(PLYMOUTH, DOVER, counsel=True) == [Following.COUNSEL]
    assert follows(PLYMOUTH, DOVER, bond_pending=True) == [Following.BOND]
    assert follows(PLYMOUTH, ALEXANDRIA) == [Following.HABEAS]
    assert follows(PLYMOUTH, DOVER, removal_court=True) == [Following.VENUE]
    assert follows(PLYMOUTH, DOVER, guests=True) == [Following.OBSERVERS]
    assert follows(PLYMOUTH, DOVER, hearing_ahead=True) == []
    assert Following.REMINDERS in follows(PLYMOUTH, ALEXANDRIA, hearing_ahead=True)
    assert follows(PLYMOUTH, DOVER, told_outside=True) == []
    assert follows(PLYMOUTH, DOVER, told_outside=True, confirmed=False) == [Following.PUBLICATION]


# History.


def test_a_gap_of_up_to_24_hours_after_transferred_is_transit_and_a_longer_one_a_question() -> None:
    began = NOW - 10 * DAY
    first = moved(began, began + DAY)
    for hours, kind in ((1, PassageKind.TRANSIT), (24, PassageKind.TRANSIT), (25, PassageKind.GAP)):
        second = a_stay(ALEXANDRIA, began + DAY + hours * HOUR)

        told = transfers.history([second, first], NOW)

        assert [passage.kind for passage in told] == [PassageKind.STAY, kind, PassageKind.STAY]
        assert told[1].hours == hours


def test_two_stays_at_once_are_an_overlap_as_long_as_both_last() -> None:
    began = NOW - 10 * DAY
    first, second = moved(began, began + 3 * DAY), a_stay(DOVER, began + DAY, began + 2 * DAY)

    told = transfers.history([first, second], NOW)

    kinds = [passage.kind for passage in told]
    # And where they were taken from there nobody knows.
    assert kinds == [PassageKind.STAY, PassageKind.OVERLAP, PassageKind.STAY, PassageKind.GAP]
    assert (told[1].began, told[1].ended) == (began + DAY, began + 2 * DAY)


def test_between_a_release_and_the_next_arrest_somebody_is_at_liberty() -> None:
    began = NOW - 10 * DAY
    free = a_stay(PLYMOUTH, began, began + DAY, ReleaseReason.BONDED_OUT_JUDGE)

    told = transfers.history([free, a_stay(DOVER, began + 3 * DAY)], NOW)

    assert [passage.kind for passage in told] == [PassageKind.STAY, PassageKind.AT_LIBERTY, PassageKind.STAY]


def test_whoever_left_as_transferred_and_arrived_nowhere_is_under_way_for_a_day_then_missing() -> None:
    left = moved(NOW - 3 * DAY, NOW - 20 * HOUR)
    assert transfers.history([left], NOW)[-1].kind is PassageKind.TRANSIT
    assert transfers.history([left], NOW + 5 * HOUR)[-1].kind is PassageKind.GAP


def test_stays_that_touch_have_nothing_between_them() -> None:
    began = NOW - 10 * DAY
    told = transfers.history([moved(began, began + DAY), a_stay(DOVER, began + DAY)], NOW)

    assert [passage.kind for passage in told] == [PassageKind.STAY, PassageKind.STAY]


def test_an_open_stay_is_stale_after_its_kinds_own_time() -> None:
    for site, hours, stale in ((PLYMOUTH, 24 * 6, False), (PLYMOUTH, 24 * 7, True), (ALEXANDRIA, 12, True)):
        open_stay = a_stay(site, NOW - 30 * DAY, checked_at=NOW - hours * HOUR)
        assert transfers.history([open_stay], NOW)[0].stale is stale


def test_where_somebody_was_at_any_instant_with_how_sure_and_on_whose_word() -> None:
    began = NOW - 10 * DAY
    first = moved(began, began + DAY, confidence=Confidence.CONFIRMED)
    second = a_stay(ALEXANDRIA, began + DAY + 18 * HOUR, source=Source.COUNSEL)
    both = [first, second]

    there = transfers.where_was(both, began + HOUR, NOW)
    assert (there.certainty, there.stay, there.confidence) == (Certainty.HELD, first, Confidence.CONFIRMED)
    assert transfers.where_was(both, began + DAY + HOUR, NOW).certainty is Certainty.IN_TRANSIT
    now = transfers.where_was(both, NOW, NOW)
    assert (now.stay, now.source) == (second, Source.COUNSEL)
    assert transfers.where_was(both, began - HOUR, NOW).certainty is Certainty.UNKNOWN


def test_of_two_places_at_once_the_surer_is_said_and_that_it_is_disputed() -> None:
    began = NOW - 10 * DAY
    sure = a_stay(PLYMOUTH, began, confidence=Confidence.CONFIRMED)
    told = transfers.where_was([sure, a_stay(DOVER, began + DAY)], NOW, NOW)

    assert (told.certainty, told.stay) == (Certainty.DISPUTED, sure)


def test_after_a_release_somebody_is_at_liberty_and_after_a_gap_unknown() -> None:
    began = NOW - 10 * DAY
    free = a_stay(PLYMOUTH, began, began + DAY, ReleaseReason.RECOGNIZANCE)
    assert transfers.where_was([free], NOW, NOW).certainty is Certainty.AT_LIBERTY
    assert transfers.where_was([moved(began, began + DAY)], NOW, NOW).certainty is Certainty.UNKNOWN


def test_the_habeas_clock_runs_from_the_arrest_to_the_first_move_28_usc_2241() -> None:
    began = NOW - 10 * DAY
    both = [moved(began + HOUR, began + 30 * HOUR), a_stay(ALEXANDRIA, began + 40 * HOUR)]

    assert transfers.first_move(both, began) == (began, began + 30 * HOUR)
    assert transfers.first_move(both[1:], None) == (began + 40 * HOUR, None)


# Custody ≠ court (8 CFR 1003.20(b): the removal judge keeps the case until venue is changed).


def apart(site: Site, before: Site | None = None, **facts: object) -> transfers.CustodyCourt | None:
    usual: dict[str, object] = {"hearings": [], "bond_pending": False, "expected": {}, "now": NOW}
    return transfers.custody_court(ON_FILE, site, before, **{**usual, **facts})  # type: ignore[arg-type]


def test_a_court_and_a_place_that_agree_raise_nothing_8_cfr_1003_20_b() -> None:
    assert apart(PLYMOUTH) is None
    assert transfers.custody_court(None, PLYMOUTH, None, hearings=[], bond_pending=True, expected={}, now=NOW) is None


def test_after_a_transfer_it_is_shown_and_does_not_ring_by_itself_8_cfr_1003_20_b() -> None:
    found = apart(ALEXANDRIA)
    assert found is not None and found.why == () and not found.rings


def test_it_rings_for_a_hearing_within_14_days_a_pending_bond_request_or_another_bond_court_8_cfr_1003_19_c() -> None:
    near = apart(ALEXANDRIA, hearings=[NOW + 14 * DAY])
    far = apart(ALEXANDRIA, hearings=[NOW + 15 * DAY, NOW - DAY])
    bond = apart(ALEXANDRIA, bond_pending=True)
    other = apart(ALEXANDRIA, PLYMOUTH)

    assert [one.why if one else None for one in (near, far, bond, other)] == [
        (Ring.HEARING_SOON,), (), (Ring.BOND_PENDING,), (Ring.BOND_COURT_CHANGED,)
    ]  # fmt: skip


def test_marked_expected_it_is_silent_for_that_pair_and_rings_anew_for_another_8_cfr_1003_20_b() -> None:
    pair = {(BOSTON.id, ALEXANDRIA.id): transfers.Marked(NOW, None)}
    silent = apart(ALEXANDRIA, bond_pending=True, expected=pair)
    elsewhere = Site(id=new_id(), name="Winn", circuit="5", court=JENA)
    anew = apart(elsewhere, bond_pending=True, expected=pair)

    assert silent is not None and silent.expected and not silent.rings
    assert anew is not None and anew.rings


def test_where_nobody_knows_the_court_there_another_circuit_tells_and_the_same_one_does_not() -> None:
    assert apart(Site(id=new_id(), name="X", circuit="5")) is not None
    assert apart(Site(id=new_id(), name="Y", circuit="1")) is None
    assert apart(Site(id=new_id(), name="Z")) is None


# Lost contact.


def test_contact_lapses_after_the_kind_of_places_own_time() -> None:
    stay = a_stay(PLYMOUTH, NOW - 30 * DAY, checked_at=NOW - 8 * DAY)
    fresh = a_stay(PLYMOUTH, NOW - 30 * DAY, checked_at=NOW - 6 * DAY)

    assert transfers.contact(stay, [], NOW - 31 * DAY, NOW).reach is Reach.STALE
    known = transfers.contact(fresh, [], NOW - 31 * DAY, NOW)
    assert known.reach is Reach.CONFIRMED and not known.asks(NOW)


def test_not_in_the_locator_means_nothing_within_eight_hours_of_a_move_and_then_at_once() -> None:
    stay = a_stay(PLYMOUTH, NOW - 4 * HOUR)
    lagging = transfers.contact(stay, [Look(NOW - HOUR, False, Source.LOCATOR)], NOW - DAY, NOW)
    settled = a_stay(PLYMOUTH, NOW - 2 * DAY)
    absent = transfers.contact(settled, [Look(NOW - HOUR, False, Source.LOCATOR)], NOW - 3 * DAY, NOW)

    assert not lagging.asks(NOW) and lagging.due_at == NOW + 4 * HOUR
    assert absent.reach is Reach.NOT_IN_LOCATOR and absent.asks(NOW)


def test_whoever_was_never_located_is_asked_about_after_a_day() -> None:
    assert not transfers.contact(None, [], NOW - 23 * HOUR, NOW).asks(NOW)
    never = transfers.contact(None, [], NOW - 24 * HOUR, NOW)
    assert never.reach is Reach.NEVER_LOCATED and never.asks(NOW)
