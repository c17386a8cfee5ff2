"""Django admin for experiences, videos and plans: read in short, and taken down."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from experiences.models import Adaptation, Experience, Film
from experiences.services import corrections, films, plans
from network.choices import ReviewState, Role
from network.models import AuditEntry, User
from tests.experiences.factories import (
    ExperienceFactory,
    SentExperienceFactory,
    published,
)
from tests.experiences.film_factories import (
    FilmFactory,
    lost_film,
    published_film,
    sent_film,
)
from tests.experiences.plan_factories import (
    CHANGES,
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
    its_reviewer,
)
from tests.network.desk import said, screen_address, signed_in
from tests.network.factories import secretariat_member, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
MADE = {"experience": published, "film": published_film, "adaptation": a_published_plan}


@pytest.fixture
def secretariat():
    plant_pages()
    return secretariat_member()


@pytest.fixture
def desk(secretariat):
    return signed_in(secretariat)


def read(desk, model, act, *keys, **asked):
    answer = desk.get(screen_address(model, act, *keys), asked)
    assert answer.status_code == 200, (model, act)
    return answer.content.decode()


def do(desk, model, action, *rows, **more):
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], **more}
    return desk.post(screen_address(model, "changelist"), chosen, follow=True)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("model", MADE)
def test_each_screen_opens_finds_and_leads_to_the_workspace(
    desk, secretariat, model, language
):
    row = MADE[model]()
    User.objects.filter(pk=secretariat.pk).update(language=language)
    assert f'<html lang="{language}"' in read(desk, model, "changelist")
    title = row.origin_title_es if model == "adaptation" else row.title_es
    found = read(desk, model, "changelist", q=title.split()[0])
    assert screen_address(model, "change", row.pk) in found
    for waits in ("review", "hidden"):
        left = read(desk, model, "changelist", waiting=waits)
        assert screen_address(model, "change", row.pk) not in left
    page = read(desk, model, "change", row.pk)
    assert 'name="_save"' not in page
    if model != "adaptation":
        assert row.get_absolute_url() in page
    kind = {"experience": "experiences:experience", "film": "films:film"}.get(model)
    if kind:
        assert reverse(kind, args=[row.pk]) in page


@pytest.mark.parametrize("model", MADE)
def test_nothing_is_added_changed_or_deleted_there(desk, model):
    row = MADE[model]()
    for act, keys in (("add", ()), ("delete", (row.pk,))):
        assert desk.get(screen_address(model, act, *keys)).status_code == 403
    sent = desk.post(screen_address(model, "change", row.pk), {"title_es": "Otro"})
    assert sent.status_code == 403
    assert "delete_selected" not in read(desk, model, "changelist")


@pytest.mark.parametrize("model", MADE)
def test_the_acts_go_through_the_services(desk, secretariat, model):
    row = MADE[model]()
    rows = type(row).objects
    assert "1" in said(do(desk, model, "hide", row))
    assert rows.get().hidden_at is not None
    do(desk, model, "show_again", row)
    assert rows.get().hidden_at is None
    do(desk, model, "withdraw", row, confirmed="yes")
    assert rows.get().review_state == ReviewState.WITHDRAWN
    acts = AuditEntry.objects.filter(actor=secretariat).values_list("act", flat=True)
    assert (
        len({*acts} & {f"{model}.{each}" for each in ("hidden", "shown", "withdrawn")})
        == 3
    )
    # What cannot be done is said, and nothing changes.
    assert str(rows.get()) in said(do(desk, model, "withdraw", row, confirmed="yes"))


@pytest.mark.parametrize("model", MADE)
def test_withdrawing_is_asked_first(desk, model):
    row = MADE[model]()
    asked = do(desk, model, "withdraw", row)
    page = asked.content.decode()
    assert "¿Retirar del público?" in page
    assert str(row) in page
    assert type(row).objects.get().review_state == ReviewState.APPROVED
    # What the question sends does it, and its people read why.
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', page))
    hidden.pop("csrfmiddlewaretoken")
    sent = {**hidden, "note": "Lo pidió una familia."}
    desk.post(screen_address(model, "changelist"), sent)
    assert type(row).objects.get().review_state == ReviewState.WITHDRAWN
    assert row.steps.order_by("-pk").first().note == "Lo pidió una familia."


def test_no_draft_is_read_there(desk):
    draft = ExperienceFactory(title_es="El borrador del tambor")
    other = FilmFactory(title_es="El video del tambor")
    sent = SentExperienceFactory()
    waiting = sent_film()
    mine = corrections.start_correction(
        experience=(told := published()), by=staff_of(told.owner)
    )
    for model, row in (("experience", draft), ("film", other), ("experience", mine)):
        answer = desk.get(screen_address(model, "change", row.pk), follow=True)
        assert row.title_es not in answer.content.decode() or row == mine
        assert "no existe" in answer.content.decode()
        assert f"/{row.pk}/change/" not in read(desk, model, "changelist")
    for model, row in (("experience", sent), ("film", waiting)):
        assert f"/{row.pk}/change/" in read(desk, model, "changelist", waiting="review")


def test_of_a_plan_only_what_is_told_or_was_sent(desk):
    own = a_plan()
    assert f"/{own.pk}/change/" not in read(desk, "adaptation", "changelist")
    plan = a_said_plan()
    Adaptation.objects.filter(pk=plan.pk).update(
        title="Nuestro plan secreto", objectives="Nuestro fin secreto"
    )
    writer = staff_of(plan.owner)
    plans.save_plan(plan=plan, section="changes", by=writer, version=0, values=CHANGES)
    pages = [read(desk, "adaptation", "changelist")]
    pages.append(read(desk, "adaptation", "change", plan.pk))
    for page in pages:
        assert plan.origin_title_es in page
        assert "secreto" not in page
        assert CHANGES["changes_es"] not in page
    sent = a_sent_plan()
    assert CHANGES["changes_es"] in read(desk, "adaptation", "change", sent.pk)
    plans.return_changes(plan=sent, by=its_reviewer(sent), note="Falta el año.")
    assert CHANGES["changes_es"] not in read(desk, "adaptation", "change", sent.pk)


def test_films_of_which_nobody_knows_where_they_are_are_found_by_one_press(desk):
    lost, own = lost_film(), published_film()
    page = read(desk, "film", "changelist", waiting="lost")
    assert f"/{lost.pk}/change/" in page
    assert f"/{own.pk}/change/" not in page
    assert "Dirección por confirmar" in page


def test_nobody_but_the_secretariat_opens_them(secretariat):
    row = published()
    people = [staff_of(row.owner), staff_of(row.owner, Role.COORDINATES)]
    for browser in (Client(), *map(signed_in, people)):
        for model in MADE:
            answer = browser.get(screen_address(model, "changelist"))
            assert answer.status_code in (302, 403)


@pytest.mark.parametrize("model", MADE)
def test_a_list_of_one_and_of_three_asks_alike(desk, model):
    MADE[model]()
    read(desk, model, "changelist")
    with CaptureQueriesContext(connection) as one:
        read(desk, model, "changelist")
    MADE[model]()
    MADE[model]()
    with CaptureQueriesContext(connection) as three:
        read(desk, model, "changelist")
    assert len(one) == len(three)


def test_every_noun_with_a_life_of_its_own_has_its_screen():
    assert {Experience, Film, Adaptation} <= set(admin.site._registry)


def test_the_words_of_a_video_agree_with_it(desk, secretariat):
    film = published_film()
    films.hide_film(film=film, by=secretariat)
    listed = desk.get(reverse("films:films")).content.decode()
    assert "· Oculto<" in listed
    assert "Oculta<" not in listed
    # And a step says where it led, not until when.
    page = read(desk, "film", "change", film.pk)
    heads = [each.strip() for each in re.findall(r"<th[^>]*>([^<]*)<", page)]
    assert "Pasó a" in heads
    assert "Hasta" not in heads
