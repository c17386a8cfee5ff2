"""Demonstration accounts: one per role, never in production; starter pages beside them."""

import io
import stat

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.models import Page, Site

from amuprev.foundation.models import ContentDigest
from amuprev.site.models import HomePage
from network.models import ActivityLandingPage, Appointment, Organisation, User


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """The portal's content, loaded once for this module and rolled back after it."""
    said = [io.StringIO() for _time in range(3)]
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_portal", stdout=said[0])
        call_command("load_portal", stdout=said[1])
        call_command("load_portal", "--again", stdout=said[2])
        yield [out.getvalue() for out in said]
        transaction.set_rollback(True)


@pytest.fixture
def portal(loaded_once, db, settings, tmp_path, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    settings.STATE_DIR = tmp_path / "var"
    return settings.STATE_DIR


def run() -> str:
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def person(name: str) -> User:
    return User.objects.get(email=f"{name}@demo.example")


def test_production_refuses(settings, db):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="never made in production"):
        run()
    assert not User.objects.exists()


def test_without_content_it_says_what_to_run(db):
    with pytest.raises(CommandError, match="Run load_portal first"):
        run()


def test_content_already_loaded_is_skipped(loaded_once, portal):
    first, second, third = loaded_once
    assert "activities: 24 created" in first
    assert "nothing to do" in second
    assert "created" not in third
    assert "updated" not in third
    assert ContentDigest.objects.count() == 1


def test_each_account_stands_where_it_should(portal):
    run()
    santa_tecla = Organisation.objects.get(key="sv-santa-tecla")
    comures = Organisation.objects.get(key="comures")
    assert person("secretaria").standing.secretariat
    assert person("asociacion").standing.roles == {
        comures.pk: frozenset({"reviews", "administers"})
    }
    assert santa_tecla.pk in person("asociacion").standing.reviewed
    assert person("coordinacion").standing.roles == {
        santa_tecla.pk: frozenset({"coordinates"})
    }
    assert person("tecnica").standing.roles == {santa_tecla.pk: frozenset({"records"})}
    assert santa_tecla.pk not in person("tecnica2").standing.roles
    assert person("editora").standing.editor
    assert person("editora").groups.exists()
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 6


def test_a_made_password_is_kept_and_printed_again(portal):
    first, second = run(), run()
    password = (portal / "demo_password").read_text()
    assert f"password: {password}" in first
    assert f"password: {password}" in second
    assert person("tecnica").check_password(password)
    assert stat.S_IMODE((portal / "demo_password").stat().st_mode) == 0o600
    # Nobody signs in for the fictitious municipality.
    signing_in = User.objects.exclude(email__startswith="ficticia-")
    assert signing_in.count() == 6
    assert Appointment.objects.filter(person__in=signing_in).count() == 7


def test_a_chosen_password_stays_without_the_variable(portal, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "una frase elegida")
    assert "password: una frase elegida" in run()
    monkeypatch.delenv("DEMO_PASSWORD")
    said = run()
    assert "una frase elegida" not in said
    assert "The earlier password stands" in said
    assert person("editora").check_password("una frase elegida")
    assert not (portal / "demo_password").exists()


def test_an_ended_appointment_does_not_come_back(portal):
    run()
    appointment = Appointment.objects.get(person=person("tecnica"))
    appointment.valid_to = appointment.valid_from
    appointment.save()
    run()
    assert Appointment.objects.filter(person=person("tecnica")).count() == 1


def test_starter_pages_stand_in_both_languages(portal):
    home_es = HomePage.objects.get(locale__language_code="es")
    home_en = HomePage.objects.get(locale__language_code="en")
    assert home_es.translation_key == home_en.translation_key
    assert Site.objects.get().root_page_id == home_es.pk
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    log = ActivityLandingPage.objects.get(locale__language_code="en")
    assert log.slug == "activities"
    assert log.live
    assert log.show_in_menus
    assert log.get_translations().get().slug == "bitacora"


def test_an_edited_starter_page_is_never_touched_again(portal):
    home = HomePage.objects.get(locale__language_code="es")
    home.title = "Portada"
    home.save()
    pages = Page.objects.count()
    assert pages >= 19
    call_command("load_portal", "--again", stdout=io.StringIO())
    home.refresh_from_db()
    assert home.title == "Portada"
    assert Page.objects.count() == pages


def test_site_follows_its_address(portal, settings):
    settings.SITE_URL = "https://red.example"
    call_command("load_portal", stdout=io.StringIO())
    site = Site.objects.get()
    assert (site.hostname, site.port, site.site_name) == (
        "red.example",
        443,
        "RED-AMUPREV",
    )
