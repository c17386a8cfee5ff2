import gzip

from django.template.loader import render_to_string

from network.maps import (
    HEIGHT,
    TARGET_RADIUS,
    WIDTH,
    Lamp,
    MapCountry,
    clip,
    outlines,
    project,
    region_map,
    ring_path,
)

GUATEMALA = MapCountry("GT", "Guatemala", "/es/red/paises/guatemala/")
SANTA_TECLA = Lamp("Santa Tecla", "/st/", 13.68, -89.28, lit=True, label=True)


def test_project_puts_north_up_and_west_left():
    assert project(-92.6, 20.2) == (0, 0)
    assert project(-67.8, 6.8) == (WIDTH, HEIGHT)


def test_clip_keeps_only_the_window():
    assert clip([(-120.0, 30.0), (-119.0, 30.0), (-119.0, 31.0)]) == []
    square = [(-100.0, 0.0), (-50.0, 0.0), (-50.0, 40.0), (-100.0, 40.0)]
    assert len(clip(square)) == 4
    assert min(x for x, _y in clip(square)) > -94


def test_ring_path_is_relative_whole_steps_and_drops_specks():
    path = ring_path([(-90.0, 15.0), (-89.0, 15.0), (-89.0, 16.0)])
    assert path == "M101 208l39 0 0-40z"
    assert ring_path([(-90.0, 15.0), (-89.99, 15.0), (-89.99, 15.01)]) == ""


def test_outlines_hold_every_country_of_the_region():
    assert {"GT", "BZ", "SV", "HN", "NI", "CR", "PA", "DO"} <= set(outlines())


def test_region_map_leaves_out_lamps_outside_the_window():
    drawn = region_map(
        [SANTA_TECLA, Lamp("El Paso", "/ep/", 31.8, -106.4)], [GUATEMALA]
    )
    assert [lamp["name"] for lamp in drawn["lamps"]] == ["Santa Tecla"]


def test_region_map_gives_close_lamps_one_target():
    near = Lamp("Nuevo Cuscatlán", "/nc/", 13.65, -89.27)
    drawn = region_map([near, SANTA_TECLA], [])
    assert [(lamp["name"], lamp["linked"]) for lamp in drawn["lamps"]] == [
        ("Santa Tecla", True),
        ("Nuevo Cuscatlán", False),
    ]
    assert TARGET_RADIUS * 2 * 600 / WIDTH >= 24


def test_region_map_labels_do_not_collide():
    crowd = [
        Lamp(f"Municipio número {n}", "/", 13.6 + n * 0.02, -89.3, lit=True, label=True)
        for n in range(12)
    ]
    labels = region_map(crowd, [GUATEMALA])["labels"]
    assert 0 < len(labels) < 12
    assert len({(label["x"], label["y"]) for label in labels}) == len(labels)


def test_map_template_names_its_links_and_stays_small():
    lamps = [
        Lamp(f"Municipio {n}", f"/es/red/municipios/m-{n}/", 9 + n % 8, -90 + n / 4)
        for n in range(60)
    ]
    context = {"map": region_map(lamps, [GUATEMALA]), "label": "Mapa"}
    html = render_to_string("network/map.html", context)
    assert "<title>Guatemala</title>" in html
    assert "style=" not in html
    assert len(gzip.compress(html.encode())) <= 7 * 1024
