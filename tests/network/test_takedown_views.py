"""The public form of take-downs, and the pages on which its people decide."""

import datetime
import re

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from network.choices import Role, TakeDownOutcome
from network.models import Evidence, TakeDown
from tests.network import factories
from tests.network.desk import signed_in
from tests.public_pages import plant_pages
from tests.public_reading import Stranger

pytestmark = pytest.mark.django_db

CANARY = "Colibrí1729"
A_MINUTE = 60


@pytest.fixture
def town():
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def activity(town):
    found = factories.ApprovedActivityFactory(
        owner=town, title_es=CANARY, title_en=CANARY, what_happened_es=CANARY
    )
    piece = Evidence(
        activity=found,
        kind="picture",
        content_type="image/webp",
        size=1,
        sha256="a" * 64,
        people_shown="nobody",
        public=True,
        caption=f"Foto de {CANARY}",
    )
    piece.file.save("x.webp", ContentFile(b"x"), save=False)
    piece.small.save("y.webp", ContentFile(b"y"), save=False)
    piece.save()
    return found


@pytest.fixture
def keeper(town):
    return factories.staff_of(town, Role.COORDINATES)


def post(client, of, **more):
    values = {"of": of, "why": "myself", "words": "Se ve a mi hija", **more}
    return client.post(reverse("take_down"), values)


def telling(answers):
    """Where the canary stands, the form about it aside."""
    return {a.address for a in answers.values() if CANARY in a.text}


def test_every_public_record_and_photo_leads_to_the_form(activity, town):
    stranger = Stranger()
    association = town.affiliations.get().association
    for address, of in {
        activity.get_absolute_url(): [
            f"activity-{activity.pk}",
            f"evidence-{activity.evidence.get().uuid}",
        ],
        f"/es/red/municipios/{town.slug}/": [f"municipality-{town.slug}"],
        f"/es/red/asociaciones/{association.slug}/": [
            f"association-{association.slug}"
        ],
        "/es/red/paises/el-salvador/": ["country-SV"],
        "/es/": [],
    }.items():
        answer = stranger.get(address)
        form = reverse("take_down")
        assert {link for link in answer.links if link.startswith(form)} == {
            *(f"{form}?of={name}" for name in of),
            form,
        }
        assert "csrfmiddlewaretoken" not in answer.text


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_form_names_what_it_is_about_and_is_kept_by_nobody(activity, language):
    client = Client()
    with override(language):
        answer = client.get(reverse("take_down") + f"?of=activity-{activity.pk}")
        assert CANARY in answer.content.decode()
        assert "csrfmiddlewaretoken" in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
        other = "en" if language == "es" else "es"
        with override(other):
            switch = reverse("take_down") + f"?of=activity-{activity.pk}"
        assert f'href="{switch}"' in answer.content.decode()


def test_a_request_gets_its_number(activity):
    client = Client()
    answer = post(client, f"activity-{activity.pk}", email="vecina@ejemplo.test")
    made = TakeDown.objects.get()
    page = client.get(answer["Location"])
    assert made.number in page.content.decode()
    assert "vecina@" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    token = answer["Location"].rstrip("/").rpartition("/")[2]
    letter = "a" if token[0] != "a" else "b"
    changed = reverse("take_down_thanks", args=[letter + token[1:]])
    assert client.get(changed).status_code == 404


