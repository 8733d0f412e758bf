"""Eleven more people, invented: each case shows another stretch of the road from arrest to release or removal."""

from __future__ import annotations

from datetime import datetime

from casework.identities import Known
from casework.intake import Report
from commands.demo.acts import Told
from commands.demo.story import HERE, Story
from schema.advocacy import SignOffCapacity
from schema.assignments import Scope
from schema.cases import Priority
from schema.consents import ConsentAudience, NameForm
from schema.custody import ReleaseReason, Source
from schema.hearings import HearingOutcome
from schema.invitations import InvitationState
from schema.occasions import Medium, OccasionKind
from schema.proceedings import ProceedingKind
from schema.teams import CaseRole


def write(story: Story) -> None:
    """Write all of them into the diary."""
    for tell in (
        _yesenia,
        _andre,
        _wilmer,
        _lucia,
        _moussa,
        _carlos,
        _thiago,
        _maria,
        _nelson,
        _amina,
        _joao,
    ):
        tell(story)


def _taken_in(
    story: Story,
    day: int,
    legal_name: str,
    public_name: str | None,
    country: str,
    language: str,
    place: str,
    *,
    a_number: str | None = None,
    born: int | None = None,
    caller: tuple[str, str] = ("a neighbor", "neighbor"),
    told: str | None = None,
    minor: bool = False,
    priority: Priority = Priority.ROUTINE,
    no_publicity: bool = False,
) -> Told:
    case = Told(story, story.elm_city)
    arrested: datetime = story.wall(day, "07:15")
    story.on(
        day,
        "10:20",
        "ana",
        case.taken_in(
            Known(
                legal_name=legal_name,
                birth_date=story.day(born).isoformat() if born else None,
                country_of_birth=country,
                nationality=country,
                a_numbers=[a_number] if a_number else [],
            ),
            public_name,
            language,
            Report(
                caller_name=caller[0],
                caller_relation=caller[1],
                arrested_at=arrested,
                arrest_zone=HERE,
                arrest_place=place,
                told=told,
            ),
            minor=minor,
            priority=priority,
            no_publicity=no_publicity,
        ),
    )
    return case


def _yesenia(story: Story) -> None:
    """A mother of two: bond denied, now before her individual hearing."""
    case = _taken_in(
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
    story.on(
        -50,
        "09:00",
        "ana",
        case.offered("julia", _blurb("A mother of two, ten years here; fear of return."), Scope.ALL),
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


def _andre(story: Story) -> None:
    """Held in Rhode Island; another organization's attorney has him. Bond is granted, and the family gathers it."""
    case = _taken_in(
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
        case.offered("samir", _blurb("Held in Rhode Island; speaks Creole and French."), Scope.BOND_ONLY),
    )
    story.on(-31, "14:00", "samir", case.accepted("samir"))
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
    story.on(-8, "13:00", "samir", case.reported("bond", HearingOutcome.BOND_GRANTED, "Bond of $4,000."), court=True)
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


def _wilmer(story: Story) -> None:
    """Two calls about one arrest; taken to Texas; nobody represents him yet."""
    case = _taken_in(
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
    story.on(-6, "10:10", "ana", case.offered("julia", _blurb("Moved to Texas within days; first hearing very soon.")))
    story.on(
        -5,
        "18:00",
        "julia",
        case.declined("julia", "Not admitted to the fifth circuit's courts; suggest local counsel."),
    )
    story.on(-2, "11:00", "ana", case.to_do("Find counsel in El Paso before the first hearing", story.at(1, "10:00")))


def _lucia(story: Story) -> None:
    """Seventeen: no publicity, whatever is clicked."""
    case = _taken_in(
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
        case.offered("julia", _blurb("Seventeen years old and held with adults since this morning.")),
    )
    story.on(-9, "15:20", "julia", case.accepted("julia"))
    story.on(
        -9, "16:00", "julia", case.to_do("Age documents to the field office today", story.at(-8, "09:00"), "julia")
    )
    story.on(-8, "12:00", "julia", case.released(story.wall(-8, "11:00"), ReleaseReason.ORR))
    story.on(-7, "09:00", "ana", case.to_do("Which shelter? Call the case manager line", story.at(1, "15:00")))


def _moussa(story: Story) -> None:
    """A credible-fear review by telephone, soon."""
    case = _taken_in(
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
    story.on(
        -13,
        "09:30",
        "ana",
        case.offered("julia", _blurb("Negative fear finding expected; review by the judge within days.")),
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


def _carlos(story: Story) -> None:
    """Released on bond; what remains is a check-in nobody may publish."""
    case = _taken_in(
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
    story.on(
        -56, "09:00", "ana", case.offered("julia", _blurb("Twenty years here, three citizen children, a foreman."))
    )
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
    story.on(-50, "10:00", "ana", case.invited("bond", "mayor", "senator"))
    story.on(-47, "10:00", "ana", case.answered("bond", "mayor", InvitationState.COMING, 1))
    story.on(-46, "10:00", "ana", case.answered("bond", "senator", InvitationState.NOT_COMING))
    story.on(
        -41,
        "12:00",
        "julia",
        case.reported("bond", HearingOutcome.BOND_GRANTED, "$2,500. The judge noted who had come."),
        court=True,
    )
    story.on(-38, "17:00", "ana", case.released(story.wall(-38, "15:30"), ReleaseReason.BONDED_OUT_JUDGE))
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


def _thiago(story: Story) -> None:
    """Removed. His file stays to be read."""
    case = _taken_in(
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


def _maria(story: Story) -> None:
    """The second organization looks after her court; hers is a habeas case, too."""
    case = _taken_in(
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
        -26, "09:00", "ana", case.offered("julia", _blurb("Arrested in spite of a pending petition; habeas is urgent."))
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


def _nelson(story: Story) -> None:
    """A date cancelled by the court, and none in its place."""
    case = _taken_in(
        story,
        -20,
        "Nelson Flores Mejía",
        "Nelson F.",
        "El Salvador",
        "SP",
        "A courthouse hallway in New Haven",
        a_number="A900990088",
        born=-9_900,
    )
    story.on(-20, "15:30", "ana", case.held("WYATTRI", story.wall(-20, "14:00")))
    story.on(-19, "10:00", "ana", case.opened(ProceedingKind.REMOVAL, "CHE"))
    story.on(
        -19, "10:30", "ana", case.offered("julia", _blurb("Arrested inside a courthouse on his way to a hearing."))
    )
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
    story.on(-3, "12:05", "ana", case.to_do("Ring the court line for a new date", story.at(1, "09:00")))


def _amina(story: Story) -> None:
    """Vigil called off when she changed her mind; her consent stands for officials alone."""
    case = _taken_in(
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
        -28, "10:00", "ana", case.offered("julia", _blurb("A nurse's aide; strong ties; her asylum case was pending."))
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


def _joao(story: Story) -> None:
    """Only a phone call so far: unlocated, a name and a street."""
    case = _taken_in(
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


def _blurb(words: str) -> str:
    return f"{words} The family is reachable and has papers ready; we help with filings and interpreters."
