"""Five people with counsel, invented: what lies between them and a decision."""

from __future__ import annotations

from casework.detainers import DetainerFacts
from casework.outcomes import OutcomeFacts
from commands.demo import bond
from commands.demo.intakes import blurb, taken_in
from commands.demo.ledger import happened
from commands.demo.rights import Rights
from commands.demo.story import HERE, Story
from schema.advocacy import SignOffCapacity
from schema.assignments import Scope
from schema.cases import Priority
from schema.consents import ConsentAudience, NameForm
from schema.detainers import CopyGiven, DetainerGround, DetainerRecord
from schema.hearings import HearingOutcome
from schema.invitations import InvitationState
from schema.occasions import Medium, OccasionKind
from schema.preparedness import PreparednessItem
from schema.proceedings import ProceedingKind
from schema.teams import CaseRole


def yesenia(story: Story) -> None:
    """A mother of two: bond denied, now before her individual hearing."""
    case = taken_in(
        story,
        -52,
        "Yesenia Paredes López",
        "Yesenia P.",
        "Honduras",
        "SP",
        "Outside a school in Bridgeport",
        a_number="A900220011",
        born=-12_800,
        caller=("Marta Solís", "sister"),
        told="Two children of 6 and 9 wait at home.",
    )
    story.on(-52, "15:00", "ana", case.held("PLYMOMA", story.wall(-52, "13:30")))
    story.on(-51, "09:00", "ana", case.contact("marta", "sister"))
    hers = Rights(case)
    story.on(-50, "12:00", "ana", hers.prepared(PreparednessItem.EMERGENCY_CONTACT, story.day(-51)))
    story.on(-46, "12:00", "ana", hers.prepared(PreparednessItem.SCHOOL_TOLD, story.day(-47)))
    story.on(-46, "12:05", "ana", hers.prepared(PreparednessItem.STANDBY_FORMS_SIGNED, story.day(-46)))
    story.on(-44, "09:00", "julia", hers.prepared(PreparednessItem.STANDBY_FORMS_REVIEWED, story.day(-44)))
    story.on(
        -50,
        "09:00",
        "ana",
        case.offered("julia", blurb("A mother of two, ten years here; fear of return."), Scope.ALL),
    )
    story.on(-50, "17:00", "julia", case.accepted("julia"))
    story.on(-49, "09:30", "ana", case.opened(ProceedingKind.REMOVAL, "CHE"))
    story.on(-49, "09:35", "ana", case.opened(ProceedingKind.BOND, "CHE"))
    story.on(-48, "10:00", "julia", case.appeared("julia", engaged=story.day(-49), entered=story.day(-48)))
    story.on(
        -47,
        "11:00",
        "ana",
        case.scheduled(
            "bond",
            ProceedingKind.BOND,
            OccasionKind.BOND_HEARING,
            story.wall(-36, "10:00", court=True),
            medium=Medium.WEBEX,
            codes=("C", "CY"),
        ),
    )
    story.on(
        -36,
        "16:00",
        "julia",
        case.reported(
            "bond", HearingOutcome.BOND_DENIED, "Denied: the judge finds no jurisdiction over her manner of entry."
        ),
        court=True,
    )
    story.on(-36, "17:30", "ana", happened(case, "bond", OutcomeFacts(supporters=11, letters=9, press=0)), court=True)
    story.on(
        -30,
        "11:00",
        "ana",
        case.scheduled(
            "merits",
            ProceedingKind.REMOVAL,
            OccasionKind.INDIVIDUAL_HEARING,
            story.wall(5, "13:00", court=True),
            medium=Medium.WEBEX,
            codes=("I", "ID"),
            length=180,
            closed=True,
            interpreter="Spanish",
        ),
    )
    story.on(-20, "10:00", "julia", case.noted("Country expert agreed to testify by telephone.", privileged=True))
    story.on(
        -10, "10:00", "julia", case.to_do("Witness list and translations to the court", story.at(2, "16:00"), "julia")
    )


