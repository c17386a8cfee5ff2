"""Verbs of evidence: removed and brought back, hidden and shown, kept once."""

import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.choices import Act, ConsentPurpose, PeopleShown, ReviewState, Role
from network.models import AuditEntry, Evidence
from network.services import evidence
from network.services.refusals import Refused
from tests.foundation import upload_samples as samples
from tests.network import factories

pytestmark = pytest.mark.django_db

NEXT_YEAR = timezone.localdate() + datetime.timedelta(days=365)


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


@pytest.fixture
def draft(town):
    return factories.ActivityFactory(owner=town)


@pytest.fixture
def attach(draft, clerk):
    def attach(size=(80, 40), **said):
        return evidence.attach_evidence(
            activity=draft,
            by=clerk,
            upload=samples.upload(samples.photo(size=size)),
            **{"people_shown": PeopleShown.NOBODY, "public": True, **said},
        )

    return attach


def piece_of(activity, **more):
    return Evidence.objects.create(
        activity=activity, kind="picture", file="evidence/x.jpg", size=1,
        content_type="image/jpeg", sha256=uuid.uuid4().hex,
        **{"people_shown": PeopleShown.NOBODY, "public": True, **more},
    )  # fmt: skip


def acts() -> list[str]:
    return list(
        AuditEntry.objects.filter(record_kind="network.evidence")
        .order_by("pk")
        .values_list("act", flat=True)
    )


def on_disk(piece) -> list[bool]:
    return [stored.storage.exists(stored.name) for stored in piece.stored_files]


def test_removed_and_brought_back(draft, clerk, attach):
    piece = attach(caption="La cancha")
    evidence.remove_evidence(evidence=piece, by=clerk)
    evidence.remove_evidence(evidence=piece, by=clerk)
    piece.refresh_from_db()
    assert piece.removed_by == clerk
    assert not draft.evidence.kept().exists()
    assert not Evidence.objects.showable().exists()
    assert list(draft.evidence.removed()) == [piece]
    evidence.restore_evidence(evidence=piece, by=clerk)
    again = draft.evidence.kept().get()
    assert (again.caption, again.public) == ("La cancha", True)
    assert all(on_disk(again))
    assert acts() == [
        Act.EVIDENCE_ATTACHED, Act.EVIDENCE_REMOVED, Act.EVIDENCE_RESTORED,
    ]  # fmt: skip


