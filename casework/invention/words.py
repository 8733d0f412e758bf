"""Words that invented people are made of."""

from __future__ import annotations

GIVEN = (
    "Adela", "Benito", "Carmen", "Darío", "Elvira", "Fermín", "Gloria", "Hugo", "Irene", "Jacinto", "Karina",
    "Lorenzo", "Mireya", "Norberto", "Olga", "Pascual", "Queta", "Ramiro", "Sonia", "Teodoro", "Úrsula", "Valentín",
    "Wanda", "Ximena", "Yolanda", "Zenón", "Aurelio", "Brígida", "Cecilio", "Delfina", "Eusebio", "Fátima",
)  # fmt: skip
SURNAMES = (
    "Abarca", "Bracamonte", "Cifuentes", "Dubón", "Echeverría", "Figueredo", "Gualpa", "Henríquez", "Iturbide",
    "Jácome", "Lagos", "Mazariegos", "Nájera", "Ochoa", "Pacas", "Quinteros", "Recinos", "Sandoval", "Tziquin",
    "Urbina", "Velásquez", "Yanes", "Zelaya", "Ambrocio", "Bonilla", "Chavarría", "Duarte", "Escalante", "Funes",
    "Girón", "Huinil", "Izaguirre",
)  # fmt: skip
#: Country, and the court's code of a language spoken there.
HOMES = (
    ("Guatemala", "SP"), ("Honduras", "SP"), ("Ecuador", "SP"), ("Brazil", "POR"), ("Mexico", "SP"),
    ("El Salvador", "SP"), ("Haiti", "CRE"), ("Peru", "QUI"),
)  # fmt: skip
BLURB = "Held far from home with a date ahead; family reachable, papers at hand. A first call would help most."
NOTES = (
    "Called the family; they bring the papers by Thursday and ask when the next date is.",
    "The facility answered: visits mornings only, calls are recorded.",
    "Sponsor found. Letter of support promised, lease and pay slips still to come.",
    "Interpreter booked for the next call.",
)
TASKS = ("File the E-28", "Ask for the record of proceedings", "Collect letters of support", "Call the family back")
