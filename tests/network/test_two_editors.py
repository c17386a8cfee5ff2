"""Two people of one town hall at one activity: both versions, nothing lost (R5)."""

import pytest
from django.urls import reverse

from network.choices import PeopleShown
from network.choices.activities import Approach
from network.models import Evidence
from network.services.evidence import remove_evidence
from network.services.trash import discard_activity, restore_activity
from network.views.workspace.details import SECTIONS
from tests.network import factories
from tests.network.desk import signed_in
from tests.network.test_evidence_services import piece_of
from tests.page_forms import forms_of

pytestmark = pytest.mark.django_db
# What each form of an activity is written with, and where it is read again.
WRITTEN = {
    "when": ("place_name", "activity_section"),
    "people": ("women-unknown", "activity_section"),
    "audience": ("approach", "activity_section"),
    "results": ("result_es", "activity_section"),
    "cost": ("cost", "activity_section"),
    "": ("what_happened", "activity_edit"),
    "partners": ("form-0-name", "activity_partners"),
}

VALUES = {
    "cost": ("31", "47"),
    "women-unknown": ("31", "47"),
    "approach": ("situational", "community"),
}


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def draft(town):
    return factories.ActivityFactory(owner=town)


@pytest.fixture
def ana(town):
    return factories.staff_of(town, name="Ana")


@pytest.fixture
def luis(town):
    return factories.staff_of(town, name="Luis")


def where(draft, name):
    _field, view = WRITTEN[name]
    more = {"name": name} if view == "activity_section" else {}
    return reverse(f"network:{view}", kwargs={"pk": draft.pk, **more})


def opened(client, address):
    """The page's form as a browser holds it, with the main button pressed."""
    answer = client.get(address)
    known = {"version", "seen"}
    form = next(each for each in forms_of(answer, address) if known & each.kinds.keys())
    return {**form.values, "form-0-kind": "police", "action": "draft"}


def test_every_section_stands_here():
    assert SECTIONS.keys() <= WRITTEN.keys()


@pytest.mark.parametrize("name", WRITTEN)
def test_the_second_sees_both_and_overwrites_nothing(ana, luis, draft, name):
    address = where(draft, name)
    mine, theirs = opened(signed_in(ana), address), opened(signed_in(luis), address)
    field = WRITTEN[name][0]
    one, two = VALUES.get(field, ("Uno", "Dos"))
    first = signed_in(luis).post(address, {**theirs, field: one})
    assert first.status_code == 302, first.content.decode()
    answer = signed_in(ana).post(address, {**mine, field: two})
    assert answer.status_code == 409
    page = answer.content.decode()
    labels = {code: str(label) for code, label in Approach.choices}
    assert all(labels.get(each, each) in page for each in (one, two))
    version = draft.version
    draft.refresh_from_db()
    assert draft.version == version + 1


@pytest.mark.parametrize("name", WRITTEN)
def test_what_was_written_while_the_draft_was_discarded_comes_back(
    ana, luis, draft, name
):
    address = where(draft, name)
    mine = opened(signed_in(ana), address)
    field = WRITTEN[name][0]
    typed = VALUES.get(field, ("", "Lo que escribí"))[1]
    discard_activity(activity=draft, by=luis)
    answer = signed_in(ana).post(address, {**mine, field: typed})
    assert answer.status_code in (409, 422)
    page = answer.content.decode()
    assert typed in page
    assert "papelera" in page
    restore_activity(activity=draft, by=luis)
    again = next(each for each in forms_of(answer, address) if field in each.values)
    sent = signed_in(ana).post(address, {**again.values, "action": "draft"})
    assert sent.status_code in (302, 409)


def test_two_describe_one_photo(ana, luis, draft):
    piece = piece_of(draft, caption="Antes")
    address = reverse("network:evidence_piece", args=[draft.pk, piece.uuid])
    mine, theirs = opened(signed_in(ana), address), opened(signed_in(luis), address)
    shown = {**theirs, "people_shown": PeopleShown.MINORS, "caption": "De Luis"}
    shown.pop("public")
    assert signed_in(luis).post(address, shown).status_code == 302
    answer = signed_in(ana).post(address, {**mine, "caption": "De Ana"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "De Luis" in page
    assert "De Ana" in page
    saved = Evidence.objects.get()
    assert (saved.caption, saved.public) == ("De Luis", False)
    again = next(each for each in forms_of(answer, address) if "seen" in each.values)
    assert signed_in(ana).post(address, again.values).status_code == 302
    assert Evidence.objects.get().caption == "De Ana"


def test_describing_a_photo_that_was_removed_keeps_the_words(ana, luis, draft):
    piece = piece_of(draft)
    address = reverse("network:evidence_piece", args=[draft.pk, piece.uuid])
    mine = opened(signed_in(ana), address)
    remove_evidence(evidence=piece, by=luis)
    answer = signed_in(ana).post(address, {**mine, "caption": "Lo que escribí"})
    assert answer.status_code == 422
    assert "Lo que escribí" in answer.content.decode()
