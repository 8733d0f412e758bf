"""Titles: what a calendar or a letter calls an occasion, in the recipient's language.

Made from what the card shows and nothing more: the legal team reads "Bond hearing · C-10423 · Mateo R.", an official
"Court visit 3F2". Whoever has neither case number nor name on the card is not told the kind of hearing either.
"""

from __future__ import annotations

from casework.card import Card
from casework.language import spoken
from schema.occasions import HEARING_KINDS, Medium, OccasionKind, OccasionState
from schema.proceedings import ProceedingKind

_KINDS: dict[str, dict[OccasionKind, str]] = {
    "en": {
        OccasionKind.MASTER_HEARING: "Master hearing",
        OccasionKind.INDIVIDUAL_HEARING: "Individual hearing",
        OccasionKind.BOND_HEARING: "Bond hearing",
        OccasionKind.CUSTODY_HEARING: "Custody hearing",
        OccasionKind.FEAR_REVIEW: "Fear review",
        OccasionKind.OTHER_HEARING: "Hearing",
        OccasionKind.CHECK_IN: "Check-in",
        OccasionKind.PRESS_CONFERENCE: "Press conference",
        OccasionKind.VIGIL: "Vigil",
        OccasionKind.ACCOMPANIMENT: "Court accompaniment",
        OccasionKind.LETTER_DRIVE: "Letter drive",
        OccasionKind.CALL_IN: "Call-in day",
        OccasionKind.RALLY: "Rally",
        OccasionKind.OFFICIAL_VISIT: "Official visit",
        OccasionKind.BOND_FUND: "Bond fund",
        OccasionKind.PETITION: "Petition",
        OccasionKind.CHECK_IN_ACCOMPANIMENT: "Check-in accompaniment",
        OccasionKind.TOWN_HALL: "Town hall",
        OccasionKind.KNOW_YOUR_RIGHTS_SESSION: "Know-your-rights session",
        OccasionKind.PREPAREDNESS_SESSION: "Family preparedness session",
        OccasionKind.STAFF_SESSION: "Session for staff",
    },
    "es": {
        OccasionKind.MASTER_HEARING: "Audiencia preliminar (master)",
        OccasionKind.INDIVIDUAL_HEARING: "Audiencia individual",
        OccasionKind.BOND_HEARING: "Audiencia de fianza",
        OccasionKind.CUSTODY_HEARING: "Audiencia de custodia",
        OccasionKind.FEAR_REVIEW: "Revisión de miedo",
        OccasionKind.OTHER_HEARING: "Audiencia",
        OccasionKind.CHECK_IN: "Presentación",
        OccasionKind.PRESS_CONFERENCE: "Conferencia de prensa",
        OccasionKind.VIGIL: "Vigilia",
        OccasionKind.ACCOMPANIMENT: "Acompañamiento a la corte",
        OccasionKind.LETTER_DRIVE: "Campaña de cartas",
        OccasionKind.CALL_IN: "Jornada de llamadas",
        OccasionKind.RALLY: "Concentración",
        OccasionKind.OFFICIAL_VISIT: "Visita oficial",
        OccasionKind.BOND_FUND: "Fondo para la fianza",
        OccasionKind.PETITION: "Petición",
        OccasionKind.CHECK_IN_ACCOMPANIMENT: "Acompañamiento a una presentación",
        OccasionKind.TOWN_HALL: "Reunión comunitaria",
        OccasionKind.KNOW_YOUR_RIGHTS_SESSION: "Taller: conozca sus derechos",
        OccasionKind.PREPAREDNESS_SESSION: "Taller de preparación familiar",
        OccasionKind.STAFF_SESSION: "Taller para el personal",
    },
    "pt": {
        OccasionKind.MASTER_HEARING: "Audiência preliminar (master)",
        OccasionKind.INDIVIDUAL_HEARING: "Audiência individual",
        OccasionKind.BOND_HEARING: "Audiência de fiança",
        OccasionKind.CUSTODY_HEARING: "Audiência de custódia",
        OccasionKind.FEAR_REVIEW: "Revisão de medo",
        OccasionKind.OTHER_HEARING: "Audiência",
        OccasionKind.CHECK_IN: "Apresentação",
        OccasionKind.PRESS_CONFERENCE: "Entrevista coletiva",
        OccasionKind.VIGIL: "Vigília",
        OccasionKind.ACCOMPANIMENT: "Acompanhamento à corte",
        OccasionKind.LETTER_DRIVE: "Campanha de cartas",
        OccasionKind.CALL_IN: "Dia de telefonemas",
        OccasionKind.RALLY: "Manifestação",
        OccasionKind.OFFICIAL_VISIT: "Visita oficial",
        OccasionKind.BOND_FUND: "Fundo para a fiança",
        OccasionKind.PETITION: "Abaixo-assinado",
        OccasionKind.CHECK_IN_ACCOMPANIMENT: "Acompanhamento a uma apresentação",
        OccasionKind.TOWN_HALL: "Reunião comunitária",
        OccasionKind.KNOW_YOUR_RIGHTS_SESSION: "Encontro: conheça seus direitos",
        OccasionKind.PREPAREDNESS_SESSION: "Encontro de preparação da família",
        OccasionKind.STAFF_SESSION: "Encontro para funcionários",
    },
    "ht": {
        OccasionKind.MASTER_HEARING: "Odyans preliminè (master)",
        OccasionKind.INDIVIDUAL_HEARING: "Odyans endividyèl",
        OccasionKind.BOND_HEARING: "Odyans sou kosyon",
        OccasionKind.CUSTODY_HEARING: "Odyans sou detansyon",
        OccasionKind.FEAR_REVIEW: "Revizyon sou laperèz",
        OccasionKind.OTHER_HEARING: "Odyans",
        OccasionKind.CHECK_IN: "Prezantasyon",
        OccasionKind.PRESS_CONFERENCE: "Konferans pou laprès",
        OccasionKind.VIGIL: "Veye",
        OccasionKind.ACCOMPANIMENT: "Akonpayman nan tribinal",
        OccasionKind.LETTER_DRIVE: "Kanpay lèt",
        OccasionKind.CALL_IN: "Jounen apèl",
        OccasionKind.RALLY: "Rasanbleman",
        OccasionKind.OFFICIAL_VISIT: "Vizit ofisyèl",
        OccasionKind.BOND_FUND: "Fon pou kosyon",
        OccasionKind.PETITION: "Petisyon",
        OccasionKind.CHECK_IN_ACCOMPANIMENT: "Akonpayman nan yon prezantasyon",
        OccasionKind.TOWN_HALL: "Reyinyon kominote a",
        OccasionKind.KNOW_YOUR_RIGHTS_SESSION: "Reyinyon: konnen dwa ou",
        OccasionKind.PREPAREDNESS_SESSION: "Reyinyon pou prepare fanmi an",
        OccasionKind.STAFF_SESSION: "Reyinyon pou anplwaye",
    },
}
_PROCEEDINGS: dict[str, dict[ProceedingKind, str]] = {
    "en": {
        ProceedingKind.REMOVAL: "Removal",
        ProceedingKind.BOND: "Bond",
        ProceedingKind.CREDIBLE_FEAR_REVIEW: "Credible fear review",
        ProceedingKind.REASONABLE_FEAR_REVIEW: "Reasonable fear review",
        ProceedingKind.WITHHOLDING_ONLY: "Withholding only",
        ProceedingKind.HABEAS: "Habeas",
        ProceedingKind.APPEAL: "Appeal",
        ProceedingKind.PETITION_FOR_REVIEW: "Petition for review",
        ProceedingKind.OTHER: "Other",
    },
    "es": {
        ProceedingKind.REMOVAL: "Deportación",
        ProceedingKind.BOND: "Fianza",
        ProceedingKind.CREDIBLE_FEAR_REVIEW: "Revisión de miedo creíble",
        ProceedingKind.REASONABLE_FEAR_REVIEW: "Revisión de miedo razonable",
        ProceedingKind.WITHHOLDING_ONLY: "Solo retención de deportación",
        ProceedingKind.HABEAS: "Hábeas",
        ProceedingKind.APPEAL: "Apelación",
        ProceedingKind.PETITION_FOR_REVIEW: "Petición de revisión",
        ProceedingKind.OTHER: "Otro",
    },
}
_WORDS = {
    "en": {
        "visit": "Court visit",
        "support": "Court support",
        "date": "Court date",
        "company": "Accompaniment",
        "cancelled": "CANCELLED: ",
        "tentative": "UNCONFIRMED: ",
        "no_hour": " (time not set)",
    },
    "es": {
        "visit": "Visita a la corte",
        "support": "Apoyo en la corte",
        "date": "Cita en la corte",
        "company": "Acompañamiento",
        "cancelled": "CANCELADO: ",
        "tentative": "POR CONFIRMAR: ",
        "no_hour": " (hora por fijar)",
    },
    "pt": {
        "visit": "Visita à corte",
        "support": "Apoio na corte",
        "date": "Data na corte",
        "company": "Acompanhamento",
        "cancelled": "CANCELADO: ",
        "tentative": "A CONFIRMAR: ",
        "no_hour": " (hora a marcar)",
    },
    "ht": {
        "visit": "Vizit nan tribinal",
        "support": "Sipò nan tribinal",
        "date": "Dat nan tribinal",
        "company": "Akonpayman",
        "cancelled": "ANILE: ",
        "tentative": "POKO KONFIME: ",
        "no_hour": " (lè a poko fikse)",
    },
}


