"""What came with the portal: its secretariat completes it, and a load leaves it alone
while somebody corrects it."""

from http import HTTPStatus

import pytest
from django.core import mail
from django.urls import reverse

from amuprev.foundation.loading import Load, Outcome, Policy
from experiences import rules
from experiences.content import ExperienceWriter
from experiences.content.films import FilmWriter
from experiences.models import Experience, Film
from experiences.services import corrections, discarding, films, review
from experiences.services.films import record_film
from experiences.services.history import record_experience
from experiences.services.meanwhile import OVERTAKEN
from network.choices import ReviewState
from network.services.refusals import Refused
from tests.background import work_off
from tests.experiences.factories import published
from tests.experiences.film_factories import lost_film, published_film
from tests.network.desk import screen_address, signed_in
from tests.network.factories import (
    editor_of_the_portal,
    secretariat_member,
    staff_of,
)
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def at(name, film, *rest):
    return reverse(f"films:{name}", args=(film.pk, *rest))


@pytest.fixture
def lost():
    """A public record of a film that nobody found, as it comes with the portal."""
    plant_pages()
    return lost_film(content_key="hn-film", rights_holder="")


def test_the_secretariat_completes_a_film_that_was_found(lost, client):
    secretariat, editor = secretariat_member(), editor_of_the_portal()
    desk = signed_in(secretariat)
    page = desk.get(at("film", lost)).content.decode()
    assert "Corregir lo publicado" in page
    made_at = desk.post(at("act", lost, "correct"))["Location"]
    made = lost.corrections.get()
    assert made_at == at("film", made)
    listed = desk.get(reverse("films:films")).content.decode()
    assert "Versión corregida" in listed
    said = {
        "version": made.version, "title_es": made.title_es, "title_en": "Found",
        "summary_es": "Lo encontramos.", "spoken": "es", "licence": "reserved",
        "rights_holder": "RED-AMUPREV", "people_shown": "nobody",
        "address": "https://youtu.be/dQw4w9WgXcQ", "told_seconds": "185",
    }  # fmt: skip
    assert desk.post(at("edit", made), said).status_code == HTTPStatus.FOUND
    desk.post(at("said", made, "es"), {"said": "0:00 Música, sin palabras."})
    desk.post(at("act", made, "send"))
    made.refresh_from_db()
    assert made.review_state == ReviewState.SUBMITTED
    # Nobody publishes what they wrote.
    press = {"version": made.version, "looked": made.version}
    desk.post(at("act", made, "publish"), press)
    assert not Film.objects.get(pk=lost.pk).found
    signed_in(editor).post(at("act", made, "publish"), press)
    found = Film.objects.get()
    assert (found.pk, found.slug, found.provider) == (lost.pk, lost.slug, "youtube")
    assert "Verlo en YouTube" in client.get(found.get_absolute_url()).content.decode()
    work_off()
    assert [secretariat.email] in [each.to for each in mail.outbox]


def test_its_own_town_hall_does_so_too_and_nobody_else(lost):
    clerk = staff_of(lost.owner)
    made = films.start_film_correction(film=lost, by=clerk)
    assert signed_in(clerk).get(at("edit", made)).status_code == HTTPStatus.OK
    editor = editor_of_the_portal()
    assert signed_in(editor).get(at("film", made)).status_code == HTTPStatus.NOT_FOUND
    other = published_film()
    for film in (lost, other):
        with pytest.raises(Refused):
            films.start_film_correction(film=film, by=editor)
    with pytest.raises(Refused):
        films.start_film_correction(film=other, by=secretariat_member())


def test_a_record_of_a_film_still_lost_is_corrected_without_it(lost):
    by = secretariat_member()
    made = films.start_film_correction(film=lost, by=by)
    values = {"summary_es": "Se filmó en 2012."}
    made = films.save_film(film=made, by=by, version=made.version, values=values)
    assert films.missing_of_film(made) == []
    films.submit_film(film=made, by=by)
    films.publish_film(film=made, by=editor_of_the_portal())
    assert Film.objects.get().summary_es == "Se filmó en 2012."


