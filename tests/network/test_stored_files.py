"""Every stored file, fetched by its addresses and by guessed ones (S13)."""

import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.addresses import evidence_address
from network.choices import PeopleShown, ReviewState, Role
from network.models import Activity, Evidence
from network.services import evidence
from tests.background import work_off
from tests.foundation import upload_samples as samples
from tests.network import factories
from tests.network.desk import signed_in
from tests.network.photos import NEXT_YEAR, SIGNED, attach
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

SIZES = ("small", "large")


@pytest.fixture
def town():
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


@pytest.fixture
def pieces(town, clerk) -> dict[str, Evidence]:
    """One piece in each state; only the first may be seen by the world."""
    activity = factories.ActivityFactory(owner=town)
    sizes = ((40 + number, 30) for number in range(20))

    def piece(**said) -> Evidence:
        return attach(activity, clerk, size=next(sizes), **said)

    made = {
        "public": piece(),
        "signed": piece(**SIGNED, consent_until=NEXT_YEAR),
        "private": piece(public=False),
        "minors": piece(people_shown=PeopleShown.MINORS, public=False),
        "ended": piece(**SIGNED, consent_until=NEXT_YEAR),
        "hidden": piece(),
        "removed": piece(),
        "covered": piece(),
    }
    made["document"] = evidence.attach_evidence(
        activity=activity,
        by=clerk,
        upload=samples.upload(samples.pdf(), "lista.pdf"),
        people_shown=PeopleShown.NOBODY,
        public=True,
    )
    work_off()
    covered = Evidence.objects.get(pk=made["covered"].pk)
    evidence.cover_evidence(
        evidence=covered, by=clerk, squares={0}, seen=covered.sha256
    )
    evidence.remove_evidence(evidence=made["removed"], by=clerk)
    Activity.objects.filter(pk=activity.pk).update(
        review_state=ReviewState.APPROVED,
        reviewed_at=timezone.now(),
        publish_from=timezone.localdate(),
    )
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    for state, more in (
        ("ended", {"consent_until": yesterday}),
        ("hidden", {"hidden_at": timezone.now()}),
    ):
        Evidence.objects.filter(pk=made[state].pk).update(**more)
    draft = factories.ActivityFactory(owner=town)
    made["draft"] = attach(draft, clerk)
    return {
        state: Evidence.objects.select_related("activity").get(pk=each.pk)
        for state, each in made.items()
    }


@pytest.fixture
def outsiders(town, clerk) -> dict[str, Client]:
    ended = timezone.localdate() - datetime.timedelta(days=1)
    gone = factories.AppointmentFactory(organisation=town, valid_to=ended).person
    neighbour = factories.staff_of(factories.reviewed_municipality(), Role.COORDINATES)
    return {
        "anonymous": Client(),
        "neighbour": signed_in(neighbour),
        "editor": signed_in(factories.editor_of_the_portal()),
        "ex-member": signed_in(gone),
    }


def status(browser: Client, address: str) -> int:
    answer = browser.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def public_address(piece: Evidence, size: str) -> str:
    return evidence_address(piece.activity_id, piece.uuid, size)


def test_the_world_sees_what_is_public_and_nothing_else(pieces, outsiders):
    seen = {
        state
        for state, piece in pieces.items()
        for size in SIZES
        for browser in outsiders.values()
        if status(browser, public_address(piece, size)) == 200
    }
    assert seen == {"public", "signed", "document"}


def test_the_workspace_gives_a_file_to_its_own_alone(pieces, outsiders, clerk, town):
    association = town.affiliations.get().association
    reviewer = signed_in(factories.staff_of(association, Role.REVIEWS))
    own = signed_in(clerk)
    for state, piece in pieces.items():
        for size in SIZES:
            address = reverse(
                "network:evidence_file", args=[piece.activity_id, piece.uuid, size]
            )
            for name, browser in outsiders.items():
                assert status(browser, address) != 200, (name, state)
            assert status(own, address) == (404 if state == "removed" else 200)
            past_draft = state not in ("removed", "draft")
            assert (status(reviewer, address) == 200) is past_draft


def test_guessed_addresses_find_nothing(pieces, outsiders, clerk):
    """Each file on the disk, under every root a server might give it."""
    root = Path(settings.MEDIA_ROOT)
    files = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    # One or two sizes of each, and the photo as it was before it was covered.
    assert len(files) >= 2 * len(pieces) - 3
    browsers = {"anonymous": outsiders["anonymous"], "clerk": signed_in(clerk)}
    for path in files:
        inside = path.relative_to("private")
        guesses = [
            f"/media/{path}", f"/media/{inside}", f"/{path}", f"/{inside}",
            f"/static/{path.name}", f"/pictures/{path.name}",
            f"/static/..%2f..%2fmedia/{path}", f"/static/{quote('../' * 4)}{path}",
            f"/documents/1/{path.name}", f"/es/{path}",
        ]  # fmt: skip
        for name, browser in browsers.items():
            for address in guesses:
                answer = browser.get(address, follow=True)
                assert answer.status_code == 404, (name, address)


@pytest.mark.parametrize(
    "address",
    [
        "/media/", "/media/private/", "/media/private/evidence/", "/private/",
        "/pictures/", "/documents/", "/static/", "/static/js/",
    ],
)  # fmt: skip
def test_no_folder_is_listed(client, clerk, address):
    # Without a language it is looked for below one, and not found there.
    assert client.get(address, follow=True).status_code == 404
    assert signed_in(clerk).get(address, follow=True).status_code == 404


def test_every_answer_says_what_it_is_and_has_no_power(pieces, client, clerk):
    own = signed_in(clerk)
    for state in ("public", "document"):
        piece = pieces[state]
        workspace = reverse(
            "network:evidence_file", args=[piece.activity_id, piece.uuid, "large"]
        )
        answers = [
            client.get(public_address(piece, "large")),
            own.get(workspace),
        ]
        for answer in answers:
            content = b"".join(answer.streaming_content)
            told, starts, way = {
                "public": ("image/jpeg", b"\xff\xd8", "inline"),
                "document": ("application/pdf", b"%PDF", "attachment"),
            }[state]
            assert answer["Content-Type"] == told
            assert content.startswith(starts)
            assert answer["Content-Disposition"].startswith(way)
            assert "lista" not in answer["Content-Disposition"]
            assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "no-store" in answers[1]["Cache-Control"]


def test_names_on_the_disk_say_nothing(pieces):
    root = Path(settings.MEDIA_ROOT)
    stems = [path.stem for path in root.rglob("*") if path.is_file()]
    assert all(len(stem) == 32 and int(stem, 16) >= 0 for stem in stems)
    assert all(
        path.stat().st_mode & 0o077 == 0 for path in root.rglob("*") if path.is_file()
    )
