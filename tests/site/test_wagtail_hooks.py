"""Editors write the public pages, and cannot lose the permanent ones."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from amuprev.site.models import HomePage
from network.models import ActivityLandingPage
from network.services.people import keep_editors_in_step
from tests.network.factories import MunicipalityFactory, editor_of_the_portal, staff_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]


@pytest.fixture
def editor(client):
    person = editor_of_the_portal()
    keep_editors_in_step(person=person)
    client.force_login(person)
    return person


@pytest.fixture
def landing(editor):
    return ActivityLandingPage.objects.get(locale__language_code="es")


@pytest.mark.parametrize("act", ["delete", "unpublish", "copy"])
def test_permanent_page_stays(client, landing, act):
    response = client.post(reverse(f"wagtailadmin_pages:{act}", args=[landing.pk]))
    assert response.status_code == 302
    landing.refresh_from_db()
    assert landing.live
    assert ActivityLandingPage.objects.count() == 2


def test_permanent_page_does_not_move(client, landing):
    home = HomePage.objects.get(locale__language_code="en")
    address = reverse("wagtailadmin_pages:move_confirm", args=[landing.pk, home.pk])
    assert client.post(address).status_code == 302
    assert landing.get_parent().locale.language_code == "es"


def test_bulk_delete_is_refused(client, landing):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{address}?id={landing.pk}&next=/cms/")
    assert ActivityLandingPage.objects.count() == 2


def test_slug_stays_whatever_is_typed(landing):
    landing.slug = "otra"
    landing.save_revision().publish()
    landing.refresh_from_db()
    assert landing.slug == "bitacora"


def test_editor_edits_and_publishes_the_introduction(client, landing):
    address = reverse("wagtailadmin_pages:edit", args=[landing.pk])
    assert client.get(address).status_code == 200


def test_editor_is_offered_only_what_the_portal_uses(client, landing):
    home = landing.get_parent()
    offered = client.get(reverse("wagtailadmin_pages:add_subpage", args=[home.pk]))
    assert "portada de la" not in offered.content.decode()
    address = reverse("wagtailadmin_pages:edit", args=[landing.pk])
    told = client.get(address).content.decode()
    assert "action-submit" in told
    assert "action-publish" not in told
    assert "Moderators approval" not in told
    for unused in ("whats-new-in-wagtail", "editor-guide", "/cms/reports/"):
        assert unused not in told
    assert "/cms/images/" in client.get("/cms/").content.decode()


def test_a_permanent_page_never_runs_out(landing):
    for page in (landing, landing.get_parent().specific):
        page.expire_at = timezone.now() + datetime.timedelta(days=1)
        page.save_revision().publish()
        page.refresh_from_db()
        assert page.expire_at is None


def test_a_landing_stands_once_under_its_home(landing):
    home = landing.get_parent().specific
    assert not ActivityLandingPage.can_create_at(home)


def test_municipal_staff_do_not_enter(client):
    client.force_login(staff_of(MunicipalityFactory()))
    response = client.get("/cms/")
    assert response.status_code in (302, 403)
    assert client.get("/cms/pages/").status_code in (302, 403)
