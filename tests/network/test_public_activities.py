"""The public activity log: what is told, to whom, and what never is."""

import datetime
import itertools

import pytest
from django.http import QueryDict
from django.utils import timezone

from network.choices import ReviewState
from network.filters import ActivityFilter
from network.listing import newest_of
from network.models import (
    Activity,
    ActivityCount,
    ActivityPartner,
)
from network.totals import totals_of
from tests.network.factories import (
    AffiliationFactory,
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
    PopulationGroupFactory,
    ThemeFactory,
    UserFactory,
    reviewed_municipality,
)
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]

LISTS = {"es": "/es/bitacora/", "en": "/en/activities/"}


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


def count(activity, sex="women", age="18-29", people=9, hidden=False):
    return ActivityCount.objects.create(
        activity=activity, sex=sex, age_band=age, people=people, hidden=hidden
    )


def today_plus(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_public_activity_stands_on_the_list_and_on_its_page(client, language):
    activity = ApprovedActivityFactory()
    title = getattr(activity, f"title_{language}")
    address = f"{LISTS[language]}{activity.pk}/"
    page = read(client, LISTS[language])
    assert title in page
    assert f'href="{address}"' in page
    detail = read(client, address)
    assert title in detail
    assert (
        f'hreflang="es" href="http://testserver/es/bitacora/{activity.pk}/"' in detail
    )
    assert f'hreflang="en" href="http://testserver/en/activities/{activity.pk}/"' in detail  # fmt: skip
    assert 'property="og:title"' in detail


NOT_PUBLIC = [
    {"publish_from": "ahead"},
    {"hidden_at": "now"},
    {"review_state": ReviewState.DRAFT},
    {"review_state": ReviewState.SUBMITTED},
    {"review_state": ReviewState.RETURNED},
    {"review_state": ReviewState.WITHDRAWN},
]


@pytest.mark.parametrize("change", NOT_PUBLIC)
def test_what_is_not_public_is_not_found_and_leaves_no_hint(client, change):
    values = {"ahead": today_plus(1), "now": timezone.now()}
    change = {name: values.get(value, value) for name, value in change.items()}
    activity = ApprovedActivityFactory(**change)
    count(activity, people=12345)
    for address in LISTS.values():
        answer = client.get(f"{address}{activity.pk}/")
        nothing = client.get(f"{address}{activity.pk + 999}/")
        assert answer.status_code == nothing.status_code == 404
        assert activity.title_es not in answer.content.decode()
        page = read(client, address)
        assert activity.title_es not in page
        assert "12" + "345" not in page.replace("\u202f", "").replace(",", "")
        assert activity.owner.place.slug not in page
    assert f"/bitacora/{activity.pk}/" not in read(client, "/sitemap-activities.xml")


def test_nobody_who_wrote_or_reviewed_is_shown(client):
    people = UserFactory(name="Ana Prudencia"), UserFactory(name="Luz Discreta")
    activity = ApprovedActivityFactory(
        created_by=people[0], updated_by=people[0], reviewed_by=people[1]
    )
    activity.writers.add(people[0])
    for address in ("/es/bitacora/", f"/es/bitacora/{activity.pk}/"):
        page = read(client, address)
        for person in people:
            assert person.name not in page
            assert person.email not in page


def test_a_sensitive_activity_tells_only_its_municipality(client):
    activity = ApprovedActivityFactory(is_sensitive=True, place_name="Pasaje Secreto")
    for address in ("/es/bitacora/", f"/es/bitacora/{activity.pk}/"):
        page = read(client, address)
        assert "Pasaje Secreto" not in page
        assert activity.owner.place.name_es in page


def test_partners_appear_by_kind_unless_they_agreed(client):
    activity = ApprovedActivityFactory()
    ActivityPartner.objects.create(
        activity=activity, kind="church", name="Capilla Rosa"
    )
    ActivityPartner.objects.create(
        activity=activity, kind="police", name="Policía Local", agreed_to_be_named=True
    )
    page = read(client, f"/es/bitacora/{activity.pk}/")
    assert "Capilla Rosa" not in page
    assert "Iglesia" in page
    assert "Policía Local" in page


def test_a_hidden_cell_says_fewer_than_5_and_no_total_gives_it_away(client):
    activity = ApprovedActivityFactory(is_sensitive=True)
    count(activity, age="12-17", people=3, hidden=True)
    count(activity, age="18-29", people=41)
    count(activity, sex="men", age="18-29", people=17)
    page = read(client, f"/es/bitacora/{activity.pk}/")
    assert "menos de 5" in page
    assert "<tfoot>" not in page
    for told in ("44", "61"):  # with the hidden three
        assert f">{told}<" not in page
    assert "personas</li>" not in read(client, "/es/bitacora/")


def test_spanish_text_is_marked_in_english(client):
    activity = ApprovedActivityFactory(title_en="", what_happened_en="")
    page = read(client, f"/en/activities/{activity.pk}/")
    assert f'<h1 lang="es">{activity.title_es}</h1>' in page
    assert "Only available in Spanish." in page
    listed = read(client, "/en/activities/")
    assert f'lang="es"><a href="/en/activities/{activity.pk}/"' in listed
    assert "Text in Spanish" in listed


def test_filters_combine_and_each_can_be_removed(client):
    theme, group = ThemeFactory(), PopulationGroupFactory()
    wanted = ApprovedActivityFactory(title_es="La buscada", started="2026-05-02")
    wanted.themes.add(theme)
    wanted.groups.add(group)
    other = ApprovedActivityFactory(title_es="La otra", started="2026-03-02")
    AffiliationFactory(municipality=wanted.owner, association__slug="asoc")
    asked = {
        "country": "SV",
        "association": "asoc",
        "place": wanted.owner.place.slug,
        "kind": wanted.kind.key,
        "theme": theme.key,
        "level": "primary",
        "group": group.key,
        "since": "5/2026",
        "until": "2026",
    }
    for name, value in asked.items():
        page = client.get("/es/bitacora/", {name: value}).content.decode()
        assert "La buscada" in page, name
        assert ("La otra" in page) == (name in ("country", "level", "until")), name
    answer = client.get("/es/bitacora/", asked)
    assert "La buscada" in answer.content.decode()
    removals = [row["url"] for row in answer.context["in_use"]]
    assert len(removals) == len(asked)
    for name, url in zip(asked, removals, strict=True):
        left = QueryDict(url.lstrip("?"))
        assert name not in left
        assert set(left) == set(asked) - {name}
    assert other.title_es in read(client, "/es/bitacora/")


def test_an_association_gathers_its_own_and_its_municipalities(client):
    association = AssociationFactory()
    town = reviewed_municipality(association)
    inside = ApprovedActivityFactory(owner=town, title_es="De un municipio suyo")
    own = ApprovedActivityFactory(
        owner=association, title_es="Asamblea propia", country="SV"
    )
    ApprovedActivityFactory(title_es="De un extraño")
    page = read(client, f"/es/bitacora/?association={association.slug}")
    assert inside.title_es in page
    assert own.title_es in page
    assert "De un extraño" not in page


WRONG = [
    ("country", "XX"),
    ("association", "no-hay"),
    ("place", "\x00"),
    ("kind", "'; DROP TABLE"),
    ("theme", "💡"),
    ("level", "not_sure"),
    ("group", "x" * 5000),
    ("since", "31/02/2026"),
    ("since", "mañana"),
    ("until", "99999"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_filter_says_one_sentence_and_the_list_still_shows(client, name, value):
    activity = ApprovedActivityFactory()
    answer = client.get("/es/bitacora/", {name: value})
    assert answer.status_code == 200
    assert activity.title_es in answer.content.decode()
    form = answer.context["form"]
    assert list(form.errors) == [name]
    assert len(form.errors[name]) == 1
    assert form.errors[name][0].split()[0] in ("Elija", "Escriba")
    assert form.errors[name][0] in answer.content.decode()


def test_a_period_that_ends_before_it_begins_is_explained(client):
    answer = client.get("/es/bitacora/", {"since": "2026", "until": "2025"})
    assert list(answer.context["form"].errors) == ["until"]


@pytest.mark.parametrize("cursor", ["x", "2026-99-99.1", "\x00", "2026-01-01.9" * 9])
def test_a_wrong_cursor_shows_the_first_page(client, cursor):
    activity = ApprovedActivityFactory()
    answer = client.get("/es/bitacora/", {"after": cursor, "before": cursor})
    assert activity.title_es in answer.content.decode()


def test_pages_go_forth_and_back_without_losing_or_repeating(client):
    town = MunicipalityFactory()
    same_day = datetime.date(2026, 1, 1)
    for number in range(45):
        ApprovedActivityFactory(
            owner=town, started=same_day - datetime.timedelta(days=number // 3)
        )
    seen, url = [], ""
    for _page in range(3):
        answer = client.get(f"/es/bitacora/{url}")
        seen.append([activity.pk for activity in answer.context["activities"]])
        url = answer.context["next_url"]
    assert url == ""
    told = list(itertools.chain(*seen))
    assert told == list(Activity.objects.newest_first().values_list("pk", flat=True))
    back = client.get(f"/es/bitacora/{answer.context['previous_url']}")
    assert [activity.pk for activity in back.context["activities"]] == seen[1]
    first = client.get(f"/es/bitacora/{back.context['previous_url']}")
    assert [activity.pk for activity in first.context["activities"]] == seen[0]
    assert first.context["previous_url"] == ""


def test_no_hidden_cell_can_be_found_by_combining_filters():
    """Two sets of records that differ only in hidden figures give the same totals."""
    towns = [MunicipalityFactory() for _number in range(2)]
    themes = [ThemeFactory() for _number in range(2)]
    hidden = []
    for town, theme in itertools.product(towns, themes):
        activity = ApprovedActivityFactory(owner=town, is_sensitive=True)
        activity.themes.add(theme)
        hidden.append(count(activity, age="12-17", people=4, hidden=True))
        count(activity, age="18-29", people=20)
    questions = [
        "&".join(parts)
        for parts in itertools.product(
            ["", *(f"place={town.place.slug}" for town in towns)],
            ["", *(f"theme={theme.key}" for theme in themes)],
            ["", "level=primary"],
            ["", "country=SV"],
        )
    ]

    def told() -> list:
        answers = []
        for question in questions:
            choice = ActivityFilter(QueryDict(question)).choice()
            lines = [(each.people, each.has_hidden) for each in newest_of(choice, 50)]
            answers.append((totals_of(choice), sorted(lines)))
        return answers

    before = told()
    for people in itertools.product(range(2), repeat=len(hidden)):
        for row, figure in zip(hidden, people, strict=True):
            row.people = figure
            row.save()
        assert told() == before
    assert before[0][0].cells == {("women", "18-29"): 80}
    assert before[0][0].withheld == {("women", "12-17")}


def test_sums_say_withheld_where_only_hidden_figures_exist(client):
    activity = ApprovedActivityFactory(is_sensitive=True)
    hidden = count(activity, age="12-17", people=3, hidden=True)
    for address in ("/en/activities/", f"/en/network/municipalities/{activity.owner.slug}/"):  # fmt: skip
        page = read(client, address)
        assert "How many people took part is withheld" in page
    count(activity, sex="men", age="18-29", people=41)
    for address in ("/en/activities/", f"/en/network/municipalities/{activity.owner.slug}/"):  # fmt: skip
        page = read(client, address)
        assert page.count(">withheld<") == 2  # its cell and the total of women
        assert "fewer than 5" not in page
        hidden.people = 0
        hidden.save()
        assert read(client, address) == page


def test_an_association_is_told_only_what_its_towns_did_since_they_joined(client):
    association = AssociationFactory()
    town = AffiliationFactory(
        association=association, valid_from=datetime.date(2026, 3, 1)
    ).municipality
    page = f"/es/red/asociaciones/{association.slug}/"
    assert "Qué hace<" in read(client, page)
    ApprovedActivityFactory(owner=town, title_es="Antes", started="2026-02-28")
    across = ApprovedActivityFactory(
        owner=town, title_es="Durante", started="2026-02-27", ended="2026-03-01"
    )
    for address in (page, f"/es/bitacora/?association={association.slug}"):
        told = read(client, address)
        assert across.title_es in told
        assert ">Antes<" not in told
    assert "Lo que hacen sus municipios" in read(client, page)
    ApprovedActivityFactory(owner=association, country="SV")
    assert "Lo que hacen la asociación y sus municipios" in read(client, page)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("items", [1, 3, 30])
def test_the_list_asks_the_same_few_questions(
    client, language, items, django_assert_num_queries
):
    for _number in range(items):
        activity = ApprovedActivityFactory(title_en="", what_happened_en="")
        count(activity)
        activity.places.add(activity.owner.place)
    client.get(LISTS[language])
    with django_assert_num_queries(6):
        client.get(LISTS[language])


def test_an_empty_log_says_so_and_offers_a_way(client):
    assert "Todavía no se ha publicado" in read(client, "/es/bitacora/")
    ApprovedActivityFactory()
    assert "Quite alguno de los filtros" in read(client, "/es/bitacora/?country=GT")


def test_the_other_language_s_word_leads_to_the_right_address(client):
    activity = ApprovedActivityFactory()
    answer = client.get(f"/en/bitacora/{activity.pk}/?x=1")
    assert answer.status_code == 301
    assert answer["Location"] == f"/en/activities/{activity.pk}/?x=1"
