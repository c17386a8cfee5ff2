"""How an experience is cited: a line of APA, and the files of BibTeX and RIS; no database."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from amuprev.foundation.addresses import language_in_use
from experiences.addresses import experience_address
from experiences.lines import form_of, title_of

PUBLISHER = "RED-AMUPREV"
# What LaTeX would read as a command.
ESCAPED = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Cited:
    """What every form of citing says."""

    author: str
    year: int
    title: str
    language: str
    form: str
    address: str
    key: str


def cited(experience: Any) -> Cited:
    """Who tells it, when it was first published here, what it is called and where it is."""
    title, other_language = title_of(experience)
    return Cited(
        author=experience.systematised_by or _told_by(experience),
        year=experience.published_at.year,
        title=title,
        language=other_language or language_in_use(),
        form=form_of(experience),
        address=settings.SITE_URL + experience_address(experience.slug),
        key=experience.slug,
    )


def _told_by(experience: Any) -> str:
    """Its organisation; the network where it was told from sources before the portal."""
    return PUBLISHER if experience.content_key else str(experience.owner.name)


def apa(told: Cited) -> tuple[str, str, str]:
    """A reference in APA's seventh edition: before its title, the title, and after it."""
    author = told.author.rstrip(".")
    # APA does not name a publisher again that is the author.
    publisher = "" if author == PUBLISHER else f" {PUBLISHER}."
    return (
        f"{author}. ({told.year}).",
        told.title.rstrip("."),
        f"[{told.form}].{publisher} {told.address}",
    )


def bibtex(told: Cited) -> str:
    """An entry of BibTeX in UTF-8; names in double braces are taken whole."""
    fields = {
        "author": "{" + _latex(told.author) + "}",
        "title": "{" + _latex(told.title) + "}",
        "year": str(told.year),
        "publisher": PUBLISHER,
        "howpublished": _latex(told.form),
        "url": told.address,
        "langid": {"es": "spanish", "en": "english"}[told.language],
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{told.key},", *lines, "}", ""])


def ris(told: Cited) -> str:
    """A record of RIS in UTF-8; each value stands on one line."""
    fields = (
        ("TY", "ELEC"),
        ("AU", told.author),
        ("PY", str(told.year)),
        ("TI", told.title),
        ("PB", PUBLISHER),
        ("M3", told.form),
        ("LA", told.language),
        ("UR", told.address),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields)


def _latex(text: str) -> str:
    return "".join(ESCAPED.get(sign, sign) for sign in " ".join(text.split()))
