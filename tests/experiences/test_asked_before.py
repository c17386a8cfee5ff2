"""What is asked before something is sent or published: names, and what publishing means."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from experiences.models import ExperienceMilestone
from network.choices import ReviewState
from tests.experiences.factories import (
    ExperienceFactory,
    SentExperienceFactory,
    published,
)
from tests.experiences.film_factories import FilmFactory
from tests.experiences.plan_factories import a_said_plan
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db
NAMED = "La niña Ana López, de 9 años, pintó el mural."


def at(view, *args):
    return reverse(f"experiences:{view}", args=args)


def test_who_names_a_child_is_asked_before_it_is_sent():
    draft = ExperienceFactory(summary_en=NAMED)
    client = signed_in(staff_of(draft.owner))
    home = client.get(at("experience", draft.pk)).content.decode()
    assert "Ana López" in home
    assert "No falta nada" not in home
    page = client.post(at("submit", draft.pk)).content.decode()
    assert "¿Está bien así?" in page
    assert "Ana López" in page
    draft.refresh_from_db()
    assert draft.review_state == ReviewState.DRAFT
    # Said of another version, it is asked once more.
    client.post(at("submit", draft.pk), {"looked": draft.version + 1})
    draft.refresh_from_db()
    assert draft.review_state == ReviewState.DRAFT
    client.post(at("submit", draft.pk), {"looked": draft.version})
    draft.refresh_from_db()
    assert draft.review_state == ReviewState.SUBMITTED


def test_a_name_in_a_milestone_is_seen_and_nothing_is_asked_without_any():
    draft = ExperienceFactory()
    milestone = ExperienceMilestone.objects.create(
        experience=draft, on="2012-01-01", text_es="El joven Juan Pérez López habló."
    )
    client = signed_in(staff_of(draft.owner))
    assert "Juan Pérez López" in client.post(at("submit", draft.pk)).content.decode()
    milestone.delete()
    assert "No falta nada" in client.get(at("experience", draft.pk)).content.decode()
    client.post(at("submit", draft.pk))
    draft.refresh_from_db()
    assert draft.review_state == ReviewState.SUBMITTED


def test_the_editor_reads_the_address_and_the_names_before_it_is_public():
    sent = SentExperienceFactory(title_es="Faroles", summary_es=NAMED)
    desk = signed_in(editor_of_the_portal())
    press = {"action": "publish", "version": sent.version}
    page = desk.post(at("decide", sent.pk), press).content.decode()
    stem = f"{sent.country.lower()}-faroles"
    assert f"/es/experiencias/{stem}/" in page
    assert "Ana López" in page
    sent.refresh_from_db()
    assert sent.review_state == ReviewState.SUBMITTED
    # Read of another version: refused, as ever.
    desk.post(at("decide", sent.pk), {**press, "version": 99, "looked": 99})
    sent.refresh_from_db()
    assert sent.review_state == ReviewState.SUBMITTED
    desk.post(at("decide", sent.pk), press | {"looked": sent.version})
    sent.refresh_from_db()
    assert sent.slug == stem


def test_a_correction_stays_at_its_address():
    told = published(title_es="Faroles")
    made = SentExperienceFactory(owner=told.owner, corrects=told, title_es="Otro")
    press = {"action": "publish", "version": made.version, "original": told.version}
    desk = signed_in(editor_of_the_portal())
    page = desk.post(at("decide", made.pk), press).content.decode()
    assert f"/es/experiencias/{told.slug}/" in page
    assert "la dirección que ya tiene" in page


def test_of_a_video_too():
    film = FilmFactory(summary_es=NAMED)
    client = signed_in(staff_of(film.owner))
    send = reverse("films:act", args=[film.pk, "send"])
    assert "Ana López" in client.post(send).content.decode()
    film.refresh_from_db()
    assert film.review_state == ReviewState.DRAFT
    client.post(send, {"looked": film.version})
    film.refresh_from_db()
    assert film.review_state == ReviewState.SUBMITTED
    publish = reverse("films:act", args=[film.pk, "publish"])
    desk = signed_in(editor_of_the_portal())
    page = desk.post(publish, {"version": film.version}).content.decode()
    assert "Ana López" in page
    assert "/es/videos/" in page
    film.refresh_from_db()
    assert film.review_state == ReviewState.SUBMITTED


def test_of_what_a_municipality_changed():
    plan = a_said_plan()
    plan.changes_es = NAMED
    plan.save()
    client = signed_in(staff_of(plan.owner))
    send = at("plan_act", plan.pk, "send")
    assert "Ana López" in client.post(send).content.decode()
    plan.refresh_from_db()
    assert plan.review_state == ReviewState.DRAFT
    client.post(send, {"looked": plan.version})
    plan.refresh_from_db()
    assert plan.review_state == ReviewState.SUBMITTED


def test_a_person_in_place_of_an_office_is_noticed_in_a_plan():
    plan = a_said_plan()
    client = signed_in(staff_of(plan.owner))
    rows = {
        "version": 0,
        "rows-TOTAL_FORMS": 1,
        "rows-INITIAL_FORMS": 0,
        "rows-0-text": "Pintar la cancha",
        "rows-0-office": "Juan Pérez López",
    }
    address = at("plan_section", plan.pk, "steps")
    page = client.post(address, rows, follow=True).content.decode()
    assert escape("Parece nombrar a una persona.") in page
