"""Names: what may be said in public, and how a name is found without storing it in clear.

Rosa types "Mateo Rivera Cruz" as the legal name. The suggested public name is "Mateo R.": the given name and the
initial of the *first* surname, because with two surnames the first is the one people use. She may type another; a
public name that holds a surname is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

import jellyfish
from rapidfuzz.distance import JaroWinkler

from casework.refusals import Invalid

#: Words that belong to the surname after them.
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "van", "von", "y", "e", "san"})
_WORDS = re.compile(r"\w+")
#: Prefixes shorter than three letters would give first letters away by frequency (SECURITY §5).
_SHORTEST, _LONGEST = 3, 8
#: Letters of one name, and names of one person beside the legal one: each of their words is looked up by itself.
MOST_LETTERS, MOST_NAMES = 200, 20
#: The most words that one search looks for: each is looked up by itself.
MOST_WORDS = 8
#: Nobody alive was born before this year.
_EARLIEST_BIRTH = 1900
#: Letters of a reason that is demanded: more than a word, and no story.
REASON = (15, 500)


def checked_name(field: str, name: str) -> str:
    """The name with single spaces. Raises :class:`Invalid` when it is longer than any name."""
    trimmed = " ".join(name.split())
    if len(trimmed) > MOST_LETTERS:
        raise Invalid(field, "A name has at most {most} letters.", most=MOST_LETTERS)
    return trimmed


def checked_reason(text: str, sentence: str) -> str:
    """Why somebody does what asks for a reason, with single spaces. Raises :class:`Invalid` with this sentence, which
    says the bounds as ``{least}`` and ``{most}``.
    """
    why = " ".join(text.split())
    least, most = REASON
    if not least <= len(why) <= most:
        raise Invalid("reason", sentence, least=least, most=most)
    return why


def folded(text: str) -> str:
    """Lower case, no accents, single spaces: the form in which names are compared."""
    letters = text.casefold()
    if not letters.isascii():
        letters = "".join(char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char))
    return " ".join(_WORDS.findall(letters))


def _parts(legal_name: str) -> tuple[list[str], list[str]]:
    """Given names and surnames, particles kept with the surname they lead. One word is a given name."""
    if "," in legal_name:
        surnames, _, given = legal_name.partition(",")
        return given.split(), _joined(surnames.split())
    words = _joined(legal_name.split())
    if len(words) <= 1:
        return words, []
    # One given name with one or two surnames; two given names when there are four words or more.
    first = 2 if len(words) >= 4 else 1
    return words[:first], words[first:]


def _joined(words: list[str]) -> list[str]:
    joined: list[str] = []
    led: list[str] = []
    for word in words:
        if folded(word) in _PARTICLES and joined:
            led.append(word)
        else:
            joined.append(" ".join([*led, word]))
            led = []
    return joined + ([" ".join(led)] if led else [])


def suggest_public_name(legal_name: str) -> str | None:
    """Given name and the first surname's initial: "Mateo R.". None when there is no surname to shorten."""
    given, surnames = _parts(legal_name)
    if not given or not surnames:
        return None
    initial = next((word for word in surnames[0].split() if folded(word) not in _PARTICLES), surnames[0])
    return f"{given[0]} {initial[0].upper()}."


def surnames_of(legal_name: str) -> set[str]:
    """The folded words of the surnames, particles left out."""
    words = {word for surname in _parts(legal_name)[1] for word in folded(surname).split()}
    return {word for word in words if word not in _PARTICLES and len(word) > 1}


def needed_letters(legal_name: str) -> str:
    """What of a name a date checker compares with what the court's automated line spells back: the first three letters
    of each word of the surname, and nothing more (DOMAIN §3.3, "needed letters only"). Of "Mateo Rivera Cruz" it is
    "RIV CRU". No given name and no public name: letters and number together must not find the person elsewhere.
    """
    given, surnames = _parts(legal_name)
    return " ".join(word[:3].upper() for name in (surnames or given[-1:]) for word in name.split())


def check_public_name(public_name: str, legal_names: Iterable[str]) -> str:
    """The public name, trimmed. Raises :class:`Invalid` when it is empty or holds a surname of any of these names."""
    trimmed = " ".join(public_name.split())
    if not trimmed:
        raise Invalid("publicName", "Type a public name, such as the first name and an initial, or leave it out.")
    if len(trimmed) > 80:
        raise Invalid("publicName", "A public name is short: the first name and an initial.")
    if sum(letter.isdigit() for letter in trimmed) > 4:
        # An A-number has seven to nine.
        raise Invalid("publicName", "A public name holds no number: it is told to people outside the legal team.")
    said = set(folded(trimmed).split())
    for legal_name in legal_names:
        if held := said & surnames_of(legal_name):
            raise Invalid(
                "publicName",
                'A public name must not hold a surname ("{held}"). Use the first name and an initial, such as {such}',
                held=min(held),
                such=suggest_public_name(legal_name) or "Ana M.",
            )
    return trimmed


def mentions(text: str, legal_names: Iterable[str]) -> str | None:
    """A surname of these names that stands in a free text, or None."""
    said = set(folded(text).split())
    return next((word for name in legal_names for word in sorted(surnames_of(name)) if word in said), None)


