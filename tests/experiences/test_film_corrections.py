"""A published film is corrected beside what the world goes on seeing."""

from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from amuprev.foundation.search_models import SearchDocument
from experiences import rendering
from experiences.choices import RenditionState
from experiences.film_addresses import film_address
from experiences.film_corrected import what_changes_in_film
from experiences.film_lines import copies_of
from experiences.models import Film, Rendition
from experiences.models.films import film_storage
from experiences.services import discarding, films
from experiences.services.films.files import sweep_film_files
from experiences.services.meanwhile import OVERTAKEN, PUBLISHED
from network.choices import ReviewState, Role
from network.services.refusals import Refused
from tests.experiences.film_factories import FilmFactory, give_file, published_film
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TRUE = "El tambor sonó en 2013."
VTT = b"WEBVTT\n\n00:00.100 --> 00:00.900\nHola.\n"


@pytest.fixture
def told():
    """A published film with its file, copies, captions and words."""
    plant_pages()
    return published_film()


@pytest.fixture
def clerk(told):
    return staff_of(told.owner)


@pytest.fixture
def boss(told):
    return staff_of(told.owner, Role.COORDINATES)


def begun(told, by, **values):
    made = films.start_film_correction(film=told, by=by)
    values = values or {"summary_es": TRUE}
    return films.save_film(film=made, by=by, version=made.version, values=values)


def publish(made, by, **read):
    films.submit_film(film=made, by=by)
    return films.publish_film(film=made, by=editor_of_the_portal(), **read)


def at(name, film, *rest):
    return reverse(f"films:{name}", args=(film.pk, *rest))


def words_of(film):
    return [line.text for line in film.transcript.filter(language="es")]


def test_the_world_sees_the_published_one_until_an_editor_publishes_the_other(
    told, clerk, client
):
    before, page = told.summary_es, film_address(told.slug)
    made = begun(told, clerk)
    films.save_transcript(film=made, by=clerk, language="es", typed="0:00 Otra frase.")
    assert before in client.get(page).content.decode()
    assert Film.objects.public().get() == told
    assert "Otra frase." not in words_of(told)
    kept = publish(made, clerk)
    shown = client.get(page).content.decode()
    assert TRUE in shown
    assert "Otra frase." in shown
    assert before not in shown
    assert (kept.pk, kept.slug, kept.uuid) == (told.pk, told.slug, told.uuid)
    assert kept.was_written_by(clerk)
    assert Film.objects.count() == 1
    assert kept.tracks.get().state == "reviewed"
    found = SearchDocument.objects.filter(kind="said", language="es")
    assert [each.address for each in found] == [film_address(told.slug, "es")]
    for copy in kept.current.renditions.all():
        assert film_storage().exists(copy.file.name)


def test_neither_copies_the_stored_files_nor_takes_them_away(
    told, clerk, django_capture_on_commit_callbacks
):
    held = len(film_storage().listdir("films")[1])
    with django_capture_on_commit_callbacks(execute=True):
        made = begun(told, clerk)
        assert made.current.file.name == told.current.file.name
        assert len(copies_of(made)) == len(copies_of(told)) == 3
        discarding.discard_film(film=made, by=clerk)
        discarding.delete_whole(Film.objects.get(pk=made.pk))
    assert len(film_storage().listdir("films")[1]) == held
    with django_capture_on_commit_callbacks(execute=True):
        kept = publish(begun(told, clerk), clerk)
    assert len(film_storage().listdir("films")[1]) == held
    assert kept.current == told.current
    assert sweep_film_files() == 0


def test_another_file_takes_the_place_and_the_one_before_stays(told, clerk):
    made = begun(told, clerk)
    other = give_file(made, "b" * 64)
    made.tracks.update(fits=other.sha256)
    made.transcript.update(fits=other.sha256)
    kept = publish(Film.objects.get(pk=made.pk), clerk)
    assert kept.current == other
    assert {row.sha256 for row in kept.files.all()} == {"a" * 64, "b" * 64}
    assert Rendition.objects.filter(original=other).count() == 4


