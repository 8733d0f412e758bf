"""Six people, invented, elsewhere on the road: sought, a child, free, removed, without a date, only a first name."""

from __future__ import annotations

from casework.detainers import DetainerFacts
from casework.incidents import IncidentFacts
from casework.outcomes import OutcomeFacts
from commands.demo import bond
from commands.demo.intakes import blurb, taken_in
from commands.demo.ledger import happened, words_cleared
from commands.demo.rights import Rights
from commands.demo.story import Story
from schema.bond import BondStage, DhsCustody, ObligorKind
from schema.cases import Priority
from schema.check_ins import SupervisionKind
from schema.consents import ConsentAudience
from schema.custody import ReleaseReason, Source
from schema.detainers import CopyGiven, DetainerGround, DetainerRecord, WarrantPaper
from schema.hearings import HearingOutcome
from schema.incidents import FollowUpKind, FollowUpState, IncidentKind
from schema.invitations import InvitationState
from schema.occasions import Medium, OccasionKind
from schema.proceedings import ProceedingKind


def wilmer(story: Story) -> None:
    """Two calls about one arrest; taken to Texas; nobody represents him yet."""
    case = taken_in(
        story,
        -12,
        "Wilmer Chub Caal",
        "Wilmer C.",
        "Guatemala",
        "KEK",
        "A parking lot in Danbury",
        a_number="A900440033",
        born=-9_000,
        caller=("a co-worker", "co-worker"),
        priority=Priority.SOON,
        no_publicity=True,
    )
    story.on(-12, "11:00", "ana", case.looked_for())
    story.on(-11, "09:00", "ana", case.held("BOSHOLD", None, Source.WITNESS))
    story.on(-8, "09:20", "ana", case.moved("EPC", story.wall(-8, "03:00")))
    story.on(
        -8, "10:00", "ana", case.noted("Speaks Q'eqchi' first, some Spanish. Find an interpreter before any call.")
    )
    story.on(-7, "09:30", "ana", case.opened(ProceedingKind.REMOVAL, "EPD"))
    story.on(
        -6,
        "10:00",
        "ana",
        case.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(3, "08:30", court=True),
            room="EPD",
            codes=("M", "MD"),
            interpreter="Q'eqchi'",
        ),
    )
    story.on(-6, "10:10", "ana", case.offered("julia", blurb("Moved to Texas within days; first hearing very soon.")))
    story.on(
        -5,
        "18:00",
        "julia",
        case.declined("julia", "Not admitted to the fifth circuit's courts; suggest local counsel."),
    )
    story.on(-2, "11:00", "ana", case.to_do("Find counsel in El Paso before the first hearing", story.at(1, "10:00")))


def lucia(story: Story) -> None:
    """Seventeen: no publicity, whatever is clicked."""
    case = taken_in(
        story,
        -9,
        "Lucía Tenesaca Guamán",
        None,
        "Ecuador",
        "SP",
        "A traffic stop in Norwalk",
        born=-6_300,
        minor=True,
        caller=("Marta Solís", "aunt"),
        priority=Priority.URGENT,
        told="She was in the back seat. She is seventeen.",
    )
    story.on(-9, "13:00", "ana", case.held("BOSHOLD", story.wall(-9, "11:30"), Source.FAMILY))
    story.on(
        -9,
        "15:00",
        "ana",
        case.offered("julia", blurb("Seventeen years old and held with adults since this morning.")),
    )
    story.on(-9, "15:20", "julia", case.accepted("julia"))
    story.on(
        -9, "16:00", "julia", case.to_do("Age documents to the field office today", story.at(-8, "09:00"), "julia")
    )
    story.on(-9, "18:40", "julia", case.did("Age documents to the field office today"))
    story.on(-8, "12:00", "julia", case.released(story.wall(-8, "11:00"), ReleaseReason.ORR))
    story.on(-7, "09:00", "ana", case.to_do("Which shelter? Call the case manager line", story.at(1, "15:00")))


