"""Addresses of films on other sites, in the forms that people paste."""

import pytest

from experiences.choices import Provider
from experiences.media.outside import LAST_SECOND, NotAFilm, Outside, film_at

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "pasted",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"http://youtube.com/watch?v={ID}",
        f"youtube.com/watch?v={ID}",
        f"  https://m.youtube.com/watch?v={ID}&feature=share  ",
        f"https://www.youtube.com/watch?list=PL123&v={ID}&index=2",
        f"https://www.youtube.com/watch?app=desktop&amp;v={ID}",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}",
        f"https://youtu.be/{ID}?si=abc_DEF",
        f"YOUTU.BE/{ID}",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://youtube.com/shorts/{ID}?feature=share",
        f"https://www.youtube.com/embed/{ID}?rel=0",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"https://www.youtube.com/live/{ID}",
        f"https://www.youtube.com/v/{ID}",
        f"Mire este video: https://youtu.be/{ID}.",
        f'<iframe width="560" src="https://www.youtube.com/embed/{ID}" allowfullscreen></iframe>',
        f"//www.youtube.com/watch?v={ID}",
    ],
)
def test_each_form_of_youtube_names_the_film(pasted):
    assert film_at(pasted) == Outside(Provider.YOUTUBE, ID)


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("?t=90", 90),
        ("?t=1m30s", 90),
        ("?t=1h2m3s", 3723),
        ("?start=12", 12),
        ("#t=7s", 7),
        ("?t=ahora", 0),
        ("?t=99999999999999999999", LAST_SECOND),
    ],
)
def test_the_moment_in_an_address_is_kept(said, second):
    found = film_at(f"https://youtu.be/{ID}{said}")
    assert found.second == second
    assert (f"start={second}" in found.address) == bool(second)


@pytest.mark.parametrize(
    ("pasted", "number", "key"),
    [
        ("https://vimeo.com/123456789", "123456789", ""),
        ("vimeo.com/123456789?share=copy", "123456789", ""),
        ("https://vimeo.com/123456789/0a1b2c3d4e", "123456789", "0a1b2c3d4e"),
        (
            "https://player.vimeo.com/video/123456789?h=0a1b2c3d4e",
            "123456789",
            "0a1b2c3d4e",
        ),
        ("https://vimeo.com/channels/staffpicks/123456789", "123456789", ""),
        ("https://vimeo.com/groups/ciudades/videos/123456789", "123456789", ""),
        ("https://vimeo.com/showcase/7654321/video/123456789", "123456789", ""),
        ("https://vimeo.com/123456789#t=30s", "123456789", ""),
    ],
)
def test_each_form_of_vimeo_names_the_film(pasted, number, key):
    found = film_at(pasted)
    assert (found.provider, found.number, found.key) == (Provider.VIMEO, number, key)


@pytest.mark.parametrize(
    ("pasted", "number"),
    [
        ("https://www.facebook.com/watch/?v=1234567890", "1234567890"),
        ("https://m.facebook.com/watch?v=1234567890&_rdr", "1234567890"),
        ("https://www.facebook.com/watch/live/?v=1234567890", "1234567890"),
        ("https://es-la.facebook.com/AlcaldiaX/videos/1234567890/", "1234567890"),
        (
            "https://www.facebook.com/AlcaldiaX/videos/un-titulo/1234567890",
            "1234567890",
        ),
        (
            "https://www.facebook.com/AlcaldiaX/videos/vb.99/1234567890/?type=2",
            "1234567890",
        ),
        ("https://www.facebook.com/video.php?v=1234567890", "1234567890"),
        ("https://www.facebook.com/reel/1234567890", "1234567890"),
        ("https://www.facebook.com/share/v/1AbCdEfGhI/", "share/v/1AbCdEfGhI"),
        (
            "https://www.facebook.com/share/r/1AbCdEfGhI/?mibextid=x",
            "share/r/1AbCdEfGhI",
        ),
        ("https://fb.watch/aBcDeF_1-2/", "fb.watch/aBcDeF_1-2"),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fvideos%2F1234567890%2F&show_text=0",
            "1234567890",
        ),
    ],
)
def test_each_form_of_facebook_names_the_film(pasted, number):
    found = film_at(pasted)
    assert (found.provider, found.number) == (Provider.FACEBOOK, number)
    assert number.split("/")[-1] in found.address


def test_a_link_that_facebook_wrapped_is_unwrapped_once():
    inner = f"https%3A%2F%2Fyoutu.be%2F{ID}"
    assert film_at(f"https://l.facebook.com/l.php?u={inner}&h=AT0").number == ID
    with pytest.raises(NotAFilm):
        film_at("https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php")


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        ("", "no_address"),
        ("el video del parque", "no_address"),
        ("x" * 3_000, "no_address"),
        ("https://[broken", "no_address"),
        ("https://www.tiktok.com/@x/video/123", "other_site"),
        ("https://drive.google.com/file/d/abc/view", "other_site"),
        (f"https://youtube.com.example.org/watch?v={ID}", "other_site"),
        (f"https://notyoutube.com/watch?v={ID}", "other_site"),
        (f"https://example.org/?u=https://youtu.be/{ID}", "other_site"),
        ("https://www.youtube.com/@canal", "no_film"),
        ("https://www.youtube.com/playlist?list=PL123", "no_film"),
        ("https://www.youtube.com/watch?v=short", "no_film"),
        ("https://youtu.be/", "no_film"),
        ("https://youtu.be/<script>", "no_film"),
        ("https://vimeo.com/ciudades", "no_film"),
        ("https://vimeo.com/showcase/7654321", "no_film"),
        ("https://www.facebook.com/AlcaldiaX", "no_film"),
        ("https://www.facebook.com/share/p/1AbCdEfGhI/", "no_film"),
        ("https://fb.watch/", "no_film"),
    ],
)
def test_what_names_no_film_says_why(pasted, code):
    with pytest.raises(NotAFilm) as found:
        film_at(pasted)
    assert found.value.code == code


def test_whoever_pressed_goes_where_fewest_cookies_wait():
    assert (
        Outside(Provider.YOUTUBE, ID).address
        == f"https://www.youtube-nocookie.com/embed/{ID}"
    )
    vimeo = Outside(Provider.VIMEO, "123456789", "0a1b2c3d4e", 30).address
    assert vimeo == "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e#t=30s"


@pytest.mark.parametrize(
    "pasted",
    [
        f"https://www.youtube.com/watch?v={ID}&t=90s",
        "https://vimeo.com/123456789/0a1b2c3d4e#t=30s",
        "https://vimeo.com/123456789",
        "https://www.facebook.com/watch/?v=1234567890",
    ],
)
def test_whoever_corrects_it_reads_the_address_as_it_was_copied(pasted):
    found = film_at(pasted)
    assert found.as_copied == pasted
    assert film_at(found.as_copied) == found