def load(record, text):
    """A load in whose files the record says something else now."""
    is_film = isinstance(record, Film)
    writer = FilmWriter() if is_film else ExperienceWriter()
    known = Load.begin()
    names = {"content_key": record.content_key, "owner_id": record.owner_id}
    if not is_film:
        names = {"content_key": record.content_key, "owner": record.owner}
    name = "summary_es" if is_film else "problem_es"
    before = getattr(record, name)
    known.put(
        writer=writer, key=record.content_key, values={**names, name: before},
        policy=Policy.HISTORICAL, lookup={"content_key": record.content_key},
    )  # fmt: skip
    known.put(
        writer=writer, key=record.content_key, values={**names, name: text},
        policy=Policy.HISTORICAL, lookup={"content_key": record.content_key},
    )  # fmt: skip
    (counted,) = known.counts.values()
    return counted


def an_experience():
    told = published()
    Experience.objects.filter(pk=told.pk).update(content_key="hn-una")
    told.refresh_from_db()
    return told


CORRECT = {
    "film": (lambda: lost_film(content_key="hn-film"), films.start_film_correction),
    "experience": (an_experience, corrections.start_correction),
}


@pytest.mark.parametrize("kind", CORRECT)
def test_a_load_leaves_alone_what_somebody_corrects_or_withdrew(kind):
    make, correct = CORRECT[kind]
    record = make()
    by = secretariat_member()
    assert load(record, "Uno.")[Outcome.UPDATED] == 1
    record.refresh_from_db()
    made = correct(**{kind: record, "by": by})
    assert load(record, "Dos.")[Outcome.POSTPONED] == 1
    type(made).objects.filter(pk=made.pk).delete()
    assert load(record, "Tres.")[Outcome.UPDATED] == 1
    record.refresh_from_db()
    withdraw = films.withdraw_film if kind == "film" else review.withdraw_experience
    withdraw(**{kind: record, "by": by})
    assert load(record, "Cuatro.")[Outcome.LEFT_ALONE] == 1
    assert not type(record).objects.public().exists()


def test_a_correction_in_the_trash_does_not_come_back_over_a_load():
    by = secretariat_member()
    film, told = lost_film(content_key="hn-film"), an_experience()
    made = films.start_film_correction(film=film, by=by)
    discarding.discard_film(film=made, by=by)
    record_film(film=film, values={"summary_es": "Nuevo."})
    with pytest.raises(Refused) as refused:
        discarding.restore_film(film=made, by=by)
    assert refused.value.code == OVERTAKEN
    other = corrections.start_correction(experience=told, by=by)
    discarding.discard_experience(experience=other, by=by)
    record_experience(experience=told, values={"problem_es": "Nuevo."})
    with pytest.raises(Refused) as refused:
        discarding.restore_experience(experience=other, by=by)
    assert refused.value.code == OVERTAKEN


BEGIN = {
    "film": films.start_film_correction,
    "experience": corrections.start_correction,
}
SEND = {"film": films.submit_film, "experience": review.submit_experience}
RETURN = {
    "film": lambda record, by: films.return_film(film=record, by=by, note="Falta."),
    "experience": lambda record, by: review.return_experience(
        experience=record, by=by, notes={}, note="Falta."
    ),
}
DOORS = {"film": "films:film", "experience": "experiences:experience"}
LISTS = {"film": "films:films", "experience": "experiences:experiences"}


def made_public(kind):
    make, _correct = CORRECT[kind]
    record = make()
    # What came with the portal may be told without these.
    if kind == "film":
        Film.objects.update(rights_holder="RED-AMUPREV")
        record.refresh_from_db()
    return record


def reads(kind, by, made):
    """Whether somebody reads it in the workspace, in its list and in its admin."""
    desk = signed_in(by)
    page = desk.get(reverse(DOORS[kind], args=[made.pk]))
    listed = desk.get(reverse(LISTS[kind])).content.decode()
    link = reverse(DOORS[kind], args=[made.pk])
    screen = desk.get(screen_address(kind, "changelist")).content.decode()
    told = (
        page.status_code == HTTPStatus.OK,
        link in listed,
        f"/{made.pk}/change/" in screen,
    )
    assert len(set(told)) == 1, told
    return told[0]


