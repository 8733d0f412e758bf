"""Who may appear where, and what a form makes of them: each rule with who says so. Pure: no database."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from casework import entitlement
from casework.entitlement import FORMS, Forum, may_appear
from schema.assignments import Form, FormScope, Scope
from schema.attorneys import Accreditation, Attorney, Qualification
from schema.proceedings import Proceeding, ProceedingKind

TODAY = date(2026, 11, 23)


def an_attorney(**given: Any) -> Attorney:
    blank: dict[str, Any] = {
        "qualification": Qualification.ATTORNEY, "bar_states": ["CT"], "good_standing": True, "eoir_registered": True,
        "accreditation": None, "accredited_until": None, "admitted_courts": [], "statement_filed": False,
    }  # fmt: skip
    return Attorney(person_id=uuid4(), **{**blank, **given})


def a_representative(accreditation: Accreditation | None, **given: Any) -> Attorney:
    return an_attorney(
        qualification=Qualification.ACCREDITED_REPRESENTATIVE, bar_states=[], accreditation=accreditation, **given
    )


def of(kind: ProceedingKind, **given: Any) -> Proceeding:
    return Proceeding(id=uuid4(), kind=kind, **given)


def test_any_state_bar_will_do_in_immigration_court_8_cfr_1292_1_a_1() -> None:
    found = may_appear(an_attorney(bar_states=["HI"]), Forum.IMMIGRATION_COURT, on=TODAY)

    assert found.may and found.citation == "8 CFR 1292.1(a)(1), (f)"


def test_without_eoir_registration_no_court_and_no_board_8_cfr_1292_1_f() -> None:
    for forum in (Forum.IMMIGRATION_COURT, Forum.BOARD):
        found = may_appear(an_attorney(eoir_registered=False), forum, on=TODAY)
        assert not found.may and found.citation == "8 CFR 1292.1(f)"
        assert found.because == "They are not registered with EOIR."
    assert may_appear(an_attorney(eoir_registered=False), Forum.DHS, on=TODAY).may


def test_a_bar_that_suspended_them_is_no_bar_8_cfr_1001_1_f() -> None:
    for forum in Forum:
        assert not may_appear(an_attorney(good_standing=False, admitted_courts=["ctd", "ca2"]), forum, on=TODAY).may
    assert may_appear(an_attorney(bar_states=[]), Forum.DHS, on=TODAY).citation == "8 CFR 1001.1(f)"


def test_partial_accreditation_is_for_dhs_only_8_cfr_1292_12() -> None:
    partly = a_representative(Accreditation.PARTIAL)

    assert may_appear(partly, Forum.DHS, on=TODAY).may
    for forum in (Forum.IMMIGRATION_COURT, Forum.BOARD):
        found = may_appear(partly, forum, on=TODAY)
        assert not found.may and found.citation == "8 CFR 1292.12(a)"


def test_full_accreditation_reaches_court_and_board_8_cfr_1292_12() -> None:
    fully = a_representative(Accreditation.FULL)

    assert all(may_appear(fully, forum, on=TODAY).may for forum in (Forum.DHS, Forum.IMMIGRATION_COURT, Forum.BOARD))
    assert not may_appear(fully, Forum.DISTRICT_COURT, on=TODAY).may


def test_an_accreditation_ends_with_its_last_day_8_cfr_1292_12_d() -> None:
    until = a_representative(Accreditation.FULL, accredited_until=TODAY)

    assert may_appear(until, Forum.BOARD, on=TODAY).may
    found = may_appear(until, Forum.BOARD, on=date(2026, 11, 24))
    assert not found.may and found.citation == "8 CFR 1292.12(d)"


@pytest.mark.parametrize("qualification", [Qualification.LAW_STUDENT, Qualification.LAW_GRADUATE])
def test_students_and_graduates_appear_supervised_unpaid_and_permitted_8_cfr_1292_1_a_2(
    qualification: Qualification,
) -> None:
    student = an_attorney(qualification=qualification, bar_states=[], eoir_registered=False, statement_filed=True)

    found = may_appear(student, Forum.IMMIGRATION_COURT, on=TODAY, supervisor=an_attorney())
    assert found.may and found.citation == "8 CFR 1292.1(a)(2)"
    assert found.conditions == ("The judge or official before whom they wish to appear must permit it.",)
    assert not may_appear(student, Forum.IMMIGRATION_COURT, on=TODAY).may
    unregistered = an_attorney(eoir_registered=False)
    assert not may_appear(student, Forum.IMMIGRATION_COURT, on=TODAY, supervisor=unregistered).may
    student.statement_filed = False
    assert not may_appear(student, Forum.IMMIGRATION_COURT, on=TODAY, supervisor=an_attorney()).may


def test_paralegals_and_interpreters_appear_nowhere_8_cfr_1292_1_a() -> None:
    for qualification in (Qualification.PARALEGAL, Qualification.INTERPRETER):
        for forum in Forum:
            assert not may_appear(an_attorney(qualification=qualification), forum, on=TODAY).may


@pytest.mark.parametrize(
    ("court", "may"),
    [
        ("ctd", True),
        ("D. Conn.", True),
        ("District of Connecticut", True),
        ("D. Conn., No. 3:26-cv-00999", True),
        ("W.D. La.", False),
        ("ca2", False),
        ("U.S. District Court for the District of Connecticut", True),
        ("Western District of Louisiana", False),
    ],
)
def test_a_district_court_wants_its_own_admission_28_usc_1654(court: str, may: bool) -> None:
    admitted = an_attorney(admitted_courts=["ctd", "ca2"], eoir_registered=False)

    assert may_appear(admitted, Forum.DISTRICT_COURT, on=TODAY, court=court).may is may
    unknown = may_appear(admitted, Forum.DISTRICT_COURT, on=TODAY)
    assert unknown.may and unknown.conditions == ("Look whether that is the court in which this is filed.",)


@pytest.mark.parametrize(
    ("court", "may"),
    [
        ("2d Cir.", True),
        ("Court of Appeals for the Second Circuit", True),
        ("5th Cir.", False),
        ("1st Cir.", False),
    ],
)
def test_a_circuit_wants_its_own_admission_frap_46(court: str, may: bool) -> None:
    found = may_appear(an_attorney(admitted_courts=["ca2", "ctd"]), Forum.CIRCUIT_COURT, on=TODAY, court=court)

    assert found.may is may and found.citation == "Fed. R. App. P. 46"
    assert not may_appear(an_attorney(admitted_courts=["ctd"]), Forum.CIRCUIT_COURT, on=TODAY).may


def test_each_proceeding_is_before_its_own_forum() -> None:
    assert entitlement.forum_of(of(ProceedingKind.HABEAS)) is Forum.DISTRICT_COURT
    assert entitlement.forum_of(of(ProceedingKind.PETITION_FOR_REVIEW)) is Forum.CIRCUIT_COURT
    assert entitlement.forum_of(of(ProceedingKind.APPEAL)) is Forum.BOARD
    assert entitlement.forum_of(of(ProceedingKind.BOND)) is Forum.IMMIGRATION_COURT
    assert entitlement.forum_of(None) is Forum.IMMIGRATION_COURT


def test_every_form_says_what_it_allows_and_who_says_so() -> None:
    assert set(FORMS) == set(Form)
    assert all(allows.says and allows.citation for allows in FORMS.values())
    assert {form for form, allows in FORMS.items() if allows.of_record} == {Form.EOIR_28, Form.EOIR_27, Form.FEDERAL}


def test_document_help_leaves_the_person_pro_se_and_opens_no_record_8_cfr_1003_17_b() -> None:
    for form in (Form.EOIR_60, Form.EOIR_61):
        assert not FORMS[form].of_record and not FORMS[form].record
        assert FORMS[form].scopes == {Scope.DOCUMENT_HELP}
        assert "2022-11-14" in FORMS[form].since
    assert entitlement.form_for(of(ProceedingKind.APPEAL), Scope.DOCUMENT_HELP) is Form.EOIR_60
    assert entitlement.form_for(of(ProceedingKind.BOND), Scope.DOCUMENT_HELP) is Form.EOIR_61


def test_a_g_28_is_nothing_before_a_court_8_cfr_292_4() -> None:
    assert not FORMS[Form.G_28].of_record and FORMS[Form.G_28].forum is Forum.DHS
    assert entitlement.fits(Form.G_28, None) and not entitlement.fits(Form.G_28, of(ProceedingKind.REMOVAL))


def test_an_eoir_28_for_bond_is_none_for_removal_8_cfr_1003_17_a_and_1003_19_d() -> None:
    assert entitlement.reaches(FormScope.CUSTODY_AND_BOND, ProceedingKind.BOND)
    assert not entitlement.reaches(FormScope.CUSTODY_AND_BOND, ProceedingKind.REMOVAL)
    assert not entitlement.reaches(FormScope.ALL_BUT_CUSTODY_AND_BOND, ProceedingKind.BOND)
    assert entitlement.reaches(None, ProceedingKind.REMOVAL)


def test_the_board_wants_a_form_of_its_own_8_cfr_1003_38_g() -> None:
    assert entitlement.fits(Form.EOIR_27, of(ProceedingKind.APPEAL))
    assert not entitlement.fits(Form.EOIR_28, of(ProceedingKind.APPEAL))
    assert entitlement.form_for(of(ProceedingKind.HABEAS), Scope.ALL) is Form.FEDERAL


def test_bond_only_covers_no_master_hearing_8_cfr_1003_19_d() -> None:
    bond, removal = of(ProceedingKind.BOND), of(ProceedingKind.REMOVAL)

    assert entitlement.covers(Scope.BOND_ONLY, None, bond) and not entitlement.covers(Scope.BOND_ONLY, None, removal)
    assert entitlement.covers(Scope.ALL, None, removal) and not entitlement.covers(Scope.ALL, bond, removal)
    assert not entitlement.covers(Scope.DOCUMENT_HELP, removal, removal)
    assert entitlement.covers(Scope.OTHER, removal, removal) and not entitlement.covers(Scope.OTHER, None, removal)
