"""The public log as a file: the same activities as the list, and no more of each."""

import datetime
import json

import pytest
from django.http import QueryDict
from django.utils import timezone, translation

from amuprev.foundation.exports.columns import headings
from amuprev.foundation.exports.comma_separated import LastLine, comma_separated
from amuprev.foundation.exports.turns import take_turn
from network.choices import ReviewState
from network.exports.batches import batches
from network.exports.files import FORMS
from network.exports.names import Names
from network.exports.public import PUBLIC_COLUMNS, fields
from network.filters import ActivityFilter
from network.models import Activity, ActivityCount, ActivityPartner, Setting
from network.views.public.activities import one_page
from tests.network.exported import opened, table, text_of
from tests.network.factories import (
    ActivityFactory,
    AffiliationFactory,
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
    PlaceFactory,
    PopulationGroupFactory,
    SettingFactory,
    ThemeFactory,
    UserFactory,
)
from tests.public_pages import plant_pages

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("listed_as_written"),
]

ADDRESSES = {"es": "/es/bitacora/descarga.", "en": "/en/activities/download."}
KEYS = [column.key for column in PUBLIC_COLUMNS]


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def sent(client, address: str, **more) -> bytes:
    answer = client.get(address, **more)
    assert answer.status_code == 200, address
    assert answer.streaming
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    return answer.getvalue()


def downloaded(client, query: str = "", language: str = "es") -> list[dict[str, str]]:
    return table(sent(client, f"{ADDRESSES[language]}csv{query}"), KEYS)[0]


def numbers(rows) -> list[int]:
    return [int(row["number"]) for row in rows]


def count(activity, sex="women", age="18-29", people=9, hidden=False):
    return ActivityCount.objects.create(
        activity=activity, sex=sex, age_band=age, people=people, hidden=hidden
    )


