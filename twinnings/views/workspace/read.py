"""A twinning or an exchange as whoever decides on it reads it: both languages, all of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.people_told import people_told
from amuprev.foundation.together import complete, related_to
from network.models import User
from twinnings import rules
from twinnings.lines import dated, life_of, when_of
from twinnings.models import Exchange, Twinning
from twinnings.views.workspace.chosen import chosen_of

TEXTS: dict[type, tuple[str, ...]] = {
    Twinning: (
        "problem", "offer", "objective", "agreement_summary", "results", "funding",
        "doubts",
    ),
    Exchange: ("title", "what_happened", "learnt", "result", "payer", "doubts"),
}  # fmt: skip
# What of an exchange is rows: the relation, and the texts of a row.
ROWS: dict[str, tuple[str, ...]] = {
    "agenda": ("text",),
    "places_seen": ("name",),
    "delegation": ("institution",),
}


WHO = ("party__place", "party__organisation")


def read_whole(record: Any) -> list[Any]:
    """All that whoever decides reads, in one question; the steps of its review."""
    own: dict[str, Any] = {"steps": record.steps.select_related("by")}
    if isinstance(record, Twinning):
        parties = related_to(record, "parties").select_related("place", "organisation")
        own["documents"] = related_to(record, "documents").filter(exchange=None)
        own["parties"] = parties
        return complete(record, "status_entries", "themes", "facilitators", **own)[
            "steps"
        ]
    own["commitments"] = related_to(record, "commitments").select_related(*WHO)
    own["activities"] = logged(record)
    names = (*ROWS, "follow_ups", "photos", "documents", "themes")
    return complete(record, *names, **own)["steps"]


def logged(exchange: Exchange) -> Any:
    """The activities that came of it, with whoever did them."""
    return related_to(exchange, "activities").select_related("owner")


def as_read(user: User, record: Any) -> dict[str, Any]:
    """All its texts, for whoever reads it and does not write it now; its files only for
    its own people and whoever reviews it."""
    if rules.may_edit(user, record):
        return {"parts": []}
    inside = rules.may_read_inside(user, record)
    return {"parts": parts_of(record), "pieces": pieces_of(record) if inside else {}}


def pieces_of(record: Any) -> dict[str, list[Any]]:
    """Its photos and documents, in the public or not; without those taken out."""
    found = {"documents": record.documents.all()}
    if isinstance(record, Exchange):
        found["photos"] = record.photos.all()
    for each in (row for rows in found.values() for row in rows):
        each.noticed = people_told("\n".join(_titles(each)))
    return {
        name: [each for each in rows if each.removed_at is None]
        for name, rows in found.items()
    }


def _titles(piece: Any) -> Iterator[str]:
    """What the world would read of a file beside it, in both languages."""
    name = "title" if hasattr(piece, "title_es") else "alt_text"
    for code in ("es", "en"):
        yield getattr(piece, f"{name}_{code}") or ""
    yield getattr(piece, "address", "")


def parts_of(record: Any) -> list[dict[str, Any]]:
    """Every text that was written, with what seems to hold somebody's data."""
    return [*_facts(record), *_texts(record), *_rows(record)]


def _facts(record: Any) -> Iterator[dict[str, Any]]:
    """When and where, who takes part and from what it is known."""
    if isinstance(record, Twinning):
        yield from _part(_("When"), [life_of(record), _signed(record)])
        yield from _part(
            _("Parties, with their offices"),
            [_party(each) for each in record.parties.all()],
        )
    else:
        yield from _part(_("When"), [when_of(record)])
        yield from _part(_("Where"), [record.place.name if record.place else ""])
    yield from _part(_("What was chosen or counted"), chosen_of(record))
    yield from _part(_("Sources"), map(_source, record.sources.splitlines()))


def _part(title: str, lines: Iterable[Any]) -> Iterator[dict[str, Any]]:
    said = [str(line) for line in lines if line]
    if said:
        noticed = people_told("\n".join(said))
        yield {"title": title, "es": "", "en": "", "noticed": noticed, "lines": said}


def _signed(twinning: Any) -> str:
    if twinning.signed_on is None:
        return str(twinning.signed_where)
    day = dated(
        twinning.signed_on,
        None,
        twinning.signed_precision,
        uncertain=twinning.signed_uncertain,
    )
    where = ", ".join(part for part in (day, twinning.signed_where) if part)
    return f"{_('Signed')}: {where}"


def _source(line: str) -> str:
    """A source under its names, then its address, which is kept between them."""
    title, address, english, *_rest = (*(p.strip() for p in line.split("|")), "", "")
    names = " / ".join(dict.fromkeys(filter(None, (title, english))))
    return " · ".join(filter(None, (names, address)))


def _party(party: Any) -> str:
    """A party with what is written of it, in both languages."""
    texts = (_both(party, "body"), _both(party, "signing_office"))
    return ": ".join(filter(None, (str(party), " · ".join(filter(None, texts)))))


def _both(row: Any, name: str) -> str:
    """A text in both languages; once where they say the same."""
    texts = (getattr(row, f"{name}_{code}") or "" for code in ("es", "en"))
    return " / ".join(dict.fromkeys(text for text in texts if text))


def _texts(record: Any) -> Iterator[dict[str, Any]]:
    model = type(record)
    for name in TEXTS[model]:
        es = getattr(record, f"{name}_es") or ""
        en = getattr(record, f"{name}_en") or ""
        if es or en:
            yield {
                "title": model._meta.get_field(name).verbose_name,
                "es": es,
                "en": en,
                "noticed": people_told(f"{es}\n{en}"),
                "lines": [],
            }


def _rows(record: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(record, Exchange):
        return
    titles = {
        "agenda": _("Agenda"),
        "places_seen": _("What was visited"),
        "delegation": _("Who takes part"),
    }
    for name in ROWS:
        lines = [line_of(name, row) for row in getattr(record, name).all()]
        yield from _part(titles[name], lines)


def line_of(name: str, row: Any) -> str:
    """A row in words."""
    if name != "delegation":
        return _both(row, ROWS[name][0])
    parts = [
        str(row.people or "?"),
        str(row.get_role_display()),
        str(row.get_sex_display()),
        row.institution_es or "",
        row.institution_en or "",
    ]
    return ", ".join(part for part in dict.fromkeys(parts) if part)
