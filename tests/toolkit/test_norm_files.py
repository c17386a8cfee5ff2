"""The norms that a filter shows, as files."""

import csv
import io
import json

import pytest
from django.test import Client

from tests.public_pages import plant_pages
from toolkit.models import Instrument

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

LIST = "/es/caja-de-herramientas/normas"


@pytest.fixture(autouse=True)
def pages() -> None:
    plant_pages()


def body(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def rows(client: Client, query: str) -> list[list[str]]:
    """The norms of a CSV, without headings, tags and the last line."""
    told = body(client, f"{LIST}.csv?{query}").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told)))[2:-1]


def keys(client: Client, query: str) -> set[str]:
    told = json.loads(body(client, f"{LIST}.json?{query}"))
    assert told["count"] == len(told["records"])
    return {record["key"] for record in told["records"]}


def test_a_file_holds_what_the_list_shows_and_nothing_else(client):
    panama = set(Instrument.objects.filter(country="PA").values_list("key", flat=True))
    gone = {each.key for each in Instrument.objects.filter(status="repealed")}
    assert panama
    assert gone
    assert keys(client, "pais=pa") == panama
    assert keys(client, "status=repealed&pais=") == gone
    assert {row[0] for row in rows(client, "pais=pa")} == panama
    assert len(keys(client, "pais=")) == Instrument.objects.count()


def test_words_narrow_it_too_and_what_is_not_known_is_left_aside(client):
    found = keys(client, "q=regimen+MUNICIPAL&pais=pa")
    assert len(found) == 1
    assert keys(client, "q=regimen+MUNICIPAL&pais=pa&type=nada") == found
    assert keys(client, "q=zzz") == set()


def test_the_list_links_to_the_file_of_its_own_filter(client):
    page = client.get(f"{LIST}/?pais=pa&q=regimen").content.decode()
    assert f'href="{LIST}.csv?pais=pa&amp;q=regimen"' in page
    assert f'href="{LIST}.xlsx?pais=pa&amp;q=regimen"' in page


def test_a_country_that_the_browser_keeps_does_not_narrow_a_file_of_all(client):
    client.get(f"{LIST}/?pais=pa&keep=1")
    assert f'href="{LIST}.csv?pais=pa' in client.get(f"{LIST}/").content.decode()
    every = client.get(f"{LIST}/?pais=").content.decode()
    assert f'href="{LIST}.csv?pais="' in every
    assert len(keys(client, "pais=")) == Instrument.objects.count()


def test_the_other_languages_word_leads_to_this_one(client):
    answer = client.get("/es/caja-de-herramientas/norms.csv?pais=pa")
    assert (answer.status_code, answer["Location"]) == (301, f"{LIST}.csv?pais=pa")
    told = body(client, "/en/toolkit/norms.csv?country=pa").decode("utf-8-sig")
    assert "End of the table. Rows: " in told


def test_a_form_that_does_not_exist_is_not_found(client):
    assert client.get(f"{LIST}.pdf").status_code == 404
