"""Keys of another purpose, roles written by hand, dated roles: one clear sentence each."""

import datetime

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from network.choices import Role
from network.models import Activity, Appointment, TakeDown
from network.services.people import invite
from network.services.people.secrets import token_of
from network.views.take_down import SALT
from tests.network import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def offer(town):
    boss = factories.staff_of(town, Role.COORDINATES)
    whom = {"email": "ana@ejemplo.test", "name": "Ana", "role": Role.RECORDS}
    return invite(**whom, organisation=town, by=boss)[0]


def altered(text):
    """Every text that differs from this one by one of its last letters."""
    for at in range(len(text) - 8, len(text)):
        other = "A" if text[at] != "A" else "B"
        yield f"{text[:at]}{other}{text[at + 1 :]}"


def page_of(name, token, language):
    with override(language):
        return reverse(name, args=[token])


def one_sentence(answer, language):
    page = answer.content.decode()
    assert answer.status_code == 404
    assert f'lang="{language}"' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_link_altered_by_one_letter_leads_nowhere(offer, language):
    request = TakeDown.objects.create(
        kind="page", key="/es/", why="error", asked_at=timezone.now()
    )
    links = {
        "invitation": token_of(offer),
        "take_down_thanks": signing.dumps(request.pk, salt=SALT),
    }
    for name, token in links.items():
        assert Client().get(page_of(name, token, language)).status_code == 200
        for wrong in altered(token):
            one_sentence(Client().get(page_of(name, wrong, language)), language)
            if name == "invitation":
                one_sentence(Client().post(page_of(name, wrong, language)), language)
    offer.refresh_from_db()
    assert offer.accepted_at is None


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_token_of_another_purpose_opens_nothing(offer, language):
    request = TakeDown.objects.create(
        kind="page", key="/es/", why="error", asked_at=timezone.now()
    )
    body = [offer.pk, offer.code_hash[:16]]
    tokens = {
        "invitation": [
            signing.dumps(body, salt=SALT),
            signing.dumps(body, salt="network.typist"),
            signing.dumps(request.pk, salt=SALT),
            signing.dumps({"a": 1}, salt="network.invitation"),
            signing.dumps([1], salt="network.invitation"),
            signing.dumps([None, 5], salt="network.invitation"),
        ],
        "take_down_thanks": [
            token_of(offer),
            signing.dumps(request.pk, salt="network.invitation"),
            signing.dumps("x", salt=SALT),
            signing.dumps({"a": [1]}, salt=SALT),
            signing.dumps(None, salt=SALT),
            signing.dumps("9" * 400, salt=SALT),
        ],
    }
    for name, wrong in tokens.items():
        for token in wrong:
            one_sentence(Client().get(page_of(name, token, language)), language)


@pytest.mark.parametrize("written", [{"role": "administers"}, {"organisation": "1"}])
def test_a_role_written_into_a_form_gives_none(town, written):
    clerk = factories.staff_of(town)
    browser = signed_in(clerk)
    forms = (
        (reverse("account_front"), {"name": "Ana", "language": "es"}),
        (reverse("network:quick_log"), {"action": "draft"}),
        (reverse("network:activities_prepare"), {}),
    )
    for address, fields in forms:
        more = {"is_superuser": "on", "is_staff": "on", "roles": "secretariat"}
        assert browser.post(address, {**fields, **more, **written}).status_code < 500
    clerk.refresh_from_db()
    assert (clerk.is_superuser, clerk.is_staff) == (False, False)
    row = Appointment.objects.get(person=clerk)
    assert (row.role, row.organisation_id) == (Role.RECORDS, town.pk)


@pytest.fixture
def two_towns(town):
    """Somebody who coordinates one municipality and only reads in another."""
    other = factories.reviewed_municipality()
    person = factories.staff_of(town, Role.COORDINATES)
    factories.AppointmentFactory(person=person, organisation=other, role=Role.READS)
    return person, other


def test_a_person_in_two_towns_has_in_each_only_its_role(town, two_towns):
    person, other = two_towns
    browser = signed_in(person)
    here = factories.ActivityFactory(owner=town)
    there = factories.ActivityFactory(owner=other, place_name="Allá")
    assert browser.get(reverse("network:activity", args=[there.pk])).status_code == 200
    for name in ("activity_edit", "activity_details", "activity_evidence"):
        assert (
            browser.get(reverse(f"network:{name}", args=[here.pk])).status_code == 200
        )
        for method in (browser.get, browser.post):
            answer = method(reverse(f"network:{name}", args=[there.pk]))
            assert answer.status_code in (404, 405)
    discard = reverse("network:activity_act", args=[there.pk, "discard"])
    assert browser.post(discard).status_code == 403
    assert browser.get(reverse("network:invite", args=[other.pk])).status_code == 404
    sent = browser.post(
        reverse("network:quick_log"), {"owner": other.slug, "what_happened": "x"}
    )
    assert sent.status_code == 404
    there.refresh_from_db()
    assert there.place_name == "Allá"
    assert Activity.objects.filter(owner=other).count() == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("es", "Su nombramiento empieza el"), ("en", "Your appointment begins on")],
)
def test_a_role_that_begins_tomorrow_opens_nothing_and_says_so(
    town, language, sentence
):
    day = timezone.localdate() + datetime.timedelta(days=1)
    person = factories.AppointmentFactory(organisation=town, valid_from=day).person
    browser = signed_in(person)
    with override(language):
        answer = browser.get(reverse("workspace:home"))
    assert answer.status_code == 403
    assert sentence in answer.content.decode()
    Appointment.objects.update(valid_from=timezone.localdate())
    with override(language):
        assert browser.get(reverse("workspace:home")).status_code == 200


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_last_administrator_is_told_why_they_stay(language):
    association = factories.AssociationFactory()
    boss = factories.staff_of(association, Role.ADMINISTERS)
    own = boss.appointments.get()
    with override(language):
        address = reverse("network:end_appointment", args=[own.pk])
        browser = signed_in(boss)
        answer = browser.post(address, {"reason": ""}, follow=True)
    words = {"es": "Nadie más administra", "en": "Nobody else administers"}[language]
    assert words in answer.content.decode()
    own.refresh_from_db()
    assert own.ended_at is None
