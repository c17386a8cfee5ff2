"""What the world reads of who adapted an experience, and how fast it leaves."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.documents import document_of
from experiences.open_data import TABLES
from experiences.services import plans
from experiences.views.public.detail import public_experience, told_about
from network.choices import PublicKind, Role
from network.models import Organisation
from network.services.takedowns.kinds import HIDEABLE, find_thing
from tests.experiences.plan_factories import (
    CHANGES,
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
    an_origin,
    its_reviewer,
)
from tests.network.factories import reviewed_municipality, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


@pytest.fixture
def origin():
    return an_origin()


def words(client, path):
    page = html.fromstring(client.get(path).content.decode())
    (main,) = page.xpath("//main")
    return " ".join(" ".join(main.itertext()).split())


def both(origin):
    return origin.get_absolute_url(), f"/en/experiences/{origin.slug}/"


def test_the_page_leads_to_one_s_own_plan_without_a_token(client, origin):
    for path, name in zip(
        both(origin),
        ("Adaptar en mi municipio", "Adapt in my municipality"),
        strict=True,
    ):
        page = html.fromstring(client.get(path).content.decode())
        (door,) = page.xpath("//main//a[contains(@class, 'button-main')]")
        assert door.text_content() == name
        assert door.get("href").endswith(f"/{origin.slug}/")
        assert not page.xpath("//input[@name='csrfmiddlewaretoken']")
    assert client.cookies == {}


def test_a_plan_alone_tells_nothing(client, origin):
    plan = a_plan(origin=origin)
    plans.save_plan(
        plan=plan, section="about", by=staff_of(plan.owner), version=0,
        values={"title": "Un secreto", "objectives": "Otro secreto"},
    )  # fmt: skip
    for path in (
        *both(origin),
        "/es/experiencias/",
        f"/es/experiencias/{origin.slug}.pdf",
    ):
        said = client.get(path).content.decode(errors="ignore")
        assert "Adaptada por" not in said
        assert "secreto" not in said


def test_name_and_month_and_nothing_else(client, origin):
    plan = a_said_plan(origin=origin)
    month = f"{plan.said_at:%Y}"
    said = words(client, origin.get_absolute_url())
    assert "Adaptada por 1 municipalidad" in said
    assert f"{plan.owner.name} (" in said
    assert f"de {month}" in said
    assert CHANGES["changes_es"] not in said
    for path in both(origin):
        page = client.get(path).content.decode()
        assert reverse("experiences:plan", args=[plan.pk]) not in page
    assert "Adapted by 1 municipality" in words(client, both(origin)[1])


@pytest.mark.parametrize("make", [a_said_plan, a_sent_plan])
def test_what_was_changed_waits_for_the_association(client, origin, make):
    make(origin=origin)
    assert CHANGES["changes_es"] not in words(client, origin.get_absolute_url())


def test_what_was_changed_stands_under_the_name_in_both_languages(client, origin):
    plan = a_published_plan(origin=origin)
    spanish, english = both(origin)
    assert CHANGES["changes_es"] in words(client, spanish)
    assert CHANGES["changes_en"] in words(client, english)
    plans.withdraw_changes(plan=plan, by=its_reviewer(plan))
    assert CHANGES["changes_es"] not in words(client, spanish)
    assert plan.owner.name in words(client, spanish)


def test_missing_english_is_marked(client, origin):
    plan = a_published_plan(origin=origin)
    type(plan).objects.filter(pk=plan.pk).update(changes_en="")
    page = html.fromstring(client.get(both(origin)[1]).content.decode())
    (told,) = page.xpath("//div[contains(@class, 'adapter')]")
    assert CHANGES["changes_es"] in " ".join(
        node.text_content() for node in told.xpath(".//*[@lang='es']")
    )
    assert "Only available in Spanish" in told.text_content()


def unsaid(plan):
    plans.unsay_adapted(plan=plan, by=staff_of(plan.owner, Role.COORDINATES))


def hidden(plan):
    plans.hide_adaptation(plan=plan, by=its_reviewer(plan))


def town_not_shown(plan):
    Organisation.objects.filter(pk=plan.owner_id).update(shown=False)


@pytest.mark.parametrize("gone", [unsaid, hidden, town_not_shown])
def test_it_leaves_every_public_place_at_once(client, origin, gone):
    plan = a_published_plan(origin=origin)
    assert told_everywhere(client, origin, plan) == {True}
    gone(plan)
    assert told_everywhere(client, origin, plan) == {False}


def told_everywhere(client, origin, plan):
    (table,) = TABLES
    document = str(document_of(told_about(public_experience(origin.slug))))
    page = words(client, origin.get_absolute_url())
    return {
        plan.owner.name in page,
        CHANGES["changes_es"] in page,
        plan.owner.name in document,
        CHANGES["changes_es"] in document,
        "Adaptada por 1 municipalidad" in words(client, "/es/experiencias/"),
        table.one(origin.slug)["adapters"] == 1,
    }


def test_it_can_be_asked_to_go(client, origin):
    plan = a_said_plan(origin=origin)
    name = f"{PublicKind.ADAPTATION}-{plan.pk}"
    assert f"?of={name}" in client.get(origin.get_absolute_url()).content.decode()
    thing = find_thing(name)
    assert (thing.owner, thing.is_public) == (plan.owner, True)
    assert thing.address == origin.get_absolute_url()
    HIDEABLE[PublicKind.ADAPTATION].hide(thing.record, its_reviewer(plan))
    assert not find_thing(name).is_public
    assert find_thing(f"{PublicKind.ADAPTATION}-{a_plan(origin=origin).pk}") is None
    assert find_thing(f"{PublicKind.ADAPTATION}-²") is None


def test_the_count_is_of_municipalities(client, origin):
    town = reviewed_municipality()
    a_said_plan(origin=origin, owner=town)
    a_plan(origin=origin, owner=town)
    a_said_plan(origin=origin)
    assert "Adaptada por 2 municipalidades" in words(client, "/es/experiencias/")
    assert "Adaptada por 2 municipalidades" in words(client, origin.get_absolute_url())


def test_one_and_three_adapters_ask_alike(client, origin, django_assert_num_queries):
    a_published_plan(origin=origin)
    for _three in range(2):
        client.get(origin.get_absolute_url())
        with django_assert_num_queries(5):
            client.get(origin.get_absolute_url())
        for _more in range(2):
            a_published_plan(origin=origin)


def test_the_document_carries_it(client, origin):
    a_published_plan(origin=origin)
    for path in both(origin):
        answer = client.get(f"{path.rstrip('/')}.pdf")
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
