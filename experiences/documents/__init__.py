"""An experience as a tagged PDF, made by Typst from what its page tells.

The template is a constant; all that people wrote goes in as data, so no sign of theirs
is ever read as a command. The fonts are those inside the package.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from amuprev.foundation.printing import printable
from experiences.adapted import Adapter, adapted_words
from experiences.choices import Section
from experiences.citing import apa, cited
from experiences.documents.blocks import blocks_of
from experiences.models.experiences import SECTION_TEXTS
from experiences.sections import OutcomeTold, doubts_in
from network.dates import describe, one_day

TEMPLATE = (Path(__file__).parent / "experience.typ").read_bytes()
# The same answer for a day; a version that changes makes another key.
# Its types want the root to be of the same kind as the template.
COMPILE: Any = typst.compile
KEPT_SECONDS = 24 * 60 * 60
MOST_PHOTOS = 8


def experience_pdf(told: dict[str, Any]) -> bytes:
    """The PDF/UA-1 of what the page tells, in the language of the page."""
    said = json.dumps(document_of(told), ensure_ascii=False, sort_keys=True)
    data = printable(said)
    digest = hashlib.sha256(TEMPLATE + data.encode()).hexdigest()
    key = f"experience-pdf-{digest}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = _made(data, told["experience"].photos.all()[:MOST_PHOTOS])
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _made(data: str, photos: Iterable[Any]) -> bytes:
    """Made in a folder of its own that holds the photos and nothing else."""
    held = []
    with TemporaryDirectory() as folder:
        for photo in photos:
            if (content := _content_of(photo)) is not None:
                held.append(_photo_name(photo))
                (Path(folder) / held[-1]).write_bytes(content)
        made = COMPILE(
            TEMPLATE,
            root=folder,
            format="pdf",
            sys_inputs={"told": data, "held": json.dumps(held)},
            pdf_standards="ua-1",
            ignore_system_fonts=True,
        )
    return bytes(made)


def document_of(told: dict[str, Any]) -> dict[str, Any]:
    """What the template prints: words alone, in order."""
    experience = told["experience"]
    language = language_in_use()
    return {
        "language": language,
        "title": told["title"],
        "title_language": told["title_language"] or language,
        "author": experience.owner.name,
        "where": told["where"],
        "form": told["form"],
        "address": settings.SITE_URL + experience.get_absolute_url(),
        "facts": _facts(told),
        "outcomes": [_outcome(each) for each in told["outcomes"]],
        "sections": list(_sections(told)),
        "milestones": [_milestone(each) for each in experience.milestones.all()],
        "voices": [_voice(each) for each in experience.voices.all()],
        "photos": [_photo(each) for each in _photos(experience)],
        "questions": [_question(each) for each in told.get("questions", ())],
        "adapters": [_adapter(each) for each in told["adapters"]],
        "adapted": adapted_words(len(told["adapters"])),
        "sources": _sources(experience),
        "doubts": _text(experience, "doubts" if not _beside_unknown(told) else ""),
        "reference": " ".join(apa(cited(experience))),
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "facts": _("At a glance"),
        "outcomes": _("Outcomes, evidence and cost"),
        "outcome": _("Outcome"),
        "effect": _("Effect"),
        "evidence": _("Strength of the evidence"),
        "cost": _("Cost"),
        "milestones": _("Milestones"),
        "voices": _("Voices"),
        "photos": _("Photos"),
        "questions": _("Questions and answers"),
        "sources": _("Sources"),
        "doubts": _("What we do not know"),
        "cite": _("How to cite it"),
        "only_spanish": _("Only available in Spanish."),
        "page": _("Page"),
        "made": _("Made on %(date)s from %(address)s")
        % {"date": one_day(timezone.localdate()), "address": settings.SITE_URL},
    }


def _facts(told: dict[str, Any]) -> list[tuple[str, str]]:
    experience = told["experience"]
    facts = (
        (_("Who did it"), experience.owner.name),
        (_("Where"), told["place"]),
        (_("When"), told["dates"]),
        (_("Problem"), "; ".join(experience.problem_names)),
        (_("People it is for"), "; ".join(experience.group_names)),
        (_("Type of violence"), "; ".join(experience.violence_type_names)),
        (_("Level of prevention"), _level(experience)),
        (_("Approach"), _approach(experience)),
        (_("INSPIRE strategy"), "; ".join(experience.inspire_names)),
        (_("Themes"), "; ".join(experience.theme_names)),
        (_("Where it was done"), "; ".join(experience.setting_names)),
        (_("People reached"), figure(experience.people_reached or None)),
        (_("Cost"), told["cost"]),
        (_("With whom"), _partners(experience)),
        (_("Systematized by"), experience.systematised_by),
        (_("How it is told"), told["form"]),
    )
    return [(name, words) for name, words in facts if words]


def _level(experience: Any) -> str:
    known = experience.prevention_level
    return str(experience.get_prevention_level_display()) if known else ""


def _approach(experience: Any) -> str:
    return str(experience.get_approach_display()) if experience.approach else ""


def _partners(experience: Any) -> str:
    names = (partner.public_name for partner in experience.partners.all())
    return "; ".join(dict.fromkeys(names))


def _outcome(each: OutcomeTold) -> dict[str, Any]:
    return {
        "text": _text(each.outcome, "text"),
        "effect": each.effect,
        "evidence": each.evidence,
        "cost": each.cost,
    }


def _milestone(milestone: Any) -> dict[str, Any]:
    when = describe(milestone.on, precision=milestone.precision)
    return {"when": when, "text": _text(milestone, "text")}


def _voice(voice: Any) -> dict[str, Any]:
    return {"who": str(voice.get_role_display()), "text": _text(voice, "text")}


def _photos(experience: Any) -> list[Any]:
    return list(experience.photos.all()[:MOST_PHOTOS])


def _photo(photo: Any) -> dict[str, Any]:
    return {"file": _photo_name(photo), "text": _text(photo, "alt_text")}


def _photo_name(photo: Any) -> str:
    suffix = Path((photo.small or photo.file).name or "").suffix
    return f"{photo.sha256[:16]}{suffix}"


def _content_of(photo: Any) -> bytes | None:
    """The light copy, else the photo itself; nothing where it is gone or unreadable.

    One broken photo must not keep the whole document from its readers.
    """
    file = photo.small or photo.file
    try:
        with file.open("rb") as opened:
            content = bytes(opened.read())
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return content


def _question(question: Any) -> dict[str, Any]:
    answer = _text(question, "public_answer")
    return {
        "question": _text(question, "public_question"),
        "language": answer["language"],
        "blocks": blocks_of(answer["words"]),
        "who": _("Answered by %(who)s, %(day)s.")
        % {
            "who": question.association,
            "day": one_day(timezone.localdate(question.published_at)),
        },
    }


def _adapter(each: Adapter) -> dict[str, Any]:
    """Who adapted it; what they changed only once it was published."""
    told: dict[str, Any] = {"who": each.line, "language": "", "blocks": []}
    if each.tells_changes:
        text = _text(each.plan, "changes")
        told |= {"language": text["language"], "blocks": blocks_of(text["words"])}
    return told


def _sources(experience: Any) -> list[dict[str, str]]:
    return [
        {"title": source.title, "url": source.url, "language": source.lang}
        for source in experience.source_list
    ]


def _sections(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    named = [(section.heading, section.field) for section in told["sections"]]
    unknown = SECTION_TEXTS[Section.UNKNOWN] if _beside_unknown(told) else ""
    for heading, field in [(_("In brief"), "summary"), *named]:
        text = _text(told["experience"], field)
        if text["words"]:
            blocks = blocks_of(text["words"])
            if field == unknown:
                blocks += blocks_of(_text(told["experience"], "doubts")["words"])
            yield {"heading": heading, "language": text["language"], "blocks": blocks}


def _beside_unknown(told: dict[str, Any]) -> bool:
    """True where what is uncertain is told with what is not known, in one language."""
    experience = told["experience"]
    names = ("doubts", SECTION_TEXTS[Section.UNKNOWN])
    languages = {_text(experience, name)["language"] for name in names}
    return bool(doubts_in(told["sections"])) and len(languages) == 1


def _text(record: Any, name: str) -> dict[str, str]:
    """A text in the reader's language; else in Spanish, told as such."""
    active = language_in_use()
    if not name:
        return {"words": "", "language": active}
    for language in dict.fromkeys((active, "es")):
        if text := getattr(record, f"{name}_{language}"):
            return {"words": text, "language": language}
    return {"words": "", "language": active}
