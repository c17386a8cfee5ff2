"""Up to three experiences side by side; the choice stands in the address alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from experiences.addresses import compare_address
from experiences.comparing import rows_of
from experiences.lines import title_of, where_of
from experiences.models import Experience
from experiences.reading import public_experiences, with_parts
from experiences.views.public.detail import crumbs

LANGUAGES = ("es", "en")
MOST = 3
OFFERED = 100


def experience_compare(request: HttpRequest, page: Page) -> HttpResponse:
    """Those of the address that are public, and others to put beside them."""
    asked = [slug for slug in request.GET.getlist("e") if slug and "\0" not in slug]
    slugs = list(dict.fromkeys(asked))[:MOST]
    path = compare_address()
    if request.path != path:
        return redirect(compare_address(*slugs), permanent=True)
    read = {each.slug: each for each in with_parts(_chosen(slugs))}
    chosen = [read[slug] for slug in slugs if slug in read]
    kept = [each.slug for each in chosen]
    rows = rows_of(chosen)
    context = {
        "page": page,
        "columns": [_column(each, kept) for each in chosen],
        "rows": [row for row in rows if row.differs],
        "alike": [row for row in rows if not row.differs],
        "others": _others(kept) if len(kept) < MOST else [],
        "crumbs": crumbs(page),
        "list_url": area_address("experiences"),
        "clear_url": path,
        "record_alternates": {
            code: compare_address(*kept, language=code) for code in LANGUAGES
        },
        "lead": _("Up to three experiences, question by question."),
    }
    return render(request, "experiences/public/compare.html", context)


def _chosen(slugs: list[str]) -> Any:
    return public_experiences().filter(slug__in=slugs) if slugs else []


def _column(experience: Any, kept: list[str]) -> dict[str, Any]:
    title, language = title_of(experience)
    rest = [slug for slug in kept if slug != experience.slug]
    return {
        "slug": experience.slug,
        "title": title,
        "lang": language,
        "where": where_of(experience),
        "url": experience.get_absolute_url(),
        "without": compare_address(*rest),
    }


def _others(kept: list[str]) -> list[dict[str, str]]:
    """The newest that can be put beside."""
    rows = Experience.objects.public().exclude(slug__in=kept).newest_first()[:OFFERED]
    told = [(row.slug or "", *title_of(row)) for row in rows]
    return [{"slug": slug, "title": title, "lang": lang} for slug, title, lang in told]
