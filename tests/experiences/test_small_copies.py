"""Photos from before there were light copies get theirs."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from experiences.models import ExperiencePhoto
from experiences.models.parts import experience_storage
from experiences.services import small_copies
from tests.experiences.factories import PhotoFactory
from tests.foundation.upload_samples import photo as photo_bytes

pytestmark = pytest.mark.django_db


def an_old_photo(data=None):
    data = photo_bytes(size=(1600, 1200)) if data is None else data
    name = experience_storage().save("experiences/vieja.jpg", ContentFile(data))
    return PhotoFactory(file=name, size=len(data))


def test_what_recurs_draws_them_once():
    old = an_old_photo()
    call_command("run_due", "draw-missing-small-photos")
    old.refresh_from_db()
    assert 0 < old.small.size < old.size
    drawn = old.small.name
    assert small_copies.draw_missing_small() == 0
    old.refresh_from_db()
    assert old.small.name == drawn


def test_one_that_cannot_be_drawn_keeps_no_other_from_its_turn():
    broken = an_old_photo(b"Querida vecina")
    away = PhotoFactory(file="experiences/no-existe.jpg")
    whole = an_old_photo()
    assert small_copies.draw_missing_small() == 1
    drawn = ExperiencePhoto.objects.exclude(small="").values_list("pk", flat=True)
    assert list(drawn) == [whole.pk]
    assert {broken.pk, away.pk} == set(
        ExperiencePhoto.objects.filter(small="").values_list("pk", flat=True)
    )


def test_of_one_that_was_taken_out_meanwhile_no_file_stays(monkeypatch):
    old = an_old_photo()
    real = small_copies.small_copy

    def taken_out_meanwhile(data):
        ExperiencePhoto.objects.filter(pk=old.pk).delete()
        return real(data)

    monkeypatch.setattr(small_copies, "small_copy", taken_out_meanwhile)
    before = set(experience_storage().listdir("experiences")[1])
    assert small_copies.draw_missing_small() == 0
    assert set(experience_storage().listdir("experiences")[1]) == before


def test_a_turn_draws_no_more_than_it_may(monkeypatch):
    monkeypatch.setattr(small_copies, "MOST_AT_ONCE", 1)
    for _turn in range(2):
        an_old_photo()
    assert small_copies.draw_missing_small() == 1
    assert small_copies.draw_missing_small() == 1
    assert small_copies.draw_missing_small() == 0
