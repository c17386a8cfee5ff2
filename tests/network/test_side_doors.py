"""What passes through no door: evidence after approval, history, one's own work."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import PeopleShown, ReviewState, Role
from network.models import Activity, Evidence
from network.services import evidence, review
from network.services.refusals import Refused
from network.services.translations import translate_activity
from tests.foundation import upload_samples
from tests.network import factories
from tests.network.desk import post_action, signed_in, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


def piece_of(activity, **more):
    return Evidence.objects.create(
        activity=activity,
        kind="picture",
        file="x.webp",
        content_type="image/webp",
        size=1,
        sha256=uuid.uuid4().hex,
        people_shown=PeopleShown.NOBODY,
        **{"public": True, **more},
    )


def test_the_same_photo_sent_again_says_what_was_said_last(town, clerk):
    activity = factories.ActivityFactory(owner=town)

    def attach(people_shown, public):
        photo = SimpleUploadedFile("foto.jpg", upload_samples.photo())
        return evidence.attach_evidence(
            activity=activity,
            by=clerk,
            upload=photo,
            people_shown=people_shown,
            public=public,
        )

    attach(PeopleShown.NOBODY, True)
    attach(PeopleShown.MINORS, False)
    piece = Evidence.objects.get()
    assert (piece.people_shown, piece.public) == (PeopleShown.MINORS, False)


def test_who_adds_evidence_or_english_does_not_approve(town, secretariat):
    association = town.affiliations.get().association
    administrator = factories.staff_of(association, Role.ADMINISTERS)
    activity = factories.ActivityFactory(owner=association)
    evidence.describe_evidence(
        evidence=piece_of(activity),
        by=administrator,
        caption="Foto",
        people_shown=PeopleShown.NOBODY,
        public=True,
    )
    assert activity.was_written_by(administrator)
    waiting = submitted(owner=town)
    translate_activity(activity=waiting, by=secretariat, texts={"title_en": "Talk"})
    with pytest.raises(Refused):
        review.approve_activity(activity=waiting, by=secretariat)


def test_evidence_cannot_follow_an_approval(town, clerk):
    stale = factories.ActivityFactory(owner=town)
    piece = piece_of(stale, public=False)
    Activity.objects.filter(pk=stale.pk).update(
        review_state=ReviewState.APPROVED,
        reviewed_at=timezone.now(),
        publish_from=timezone.localdate(),
    )
    with pytest.raises(Refused):
        evidence.describe_evidence(
            evidence=piece,
            by=clerk,
            caption="",
            people_shown=PeopleShown.NOBODY,
            public=True,
        )


@pytest.mark.parametrize("verb", ["history", "version"])
def test_the_secretariat_reads_no_history_of_drafts(screen, town, verb):
    draft = factories.ActivityFactory(owner=town)
    name = "admin:network_activity_"
    address = (
        reverse(f"{name}history", args=[draft.pk])
        if verb == "history"
        else reverse(f"{name}simple_history", args=[draft.pk, draft.history.first().pk])
    )
    assert screen.get(address, follow=True).status_code == 404


def test_going_back_in_history_revives_nothing(screen, clerk):
    appointment = clerk.appointments.get()
    version = appointment.history.first()
    post_action(screen, "appointment", "end", [appointment])
    address = reverse(
        "admin:network_appointment_simple_history", args=[appointment.pk, version.pk]
    )
    assert screen.post(address, {"position": "x"}).status_code == 403
    appointment.refresh_from_db()
    assert appointment.ended_at is not None


def test_a_lost_file_is_not_found(town, clerk):
    activity = factories.ActivityFactory(owner=town)
    piece = piece_of(activity)
    address = reverse("network:evidence_file", args=[activity.pk, piece.uuid, "large"])
    assert signed_in(clerk).get(address).status_code == 404
    assert Client().get(address).status_code == 302
