"""How each public measure went, in the report and from its snapshot alone."""

import copy
import datetime
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.utils import timezone

from municipio_seguro.models import Measure, MeasureEntry, Snapshot
from municipio_seguro.papers.report import paper_of
from municipio_seguro.reports import report_of
from municipio_seguro.reports.following import history_told
from municipio_seguro.services import following, publishing, snapshot_plan
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
ES = "/es/municipio-seguro/"


@pytest.fixture
def done():
    """A measure that moved with public words, and words that only its people read."""
    plant_pages()
    cache.clear()
    town = factories.a_town()
    measure = factories.a_measure(town, visibility="public")
    for text, public in (("Se abrió la zanja", True), ("Falta cemento", False)):
        told = following.Told(text_es=text, public=public)
        following.tell_measure(measure=measure, by=town.clerk, told=told)
    following.move_measure(measure=measure, by=town.clerk, to="running")
    return publishing.publish(assessment=factories.validated(town), by=town.reviewer)


def content_of(done):
    return copy.deepcopy(done.snapshots.get().content)


def test_the_report_tells_what_is_public_of_each_measure_and_no_more(client, done):
    text = client.get(f"{ES}{done.slug}/").content.decode()
    part = text.split('id="follow-up"')[1].split('id="answers"')[0]
    assert "Se abrió la zanja" in part
    assert "Falta cemento" not in text
    assert "Falta cemento" not in str(content_of(done))
    [row] = history_told(content_of(done))
    [change] = row["changes"]
    assert (change["moved"], change["text"]["words"]) == ("", "Se abrió la zanja")


def test_a_snapshot_from_before_is_read_without_history(client, done):
    content = content_of(done)
    for each in content["measures"]:
        del each["entries"], each["finished_on"], each["asleep"]
    old = Snapshot(assessment=done, content=content, sha256="0" * 64)
    told = report_of(old, done.instrument.instrument, {})
    assert told["history"] is None
    assert paper_of(told, done.slug).blocks


@pytest.mark.parametrize(
    ("status", "due", "finished", "asleep", "words"),
    [
        ("finished", 0, -1, False, "Terminada a tiempo"),
        ("verified", -5, -1, False, "Terminada con atraso"),
        ("verified", -5, None, False, "Verificada"),
        ("running", -1, None, True, "Atrasada"),
        ("running", 30, None, True, "Dormida"),
        ("running", 30, None, False, "En ejecución"),
        ("proposed", 30, None, False, "Propuesta"),
    ],
)
def test_each_is_done_late_asleep_or_going_on(
    done, status, due, finished, asleep, words
):
    content = content_of(done)
    today = timezone.localdate()

    def day(many):
        return (today + datetime.timedelta(days=many)).isoformat()

    [measure] = content["measures"]
    measure |= {
        "status": status,
        "due_on": day(due),
        "finished_on": None if finished is None else day(finished),
        "asleep": asleep,
    }
    [row] = history_told(content)
    assert row["state"].startswith(words)


@pytest.mark.parametrize(("days", "asleep"), [(90, False), (91, True)])
def test_what_nobody_told_of_for_90_days_sleeps(done, monkeypatch, days, asleep):
    later = timezone.localdate() + datetime.timedelta(days=days)
    clock = SimpleNamespace(localdate=lambda: later)
    monkeypatch.setattr(snapshot_plan, "timezone", clock)
    [told] = snapshot_plan.measures_told(done)
    assert told["asleep"] is asleep
    assert told["finished_on"] is None


def test_the_day_it_was_finished_is_kept(done):
    measure = Measure.objects.get()
    MeasureEntry.objects.create(
        measure=measure,
        on="2026-11-02",
        to_status="finished",
        progress=100,
        text_es="Se terminó",
    )
    [told] = snapshot_plan.measures_told(done)
    assert told["finished_on"] == "2026-11-02"
    assert "Se terminó" not in str(told["entries"])
