"""The secretariat reads histories and dates in words."""

import datetime

import pytest
from django.urls import reverse

from network.choices import ReviewState
from network.models import Milestone
from network.services.review import approve_activity
from tests.network.desk import submitted

pytestmark = pytest.mark.django_db
YEAR = datetime.date(2013, 1, 1)


def page(client, name, *arguments):
    return client.get(reverse(f"admin:network_{name}", args=arguments)).content.decode()


def test_history_of_an_activity_is_in_words(screen, secretariat):
    activity = submitted(title_es="Taller")
    approve_activity(activity=activity, by=secretariat)
    activity.title_es = "Taller de mediación"
    activity.save()
    told = page(screen, "activity_history", activity.pk)
    assert "En revisión → Aprobada" in told
    assert f"— → {secretariat.name}" in told
    assert "(en español):</strong> Taller → Taller de mediación" in told
    assert told.count("Taller de mediación</li>") == 1
    for raw in (ReviewState.APPROVED, "None", "pk=", "+00:00", "[es]"):
        assert raw not in told


def test_a_year_is_never_shown_as_a_day(screen):
    activity = submitted(
        started=YEAR, ended=None, date_precision="year", date_uncertain=True
    )
    Milestone.objects.create(
        key="h", title_es="Hito", started=YEAR, date_precision="year"
    )
    for name, *arguments in (
        ("activity_changelist",),
        ("activity_change", activity.pk),
        ("milestone_changelist",),
    ):
        told = page(screen, name, *arguments)
        assert ">2013" in told, name
        assert "enero de 2013" not in told.replace("<option", ""), name
    assert "(fecha incierta)" in page(screen, "activity_change", activity.pk)


def test_a_known_year_stays_a_year_in_the_history(screen):
    milestone = Milestone.objects.create(
        key="h", title_es="Hito", started=YEAR, date_precision="year"
    )
    milestone.started = datetime.date(2014, 1, 1)
    milestone.save()
    assert "2013 → 2014" in page(screen, "milestone_history", milestone.pk)


def test_labels_name_the_language(screen):
    told = page(screen, "association_add")
    assert "Nombre (en español)" in told
    assert "Nombre (en inglés)" in told
