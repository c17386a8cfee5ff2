"""The content reader refuses whatever is doubtful, and says where."""

import datetime
import re
from decimal import Decimal
from pathlib import Path

import pytest

from amuprev.foundation.content import (
    ContentError,
    Shape,
    digest_of,
    read_entries,
    read_sources,
    read_yaml,
)

SHAPE = Shape(
    texts=("name",),
    optional_texts=("doubts",),
    required=("country",),
    optional=("when", "size"),
    sourced=True,
)
SOURCES = {"gazette": "Gazette | https://example.org/gazette"}
GOOD = """
santa-tecla:
  name: {es: "Santa Tecla", en: "Santa Tecla"}
  country: SV
  when: 2024-05-01
  size: [13.677, -89.280, 7, true, null]
  sources: [gazette]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "places.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reader_gives_typed_values(tmp_path):
    (entry,) = read_entries(write(tmp_path, GOOD), SHAPE, SOURCES)
    assert entry.key == "santa-tecla"
    assert entry.values == {
        "name_es": "Santa Tecla",
        "name_en": "Santa Tecla",
        "country": "SV",
        "when": datetime.date(2024, 5, 1),
        "size": [Decimal("13.677"), Decimal("-89.280"), 7, True, None],
        "sources": SOURCES["gazette"],
    }


def test_reader_takes_no_as_a_code(tmp_path):
    text = GOOD.replace("country: SV", "country: no")
    (entry,) = read_entries(write(tmp_path, text), SHAPE, SOURCES)
    assert entry.values["country"] == "no"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("country: SV", "country: SV\n  country: GT", "«country» is repeated"),
        ("country: SV", "country: El Salvador", "put quotes around"),
        ("country: SV", "country: SV\n  colour: blue", "unknown field «colour»"),
        ("  country: SV\n", "", "«country» is missing"),
        ('  name: {es: "Santa Tecla", en: "Santa Tecla"}\n', "", "«name» is missing"),
        (', en: "Santa Tecla"', "", "«name» lacks its text in en"),
        ('en: "Santa Tecla"', 'en: " "', "«name» lacks its text in en"),
        ('en: "Santa Tecla"', 'en: "T", fr: "T"', "unknown language «fr»"),
        ('{es: "Santa Tecla", en: "Santa Tecla"}', '"Santa Tecla"', "in es and en"),
        ("2024-05-01", "2024-02-30", "is not a date"),
        ("[gazette]", "[]", "say at least one source"),
        ("[gazette]", "[rumour]", "unknown source «rumour»"),
        ("  sources: [gazette]\n", "", "say at least one source"),
        ("country: SV", "country: &code SV\n  when: *code", "write it again"),
        ("country: SV", "country: !!python/name:os.system", "is not used here"),
        ("santa-tecla:", "Santa Tecla:", "a key has lower-case letters"),
        (GOOD, "santa-tecla: 3", "write its fields below the key"),
        (GOOD, "- santa-tecla", "write entries as «key:» lines"),
    ],
)
def test_reader_refuses(tmp_path, before, after, said):
    assert before in GOOD
    path = write(tmp_path, GOOD.replace(before, after, 1))
    with pytest.raises(ContentError) as refused:
        list(read_entries(path, SHAPE, SOURCES))
    assert said in str(refused.value)
    assert "places.yaml" in str(refused.value)


def test_reader_refuses_a_repeated_entry_and_says_its_line(tmp_path):
    with pytest.raises(ContentError, match=r"line 8: «santa-tecla» is repeated"):
        read_yaml(write(tmp_path, GOOD + GOOD.lstrip()))


def test_reader_names_the_entry(tmp_path):
    path = write(tmp_path, GOOD.replace("country: SV", "country: null"))
    with pytest.raises(ContentError, match=r"places\.yaml, santa-tecla:"):
        list(read_entries(path, SHAPE, SOURCES))


@pytest.mark.parametrize(
    "url", ["ftp://example.org", "javascript:alert(1)", "https://a b", "example.org"]
)
def test_sources_need_a_plain_web_address(tmp_path, url):
    told = f'gazette:\n  title: "G"\n  title_en: "G"\n  url: "{url}"\n'
    path = write(tmp_path, told)
    with pytest.raises(ContentError, match="the address begins"):
        read_sources(path)


def test_sources_without_address_keep_their_titles(tmp_path):
    path = write(tmp_path, 'leaflet:\n  title: "Hoja"\n  title_en: "Leaflet"\n')
    assert read_sources(path) == {"leaflet": "Hoja |  | Leaflet"}


@pytest.mark.parametrize(
    ("titles", "why"),
    [
        ('title: "G"', "«title_en» is missing"),
        ('title: "G"\n  title_en: "A | B"', "without «|»"),
    ],
)
def test_sources_are_named_in_both_languages(tmp_path, titles, why):
    with pytest.raises(ContentError, match=re.escape(why)):
        read_sources(write(tmp_path, f"gazette:\n  {titles}\n"))


def test_digest_follows_the_files(tmp_path):
    path = write(tmp_path, GOOD)
    before = digest_of([path])
    assert digest_of([path]) == before
    path.write_text(GOOD + "\n", encoding="utf-8")
    assert digest_of([path]) != before
