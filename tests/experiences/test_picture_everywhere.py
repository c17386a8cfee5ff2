"""One picture in an experience, an activity and an exchange leaves them all at once."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from experiences.services import review
from network.choices import PublicKind, Role, TakeDownWhy
from network.models import TakeDown
from network.services.takedowns import (
    ask_take_down,
    copies_of,
    find_thing,
    hide_now,
    write_reason,
)
from tests.experiences.factories import PhotoFactory, SentExperienceFactory, published
from tests.network.desk import signed_in
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)
from tests.network.photos import attach
from tests.twinnings.factories import PhotoFactory as ExchangePhotoFactory
from tests.twinnings.factories import TwinningFactory, published_exchange

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def town():
    return MunicipalityFactory()


@pytest.fixture
def boss(town):
    return staff_of(town, Role.COORDINATES)


@pytest.fixture
def pictures(town):
    """The same photo in a public activity, experience and exchange of a town."""
    return shown_by(town)


def shown_by(town):
    evidence = attach(ActivityFactory(owner=town), staff_of(town))
    approved = ApprovedActivityFactory(owner=town)
    type(evidence).objects.filter(pk=evidence.pk).update(activity=approved)
    mark = evidence.sha256
    photo = PhotoFactory(experience=published(owner=town), sha256=mark)
    visit = published_exchange(twinning=TwinningFactory(owner=town))
    snap = ExchangePhotoFactory(exchange=visit, sha256=mark)
    return {
        PublicKind.EVIDENCE: evidence,
        PublicKind.PHOTO: photo,
        PublicKind.EXCHANGE_PHOTO: snap,
    }


def thing(pictures, kind):
    return find_thing(f"{kind}-{pictures[kind].uuid}")


def asked_about(pictures, kind):
    return ask_take_down(thing=thing(pictures, kind), why=TakeDownWhy.values[0])


KINDS = (PublicKind.EVIDENCE, PublicKind.PHOTO, PublicKind.EXCHANGE_PHOTO)


@pytest.mark.parametrize("kind", KINDS)
def test_one_press_hides_it_everywhere(pictures, boss, kind):
    strange = shown_by(MunicipalityFactory())
    asked = asked_about(pictures, kind)
    elsewhere = copies_of(asked)
    assert {each.kind for each in elsewhere} == set(KINDS) - {kind}
    desk = signed_in(boss)
    page = desk.get(reverse("network:take_down", args=[asked.pk])).content.decode()
    for copy in elsewhere:
        assert f'href="{copy.address}"' in page
    press = reverse("network:take_down_hide", args=[asked.pk])
    page = desk.post(press, follow=True).content.decode()
    assert not any(thing(pictures, each).is_public for each in KINDS)
    assert all(copy.title in page for copy in elsewhere)
    # Another town decides about its own.
    assert all(thing(strange, each).is_public for each in KINDS)


def test_one_reason_serves_every_place(pictures, boss):
    asked = asked_about(pictures, PublicKind.PHOTO)
    hide_now(take_down=asked, by=boss)
    assert TakeDown.objects.filter(owner=asked.owner, reason="").count() == len(KINDS)
    write_reason(take_down=asked, by=boss, reason="Se veía una casa.")
    assert not TakeDown.objects.filter(owner=asked.owner, reason="").exists()


def test_hidden_in_an_activity_it_stays_hidden_in_a_new_experience(
    pictures, town, boss
):
    hide_now(take_down=asked_about(pictures, PublicKind.EVIDENCE), by=boss)
    mark = pictures[PublicKind.EVIDENCE].sha256
    other = SentExperienceFactory(owner=town)
    PhotoFactory(experience=other, file=ContentFile(b"x", "x.jpg"), sha256=mark)
    review.publish_experience(experience=other, by=editor_of_the_portal())
    kept = other.photos.get()
    assert not kept.public
    # Its people find it among their take-downs as what it is: a photo of an experience.
    noted = TakeDown.objects.get(key=str(kept.uuid))
    assert noted.kind == PublicKind.PHOTO
