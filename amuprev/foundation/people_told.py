"""What a text that will be public tells of people: an adult's name, a day to come.

A nudge, as of personal data, and as careful not to weary: a name is noticed after a
title or an office, or after words with which one introduces somebody; a day only when
it is told exactly and has not come, or when it comes every week at an hour.
"""

import datetime
import re
from collections.abc import Iterator

from django.utils import timezone

from amuprev.foundation.names_told import (
    NAMES,
    PLACES,
    person_in_office,
    surely_somebody,
)
from amuprev.foundation.names_told import WORD as NAME
from amuprev.foundation.personal_data import DataKind, Found, personal_data

TITLE = (
    r"(?:[Dd]on|[Dd]oña|[Ss]eñora?|[Ss]eñorita|Sra?\.|Srta\.|Mr\.|Mrs\.|Ms\.|Lic\.|Licda\.|"
    r"[Ll]icenciad[oa]|Ing\.|[Ii]ngenier[oa]|Dra?\.|[Dd]octora?|Prof\.|[Pp]rofesora?|"
    r"[Mm]aestr[oa])"
)
OFFICE = (
    r"(?:alcalde(?:sa)?|regidora?|concejala?|síndic[oa]|agente|cabo|sargento|inspectora?|"
    r"comisionad[oa]|pastora?|párroco|líder|lideresa|coordinadora?|directora?|técnic[oa]|"
    r"promotora?|vecin[oa]|testigo|mayor|officer|sergeant|pastor|coordinator|neighbour)"
)
TELLS = (
    r"(?:de nombre|llamad[oa]|se llama|testimonio de|entrevista (?:a|con)|palabras de|"
    r"cuenta|contó|dijo|relata|recuerda|named|called|testimony of|interview with|said)"
)
PEOPLE = (
    re.compile(rf"(?<!\w){TITLE}\s+{NAME}(?:\s+{NAME}){{0,2}}"),
    re.compile(rf"(?<!\w)(?i:{OFFICE}),?\s+(?P<named>{NAME}\s+{NAMES})"),
    re.compile(rf"(?<!\w)(?i:{TELLS}):?\s+(?P<named>{NAMES})"),
)
NOBODYS = frozenset({"Bosco", "Quijote", "Juan Tenorio"})

MONTHS = {
    name: number
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre",
        "january february march april may june july august september october november "
        "december",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"setiembre": 9}
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
WEEKDAY = (
    r"(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|mondays?|tuesdays?|"
    r"wednesdays?|thursdays?|fridays?|saturdays?|sundays?)"
)
YEAR = r"(?P<year>20\d{2})"
DAY = r"(?P<day>\d{1,2})"
DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w/-]){DAY}(?:\s+de)?\s+{MONTH}(?:\s+del?|,)?\s+{YEAR}(?!\d)",
        rf"(?<!\w){MONTH}\s+{DAY},?\s+{YEAR}(?!\d)",
        rf"(?<![\w/-]){DAY}[/.-](?P<month>\d{{1,2}})[/.-]{YEAR}(?![\w/-])",
        rf"(?<![\w/-]){YEAR}-(?P<month>\d{{2}})-{DAY}(?![\w/-])",
    )
)
TO_COME = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w)(?:este|el próximo|la próxima|next|this)\s+(?:{WEEKDAY}|fin de semana)(?!\w)",
        rf"(?<!\w)(?:todos los|cada|los|every|on)\s+{WEEKDAY},?\s+"
        r"(?:de|a las?|desde las?|at|from)\s+\d",
    )
)


def people_told(text: str) -> list[Found]:
    """Personal data, names of adults and days to come; each kind once."""
    found = [*personal_data(text)]
    found += [Found(DataKind.PERSON, words) for words in _first(_people(text))]
    return found + [Found(DataKind.AHEAD, words) for words in _first(_ahead(text))]


def office_told(text: str) -> list[Found]:
    """The same where a post or an office is asked for: a person's name by itself too."""
    found = people_told(text)
    named = {each.kind for each in found} & {DataKind.NAME, DataKind.PERSON}
    words = "" if named else person_in_office(text)
    return [*found, Found(DataKind.PERSON, words)] if words else found


def _first(words: Iterator[str]) -> list[str]:
    return [" ".join(each.split()) for each in (next(words, None),) if each]


def _people(text: str) -> Iterator[str]:
    for pattern in PEOPLE:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            named = match.groupdict().get("named")
            if named is not None and not surely_somebody(named):
                continue
            titled = match[0].split(maxsplit=1)[-1]
            if titled not in NOBODYS and not PLACES.search(before):
                yield match[0]


def _ahead(text: str) -> Iterator[str]:
    today = timezone.localdate()
    for pattern in DATES:
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None and day > today:
                yield match[0]
    for pattern in TO_COME:
        for match in pattern.finditer(text):
            yield match[0]


def _day(match: re.Match) -> datetime.date | None:
    month = match["month"].lower()
    number = MONTHS.get(month) or int(month)
    try:
        return datetime.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
