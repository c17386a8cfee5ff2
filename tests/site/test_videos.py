"""Videos in pages: told to machines with what is known of them, and nothing fetched."""

import json
import re

import pytest
from lxml import html

from amuprev.foundation.templatetags.sharing_tags import SHARED_SIZE
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, a_picture, a_standard, an_event

pytestmark = pytest.mark.django_db

# What schema.org and Google know of a video; a word outside is a slip.
WORDS = {
    "@context", "@type", "name", "description", "url", "inLanguage", "duration",
    "uploadDate", "thumbnailUrl", "embedUrl", "contentUrl",
}  # fmt: skip
PLAIN = {
    "title": "Un video", "address": "https://video.example/1", "minutes": None,
    "summary": "Se ve la plaza.", "uploaded": None, "poster": None,
}  # fmt: skip


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def videos_of(client, page) -> list[dict]:
    content = client.get(page.url).content
    texts = html.document_fromstring(content).xpath(
        "//script[@type='application/ld+json']/text()"
    )
    found = [json.loads(text) for text in texts]
    return [told for told in found if told["@type"] == "VideoObject"]


def with_video(make=a_news, **said):
    return make(body=[("video", {**PLAIN, **said})])


@pytest.mark.parametrize("make", [a_news, a_bulletin, a_standard, an_event])
def test_each_kind_of_page_tells_of_its_videos(client, make):
    (told,) = videos_of(client, with_video(make))
    assert told == {
        "@context": "https://schema.org", "@type": "VideoObject", "name": "Un video",
        "description": "Se ve la plaza.", "url": "https://video.example/1",
        "inLanguage": "es",
    }  # fmt: skip


def test_all_that_is_known_is_told_in_the_forms_that_machines_read(client):
    picture = a_picture()
    page = with_video(minutes=4, uploaded="2014-06-03", poster=picture)
    (told,) = videos_of(client, page)
    assert set(told) <= WORDS
    assert (told["duration"], told["uploadDate"]) == ("PT4M", "2014-06-03")
    assert re.fullmatch(r"https?://[^/]+/pictures/[^/]+", told["thumbnailUrl"])
    assert told["thumbnailUrl"].endswith(picture.get_rendition(SHARED_SIZE).url)
    page = client.get(page.url).content.decode()
    assert "3 de junio de 2014" in page
    main = page[page.index("<main") :]
    assert re.search(r"<img [^>]*alt=\"\"", main)


@pytest.mark.parametrize(
    ("address", "word", "told_as"),
    [
        ("https://www.youtube.com/watch?v=AbC_12-xyz0&t=4", "embedUrl",
         "https://www.youtube-nocookie.com/embed/AbC_12-xyz0"),
        ("https://youtu.be/AbC_12-xyz0", "embedUrl",
         "https://www.youtube-nocookie.com/embed/AbC_12-xyz0"),
        ("https://vimeo.com/123456789", "embedUrl",
         "https://player.vimeo.com/video/123456789"),
        ("https://video.example/feria.mp4", "contentUrl",
         "https://video.example/feria.mp4"),
    ],
)  # fmt: skip
def test_where_it_is_played_is_told_when_its_address_tells(
    client, address, word, told_as
):
    (told,) = videos_of(client, with_video(address=address))
    assert told[word] == told_as
    assert len({"embedUrl", "contentUrl"} & set(told)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/playlist?list=AbC",
        "https://youtube.com.example/watch?v=AbC_12-xyz0",
        "https://vimeo.com/canal/feria",
        "https://video.example/mp4",
    ],
)
def test_a_player_is_never_guessed(client, address):
    (told,) = videos_of(client, with_video(address=address))
    assert not {"embedUrl", "contentUrl"} & set(told)


def test_a_frame_that_may_not_be_shown_is_told_to_nobody(client):
    picture = a_picture()
    type(picture).objects.filter(pk=picture.pk).update(people_shown="")
    page = with_video(poster=picture)
    (told,) = videos_of(client, page)
    assert "thumbnailUrl" not in told
    assert "/pictures/" not in client.get(page.url).content.decode()


def test_hostile_words_stay_words(client):
    (told,) = videos_of(client, with_video(title="</script><script>alert(1)"))
    assert told["name"] == "</script><script>alert(1)"
