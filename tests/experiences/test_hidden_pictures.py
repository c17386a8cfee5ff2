"""A photo that was taken down stays hidden, however it comes back."""

import dataclasses

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from experiences.models import ExperiencePhoto
from experiences.services import corrections, files, review, takedowns
from network.choices import PublicKind, Role, TakeDownOutcome, TakeDownWhy
from network.models import TakeDown
from network.services.refusals import Refused
from network.services.takedowns import (
    ask_take_down,
    find_thing,
    hide_now,
    kinds,
    show_again,
    thing_of,
    write_reason,
)
from tests.experiences.factories import (
    ExperienceFactory,
    PhotoFactory,
    SentExperienceFactory,
)
from tests.foundation.upload_samples import photo as photo_bytes
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SAID = {
    "alt_text_es": "La plaza", "alt_text_en": "", "people_shown": "nobody",
    "public": True, "consent_purpose": "", "consent_until": None,
}  # fmt: skip


def upload():
    return SimpleUploadedFile("plaza.jpg", photo_bytes(), "image/jpeg")


def attach(experience, by):
    return files.attach_photo(
        experience=experience, by=by, upload=upload(), values=dict(SAID)
    )


@pytest.fixture
def told():
    """A published experience with a photo that everybody may see."""
    plant_pages()
    sent = ExperienceFactory()
    attach(sent, staff_of(sent.owner))
    review.submit_experience(experience=sent, by=staff_of(sent.owner))
    return review.publish_experience(experience=sent, by=editor_of_the_portal())


@pytest.fixture
def clerk(told):
    return staff_of(told.owner)


@pytest.fixture
def boss(told):
    return staff_of(told.owner, Role.COORDINATES)


def publish(made, by):
    review.submit_experience(experience=made, by=by)
    return review.publish_experience(experience=made, by=editor_of_the_portal())


def without_it(told, by):
    """The photo is dropped in a correction, which is published."""
    made = corrections.start_correction(experience=told, by=by)
    files.remove_file(experience=made, by=by, piece=made.photos.get())
    return publish(made, by)


def test_dropped_and_uploaded_again_it_stays_hidden_and_can_be_shown(told, clerk, boss):
    key = told.photos.get().uuid
    takedowns.hide_photo(photo=told.photos.get(), by=boss)
    first = TakeDown.objects.get(kind=PublicKind.PHOTO, key=str(key))
    write_reason(take_down=first, by=boss, reason="Se veía una casa.")
    without_it(told, clerk)
    made = corrections.start_correction(experience=told, by=clerk)
    again = attach(made, clerk)
    assert not again.public
    # Its people may have ticked otherwise by another road.
    ExperiencePhoto.objects.filter(pk=again.pk).update(public=True)
    publish(made, clerk)
    kept = told.photos.get()
    assert (kept.uuid, kept.public) == (again.uuid, False)
    # Whoever decided finds it among the take-downs, with its reason, and shows it again.
    noted = TakeDown.objects.get(kind=PublicKind.PHOTO, key=str(again.uuid))
    assert (noted.outcome, noted.ended_at) == (TakeDownOutcome.HIDDEN, None)
    assert (noted.reason, noted.decided_by) == ("Se veía una casa.", boss)
    assert thing_of(noted).record == kept
    show_again(take_down=noted, by=boss)
    kept.refresh_from_db()
    assert kept.public
    # The decision on the copy that is gone does not hide it at the next publication.
    publish(corrections.start_correction(experience=told, by=clerk), clerk)
    assert told.photos.get().public


@pytest.fixture
def twin(told):
    """Another published experience of the same people, with the same picture."""
    other = SentExperienceFactory(owner=told.owner)
    sha256 = told.photos.get().sha256
    PhotoFactory(experience=other, file=ContentFile(b"x", "x.jpg"), sha256=sha256)
    return review.publish_experience(experience=other, by=editor_of_the_portal())


def asked_about(told):
    thing = find_thing(f"{PublicKind.PHOTO}-{told.photos.get().uuid}")
    return ask_take_down(thing=thing, why=TakeDownWhy.values[0])


@pytest.mark.parametrize(
    "said", [{"public": False}, {"public": False, "people_shown": "minors"}]
)
def test_a_photo_made_private_in_a_correction_leaves_the_public(told, clerk, said):
    made = corrections.start_correction(experience=told, by=clerk)
    photo = made.photos.get()
    for name, value in said.items():
        setattr(photo, name, value)
    photo.save()
    publish(made, clerk)
    assert not told.photos.get().public


def test_it_leaves_every_experience_of_its_people_and_no_other(told, twin, boss):
    strange = SentExperienceFactory()
    sha256 = told.photos.get().sha256
    PhotoFactory(experience=strange, file=ContentFile(b"x", "x.jpg"), sha256=sha256)
    review.publish_experience(experience=strange, by=editor_of_the_portal())
    asked_there = asked_about(twin)
    takedowns.hide_photo(photo=told.photos.get(), by=boss)
    assert not told.photos.get().public
    assert not twin.photos.get().public
    assert strange.photos.get().public
    # Whoever asked about the other copy is answered; one reason serves both.
    asked_there.refresh_from_db()
    assert asked_there.outcome == TakeDownOutcome.HIDDEN
    write_reason(take_down=asked_there, by=boss, reason="Se veía una casa.")
    assert not TakeDown.objects.filter(reason="").exists()
    takedowns.show_photo(photo=twin.photos.get(), by=boss)
    assert not told.photos.get().public


