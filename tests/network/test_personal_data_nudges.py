"""Personal data in the texts of an activity: a sentence, one question, never a wall."""

import uuid

import pytest
from django.urls import reverse

from network.choices import ReviewState, Role
from network.forms.quick import QuickLogForm
from network.models import Activity, ActivityCount, ActivityPartner
from network.services.marks import marks_of
from tests.network import factories
from tests.network.desk import post_action, signed_in, submitted

pytestmark = pytest.mark.django_db

TELLING = "Se habló con la niña de nombre Karla, DUI 04567891-2."
QUIET = "Se habló con 25 mujeres en 2026."


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


@pytest.fixture
def reviewer(town):
    association = town.affiliations.get().association
    return factories.staff_of(association, Role.REVIEWS)


def filled(kind, text):
    return {
        "client_uuid": uuid.uuid4(),
        "kind": kind.pk,
        "started_day": "3",
        "started_month": "2",
        "started_year": "2026",
        "what_happened": text,
        "action": "submit",
    }


def test_the_field_says_it_and_is_described_by_it():
    form = QuickLogForm({"what_happened": TELLING})
    field = form["what_happened"]
    assert len(field.nudges) == 2
    assert "id_what_happened_nudge" in str(field)
    assert "id_what_happened_helptext" in str(field)
    quiet = QuickLogForm({"what_happened": QUIET})["what_happened"]
    assert quiet.nudges == []
    assert "nudge" not in str(quiet)


def test_it_is_saved_asked_about_once_and_then_sent(clerk):
    browser = signed_in(clerk)
    kind = factories.ActivityKindFactory()
    answer = browser.post(reverse("network:quick_log"), filled(kind, TELLING))
    activity = Activity.objects.get()
    question = reverse("network:activity_submit", args=[activity.pk])
    assert answer["Location"] == question
    assert activity.what_happened_es == TELLING
    assert activity.review_state == ReviewState.DRAFT
    page = browser.get(question).content.decode()
    assert "04567891-2" in page
    assert f'name="looked" value="{activity.version}"' in page
    # Pressed elsewhere without having looked, it asks; having looked, it goes.
    assert browser.post(question).status_code == 200
    answer = browser.post(question, {"looked": activity.version})
    assert answer["Location"] == reverse("network:activity_sent", args=[activity.pk])
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.SUBMITTED


def test_quiet_texts_are_sent_without_a_question(clerk):
    browser = signed_in(clerk)
    kind = factories.ActivityKindFactory()
    browser.post(reverse("network:quick_log"), filled(kind, QUIET))
    assert Activity.objects.get().review_state == ReviewState.SUBMITTED


def test_a_form_that_was_sent_before_still_leads_to_its_confirmation(clerk):
    browser = signed_in(clerk)
    form = filled(factories.ActivityKindFactory(), TELLING)
    browser.post(reverse("network:quick_log"), form)
    activity = Activity.objects.get()
    question = reverse("network:activity_submit", args=[activity.pk])
    browser.post(question, {"looked": activity.version})
    answer = browser.post(reverse("network:quick_log"), form)
    assert answer["Location"] == reverse("network:activity_sent", args=[activity.pk])


def test_the_draft_s_page_shows_the_mark(clerk, town):
    draft = factories.ActivityFactory(owner=town, what_happened_es=TELLING)
    page = signed_in(clerk).get(reverse("network:activity", args=[draft.pk]))
    assert [mark.words for mark in page.context["marks"]]
    assert "04567891-2" in page.content.decode()


def test_reviewers_see_the_mark_and_do_not_approve_in_passing(town, reviewer):
    marked = submitted(owner=town, what_happened_es=TELLING)
    quiet = submitted(owner=town, what_happened_es=QUIET)
    browser = signed_in(reviewer)
    inbox = reverse("network:inbox")
    rows = {row.pk: row.marks for row in browser.get(inbox).context["rows"]}
    assert rows[marked.pk]
    assert not rows[quiet.pk]
    browser.post(inbox, {"activity": [marked.pk, quiet.pk]})
    states = dict(Activity.objects.values_list("pk", "review_state"))
    assert states == {
        marked.pk: ReviewState.SUBMITTED,
        quiet.pk: ReviewState.APPROVED,
    }
    one = reverse("network:review_activity", args=[marked.pk])
    assert "04567891-2" in browser.get(one).content.decode()
    browser.post(one, {"action": "approve", "prevention_level": "primary"})
    marked.refresh_from_db()
    assert marked.review_state == ReviewState.APPROVED


def test_nor_does_the_secretariat_from_its_list(screen, town):
    marked = submitted(owner=town, what_happened_es=TELLING)
    post_action(screen, "activity", "approve", [marked])
    marked.refresh_from_db()
    assert marked.review_state == ReviewState.SUBMITTED


def test_partners_and_captions_are_looked_at_too(town):
    draft = factories.ActivityFactory(owner=town, what_happened_es=QUIET)
    assert marks_of(draft) == []
    ActivityPartner.objects.create(
        activity=draft, kind="community", name="ADESCO", contribution="tel. 7123-4567"
    )
    assert [mark.words for mark in marks_of(draft)] == ["tel. 7123-4567"]


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Participaron 25 personas.", ["25"]),
        ("Fueron 1,203 en total.", ["1203"]),
        ("Llegaron 22 mujeres.", []),
        ("El 25/11/2026, casa 25-3, Q25.50 y 2500 volantes.", []),
    ],
)
def test_a_total_in_the_text_that_gives_a_hidden_figure_away(town, text, telling):
    draft = factories.ActivityFactory(
        owner=town, what_happened_es=text, is_sensitive=True, title_es="Charla"
    )
    base = 1200 if "1,203" in text else 22
    for sex, people in (("women", base), ("men", 3)):
        ActivityCount.objects.create(activity=draft, sex=sex, people=people)
    assert [mark.words for mark in marks_of(draft)] == telling
    draft.is_sensitive = False
    assert marks_of(draft) == []
