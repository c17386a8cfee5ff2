"""Films of which nobody knows where they are: found, taken out, public again."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.models import Film
from experiences.services import films
from network.services.refusals import Refused
from tests.experiences.film_factories import FilmRecordFactory, lost_film
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOT_FOUND = "No consta su dirección."


@pytest.fixture
def lost():
    plant_pages()
    told = {"doubts_es": NOT_FOUND, "rights_holder": "", "sources": "Folleto, 2012"}
    return lost_film(**told, summary_es="El video no lo hemos encontrado.")


def test_withdrawn_it_can_be_public_again_as_it_was(lost):
    clerk, editor = staff_of(lost.owner), editor_of_the_portal()
    films.withdraw_film(film=lost, by=editor)
    draft = films.reopen_film(film=lost, by=clerk)
    assert films.missing_of_film(draft) == []
    films.submit_film(film=draft, by=clerk)
    assert films.publish_film(film=draft, by=editor).is_public


def test_one_that_was_never_public_is_not_sent_without_its_film():
    draft = FilmRecordFactory()
    with pytest.raises(Refused):
        films.submit_film(film=draft, by=staff_of(draft.owner))


def test_found_it_no_longer_says_that_it_was_not(lost):
    clerk = staff_of(lost.owner)
    browser = signed_in(clerk)
    made = films.start_film_correction(film=lost, by=clerk)
    edit = reverse("films:edit", args=[made.pk])
    form = html.fromstring(browser.get(edit).content.decode())
    assert form.xpath("//textarea[@name='doubts_es']/text()")[0].strip() == NOT_FOUND
    sent = {
        "version": made.version, "title_es": made.title_es, "spoken": "es",
        "summary_es": lost.summary_es, "doubts_es": NOT_FOUND, "licence": "reserved",
        "told_seconds": "185", "sources": "Folleto, 2012\nCanal de la alcaldía", "rights_holder": "Alcaldía",
        "people_shown": "nobody", "address": "https://youtu.be/dQw4w9WgXcQ",
    }  # fmt: skip
    assert browser.post(edit, sent).status_code == 302
    made = Film.objects.get(pk=made.pk)
    films.save_transcript(film=made, by=clerk, language="es", typed="0:00 Hola.")
    (fault,) = films.missing_of_film(Film.objects.get(pk=made.pk))
    assert "Ya se encontró" in fault
    made = Film.objects.get(pk=made.pk)
    words = {"version": made.version, "summary_es": "El parque.", "doubts_es": ""}
    browser.post(edit, {**sent, **words})
    made = Film.objects.get(pk=made.pk)
    films.submit_film(film=made, by=clerk)
    desk = signed_in(editor_of_the_portal())
    page = desk.get(reverse("films:film", args=[made.pk])).content.decode()
    assert "Qué es incierto" in page
    public = films.publish_film(film=made, by=editor_of_the_portal())
    assert public.sources.splitlines() == ["Folleto, 2012", "Canal de la alcaldía"]
    told = browser.get(public.get_absolute_url()).content.decode()
    assert "encontrado" not in told
    assert NOT_FOUND not in told
    assert "Canal de la alcaldía" in told
