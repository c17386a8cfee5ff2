"""Words that seem to hold somebody's personal data: pure, a nudge and never a wall.

Looks for the identity documents of the region, telephones, e-mail addresses, dates of
birth and names of minors or victims. Amounts, years, dates and numbers of laws are
left in peace: who is warned too often stops reading.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from amuprev.foundation import names_told


class DataKind(Enum):
    """What a text seems to hold, with the sentence that says so."""

    DOCUMENT = _(
        "It seems to hold the number of an identity document. Take it out: nobody needs "
        "it here."
    )
    PHONE = _(
        "It seems to hold a telephone number. Leave it only if it is an office's."
    )
    EMAIL = _("It seems to hold an e-mail address. Leave it only if it is an office's.")
    BIRTH = _("It seems to hold somebody's date of birth. Write only their age group.")
    NAME = _(
        "It seems to name a minor or a victim. Write «a girl» or «a young person» instead."
    )
    # By its age or its introduction everywhere; by a title or an office only in texts
    # that are written to be public: see people_told.
    PERSON = _(
        "It seems to name a person. Write their office or their part instead, or leave "
        "the name only if they agreed."
    )
    AHEAD = _(
        "It seems to tell a day that has not come, or comes every week. Take it out: "
        "nothing public tells where people will be."
    )


@dataclass(frozen=True)
class Found:
    """What was found, and the words in which it stands."""

    kind: DataKind
    words: str

    @property
    def sentence(self) -> str:
        """What to do, in the reader's language."""
        return str(self.kind.value)


Check = Callable[[re.Match], bool]

CALLED_DOCUMENT = (
    r"(?:d\.?u\.?i\.?|d\.?p\.?i\.?|c\.?u\.?i\.?|d\.?n\.?i\.?|r\.?t\.?n\.?|n\.?i\.?t\.?|"
    r"c[ée]dulas?|pasaportes?|documentos?\s+de\s+identidad|passports?|identity\s+card|"
    r"partidas?\s+de\s+nacimiento)"
)
CALLED_PHONE = (
    r"(?:tel[ée]fonos?|tel[s.]?|celular(?:es)?|cel\.?|m[óo]vil(?:es)?|whats?app|wsp|"
    r"llam(?:ar|e|en)\s+al?|phones?|call)"
)
BETWEEN = r"(?:\s*(?:n[.º°o]*|n[úu]m(?:ero)?\.?|es|is|[:#])){0,3}\s*"
CHILD = (
    r"(?:menor(?:es)?|ni[ñn][oa]s?|adolescentes?|bebés?|hij[oa]s?|alumn[oa]s?|"
    r"estudiantes?|j[óo]ven(?:es)?|v[íi]ctimas?|minors?|girls?|boys?|child(?:ren)?|"
    r"teenagers?|victims?)"
)
CALLED = (
    r"(?:de\s+nombres?|llamad[oa]s?|que\s+se\s+llaman?|cuyos?\s+nombres?\s+(?:es|son)|"
    r"identificad[oa]s?\s+como|named|called|whose\s+names?\s+(?:is|are))"
)


def _is_guatemalan(found: re.Match) -> bool:
    """The last four figures of a DPI are a department and a municipality."""
    digits = re.sub(r"\D", "", found[0])
    return 1 <= int(digits[9:11]) <= 22 and 1 <= int(digits[11:13]) <= 40


def _is_honduran(found: re.Match) -> bool:
    """Department, municipality and year of birth begin a DNI and a person's RTN."""
    digits = re.sub(r"\D", "", found[0])
    year = int(digits[4:8])
    return 1 <= int(digits[:2]) <= 18 and 1900 <= year <= 2100


def _is_no_range(found: re.Match) -> bool:
    """Years and round figures from one to another are no telephone."""
    first, second = (int(part) for part in re.findall(r"\d{4}", found[0])[-2:])
    years = 1900 <= first <= 2100 and 1900 <= second <= 2100
    rounded = first % 10 == 0 and second % 10 == 0
    return not years and not rounded


def _always(found: re.Match) -> bool:
    return True


def _rule(
    kind: DataKind, pattern: str, check: Check = _always, flags: int = re.IGNORECASE
) -> tuple[DataKind, re.Pattern, Check]:
    return kind, re.compile(pattern, flags), check


