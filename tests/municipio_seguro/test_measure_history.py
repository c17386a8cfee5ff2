"""How each public measure went, in the report and from its snapshot alone."""

import copy
import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from municipio_seguro.models import Snapshot
from municipio_seguro.papers.report import paper_of
from municipio_seguro.reports import report_of
from municipio_seguro.reports.following import history_told
from municipio_seguro.services import following, publishing
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
    assert [each["moved"] for each in row["changes"]] == ["En ejecución", ""]


def test_a_snapshot_from_before_is_read_without_history(client, done):
    content = content_of(done)
    for each in content["measures"]:
        del each["entries"], each["told_on"]
    old = Snapshot(assessment=done, content=content, sha256="0" * 64)
    told = report_of(old, done.instrument.instrument, {})
    assert told["history"] is None
    assert paper_of(told, done.slug).blocks


@pytest.mark.parametrize(
    ("status", "due", "moved", "words"),
    [
        ("finished", 0, ("finished", -1), "Terminada a tiempo"),
        ("verified", -5, ("finished", -1), "Terminada con atraso"),
        ("running", -1, ("running", -2), "Atrasada"),
        ("running", 30, ("running", -91), "Dormida"),
        ("running", 30, ("running", -90), "En ejecución"),
        ("proposed", 30, None, "Propuesta"),
    ],
)
def test_each_is_done_late_asleep_or_going_on(done, status, due, moved, words):
    content = content_of(done)
    today = timezone.localdate()

    def day(many):
        return (today + datetime.timedelta(days=many)).isoformat()

    entry = moved and {"on": day(moved[1]), "to": moved[0]}
    [measure] = content["measures"]
    measure |= {
        "status": status,
        "due_on": day(due),
        "approved_on": day(-400),
        "told_on": entry["on"] if entry else None,
        "entries": [entry] if entry else [],
    }
    [row] = history_told(content)
    assert row["state"].startswith(words)
