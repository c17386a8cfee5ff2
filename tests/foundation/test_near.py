"""What a process remembers for some seconds, and forgets as soon as it is changed."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from amuprev.foundation.glossary import terms_in
from amuprev.foundation.near import forget, remembered
from tests.network.desk import signed_in
from tests.network.factories import GlossaryTermFactory, editor_of_the_portal
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def test_it_is_asked_once_until_it_is_forgotten():
    answers = iter(["uno", "dos", "tres"])
    for of, answer in (("es", "uno"), ("es", "uno"), ("en", "dos")):
        assert remembered("what", lambda: next(answers), of) == answer
    forget("what")
    assert remembered("what", lambda: next(answers), "es") == "tres"


def test_nothing_is_an_answer_too():
    answers = iter([[], ["algo"]])
    assert remembered("none", lambda: next(answers)) == []
    assert remembered("none", lambda: next(answers)) == []


def test_the_menu_has_a_page_s_new_name_at_once(client):
    client.get("/es/")
    page = Page.objects.get(url_path="/amuprev-es/noticias/")
    page.title = "Lo nuevo"
    page.save()
    assert "Lo nuevo" in client.get("/es/").content.decode()


def test_a_term_is_known_and_unknown_at_once():
    assert terms_in("la mesa local") == []
    term = GlossaryTermFactory(name_es="mesa local")
    assert [each.name for each in terms_in("la mesa local")] == ["mesa local"]
    term.delete()
    assert terms_in("la mesa local") == []


def test_a_word_is_no_way_on_from_the_editors_desk():
    """Wagtail takes it for the name of a view."""
    browser = signed_in(editor_of_the_portal())
    page = Page.objects.get(url_path="/amuprev-es/noticias/")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = browser.post(address, {"title": "Noticias", "next": "É"})
    assert answer.status_code == 400
