"""Every wrong value gets the sentence that mends it, beside the field and above."""

import datetime
import re
import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from network.choices import Role
from network.models import Activity, Evidence, Invitation
from network.services import people
from tests.background import work_off
from tests.foundation import upload_samples as samples
from tests.network.factories import (
    ActivityFactory,
    ActivityKindFactory,
    MunicipalityFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

TEXT = "Torneo relámpago con las dos escuelas."
YEAR = {
    "es": "Escriba el año con cuatro cifras",
    "en": "Write the year with four figures",
}


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
        "started_month": "3",
        "started_year": "2026",
        "place_name": "Colonia El Centro",
        "women": "18",
        "men": "0",
        "unseparated": "",
        "what_happened": TEXT,
        "action": "submit",
    }


def address(view, language="es", **places):
    with override(language):
        return reverse(f"network:{view}", kwargs=places)


def assert_says(answer, name, sentence):
    """The sentence stands beside the field and in the summary."""
    page = answer.content.decode()
    assert answer.status_code == 422, page
    summary, _mark, below = page.partition('id="errors"')[2].partition("</ul>")
    assert escape(sentence) in summary or sentence in summary
    beside = re.search(rf'id="id_{name}_error".*?</p>', below, re.DOTALL)
    assert beside, name
    assert escape(sentence) in beside[0] or sentence in beside[0]


WRONG = [
    ("started", {"started_year": "26"}, YEAR["es"], YEAR["en"]),
    ("started", {"started_year": "0026"}, "entre 1990 y", "between 1990 and"),
    ("started", {"started_year": "9999"}, "entre 1990 y", "between 1990 and"),
    ("started", {"started_month": "13"}, "del 1 al 12", "from 1 to 12"),
    (
        "started",
        {"started_day": "31", "started_month": "2"},
        "Ese mes no tiene ese día",
        "That month does not have that day",
    ),
    ("started", {"started_day": ""}, "el día, el mes y el año", "the day, the month"),
    ("women", {"women": "1000000000"}, "hasta un millón", "up to 1,000,000"),
    ("men", {"men": "-4"}, "sin signo menos", "without a minus sign"),
    ("men", {"men": "varios"}, "un número entero", "a whole number"),
    ("women", {"women": "٣"}, "un número entero", "a whole number"),
    ("what_happened", {"what_happened": "a" * 1_000_000}, "4\u202f000", "4,000"),
    ("place_name", {"place_name": "a\x00b"}, "escríbalo de nuevo", "write it again"),
    (
        "kind",
        {"kind": "9" * 30},
        "Elija de la lista qué se hizo",
        "Choose what was done from the list",
    ),
    (
        "kind",
        {"kind": "x'; --"},
        "Elija de la lista qué se hizo",
        "Choose what was done from the list",
    ),
]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    ("name", "wrong", "spanish", "english"),
    WRONG,
    ids=[f"{each[0]}-{n}" for n, each in enumerate(WRONG)],
)
def test_sentence_stands_beside_and_above_and_the_rest_stays(
    client, clerk, posted, language, name, wrong, spanish, english
):
    answer = client.post(address("quick_log", language), {**posted, **wrong})
    assert_says(answer, name, spanish if language == "es" else english)
    kept = {**posted, **wrong}
    page = answer.content.decode()
    for field in ("started_year", "place_name", "women", "what_happened"):
        typed = kept[field].replace("\x00", "")
        assert escape(typed)[:4000] in page.replace("\x00", ""), field


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (samples.HTML, "foto.jpg"),
        (samples.SVG, "foto.svg"),
        (samples.MACHINE, "foto.png"),
        (samples.huge_png(), "enorme.png"),
        (samples.photo()[:200], "cortada.jpg"),
        (b"", "nada.jpg"),
    ],
    ids=["html", "svg", "executable", "900-megapixels", "damaged", "empty"],
)
def test_file_that_is_not_accepted(client, clerk, posted, content, name, language):
    upload = SimpleUploadedFile(name, content, "image/jpeg")
    answer = client.post(
        address("quick_log", language),
        {**posted, "photo": upload, "people_shown": "nobody"},
    )
    problems = answer.context["form"].errors["photo"]
    assert_says(answer, "photo", problems[0])
    choose = {"es": ("elija", "tómela"), "en": ("choose", "take it")}
    assert any(verb in problems[0].lower() for verb in choose[language]), problems[0]
    assert TEXT in answer.content.decode()
    assert not Evidence.objects.exists()


def test_photo_loses_its_position(client, clerk, posted):
    upload = SimpleUploadedFile("foto.jpg", samples.photo(), "image/jpeg")
    client.post(
        address("quick_log"), {**posted, "photo": upload, "people_shown": "nobody"}
    )
    work_off()
    piece = Evidence.objects.get()
    for stored in (piece.file, piece.small):
        with stored.open() as file:
            content = file.read()
        samples.assert_no_labels(content)
        assert not Image.open(BytesIO(content)).getexif()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("es", "El último día no puede ser anterior"), ("en", "The last day cannot be")],
)
def test_end_before_start(client, clerk, town, language, sentence):
    record = ActivityFactory(owner=town)
    answer = client.post(
        address("activity_section", language, pk=record.pk, name="when"),
        {
            "version": record.version,
            "status": record.status,
            "started_day": "27",
            "started_month": "3",
            "started_year": "2026",
            "ended_day": "26",
            "ended_month": "3",
            "ended_year": "2026",
            "place_name": "La de siempre",
        },
    )
    assert_says(answer, "ended", sentence)
    assert "La de siempre" in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["⚽🏆", "\u202eotrevni", "قاعة البلدية", "a\u200c\u200db"]
)
def test_text_of_any_writing_comes_back_as_it_went(client, clerk, posted, text):
    client.post(address("quick_log"), {**posted, "place_name": text})
    assert Activity.objects.get().place_name == text


