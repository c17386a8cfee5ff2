"""The films that come with the portal: nine that nobody found, and one of our own."""

import pytest

from amuprev.foundation.loading import Outcome
from amuprev.management.commands.load_portal import load_all
from experiences.choices import RenditionState
from experiences.content.films import FOLDER
from experiences.media.limits import SMALL_BYTES_A_MINUTE
from experiences.models import Film
from experiences.services import films

pytestmark = pytest.mark.django_db
TOWNS = (
    "Puerto Cortés", "San Miguelito", "Santa Tecla", "Nahuizalco", "Sonsonate",
    "San José", "Santa Catarina Pinula", "Concepción de Ataco", "Comacarán",
)  # fmt: skip


@pytest.fixture
def loaded(initial_content):
    return list(Film.objects.order_by("content_key"))


def test_nine_films_are_named_whose_address_is_to_be_confirmed(loaded):
    lost = [film for film in loaded if not film.found]
    assert {film.owner.name for film in lost} == set(TOWNS)
    for film in lost:
        assert film.sources
        assert film.slug.startswith(film.country.lower())
    for film in loaded:
        for name in ("title", "summary", "doubts"):
            spanish = getattr(film, f"{name}_es") or ""
            assert bool(spanish) == bool(getattr(film, f"{name}_en") or "")
    assert set(Film.objects.public()) == set(loaded)


def test_what_an_experience_was_filmed_of_leads_to_the_film_that_is_lost(
    loaded, client
):
    told = {film.experience.content_key for film in loaded if film.experience_id}
    assert told == {
        "hn-puerto-cortes-safety-rate",
        "sv-santa-tecla-prevention",
        "sv-nahuizalco-plan-by-canton",
        "sv-sonsonate-committee-and-spaces",
        "gt-pinula-from-exchange-to-policy",
        "sv-ataco-youth-and-bicycles",
    }
    film = next(film for film in loaded if film.experience_id)
    page = client.get(film.experience.get_absolute_url()).content.decode()
    assert film.get_absolute_url() in page
    page = client.get(film.get_absolute_url()).content.decode()
    assert film.experience.get_absolute_url() in page
    assert "Escribir dónde está" in page
    assert f"?of={film.owner.slug}" in page


def test_our_own_film_is_whole_and_its_copies_are_made(loaded):
    (own,) = (film for film in loaded if film.found)
    assert (FOLDER / "little-data.mp4").stat().st_size < 300_000
    # The worker made them when the content was loaded.
    assert own.current.renditions.filter(state=RenditionState.DONE).count() == 4
    assert films.missing_of_film(own) == []
    copies = {row.kind: row for row in own.current.renditions.all()}
    assert copies["240p"].size / (own.duration / 60_000) < SMALL_BYTES_A_MINUTE
    assert copies["poster"].size <= 20_000
    assert own.tracks.count() == 4
    for language in ("es", "en"):
        assert own.transcript.filter(language=language).count() == 6


def test_loaded_again_nothing_changes_and_what_was_edited_stays(loaded):
    Film.objects.filter(pk=loaded[0].pk).update(summary_es="Escrito aquí.")
    counts = load_all().counts["videos"]
    assert counts == {Outcome.UNCHANGED: len(loaded) - 1, Outcome.LEFT_ALONE: 1}
    assert Film.objects.get(pk=loaded[0].pk).summary_es == "Escrito aquí."