@pytest.mark.parametrize("kind", CORRECT)
def test_a_town_hall_s_unsent_correction_is_not_the_network_s(kind):
    plant_pages()
    record, secretariat = made_public(kind), secretariat_member()
    clerk = staff_of(record.owner)
    made = BEGIN[kind](**{kind: record, "by": clerk})
    rows = type(made).objects
    assert rows.filter(pk=made.pk).visible_to(clerk).exists()
    assert not reads(kind, secretariat, made)
    assert not rules.may_edit(secretariat, made)
    # Nor is it opened by beginning another one.
    assert not rules.may_correct(secretariat, record)
    with pytest.raises(Refused):
        BEGIN[kind](**{kind: record, "by": secretariat})
    page = signed_in(secretariat).get(reverse(DOORS[kind], args=[record.pk]))
    assert "Corregir lo publicado" not in page.content.decode()
    # In the trash it is not read either.
    discard = (
        discarding.discard_film if kind == "film" else discarding.discard_experience
    )
    discard(**{kind: made, "by": clerk})
    assert not rows.in_trash_of(secretariat).exists()
    restore = (
        discarding.restore_film if kind == "film" else discarding.restore_experience
    )
    made = restore(**{kind: made, "by": clerk})
    made = SEND[kind](**{kind: made, "by": clerk})
    assert reads(kind, secretariat, made)
    assert rules.writes(secretariat, made)
    RETURN[kind](made, editor_of_the_portal())
    made.refresh_from_db()
    assert not rules.may_edit(secretariat, made)


@pytest.mark.parametrize("kind", CORRECT)
def test_what_the_network_began_is_its_own_until_others_take_it_back(kind):
    plant_pages()
    record, secretariat = made_public(kind), secretariat_member()
    made = BEGIN[kind](**{kind: record, "by": secretariat})
    assert reads(kind, secretariat, made)
    colleague = secretariat_member()
    assert rules.may_edit(colleague, made)
    made = SEND[kind](**{kind: made, "by": secretariat})
    back = films.reopen_film if kind == "film" else review.reopen_experience
    made = back(**{kind: made, "by": staff_of(record.owner)})
    assert made.review_state == ReviewState.DRAFT
    assert not reads(kind, secretariat, made)


@pytest.mark.parametrize("kind", CORRECT)
def test_a_record_its_town_hall_takes_back_is_read_by_nobody_else(kind):
    plant_pages()
    record, secretariat = made_public(kind), secretariat_member()
    clerk = staff_of(record.owner)
    withdraw = films.withdraw_film if kind == "film" else review.withdraw_experience
    back = films.reopen_film if kind == "film" else review.reopen_experience
    for by, expected in ((clerk, False), (secretariat, True)):
        withdraw(**{kind: record, "by": secretariat})
        taken = back(**{kind: record, "by": by})
        assert reads(kind, secretariat, taken) is expected
        assert rules.may_edit(secretariat, taken) is expected
        type(taken).objects.update(review_state=ReviewState.APPROVED)


@pytest.mark.parametrize("kind", CORRECT)
def test_its_town_hall_is_told_what_the_network_corrects_or_withdraws(kind):
    plant_pages()
    record, secretariat = made_public(kind), secretariat_member()
    clerk = staff_of(record.owner)
    made = BEGIN[kind](**{kind: record, "by": secretariat})
    SEND[kind](**{kind: made, "by": secretariat})
    mail.outbox.clear()
    RETURN[kind](made, editor_of_the_portal())
    returned = [each.to for each in mail.outbox if "Falta." in each.body]
    assert returned == [[secretariat.email]]
    SEND[kind](**{kind: made, "by": secretariat})
    mail.outbox.clear()
    publish = films.publish_film if kind == "film" else review.publish_experience
    publish(**{kind: made, "by": editor_of_the_portal()})
    told = {each.to[0]: each for each in mail.outbox}
    assert set(told) == {secretariat.email, clerk.email}
    assert "versión corregida" in told[clerk.email].body
    mail.outbox.clear()
    record.refresh_from_db()
    withdraw = films.withdraw_film if kind == "film" else review.withdraw_experience
    withdraw(**{kind: record, "by": secretariat, "note": "Lo pidió una familia."})
    told = {each.to[0]: each for each in mail.outbox}
    assert "Lo pidió una familia." in told[clerk.email].body
