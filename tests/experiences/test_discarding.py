"""Drafts and removed files: out of sight at once, back for thirty days, then gone."""

import datetime
from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from experiences import waiting
from experiences.models import Experience, ExperienceDocument, Film, RemovedPiece, Track
from experiences.models.films import film_storage
from experiences.models.parts import experience_storage
from experiences.services import corrections, discarding, films, removing, review
from experiences.services import files as verbs
from experiences.services.writing import restore_row, save_section
from network.choices import Act, Outcome, Role
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import (
    ExperienceFactory,
    OutcomeFactory,
    PhotoFactory,
    SentExperienceFactory,
    VoiceFactory,
    published,
)
from tests.experiences.film_factories import FilmFactory, published_film, sent_film
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def draft():
    draft = ExperienceFactory(title_es="El parque de todos")
    PhotoFactory(experience=draft, file=ContentFile(b"pixels", "f.jpg"))
    return draft


@pytest.fixture
def clerk(draft):
    return staff_of(draft.owner)


def long_ago(model, field):
    model.objects.update(**{field: timezone.now() - datetime.timedelta(days=31)})


def acts(act):
    return AuditEntry.objects.filter(act=act, outcome=Outcome.DONE)


def test_a_draft_is_named_asked_for_gone_and_brought_back(draft, clerk):
    browser = signed_in(clerk)
    own = reverse("experiences:experience", args=[draft.pk])
    ask = reverse("experiences:act", args=[draft.pk, "discard"])
    assert ask in browser.get(own).content.decode()
    question = browser.get(ask).content.decode()
    assert "El parque de todos" in question
    assert "El problema" in question
    assert not acts(Act.EXPERIENCE_DISCARDED).exists()
    listing = browser.post(ask, follow=True).content.decode()
    assert browser.get(own).status_code == HTTPStatus.NOT_FOUND
    assert not waiting.open_experiences(clerk).exists()
    assert "Descartado" in listing
    back = reverse("experiences:act", args=[draft.pk, "restore"])
    assert back in listing
    for _twice in range(2):
        assert browser.post(back)["Location"] == own
    assert browser.get(own).status_code == HTTPStatus.OK
    assert acts(Act.EXPERIENCE_DISCARDED).count() == 1
    assert acts(Act.EXPERIENCE_RESTORED).count() == 1


def test_nobody_throws_away_what_was_sent_published_or_is_anothers(draft, clerk):
    stranger = staff_of(MunicipalityFactory())
    with pytest.raises(Refused):
        discarding.discard_experience(experience=draft, by=stranger)
    sent = SentExperienceFactory(owner=draft.owner)
    told = published(owner=draft.owner)
    review.withdraw_experience(experience=told, by=editor_of_the_portal())
    review.reopen_experience(experience=told, by=clerk)
    for other in (sent, told):
        with pytest.raises(Refused):
            discarding.discard_experience(experience=other, by=clerk)
    assert Experience.objects.kept().count() == 3
    there = reverse("experiences:act", args=[draft.pk, "discard"])
    assert signed_in(stranger).post(there).status_code == HTTPStatus.NOT_FOUND
    discarding.discard_experience(experience=draft, by=clerk)
    back = reverse("experiences:act", args=[draft.pk, "restore"])
    assert signed_in(stranger).post(back).status_code == HTTPStatus.NOT_FOUND


def test_after_its_days_it_is_gone_with_its_files(
    draft, clerk, django_capture_on_commit_callbacks
):
    name = draft.photos.get().file.name
    discarding.discard_experience(experience=draft, by=clerk)
    assert discarding.empty_discarded() == 0
    long_ago(Experience, "discarded_at")
    with django_capture_on_commit_callbacks(execute=True):
        assert discarding.empty_discarded() == 1
    assert not Experience.objects.exists()
    assert not Experience.history.exists()
    assert not experience_storage().exists(name)


