"""Mateo R., invented: arrested at eighteen, moved four times, nearly flown out, and back for a bond hearing.

The story stands before its hearing: the mayor's office has said yes, the vigil is public, and the press conference
still lacks what it needs.
"""

from __future__ import annotations

from casework import transfers
from casework.consents import Answers, How
from casework.identities import Known
from casework.incidents import IncidentFacts
from casework.intake import Report
from casework.proceedings import Amendment, Papers
from commands.demo import bond, papers, presence
from commands.demo.acts import Told
from commands.demo.rights import Rights
from commands.demo.story import HERE, Story
from schema.advocacy import SignOffCapacity
from schema.assignments import Scope
from schema.bond import BondStage, CustodyBasis, DhsCustody, MannerOfEntry
from schema.cases import Priority
from schema.consents import ConsentAnswer, ConsentAudience, GivenBy, NameForm
from schema.court_access import CourtAccess
from schema.custody import Source
from schema.hearings import HearingOutcome
from schema.incidents import FollowUpKind, IncidentKind
from schema.invitations import InvitationState
from schema.occasions import Medium, OccasionKind
from schema.proceedings import CustodyCode, ProceedingKind
from schema.teams import CaseRole

#: Days from today of the bond hearing, and of the date it first had.
HEARING, FIRST_DATE = 9, 16


def write(story: Story) -> Told:
    """Write Mateo's weeks into the diary."""
    mateo = Told(story, story.elm_city)
    _arrest_and_search(story, mateo)
    _counsel(story, mateo)
    _hearing(story, mateo)
    _presence(story, mateo)
    papers.write(story, mateo)
    return mateo


def _arrest_and_search(story: Story, mateo: Told) -> None:
    story.on(
        -24,
        "14:10",
        "ana",
        mateo.taken_in(
            Known(
                legal_name="Mateo Rivera Cruz",
                birth_date=story.day(-6700).isoformat(),
                country_of_birth="Guatemala",
                nationality="Guatemala",
                gender="Male",
                a_numbers=["A900112233"],
            ),
            "Mateo R.",
            "SP",
            Report(
                caller_name="Rosa Cruz",
                caller_phone="(203) 555-0177",
                caller_relation="mother",
                arrested_at=story.wall(-24, "09:40"),
                arrest_zone=HERE,
                arrest_place="A car wash on Center Street, Farrow Mills",
                told="Three unmarked cars. Two other workers were taken, too. He finished high school in June.",
            ),
            priority=Priority.URGENT,
        ),
    )
    story.on(-24, "14:30", "ana", mateo.looked_for())
    story.on(-24, "14:40", "ana", mateo.changed({"tags": ["car wash", "18 years old"]}))
    his = Rights(mateo)
    story.on(
        -24,
        "15:10",
        "ana",
        his.incident(
            IncidentFacts(
                kind=IncidentKind.NO_IDENTIFICATION,
                what="Masked men without badges. They did not say who they were, nor show any paper.",
                happened_at=story.wall(-24, "09:40"),
                place="The car wash on Center Street",
                witnesses="Two co-workers; the owner, who saw it on the camera.",
                evidence="The owner keeps the recording of that hour.",
            )
        ),
    )
    story.on(
        -22,
        "10:00",
        "ana",
        his.asked(FollowUpKind.RECORDS_REQUEST, "The agency's FOIA office", story.day(-22), story.day(8)),
    )
    story.on(-24, "17:20", "ana", mateo.held("BOSHOLD", story.wall(-24, "13:00"), Source.FAMILY))
    story.on(-23, "10:15", "ana", mateo.moved("PLYMOMA", story.wall(-23, "07:30")))
    story.on(-23, "10:40", "ana", mateo.contact("rosa", "mother"))
    story.on(-18, "09:05", "tomas", mateo.looked_for())
    story.on(-18, "15:30", "ana", mateo.moved("STRAFNH", story.wall(-18, "06:00"), Source.FACILITY_CALL))
    story.on(-14, "20:10", "ana", mateo.moved("JENATLA", story.wall(-14, "16:00"), Source.LOCATOR))
    story.on(-14, "20:20", "ana", mateo.did("Tell the attorney of the transfer"))
    story.on(-14, "20:25", "ana", mateo.changed({"priority": Priority.URGENT, "tags": ["car wash", "removal risk"]}))
    story.on(
        -11,
        "08:30",
        "ana",
        mateo.noted("The flight of this morning left without him. Staff at the desk would not say why."),
    )
    story.on(-9, "13:20", "ana", mateo.moved("PLYMOMA", story.wall(-9, "11:00"), Source.CLIENT))
    story.on(-9, "15:05", "ana", mateo.held("PLYMOMA", None, Source.FACILITY_CALL))
    story.on(-9, "13:45", "ana", mateo.did("Tell the attorney of the transfer"))
    story.on(-9, "16:30", "julia", mateo.did(transfers.Following.BOND.words))


