"""A published experience is corrected beside what the world goes on reading."""

from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from amuprev.foundation.addresses import area_address
from experiences.addresses import versions_address
from experiences.choices import Effect
from experiences.corrected import what_changes
from experiences.models import Experience, ExperienceDocument
from experiences.models.parts import experience_storage
from experiences.services import corrections, files, review
from experiences.services.writing import save_section, version_of
from experiences.wording import WORDS
from network.choices import ReviewState, Role
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import (
    OutcomeFactory,
    PhotoFactory,
    SentExperienceFactory,
    VoiceFactory,
)
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TRUE = "Empezó en 2012, no en 2011."


@pytest.fixture
def told():
    """A published experience with something of everything."""
    plant_pages()
    sent = SentExperienceFactory()
    document = ExperienceDocument.objects.create(
        experience=sent,
        kind="evaluation",
        title_es="Evaluación",
        title_en="Evaluation",
        file=ContentFile(b"%PDF-1.4", "e.pdf"),
        sha256="a" * 64,
    )
    PhotoFactory(experience=sent, file=ContentFile(b"pixels", "f.jpg"))
    OutcomeFactory(experience=sent, effect=Effect.EFFECTIVE, evaluation=document)
    VoiceFactory(experience=sent)
    return review.publish_experience(experience=sent, by=editor_of_the_portal())


@pytest.fixture
def clerk(told):
    return staff_of(told.owner)


def corrected(told, clerk, text=TRUE):
    made = corrections.start_correction(experience=told, by=clerk)
    return save_section(
        experience=made,
        section="problem",
        by=clerk,
        version=version_of(made, "problem"),
        values={"problem_es": text},
    )


def public_page(client, told):
    return client.get(area_address("experiences", told.slug)).content.decode()


def test_the_world_reads_the_published_text_until_an_editor_publishes_the_other(
    told, clerk, client
):
    before, photo = told.problem_es, told.photos.get().uuid
    made = corrected(told, clerk)
    review.submit_experience(experience=made, by=clerk)
    assert before in public_page(client, told)
    assert TRUE not in public_page(client, told)
    assert Experience.objects.public().count() == 1
    review.publish_experience(experience=made, by=editor_of_the_portal())
    page = public_page(client, told)
    assert TRUE in page
    assert before not in page
    told.refresh_from_db()
    kept = Experience.objects.get()
    assert (kept.pk, kept.slug, kept.position) == (told.pk, told.slug, told.position)
    assert kept.problem_es == TRUE
    assert kept.was_written_by(clerk)
    outcome = kept.outcomes.get()
    assert outcome.evaluation == kept.documents.get()
    assert kept.photos.get().uuid == photo
    assert kept.voices.count() == 1
    for piece in (*kept.documents.all(), *kept.photos.all()):
        assert experience_storage().exists(piece.file.name)


def test_what_was_published_before_stands_among_its_versions(told, clerk, client):
    made = corrected(told, clerk)
    review.submit_experience(experience=made, by=clerk)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    states = [step.to_state for step in Experience.objects.get().steps.all()]
    assert states.count(ReviewState.APPROVED) == 2
    page = client.get(versions_address(told.slug))
    assert page.status_code == HTTPStatus.OK
    assert "2012" in page.content.decode()


def test_its_files_go_and_come_with_it(told, clerk, django_capture_on_commit_callbacks):
    photo = told.photos.get()
    made = corrections.start_correction(experience=told, by=clerk)
    assert made.photos.get().file.name == photo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        files.remove_file(experience=made, by=clerk, piece=made.photos.get())
        review.submit_experience(experience=made, by=clerk)
        review.publish_experience(experience=made, by=editor_of_the_portal())
    assert not told.photos.exists()
    # What was removed can still come back, with the file that was public.
    again = corrections.start_correction(experience=told, by=clerk)
    kept = told.removed.get()
    files.restore_file(experience=again, by=clerk, kept=kept)
    assert again.photos.get().uuid != photo.uuid
    assert experience_storage().exists(again.photos.get().file.name)