_MEDIA = {
    "en": {
        Medium.WEBEX: "By video (Webex)",
        Medium.VTC: "By video in the courtroom",
        Medium.TELEPHONIC: "By telephone",
    },
    "es": {
        Medium.WEBEX: "Por video (Webex)",
        Medium.VTC: "Por video en la sala",
        Medium.TELEPHONIC: "Por teléfono",
    },
    "pt": {
        Medium.WEBEX: "Por vídeo (Webex)",
        Medium.VTC: "Por vídeo na sala",
        Medium.TELEPHONIC: "Por telefone",
    },
    "ht": {
        Medium.WEBEX: "Pa videyo (Webex)",
        Medium.VTC: "Pa videyo nan sal la",
        Medium.TELEPHONIC: "Pa telefòn",
    },
}


def is_hearing(card: Card) -> bool:
    return card.kind in HEARING_KINDS


def kind(card: Card, language: str) -> str:
    """What kind of occasion it is, as far as this card lets it be said."""
    words = _WORDS[spoken(language)]
    if is_hearing(card) and card.case_ref is None:
        return words["date"]
    check_in = card.kind in (OccasionKind.CHECK_IN, OccasionKind.CHECK_IN_ACCOMPANIMENT)
    if check_in and card.case_ref is None and card.name is None:
        # Whoever comes along is told when and where, and not to what.
        return words["company"]
    return _KINDS[spoken(language)][card.kind]


