"""The glossary as open tables: its terms, and what each country calls them."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.glossary import term_address
from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm
from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.open_data.common import COUNTRY, DOUBTS, SOURCES
from network.open_data.organisations import ACRONYM, NUMBER, SLUG_KEY
from network.open_data.paths import site_page


def _country_names() -> QuerySet:
    return GlossaryCountryName.objects.select_related("term")


def _also(term: GlossaryTerm) -> dict[str, str | None]:
    return {code: "; ".join(term.others(code)) or None for code in fields.LANGUAGES}


TABLES = (
    Table(
        "glossary",
        {"es": "glosario", "en": "glossary"},
        _("Glossary"),
        _("Words of the field and what they mean here."),
        (
            SLUG_KEY,
            fields.translated("name", _("Term"), _("In each language."), "#meta+term"),
            fields.translated(
                "definition", _("Definition"), _("What it means here."), "#description"
            ),
            Field(
                "also",
                _("Also called"),
                _("Other words for the same."),
                Holds.BOTH,
                _also,
                "#meta+term+alt",
            ),
            SOURCES,
            DOUBTS,
            fields.page(
                lambda term, language: site_page(term_address(term.slug, language))
            ),
        ),
        GlossaryTerm.objects.all,
        by="slug",
        kept=(history_of(GlossaryTerm),),
    ),
    Table(
        "glossary_country_names",
        {"es": "nombres-por-pais", "en": "names-by-country"},
        _("Names by country"),
        _("What each country calls the thing that a term means."),
        (
            NUMBER,
            fields.entry(
                "term",
                _("Term"),
                _("Key and name of the term of the glossary."),
                "#meta+term",
                lambda row: fields.named(row.term, "slug"),
            ),
            COUNTRY,
            fields.text("name", _("Name"), _("As it is said there."), "#meta+name"),
            ACRONYM,
            fields.translated(
                "basis",
                _("What it rests on"),
                _("Law, regulation or use."),
                "#meta+basis",
            ),
            SOURCES,
        ),
        _country_names,
        by="pk",
        kept=(history_of(GlossaryCountryName),),
    ),
)
