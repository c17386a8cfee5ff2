"""What happens while a correction is written or read: nothing is lost or shown again."""

import datetime
from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation

from experiences.film_linked import film_linked
from experiences.linked import experience_linked
from experiences.models import Experience, ExperienceDocument, Film
from experiences.question_table import QUESTIONS
from experiences.services import corrections, discarding, files, review, takedowns
from experiences.services.meanwhile import OVERTAKEN, PUBLISHED
from experiences.services.writing import restore_row, save_section, version_of
from experiences.views.workspace import desk, record, sections
from network.choices import PublicKind, ReviewState, Role, TakeDownOutcome
from network.models import TakeDown
from network.services.refusals import Refused
from tests.experiences.factories import (
    OutcomeFactory,
    PhotoFactory,
    SentExperienceFactory,
)
from tests.experiences.film_factories import FilmFactory, published_film
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TRUE = "Empezó en 2012, no en 2011."


@pytest.fixture
def told():
    """A published experience with a photo, and an outcome on its evaluation."""
    plant_pages()
    sent = SentExperienceFactory()
    document = ExperienceDocument.objects.create(
        experience=sent,
        kind="evaluation",
        title_es="Evaluación",
        file=ContentFile(b"%PDF-1.4", "e.pdf"),
        sha256="a" * 64,
    )
    PhotoFactory(experience=sent, file=ContentFile(b"pixels", "f.jpg"))
    OutcomeFactory(experience=sent, effect="effective", evaluation=document)
    return review.publish_experience(experience=sent, by=editor_of_the_portal())


@pytest.fixture
def clerk(told):
    return staff_of(told.owner)


@pytest.fixture
def boss(told):
    return staff_of(told.owner, Role.COORDINATES)


def begun(told, by, text=TRUE):
    made = corrections.start_correction(experience=told, by=by)
    return save_section(
        experience=made,
        section="problem",
        by=by,
        version=version_of(made, "problem"),
        values={"problem_es": text},
    )


def publish(made, by, **read):
    review.submit_experience(experience=made, by=by)
    return review.publish_experience(experience=made, by=editor_of_the_portal(), **read)


def decide(made):
    return reverse("experiences:decide", args=[made.pk])


def home(record):
    return reverse("experiences:experience", args=[record.pk])


def section(record, name="problem"):
    return reverse("experiences:section", args=[record.pk, name])


@pytest.mark.parametrize("anew", [False, True])
def test_a_photo_hidden_meanwhile_stays_hidden(told, clerk, boss, anew):
    made = corrections.start_correction(experience=told, by=clerk)
    photo = told.photos.get()
    if anew:
        made.photos.all().delete()
        again = ContentFile(b"pixels", "again.jpg")
        PhotoFactory(experience=made, file=again, sha256=photo.sha256)
    takedowns.hide_photo(photo=photo, by=boss)
    assert made.photos.get().public
    publish(made, clerk)
    kept = told.photos.get()
    assert (kept.uuid, kept.public) == (photo.uuid, False)
    key = str(photo.uuid)
    noted = TakeDown.objects.get(kind=PublicKind.PHOTO, key=key)
    assert (noted.outcome, noted.ended_at) == (TakeDownOutcome.HIDDEN, None)


def test_a_photo_shown_meanwhile_stays_shown(told, clerk, boss):
    photo = told.photos.get()
    takedowns.hide_photo(photo=photo, by=boss)
    made = corrections.start_correction(experience=told, by=clerk)
    takedowns.show_photo(photo=photo, by=boss)
    publish(made, clerk)
    assert told.photos.get().public


def test_an_old_correction_does_not_come_back_over_newer_words(told, clerk):
    old = begun(told, clerk, "Palabras viejas.")
    discarding.discard_experience(experience=old, by=clerk)
    publish(begun(told, clerk), clerk)
    with pytest.raises(Refused) as refused:
        discarding.restore_experience(experience=old, by=clerk)
    assert refused.value.code == OVERTAKEN
    back = reverse("experiences:act", args=[old.pk, "restore"])
    answer = signed_in(clerk).post(back)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "empiece una corrección nueva" in page
    assert "Palabras" in page
    assert home(told) in page
    # One that was brought back before this was refused is not published either.
    Experience.objects.filter(pk=old.pk).update(discarded_at=None)
    with pytest.raises(Refused) as refused:
        publish(Experience.objects.get(pk=old.pk), clerk)
    assert refused.value.code == OVERTAKEN
    assert Experience.objects.get(pk=told.pk).problem_es == TRUE


def test_a_correction_comes_back_while_nothing_else_was_published(told, clerk, boss):
    made = begun(told, clerk)
    discarding.discard_experience(experience=made, by=clerk)
    review.hide_experience(experience=told, by=boss)
    review.show_experience(experience=told, by=boss)
    discarding.restore_experience(experience=made, by=clerk)
    assert publish(made, clerk).problem_es == TRUE


