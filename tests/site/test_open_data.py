"""Open data: every table on its page and as files, one registry behind all of them."""

import csv
import datetime
import io
import json
import re

import pytest
from django.utils import timezone, translation

from amuprev.foundation.exports.turns import take_turn
from amuprev.foundation.open_data.fields import Holds
from amuprev.foundation.open_data.flat import flat_columns
from amuprev.foundation.open_data.tables import last_changes, rows_counted
from amuprev.site.tables import (
    GROUPS,
    LANGUAGES,
    TABLES,
    count_tables,
    file_address,
    table_address,
)
from network.exports.batches import batches
from network.exports.names import Names
from network.exports.public import PUBLIC_COLUMNS
from network.exports.records import PUBLIC_JSON_FIELDS, PUBLIC_PARTS, records
from network.models import Activity, Milestone
from network.open_data.activity_fields import TAGS
from tests.network.exported import opened
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    OrganisationFactory,
)
from tests.public_pages import plant_pages
from tests.site.open_records import plant_everything

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("listed_as_written"),
]
# hxlstandard.org: a tag, then attributes.
HXL = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


def sent(client, key: str, form: str, language: str = "es") -> bytes:
    answer = client.get(file_address(TABLES[key], form, language))
    assert answer.status_code == 200
    assert answer.streaming
    assert answer["Cache-Control"] == "no-store"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    return answer.getvalue()


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_every_table_with_its_files(client, language):
    plant_everything()
    page = read(client, "/es/datos/" if language == "es" else "/en/data/")
    for title, tables in GROUPS:
        with translation.override(language):
            assert str(title) in page.replace("&#x27;", "'")
        for table in tables:
            assert f'href="{table_address(table, language)}"' in page
            for form in ("csv", "xlsx", "json"):
                assert f'href="{file_address(table, form, language)}"' in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert "/api/v1/openapi.json" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_has_its_dictionary_in_both_languages(client, language):
    for key in TABLES:
        has_its_dictionary(client, key, language)


def has_its_dictionary(client, key: str, language: str) -> None:
    table = TABLES[key]
    page = read(client, table_address(table, language))
    with translation.override(language):
        for field in table.fields:
            assert f">{field.key}</span>" in page
            assert str(field.label)
            assert str(field.about) in page.replace("&#x27;", "'")
    other = "en" if language == "es" else "es"
    assert table_address(table, other) in page
    assert '"@type": "Dataset"' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_csv_has_headings_tags_rows_and_its_count(client, language):
    plant_everything()
    for key in TABLES:
        is_a_whole_csv(client, key, language)


def is_a_whole_csv(client, key: str, language: str) -> None:
    heads, tags, *rows, last = rows_of(sent(client, key, "csv", language))
    assert len({len(heads), len(tags), len(last), *map(len, rows)}) == 1
    assert all(heads)
    assert len(set(heads)) == len(heads)
    assert [tag for tag in tags if not HXL.fullmatch(tag)] == []
    assert len(rows) >= 2
    told = ("Fin de", "Filas") if language == "es" else ("End of", "Rows")
    assert last[0].startswith(told[0])
    assert f"{told[1]}: {len(rows)}." in last[0] or key == "activities"
    assert "CC BY 4.0" in last[0]


@pytest.mark.postgres
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_files_and_the_interface_tell_the_same(client, language):
    plant_everything()
    for key in TABLES:
        tell_the_same(client, key, language)


def tell_the_same(client, key: str, language: str) -> None:
    told = json.loads(sent(client, key, "json", language))
    listed = told["activities" if key == "activities" else "records"]
    assert told["count"] == len(listed) >= 2
    interface = client.get(f"/api/v1/{key}/?limit=200").json()["records"]
    assert listed == interface
    rows = rows_of(sent(client, key, "csv", language))[2:-1]
    book = opened(sent(client, key, "xlsx", language))
    sheet = list(book.worksheets[0].iter_rows(values_only=True))[1:]
    assert len(sheet) == len(rows) == len(listed)
    for cells, row in zip(sheet, rows, strict=True):
        texts = ["" if cell is None else str(cell) for cell in cells]
        for cell, text in zip(texts, row, strict=True):
            same = {text, text.removeprefix("'"), f"{text} 00:00:00"}
            assert cell in same or float(cell) == float(text)


def test_the_counts_are_those_of_the_rows():
    plant_everything(copies=3)
    tables = list(TABLES.values())
    held = {
        key: sum(len(batch) for batch in table.batches())
        for key, table in TABLES.items()
    }
    assert rows_counted(tables) == held
    assert min(held.values()) >= 2
    assert last_changes(tables).keys() == TABLES.keys()