def _counsel(story: Story, mateo: Told) -> None:
    story.on(-23, "11:00", "ana", mateo.joined("tomas", CaseRole.PARALEGAL))
    story.on(
        -22,
        "09:30",
        "ana",
        mateo.offered(
            "julia",
            "Eighteen, no record, arrested at work; expedited-removal track possible. He speaks Spanish and is held in "
            "Massachusetts. His family is reachable every evening. A bond motion is the first step.",
            Scope.ALL,
        ),
    )
    story.on(-22, "12:05", "julia", mateo.accepted("julia"))
    story.on(-22, "16:00", "julia", mateo.noted("No contact yet: the jail's attorney line is full until Monday."))
    story.on(
        -13,
        "18:45",
        "julia",
        mateo.noted(
            "First conversation, 20 minutes by telephone from Louisiana, with an interpreter. He wants to fight, and "
            "says we may be public about our efforts.",
            privileged=True,
        ),
    )
    story.on(-13, "19:10", "julia", mateo.appeared("julia", engaged=story.day(-13)))
    story.on(-12, "10:00", "ana", mateo.opened(ProceedingKind.REMOVAL, "BOS"))
    story.on(
        -12, "10:05", "julia",
        mateo.papers(
            ProceedingKind.REMOVAL,
            Amendment(
                papers=Papers(
                    notice_on=story.day(-22), charges="212(a)(6)(A)(i)", custody=CustodyCode.DETAINED
                )
            ),
        ),
    )  # fmt: skip
    story.on(-12, "10:10", "ana", mateo.opened(ProceedingKind.BOND, "BOS"))
    story.on(-12, "10:30", "julia", mateo.appeared("julia", entered=story.day(-12)))


def _hearing(story: Story, mateo: Told) -> None:
    story.on(
        -11,
        "17:00",
        "julia",
        bond.grounds(mateo, CustodyBasis.INA_235_B_2, MannerOfEntry.WITHOUT_INSPECTION),
    )
    story.on(
        -10,
        "11:00",
        "julia",
        bond.came_to(mateo, BondStage.REQUESTED, dhs_custody=DhsCustody.NO_BOND),
    )
    story.on(
        -8,
        "11:15",
        "ana",
        mateo.scheduled(
            "bond",
            ProceedingKind.BOND,
            OccasionKind.BOND_HEARING,
            story.wall(FIRST_DATE, "13:00", court=True),
            room="BDT",
            medium=Medium.VTC,
            codes=("C", "CY"),
            interpreter="Spanish",
        ),
    )
    story.on(
        -6,
        "09:10",
        "ana",
        mateo.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(-4, "08:30", court=True),
            room="BDT",
            medium=Medium.WEBEX,
            codes=("M", "MD"),
            interpreter="Spanish",
        ),
    )
    story.on(
        -4,
        "15:00",
        "julia",
        mateo.reported(
            "master",
            HearingOutcome.CONTINUED,
            "Continued for attorney preparation. Pleadings at the next date.",
            then=("next master", story.wall(31, "08:30", court=True)),
        ),
        court=True,
    )
    story.on(
        -4, "16:20", "ana", mateo.hearing_moved("bond", story.wall(HEARING, "09:00", court=True), Medium.IN_PERSON)
    )
    # A second person, on another channel: two sources.
    story.on(-3, "09:15", "julia", mateo.date_checked("bond", Source.COURT_LINE))
    story.on(-3, "17:30", "julia", mateo.observers_met("BDT", CourtAccess.SIGN_SAYS_CLOSED, story.day(-4)))
    story.on(-3, "11:00", "ana", mateo.rules_confirmed("BDT", "Clerk's office, by telephone", story.day(-3)))
    story.on(-2, "12:10", "ana", mateo.observers_met("BDT", CourtAccess.LET_IN, story.day(-2)))
    story.on(-4, "16:40", "ana", mateo.to_do("Call everyone who has not answered the new time", story.at(1, "12:00")))
    story.on(
        -3,
        "10:00",
        "julia",
        mateo.to_do("Exhibits for the bond motion: school letters, lease, pay stubs", story.at(3, "17:00"), "julia"),
    )
    story.on(-2, "09:30", "ana", mateo.to_do("Ask the school for a letter", story.at(2, "12:00"), "tomas"))


