"""A published assessment: its report, from the revision that is read."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from municipio_seguro.addresses import (
    assessment_address,
    file_address,
    instrument_address,
)
from municipio_seguro.qr_codes import qr_code
from municipio_seguro.reading import Published, medians_of, published, related_of
from municipio_seguro.reports import report_of
from municipio_seguro.reports.titles import title_of
from municipio_seguro.reports.words import day_of
from municipio_seguro.views.public.common import frame
from network.addresses import organisation_address
from network.choices import PublicKind


def assessment_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """The page of a published assessment; of a withdrawn one its reason alone."""
    found = published(slug, request.GET.get("revision", ""))
    if found is None:
        raise Http404
    context = frame(page, lambda language: assessment_address(slug, language))
    record = found.assessment
    context |= {
        "assessment": record,
        "address": settings.SITE_URL + assessment_address(slug),
        "town_url": organisation_address("municipality", record.municipality.slug)
        if record.municipality.shown
        else "",
        "title": title_of(record),
        "take_down": f"{PublicKind.ASSESSMENT.value}-{record.pk}",
    }
    if found.snapshot is None:
        return render(request, "municipio_seguro/public/withdrawn.html", context)
    context |= {**_report(found), "qr": qr_code(context["address"])}
    return render(request, "municipio_seguro/public/assessment.html", context)


def _report(found: Published) -> dict[str, Any]:
    record, snapshot = found.assessment, found.snapshot
    if snapshot is None:
        return {}
    instrument = record.instrument.instrument
    return {
        "report": report_of(
            snapshot, instrument, medians_of(instrument.numbers[0]), found.hidden
        ),
        "snapshot": snapshot,
        "latest": found.revisions[-1],
        "revisions": found.revisions if len(found.revisions) > 1 else [],
        "instrument_url": instrument_address(),
        "files": [
            {"words": words, "url": file_address(str(record.slug), form)}
            for form, words in (
                ("pdf", _("Report to print (PDF)")),
                ("csv", _("Answers (CSV)")),
                ("json", _("Everything that is published (JSON)")),
            )
        ],
        "related": [
            {
                "url": assessment_address(each["slug"]),
                "day": day_of(each["published_at"].isoformat()),
            }
            for each in related_of(record)
        ],
    }
