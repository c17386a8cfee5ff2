"""Verbs of a photo: covered for good, had back for 30 days, drawn small."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.uploads import Cut
from network.choices import Act, EvidenceKind, PeopleShown, ReviewState
from network.models import Activity, Evidence
from network.services import evidence
from network.services.refusals import Refused
from network.tasks import make_small
from tests.background import work_off
from tests.network import factories
from tests.network.desk import signed_in
from tests.network.photos import acts, attach, on_disk, picture_in

pytestmark = pytest.mark.django_db

# The left three quarters: everything that is red.
RED = {row * 16 + column for row in range(12) for column in range(12)}


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
def piece(draft, clerk):
    piece = attach(draft, clerk, caption="La cancha")
    work_off()
    piece.refresh_from_db()
    return piece


def cover(piece, clerk, squares=RED, **more):
    return evidence.cover_evidence(
        evidence=piece, by=clerk, squares=squares, **{"seen": piece.sha256, **more}
    )


def shows_red(stored) -> bool:
    red, green, _blue = picture_in(stored).split()
    pairs = zip(red.tobytes(), green.tobytes(), strict=True)
    return any(r > 150 and g < 60 for r, g in pairs)


def read(stored) -> bytes:
    with stored.open("rb") as file:
        return file.read()


def test_covered_in_both_sizes(piece, clerk, django_capture_on_commit_callbacks):
    assert shows_red(piece.file)
    assert shows_red(piece.small)
    small_before, sha_before = piece.small, piece.sha256
    with django_capture_on_commit_callbacks(execute=True):
        cover(piece, clerk)
    covered = Evidence.objects.get()
    assert not covered.small
    work_off()
    covered.refresh_from_db()
    assert not shows_red(covered.file)
    assert not shows_red(covered.small)
    assert not small_before.storage.exists(small_before.name)
    assert covered.sha256 != sha_before
    assert covered.attached_sha256 == sha_before
    assert covered.size == covered.file.size
    assert acts()[-1] == Act.EVIDENCE_COVERED


def test_who_can_be_recognised_is_asked_again(piece, clerk):
    covered = cover(piece, clerk)
    assert (covered.people_shown, covered.public) == (PeopleShown.NOT_SURE, False)
    assert covered.caption == "La cancha"


def test_the_photo_as_it_was_has_no_address(piece, clerk, client):
    large = piece.file.name
    covered = cover(piece, clerk)
    assert covered.uncovered.name == large
    browser = signed_in(clerk)
    address = reverse(
        "network:evidence_file", args=[piece.activity_id, piece.uuid, "large"]
    )
    answer = browser.get(address)
    assert b"".join(answer.streaming_content) == read(covered.file)
    folder = address.removesuffix("/").rpartition("/")[0]
    for size in ("uncovered", "file"):
        assert browser.get(f"{folder}/{size}/").status_code == 404
    for address in (f"/media/private/{large}", f"/media/{large}", f"/{large}"):
        assert browser.get(address).status_code == 404


def test_cropped(piece, clerk):
    cut = cover(piece, clerk, squares=(), cut=Cut(left=50))
    assert (cut.width, cut.height) == (160, 240)
    assert not shows_red(cut.file)


def test_had_back_as_it_was(piece, clerk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        cover(piece, clerk, squares={0})
    covered = Evidence.objects.get()
    between = covered.file
    with django_capture_on_commit_callbacks(execute=True):
        twice = cover(covered, clerk, squares=(), cut=Cut(left=50))
    # Only the first and the last are kept, never what lies between.
    assert not between.storage.exists(between.name)
    with django_capture_on_commit_callbacks(execute=True):
        evidence.uncover_evidence(evidence=twice, by=clerk)
    back = Evidence.objects.get()
    assert (back.sha256, back.width, back.height) == (piece.sha256, 320, 240)
    assert shows_red(back.file)
    assert (back.people_shown, back.public) == (PeopleShown.NOT_SURE, False)
    assert not back.uncovered
    assert not twice.file.storage.exists(twice.file.name)
    with pytest.raises(Refused):
        evidence.uncover_evidence(evidence=back, by=clerk)


def test_not_kept_after_its_days(piece, clerk, django_capture_on_commit_callbacks):
    covered = cover(piece, clerk)
    original = covered.uncovered
    assert evidence.forget_uncovered() == 0
    long_ago = timezone.now() - datetime.timedelta(days=31)
    Evidence.objects.update(covered_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert evidence.forget_uncovered() == 1
    assert evidence.forget_uncovered() == 0
    assert not original.storage.exists(original.name)
    covered.refresh_from_db()
    assert all(on_disk(covered))
    with pytest.raises(Refused):
        evidence.uncover_evidence(evidence=covered, by=clerk)


def test_the_same_photo_sent_again_does_not_come_back_uncovered(piece, draft, clerk):
    cover(piece, clerk)
    attach(draft, clerk)
    assert not shows_red(draft.evidence.get().file)


@pytest.mark.parametrize(
    ("squares", "more"),
    [((), {}), (RED, {"seen": "0" * 64}), ((), {"cut": Cut(left=50, right=50)})],
)
def test_refused_without_leaving_a_file(piece, clerk, squares, more):
    storage = piece.file.storage
    before = storage.listdir("evidence")[1]
    with pytest.raises(Refused):
        cover(piece, clerk, squares=squares, **more)
    assert sorted(storage.listdir("evidence")[1]) == sorted(before)
    assert Evidence.objects.get().sha256 == piece.sha256


def test_a_document_or_a_lost_photo_is_refused(piece, draft, clerk):
    Evidence.objects.update(kind=EvidenceKind.DOCUMENT)
    with pytest.raises(Refused):
        cover(Evidence.objects.get(), clerk)
    piece.file.storage.delete(piece.file.name)
    with pytest.raises(Refused):
        cover(piece, clerk)


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (ReviewState.DRAFT, True), (ReviewState.RETURNED, True),
        (ReviewState.SUBMITTED, True), (ReviewState.APPROVED, False),
        (ReviewState.WITHDRAWN, False),
    ],
)  # fmt: skip
def test_who_covers_and_when(piece, draft, clerk, state, may):
    now = timezone.now()
    Activity.objects.filter(pk=draft.pk).update(
        review_state=state, reviewed_at=now, publish_from=now.date()
    )
    neighbour = factories.staff_of(factories.MunicipalityFactory())
    with pytest.raises(Refused):
        cover(Evidence.objects.get(), neighbour)
    if may:
        assert cover(Evidence.objects.get(), clerk).uncovered
        return
    with pytest.raises(Refused):
        cover(Evidence.objects.get(), clerk)
    with pytest.raises(Refused):
        evidence.uncover_evidence(evidence=piece, by=clerk)


def test_the_small_copy_is_drawn_once(piece):
    assert picture_in(piece.small).width == 320
    assert make_small.call(piece.pk) is False
    assert make_small.call(0) is False


def test_the_large_one_is_served_until_the_small_one_is_there(draft, clerk):
    piece = attach(draft, clerk, size=(800, 600))
    browser = signed_in(clerk)
    address = reverse("network:evidence_file", args=[draft.pk, piece.uuid, "small"])
    kinds = []
    for _time in range(2):
        answer = browser.get(address)
        assert b"".join(answer.streaming_content)
        kinds.append(answer["Content-Type"])
        work_off()
    assert kinds == ["image/jpeg", "image/webp"]


def test_a_small_copy_of_a_photo_covered_meanwhile_is_not_kept(
    draft, clerk, monkeypatch
):
    piece = attach(draft, clerk)
    storage = type(piece.file.storage)
    kept = storage.save

    def save(self, name, content, **more):
        if name.endswith(".webp"):
            monkeypatch.setattr(storage, "save", kept)
            cover(piece, clerk)
        return kept(self, name, content, **more)

    monkeypatch.setattr(storage, "save", save)
    assert make_small.call(piece.pk) is False
    piece.refresh_from_db()
    assert not piece.small
    assert not [
        each for each in piece.file.storage.listdir("evidence")[1] if "webp" in each
    ]
