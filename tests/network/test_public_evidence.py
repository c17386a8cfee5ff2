"""Public evidence: served without power, and only while its activity is public."""

import uuid

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from network.choices import EvidenceKind, PeopleShown
from network.models import ActivityCount, ActivityPartner, Evidence
from tests.network.factories import (
    ApprovedActivityFactory,
    MunicipalityFactory,
    PopulationGroupFactory,
    ThemeFactory,
)
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def evidence(activity, **values) -> Evidence:
    piece = Evidence(
        activity=activity,
        kind=EvidenceKind.PICTURE,
        content_type="image/jpeg",
        size=4,
        width=800,
        height=600,
        sha256=uuid.uuid4().hex,
        people_shown=PeopleShown.NOBODY,
        public=True,
    )
    for name, value in values.items():
        setattr(piece, name, value)
    piece.file.save("foto.jpg", ContentFile(b"grande"), save=False)
    piece.small.save("foto.webp", ContentFile(b"chica"), save=False)
    piece.save()
    return piece


def test_public_evidence_is_served_without_power(client):
    activity = ApprovedActivityFactory()
    piece = evidence(activity, caption="La cancha pintada")
    page = read(client, f"/es/bitacora/{activity.pk}/")
    address = f"/es/bitacora/{activity.pk}/{piece.uuid}"
    assert f'src="{address}/reducida/"' in page
    assert 'loading="lazy"' in page
    assert 'width="360" height="270"' in page
    for size, content, kind in (
        ("reducida", b"chica", "image/webp"),
        ("completa", b"grande", "image/jpeg"),
    ):
        answer = client.get(f"{address}/{size}/")
        assert b"".join(answer.streaming_content) == content
        assert answer["Content-Type"] == kind
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("inline")
        assert "max-age=60" in answer["Cache-Control"]
    assert client.get(f"{address}/huge/").status_code == 404


def test_an_address_in_the_other_language_leads_on(client):
    """Addresses ended in English words on Spanish pages too, and are permanent."""
    activity = ApprovedActivityFactory()
    piece = evidence(activity)
    there = f"/es/bitacora/{activity.pk}/{piece.uuid}"
    for word, named in (("small", "reducida"), ("large", "completa")):
        answer = client.get(f"{there}/{word}/")
        assert (answer.status_code, answer["Location"]) == (301, f"{there}/{named}/")
    english = f"/en/activities/{activity.pk}/{piece.uuid}"
    assert client.get(f"{english}/reducida/")["Location"] == f"{english}/small/"
    private = evidence(activity, public=False)
    hidden = f"/es/bitacora/{activity.pk}/{private.uuid}/small/"
    assert client.get(hidden).status_code == 404


def test_a_document_is_a_download(client):
    activity = ApprovedActivityFactory()
    piece = evidence(
        activity, kind=EvidenceKind.DOCUMENT, content_type="application/pdf", pages=3
    )
    assert "3 páginas" in read(client, f"/es/bitacora/{activity.pk}/")
    answer = client.get(f"/es/bitacora/{activity.pk}/{piece.uuid}/completa/")
    assert answer["Content-Disposition"].startswith("attachment")
    answer.close()


def test_private_or_withdrawn_evidence_is_not_found(client):
    activity, neighbour = ApprovedActivityFactory(), ApprovedActivityFactory()
    private = evidence(activity, public=False)
    shown = evidence(activity)
    assert str(private.uuid) not in read(client, f"/es/bitacora/{activity.pk}/")
    addresses = [
        f"/es/bitacora/{activity.pk}/{private.uuid}/large/",
        f"/es/bitacora/{neighbour.pk}/{shown.uuid}/large/",
        f"/es/bitacora/{activity.pk}/{uuid.uuid4()}/large/",
    ]
    for address in addresses:
        assert client.get(address).status_code == 404
    activity.hidden_at = timezone.now()
    activity.save()
    answer = client.get(f"/es/bitacora/{activity.pk}/{shown.uuid}/small/")
    assert answer.status_code == 404


@pytest.mark.parametrize("items", [1, 3])
def test_an_activity_asks_the_same_few_questions(
    client, items, django_assert_num_queries
):
    activity = ApprovedActivityFactory()
    for number in range(items):
        activity.themes.add(ThemeFactory())
        activity.groups.add(PopulationGroupFactory())
        activity.places.add(MunicipalityFactory().place)
        ActivityCount.objects.create(
            activity=activity,
            sex="women",
            age_band=("0-4", "5-11", "12-17")[number],
            people=9,
        )
        evidence(activity)
        ActivityPartner.objects.create(activity=activity, kind="school")
    client.get(f"/es/bitacora/{activity.pk}/")
    # The page above it, the activity, its rows, and the exchanges that tell of it.
    with django_assert_num_queries(4):
        client.get(f"/es/bitacora/{activity.pk}/")
