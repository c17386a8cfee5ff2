"""«Registro rápido» through the browser's door."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from network.choices import ReviewState, Role
from network.models import Activity, Evidence
from tests.network.factories import (
    ActivityFactory,
    ActivityKindFactory,
    MunicipalityFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return MunicipalityFactory()


@pytest.fixture
def clerk(town, client):
    person = staff_of(town)
    client.force_login(person)
    return person


@pytest.fixture
def posted():
    return {
        "client_uuid": str(uuid.uuid4()),
        "kind": ActivityKindFactory().pk,
        "started_day": "27",
        "started_month": "marzo",
        "started_year": "2026",
        "place_name": "Colonia El Centro",
        "women": "18",
        "men": "0",
        "unseparated": "",
        "what_happened": "Torneo relámpago con las dos escuelas.",
        "action": "submit",
    }


def url():
    return reverse("network:quick_log")


def photo(name="foto.jpg", size=(800, 600)):
    picture = Image.new("RGB", size, "orange")
    exif = picture.getexif()
    exif[0x8825] = {1: "N", 2: (13.0, 40.0, 0.0)}
    kept = io.BytesIO()
    picture.save(kept, "JPEG", exif=exif)
    return SimpleUploadedFile(name, kept.getvalue(), "image/jpeg")


def test_it_works(client, clerk, town, posted):
    response = client.post(url(), posted)
    activity = Activity.objects.get()
    assert response.status_code == 302
    assert response["Location"] == reverse("network:activity_sent", args=[activity.pk])
    assert activity.owner == town
    assert activity.review_state == ReviewState.SUBMITTED
    counts = dict(activity.counts.values_list("sex", "people"))
    assert counts == {"women": 18, "men": 0}
    confirmation = client.get(response["Location"]).content.decode()
    assert activity.number in confirmation


def test_each_kind_tells_its_key_to_the_page(client, clerk):
    """By it the page opens the box for a kind that the list lacks."""
    ActivityKindFactory(key="other")
    page = client.get(reverse("network:quick_log"), follow=True).content.decode()
    assert 'data-key="other"' in page


def test_photo_is_kept_without_its_position(client, clerk, posted):
    client.post(url(), {**posted, "photo": photo(), "people_shown": "nobody"})
    piece = Evidence.objects.get()
    with piece.file.open() as kept:
        assert not Image.open(kept).getexif()
    assert piece.public is False
    assert "foto" not in piece.file.name


def test_minors_are_never_marked_public(client, clerk, posted):
    response = client.post(
        url(),
        {
            **posted,
            "photo": photo(),
            "people_shown": "minors",
            "photo_public": "on",
        },
    )
    assert response.status_code == 422
    assert "photo_public" in response.context["form"].errors
    assert not Evidence.objects.filter(public=True).exists()


def test_the_same_form_ten_times_is_saved_once(client, clerk, posted):
    answers = {client.post(url(), posted)["Location"] for _again in range(10)}
    assert len(answers) == 1
    assert Activity.objects.count() == 1


def test_same_form_with_other_content_is_refused_not_dropped(client, clerk, posted):
    client.post(url(), posted)
    response = client.post(url(), {**posted, "place_name": "Otra colonia"})
    assert response.status_code == 409
    assert "Otra colonia" in response.content.decode()
    assert Activity.objects.get().place_name == "Colonia El Centro"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("started_year", "26"), ("started_day", "31"), ("started_month", "13"),
        ("women", "1000000000"), ("men", "-4"), ("what_happened", "a" * 1_000_000),
        ("what_happened", ""), ("place_name", "a\x00b"), ("kind", "999999"),
        ("kind", ""),
    ],
)  # fmt: skip
def test_wrong_value_says_so_and_keeps_what_was_typed(
    client, clerk, posted, field, value
):
    if field == "started_day":
        posted["started_month"] = "2"
    response = client.post(url(), {**posted, field: value})
    assert response.status_code == 422
    page = response.content.decode()
    name = field.removesuffix("_day").removesuffix("_month").removesuffix("_year")
    assert name in response.context["form"].errors
    assert 'id="errors"' in page
    assert "Torneo rel" in page or field == "what_happened"
    assert Activity.objects.get().review_state == ReviewState.DRAFT


@pytest.mark.parametrize(
    "text", ["⚽ Torneo 🏆", "\u202eotrevni", "<script>alert(1)</script>", "{{ 7*7 }}"]
)
def test_odd_text_is_kept_as_text(client, clerk, posted, text):
    client.post(url(), {**posted, "what_happened": text})
    activity = Activity.objects.get()
    assert activity.what_happened_es == text
    page = client.get(reverse("network:activity", args=[activity.pk])).content.decode()
    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page or "{{" not in text


def test_rest_is_kept_as_a_draft_with_the_photo_when_a_field_is_wrong(
    client, clerk, posted
):
    wrong = {**posted, "women": "muchas", "photo": photo(), "people_shown": "nobody"}
    response = client.post(url(), wrong)
    assert response.status_code == 422
    assert Evidence.objects.count() == 1
    right = {**posted, "version": response.context["form"].data["version"]}
    assert client.post(url(), right).status_code == 302
    assert Activity.objects.get().evidence.count() == 1


def test_renamed_executable_is_refused_beside_its_field(client, clerk, posted):
    fake = SimpleUploadedFile("foto.jpg", b"MZ\x90\x00" + b"\x00" * 400, "image/jpeg")
    response = client.post(url(), {**posted, "photo": fake, "people_shown": "nobody"})
    assert response.status_code == 422
    assert "photo" in response.context["form"].errors
    assert not Evidence.objects.exists()


def test_draft_is_saved_without_what_is_missing(client, clerk, posted):
    response = client.post(
        url(), {"client_uuid": posted["client_uuid"], "place_name": "Las Flores",
                "action": "draft"},
    )  # fmt: skip
    assert response.status_code == 302
    assert Activity.objects.get().place_name == "Las Flores"


def test_autosave_answers_with_the_version(client, clerk, posted):
    first = client.post(url(), {**posted, "autosave": "1"})
    second = client.post(
        url(),
        {**posted, "autosave": "1", "women": "19", "version": first.json()["version"]},
    )
    assert second.json()["version"] == first.json()["version"] + 1
    assert Activity.objects.get().review_state == ReviewState.DRAFT


def test_autosave_over_somebody_else_saves_nothing(client, clerk, town, posted):
    client.post(url(), {**posted, "autosave": "1"})
    Activity.objects.update(version=7, place_name="De otra persona")
    answer = client.post(
        url(), {**posted, "autosave": "1", "version": "1", "women": "3"}
    )
    assert answer.status_code == 409
    assert Activity.objects.get().place_name == "De otra persona"


def test_foreign_organisation_in_the_body_is_not_found(client, clerk, posted):
    foreign = MunicipalityFactory()
    response = client.post(url(), {**posted, "owner": foreign.slug})
    assert response.status_code == 404
    assert not Activity.objects.exists()


def test_foreign_activity_in_the_address_is_not_found(client, clerk, posted):
    foreign = ActivityFactory()
    address = reverse("network:activity_edit", args=[foreign.pk])
    assert client.get(address).status_code == 404
    assert client.post(address, posted).status_code == 404


def test_foreign_identifier_in_the_body_changes_nothing(client, clerk, posted):
    foreign = ActivityFactory()
    response = client.post(url(), {**posted, "client_uuid": str(foreign.client_uuid)})
    assert response.status_code == 409
    foreign.refresh_from_db()
    assert foreign.place_name == "Colonia Quezaltepec"
    assert foreign.place_name not in response.content.decode()


def test_stranger_signs_in_and_reader_is_told_no(client, town, posted):
    assert client.get(url())["Location"].startswith(reverse("account_login"))
    client.force_login(staff_of(town, Role.READS))
    assert client.get(url()).status_code == 403
    assert client.post(url(), posted).status_code == 403


def test_deactivated_persons_open_session_is_out(client, clerk, posted):
    type(clerk).objects.filter(pk=clerk.pk).update(is_active=False)
    response = client.post(url(), posted)
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]
    assert not Activity.objects.exists()


def test_another_like_it_starts_from_kind_and_place(client, clerk, town):
    earlier = ActivityFactory(owner=town)
    form = client.get(url(), {"like": earlier.pk}, follow=True).context["form"]
    assert form.initial["kind"] == earlier.kind_id
    assert form.initial["client_uuid"] != earlier.client_uuid
    assert "women" not in form.initial
    foreign = client.get(url(), {"like": ActivityFactory().pk}, follow=True)
    assert foreign.status_code == 404


def test_english_form_writes_the_spanish_column(client, clerk, posted):
    client.post("/en/workspace/quick-log/", posted)
    activity = Activity.objects.get()
    assert activity.what_happened_es == posted["what_happened"]
    assert not activity.what_happened_en


def test_back_and_reload_find_the_same_form(client, clerk, posted):
    opened = client.get(url())
    address = opened["Location"]
    key = client.get(address).context["form"].initial["client_uuid"]
    client.post(url(), {**posted, "client_uuid": str(key), "autosave": "1"})
    again = client.get(address).context["form"]
    assert again.initial["what_happened"] == posted["what_happened"]
    client.post(url(), {**posted, "client_uuid": str(key), "version": "1"})
    back = client.get(address)
    activity = Activity.objects.get()
    assert back["Location"] == reverse("network:activity_sent", args=[activity.pk])


def test_closed_activity_says_how_to_correct_it(client, clerk, town):
    sent = ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    for name in ("activity_edit", "activity_details", "activity_evidence"):
        response = client.get(reverse(f"network:{name}", args=[sent.pk]))
        assert response["Location"] == reverse("network:activity", args=[sent.pk])