def test_removed_for_good_after_its_days(
    draft, clerk, attach, django_capture_on_commit_callbacks
):
    gone, recent = attach(), attach(size=(60, 30))
    for piece in (gone, recent):
        evidence.remove_evidence(evidence=piece, by=clerk)
    long_ago = timezone.now() - datetime.timedelta(days=31)
    Evidence.objects.filter(pk=gone.pk).update(removed_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert evidence.forget_removed_evidence() == 1
    assert evidence.forget_removed_evidence() == 0
    assert list(draft.evidence.all()) == [recent]
    assert not any(on_disk(gone))
    assert all(on_disk(recent))


def test_the_same_file_is_attached_again_after_removing_it(draft, clerk, attach):
    first = attach()
    evidence.remove_evidence(evidence=first, by=clerk)
    second = attach()
    assert second.pk != first.pk
    with pytest.raises(Refused):
        evidence.restore_evidence(evidence=first, by=clerk)
    assert draft.evidence.kept().get() == second


def test_the_database_keeps_one_copy(draft):
    piece_of(draft, attached_sha256="a" * 64)
    piece_of(draft, attached_sha256="a" * 64, removed_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        piece_of(draft, attached_sha256="a" * 64)


def test_no_more_than_fit(draft, clerk, attach):
    removed = piece_of(draft, removed_at=timezone.now())
    for _number in range(evidence.MOST_PIECES):
        piece_of(draft)
    with pytest.raises(Refused):
        attach()
    with pytest.raises(Refused):
        evidence.restore_evidence(evidence=removed, by=clerk)
    assert draft.evidence.kept().count() == evidence.MOST_PIECES


@pytest.mark.parametrize("verb", ["remove", "restore"])
def test_a_closed_activity_keeps_its_photos(town, clerk, verb):
    closed = factories.ApprovedActivityFactory(owner=town)
    removed_at = timezone.now() if verb == "restore" else None
    piece = piece_of(closed, removed_at=removed_at)
    with pytest.raises(Refused):
        getattr(evidence, f"{verb}_evidence")(evidence=piece, by=clerk)
    piece.refresh_from_db()
    assert piece.removed_at == removed_at


def test_one_photo_is_hidden_by_one_press(town, clerk):
    activity = factories.ApprovedActivityFactory(owner=town)
    piece, other = piece_of(activity), piece_of(activity)
    coordination = factories.staff_of(town, Role.COORDINATES)
    with pytest.raises(Refused):
        evidence.hide_evidence(evidence=piece, by=clerk)
    assert Evidence.objects.showable().count() == 2
    for _press in range(2):
        evidence.hide_evidence(evidence=piece, by=coordination)
    assert list(Evidence.objects.showable()) == [other]
    evidence.show_evidence(evidence=piece, by=coordination)
    assert Evidence.objects.showable().count() == 2
    assert acts() == [
        Act.EVIDENCE_HIDDEN, Act.EVIDENCE_HIDDEN, Act.EVIDENCE_SHOWN,
    ]  # fmt: skip
    assert AuditEntry.objects.filter(outcome="refused").count() == 1


def test_what_is_read_for_review_changes_with_its_photos(town, clerk):
    waiting = factories.ActivityFactory(
        owner=town, review_state=ReviewState.SUBMITTED, submitted_at=timezone.now()
    )
    evidence.describe_evidence(
        evidence=piece_of(waiting),
        by=clerk,
        caption="La cancha",
        people_shown=PeopleShown.MINORS,
        public=False,
    )
    before = waiting.version
    waiting.refresh_from_db()
    assert waiting.version == before + 1


ADULTS = {"people_shown": PeopleShown.ADULTS, "public": True}
SIGNED = {**ADULTS, "consent_purpose": ConsentPurpose.PORTAL}


@pytest.mark.parametrize(
    "said",
    [
        {"people_shown": PeopleShown.MINORS, "public": True},
        {"people_shown": PeopleShown.ADULTS_NO_CONSENT, "public": True},
        {"people_shown": PeopleShown.NOT_SURE, "public": True},
        ADULTS,
        SIGNED,
        {**ADULTS, "consent_until": NEXT_YEAR},
        {**SIGNED, "consent_until": timezone.localdate() - datetime.timedelta(days=1)},
        {**SIGNED, "consent_until": NEXT_YEAR + datetime.timedelta(days=5 * 366)},
    ],
)
def test_never_public(draft, clerk, attach, said):
    with pytest.raises(Refused):
        attach(**said)
    assert not draft.evidence.exists()
    private = piece_of(draft, public=False)
    with pytest.raises(Refused):
        evidence.describe_evidence(evidence=private, by=clerk, caption="", **said)
    private.refresh_from_db()
    assert not private.public


@pytest.mark.parametrize(
    "said",
    [
        {"people_shown": PeopleShown.MINORS},
        {"people_shown": PeopleShown.NOT_SURE},
        {"people_shown": PeopleShown.ADULTS},
        {"people_shown": PeopleShown.ADULTS, "consent_until": NEXT_YEAR},
        {"people_shown": PeopleShown.ADULTS, "consent_purpose": "portal"},
    ],
)
def test_the_database_refuses_it_too(draft, said):
    with pytest.raises(IntegrityError), transaction.atomic():
        piece_of(draft, **said)


def test_a_consent_holds_until_its_day_at_reading(draft, attach):
    today = timezone.localdate()
    attach(**SIGNED, consent_until=today)
    assert Evidence.objects.showable().exists()
    draft.evidence.update(consent_until=today - datetime.timedelta(days=1))
    assert not Evidence.objects.showable().exists()
    assert draft.evidence.get().public


def test_only_adults_have_a_consent(draft, clerk, attach):
    piece = attach(**SIGNED, consent_until=NEXT_YEAR)
    said = evidence.describe_evidence(
        evidence=piece, by=clerk, caption="", people_shown=PeopleShown.NOBODY,
        public=True, consent_purpose=ConsentPurpose.PORTAL, consent_until=NEXT_YEAR,
    )  # fmt: skip
    assert (said.consent_purpose, said.consent_until) == ("", None)