def test_a_formula_stays_text(client):
    plant_everything()
    title = TABLES["assemblies"].fields[1]
    assert title.holds == Holds.BOTH
    row = rows_of(sent(client, "assemblies", "csv"))[2]
    assert row[1] == "'=HOY()"
    sheet = opened(sent(client, "assemblies", "xlsx")).worksheets[0]
    cell = sheet.cell(row=2, column=2)
    assert (cell.value, cell.data_type) == ("=HOY()", "s")


def test_a_heading_is_taken_once_and_each_field_has_its_columns():
    for table in TABLES.values():
        keys = [field.key for field in table.fields]
        assert len(set(keys)) == len(keys), table.key
        if not table.own_file:
            columns = [flat.column.key for flat in flat_columns(table.fields)]
            assert len(set(columns)) == len(columns), table.key
    words = [word for table in TABLES.values() for word in set(table.words.values())]
    assert len(words) == len(set(words))


def test_the_logs_dictionary_is_that_of_its_files():
    assert set(TAGS) == {column.key for column in PUBLIC_COLUMNS}
    assert all(HXL.fullmatch(tag) for tag in TAGS.values())
    ApprovedActivityFactory()
    (batch,) = batches(Activity.objects.public(), PUBLIC_JSON_FIELDS, Names())
    (record,) = records(batch, PUBLIC_PARTS)
    assert list(record) == [field.key for field in TABLES["activities"].fields]


def test_what_is_hidden_is_in_no_table_and_no_count(client):
    OrganisationFactory(name_es="Institución escondida", shown=False)
    association = AssociationFactory(name_es="Asociación escondida", shown=False)
    ApprovedActivityFactory(title_es="La escondida", hidden_at=timezone.now())
    association.save()
    for key in TABLES:
        assert "escondida" not in sent(client, key, "csv").decode()
        assert "escondida" not in sent(client, key, "json").decode()
    page = read(client, table_address(TABLES["partners"]))
    assert "0 filas" in page


def test_a_table_says_when_it_last_changed(client):
    association = AssociationFactory()
    day = timezone.localdate()
    page = read(client, table_address(TABLES["associations"]))
    assert f"{day.day} de " in page
    assert "última modificación" in page
    assert "última modificación" not in read(client, table_address(TABLES["partners"]))
    association.delete()
    assert "última modificación" in read(client, table_address(TABLES["associations"]))


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("/es/datos/associations/", "/es/datos/asociaciones/"),
        ("/en/data/asociaciones.csv", "/en/data/associations.csv"),
        ("/es/data/asociaciones.csv", "/es/datos/asociaciones.csv"),
        ("/en/data/places.json/", "/en/data/places.json"),
    ],
)
def test_the_other_languages_words_lead_to_this_languages(client, asked, wanted):
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, wanted)


@pytest.mark.parametrize(
    "address",
    [
        "/es/datos/nada/", "/es/datos/nada.csv", "/es/datos/asociaciones.exe",
        "/es/datos/asociaciones.csv.csv", "/es/datos/.csv", "/es/datos/x/y/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_hail_of_downloads_is_told_to_wait(client):
    turns = [take_turn("127.0.0.1", most=4, most_each=2) for _number in range(2)]
    answer = client.get("/es/datos/lugares.csv")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert 'href="/es/datos/"' in answer.content.decode()
    for turn in turns:
        turn.give_back()
    assert sent(client, "places", "csv")


@pytest.mark.parametrize("items", [1, 5])
def test_the_pages_ask_the_same_few_questions(
    client, items, django_assert_max_num_queries
):
    plant_everything(copies=items)
    for address in ("/es/datos/", "/en/data/associations/", "/es/datos/actividades/"):
        client.get(address)
        with django_assert_max_num_queries(8):
            client.get(address)


def test_the_page_of_all_tables_is_cheap_and_the_worker_keeps_it_right(
    client, django_assert_num_queries
):
    client.get("/es/datos/")
    with django_assert_num_queries(1):
        told = client.get("/es/datos/").content.decode()
    for number in range(3):
        day = datetime.date(2014, 1, 1 + number)
        Milestone.objects.create(key=f"h-{number}", title_es="Hito", started=day)
    assert client.get("/es/datos/").content.decode() == told
    assert count_tables() == 1
    assert count_tables() == 0
    assert client.get("/es/datos/").content.decode() != told
