"""The landing: the programme in its words, what was published, and the network's medians."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page

from municipio_seguro import content
from municipio_seguro.addresses import (
    assessment_address,
    feed_address,
    first_look_address,
    instrument_address,
    landing_address,
)
from municipio_seguro.filters import AssessmentFilter
from municipio_seguro.models import Assessment
from municipio_seguro.reading import medians_of, newest
from municipio_seguro.reports.words import number, said
from municipio_seguro.standing import on_map, open_consultations
from municipio_seguro.views.public.common import frame
from network.dates import one_day
from network.lines import country_words


def landing(request: HttpRequest, page: Page) -> HttpResponse:
    """The front page of Municipio Seguro."""
    asked = AssessmentFilter(request.GET)
    rows, older = newest(asked)
    instrument = content.current_instrument()
    medians = medians_of(instrument.numbers[0])
    context = frame(page, lambda language: landing_address(language=language))
    consultations, more = ([], False) if asked.after else open_consultations()
    context |= {
        "placed": None if asked.after else on_map(asked),
        "consultations": consultations,
        "more_consultations": more,
        "rows": [_row(each) for each in rows],
        "count": asked.count,
        "filters": asked.filters(),
        "in_use": asked.in_use(),
        "clear_url": landing_address(),
        "next_url": asked.older_url(older),
        "first_url": asked.first_url(),
        "dimensions": [
            {"label": said(each.name), "values": [number(medians[each.code])]}
            for each in instrument.dimensions
            if each.code in medians
        ],
        "programme": content.programme_told(page.locale.language_code),
        "programme_language": page.locale.language_code,
        "instrument_url": instrument_address(),
        "feed_url": feed_address(),
        "first_look_url": first_look_address(),
    }
    return render(request, "municipio_seguro/public/landing.html", context)


def _row(record: Assessment) -> dict[str, Any]:
    """A line of the list: whose, when and of what kind; no score, for nobody is ranked."""
    published = record.published_at
    return {
        "url": assessment_address(str(record.slug)),
        "name": record.municipality.name,
        "country": country_words(record.municipality.country),
        "day": one_day(timezone.localtime(published).date()) if published else "",
        "kind": record.get_kind_display(),
        "number": record.instrument.number,
        "expired": record.is_expired,
        "fictitious": record.fictitious,
    }
