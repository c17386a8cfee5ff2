"""What a report draws: bars, radar and matrix, the same on the page and on paper."""

import copy
import io
import re
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from django.core.cache import cache

from municipio_seguro.papers.report import paper_of
from municipio_seguro.reports import report_of
from municipio_seguro.reports.radar import radar_of
from municipio_seguro.services import publishing
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
ES = "/es/municipio-seguro/"


@pytest.fixture
def done():
    plant_pages()
    cache.clear()
    town = factories.a_town()
    factories.public_risk(town)
    return publishing.publish(assessment=factories.validated(town), by=town.reviewer)


def radar_with(done, **scores):
    """The radar of its snapshot, some dimensions told otherwise."""
    content = copy.deepcopy(done.snapshots.get().content)
    for code, told in scores.items():
        content["figures"]["dimensions"][code] |= told
    return radar_of(done.instrument.instrument, content)


def test_the_radar_has_eight_axes_in_the_order_of_the_instrument(done):
    found = radar_with(done)
    codes = [each.code for each in done.instrument.instrument.dimensions]
    assert [each["code"] for each in found["axes"]] == codes
    assert len(codes) == 8
    assert found["outline"].count("M") == 8
    assert (found["axes"][0]["x"], found["axes"][0]["y"]) == ("160.0", "35.0")


def test_what_is_not_shown_is_a_gap_and_no_zero(done):
    nothing = {"score": None, "between": None}
    found = radar_with(done, GRD=nothing, INS=nothing)
    assert found["outline"].count("M") == 4
    assert len(found["dots"]) == 6
    assert "160.0 140.0" not in found["outline"]
    between = radar_with(done, CON={"score": None, "between": ["10.0", "20.0"]})
    assert len(between["between"]) == 1
    assert between["outline"].count("M") == 6


@pytest.mark.parametrize("base", [ES, "/en/municipio-seguro/"])
def test_the_page_draws_the_radar_after_the_bars_with_its_table(client, done, base):
    text = client.get(f"{base}{done.slug}/").content.decode()
    assert text.index("bars-title") < text.index("radar-title")
    radar = re.search(r"<svg[^>]*score-radar.*?</svg>", text, re.S)[0]
    assert 'role="img"' in radar
    assert 'fill="none" stroke="#08306b"' in radar
    assert 'href="#dimensions-table"' in text
    assert 'id="dimensions-table"' in text


def test_every_drawing_on_paper_is_svg_and_says_what_it_is(done):
    told = report_of(done.snapshots.get(), done.instrument.instrument, {})
    drawn = [block for block in paper_of(told, done.slug).blocks if block.drawing]
    assert len(drawn) == 4
    for block in drawn:
        assert ET.fromstring(block.drawing).tag.endswith("svg")  # noqa: S314  our own
        assert block.words
    letters = re.findall(r">([BMAE])(?:: \d)?</text>", drawn[-1].drawing)
    assert len(letters) == 25
    assert ">A: 1</text>" in drawn[-1].drawing


def test_the_paper_with_its_drawings_is_tagged(client, done):
    answer = client.get(f"{ES}{done.slug}.pdf")
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert len(document.pages) >= 3
