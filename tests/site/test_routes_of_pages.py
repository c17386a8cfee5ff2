"""Every page of the site is found as Wagtail finds it, with few questions (P8)."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import Http404
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from amuprev.site.models import HomePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]
MOST = 8


def pages():
    homes = HomePage.objects.all()
    return [
        page
        for home in homes
        for page in Page.objects.descendant_of(home, inclusive=True).specific()
    ]


def test_no_page_asks_more_than_eight_questions(client):
    asked = {}
    for page in pages():
        cache.clear()
        address = page.get_url()
        if client.get(address).status_code != 200:
            continue
        with CaptureQueriesContext(connection) as questions:
            client.get(address)
        asked[address] = len(questions)
    assert len(asked) >= 40
    assert {where: many for where, many in asked.items() if many > MOST} == {}


def test_each_address_leads_to_its_own_page():
    request = RequestFactory().get("/")
    for page in pages():
        home = HomePage.objects.get(locale=page.locale)
        parts = page.url_path.removeprefix(home.url_path).split("/")[:-1]
        found = home.route(request, [part for part in parts if part])
        assert (found.page.pk, found.page.__class__) == (page.pk, page.__class__)


def test_a_draft_and_what_lies_below_nothing_are_not_found(client):
    draft = Page.objects.filter(depth=4).first()
    draft.live = False
    draft.save(update_fields=["live"])
    home = HomePage.objects.get(locale=draft.locale)
    parts = draft.url_path.removeprefix(home.url_path).strip("/").split("/")
    for wrong in (parts, [*parts, "nada"], ["nada"], ["nada"] * 9):
        with pytest.raises(Http404):
            home.route(RequestFactory().get("/"), wrong)