def test_there_is_one_at_a_time_and_none_of_what_is_not_published(told, clerk):
    made = corrections.start_correction(experience=told, by=clerk)
    assert corrections.start_correction(experience=told, by=clerk) == made
    with pytest.raises(Refused):
        corrections.start_correction(experience=made, by=clerk)
    with pytest.raises(Refused):
        corrections.start_correction(
            experience=told, by=staff_of(MunicipalityFactory())
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Experience.objects.filter(pk=made.pk).update(review_state=ReviewState.APPROVED)


def test_whoever_wrote_it_does_not_publish_it(told):
    editor = editor_of_the_portal()
    boss = staff_of(told.owner, Role.COORDINATES)
    made = corrections.start_correction(experience=told, by=boss)
    review.submit_experience(experience=made, by=boss)
    made.writers.add(editor)
    with pytest.raises(Refused):
        review.publish_experience(experience=made, by=editor)


def test_what_was_withdrawn_meanwhile_is_not_reopened_beside_it(told, clerk):
    made = corrected(told, clerk)
    boss = staff_of(told.owner, Role.COORDINATES)
    review.withdraw_experience(experience=told, by=boss)
    with pytest.raises(Refused):
        review.reopen_experience(experience=told, by=boss)
    review.submit_experience(experience=made, by=clerk)
    editor = editor_of_the_portal()
    page = signed_in(editor).get(reverse("experiences:decide", args=[made.pk]))
    assert "se retiró del público" in page.content.decode()
    review.publish_experience(experience=made, by=editor)
    assert Experience.objects.public().get().problem_es == TRUE


def test_editors_read_what_it_changes(told, clerk):
    made = corrected(told, clerk)
    OutcomeFactory(experience=made, text_es="Menos pleitos")
    headings = [change.heading for change in what_changes(made)]
    assert headings == ["El problema", "Resultados, evidencia y costo"]
    review.submit_experience(experience=made, by=clerk)
    desk = signed_in(editor_of_the_portal())
    page = desk.get(reverse("experiences:decide", args=[made.pk])).content.decode()
    assert "<ins>" in page
    assert "Lo que cambia" in page


def test_from_the_page_of_what_is_published(told, clerk):
    browser = signed_in(clerk)
    there = reverse("experiences:experience", args=[told.pk])
    section = reverse("experiences:section", args=[told.pk, "problem"])
    page = browser.get(section, follow=True).content.decode()
    assert "«Corregir lo publicado»" in page
    ask = reverse("experiences:act", args=[told.pk, "correct"])
    assert ask in page
    assert "sigue leyendo" in browser.get(ask).content.decode()
    answer = browser.post(ask)
    made = told.corrections.get()
    assert answer["Location"] == reverse("experiences:experience", args=[made.pk])
    page = browser.get(there).content.decode()
    assert "Seguir con la versión corregida" in page
    assert ask not in page
    assert AuditEntry.objects.filter(
        act="experience.started", record_key=str(made.pk)
    ).exists()


def test_the_address_of_what_was_published_leads_to_where_it_stands(told, clerk):
    made = corrected(told, clerk)
    key = made.pk
    review.submit_experience(experience=made, by=clerk)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    there = reverse("experiences:experience", args=[told.pk])
    own = reverse("experiences:experience", args=[key])
    assert signed_in(clerk).get(own)["Location"] == there
    desk = reverse("experiences:decide", args=[key])
    assert signed_in(editor_of_the_portal()).get(desk)["Location"] == there
    stranger = signed_in(staff_of(MunicipalityFactory()))
    assert stranger.get(own).status_code == HTTPStatus.NOT_FOUND


def test_a_correction_is_discarded_and_what_is_published_stays(told, clerk):
    made = corrected(told, clerk)
    browser = signed_in(clerk)
    browser.post(reverse("experiences:act", args=[made.pk, "discard"]))
    assert Experience.objects.public().get() == told
    assert corrections.open_correction(told) is None
    another = corrections.start_correction(experience=told, by=clerk)
    browser.post(reverse("experiences:act", args=[made.pk, "restore"]))
    made.refresh_from_db()
    assert made.discarded_at is not None
    assert corrections.open_correction(told) == another


def test_the_longest_texts_are_compared_without_comparing_every_blank():
    """Blanks by themselves would be looked for among all blanks of the other text."""
    text = "una palabra, otra palabra. " * 50
    assert not any(word.isspace() for word in WORDS.findall(text))
    assert "".join(WORDS.findall(text)) == text


def test_a_row_is_told_by_its_name_first_and_its_numbers_as_everywhere(told, clerk):
    made = corrections.start_correction(experience=told, by=clerk)
    PhotoFactory(
        experience=made, file=ContentFile(b"x", "x.jpg"), sha256="c" * 64,
        alt_text_es="La cancha", size=1_234_567,
    )  # fmt: skip
    OutcomeFactory(
        experience=made, text_es="Menos pleitos", cost_per_person=1200, cost_year=2014
    )
    shown = [change.after for change in what_changes(made)]
    (rows,) = (each for each in shown if "La cancha" in each)
    assert rows.rpartition("\n")[2].startswith("La cancha; ")
    assert "1.2\u00a0MB" in rows
    (costs,) = (each for each in shown if "Menos pleitos" in each)
    assert "1\u202f200" in costs
    assert "2014" in costs


def test_a_correction_is_read_whole_with_the_evaluation_of_an_outcome(told, clerk):
    made = corrections.start_correction(experience=told, by=clerk)
    address = reverse("experiences:as_read", args=[made.pk])
    answer = signed_in(clerk).get(address)
    assert answer.status_code == HTTPStatus.OK
    document = made.documents.get()
    file = reverse("experiences:file", args=[made.pk, "document", document.uuid])
    assert answer.content.decode().count(file) > 1