def test_the_page_says_where_else_it_is_before_and_after_the_press(told, twin, boss):
    asked = asked_about(told)
    desk = signed_in(boss)
    page = desk.get(reverse("network:take_down", args=[asked.pk])).content.decode()
    assert f'href="{twin.get_absolute_url()}"' in page
    press = reverse("network:take_down_hide", args=[asked.pk])
    page = desk.post(press, follow=True).content.decode()
    assert str(twin.title_es) in page
    assert not twin.photos.get().public
    again = desk.get(reverse("network:take_down", args=[asked.pk])).content.decode()
    assert str(twin.title_es) not in again


def test_one_shown_again_stays_shown_at_its_address_when_published_anew(
    told, twin, clerk, boss
):
    takedowns.hide_photo(photo=told.photos.get(), by=boss)
    takedowns.show_photo(photo=twin.photos.get(), by=boss)
    key = twin.photos.get().uuid
    # The other copy is hidden still, and its own row is gone.
    without_it(told, clerk)
    publish(corrections.start_correction(experience=twin, by=clerk), clerk)
    assert (twin.photos.get().uuid, twin.photos.get().public) == (key, True)
    # Hidden anew, it is hidden again.
    takedowns.hide_photo(photo=twin.photos.get(), by=boss)
    publish(corrections.start_correction(experience=twin, by=clerk), clerk)
    assert not twin.photos.get().public


def test_it_stays_hidden_in_another_experience_of_the_same_people(told, boss):
    photo = told.photos.get()
    takedowns.hide_photo(photo=photo, by=boss)
    other = SentExperienceFactory(owner=told.owner)
    PhotoFactory(experience=other, file=ContentFile(b"x", "x.jpg"), sha256=photo.sha256)
    review.publish_experience(experience=other, by=editor_of_the_portal())
    kept = other.photos.get()
    assert not kept.public
    assert kept.uuid != photo.uuid
    strange = SentExperienceFactory()
    PhotoFactory(
        experience=strange, file=ContentFile(b"x", "x.jpg"), sha256=photo.sha256
    )
    review.publish_experience(experience=strange, by=editor_of_the_portal())
    assert strange.photos.get().public


def test_shown_again_it_may_come_back_as_any_other(told, clerk, boss):
    takedowns.hide_photo(photo=told.photos.get(), by=boss)
    takedowns.show_photo(photo=told.photos.get(), by=boss)
    without_it(told, clerk)
    made = corrections.start_correction(experience=told, by=clerk)
    assert attach(made, clerk).public
    publish(made, clerk)
    assert told.photos.get().public


def test_what_was_asked_is_known_again_though_it_was_dropped_meanwhile(
    told, clerk, boss
):
    thing = find_thing(f"{PublicKind.PHOTO}-{told.photos.get().uuid}")
    asked = ask_take_down(thing=thing, why=TakeDownWhy.values[0])
    without_it(told, clerk)
    hide_now(take_down=asked, by=boss)
    made = corrections.start_correction(experience=told, by=clerk)
    assert not attach(made, clerk).public


def test_its_people_are_told_why_it_stays_hidden(told, clerk, boss):
    takedowns.hide_photo(photo=told.photos.get(), by=boss)
    without_it(told, clerk)
    made = corrections.start_correction(experience=told, by=clerk)
    address = reverse("experiences:section", args=[made.pk, "files"])
    sent = {
        "what": "photo", "photoform-file": upload(), "photoform-alt_text_es": "La plaza",
        "photoform-people_shown": "nobody", "photoform-public": "on",
    }  # fmt: skip
    page = signed_in(clerk).post(address, sent, follow=True).content.decode()
    assert "sigue oculta" in page
    assert not made.photos.get().public


def test_one_that_a_publication_took_out_meanwhile_is_told_so(told, clerk, boss):
    photo = told.photos.get()
    without_it(told, clerk)
    for verb in (takedowns.hide_photo, takedowns.show_photo):
        with pytest.raises(Refused, match="se quitó de la experiencia"):
            verb(photo=photo, by=boss)


def test_closing_a_request_hides_the_copies_of_a_photo_that_is_hidden_already(
    told, twin, boss
):
    asked = asked_about(told)
    # Only this copy: what a consent that ended does.
    told.photos.update(public=False)
    page = signed_in(boss).post(
        reverse("network:take_down_hide", args=[asked.pk]), follow=True
    )
    assert not twin.photos.get().public
    assert (
        f"La misma imagen se ocultó también en: {twin.title_es}"
        in page.content.decode()
    )


def test_closing_a_request_hides_the_copies_of_a_photo_that_was_dropped(
    told, twin, clerk, boss
):
    asked = asked_about(told)
    without_it(told, clerk)
    waiting = reverse("network:take_down", args=[asked.pk])
    assert str(twin.title_es) in signed_in(boss).get(waiting).content.decode()
    hide_now(take_down=asked, by=boss)
    assert not twin.photos.get().public
    asked.refresh_from_db()
    assert asked.outcome == TakeDownOutcome.HIDDEN


def test_only_what_was_hidden_is_said_to_be(told, twin, boss, monkeypatch):
    asked = asked_about(told)
    way = kinds.HIDEABLE[PublicKind.PHOTO]

    def refused(_row, _by):
        raise Refused("Not here.")

    told.photos.update(public=False)
    never = dataclasses.replace(way, hide=refused)
    monkeypatch.setitem(kinds.HIDEABLE, PublicKind.PHOTO, never)
    press = reverse("network:take_down_hide", args=[asked.pk])
    page = signed_in(boss).post(press, follow=True).content.decode()
    assert f"sigue pública en: {twin.title_es}" in page
    assert "se ocultó también" not in page
