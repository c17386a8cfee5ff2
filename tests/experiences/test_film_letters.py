"""Who is written to about a film: the editors, then those who wrote it."""

import pytest
from django.core import mail

from experiences.services import films
from experiences.tasks import tell_of_film
from tests.experiences.film_factories import FilmFactory
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db


def test_editors_are_called_and_writers_told_once():
    editor = editor_of_the_portal()
    film = FilmFactory()
    clerk = staff_of(film.owner)
    film.writers.add(clerk)
    films.submit_film(film=film, by=clerk)
    (called,) = mail.outbox
    assert called.to == [editor.email]
    mail.outbox.clear()
    film.refresh_from_db()
    films.return_film(film=film, by=editor, note="Falta decir quién lo hizo.")
    (told,) = mail.outbox
    assert told.to == [clerk.email]
    assert "Falta decir quién lo hizo." in told.body
    assert tell_of_film.call(film.steps.order_by("-pk")[0].pk) == 0
