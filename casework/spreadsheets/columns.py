"""What the columns of a list of clients mean: by the names people give them, in English and in Spanish. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from casework.imports.columns import plain
from casework.names import folded
from schema.spreadsheets import ColumnMeaning

#: Of a hundred: less alike, and it is left to people.
_ALIKE = 86

#: The names a meaning goes by. Compared without case, accents, dots and spaces.
NAMES: dict[ColumnMeaning, tuple[str, ...]] = {
    ColumnMeaning.REF: ("id", "client id", "case id", "case number", "file number", "our number", "numero de caso",
                        "expediente", "folio"),
    ColumnMeaning.A_NUMBER: ("a number", "a no", "anumber", "alien number", "alien registration number", "numero a",
                             "numero de extranjero", "a numero"),
    ColumnMeaning.FULL_NAME: ("name", "full name", "client name", "client", "legal name", "detainee", "detainee name",
                              "nombre completo", "cliente", "nombre del cliente", "nombre y apellido",
                              "nombre y apellidos"),
    ColumnMeaning.GIVEN_NAMES: ("first name", "given name", "given names", "nombre", "nombres", "primer nombre"),
    ColumnMeaning.SURNAMES: ("last name", "surname", "surnames", "family name", "apellido", "apellidos"),
    ColumnMeaning.PUBLIC_NAME: ("public name", "known as", "nombre publico"),
    ColumnMeaning.BIRTH_DATE: ("birth date", "date of birth", "dob", "birthday", "birth year", "year of birth",
                               "fecha de nacimiento", "nacimiento", "ano de nacimiento"),
    ColumnMeaning.NATIONALITY: ("nationality", "citizenship", "country of citizenship", "citizenship country",
                                "country", "nacionalidad", "pais", "ciudadania"),
    ColumnMeaning.COUNTRY_OF_BIRTH: ("country of birth", "birth country", "pais de nacimiento", "coo",
                                     "country of origin", "pais de origen"),
    ColumnMeaning.GENDER: ("gender", "sex", "sexo", "genero"),
    ColumnMeaning.LANGUAGE: ("language", "primary language", "best language", "lang", "idioma", "lengua"),
    ColumnMeaning.ARRESTED_ON: ("arrest date", "date of arrest", "arrested", "arrested on", "fecha de arresto",
                                "fecha de detencion", "detained on", "date detained"),
    ColumnMeaning.ARREST_PLACE: ("arrest place", "place of arrest", "arrest location", "where arrested",
                                 "lugar de arresto", "lugar de detencion"),
    ColumnMeaning.FACILITY: ("facility", "detention facility", "detention center", "facility name", "facility code",
                             "held at", "where held", "jail", "location", "centro de detencion", "centro",
                             "detenido en"),
    ColumnMeaning.BOOKED_IN: ("book in", "booked in", "book in date", "held since", "at facility since",
                              "fecha de ingreso"),
    ColumnMeaning.HEARING_DATE: ("next hearing", "hearing date", "next hearing date", "hearing", "court date",
                                 "next court date", "next court", "audiencia", "proxima audiencia",
                                 "fecha de audiencia", "fecha de corte", "proxima corte"),
    ColumnMeaning.HEARING_TIME: ("hearing time", "time", "court time", "hora", "hora de audiencia", "hora de corte"),
    ColumnMeaning.HEARING_KIND: ("hearing type", "type of hearing", "hearing kind", "type", "tipo de audiencia",
                                 "tipo"),
    ColumnMeaning.COURT: ("court", "immigration court", "court name", "hearing location", "tribunal", "corte",
                          "juzgado", "tribunal de inmigracion", "base city code", "court code"),
    ColumnMeaning.JUDGE: ("judge", "immigration judge", "ij", "juez", "jueza"),
    ColumnMeaning.MEDIUM: ("medium", "in person or webex", "how held", "modalidad", "medio"),
    ColumnMeaning.ATTORNEY: ("attorney", "lawyer", "counsel", "represented by", "attorney name", "abogado", "abogada",
                             "representante", "representative"),
    ColumnMeaning.CALLER_NAME: ("contact", "contact name", "family contact", "caller", "who called", "contacto",
                                "contacto familiar", "nombre de contacto"),
    ColumnMeaning.CALLER_PHONE: ("contact phone", "phone", "phone number", "telephone", "family phone", "telefono",
                                 "telefono de contacto", "celular"),
    ColumnMeaning.CALLER_RELATION: ("relation", "relationship", "contact relation", "parentesco", "relacion"),
    ColumnMeaning.NOTES: ("notes", "note", "comments", "remarks", "notas", "comentarios", "observaciones"),
}  # fmt: skip

_EXACT = {name: meaning for meaning, names in NAMES.items() for name in names}
_EVERY = list(_EXACT)


def compared(name: str) -> str:
    """A column's name in the form in which names are compared."""
    return folded(plain(name))


def proposed(header: Sequence[str]) -> list[str]:
    """Of each column the word of what it seems to mean, or nothing. No meaning twice: what says it exactly comes
    first.
    """
    found = [""] * len(header)
    taken: set[ColumnMeaning] = set()
    names = [compared(name) for name in header]
    for index, name in enumerate(names):
        if (meaning := _EXACT.get(name)) and meaning not in taken:
            found[index] = meaning.value
            taken.add(meaning)
    for index, name in enumerate(names):
        if not found[index] and (meaning := _like(name)) and meaning not in taken:
            found[index] = meaning.value
            taken.add(meaning)
    return found


def _like(name: str) -> ColumnMeaning | None:
    # Of two letters everything is alike.
    if len(name) < 4:
        return None
    best = process.extractOne(name, _EVERY, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    return _EXACT[best[0]] if best else None


__all__ = ["NAMES", "compared", "proposed"]
