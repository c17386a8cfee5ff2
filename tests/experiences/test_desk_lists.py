"""What waits is told on the first page; editors find every experience in one list."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.models import Experience
from experiences.services import review
from tests.experiences.factories import (
    ExperienceFactory,
    SentExperienceFactory,
    published,
)
from tests.experiences.film_factories import sent_film
from tests.experiences.plan_factories import a_plan
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db
LIST = reverse("experiences:experiences")


def titles(answer):
    page = html.fromstring(answer.content.decode())
    return [each.strip() for each in page.xpath("//h2[@class='log-title']/a/text()")]


def test_editors_read_first_what_waits_for_them():
    SentExperienceFactory()
    sent_film()
    editor = editor_of_the_portal()
    page = signed_in(editor).get(reverse("workspace:home")).content.decode()
    assert "1 experiencia espera su revisión" in page
    assert "1 video espera su revisión" in page
    assert f"{reverse('films:films')}?state=submitted" in page


def test_whoever_reviews_a_town_reads_first_what_it_changed(monkeypatch):
    plan = a_plan()
    monkeypatch.setattr(
        "amuprev.site.to_do.experiences_waiting.changes_to_decide",
        lambda _user: type(plan).objects.all()[:2],
    )
    page = signed_in(staff_of(plan.owner)).get(reverse("workspace:home"))
    assert "Lo que se cambió en 1 plan espera su revisión" in page.content.decode()


def test_editors_list_what_was_sent_in_any_state_by_state_and_country():
    ExperienceFactory(title_es="Borrador")
    SentExperienceFactory(title_es="Enviada")
    shown = published(title_es="Publicada")
    gone = published(title_es="Retirada")
    editor = editor_of_the_portal()
    review.withdraw_experience(experience=gone, by=editor)
    browser = signed_in(editor)
    assert titles(browser.get(LIST)) == ["Retirada", "Publicada", "Enviada"]
    assert titles(browser.get(LIST, {"state": "approved"})) == ["Publicada"]
    Experience.objects.filter(pk=shown.pk).update(country="GT")
    assert titles(browser.get(LIST, {"country": "GT"})) == ["Publicada"]
    nothing = browser.get(LIST, {"country": "GT", "state": "returned"})
    assert "No hay nada así." in nothing.content.decode()
    assert f'href="{LIST}"' in browser.get(reverse("workspace:home")).content.decode()


def test_its_pages_keep_the_filter(monkeypatch):
    monkeypatch.setattr("experiences.views.workspace.listing.PAGE", 2)
    town = published(title_es="Primera").owner
    for turn in ("Segunda", "Tercera"):
        published(title_es=turn, owner=town)
    browser = signed_in(staff_of(town))
    first = browser.get(LIST, {"state": "approved"})
    assert titles(first) == ["Tercera", "Segunda"]
    (older,) = html.fromstring(first.content.decode()).xpath("//a[@rel='next']/@href")
    assert "state=approved" in older
    second = browser.get(LIST + older)
    assert titles(second) == ["Primera"]
    assert 'href="?state=approved"' in second.content.decode()