# Not inside a longer number, an amount or an address.
START, END = r"(?<![\w.,/$-])", r"(?![\w/%-]|[.,]\d)"

RULES = (
    _rule(DataKind.EMAIL, r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    # Called by its name, however it is written.
    _rule(
        DataKind.DOCUMENT,
        rf"(?<!\w){CALLED_DOCUMENT}{BETWEEN}(?=[\w-]*\d)[\dA-Z][\dA-Z -]{{5,17}}\d?[A-Z]?{END}",
    ),
    # El Salvador (DUI), Costa Rica, the Dominican Republic, Panama, Nicaragua.
    _rule(DataKind.DOCUMENT, rf"{START}0\d{{7}}-\d{END}"),
    _rule(DataKind.DOCUMENT, rf"{START}[1-9]-\d{{4}}-\d{{4}}{END}"),
    _rule(DataKind.DOCUMENT, rf"{START}\d{{3}}-\d{{7}}-\d{END}"),
    _rule(
        DataKind.DOCUMENT,
        rf"{START}(?:[1-9]|1[0-3]|PE|E|N|PI|AV)-\d{{3,4}}-\d{{2,6}}{END}",
    ),
    _rule(DataKind.DOCUMENT, rf"{START}\d{{3}}-?\d{{6}}-?\d{{4}}[A-Z]{END}"),
    # Guatemala and Honduras.
    _rule(
        DataKind.DOCUMENT,
        rf"{START}\d{{4}}[ -]?\d{{5}}[ -]?\d{{4}}{END}",
        _is_guatemalan,
    ),
    _rule(
        DataKind.DOCUMENT,
        rf"{START}\d{{4}}[ -]?\d{{4}}[ -]?\d{{5,6}}{END}",
        _is_honduran,
    ),
    _rule(
        DataKind.PHONE,
        rf"(?<!\w){CALLED_PHONE}{BETWEEN}\+?\(?\d[\d ().-]{{5,16}}\d{END}",
    ),
    _rule(
        DataKind.PHONE, rf"(?<![\w.,/$])\+\d{{1,3}}[ .-]?\(?\d[\d ().-]{{5,12}}\d{END}"
    ),
    _rule(DataKind.PHONE, rf"{START}[2678]\d{{3}}[ -]\d{{4}}{END}", _is_no_range),
    _rule(DataKind.PHONE, rf"{START}\(?8[024]9\)?[ -]\d{{3}}[ -]\d{{4}}{END}"),
    _rule(
        DataKind.BIRTH,
        r"(?:fecha\s+de\s+nacimiento|naci[óo]\s+el|nacid[oa]s?\s+el|date\s+of\s+birth|"
        r"born\s+on)\W{1,3}(?:the\s+)?\w*\s*\d",
    ),
    _rule(DataKind.NAME, rf"(?<!\w){CHILD}(?:\s+de\s+edad)?,?\s+{CALLED}\W+\w[\w.]*"),
    # A capital after the word, as names have: «la niña María», «el menor Juan P.»
    _rule(DataKind.NAME, names_told.OF_A_CHILD, names_told.is_a_childs, 0),
    _rule(
        DataKind.NAME, names_told.OF_A_CHILD_SMALL, names_told.is_a_childs_in_small, 0
    ),
    _rule(DataKind.NAME, names_told.WITH_AN_AGE, names_told.is_a_minor_with_an_age, 0),
    _rule(DataKind.NAME, names_told.AGE_BEFORE, names_told.is_a_minor_after_an_age, 0),
    _rule(
        DataKind.PERSON, names_told.WITH_AN_AGE, names_told.is_an_adult_with_an_age, 0
    ),
    _rule(DataKind.PERSON, names_told.INTRODUCED, names_told.is_introduced, 0),
)


def personal_data(text: str) -> list[Found]:
    """What a text seems to hold, each kind once, in the order it stands."""
    found: dict[DataKind, tuple[int, Found]] = {}
    for kind, match in _matches(text):
        earlier = found.get(kind)
        if earlier is None or match.start() < earlier[0]:
            words = " ".join(match[0].split())
            found[kind] = match.start(), Found(kind, words)
    return [each for _place, each in sorted(found.values(), key=lambda pair: pair[0])]


def _matches(text: str) -> Iterator[tuple[DataKind, re.Match]]:
    for kind, pattern, check in RULES:
        for match in pattern.finditer(text):
            if check(match):
                yield kind, match
                break