def test_a_page_is_asked_about_by_its_address(activity, town):
    client = Client()
    for address, kind in {
        f"http://testserver{activity.get_absolute_url()}": "activity",
        f"/es/red/municipios/{town.slug}/": "municipality",
        "/en/network/countries/guatemala/": "country",
        "/es/": "page",
    }.items():
        assert post(client, "", address=address).status_code == 302, address
        assert TakeDown.objects.order_by("-pk").first().kind == kind


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"why": ""}, "why"),
        ({"why": "porque-sí"}, "why"),
        ({"words": "a" * 2001}, "words"),
        ({"email": "no es un correo"}, "email"),
        ({"website": "https://compre.test"}, "website"),
        ({"of": "", "address": ""}, "address"),
        ({"of": "", "address": "https://otro.test/es/"}, "address"),
        ({"of": "", "address": "http://[/es/"}, "address"),
        ({"of": "", "address": "//[x]/es/"}, "address"),
        ({"of": "", "address": "http://ex\u2100mple/es/"}, "address"),
        ({"of": "activity-999", "address": "/es/bitacora/999/"}, "address"),
        ({"words": "con\x00nulo"}, "words"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(activity, values, field):
    client = Client()
    answer = post(client, **{"of": f"activity-{activity.pk}", **values})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not TakeDown.objects.exists()
    assert values.get("words", "Se ve a mi hija")[:10] in answer.content.decode()


def test_what_is_not_public_is_not_named(town):
    hidden = factories.ApprovedActivityFactory(
        owner=town, title_es=CANARY, hidden_at=timezone.now()
    )
    draft = factories.ActivityFactory(owner=town, title_es=CANARY)
    client = Client()
    for each in (hidden, draft):
        answer = client.get(reverse("take_down") + f"?of=activity-{each.pk}")
        assert answer.status_code == 404
        assert CANARY not in answer.content.decode()
        assert post(client, f"activity-{each.pk}").status_code == 422
    assert not TakeDown.objects.exists()


def test_one_connection_cannot_flood_the_people_who_decide(activity, settings):
    settings.TAKE_DOWNS_AN_HOUR = 3
    client = Client()
    codes = [
        post(client, f"activity-{activity.pk}", words=str(n)).status_code
        for n in range(5)
    ]
    assert codes == [302, 302, 302, 429, 429]
    answer = post(client, f"activity-{activity.pk}", words="Lo que escribí")
    assert "Lo que escribí" in answer.content.decode()
    assert post(Client(REMOTE_ADDR="10.0.0.9"), f"activity-{activity.pk}").url


def test_hiding_takes_it_out_of_everything_public_at_once(activity, keeper):
    before = Stranger().walk()
    assert len(telling(before)) > 8
    post(Client(), f"activity-{activity.pk}", why="minor")
    browser = signed_in(keeper)
    made = TakeDown.objects.get()
    page = browser.get(reverse("network:take_down", args=[made.pk]))
    assert "Se ve a mi hija" in page.content.decode()
    answer = browser.post(reverse("network:take_down_hide", args=[made.pk]))
    assert answer["Location"] == reverse("network:take_down_reason", args=[made.pk])
    after = Stranger()
    walked = after.walk()
    for address in before:
        after.get(address)
    assert telling(walked) == set()
    assert telling(after.read) == set()
    assert [
        after.get(a).status
        for a in before
        if activity.evidence.get().uuid.hex in a.replace("-", "") and "of=" not in a
    ] == [404, 404, 404, 404]


def test_hiding_a_photo_takes_only_the_photo(activity, keeper):
    piece = activity.evidence.get()
    post(Client(), f"evidence-{piece.uuid}", why="minor")
    browser = signed_in(keeper)
    browser.post(reverse("network:take_down_hide", args=[TakeDown.objects.get().pk]))
    page = Stranger().get(activity.get_absolute_url())
    assert page.status == 200
    assert str(piece.uuid) not in page.text


def test_no_public_answer_is_kept_longer_than_a_minute(activity):
    stranger = Stranger()
    kept = {}
    for answer in stranger.walk().values():
        found = re.search(r"(?:s-maxage|max-age)=(\d+)", answer.cached)
        if found and int(found[1]) > A_MINUTE:
            kept[answer.address] = answer.cached
    assert kept == {}


def test_the_reason_is_asked_on_the_next_page_and_where_it_is_missing(activity, keeper):
    browser = signed_in(keeper)
    hide = reverse("network:activity_act", args=[activity.pk, "hide"])
    answer = browser.post(hide, follow=True)
    made = TakeDown.objects.get()
    reason = reverse("network:take_down_reason", args=[made.pk])
    assert answer.redirect_chain[-1][0] == reason
    front = browser.get(reverse("workspace:home")).content.decode()
    assert reverse("network:take_downs") in front
    assert browser.post(reason, {"reason": ""}).status_code == 422
    assert browser.post(reason, {"reason": "Por error."}).status_code == 302
    assert browser.get(reverse("network:take_downs")).context["without_reason"] == []
    front = browser.get(reverse("workspace:home"))
    assert front.context["to_do"]["take_downs"] == 0


def test_it_stays_with_its_reason(activity, keeper):
    post(Client(), f"activity-{activity.pk}", email="vecina@ejemplo.test")
    made = TakeDown.objects.get()
    browser = signed_in(keeper)
    address = reverse("network:take_down", args=[made.pk])
    assert browser.post(address, {"reason": " "}).status_code == 422
    assert browser.post(address, {"reason": "Es la plaza."}).status_code == 302
    made.refresh_from_db()
    assert made.outcome == TakeDownOutcome.KEPT
    assert "Es la plaza." in mail.outbox[-1].body


def test_strangers_neighbours_and_clerks_find_no_request(activity, town):
    post(Client(), f"activity-{activity.pk}")
    made = TakeDown.objects.get()
    names = ("take_down", "take_down_hide", "take_down_show", "take_down_reason")
    for person in (
        factories.staff_of(town, Role.RECORDS),
        factories.staff_of(factories.reviewed_municipality(), Role.COORDINATES),
    ):
        browser = signed_in(person)
        for name in names:
            address = reverse(f"network:{name}", args=[made.pk])
            assert browser.post(address, {"reason": "x"}).status_code == 404
        if person.standing.holds(town.pk, frozenset({Role.RECORDS})):
            assert browser.get(reverse("network:take_downs")).status_code == 403
        else:
            rows = browser.get(reverse("network:take_downs")).context["waiting"]
            assert rows == []
    for name in names:
        answer = Client().post(reverse(f"network:{name}", args=[made.pk]))
        assert answer.status_code == 302
        assert reverse("account_login") in answer["Location"]
    made.refresh_from_db()
    assert made.outcome == TakeDownOutcome.WAITING


def test_hiding_and_showing_need_a_press(activity, keeper):
    post(Client(), f"activity-{activity.pk}")
    browser = signed_in(keeper)
    for name in ("take_down_hide", "take_down_show"):
        address = reverse(f"network:{name}", args=[TakeDown.objects.get().pk])
        assert browser.get(address).status_code == 405


def test_the_secretariat_reads_all_of_them_and_changes_none(screen, activity):
    post(Client(), f"activity-{activity.pk}", email="vecina@ejemplo.test")
    made = TakeDown.objects.get()
    TakeDown.objects.update(asked_at=timezone.now() - datetime.timedelta(days=9))
    listed = reverse("admin:network_takedown_changelist")
    assert made.number in screen.get(f"{listed}?waiting=overdue").content.decode()
    assert made.number not in screen.get(f"{listed}?waiting=reason").content.decode()
    one = screen.get(reverse("admin:network_takedown_change", args=[made.pk]))
    assert "Se ve a mi hija" in one.content.decode()
    assert "vecina@" not in one.content.decode()
    for name in ("change", "delete"):
        address = reverse(f"admin:network_takedown_{name}", args=[made.pk])
        assert screen.post(address, {"reason": "x", "post": "yes"}).status_code == 403


def test_an_address_does_not_tell_whether_something_hidden_stands_there(town):
    """A draft, a hidden town, and what was never there get one and the same answer."""
    draft = factories.ActivityFactory(owner=town)
    hidden = factories.MunicipalityFactory(shown=False)
    client = Client()
    for there, nowhere in {
        f"/es/bitacora/{draft.pk}/": f"/es/bitacora/{draft.pk + 900}/",
        f"/es/red/municipios/{hidden.slug}/": "/es/red/municipios/gt-no-existe/",
    }.items():
        told = []
        for address in (there, nowhere):
            answer = post(client, "", address=address)
            told.append((answer.status_code, dict(answer.context["form"].errors)))
        assert told[0] == told[1], there
        assert told[0][0] == 422
