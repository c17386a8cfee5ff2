"""Which pages one of the languages still lacks, or holds older than the other."""

from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page

HOME_DEPTH = 2
SOURCE = settings.LANGUAGE_CODE


def to_translate(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these, the published ones whose other language is missing, a draft or older.

    Spanish is written first: of two published versions only an English one can be
    older than its original.
    """
    others = Page.objects.filter(
        translation_key=OuterRef("translation_key"), alias_of__isnull=True
    ).exclude(locale=OuterRef("locale"))
    older = Q(locale__language_code=SOURCE, other_published__lt=F("last_published_at"))
    return (
        pages.filter(live=True, depth__gte=HOME_DEPTH)
        .annotate(
            other_pk=Subquery(others.values("pk")[:1]),
            other_live=Subquery(others.values("live")[:1]),
            other_published=Subquery(others.values("last_published_at")[:1]),
        )
        .filter(Q(other_pk__isnull=True) | Q(other_live=False) | older)
        .select_related("locale", "content_type")
        .order_by("-last_published_at", "pk")
    )


def waits_for(page: Any) -> str:
    """What the other language lacks: missing, draft or older."""
    if page.other_pk is None:
        return "missing"
    return "older" if page.other_live else "draft"
