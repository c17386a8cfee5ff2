"""The photos of an experience as the public gets them: light, or as links."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from experiences.services import files, review
from tests.experiences.factories import ExperienceFactory
from tests.foundation.upload_samples import photo as photo_bytes
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """A published experience with a photo, uploaded as its people do."""
    plant_pages()
    sent = ExperienceFactory()
    clerk = staff_of(sent.owner)
    files.attach_photo(
        experience=sent,
        by=clerk,
        upload=SimpleUploadedFile("plaza.jpg", photo_bytes(), "image/jpeg"),
        values={
            "alt_text_es": "La plaza", "alt_text_en": "The square", "public": True,
            "people_shown": "nobody", "consent_purpose": "", "consent_until": None,
        },
    )  # fmt: skip
    review.submit_experience(experience=sent, by=clerk)
    return review.publish_experience(experience=sent, by=editor_of_the_portal())


def page_of(client, told, query="", **headers):
    answer = client.get(told.get_absolute_url() + query, headers=headers)
    assert answer.status_code == HTTPStatus.OK
    assert "Save-Data" in answer["Vary"]
    return html.fromstring(answer.content.decode())


def test_its_page_shows_a_small_copy(client, told):
    page = page_of(client, told)
    (picture,) = page.xpath("//main//div[@class='photographs']//img")
    answer = client.get(picture.get("src"))
    assert answer["Content-Type"] == "image/webp"
    assert len(b"".join(answer.streaming_content)) < told.photos.get().size


@pytest.mark.parametrize(
    ("query", "headers"), [("?data=saving", {}), ("", {"save-data": "on"})]
)
def test_sparing_data_it_is_links_that_say_what_they_weigh(
    client, told, query, headers
):
    page = page_of(client, told, query, **headers)
    assert not page.xpath("//main//img")
    links = page.xpath(
        "//main//a[contains(., 'foto pequeña') or contains(., 'foto grande')]"
    )
    assert len(links) == 2
    for link in links:
        assert "KB" in link.text
        assert "La plaza" in link.text_content()
        assert b"".join(client.get(link.get("href")).streaming_content)
    (switch,) = page.xpath("//main//*[contains(@class, 'data-switch')]/a")
    assert page_of(client, told, switch.get("href"), **headers).xpath("//main//img")


def test_without_photos_nothing_is_to_be_spared(client, told):
    told.photos.all().delete()
    assert not page_of(client, told).xpath("//*[contains(@class, 'data-switch')]")
