"""What is told of the past cannot be dated in the future: beside its field, in the
service, and before it is sent."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from experiences.forms.films import FilmForm
from experiences.forms.rows import MilestoneForm, OutcomeForm
from experiences.models import ExperienceDocument, ExperienceMilestone
from experiences.services import films
from experiences.services.completeness import missing_to_submit
from experiences.services.films import missing_of_film
from experiences.services.writing import save_section
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory, OutcomeFactory
from tests.experiences.film_factories import FilmFactory
from tests.experiences.test_workspace_views import ABOUT
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db
NEXT = timezone.localdate().year + 1
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)
DAY = "Esa fecha todavía no llega."
YEAR = "Ese año todavía no llega"


def boxes(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"finished_year": str(NEXT)}, "Todavía no termina: deje esto en blanco"),
        (boxes("systematised_on", TOMORROW), DAY),
        ({"cost_year": str(NEXT)}, YEAR),
    ],
)
def test_of_what_it_is_about(wrong, sentence):
    draft = ExperienceFactory(told={})
    address = reverse("experiences:section", args=[draft.pk, "about"])
    browser = signed_in(staff_of(draft.owner))
    answer = browser.post(address, ABOUT | wrong)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    this_year = {"finished_year": str(NEXT - 1), "cost_year": str(NEXT - 1)}
    sent = ABOUT | this_year | {"places": [draft.owner.place_id]}
    assert browser.post(address, sent).status_code == 302


def test_of_milestones_outcomes_and_films():
    milestone = MilestoneForm({"when_2": NEXT, "when_year": NEXT, "text_es": "Ya."})
    assert DAY in str(milestone.errors["when"])
    documents = ExperienceDocument.objects.none()
    typed = {"text_es": "Menos pleitos", "cost_per_person": "2", "cost_year": NEXT}
    outcome = OutcomeForm(typed, documents=documents)
    assert YEAR in str(outcome.errors["cost_year"])
    film = FilmForm({"year": NEXT}, film=FilmFactory())
    assert YEAR in str(film.errors["year"])


@pytest.mark.parametrize(
    ("section", "values", "rows"),
    [
        ("about", {"ended": TOMORROW}, {}),
        ("about", {"systematised_on": TOMORROW}, {}),
        ("about", {"cost_year": NEXT}, {}),
        ("process", {}, {"milestones": [{"on": TOMORROW, "text_es": "Ya."}]}),
        ("outcomes", {}, {"outcomes": [{"text_es": "Ya.", "cost_year": NEXT}]}),
    ],
)
def test_the_service_refuses_it_and_changes_nothing(section, values, rows):
    draft = ExperienceFactory()
    by = staff_of(draft.owner)
    with pytest.raises(Refused, match=DAY):
        save_section(
            experience=draft,
            section=section,
            by=by,
            version=0,
            values=values,
            rows=rows,
        )
    version = draft.version
    draft.refresh_from_db()
    assert draft.version == version
    assert not draft.milestones.exists()


def test_of_a_film_too():
    film = FilmFactory(year=2012)
    by = staff_of(film.owner)
    with pytest.raises(Refused, match=DAY):
        films.save_film(film=film, by=by, version=film.version, values={"year": NEXT})
    film.refresh_from_db()
    assert film.year == 2012
    film.year = NEXT
    assert "El año del video todavía no llega: corríjalo." in missing_of_film(film)


def test_what_was_saved_before_is_told_before_it_is_sent():
    draft = ExperienceFactory(
        ended=TOMORROW, systematised_on=TOMORROW, cost_band="low", cost_year=NEXT
    )
    ExperienceMilestone.objects.create(experience=draft, on=TOMORROW, text_es="Ya.")
    OutcomeFactory(experience=draft, cost_band="low", cost_year=NEXT)
    missing = missing_to_submit(draft)
    assert {key: len(found) for key, found in missing.items()} == {
        "about": 3,
        "process": 1,
        "outcomes": 1,
    }