@pytest.fixture
def log():
    """Activities that differ in all that the public filters by."""
    association = AssociationFactory()
    towns = [MunicipalityFactory(country=code) for code in ("SV", "SV", "GT")]
    AffiliationFactory(municipality=towns[0], association=association)
    theme = ThemeFactory(name_es="Convivencia", name_en="Living together")
    group = PopulationGroupFactory()
    first = timezone.localdate() - datetime.timedelta(days=400)
    for number in range(45):
        activity = ApprovedActivityFactory(
            owner=towns[number % 3],
            started=first + datetime.timedelta(days=number // 2 * 7),
            prevention_level="primary" if number % 4 else "tertiary",
        )
        if number % 5 == 0:
            activity.themes.add(theme)
        if number % 7 == 0:
            activity.groups.add(group)
        if number % 11 == 0:
            activity.places.add(towns[2].place)
    ActivityFactory(owner=towns[0], review_state=ReviewState.SUBMITTED)
    ApprovedActivityFactory(owner=towns[0], hidden_at=timezone.now())
    ApprovedActivityFactory(
        owner=towns[0], publish_from=timezone.localdate() + datetime.timedelta(days=1)
    )
    kind = Activity.objects.public().first().kind.key
    return {
        "everything": "",
        "country": "country=GT",
        "association": f"association={association.slug}",
        "place": f"place={towns[2].place.slug}",
        "kind": f"kind={kind}",
        "theme": f"theme={theme.key}",
        "group": f"group={group.key}",
        "level": "level=tertiary",
        "period": f"since={first.year}&until={first + datetime.timedelta(days=90)}",
        "several": f"country=SV&theme={theme.key}&level=primary",
        "nothing": "since=1990&until=1991",
    }


def shown(query: str) -> list[int]:
    """What the pages of the list show, one after the other."""
    asked = QueryDict(query, mutable=True)
    choice = ActivityFilter(asked).choice()
    found: list[int] = []
    older = True
    while older:
        rows, _newer, older = one_page(choice, asked)
        found += [row.pk for row in rows]
        if rows:
            asked["after"] = f"{rows[-1].started:%Y-%m-%d}.{rows[-1].pk}"
    return found


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_file_holds_exactly_what_its_filter_shows(client, log, language):
    for name, query in log.items():
        on_pages = shown(query)
        assert bool(on_pages) is (name != "nothing")
        rows = downloaded(client, f"?{query}&after=&before=", language)
        assert numbers(rows) == on_pages, name
        told = json.loads(sent(client, f"{ADDRESSES[language]}json?{query}"))
        assert [each["number"] for each in told["activities"]] == on_pages
        assert told["count"] == len(on_pages)
    book = opened(sent(client, f"{ADDRESSES[language]}xlsx?{log['several']}"))
    rows, notes = (list(each.iter_rows(values_only=True)) for each in book.worksheets)
    assert [row[0] for row in rows[1:]] == shown(log["several"])
    assert str(len(rows) - 1) in notes[2]
    assert {
        "El Salvador",
        "Convivencia" if language == "es" else "Living together",
    } <= {words for _label, words in notes}


def test_a_long_list_is_read_in_batches_without_loss(log):
    names = Names()
    for query in log.values():
        form = ActivityFilter(QueryDict(query))
        chosen = form.narrow(Activity.objects.public()).newest_first()
        read = list(batches(chosen, fields("es"), names, short=3, size=4))
        found = [number for batch in read for number in batch.keys]
        assert sorted(found) == sorted(shown(query))
        assert len(found) <= 3 or found == sorted(found, reverse=True)


def test_what_is_hidden_meanwhile_is_in_no_later_batch(log):
    chosen = Activity.objects.public().newest_first()
    read = batches(chosen, fields("es"), Names(), short=3, size=5)
    last = max(next(read).keys)
    Activity.objects.filter(pk__lt=last).update(hidden_at=timezone.now())
    assert list(read) == []


@pytest.mark.parametrize(
    ("language", "heading", "end"),
    [("es", "Municipio", "45"), ("en", "Municipality", "45")],
)
def test_a_csv_opens_in_spreadsheets_and_says_that_it_is_whole(
    client, log, language, heading, end
):
    content = sent(client, f"{ADDRESSES[language]}csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert heading in content.decode("utf-8-sig").splitlines()[0]
    rows, last = table(content, KEYS)
    assert len(rows) == 45
    assert end in last
    assert {row["country"] for row in rows} == {"El Salvador", "Guatemala"}
    assert rows[0]["address"].endswith(f"/{rows[0]['number']}/")


def test_a_file_that_was_interrupted_says_so(log):
    def broken():
        chosen = Activity.objects.public().newest_first()
        yield next(batches(chosen, fields("es"), Names()))
        raise RuntimeError

    pieces = comma_separated(
        headings(PUBLIC_COLUMNS),
        PUBLIC_COLUMNS,
        broken(),
        LastLine("whole: {count}", "cut: {count}"),
    )
    got = []
    with pytest.raises(RuntimeError):
        got.extend(pieces)
    assert table(b"".join(got), KEYS)[1] == "cut: 45"


def test_a_hidden_cell_and_what_would_give_it_away_are_words(client):
    activity = ApprovedActivityFactory(is_sensitive=True)
    count(activity, age="12-17", people=3, hidden=True)
    count(activity, age="18-29", people=41)
    count(activity, sex="men", age="unknown", people=17)
    count(activity, sex="other", age="unknown", people=2, hidden=True)
    (row,) = downloaded(client)
    assert row["women_12-17"] == row["other_unknown"] == row["other"] == "menos de 5"
    assert row["women_18-29"] == "41"
    assert row["men"] == row["men_unknown"] == "17"
    assert row["women"] == row["people"] == "reservado"
    content = sent(client, f"{ADDRESSES['es']}json")
    (told,) = json.loads(content)["activities"]
    assert told["people"]["total"] is None
    hidden = [cell for cell in told["people"]["cells"] if cell["people"] is None]
    assert [(cell["sex"], cell["fewer_than"]) for cell in hidden] == [
        ("women", 5),
        ("other", 5),
    ]
    sheet = opened(sent(client, f"{ADDRESSES['es']}xlsx")).worksheets[0]
    heads, values = sheet.iter_rows(values_only=True)
    cells = dict(zip(KEYS, values, strict=True))
    assert len(heads) == len(KEYS)
    assert cells["women_12-17"] == cells["other"] == "menos de 5"
    assert (cells["women_18-29"], cells["people"]) == (41, "reservado")
    for secret in ("44", "58", "61", "63"):
        assert secret not in {value for each in downloaded(client) for value in each.values()}  # fmt: skip


def test_zero_is_zero_and_unknown_is_empty(client):
    activity = ApprovedActivityFactory()
    count(activity, age="unknown", people=0)
    count(activity, sex="men", age="18-29", people=8)
    (row,) = downloaded(client)
    assert (row["women"], row["women_unknown"], row["men"]) == ("0", "0", "8")
    assert (row["other"], row["unknown"], row["women_18-29"]) == ("", "", "")
    assert row["people"] == "8"
    assert row["sessions"] == row["ended"] == ""


def test_a_date_says_no_more_than_is_known(client):
    day = datetime.date(2012, 1, 1)
    for precision in ("day", "month", "year"):
        ApprovedActivityFactory(started=day, date_precision=precision)
    rows = sorted(downloaded(client), key=lambda row: row["started"])
    assert [row["started"] for row in rows] == ["2012", "2012-01", "2012-01-01"]
    assert {row["year"] for row in rows} == {"2012"}


def test_a_file_tells_no_more_than_the_page(client):
    author = UserFactory(name="Ana Prudencia")
    kind_of_place = SettingFactory(name_es="Casa de acogida", name_en="Shelter")
    secret = ApprovedActivityFactory(
        is_sensitive=True,
        place_name="Pasaje Secreto",
        setting=kind_of_place,
        created_by=author,
        updated_by=author,
        reviewed_by=author,
        links="https://ejemplo.test/enlace",
        cost="321.55",
        currency="USD",
        review_note="Nota de revisión",
    )
    secret.writers.add(author)
    ActivityPartner.objects.create(activity=secret, kind="church", name="Capilla Rosa")
    ActivityPartner.objects.create(
        activity=secret, kind="police", name="Policía Local", contribution="Dio agua"
    )
    for form in FORMS:
        text = text_of(form, sent(client, ADDRESSES["es"] + form))
        assert "Policía Local" in text
        assert secret.owner.place.name_es in text
        for word in (
            "Ana Prudencia", author.email, "Pasaje", "Casa de acogida", "Capilla Rosa",
            "Dio agua", "enlace", "321.55", "Nota de", str(secret.client_uuid),
        ):  # fmt: skip
            assert word not in text, word


def test_a_file_tells_where_as_the_page_does(client):
    elsewhere = PlaceFactory(name_es="Ilobasco")
    spot = SettingFactory(name_es="Parque")
    ApprovedActivityFactory(venue=elsewhere, place_name="El Centro", setting=spot)
    (row,) = downloaded(client)
    assert (row["municipality"], row["place"]) == ("Ilobasco", "El Centro")
    assert row["setting"] == "Parque"
    assert Setting.objects.count()


def test_english_falls_back_to_spanish_and_says_so(client):
    ApprovedActivityFactory(title_es="Sólo aquí", title_en=None)
    ApprovedActivityFactory(title_es="Aquí", title_en="Here")
    rows = {row["title"]: row["text_language"] for row in downloaded(client, "", "en")}
    assert rows == {"Sólo aquí": "Español", "Here": "English"}
    told = json.loads(sent(client, ADDRESSES["en"] + "json"))["activities"]
    assert {"es": "Sólo aquí", "en": None} in [each["title"] for each in told]


@pytest.mark.parametrize(
    "query", ["country=XX", "since=mañana", "since=2020&until=2010"]
)
def test_a_wrong_filter_gives_the_list_with_its_error_never_everything(
    client, log, query
):
    for form in FORMS:
        answer = client.get(f"{ADDRESSES['es']}{form}?{query}")
        assert answer.status_code == 422
        assert answer["Content-Type"].startswith("text/html")
        assert answer.context["form"].errors


def test_the_other_languages_word_leads_to_this_languages(client):
    answer = client.get("/es/bitacora/download.csv?country=SV")
    assert answer.status_code == 301
    assert answer["Location"] == "/es/bitacora/descarga.csv?country=SV"
    assert client.get("/es/bitacora/descarga.exe").status_code == 404
    assert client.post("/es/bitacora/descarga.csv").status_code == 405


def test_a_hail_of_downloads_is_told_to_wait(client, log):
    turns = [take_turn("127.0.0.1", most=4, most_each=2) for _number in range(2)]
    answer = client.get(f"{ADDRESSES['es']}csv?country=SV")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert 'href="/es/bitacora/?country=SV"' in answer.content.decode()
    turns[0].give_back()
    for _number in range(5):
        assert downloaded(client)
    turns[1].give_back()


def test_names_added_while_a_file_is_made_are_told():
    names = Names()
    later = ApprovedActivityFactory(kind__name_es="Clase nueva")
    (batch,) = batches(Activity.objects.public(), fields("es"), names)
    assert names.words["kinds"][later.kind_id] == "Clase nueva"
    with translation.override("en"):
        columns = {column.key: list(column.read(batch)) for column in PUBLIC_COLUMNS}
    assert columns["organisation"] == [later.owner.name_es]
