"""A still picture that another one replaced waits its days, and comes back whole."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from experiences.models import Film
from experiences.models.films import film_storage
from experiences.services import films
from experiences.services.films.files import sweep_film_files
from experiences.services.removing import empty_removed
from network.services.refusals import Refused
from tests.experiences.film_factories import FilmRecordFactory, published_film
from tests.foundation.upload_samples import photo
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def choose(film, by, size=(80, 40)):
    upload = SimpleUploadedFile("a.jpg", photo(size=size), "image/jpeg")
    return films.choose_poster(film=film, by=by, upload=upload)


@pytest.fixture
def film():
    """A draft with a still picture and what it shows."""
    film = FilmRecordFactory()
    return choose(film, staff_of(film.owner))


def test_it_comes_back_with_what_was_said_of_it_and_the_other_waits(film):
    browser, first = signed_in(staff_of(film.owner)), film.poster.name
    still = SimpleUploadedFile("b.jpg", photo(size=(40, 80)), "image/jpeg")
    there = reverse("films:upload", args=[film.pk, "still"])
    page = browser.post(there, {"still": still}, follow=True).content.decode()
    kept = film.removed.get()
    assert film_storage().exists(first)
    assert kept.name in page
    film.refresh_from_db()
    second = film.poster.name
    films.save_film(
        film=film,
        by=staff_of(film.owner),
        version=film.version,
        values={"poster_alt_es": "Otra cosa"},
    )
    back = reverse("films:bring_back", args=[film.pk, kept.pk])
    for _twice in range(2):
        assert "Está de vuelta" in browser.post(back, follow=True).content.decode()
    film.refresh_from_db()
    assert (film.poster.name, film.poster_alt_es) == (first, "Una banca bajo un árbol")
    (other,) = film.removed.all()
    assert other.files == [second]
    assert other.name == "Imagen fija: Otra cosa"


def test_after_its_days_it_is_gone_and_not_before(
    film, django_capture_on_commit_callbacks
):
    first, by = film.poster.name, staff_of(film.owner)
    film = choose(film, by, (40, 80))
    (kept,) = film.removed.all()
    film_storage().path(first)
    old = timezone.now() - datetime.timedelta(days=29)
    film.removed.update(removed_at=old)
    with django_capture_on_commit_callbacks(execute=True):
        assert (empty_removed(), sweep_film_files()) == (0, 0)
    assert film_storage().exists(first)
    film.removed.update(removed_at=old - datetime.timedelta(days=2))
    with pytest.raises(Refused):
        films.restore_piece(film=film, by=by, kept=kept.pk)
    with django_capture_on_commit_callbacks(execute=True):
        assert empty_removed() == 1
    assert not film_storage().exists(first)
    assert film_storage().exists(film.poster.name)


def test_one_replaced_in_a_correction_stays_with_what_is_published(
    django_capture_on_commit_callbacks,
):
    told = published_film()
    by = staff_of(told.owner)
    Film.objects.filter(pk=told.pk).update(poster="films/of-before.webp")
    told.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        made = choose(films.start_film_correction(film=told, by=by), by)
        assert Film.objects.get(pk=told.pk).poster.name == "films/of-before.webp"
        films.submit_film(film=made, by=by)
        kept = films.publish_film(film=made, by=editor_of_the_portal())
    assert kept.poster.name == made.poster.name
    assert film_storage().exists(kept.poster.name)
    again = films.start_film_correction(film=kept, by=by)
    piece = kept.removed.get()
    films.restore_piece(film=again, by=by, kept=piece.pk)
    again.refresh_from_db()
    assert again.poster.name == "films/of-before.webp"
