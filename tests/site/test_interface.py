"""The interface for programs: as it describes itself, read only, the same for all."""

import json
from functools import cache

import pytest
from django.utils import timezone, translation
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from amuprev.foundation.exports.turns import take_turn
from amuprev.site import api_views
from amuprev.site.openapi import described
from amuprev.site.tables import TABLES
from network.models import ActivityCount, ActivityPartner
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
)
from tests.site.open_records import plant_everything

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("listed_as_written"),
]
API = "/api/v1/"


@cache
def whole_description():
    return described()


def shape(path: str, status: str = "200"):
    """The schema that the description gives the answers of an address."""
    whole = whole_description()
    answer = whole["paths"][path]["get"]["responses"][status]
    if "$ref" in answer:
        answer = whole["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    (content,) = answer["content"].values()
    return {**content["schema"], "components": whole["components"]}


def fits(told, schema) -> None:
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(schema, format_checker=checker).validate(told)


def read(client, address: str, status: int = 200):
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.content)
    assert not answer.cookies
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    return json.loads(answer.content)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_description_is_valid_openapi(client, language):
    told = read(client, f"{API}openapi.json?lang={language}")
    validate(told)
    with translation.override(language):
        assert told == json.loads(json.dumps(described()))
    assert {f"/{key}/" for key in TABLES} < told["paths"].keys()
    names = [one["get"]["operationId"] for one in told["paths"].values()]
    assert len(names) == len(set(names))


def test_a_wrong_record_would_be_found(client):
    plant_everything()
    told = read(client, f"{API}associations/")
    told["records"][0]["secret"] = 1
    with pytest.raises(Exception, match="secret"):
        fits(told, shape("/associations/"))


def test_the_index_names_every_table(client):
    told = read(client, API)
    fits(told, shape("/"))
    assert [each["key"] for each in told["tables"]] == list(TABLES)
    for each in told["tables"]:
        path = each["records"].partition("/api/")[2]
        assert client.get(f"/api/{path}").status_code == 200


@pytest.mark.parametrize(
    "lang", [pytest.param("", marks=pytest.mark.postgres), "es", "en"]
)
def test_every_answer_has_the_shape_it_is_said_to_have(client, lang):
    plant_everything()
    for key in TABLES:
        fits_its_shape(client, key, f"?lang={lang}" if lang else "")


def fits_its_shape(client, key: str, query: str) -> None:
    told = read(client, f"{API}{key}/{query}")
    fits(told, shape(f"/{key}/"))
    assert told["records"], key
    for each in told["records"]:
        name = each.get("key") or each["number"]
        one = read(client, f"{API}{key}/{name}/{query}")
        assert one == each
        fits(one, shape(f"/{key}/{{key}}/"))


@pytest.mark.postgres
def test_pages_follow_one_another_without_loss(client):
    plant_everything(copies=3)
    for key in TABLES:
        follow(client, key)