def andre(story: Story) -> None:
    """Held in Rhode Island; another organization's attorney has him. Bond is granted, and the family gathers it."""
    case = taken_in(
        story,
        -33,
        "André Baptiste Moreau",
        "André B.",
        "Haiti",
        "CRE",
        "A bus stop in New London",
        a_number="A900330022",
        born=-11_000,
        caller=("Jean-Robert Pierre", "cousin"),
    )
    story.on(-33, "16:30", "ana", case.held("WYATTRI", story.wall(-33, "14:00")))
    story.on(-32, "09:00", "ana", case.contact("jean", "cousin"))
    story.on(-31, "10:00", "ana", case.consented_to_seek_counsel("Haitian Creole"))
    story.on(
        -31,
        "10:30",
        "ana",
        case.offered("samir", blurb("Held in Rhode Island; speaks Creole and French."), Scope.BOND_ONLY),
    )
    story.on(-31, "14:00", "samir", case.accepted("samir"))
    story.on(-31, "14:30", "ana", case.checked("samir", relatives=["Jean-Robert Pierre"]))
    story.on(-31, "16:00", "beth", case.cleared("samir"))
    story.on(-30, "10:00", "ana", case.opened(ProceedingKind.BOND, "CHE"))
    story.on(-29, "10:00", "samir", case.appeared("samir", engaged=story.day(-30), entered=story.day(-29)))
    story.on(
        -28,
        "12:00",
        "ana",
        case.scheduled(
            "bond",
            ProceedingKind.BOND,
            OccasionKind.BOND_HEARING,
            story.wall(-8, "09:30", court=True),
            medium=Medium.WEBEX,
            codes=("C", "CY"),
        ),
    )
    story.on(
        -8,
        "13:00",
        "samir",
        case.reported("bond", HearingOutcome.BOND_GRANTED, "Bond of $4,000.", bond=4_000),
        court=True,
    )
    nobody = OutcomeFacts(supporters=0, officials=0, letters=3)
    story.on(-8, "16:10", "samir", happened(case, "bond", nobody), court=True)
    story.on(-5, "08:50", "ana", bond.fund(case, "https://fund.example.org/neighbors"))
    # Nobody has said yet how this one went.
    story.on(-20, "09:00", "ana", case.opened(ProceedingKind.REMOVAL, "CHE"))
    story.on(
        -12,
        "10:00",
        "ana",
        case.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(-4, "08:30", court=True),
            medium=Medium.WEBEX,
            codes=("M", "MD"),
        ),
    )
    story.on(-5, "09:00", "ana", case.to_do("Who can pay the bond? Ask the cousin and the fund", story.at(1, "12:00")))


def moussa(story: Story) -> None:
    """A credible-fear review by telephone, soon."""
    case = taken_in(
        story,
        -15,
        "Moussa Diop Fall",
        "Moussa D.",
        "Senegal",
        "WLF",
        "A warehouse in Waterbury",
        a_number="A900550044",
        born=-8_500,
        caller=("Fatou Ndiaye", "friend"),
        priority=Priority.URGENT,
    )
    story.on(-15, "18:00", "ana", case.held("STRAFNH", story.wall(-15, "16:00")))
    story.on(-14, "09:00", "ana", case.contact("fatou", "friend"))
    his = Rights(case)
    story.on(
        -14,
        "09:40",
        "ana",
        his.detainer(
            DetainerFacts(
                agency="Waterbury Police Department",
                received_at=story.wall(-15, "06:20"),
                held_on_it_from=story.wall(-15, "06:50"),
                copy=CopyGiven.GIVEN,
                copy_given_at=story.wall(-15, "06:45"),
                copy_language="en",
                recorded=DetainerRecord.NOT_SHOWN,
                ground=DetainerGround.CLASS_A_OR_B_FELONY,
                shown="The desk named a felony and had no record of one to show.",
                follow_up="Ask for the log of that night.",
            )
        ),
    )
    story.on(-12, "12:00", "julia", his.reviewed())
    story.on(
        -13,
        "09:30",
        "ana",
        case.offered("julia", blurb("Negative fear finding expected; review by the judge within days.")),
    )
    story.on(-13, "11:00", "julia", case.accepted("julia"))
    story.on(-12, "11:00", "ana", case.opened(ProceedingKind.CREDIBLE_FEAR_REVIEW, "BOS"))
    story.on(
        -2,
        "16:00",
        "ana",
        case.scheduled(
            "review",
            ProceedingKind.CREDIBLE_FEAR_REVIEW,
            OccasionKind.FEAR_REVIEW,
            story.wall(2, "14:00", court=True),
            room="BDT",
            medium=Medium.TELEPHONIC,
            codes=("R", "RR"),
            interpreter="Wolof",
            closed=True,
        ),
    )
    story.on(-1, "10:00", "julia", case.noted("Wolof interpreter confirmed for the review.", privileged=True))