def _presence(story: Story, mateo: Told) -> None:
    story.on(
        -7,
        "17:30",
        "julia",
        mateo.asked_what_may_be_shared(
            Answers(officials=ConsentAnswer.YES, courtroom=ConsentAnswer.YES),
            How(
                given_by=GivenBy.CLIENT,
                language="Spanish",
                witness="His public defender",
                script="The five questions, read in Spanish",
                circumstances="Read to him by telephone, alone in the attorney booth. He repeated it back. He wants to"
                " think about the press.",
            ),
        ),
    )
    story.on(-7, "18:00", "ana", mateo.shared(story.neighbors))
    story.on(-7, "18:02", "operator", mateo.joined("luis", CaseRole.ADVOCATE))
    story.on(-6, "10:30", "ana", mateo.invited("bond", "mayor", "senator"))
    story.on(-6, "10:40", "ana", mateo.seats("bond", 8, held_back=4))
    story.on(-5, "09:20", "ana", mateo.answered("bond", "mayor", InvitationState.COMING, 2))
    story.on(-5, "14:00", "ana", mateo.answered("bond", "senator", InvitationState.MAYBE))
    story.on(
        -6,
        "19:00",
        "luis",
        mateo.drafted(
            "vigil",
            OccasionKind.VIGIL,
            {
                "title": "Vigil for Mateo R. before his hearing",
                "statement": "Mateo R. finished high school in June and was taken from his job in Farrow Mills. On the "
                "morning of his hearing his neighbors will stand outside the court and wait for him.",
                "name_form": NameForm.PUBLIC_NAME,
                "audiences": [ConsentAudience.SUPPORTERS],
            },
            {
                # An hour before the hearing, and it follows when the hearing moves.
                "starts_at": story.wall(FIRST_DATE, "12:00", court=True),
                "follows_hearing": True,
                "time_zone": HERE,
                "length_minutes": 45,
                "place_name": "Plaza before the federal building",
                "place_city": "Boston, MA",
                "hosts": "Neighbors in the Room",
                "lead_id": story.who["luis"],
            },
            around="bond",
            by=story.neighbors,
        ),
    )
    presence.plan_the_vigil(story, mateo)
    story.on(-5, "11:30", "julia", mateo.signed_off("vigil", SignOffCapacity.OF_RECORD))
    story.on(-5, "12:00", "luis", mateo.published("vigil"))
    story.on(-5, "12:10", "luis", mateo.listed("Court watchers New Haven", "carol", "deshawn", "elena", "walt"))
    story.on(-5, "12:15", "luis", mateo.invited("vigil", "carol", "deshawn", "elena", "walt", "imani"))
    story.on(-4, "08:10", "luis", mateo.answered("vigil", "carol", InvitationState.COMING, 3))
    story.on(-4, "09:45", "luis", mateo.answered("vigil", "elena", InvitationState.COMING, 1))
    story.on(-3, "20:30", "luis", mateo.answered("vigil", "walt", InvitationState.NOT_COMING))
    story.on(
        -2,
        "19:30",
        "luis",
        mateo.drafted(
            "press",
            OccasionKind.PRESS_CONFERENCE,
            {
                "title": "Farrow Mills speaks for Mateo R.",
                "statement": "The mayor, his teachers and his employer ask that Mateo R. wait for his next day in "
                "court at home. He is eighteen; he has a family, a job and a town that will see to it that he comes.",
                "name_form": NameForm.PUBLIC_NAME,
                "audiences": [ConsentAudience.PRESS, ConsentAudience.PUBLIC],
            },
            {
                "starts_at": story.wall(HEARING, "12:30", court=True),
                "time_zone": HERE,
                "length_minutes": 30,
                "place_name": "Steps of Farrow Mills Town Hall",
                "place_city": "Farrow Mills, CT",
                "hosts": "Office of the Mayor",
                "lead_id": story.who["luis"],
            },
            by=story.neighbors,
        ),
    )
    presence.plan_what_comes(story, mateo)
    story.on(
        -1,
        "18:15",
        "julia",
        mateo.other_words(
            "press",
            "The mayor, his teachers and his employer ask that Mateo R. wait for his next day in court at home. He has"
            " a family, a school and a town that will see to it that he comes.",
            talked_over=story.day(-1),
            why="Leave his age and his job out: both are asked about at the bond hearing.",
        ),
    )
