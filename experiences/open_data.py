"""The public experiences as an open table: what their pages tell in figures and codes."""

from typing import Any

from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from experiences.adapted import with_adapters
from experiences.addresses import experience_address
from experiences.choices import CostBand, EvidenceDesign, Licence, Problem
from experiences.facets import strongest
from experiences.film_table import FILMS
from experiences.models import Adaptation, Experience
from experiences.question_table import QUESTIONS
from network.choices import Approach, InspireStrategy, PreventionLevel, ViolenceType
from network.models import Place
from network.open_data.common import COUNTRY, DOUBTS, SOURCES, happened
from network.open_data.paths import site_page


def _public() -> Any:
    return with_adapters(
        Experience.objects.public()
        .select_related("owner")
        .prefetch_related(
            Prefetch("places", Place.objects.order_by("key")),
            "outcomes",
            "themes",
            "groups",
            "settings",
        )
    )


def _told_adaptations() -> Any:
    """Saves of what the public reads, and taking it back: not when a plan is written."""
    before = history_of(Adaptation)().filter(
        id=OuterRef("id"), history_id__lt=OuterRef("history_id")
    )
    last = before.order_by("-history_id").values("said_at")[:1]
    told = Q(said_at__isnull=False) | Q(was_said__isnull=False)
    return history_of(Adaptation)().alias(was_said=Subquery(last)).filter(told)


def _entries(name: str) -> Any:
    def read(experience: Any) -> Any:
        return [fields.named(each) for each in getattr(experience, name).all()]

    return read


def _several(key: str, label: Any, about: Any, hxl: str) -> Field:
    return Field(key, label, about, Holds.ENTRIES, _entries(key), hxl)


def _codes(key: str, label: Any, about: Any, words: Any, hxl: str) -> Field:
    return Field(
        key, label, about, Holds.CODES, lambda row: list(getattr(row, key)), hxl, words
    )


FIELDS = (
    fields.text(
        "key",
        _("Key"),
        _("Permanent: it is also in the address."),
        "#meta+id",
        read=lambda row: row.slug,
    ),
    fields.translated("title", _("Title"), _("In each language."), "#meta+title"),
    fields.translated(
        "summary", _("In brief"), _("At most 120 words."), "#description"
    ),
    fields.entry(
        "organisation",
        _("Who did it"),
        _("The municipality or association that tells it."),
        "#org",
        lambda row: fields.named(row.owner, "slug"),
    ),
    COUNTRY,
    _several("places", _("Municipalities"), _("Where it was done."), "#adm3"),
    *happened(),
    fields.yes_no("goes_on", _("It goes on"), _("Yes while it is done."), "#status"),
    fields.yes_no(
        "full",
        _("Full experience"),
        _("Yes if it tells the five moments; otherwise it is a short record."),
        "#meta+full",
    ),
    fields.code(
        "prevention_level",
        _("Level of prevention"),
        _("Primary, secondary or tertiary."),
        PreventionLevel,
        "#activity+level",
    ),
    fields.code(
        "approach", _("Approach"), _("Its means."), Approach, "#activity+approach"
    ),
    _codes(
        "problems", _("Problem"), _("Kinds of act, ICCS level 1."), Problem, "#cause"
    ),
    _codes(
        "violence_types",
        _("Type of violence"),
        _("As the World Health Organization has them."),
        ViolenceType,
        "#cause+type",
    ),
    _codes(
        "inspire_strategies",
        _("INSPIRE strategies"),
        _("Seven strategies against violence towards children."),
        InspireStrategy,
        "#activity+inspire",
    ),
    _several("themes", _("Themes"), _("Of the list of themes."), "#subsector"),
    _several("groups", _("People it is for"), _("Of the list of groups."), "#affected"),
    _several("settings", _("Where it was done"), _("Of the list of settings."), "#loc"),
    fields.code(
        "evidence",
        _("Strength of the evidence"),
        _("The strongest design among its outcomes; it is no mark of quality."),
        EvidenceDesign,
        "#indicator+evidence",
        lambda row: str(strongest(each.evidence for each in row.outcomes.all())),
    ),
    fields.code(
        "cost_band",
        _("Cost"),
        _("By participant, in dollars of its year; the cuts are ours."),
        CostBand,
        "#value+cost",
    ),
    fields.whole("cost_year", _("Year of the cost"), _("Of those dollars."), "#date"),
    fields.whole(
        "people_reached", _("People reached"), _("As its people tell it."), "#reached"
    ),
    fields.whole(
        "adapters",
        _("Municipalities that adapted it"),
        _("How many say in public that they adapted it."),
        "#org+adapted",
    ),
    fields.code(
        "licence", _("Licence"), _("Under what terms it may be used."), Licence, "#meta"
    ),
    SOURCES,
    DOUBTS,
    fields.page(
        lambda row, language: site_page(experience_address(row.slug, language))
    ),
)

TABLES = (
    Table(
        "experiences",
        {"es": "experiencias", "en": "experiences"},
        _("Experiences"),
        _("What municipalities did to prevent violence, told so that others can adapt it."),
        FIELDS,
        _public,
        by="slug",
        kept=(history_of(Experience), _told_adaptations),
    ),
)  # fmt: skip
GROUPS = ((_("Experiences to learn from"), (*TABLES, QUESTIONS, FILMS)),)