@pytest.mark.parametrize("verb", [review.withdraw_experience, review.hide_experience])
def test_what_left_the_public_while_it_was_read_is_read_again(told, clerk, boss, verb):
    made = begun(told, clerk)
    review.submit_experience(experience=made, by=clerk)
    browser = signed_in(editor_of_the_portal())
    page = browser.get(decide(made))
    read = page.context["experience"]
    typed = {"version": read.version, "original": read.corrects.version}
    assert f'name="original" value="{read.corrects.version}"' in page.content.decode()
    verb(experience=told, by=boss)
    again = browser.post(decide(made), {**typed, "action": "publish"})
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "vuelva a leer antes de decidir" in again.content.decode()
    assert Experience.objects.get(pk=told.pk).problem_es != TRUE
    typed["original"] = again.context["experience"].corrects.version
    typed["looked"] = read.version
    browser.post(decide(made), {**typed, "action": "publish"})
    assert Experience.objects.get(pk=told.pk).problem_es == TRUE


def test_what_is_hidden_stays_hidden_and_so_does_its_reason(told, clerk, boss):
    made = begun(told, clerk)
    review.hide_experience(experience=told, by=boss)
    review.withdraw_experience(experience=told, by=boss)
    review.submit_experience(experience=made, by=clerk)
    browser = signed_in(editor_of_the_portal())
    page = browser.get(decide(made)).content.decode()
    assert "también queda oculta" in page
    review.publish_experience(experience=made, by=editor_of_the_portal())
    assert not Experience.objects.public().exists()
    noted = TakeDown.objects.get(kind=PublicKind.EXPERIENCE, key=str(told.pk))
    assert noted.ended_at is None


def test_every_verb_says_that_it_was_published_meanwhile(told, clerk):
    made = begun(told, clerk)
    review.submit_experience(experience=made, by=clerk)
    editor = editor_of_the_portal()
    review.publish_experience(experience=made, by=editor_of_the_portal())
    about = {"section": "problem", "version": 1, "values": {"problem_es": "Otro."}}
    for verb, by, more in (
        (review.publish_experience, editor, {}),
        (review.submit_experience, clerk, {}),
        (review.reopen_experience, clerk, {}),
        (discarding.discard_experience, clerk, {}),
        (discarding.restore_experience, clerk, {}),
        (corrections.start_correction, clerk, {}),
        (save_section, clerk, about),
    ):
        with pytest.raises(Refused) as refused:
            verb(experience=made, by=by, **more)
        assert refused.value.code == PUBLISHED, verb


def published_after_the_door(monkeypatch, view, name, told, clerk):
    """The view finds the correction, and somebody publishes it before the verb."""
    door = getattr(view, name)

    def late(request, pk):
        found = door(request, pk)
        if found.review_state != ReviewState.APPROVED:
            publish(found, clerk)
        return found

    monkeypatch.setattr(view, name, late)


@pytest.mark.parametrize("late", [False, True])
def test_two_editors_publish_it_at_once(told, clerk, monkeypatch, late):
    made = begun(told, clerk)
    review.submit_experience(experience=made, by=clerk)
    browser = signed_in(editor_of_the_portal())
    if late:
        published_after_the_door(monkeypatch, desk, "visible_experience", told, clerk)
    else:
        review.publish_experience(experience=made, by=editor_of_the_portal())
    answer = browser.post(decide(made), {"action": "publish"}, follow=True)
    assert answer.redirect_chain[0][0] == home(told)
    assert "Mientras tanto se publicó." in answer.content.decode()


@pytest.mark.parametrize("late", [False, True])
def test_who_sends_it_is_led_to_what_is_published(told, clerk, monkeypatch, late):
    made = begun(told, clerk)
    if late:
        published_after_the_door(monkeypatch, record, "visible_experience", told, clerk)
    else:
        publish(made, clerk)
    there = reverse("experiences:submit", args=[made.pk])
    answer = signed_in(clerk).post(there)
    assert answer["Location"] == home(told)
    discard = reverse("experiences:act", args=[made.pk, "discard"])
    assert signed_in(clerk).post(discard)["Location"] == home(told)


@pytest.mark.parametrize("late", [False, True])
def test_what_was_typed_for_one_published_meanwhile_is_drawn(
    told, clerk, monkeypatch, late
):
    made = begun(told, clerk)
    if late:
        published_after_the_door(
            monkeypatch, sections, "experience_to_write", told, clerk
        )
    else:
        publish(made, clerk)
    browser = signed_in(clerk)
    typed = {"version": 1, "problem_es": "Lo que escribí tarde."}
    answer = browser.post(section(made), typed)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Lo que escribí tarde." in page
    assert "empiece una corrección nueva" in page
    assert home(told) in page
    assert Experience.objects.get().problem_es == TRUE
    assert browser.get(section(made))["Location"] == home(told)