def test_files_that_are_published_outlive_a_discarded_correction(
    clerk, draft, django_capture_on_commit_callbacks
):
    told = published(owner=draft.owner)
    PhotoFactory(experience=told, file=ContentFile(b"otros", "g.jpg"))
    made = corrections.start_correction(experience=told, by=clerk)
    discarding.discard_experience(experience=made, by=clerk)
    ago = timezone.now() - datetime.timedelta(days=31)
    Experience.objects.filter(pk=made.pk).update(discarded_at=ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert discarding.empty_discarded() == 1
    assert experience_storage().exists(told.photos.get().file.name)


def test_a_removed_file_comes_back_as_it_was(draft, clerk):
    browser = signed_in(clerk)
    photo = draft.photos.get()
    ask = reverse("experiences:remove", args=[draft.pk, "photo", photo.uuid])
    assert "30 días" in browser.get(ask).content.decode()
    page = browser.post(ask, follow=True).content.decode()
    assert not draft.photos.exists()
    kept = draft.removed.get()
    back = reverse("experiences:bring_back", args=[draft.pk, kept.pk])
    assert back in page
    stranger = signed_in(staff_of(MunicipalityFactory()))
    assert stranger.post(back).status_code == HTTPStatus.NOT_FOUND
    for _twice in range(2):
        browser.post(back)
    again = draft.photos.get()
    assert (again.pk, again.uuid, again.alt_text_en) == (
        photo.pk,
        photo.uuid,
        "The park",
    )
    assert experience_storage().exists(again.file.name)
    assert acts(Act.EXPERIENCE_FILE_REMOVED).count() == 1
    assert acts(Act.EXPERIENCE_FILE_RESTORED).count() == 1


def test_a_removed_document_waits_its_days_and_then_is_gone(
    draft, clerk, django_capture_on_commit_callbacks
):
    document = ExperienceDocument.objects.create(
        experience=draft,
        kind="plan",
        title_es="Plan",
        file=ContentFile(b"%PDF-1.4", "plan.pdf"),
        sha256="b" * 64,
    )
    name = document.file.name
    kept = verbs.remove_file(experience=draft, by=clerk, piece=document)
    assert experience_storage().exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        assert removing.empty_removed() == 0
        long_ago(RemovedPiece, "removed_at")
        kept.refresh_from_db()
        with pytest.raises(Refused):
            verbs.restore_file(experience=draft, by=clerk, kept=kept)
        assert removing.empty_removed() == 1
    assert not experience_storage().exists(name)
    assert not RemovedPiece.objects.exists()


def test_a_film_is_thrown_away_and_brought_back_with_its_files(
    django_capture_on_commit_callbacks,
):
    film = FilmFactory(title_es="Así cuidamos el parque")
    clerk = staff_of(film.owner)
    browser = signed_in(clerk)
    own = reverse("films:film", args=[film.pk])
    ask = reverse("films:discard", args=[film.pk])
    assert ask in browser.get(own).content.decode()
    question = browser.get(ask).content.decode()
    assert "Así cuidamos el parque" in question
    assert "Lo que se dice" in question
    listing = browser.post(ask, follow=True).content.decode()
    assert browser.get(own).status_code == HTTPStatus.NOT_FOUND
    back = reverse("films:act", args=[film.pk, "restore"])
    assert back in listing
    stranger = signed_in(staff_of(MunicipalityFactory()))
    assert stranger.post(back).status_code == HTTPStatus.NOT_FOUND
    for _twice in range(2):
        assert browser.post(back)["Location"] == own
    assert acts(Act.FILM_RESTORED).count() == 1
    discarding.discard_film(film=film, by=clerk)
    long_ago(Film, "discarded_at")
    names = film_storage().listdir("films")[1]
    with django_capture_on_commit_callbacks(execute=True):
        assert discarding.empty_discarded() == 1
    assert names
    assert film_storage().listdir("films")[1] == []


def test_a_film_that_was_sent_or_published_is_not_thrown_away():
    for film in (sent_film(), published_film()):
        clerk = staff_of(film.owner)
        with pytest.raises(Refused):
            discarding.discard_film(film=film, by=clerk)
        ask = reverse("films:discard", args=[film.pk])
        assert signed_in(clerk).get(ask).status_code == HTTPStatus.FORBIDDEN


def test_removed_captions_come_back_unless_others_took_their_place():
    film = FilmFactory()
    clerk = staff_of(film.owner)
    browser = signed_in(clerk)
    track = film.tracks.first()
    text = track.text
    drop = reverse("films:act", args=[film.pk, "drop"])
    page = browser.post(drop, {"track": track.pk}, follow=True).content.decode()
    kept = film.removed.get()
    back = reverse("films:bring_back", args=[film.pk, kept.pk])
    assert back in page
    for _twice in range(2):
        browser.post(back)
    assert film.tracks.get(pk=track.pk).text == text
    browser.post(drop, {"track": track.pk})
    films.save_track(
        film=film, by=clerk, kind=track.kind, language=track.language,
        data=b"WEBVTT\n\n00:00.100 --> 00:00.900\nOtra cosa.\n",
    )  # fmt: skip
    again = film.removed.get()
    with pytest.raises(Refused):
        films.restore_piece(film=film, by=clerk, kept=again.pk)
    assert Track.objects.filter(film=film, kind=track.kind).count() == 1


def test_an_old_note_is_told_as_old_once_it_was_sent_again(draft, clerk):
    editor = editor_of_the_portal()
    review.submit_experience(experience=draft, by=clerk)
    review.return_experience(
        experience=draft, by=editor, notes={"problem": "Diga dónde."}, note="Va bien."
    )
    browser = signed_in(clerk)
    own = reverse("experiences:experience", args=[draft.pk])
    page = browser.get(own).content.decode()
    assert "Por corregir: Diga dónde." in page
    assert "Va bien." in page
    draft.refresh_from_db()
    review.submit_experience(experience=draft, by=clerk)
    page = browser.get(own).content.decode()
    assert "Por corregir" not in page
    assert "Se pidió antes, y se volvió a enviar: Diga dónde." in page
    desk = reverse("experiences:decide", args=[draft.pk])
    assert "Diga dónde." in signed_in(editor).get(desk).content.decode()


def test_an_upload_of_the_same_photo_is_one_with_the_removed(draft, clerk):
    """What was attached again is there already: bringing it back says so."""
    photo = draft.photos.get()
    verbs.remove_file(experience=draft, by=clerk, piece=photo)
    PhotoFactory(experience=draft, sha256=photo.sha256)
    with pytest.raises(Refused):
        verbs.restore_file(experience=draft, by=clerk, kept=draft.removed.get())
    assert draft.photos.count() == 1


def test_a_row_left_blank_is_removed_and_comes_back(draft, clerk):
    told = VoiceFactory(experience=draft)
    rows = [{"pk": told.pk}]
    about = {"experience": draft, "section": "voices", "by": clerk, "values": {}}
    save_section(**about, version=0, rows={"voices": []})
    assert not draft.voices.exists()
    browser = signed_in(clerk)
    page = browser.get(reverse("experiences:section", args=[draft.pk, "voices"]))
    back = reverse("experiences:bring_back", args=[draft.pk, draft.removed.get().pk])
    assert back in page.content.decode()
    assert "Antes nadie venía." in page.content.decode()
    for _twice in range(2):
        browser.post(back)
    again = draft.voices.get()
    assert (again.pk, again.text_en) == (told.pk, told.text_en)
    save_section(**about, version=1, rows={"voices": rows})
    assert draft.voices.exists()


def test_an_outcome_does_not_come_back_without_its_evaluation(draft, clerk):
    document = ExperienceDocument.objects.create(
        experience=draft, kind="evaluation", title_es="E", address="https://e.test/"
    )
    OutcomeFactory(experience=draft, effect="effective", evaluation=document)
    about = {"experience": draft, "section": "outcomes", "by": clerk, "values": {}}
    save_section(**about, version=0, rows={"outcomes": []})
    (row,) = draft.removed.all()
    paper = verbs.remove_file(experience=draft, by=clerk, piece=document)
    with pytest.raises(Refused):
        restore_row(experience=draft, by=clerk, kept=row)
    verbs.restore_file(experience=draft, by=clerk, kept=paper)
    restore_row(experience=draft, by=clerk, kept=row)
    assert draft.outcomes.get().evaluation == draft.documents.get()


def test_what_takes_a_film_away_asks_first_and_names_it():
    film = published_film(title_es="Así cuidamos el parque")
    boss = signed_in(staff_of(film.owner, Role.COORDINATES))
    page = boss.get(reverse("films:film", args=[film.pk])).content.decode()
    for name in ("hide", "withdraw"):
        ask = reverse("films:ask", args=[film.pk, name])
        assert ask in page
        question = boss.get(ask).content.decode()
        assert "Así cuidamos el parque" in question
        assert reverse("films:act", args=[film.pk, name]) in question
        assert Film.objects.public().exists(), name
    draft = FilmFactory(owner=film.owner)
    track = draft.tracks.first()
    ask = reverse("films:ask", args=[draft.pk, "drop"]) + f"?track={track.pk}"
    assert ask in boss.get(reverse("films:film", args=[draft.pk])).content.decode()
    question = boss.get(ask).content.decode()
    assert str(track) in question
    assert f'value="{track.pk}"' in question
    assert draft.tracks.filter(pk=track.pk).exists()