def test_lone_surrogate_is_no_accident(client, clerk, posted):
    body = "&".join(
        [
            *(f"{name}={value}" for name, value in posted.items() if name != "kind"),
            f"kind={posted['kind']}",
            "place_name=%ED%A0%80",
        ]
    )
    answer = client.post(
        address("quick_log"), body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code < 500


def test_ten_megabytes_of_text_are_turned_away(client, clerk, posted):
    answer = client.post(
        address("quick_log"), {**posted, "what_happened": "a" * 10_000_000}
    )
    assert answer.status_code == 413
    assert "demasiado largo" in answer.content.decode()


def test_missing_and_unknown_fields(client, clerk, posted):
    for fields in ({}, {"action": "submit"}, {"x" * 200: "y", "women": "3"}):
        answer = client.post(address("quick_log"), fields)
        assert answer.status_code == 422
    answer = client.post(
        address("quick_log"),
        {**posted, "owner_id": "1", "review_state": "approved", "nada": ["a", "b"]},
    )
    assert answer.status_code == 302
    assert Activity.objects.get().review_state == "submitted"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("es", "Atrás"), ("en", "Press Back in your browser")],
)
def test_form_whose_token_grew_stale_says_how_to_go_on(
    clerk, posted, language, sentence
):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    answer = strict.post(address("quick_log", language), posted)
    assert answer.status_code == 403
    assert sentence in answer.content.decode()
    assert not Activity.objects.exists()


@pytest.mark.parametrize("language", ["es", "en"])
def test_form_of_an_older_version_shows_both(client, clerk, town, posted, language):
    record = ActivityFactory(owner=town, place_name="De otra persona")
    Activity.objects.filter(pk=record.pk).update(version=7)
    answer = client.post(
        address("activity_edit", language, pk=record.pk), {**posted, "version": "1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "De otra persona" in page
    assert posted["place_name"] in page
    assert TEXT in page


# They take no form from anybody.
ONLY_READ = {"activity", "activity_sent", "activity_details"}


@pytest.mark.parametrize(
    "name",
    [
        "activity", "activity_edit", "activity_submit", "activity_sent",
        "activity_details", "activity_partners", "activity_evidence",
        "review_activity",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["get", "post"])
def test_neighbours_activity_is_not_found(client, clerk, posted, name, method):
    foreign = ActivityFactory()
    answer = getattr(client, method)(address(name, pk=foreign.pk), posted)
    only_read = method == "post" and name in ONLY_READ
    assert answer.status_code == (405 if only_read else 404)
    assert foreign.title_es not in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("es", "Esta invitación venció"), ("en", "This invitation has expired")],
)
def test_expired_invitation_says_whom_to_ask(client, town, language, sentence):
    coordinator = staff_of(town, Role.COORDINATES)
    invitation, token, _code = people.invite(
        email="ana@ejemplo.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=coordinator,
    )
    Invitation.objects.filter(pk=invitation.pk).update(
        expires_at=timezone.now() - datetime.timedelta(days=1)
    )
    with override(language):
        answer = client.get(reverse("invitation", args=[token]))
    assert answer.status_code == 410
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_deactivated_person_is_out_at_once(client, clerk, posted, method):
    assert client.get(address("activities")).status_code == 200
    clerk.is_active = False
    clerk.save()
    every = ("quick_log", "activities", "month")
    for name in every if method == "get" else ("quick_log",):
        answer = getattr(client, method)(address(name), posted)
        assert answer.status_code == 302
        assert "/cuenta/" in answer["Location"]
    assert not Activity.objects.exists()


ODD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.sampled_from(["", "\x00", "-1", "1e9", "٣", "NaN", "None", "[]", "9" * 400]),
)
NAMES = (
    "client_uuid", "version", "kind", "other_kind", "started_day", "started_month",
    "started_year", "place_name", "women", "men", "unseparated", "what_happened",
    "people_shown", "photo_public", "owner", "action", "autosave", "pick-kind",
)  # fmt: skip


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(odd=st.dictionaries(st.sampled_from(NAMES), ODD, max_size=6), data=st.data())
def test_no_form_ever_breaks_the_portal(client, clerk, posted, odd, data):
    fields = {**posted, "client_uuid": str(uuid.uuid4()), **odd}
    left_out = data.draw(st.sets(st.sampled_from(sorted(posted)), max_size=3))
    fields = {name: value for name, value in fields.items() if name not in left_out}
    answer = client.post(address("quick_log"), fields)
    assert answer.status_code < 500