def follow(client, key: str) -> None:
    whole = read(client, f"{API}{key}/?limit=200")
    assert whole["next"] is None
    found, address, pages = [], f"{API}{key}/?limit=2", 0
    while address:
        told = read(client, address)
        assert 0 < len(told["records"]) <= 2
        found += told["records"]
        address = told["next"] and told["next"].partition("127.0.0.1:8000")[2]
        pages += 1
    assert found == whole["records"]
    assert pages == -(-len(found) // 2) > 1


def test_the_log_is_narrowed_like_its_page(client):
    towns = [MunicipalityFactory(country=code) for code in ("SV", "GT")]
    for town in towns:
        ApprovedActivityFactory(owner=town)
    told = read(client, f"{API}activities/?country=GT")["records"]
    assert [each["organisation"]["key"] for each in told] == [towns[1].slug]
    assert read(client, f"{API}activities/?since=2090")["records"] == []


def test_only_what_is_public_is_told(client):
    hidden = [
        ActivityFactory(title_es="Borrador secreto"),
        ApprovedActivityFactory(title_es="Oculta secreto", hidden_at=timezone.now()),
        ApprovedActivityFactory(title_es="Del secreto", owner__shown=False),
    ]
    AssociationFactory(name_es="Asociación secreto", shown=False)
    for key in TABLES:
        assert "secreto" not in client.get(f"{API}{key}/").content.decode()
    owner = hidden[2].owner
    assert owner.slug not in client.get(f"{API}places/").content.decode()
    for each in hidden:
        read(client, f"{API}activities/{each.pk}/", 404)
    read(client, f"{API}municipalities/{owner.slug}/", 404)


def test_small_figures_and_partners_are_guarded(client):
    activity = ApprovedActivityFactory(is_sensitive=True, place_name="Pasaje Secreto")
    ActivityCount.objects.create(activity=activity, sex="women", people=3, hidden=True)
    ActivityCount.objects.create(activity=activity, sex="men", people=41)
    ActivityPartner.objects.create(activity=activity, kind="church", name="Capilla")
    told = read(client, f"{API}activities/{activity.pk}/")
    assert told["people"]["total"] is None
    assert [cell["people"] for cell in told["people"]["cells"]] == [None, 41]
    assert told["place"] is told["setting"] is None
    assert told["partners"] == [{"kind": "church", "name": None}]


def test_a_language_gives_one_text_and_says_which(client):
    AssociationFactory(name_es="Sólo aquí", name_en="")
    AssociationFactory(name_es="Aquí", name_en="Here")
    told = read(client, f"{API}associations/?lang=en")["records"]
    assert [each["name"] for each in told] == [
        {"lang": "es", "text": "Sólo aquí"},
        {"lang": "en", "text": "Here"},
    ]
    assert set(told[0]["address"]) == {"es", "en"}


@pytest.mark.parametrize(
    "query",
    [
        "lang=fr", "limit=0", "limit=201", "limit=-1", "limit=abc", "limit=9e9",
        "limit=٣", "after=abc", "after=-1", "after=9" * 1 + "9" * 40, "pais=SV",
        "after=2012-02-31.1", "country=XX", "since=mañana",
        "since=2020&until=2010", "kind=%00", "limit=1000000000",
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_a_problem_never_everything(client, query):
    ApprovedActivityFactory()
    answer = client.get(f"{API}activities/?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json; charset=utf-8"
    fits(json.loads(answer.content), shape("/activities/", "400"))


@pytest.mark.parametrize(
    "path",
    [
        "nada/", "associations/nada/", "activities/0/", "activities/abc/",
        f"activities/{'9' * 30}/", "affiliations/x/", "v9/../", "associations/a/b/",
        "openapi.yaml",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_problem(client, path):
    told = read(client, API + path, 404)
    assert told["status"] == 404
    fits(told, shape("/associations/{key}/", "404"))
    assert read(client, "/api/", 404) == read(client, "/api/v2/tables/", 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_written(client, method):
    answer = getattr(client, method)(f"{API}associations/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    assert json.loads(answer.content)["status"] == 405


def test_head_is_answered_and_what_did_not_change_is_not_sent_again(client):
    AssociationFactory()
    first = client.get(f"{API}associations/")
    assert client.head(f"{API}associations/").content == b""
    again = client.get(f"{API}associations/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"
    assert "max-age=60" in first["Cache-Control"]


def test_a_hail_of_questions_is_told_to_wait(client):
    room = {"most": api_views.MOST_AT_ONCE, "most_each": 4, "room": "interface"}
    turns = [take_turn("127.0.0.1", **room) for _number in range(4)]
    answer = client.get(API)
    assert answer.status_code == 429
    assert answer["Retry-After"] == str(api_views.WAIT_SECONDS)
    assert answer["Content-Type"].startswith("application/problem+json")
    for turn in turns:
        turn.give_back()
    read(client, API)


@pytest.mark.parametrize("items", [1, 7])
def test_a_page_asks_the_same_few_questions(
    client, items, django_assert_max_num_queries
):
    plant_everything(copies=items)
    for key in TABLES:
        client.get(f"{API}{key}/")
        with django_assert_max_num_queries(
            {"activities": 18, "experiences": 7}.get(key, 3)
        ):
            client.get(f"{API}{key}/")