def carlos(story: Story) -> None:
    """Released on bond; what remains is a check-in nobody may publish."""
    case = taken_in(
        story,
        -58,
        "Carlos Huamán Quispe",
        "Carlos H.",
        "Peru",
        "SP",
        "A construction site in Hartford",
        a_number="A900660055",
        born=-15_000,
    )
    story.on(-58, "14:00", "ana", case.held("PLYMOMA", story.wall(-58, "12:30")))
    story.on(-56, "09:00", "ana", case.offered("julia", blurb("Twenty years here, three citizen children, a foreman.")))
    story.on(-56, "15:00", "julia", case.accepted("julia"))
    story.on(-55, "09:00", "ana", case.opened(ProceedingKind.BOND, "BOS"))
    story.on(-55, "09:05", "ana", case.opened(ProceedingKind.REMOVAL, "BOS"))
    story.on(-54, "10:00", "julia", case.appeared("julia", engaged=story.day(-55), entered=story.day(-54)))
    for audience in (ConsentAudience.OFFICIALS, ConsentAudience.SUPPORTERS):
        story.on(-53, "10:00", "julia", case.consented(audience))
    story.on(
        -52,
        "12:30",
        "ana",
        case.scheduled(
            "bond",
            ProceedingKind.BOND,
            OccasionKind.BOND_HEARING,
            story.wall(-41, "09:00", court=True),
            room="BDT",
            codes=("C", "CY"),
        ),
    )
    asked = bond.came_to(case, BondStage.REQUESTED, dhs_custody=DhsCustody.NO_BOND)
    story.on(-53, "16:00", "julia", asked)
    story.on(-50, "10:00", "ana", case.invited("bond", "mayor", "senator"))
    story.on(-47, "10:00", "ana", case.answered("bond", "mayor", InvitationState.COMING, 1))
    story.on(-46, "10:00", "ana", case.answered("bond", "senator", InvitationState.NOT_COMING))
    story.on(
        -41,
        "12:00",
        "julia",
        case.reported("bond", HearingOutcome.BOND_GRANTED, "$2,500. The judge noted who had come.", bond=2_500),
        court=True,
    )
    came = OutcomeFacts(
        supporters=34, officials=1, letters=22, press=2, from_notes=True,
        said="The court has seen how many people came today. It sets bond at 2,500 dollars.",
    )  # fmt: skip
    story.on(-41, "16:30", "julia", happened(case, "bond", came), court=True)
    story.on(-41, "16:35", "julia", words_cleared(case), court=True)
    who = {"obligor_kind": ObligorKind.CITIZEN, "obligor": "Rosalía Huamán, his daughter"}
    story.on(-38, "12:10", "ana", bond.came_to(case, BondStage.PAYING, **who))
    story.on(-38, "14:00", "ana", bond.came_to(case, BondStage.POSTED, **who, receipt="BOS-25-00417"))
    story.on(-38, "14:05", "ana", case.did(bond.FIND_AN_OBLIGOR))
    story.on(-38, "17:00", "ana", case.released(story.wall(-38, "15:30"), ReleaseReason.BONDED_OUT_JUDGE))
    story.on(
        -37,
        "11:00",
        "ana",
        case.supervised(
            SupervisionKind.PHONE_APP, story.wall(-37, "09:00"), "A photo by telephone each Tuesday; in person monthly."
        ),
    )
    story.on(
        -37,
        "11:10",
        "ana",
        case.checks_in(
            story.wall(12, "09:30", court=True),
            "ICE office, 450 Main Street, Hartford",
            "Bushnell Park, by the carousel",
        ),
    )
    story.on(
        -30,
        "10:00",
        "julia",
        case.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(40, "10:30", court=True),
            room="HAR",
            codes=("M", "MM"),
            detained=False,
        ),
    )


def thiago(story: Story) -> None:
    """Removed. His file stays to be read."""
    case = taken_in(
        story,
        -57,
        "Thiago Nogueira Alves",
        "Thiago N.",
        "Brazil",
        "POR",
        "His front door in Danbury",
        a_number="A900770066",
        born=-10_200,
    )
    story.on(-57, "15:00", "ana", case.held("BOSHOLD", story.wall(-57, "12:00")))
    story.on(-55, "11:00", "ana", case.moved("PLYMOMA", story.wall(-55, "09:00")))
    story.on(-44, "11:00", "ana", case.moved("JENATLA", story.wall(-44, "02:00")))
    story.on(-42, "16:00", "ana", case.released(story.wall(-42, "05:00"), ReleaseReason.REMOVED, "America/Chicago"))
    story.on(-41, "10:00", "ana", case.noted("His wife has heard from him: he is with his parents in Minas Gerais."))
    story.on(-40, "10:00", "ana", case.closed("Removed before counsel could file."))


