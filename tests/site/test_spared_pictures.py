"""Pictures of pages that editors compose, for who spares data: links that say their weight."""

import pytest
from lxml import html

from amuprev.foundation.picture_models import Picture
from amuprev.site.models import HomePage
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, a_picture, a_standard

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def body_with(picture: Picture):
    value = {"picture": picture, "alternative_text": "La plaza llena", "caption": ""}
    film = {
        "title": "Un video", "address": "https://video.example/1", "minutes": 3,
        "summary": "Se ve.", "poster": picture,
    }  # fmt: skip
    block = HomePage._meta.get_field("body").stream_block
    return block.normalize([("picture", value), ("video", film)])


def read(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    assert "Save-Data" in answer["Vary"]
    return html.fromstring(answer.content.decode())


@pytest.mark.parametrize("where", ["home", "standard", "news", "bulletin"])
def test_they_are_links_with_their_weight_by_choice_or_header(client, where):
    picture = a_picture()
    made = {"standard": a_standard, "news": a_news, "bulletin": a_bulletin}
    if where == "home":
        page = HomePage.objects.get(locale__language_code="es")
        page.body = body_with(picture)
        page.save_revision().publish()
    else:
        page = made[where](body=body_with(picture))
    address = page.get_url()
    shown = read(client, address)
    assert len(shown.xpath("//main//img")) == 2
    (switch,) = shown.xpath("//main//*[contains(@class, 'data-switch')]//a/@href")
    assert switch == "?data=saving"
    for spared in (
        read(client, f"{address}?data=saving"),
        read(client, address, **{"save-data": "on"}),
    ):
        assert not spared.xpath("//main//img")
        links = spared.xpath("//*[@class='spared-picture']//a")
        assert len(links) == 4
        assert all("KB" in each.text_content() for each in links)
        assert "La plaza llena" in spared.xpath("//main")[0].text_content()
        answer = client.get(links[0].get("href"))
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)
    again = read(client, f"{address}?data=full", **{"save-data": "on"})
    assert len(again.xpath("//main//img")) == 2


def test_the_picture_of_a_piece_of_news_too_also_in_lists(client):
    news = a_news(picture=a_picture(), picture_text="La plaza")
    page = read(client, f"{news.get_url()}?data=saving")
    assert not page.xpath("//main//img")
    assert page.find_class("data-switch")
    listed = read(client, "/es/noticias/?data=saving")
    assert not listed.xpath("//main//img")
    (link,) = listed.xpath("//*[@class='spared-picture']//a")
    assert news.title in link.text_content()
    assert read(client, "/es/noticias/").xpath("//main//img")


def test_a_page_without_pictures_offers_no_choice(client):
    page = a_standard()
    told = client.get(page.get_url()).content.decode()
    assert "data-switch" not in html.fromstring(told).xpath("string(//main/@class)")
    assert not html.fromstring(told).find_class("data-switch")


def test_what_may_not_be_shown_is_no_link_either(client):
    hidden = a_picture(people_shown="not_sure")
    page = a_standard(body=body_with(hidden))
    told = client.get(f"{page.get_url()}?data=saving").content.decode()
    assert "/pictures/" not in told