def test_a_copy_made_meanwhile_beside_it_is_taken(told, clerk):
    late = told.current.renditions.filter(kind="480p")
    late.update(state=RenditionState.FAILED, fault="broken", file="", size=0)
    made = begun(told, clerk)
    again = made.current.renditions.get(kind="480p")
    assert again.state == RenditionState.QUEUED
    name = film_storage().save("films/copy-late", ContentFile(b"x"))
    values = {"state": RenditionState.DONE, "file": name, "size": 1}
    Rendition.objects.filter(pk=again.pk).update(content_type="video/mp4", **values)
    kept = publish(Film.objects.get(pk=made.pk), clerk)
    assert kept.current.renditions.get(kind="480p").file.name == name
    assert not rendering.queue_missing(kept.current)


def test_there_is_one_at_a_time_and_none_of_what_is_not_published(told, clerk):
    made = begun(told, clerk)
    assert films.start_film_correction(film=told, by=clerk) == made
    for film, by in (
        (made, clerk),
        (FilmFactory(owner=told.owner), clerk),
        (told, staff_of(MunicipalityFactory())),
        (told, staff_of(told.owner, Role.READS)),
    ):
        with pytest.raises(Refused):
            films.start_film_correction(film=film, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Film.objects.filter(pk=made.pk).update(
            slug="otra",
            review_state=ReviewState.APPROVED,
            published_at=told.published_at,
            reviewed_at=told.reviewed_at,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Film.objects.create(corrects=told, owner=told.owner, title_es="Otra")


def test_what_was_withdrawn_meanwhile_is_not_reopened_beside_it(told, clerk, boss):
    made = begun(told, clerk)
    films.withdraw_film(film=told, by=boss)
    with pytest.raises(Refused):
        films.reopen_film(film=told, by=boss)
    films.submit_film(film=made, by=clerk)
    page = signed_in(editor_of_the_portal()).get(at("film", made))
    assert "se retiró del público" in page.content.decode()
    films.publish_film(film=made, by=editor_of_the_portal())
    assert Film.objects.public().get().summary_es == TRUE


def test_hidden_it_stays_hidden(told, clerk, boss):
    made = begun(told, clerk)
    films.hide_film(film=told, by=boss)
    kept = publish(made, clerk)
    assert kept.hidden_at is not None
    assert not Film.objects.public().exists()


def test_an_old_correction_does_not_come_back_over_newer_words(told, clerk):
    old = begun(told, clerk, summary_es="Palabras viejas.")
    discarding.discard_film(film=old, by=clerk)
    publish(begun(told, clerk), clerk)
    answer = signed_in(clerk).post(at("act", old, "restore"))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Palabras viejas." in page
    assert TRUE in page
    assert "<del>" not in page
    Film.objects.filter(pk=old.pk).update(discarded_at=None)
    with pytest.raises(Refused) as refused:
        publish(Film.objects.get(pk=old.pk), clerk)
    assert refused.value.code == OVERTAKEN


def test_every_verb_says_that_it_was_published_meanwhile(told, clerk):
    made = begun(told, clerk)
    films.submit_film(film=made, by=clerk)
    films.publish_film(film=made, by=editor_of_the_portal())
    track = b"WEBVTT\n\n00:00.100 --> 00:00.900\nHola.\n"
    for verb, more in (
        (films.submit_film, {}),
        (films.publish_film, {}),
        (films.reopen_film, {}),
        (films.start_film_correction, {}),
        (discarding.discard_film, {}),
        (films.save_film, {"version": 1, "values": {"year": 1999}}),
        (films.save_transcript, {"language": "es", "typed": "0:00 Hola"}),
        (films.save_track, {"kind": "captions", "language": "es", "data": track}),
        (films.restore_piece, {"kept": 1}),
    ):
        with pytest.raises(Refused) as refused:
            verb(film=made, by=clerk, **more)
        assert refused.value.code == PUBLISHED, verb


def test_what_is_typed_into_one_that_was_published_meanwhile_is_not_lost(told, clerk):
    made = begun(told, clerk)
    browser = signed_in(clerk)
    publish(made, clerk)
    said = browser.post(at("said", made, "es"), {"said": "0:00 Lo que escribí"})
    assert said.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Mientras tanto se publicó" in said.content.decode()
    assert "Lo que escribí" in said.content.decode()
    sent = {"title_es": "Mi título", "version": 1}
    edited = browser.post(at("edit", made), sent)
    assert "Mi título" in edited.content.decode()
    assert at("film", told) in edited.content.decode()
    for address in (at("film", made), at("edit", made)):
        assert browser.get(address)["Location"] == at("film", told)
    send = browser.post(at("act", made, "send"), follow=True)
    assert send.redirect_chain == [(at("film", told), HTTPStatus.FOUND)]
    stranger = signed_in(staff_of(MunicipalityFactory()))
    assert stranger.get(at("film", made)).status_code == HTTPStatus.NOT_FOUND


def test_editors_read_what_it_changes_and_only_what_they_read_is_published(told, clerk):
    made = begun(told, clerk, summary_es=TRUE, year=2013)
    films.save_transcript(film=made, by=clerk, language="en", typed="0:00 Hello.")
    made = Film.objects.get(pk=made.pk)
    headings = [change.heading for change in what_changes_in_film(made)]
    assert headings == ["Lo que cuenta", "Año", "Lo que se dice"]
    films.submit_film(film=made, by=clerk)
    desk = signed_in(editor_of_the_portal())
    page = desk.get(at("film", made))
    assert "<ins>" in page.content.decode()
    read = page.context["film"]
    typed = {"version": read.version, "original": read.corrects.version}
    assert f'name="original" value="{read.corrects.version}"' in page.content.decode()
    films.hide_film(film=told, by=staff_of(told.owner, Role.COORDINATES))
    refused = desk.post(at("act", made, "publish"), typed, follow=True)
    assert "vuelva a leer antes de decidir" in refused.content.decode()
    typed["original"] += 1
    typed["looked"] = read.version
    done = desk.post(at("act", made, "publish"), typed)
    assert done["Location"] == at("film", told)
    assert Film.objects.get().summary_es == TRUE


def test_from_the_page_of_what_is_published(told, clerk):
    browser = signed_in(clerk)
    shut = browser.get(at("edit", told), follow=True).content.decode()
    assert "«Corregir lo publicado»" in shut
    ask = at("ask", told, "correct")
    assert ask in shut
    assert "sigue viendo" in browser.get(ask).content.decode()
    answer = browser.post(at("act", told, "correct"))
    made = told.corrections.get()
    assert answer["Location"] == at("film", made)
    page = browser.get(at("film", told)).content.decode()
    assert "Seguir con la versión corregida" in page
    assert ask not in page
    listed = browser.get(reverse("films:films")).content.decode()
    assert listed.count("Versión corregida") == 1


def test_its_steps_are_said_as_of_a_video(told, clerk):
    page = signed_in(clerk).get(at("film", told)).content.decode()
    steps = page.partition("Lo que ha pasado")[2] or page.partition("steps")[2]
    assert "Publicado" in steps
    assert "Publicada" not in steps


def test_another_file_that_lasts_and_weighs_the_same_is_said(told, clerk):
    made = begun(told, clerk)
    other = give_file(made, "b" * 64)
    told_file = told.current
    assert (other.size, other.duration) == (told_file.size, told_file.duration)
    (said,) = [
        each
        for each in what_changes_in_film(Film.objects.get(pk=made.pk))
        if each.heading == "El video"
    ]
    assert said.after == "Otro archivo, que dura y pesa lo mismo."


def test_brought_back_inside_a_correction_it_goes_on_waiting_for_what_is_published(
    told, clerk
):
    editor = editor_of_the_portal()
    films.withdraw_film(film=told, by=editor)
    draft = films.reopen_film(film=told, by=clerk)
    films.remove_track(film=draft, by=clerk, track=draft.tracks.get().pk)
    kept = draft.removed.get()
    films.save_track(film=draft, by=clerk, kind="captions", language="es", data=VTT)
    films.review_track(film=draft, by=clerk, track=draft.tracks.get().pk)
    publish(draft, clerk)
    for _turn in range(2):
        made = begun(told, clerk, year=2001)
        films.remove_track(film=made, by=clerk, track=made.tracks.get().pk)
        for _press in range(2):
            films.restore_piece(film=made, by=clerk, kept=kept.pk)
        assert "tambores" in made.tracks.get().text
        assert told.removed.get() == kept
        page = signed_in(clerk).get(at("film", made)).content.decode()
        assert at("bring_back", made, kept.pk) not in page
        last = made
        if not _turn:
            discarding.discard_film(film=made, by=clerk)
    films.review_track(film=last, by=clerk, track=last.tracks.get().pk)
    public = publish(Film.objects.get(pk=last.pk), clerk)
    assert "tambores" in public.tracks.get().text
    assert kept not in public.removed.all()
