"""A film's record from its writers to the public and back."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from experiences.models import Film
from experiences.services import films
from network.choices import Act, PeopleShown, ReviewState, Role
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory
from tests.experiences.film_factories import (
    FilmFactory,
    FilmRecordFactory,
    OutsideFilmFactory,
    in_days,
    lost_film,
    published_film,
    sent_film,
)
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def agreed(days: int) -> dict:
    return {
        "people_shown": PeopleShown.ADULTS,
        "consent_purpose": "portal",
        "consent_until": in_days(days),
    }


def test_a_record_begins_once_and_belongs_to_its_organisation():
    town, form = MunicipalityFactory(), uuid.uuid4()
    by = staff_of(town)
    asked = {"owner": town, "by": by, "client_uuid": form, "title": "El parque"}
    film, new = films.start_film(**asked)
    again, second = films.start_film(**asked)
    assert (again.pk, new, second) == (film.pk, True, False)
    assert (film.place, film.country) == (town.place, town.country)
    with pytest.raises(Refused):
        films.start_film(**{**asked, "by": staff_of(MunicipalityFactory())})
    strange = ExperienceFactory()
    with pytest.raises(Refused):
        films.start_film(
            **{**asked, "client_uuid": uuid.uuid4(), "experience": strange}
        )
    other = MunicipalityFactory()
    with pytest.raises(Refused):
        films.start_film(**{**asked, "owner": other, "by": staff_of(other)})
    assert Film.objects.count() == 1


def test_saving_keeps_a_version_and_tells_of_another_persons():
    film = FilmRecordFactory()
    by = staff_of(film.owner)
    saved = films.save_film(film=film, by=by, version=1, values={"year": 2014})
    assert (saved.year, saved.version) == (2014, 2)
    same = films.save_film(film=film, by=by, version=1, values={"year": 2014})
    assert same.version == 2
    with pytest.raises(films.StaleFilm) as stale:
        films.save_film(film=film, by=by, version=1, values={"year": 2015})
    assert stale.value.film.year == 2014
    with pytest.raises(Refused):
        films.save_film(
            film=film, by=staff_of(MunicipalityFactory()), version=2, values={"year": 1}
        )
    with pytest.raises(Refused):
        films.save_film(
            film=film, by=by, version=2, values={"experience": ExperienceFactory()}
        )


def test_sent_returned_with_a_note_sent_again_and_published():
    film, editor = FilmFactory(), editor_of_the_portal()
    by = staff_of(film.owner)
    films.submit_film(film=film, by=by)
    assert films.submit_film(film=film, by=by).version == 2
    with pytest.raises(Refused):
        films.return_film(film=film, by=editor, note=" ")
    films.return_film(film=film, by=editor, note="Falta el año.")
    films.submit_film(film=film, by=by)
    with pytest.raises(Refused):
        films.publish_film(film=film, by=editor, version=2)
    public = films.publish_film(film=film, by=editor)
    assert public.is_public
    assert list(Film.objects.public()) == [public]
    assert public.slug.startswith(f"{film.country.lower()}-el-parque")
    states = [step.to_state for step in public.steps.all()]
    assert states == ["submitted", "returned", "submitted", "approved"]


def test_an_address_is_given_once():
    film = published_film()
    films.withdraw_film(film=film, by=secretariat_member())
    films.reopen_film(film=film, by=staff_of(film.owner))
    Film.objects.filter(pk=film.pk).update(title_es="Otro nombre")
    films.submit_film(film=film, by=staff_of(film.owner))
    again = films.publish_film(film=film, by=editor_of_the_portal())
    assert again.slug == film.slug
    assert (
        published_film(title_es=film.title_es, country=film.country).slug
        == f"{film.slug}-2"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"people_shown": PeopleShown.NOT_SURE},
        {"people_shown": PeopleShown.MINORS},
        {"people_shown": PeopleShown.ADULTS_NO_CONSENT},
        {"people_shown": PeopleShown.ADULTS},
        {"summary_es": ""},
        {"rights_holder": " "},
        {"spoken": "unknown"},
        {"licence": "unknown"},
    ],
)
@pytest.mark.parametrize("make", [FilmFactory, OutsideFilmFactory])
def test_nothing_is_published_without_consent_rights_and_words(make, values):
    film = make(**values)
    (sentence,) = films.missing_of_film(film)
    assert len(sentence.split()) > 3
    with pytest.raises(Refused, match=sentence[:20]):
        films.submit_film(film=film, by=staff_of(film.owner))
    waiting = sent_film(make, **values)
    with pytest.raises(Refused):
        films.publish_film(film=waiting, by=editor_of_the_portal())
    waiting.refresh_from_db()
    assert waiting.review_state == ReviewState.SUBMITTED


def test_a_picture_is_described_once_there_is_one():
    own = FilmFactory(poster_alt_es="")
    assert ["imagen fija" in each for each in films.missing_of_film(own)] == [True]
    elsewhere = OutsideFilmFactory(poster_alt_es="")
    assert films.missing_of_film(elsewhere) == []
    elsewhere.poster = "films/still.webp"
    assert ["imagen fija" in each for each in films.missing_of_film(elsewhere)] == [
        True
    ]


def test_of_a_film_elsewhere_what_is_said_is_written_here():
    film = OutsideFilmFactory(transcribed=False)
    (sentence,) = films.missing_of_film(film)
    assert "lo que se dice" in sentence


def test_of_a_film_elsewhere_its_length_is_written_here():
    film = OutsideFilmFactory(told_seconds=None)
    assert films.missing_of_film(film) == [
        "Escriba cuántos segundos dura en el otro sitio."
    ]


def test_the_database_itself_refuses_a_minor_in_public():
    film = published_film()
    for shown in (PeopleShown.MINORS, PeopleShown.NOT_SURE, PeopleShown.ADULTS):
        with pytest.raises(IntegrityError), transaction.atomic():
            Film.objects.filter(pk=film.pk).update(people_shown=shown)
    assert lost_film(people_shown=PeopleShown.NOT_SURE).is_public


def test_a_film_nobody_found_and_one_without_texts_are_not_sent():
    lost = FilmRecordFactory()
    assert len(films.missing_of_film(lost)) == 1
    bare = FilmFactory()
    bare.tracks.all().delete()
    bare.transcript.all().delete()
    bare.current.renditions.filter(kind="240p").update(state="failed", fault="broken")
    assert len(films.missing_of_film(bare)) == 3


def test_nobody_publishes_what_they_wrote_and_a_neighbour_decides_nothing():
    film, editor = sent_film(), editor_of_the_portal()
    film.writers.add(editor)
    for by in (editor, staff_of(film.owner), staff_of(MunicipalityFactory())):
        with pytest.raises(Refused):
            films.publish_film(film=film, by=by)
    refused = AuditEntry.objects.filter(act=Act.FILM_PUBLISHED, outcome="refused")
    assert refused.count() == 3


def test_hidden_and_shown_again_by_those_who_decide():
    film = published_film()
    mayor = staff_of(film.owner, Role.MAYOR)
    films.hide_film(film=film, by=mayor)
    assert films.hide_film(film=film, by=mayor).hidden_at
    assert not Film.objects.public().exists()
    films.show_film(film=film, by=mayor)
    assert Film.objects.public().exists()
    with pytest.raises(Refused):
        films.hide_film(film=film, by=staff_of(film.owner))


def test_a_consent_that_ends_takes_the_film_away_on_that_day():
    film = published_film(**agreed(1))
    kept = published_film(**agreed(30))
    assert films.end_film_consents() == 0
    Film.objects.filter(pk=film.pk).update(consent_until=in_days(-1))
    assert list(Film.objects.public()) == [kept]
    assert films.end_film_consents() == 1
    film.refresh_from_db()
    assert film.review_state == ReviewState.WITHDRAWN
    assert films.end_film_consents() == 0
    films.reopen_film(film=film, by=staff_of(film.owner))
    (sentence,) = films.missing_of_film(film)
    assert "consent" in sentence


def test_its_association_reads_and_an_editor_only_what_was_sent():
    town = reviewed_municipality()
    association = town.affiliations.get().association
    reviewer = staff_of(association, Role.REVIEWS)
    draft = FilmRecordFactory(owner=town)
    sent = sent_film(owner=town)
    editor = editor_of_the_portal()
    assert set(Film.objects.visible_to(reviewer)) == {draft, sent}
    assert list(Film.objects.visible_to(editor)) == [sent]
    assert list(Film.objects.reviewable_by(editor)) == [sent]
    assert not Film.objects.visible_to(staff_of(MunicipalityFactory())).exists()