@pytest.mark.parametrize("name", ["problem", "voices"])
def test_what_was_typed_for_a_discarded_one_is_drawn_and_saved_later(told, clerk, name):
    made = begun(told, clerk)
    discarding.discard_experience(experience=made, by=clerk)
    browser = signed_in(clerk)
    typed = {"version": version_of(made, name), "problem_es": "Lo que escribí tarde."}
    if name == "voices":
        typed |= {
            "rows-TOTAL_FORMS": 1,
            "rows-INITIAL_FORMS": 0,
            "rows-0-role": "neighbour",
            "rows-0-text_es": "Lo que escribí tarde.",
        }
    answer = browser.post(section(made, name), typed)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Lo que escribí tarde." in page
    if name == "problem":
        assert "recupérelo desde la lista" in page
        discarding.restore_experience(experience=made, by=clerk)
        assert browser.post(section(made), typed)["Location"] == home(made)


def test_a_mistake_does_not_hide_that_a_colleague_saved_meanwhile(told, clerk):
    made = begun(told, clerk)
    browser = signed_in(clerk)
    save_section(
        experience=made,
        section="about",
        by=staff_of(told.owner),
        version=0,
        values={"title_es": "Otro título"},
    )
    typed = {"version": 0, "title_es": ""}
    page = browser.post(section(made, "about"), typed).content.decode()
    assert 'name="version" value="0"' in page


def test_a_file_for_a_discarded_or_published_one_is_refused_in_words(told, clerk):
    made = begun(told, clerk)
    browser = signed_in(clerk)
    typed = {
        "what": "document",
        "documentform-kind": "plan",
        "documentform-title_es": "El plan de la feria",
        "documentform-address": "https://plan.test/",
    }
    discarding.discard_experience(experience=made, by=clerk)
    answer = browser.post(section(made, "files"), typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "El plan de la feria" in answer.content.decode()
    discarding.restore_experience(experience=made, by=clerk)
    publish(made, clerk)
    answer = browser.post(section(made, "files"), typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = answer.content.decode()
    assert "El plan de la feria" in page
    assert "empiece una corrección nueva" in page
    assert told.documents.count() == 1


def test_what_was_typed_for_a_discarded_video_is_drawn():
    film = FilmFactory()
    clerk = staff_of(film.owner)
    discarding.discard_film(film=film, by=clerk)
    browser = signed_in(clerk)
    edit = reverse("films:edit", args=[film.pk])
    said = reverse("films:said", args=[film.pk, "es"])
    still = reverse("films:upload", args=[film.pk, "still"])
    page = browser.post(said, {"said": "0:00 Lo que escribí tarde."})
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Lo que escribí tarde." in page.content.decode()
    assert "recupérelo desde la lista" in page.content.decode()
    page = browser.post(edit, {"title_es": "Un título nuevo", "version": film.version})
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Un título nuevo" in page.content.decode()
    assert browser.post(still).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    for there in (edit, said):
        assert browser.get(there).status_code == HTTPStatus.NOT_FOUND
    assert Film.objects.get().discarded_at


def test_two_removals_of_one_file_leave_one_in_the_trash(told, clerk):
    made = begun(told, clerk)
    first, second = made.photos.get(), made.photos.get()
    kept = files.remove_file(experience=made, by=clerk, piece=first)
    assert files.remove_file(experience=made, by=clerk, piece=second) == kept
    assert made.removed.count() == 1


def test_a_removed_outcome_finds_its_evaluation_after_a_correction(told, clerk):
    made = begun(told, clerk)
    about = {"section": "outcomes", "by": clerk, "values": {}}
    save_section(experience=made, **about, version=0, rows={"outcomes": []})
    publish(made, clerk)
    again = corrections.start_correction(experience=told, by=clerk)
    restore_row(experience=again, by=clerk, kept=told.removed.get())
    assert again.outcomes.get().evaluation == again.documents.get()


def test_machines_read_the_day_of_the_region(told):
    late = datetime.datetime(2026, 3, 2, 3, 0, tzinfo=datetime.UTC)
    day = timezone.localdate(late).isoformat()
    assert day == "2026-03-01"
    told.published_at = told.reviewed_at = late
    linked = experience_linked(told)
    assert (linked["datePublished"], linked["dateModified"]) == (day, day)
    film = published_film()
    film.published_at = late
    assert (film_linked(film, []) or {})["uploadDate"] == day
    (column,) = [each for each in QUESTIONS.fields if each.key == "published_at"]
    assert column.read(told) == day


def test_the_question_about_a_video_stands_at_an_address_in_spanish():
    film = published_film()
    boss = signed_in(staff_of(film.owner, Role.COORDINATES))
    with translation.override("es"):
        there = reverse("films:ask", args=[film.pk, "hide"])
    assert there.endswith("/ocultar/")
    assert boss.get(there).status_code == HTTPStatus.OK
    former = there.replace("ocultar", "hide")
    assert boss.get(former).status_code == HTTPStatus.OK
    with translation.override("en"):
        assert reverse("films:ask", args=[film.pk, "hide"]).endswith("/hide/")
