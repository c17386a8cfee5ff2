"""Lists of pages: whatever page number is asked, few questions, and cards."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from amuprev.site.blocks import CardBlock, CardsBlock
from network.models import Assembly
from network.services.people import keep_editors_in_step
from tests.network.desk import signed_in
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
    editor_of_the_portal,
)
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, a_picture, a_standard, an_event

pytestmark = pytest.mark.django_db

LISTS = ("/es/noticias/", "/es/agenda/", "/es/boletines/")
NUMBERS = ("-1", "0", "1000000000", "abc", "", "9" * 5000, "1.5", "\x00", "\u0663")
CARD = {"page": None, "organisation": None, "activity": None, "text": ""}


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def fill(many: int, first: int = 0) -> None:
    for number in range(first, many):
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=number)
        a_news("es", day=day, picture=a_picture(), picture_text="La plaza")
        an_event("es", day=day)
        an_event("es", day=timezone.localdate() + datetime.timedelta(days=number + 1))
        a_bulletin("es", year=2010 + number, quarter=1 + number % 4)


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("many", [0, 14])
def test_any_page_number_is_answered_with_a_part_of_the_list(client, address, many):
    fill(many)
    for number in NUMBERS:
        answer = client.get(address, {"p": number})
        assert answer.status_code == 200, (address, number[:10])
        page = answer.content.decode()
        assert ('class="empty"' in page) == (many == 0)
        if many:
            beyond = number in ("1000000000", "\u0663")
            assert ("Más antiguas" in page) != beyond, number[:10]


@pytest.mark.parametrize("address", [*LISTS, "/en/events/", "/es/contacto/"])
def test_lists_ask_the_same_few_questions(
    client, address, django_assert_max_num_queries
):
    asked = {}
    for first, many in ((0, 3), (3, 30)):
        fill(many, first)
        client.get(address)
        with django_assert_max_num_queries(8) as seen:
            client.get(address)
        asked[many] = len(seen)
    assert len(set(asked.values())) == 1, asked


def test_pages_of_each_kind_ask_few_questions(client, django_assert_max_num_queries):
    activity = ApprovedActivityFactory()
    for page in (
        a_news("es", picture=a_picture(), picture_text="x", activity=activity),
        an_event("es"),
        a_bulletin("es"),
        a_standard("es"),
    ):
        client.get(page.url)
        with django_assert_max_num_queries(8):
            client.get(page.url)


def test_assemblies_stand_in_the_agenda_and_before_they_are_over_say_little(client):
    association = AssociationFactory(acronym="ASOX", country="HN")
    for title, days in (("La pasada", -20), ("La futura", 40)):
        Assembly.objects.create(
            key=title[3:], association=association, title_es=title, title_en="",
            started=timezone.localdate() + datetime.timedelta(days=days),
            place_name="Tela",
        )  # fmt: skip
    told = client.get("/es/agenda/").content.decode()
    assert "La pasada" in told
    assert told.count("Tela") == 1
    assert "La futura" not in told
    coming = told.split("Lo que fue")[0]
    assert "Asamblea nacional de alcaldes" in coming
    assert "Honduras" in coming
    english = client.get("/en/events/").content.decode()
    assert re.search(r'lang="es"><a[^>]+>La pasada', english)


def test_cards_tell_pages_and_records_as_far_as_they_are_public():
    town, hidden_town = MunicipalityFactory(), MunicipalityFactory(shown=False)
    activity = ApprovedActivityFactory(title_es="Taller de paz")
    hidden = ApprovedActivityFactory(hidden_at=timezone.now(), title_es="Escondida")
    soon = timezone.localdate() + datetime.timedelta(days=9)
    secret = an_event("es", title="Secreto", admission="invitation", day=soon)
    news = a_news("es", title="La feria", lead="Hubo feria.")
    cards = [
        {**CARD, "page": news},
        {**CARD, "page": secret},
        {**CARD, "organisation": town, "text": "Con otras palabras"},
        {**CARD, "organisation": hidden_town},
        {**CARD, "activity": activity.pk},
        {**CARD, "activity": hidden.pk},
    ]
    told = CardsBlock().render({"title": "Siga", "cards": cards})
    for words in (
        "La feria",
        "Hubo feria.",
        town.name_es,
        "Con otras",
        "Taller de paz",
    ):
        assert words in told, words
    for secret_words in ("Secreto", hidden_town.name_es, "Escondida"):
        assert secret_words not in told
    assert told.count("<li") == 3


def test_a_card_leads_to_exactly_one_public_thing():
    activity = ApprovedActivityFactory()
    assert CardBlock().clean({**CARD, "activity": activity.pk})["activity"]
    for wrong in (
        CARD,
        {**CARD, "activity": activity.pk, "organisation": activity.owner},
        {**CARD, "activity": 987654},
    ):
        with pytest.raises(ValidationError):
            CardBlock().clean(wrong)


def test_editors_choose_among_what_is_shown():
    town, hidden = MunicipalityFactory(), MunicipalityFactory(shown=False)
    editor = editor_of_the_portal()
    keep_editors_in_step(person=editor)
    desk = signed_in(editor)
    found = desk.get(reverse("organisation_chooser:choose")).content.decode()
    assert town.name_es in found
    assert hidden.name_es not in found
    results = reverse("organisation_chooser:choose_results")
    assert town.name_es in desk.get(results, {"q": town.key}).content.decode()
    assert town.name_es not in desk.get(results, {"q": "zzz"}).content.decode()
    for key, status in ((town.pk, 200), (hidden.pk, 404), ("abc", 404)):
        chosen = reverse("organisation_chooser:chosen", args=[key])
        assert desk.get(chosen, follow=True).status_code == status, key


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/es/noticias/no-existe/", "Esta página no existe"),
        ("/en/news/does-not-exist/", "This page does not exist"),
        ("/about/otra-cosa", "no existe"),
    ],
)
def test_what_is_not_there_is_said_in_the_readers_language(client, address, words):
    answer = client.get(address, follow=True)
    assert answer.status_code == 404
    assert words in answer.content.decode()
