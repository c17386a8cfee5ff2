"""The map of twinnings: where things are drawn, which arcs, what is left out."""

import gzip
import re

import pytest
from django.template.loader import render_to_string

from twinnings.maps import (
    HEIGHT,
    MEMBERS,
    MOST_BETWEEN,
    MOST_LABELS,
    MOST_LINKED,
    WIDTH,
    Drawn,
    End,
    arc,
    outlines,
    pairs_of,
    place_on_map,
    project,
    twinning_map,
)

SANTA_ANA = End("p1", "Santa Ana", "US", "/sa/", 33.74, -117.88)
MIXCO = End("p2", "Mixco", "GT", "/mx/", 14.63, -90.6)
SONSONATE = End("p3", "Sonsonate", "SV", "/so/", 13.72, -89.72)
UNNAMED = End("u4", "3 gobiernos locales de Guatemala", "GT")
MADRID = End("p5", "Madrid", "ES", "/md/", 40.4, -3.7)


def drawn(*ends, name="Uno", url="/uno/"):
    return Drawn(name, url, ends)


def test_north_is_up_west_is_left_and_what_is_near_is_larger():
    (x, y), (east, south) = project(-117.9, 33.7), project(-79.5, 9.0)
    assert x < east
    assert y < south
    here = abs(project(-90, 14)[1] - project(-90, 15)[1])
    far = abs(project(-90, 44)[1] - project(-90, 45)[1])
    assert here > 1.4 * far


def test_the_whole_region_and_the_united_states_lie_on_the_sheet():
    assert set(MEMBERS) <= set(outlines())
    # Cape Flattery, Maine, the Darién, Punta Cana.
    for longitude, latitude in ((-124.7, 48.4), (-67, 47), (-77.2, 8), (-68.4, 18.6)):
        x, y = project(longitude, latitude)
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT
    assert project(100, 15) is None


@pytest.mark.parametrize(
    ("countries", "pairs"),
    [
        (["US", "GT"], [(0, 1)]),
        (["US", "SV", "SV"], [(0, 1), (0, 2)]),
        (["GT", "GT", "GT"], [(0, 1), (1, 2)]),
        (["GT", "SV", "HN"], [(0, 1), (0, 2), (1, 2)]),
        (["GT"], []),
        ([], []),
    ],
)
def test_which_parties_an_arc_joins(countries, pairs):
    assert pairs_of(countries) == pairs


def test_many_parties_are_joined_to_the_one_that_is_alone():
    countries = ["GT"] * 14 + ["US"] + ["GT"] * 5
    pairs = pairs_of(countries)
    assert len(countries) - 1 > MOST_BETWEEN
    assert pairs == [(14, n) for n in range(20) if n != 14]


def test_an_arc_is_the_same_from_either_side_and_the_next_one_rises_higher():
    assert arc((10, 20), (200, 300)) == arc((200, 300), (10, 20))
    assert arc((10, 20), (200, 300)) != arc((10, 20), (200, 300), 1)
    assert re.fullmatch(r"M\d+ \d+Q-?\d+ -?\d+ \d+ \d+", arc((5, 5), (5, 5)))


def test_known_places_have_whole_lines_and_lamps():
    told = twinning_map([drawn(SANTA_ANA, MIXCO)])
    assert told["shown"] == 1
    assert told["sure"].count("M") == 1
    assert told["unsure"] == ""
    assert told["lamps"].count("h0") == 2
    assert {label["name"] for label in told["labels"]} == {"Santa Ana", "Mixco"}


def test_a_country_alone_and_an_uncertain_party_are_dotted():
    told = twinning_map([drawn(SANTA_ANA, UNNAMED)])
    assert (told["sure"], told["unsure"].count("M")) == ("", 1)
    assert [ring["name"] for ring in told["rings"]] == [UNNAMED.name]
    unsure = End("p9", "Boca Chica", "DO", "", 18.45, -69.6, uncertain=True)
    told = twinning_map([drawn(SANTA_ANA, MIXCO, unsure)])
    assert told["sure"].count("M") == 1
    # To both of the others, which are elsewhere.
    assert told["unsure"].count("M") == 2


def test_a_partner_without_a_map_is_left_out_by_name():
    assert place_on_map(MADRID) is None
    assert place_on_map(End("o1", "Una red", "ES")) is None
    told = twinning_map(
        [drawn(SANTA_ANA, MADRID, name="Lejos"), drawn(MIXCO, SONSONATE)]
    )
    assert told["left_out"] == ["Lejos"]
    assert told["shown"] == 1
    words = render_to_string(
        "twinnings/public/map-note.html", {"map": told, "count": 2}
    )
    assert "Lejos" in words
    assert "Se muestran 1 de 2" in " ".join(words.split())


def test_three_parties_of_which_one_has_no_map_join_the_other_two():
    told = twinning_map([drawn(SANTA_ANA, MADRID, MIXCO)])
    assert told["shown"] == 1
    assert told["left_out"] == []
    assert told["lamps"].count("h0") == 2


def test_south_and_south_looks_like_north_and_south():
    told = twinning_map([drawn(MIXCO, SONSONATE), drawn(SANTA_ANA, MIXCO)])
    html = render_to_string("twinnings/map.html", {"map": told, "label": "Mapa"})
    # One path holds both arcs, so nothing can tell them apart.
    assert html.count(f'd="{told["sure"]}"') == 1
    assert told["sure"].count("M") == 2


def many(count):
    return [
        drawn(
            End(f"a{n}", f"Ciudad {n}", "US", f"/a{n}/", 30 + n % 14, -120 + n % 40),
            End(f"b{n}", f"Pueblo {n}", "GT", f"/b{n}/", 14 + n % 3, -91 + n % 2),
            name=f"Ciudad {n} – Pueblo {n}",
            url=f"/es/hermanamientos/ciudad-{n}-pueblo-{n}/",
        )
        for n in range(count)
    ]


def test_links_are_for_few_and_the_template_stays_small():
    few, crowd = twinning_map(many(MOST_LINKED)), twinning_map(many(60))
    assert len(few["links"]) == MOST_LINKED
    assert crowd["links"] == crowd["lamp_links"] == []
    assert crowd["shown"] == 60
    assert len(crowd["labels"]) <= MOST_LABELS
    for told in (few, crowd):
        html = render_to_string("twinnings/map.html", {"map": told, "label": "Mapa"})
        assert len(gzip.compress(html.encode())) <= 6 * 1024


def test_the_map_names_its_links_and_holds_no_style():
    told = twinning_map([drawn(SANTA_ANA, MIXCO, name="Santa Ana – Mixco")])
    html = render_to_string("twinnings/map.html", {"map": told, "label": "Mapa"})
    assert '<a href="/uno/" tabindex="-1"><title>Santa Ana – Mixco</title>' in html
    assert '<a href="/sa/" tabindex="-1"><title>Santa Ana</title>' in html
    assert 'role="group" aria-label="Mapa"' in html
    assert "style=" not in html