def of_kind(kind: OccasionKind, language: str) -> str:
    """What kind of occasion it is, for the legal team, and in what is drafted: "Bond hearing"."""
    return _KINDS[spoken(language)][kind]


def proceeding(card: Card, language: str) -> str | None:
    """In which proceeding a hearing is, as far as this card says it."""
    return _PROCEEDINGS[spoken(language)][card.proceeding] if card.proceeding else None


def bare(card: Card, language: str) -> str:
    """The title without what has become of it."""
    words = _WORDS[spoken(language)]
    if card.title:
        return card.title
    in_court = is_hearing(card) or card.kind is OccasionKind.ACCOMPANIMENT
    called = kind(card, language)
    if card.token:
        return f"{words['visit'] if in_court else called} {card.token}"
    if card.codeword:
        return f"{words['support'] if in_court else called} · {card.codeword}"
    return " · ".join(part for part in (called, card.case_ref, card.name) if part)


def title(card: Card, language: str) -> str:
    """The title in a calendar, with what has become of it: "CANCELLED: Court visit 3F2"."""
    words = _WORDS[spoken(language)]
    called = bare(card, language)
    if not card.hour_known:
        called += words["no_hour"]
    if card.state is OccasionState.CANCELLED:
        return words["cancelled"] + called
    if card.state is OccasionState.TENTATIVE:
        return words["tentative"] + called
    return called


def medium(card: Card, language: str) -> str | None:
    """How one takes part who need not go there, in words. None where one goes there, or nobody knows."""
    return _MEDIA[spoken(language)].get(card.medium)