def tokens(names: Iterable[str]) -> set[str]:
    """What a name is found by: prefixes of three to eight letters and the sound of each of its words."""
    found: set[str] = set()
    for word in {word for name in names for word in folded(name).split() if word not in _PARTICLES}:
        found.update(word[:length] for length in range(_SHORTEST, min(len(word), _LONGEST) + 1))
        if len(word) >= _SHORTEST and (sound := _sound(word)):
            found.add(sound)
    return found


def sought(query: str) -> list[tuple[str, str | None]]:
    """For each word of a query the token that finds names which begin with it, and the one that finds names which sound
    like it. The longest first: fewest names begin with it. Words too short to be tokens are left out, and so are
    particles; what follows the eighth word is not looked for.
    """
    words = [word for word in folded(query).split() if len(word) >= _SHORTEST and word not in _PARTICLES]
    return [
        (word[:_LONGEST], _sound(word)) for word in sorted(dict.fromkeys(words[:MOST_WORDS]), key=len, reverse=True)
    ]


#: Letters that are one sound to whoever writes a Spanish name down as they hear it: most clients' names are Spanish,
#: and the code they are given was made for English. The words they stand in are folded.
_SPANISH = tuple(
    (re.compile(heard), written)
    for heard, written in (
        (r"^h(?=[aeiou])", ""),
        (r"^x(?=[aeiou])", "j"),
        (r"ll", "y"),
        (r"v", "b"),
        (r"[gq]u(?=[ei])", "k"),
        (r"g(?=[ei])", "j"),
        (r"th", "t"),
        (r"c(?=[ei])|z", "s"),
    )
)


def _heard(word: str) -> str:
    for heard, written in _SPANISH:
        word = heard.sub(written, word)
    return word


def _sound(word: str) -> str | None:
    code = jellyfish.metaphone(_heard(word))
    return f"~{code}" if code else None


def sounds_of(*words: str) -> list[str]:
    """How each of these folded words sounds; nothing where one is too short to tell."""
    codes = [code for word in words if len(word) >= _SHORTEST and (code := _sound(word))]
    return codes if len(codes) == len(words) else []


class Typed:
    """What somebody typed to find a person, ready to be compared with a great many names."""

    def __init__(self, query: str) -> None:
        self._words = folded(query).split()[:MOST_WORDS]
        self._heard = [_heard(word) for word in self._words]

    def likeness(self, names: Iterable[str], *, by_ear: bool = False) -> int:
        """How well it fits the best of these names, 0 to 100: for each word typed the name's word that is most like it,
        its beginning above all (Jaro-Winkler). Their order does not count: of two surnames either may come first.
        ``by_ear`` the words are compared as they sound, and fit a little less for it.
        """
        words = self._heard if by_ear else self._words
        best = 0.0
        for name in names:
            held = folded(name).split()
            if by_ear:
                held = [_heard(word) for word in held]
            if held:
                best = max(best, sum([max([_alike(word, one) for one in held]) for word in words]))
        return round(best * (97 if by_ear else 100) / max(len(words), 1))


_alike = JaroWinkler.normalized_similarity


#: What people say before the number of a case: "C-10423", "C10423", "case 10423", "caso #10423".
_CASE_NUMBER = re.compile(
    r"(?P<said>(?:(?:case|caso|dosye)(?:[\s:]+c)?|c)[\s:\-‐‑–—]*)?#?\s*(?P<number>[0-9]{1,9})", re.IGNORECASE
)


def case_number_in(text: str) -> int | None:
    """The number of a case however people say it: "C-10423", "c10423", "C–10423", "case 10423", "#10423", "10423". None
    for anything else.

    Without the word or the letter it has at most six digits, because seven are an A-number.
    """
    found = _CASE_NUMBER.fullmatch(text.strip())
    if found is None or not (found["said"] or len(found["number"]) <= 6):
        return None
    return int(found["number"])


def normalised_a_number(text: str) -> str:
    """Nine digits; seven- and eight-digit numbers get leading zeros (Immigration Court Practice Manual ch. 1.6).

    Raises :class:`Invalid`.
    """
    found = a_number_in(text)
    if found is None:
        raise Invalid(
            "aNumbers", '"{text}" is not an A-number: it has 7 to 9 digits, such as A 012-345-678.', text=text
        )
    return found


def a_number_in(text: str) -> str | None:
    """The nine digits of an A-number however it is typed: "A012-345-678", "A# 12345678". None for anything else."""
    digits = re.sub(r"[\s\-–#:]", "", text).upper().removeprefix("A")
    return digits.zfill(9) if re.fullmatch(r"[0-9]{7,9}", digits) else None


def checked_birth_date(text: str | None, today: date) -> str | None:
    """An ISO date, or a year when only that is known. Raises :class:`Invalid`, also for a day that has not come yet as
    of ``today`` (in UTC, where no day of ours comes later), and for one before anybody alive was born.
    """
    if text is None or not text.strip():
        return None
    trimmed = text.strip()
    year_alone = re.fullmatch(r"[0-9]{4}", trimmed) is not None
    try:
        born = date(int(trimmed), 1, 1) if year_alone else date.fromisoformat(trimmed)
    except ValueError:
        raise Invalid(
            "birthDate", '"{text}" is not a date. Use 2007-05-31, or the year alone.', text=trimmed[:40]
        ) from None
    if born > today:
        raise Invalid("birthDate", "That day of birth has not come yet. Check the year.")
    if born.year < _EARLIEST_BIRTH:
        raise Invalid("birthDate", "The year {year} looks like a slip. Check the day of birth.", year=born.year)
    return trimmed if year_alone else born.isoformat()