def nelson(story: Story) -> None:
    """A date cancelled by the court, and none in its place."""
    case = taken_in(
        story,
        -20,
        "Nelson Flores Mejía",
        "Nelson F.",
        "El Salvador",
        "SP",
        "A hallway of the courthouse, 121 Elm Street, New Haven",
        a_number="A900990088",
        born=-9_900,
    )
    _at_the_courthouse(story, Rights(case))
    story.on(-20, "15:30", "ana", case.held("WYATTRI", story.wall(-20, "14:00")))
    story.on(-19, "10:00", "ana", case.opened(ProceedingKind.REMOVAL, "CHE"))
    story.on(-19, "10:30", "ana", case.offered("julia", blurb("Arrested inside a courthouse on his way to a hearing.")))
    story.on(
        -18,
        "11:00",
        "ana",
        case.scheduled(
            "master",
            ProceedingKind.REMOVAL,
            OccasionKind.MASTER_HEARING,
            story.wall(6, "10:00", court=True),
            medium=Medium.WEBEX,
            codes=("M", "MD"),
        ),
    )
    story.on(
        -3,
        "12:00",
        "ana",
        case.hearing_cancelled("master", "Taken off the calendar; the court line gives no new date."),
    )
    # Julia had no time to answer. Samir says yes, and whether his office has a conflict is being asked.
    story.on(-3, "14:00", "ana", case.consented_to_seek_counsel("Spanish"))
    story.on(-3, "14:10", "ana", case.offered("samir", blurb("Arrested inside a courthouse; no date is known.")))
    story.on(-2, "09:30", "samir", case.accepted("samir"))
    story.on(-1, "09:40", "ana", case.checked("samir", employers=["Whalley Avenue Roofing"]))
    story.on(-3, "12:05", "ana", case.to_do("Ring the court line for a new date", story.at(1, "09:00")))


def _at_the_courthouse(story: Story, his: Rights) -> None:
    """Who held him there, on which paper, and what is asked about it."""
    story.on(
        -19,
        "14:00",
        "ana",
        his.detainer(
            DetainerFacts(
                agency="Judicial marshals, New Haven",
                received_at=story.wall(-20, "07:30"),
                form_edition="as of May 2025",
                copy=CopyGiven.NOT_GIVEN,
                recorded=DetainerRecord.GROUND_NAMED,
                ground=DetainerGround.JUDICIAL_WARRANT,
                warrant=WarrantPaper.I_200,
                shown="A paper headed Warrant for Arrest of Alien, signed by a deportation officer.",
                report_line="The chief clerk's office says that the marshals' own headquarters report it.",
            )
        ),
    )
    story.on(
        -19,
        "14:20",
        "ana",
        his.incident(
            IncidentFacts(
                kind=IncidentKind.ARREST_AT_COURT,
                what="Four men in plain clothes waited beside the elevator and took him before his case was called.",
                happened_at=story.wall(-20, "07:15"),
                hour_known=False,
                place="Second floor, by the elevator",
                state_court="NH-ELM",
                witnesses="A cousin who had come along; a clerk of the information desk.",
                evidence="The court's own cameras: asked to be kept.",
            )
        ),
    )
    story.on(
        -18,
        "16:00",
        "ana",
        his.asked(FollowUpKind.PRESERVATION_LETTER, "Court operations, New Haven", story.day(-18), story.day(-11)),
    )
    story.on(-12, "10:00", "ana", his.answered(FollowUpState.ANSWERED, story.day(-12), "Kept until we collect it."))
    story.on(
        -11,
        "09:30",
        "ana",
        his.asked(FollowUpKind.RECORDS_REQUEST, "Judicial Branch, records", story.day(-11), story.day(9)),
    )


def joao(story: Story) -> None:
    """Only a phone call so far: unlocated, a name and a street."""
    case = taken_in(
        story,
        -1,
        "João",
        None,
        "Brazil",
        "POR",
        "A street corner in Danbury",
        told="A van with no plates. Only a first name.",
        priority=Priority.URGENT,
    )
    story.on(-1, "11:00", "ana", case.looked_for())
    story.on(-1, "15:30", "ana", case.looked_for(Source.FACILITY_CALL))
    story.on(-1, "15:40", "ana", case.to_do("Full name and birth date: call back the neighbor", story.at(0, "18:00")))
