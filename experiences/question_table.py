"""What readers asked about public experiences and was answered, as an open table."""

from typing import Any

from django.db.models import BigIntegerField, Case, F, OuterRef, Subquery, When
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.tables import Table
from experiences.addresses import experience_address
from experiences.models import Experience
from network.choices import PublicKind
from network.models import Question
from network.open_data.paths import site_page


def _public() -> Any:
    """Those that stand on the page of an experience that is public now."""
    about = Question.objects.filter(kind=PublicKind.EXPERIENCE, public=True)
    # Other kinds have keys that are no numbers, and a database may look at them first.
    number = Case(
        When(kind=PublicKind.EXPERIENCE, then=Cast("key", BigIntegerField())),
        output_field=BigIntegerField(),
    )
    public = Experience.objects.public().order_by()
    return (
        about.alias(number=number)
        .filter(number__in=public.values("pk"))
        .annotate(
            experience_slug=Subquery(
                public.filter(pk=OuterRef("number")).values("slug")
            )
        )
        .select_related("association")
    )


def _written() -> Any:
    """When what stands in public, or stood there, was last saved."""
    # Rewritten for its languages, the columns would come in any order.
    rows: Any = Question.objects.all()
    once = rows.rewrite(False).filter(
        kind=PublicKind.EXPERIENCE, published_at__isnull=False
    )
    return once.alias(history_date=F("written_at"))


def _slug(question: Any) -> str:
    return str(question.experience_slug or "")


FIELDS = (
    fields.whole(
        "number", _("Number"), _("Of this row; it does not change."), "#meta+id",
        lambda row: row.pk,
    ),
    fields.text(
        "experience",
        _("Experience"),
        _("Key of the experience it was asked about."),
        "#meta+experience",
        read=_slug,
    ),
    fields.translated(
        "public_question",
        _("Question"),
        _("In the words that were published, never those of whoever asked."),
        "#description+question",
    ),
    fields.translated(
        "public_answer", _("Answer"), _("Of the association."), "#description+answer"
    ),
    fields.entry(
        "association",
        _("Association"),
        _("Key and name of the association."),
        "#org+association",
        lambda row: fields.named(row.association, "slug"),
    ),
    fields.day(
        "published_at", _("Published"), _("First day it was public."), "#date",
        lambda row: timezone.localdate(row.published_at).isoformat(),
    ),
    fields.page(
        lambda row, language: site_page(
            f"{experience_address(_slug(row), language)}#question-{row.pk}"
        )
    ),
)  # fmt: skip

QUESTIONS = Table(
    "experience-questions",
    {"es": "preguntas-de-experiencias", "en": "questions-about-experiences"},
    _("Questions and answers about experiences"),
    _("What readers asked about experiences and the associations answered for everybody."),
    FIELDS,
    _public,
    by="pk",
    kept=(_written,),
)  # fmt: skip