def maria(story: Story) -> None:
    """The second organization looks after her court; hers is a habeas case, too."""
    case = taken_in(
        story,
        -27,
        "María Xol Tiul",
        "María X.",
        "Guatemala",
        "QUI",
        "A laundromat in Willimantic",
        a_number="A900880077",
        born=-13_900,
        priority=Priority.SOON,
    )
    story.on(-27, "16:00", "ana", case.held("CUMBEME", story.wall(-27, "15:00")))
    story.on(
        -26, "09:00", "ana", case.offered("julia", blurb("Arrested in spite of a pending petition; habeas is urgent."))
    )
    story.on(-26, "09:40", "julia", case.accepted("julia"))
    story.on(-26, "10:00", "julia", case.opened(ProceedingKind.HABEAS, None, other_court="D. Me., No. 2:26-cv-00999"))
    story.on(-26, "11:00", "ana", case.opened(ProceedingKind.REMOVAL, "CHE"))
    story.on(-25, "10:00", "julia", case.appeared("julia", engaged=story.day(-26), entered=story.day(-25)))
    story.on(
        -20,
        "10:00",
        "ana",
        case.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(-13, "08:30", court=True),
            medium=Medium.VTC,
            codes=("M", "MD"),
        ),
    )
    story.on(
        -13,
        "14:00",
        "julia",
        case.reported(
            "master", HearingOutcome.CONTINUED, "No interpreter.", then=("again", story.wall(12, "08:30", court=True))
        ),
        court=True,
    )
    story.on(-10, "10:00", "ana", case.to_do("A K'iche' interpreter for the next date", story.at(4, "12:00"), "tomas"))


def amina(story: Story) -> None:
    """Vigil called off when she changed her mind; her consent stands for officials alone."""
    case = taken_in(
        story,
        -30,
        "Amina Warsame Nur",
        "Amina W.",
        "Somalia",
        "SOM",
        "Her workplace in Meriden",
        a_number="A900101099",
        born=-11_700,
        caller=("Fatou Ndiaye", "friend"),
    )
    story.on(-30, "16:00", "ana", case.held("STRAFNH", story.wall(-30, "15:00")))
    story.on(
        -28, "10:00", "ana", case.offered("julia", blurb("A nurse's aide; strong ties; her asylum case was pending."))
    )
    story.on(-28, "12:00", "julia", case.accepted("julia"))
    story.on(-27, "10:00", "ana", case.opened(ProceedingKind.BOND, "BOS"))
    story.on(-27, "11:00", "julia", case.appeared("julia", engaged=story.day(-28), entered=story.day(-27)))
    for audience in (ConsentAudience.OFFICIALS, ConsentAudience.SUPPORTERS, ConsentAudience.ADVOCATES):
        story.on(-25, "10:00", "julia", case.consented(audience, form=NameForm.INITIALS, language="Somali"))
    story.on(-25, "11:00", "ana", case.shared(story.neighbors))
    story.on(-25, "11:05", "operator", case.joined("luis", CaseRole.ADVOCATE))
    story.on(
        -24,
        "10:00",
        "ana",
        case.scheduled(
            "bond",
            ProceedingKind.BOND,
            OccasionKind.BOND_HEARING,
            story.wall(14, "10:00", court=True),
            room="BDT",
            medium=Medium.WEBEX,
            codes=("C", "CY"),
            interpreter="Somali",
        ),
    )
    story.on(
        -20,
        "18:00",
        "luis",
        case.drafted(
            "vigil",
            OccasionKind.VIGIL,
            {
                "title": "An evening for a neighbor",
                "statement": "We stand with our neighbor A. W.",
                "name_form": NameForm.INITIALS,
                "audiences": [ConsentAudience.SUPPORTERS],
            },
            {
                "starts_at": story.wall(13, "18:00"),
                "time_zone": HERE,
                "place_name": "The green",
                "place_city": "Meriden, CT",
                "lead_id": story.who["luis"],
            },
            by=story.neighbors,
        ),
    )
    story.on(-19, "10:00", "julia", case.signed_off("vigil", SignOffCapacity.OF_RECORD))
    story.on(-19, "11:00", "luis", case.published("vigil"))
    story.on(-19, "11:10", "luis", case.invited("vigil", "carol", "imani", "deshawn"))
    story.on(-18, "09:00", "luis", case.answered("vigil", "imani", InvitationState.COMING, 2))
    story.on(-6, "15:00", "luis", case.called_off("vigil", "She asked for quiet."))
    story.on(-6, "16:00", "ana", case.invited("bond", "senator"))
