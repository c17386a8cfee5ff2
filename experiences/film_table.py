"""The public films as an open table: what is known of each, and where it is watched."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from experiences.choices import Licence, Provider, Spoken, TrackLanguage
from experiences.film_addresses import film_address
from experiences.film_lines import read_languages
from experiences.models import Film
from network.open_data.common import COUNTRY, DOUBTS, SOURCES
from network.open_data.paths import site_page


def _public() -> Any:
    return (
        Film.objects.public()
        .select_related("owner", "place", "current", "experience__owner")
        .prefetch_related("tracks")
    )


def _captions(film: Any) -> list[str]:
    read = read_languages(film)
    return [code.value for code in TrackLanguage if code in read]


def _experience(film: Any) -> Any:
    """The experience that it tells, while that is public."""
    told = film.experience
    return str(told.slug) if told is not None and told.is_public else None


def _outside(film: Any) -> Any:
    return film.outside.address if film.outside else None


FIELDS = (
    fields.text(
        "key",
        _("Key"),
        _("Permanent: it is also in the address."),
        "#meta+id",
        read=lambda row: row.slug,
    ),
    fields.translated("title", _("Title"), _("In each language."), "#meta+title"),
    fields.translated("summary", _("Summary"), _("What it tells."), "#description"),
    fields.entry(
        "organisation",
        _("Told by"),
        _("The municipality or association that tells of it."),
        "#org",
        lambda row: fields.named(row.owner, "slug"),
    ),
    COUNTRY,
    fields.entry(
        "place",
        _("Municipality"),
        _("Where it was filmed."),
        "#adm3",
        lambda row: fields.named(row.place) if row.place else None,
    ),
    fields.whole("year", _("Year"), _("In which it was made."), "#date+year"),
    fields.text(
        "experience",
        _("Experience"),
        _("Key of the experience that it tells."),
        "#meta+experience",
        read=_experience,
    ),
    fields.yes_no(
        "found",
        _("It can be watched"),
        _("No while its address is to be confirmed."),
        "#status",
    ),
    fields.code(
        "provider", _("Site"), _("Where it stands, if not here."), Provider, "#meta+site"
    ),
    Field(
        "outside", _("Address there"), _("Its page on that site."), Holds.LINK, _outside,
        "#meta+url",
    ),
    fields.whole(
        "duration",
        _("Lasts"),
        _("In seconds."),
        "#indicator+seconds",
        lambda row: round(row.duration / 1000) if row.duration else None,
    ),
    fields.code(
        "spoken", _("Spoken language"), _("What is spoken in it."), Spoken, "#meta+lang"
    ),
    Field(
        "captions",
        _("Captions"),
        _("Languages in which what is said can be read while it plays."),
        Holds.CODES,
        _captions,
        "#meta+captions",
        TrackLanguage,
    ),
    fields.text("credit", _("Made by"), _("Who filmed it."), "#org+author"),
    fields.text("rights_holder", _("Rights"), _("Whose it is."), "#org+rights"),
    fields.code(
        "licence", _("Licence"), _("Under what terms it may be used."), Licence, "#meta"
    ),
    SOURCES,
    DOUBTS,
    fields.page(lambda row, language: site_page(film_address(row.slug, language))),
)  # fmt: skip

FILMS = Table(
    "videos",
    {"es": "videos", "en": "videos"},
    _("Videos"),
    _("What municipalities filmed of their work, and what is known of videos not found yet."),
    FIELDS,
    _public,
    by="slug",
    kept=(history_of(Film),),
)  # fmt: skip
