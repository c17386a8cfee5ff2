"""Editors' pages about violence close to home: the way out, and whom to call."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import REGION_COUNTRIES
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    HelpLineFactory,
    ThemeFactory,
)
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, a_standard, an_event

pytestmark = pytest.mark.django_db

MARKS = ("data-quick-exit", "quick-exit.js", 'id="help-lines"')


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()
    HelpLineFactory(country="SV", number="126")
    HelpLineFactory(country="HN", number="114")


def read(client, page) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def offers(told: str) -> bool:
    (found,) = {mark in told for mark in MARKS}
    return found


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("make", [a_news, a_bulletin, a_standard, an_event])
def test_the_tick_decides_on_each_kind_of_page(client, make, language):
    assert not offers(read(client, make(language)))
    given = {"quarter": 2} if make is a_bulletin else {}
    told = read(client, make(language, about_close_violence=True, **given))
    assert offers(told)
    assert 'href="tel:126"' in told
    assert f'href="https://{language}.wikipedia.org/' in told


def test_a_page_of_no_country_shows_all_and_others_their_own(client):
    told = read(client, a_standard(about_close_violence=True))
    assert told.count('<li class="panel panel-sky">') == len(REGION_COUNTRIES)
    author = AssociationFactory(country="HN")
    told = read(client, a_news(about_close_violence=True, author=author))
    assert 'href="tel:114"' in told
    assert "tel:126" not in told


def test_news_of_such_an_activity_need_no_tick(client):
    about_it = ApprovedActivityFactory(violence_types=["family_partner"])
    other = ApprovedActivityFactory(violence_types=["community"])
    assert offers(read(client, a_news(activity=about_it)))
    assert not offers(read(client, a_news(activity=other)))
    themed = ApprovedActivityFactory(violence_types=["community"])
    themed.themes.add(ThemeFactory(key="gender"))
    assert offers(read(client, a_news(activity=themed)))
    about_it.hidden_at = timezone.now()
    about_it.save()
    assert not offers(read(client, a_news(activity=about_it)))


def test_an_event_by_invitation_does_not_tell_by_it_what_it_is_about(client):
    soon = timezone.localdate() + datetime.timedelta(days=9)
    event = an_event(day=str(soon), admission="invitation", about_close_violence=True)
    assert not offers(read(client, event))


def test_editors_find_the_tick_on_each_kind_of_page(admin_client):
    for page in (a_news(), a_bulletin(), a_standard(), an_event()):
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        told = admin_client.get(edit, follow=True).content.decode()
        assert 'name="about_close_violence"' in told, page
