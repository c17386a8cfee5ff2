"""From which exchange an experience grew: said in its section, read on both pages."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.choices import Section
from experiences.models import Experience
from experiences.services import corrections, review
from experiences.services.writing import save_section, version_of
from network.choices import Act
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory, published
from tests.network.desk import signed_in
from tests.network.factories import MunicipalityFactory, editor_of_the_portal
from tests.public_pages import plant_pages
from tests.twinnings import factories

pytestmark = pytest.mark.django_db


def say(experience, by, exchange):
    return save_section(
        experience=experience,
        section=Section.ABOUT,
        by=by,
        version=version_of(experience, Section.ABOUT),
        values={"exchange": exchange},
    )


@pytest.fixture
def exchange():
    return factories.published_exchange()


@pytest.fixture
def by(exchange):
    return factories.coordinator_of(exchange.owner)


def test_said_twice_it_is_said_once_and_can_be_taken_back(exchange, by):
    draft = ExperienceFactory(owner=exchange.owner)
    for _turn in range(2):
        assert say(draft, by, exchange).exchange == exchange
    linked = AuditEntry.objects.filter(act=Act.EXPERIENCE_LINKED)
    assert linked.count() == 1
    assert say(draft, by, None).exchange is None
    assert linked.count() == 2


def test_exchanges_of_others_are_neither_offered_nor_taken(exchange, by):
    strange = factories.published_exchange(title_es="De otra gente")
    draft = ExperienceFactory(owner=exchange.owner)
    with pytest.raises(Refused):
        say(draft, by, strange)
    address = reverse("experiences:section", args=[draft.pk, "about"])
    page = html.fromstring(signed_in(by).get(address).content.decode())
    offered = page.xpath("//select[@name='exchange']/option/@value")
    assert offered == ["", str(exchange.pk)]
    draft.refresh_from_db()
    assert draft.exchange is None


def test_where_there_was_none_nothing_is_asked():
    draft = ExperienceFactory(owner=MunicipalityFactory())
    browser = signed_in(factories.coordinator_of(draft.owner))
    address = reverse("experiences:section", args=[draft.pk, "about"])
    assert 'name="exchange"' not in browser.get(address).content.decode()


def test_from_the_form_to_both_public_pages(exchange, by, client):
    plant_pages()
    told = published(owner=exchange.owner)
    made = corrections.start_correction(experience=told, by=by)
    address = reverse("experiences:section", args=[made.pk, "about"])
    browser = signed_in(by)
    page = html.fromstring(browser.get(address).content.decode())
    form = page.xpath("//form[.//select[@name='exchange']]")[0]
    sent = {name: value or "" for name, value in form.form_values()}
    answer = browser.post(address, sent | {"exchange": str(exchange.pk)})
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.exchange == exchange
    review.submit_experience(experience=made, by=by)
    editor = editor_of_the_portal()
    desk = signed_in(editor).get(reverse("experiences:decide", args=[made.pk]))
    assert str(exchange) in desk.content.decode()
    made.refresh_from_db()
    review.publish_experience(experience=made, by=editor)
    told = Experience.objects.get(pk=told.pk)
    assert told.exchange == exchange
    there, back = told.get_absolute_url(), exchange.get_absolute_url()
    assert f'href="{back}"' in client.get(there).content.decode()
    assert f'href="{there}"' in client.get(back).content.decode()


def test_an_experience_outlives_its_exchange():
    exchange = factories.ExchangeFactory()
    experience = ExperienceFactory(owner=exchange.owner, exchange=exchange)
    exchange.delete()
    experience.refresh_from_db()
    assert experience.exchange is None
