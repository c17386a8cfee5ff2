"""The public network: map, lists, records, history, and honest gaps."""

import datetime

import pytest
from django.utils import timezone

from network.models import (
    Agreement,
    Assembly,
    Milestone,
    NetworkMembership,
    Office,
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
    SecretariatTerm,
    StrategicPlan,
)
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
    OrganisationFactory,
    PlaceFactory,
    reviewed_municipality,
)
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


def became_district(town) -> None:
    PlaceLevel.objects.filter(place=town.place).update(
        valid_to=datetime.date(2024, 4, 30)
    )
    PlaceLevel.objects.create(
        place=town.place, level="district", valid_from=datetime.date(2024, 5, 1)
    )


RECORDS = [
    ("es", "/es/red/", "La red"),
    ("en", "/en/network/", "The network"),
    ("es", "/es/red/asociaciones/asoc/", "Asociación de prueba"),
    ("en", "/en/network/associations/asoc/", "Association for tests"),
    ("es", "/es/red/municipios/sv-prueba/", "Prueba"),
    ("en", "/en/network/municipalities/sv-prueba/", "Trial"),
    ("es", "/es/red/paises/el-salvador/", "El Salvador"),
    ("en", "/en/network/countries/dominican-republic/", "Dominican Republic"),
    ("es", "/es/red/historia/", "Historia de la red"),
    ("en", "/en/network/history/", "History of the network"),
]


@pytest.mark.parametrize(("language", "address", "name"), RECORDS)
def test_every_page_stands_in_both_languages(client, language, address, name):
    association = AssociationFactory(
        slug="asoc", name_es="Asociación de prueba", name_en="Association for tests"
    )
    town = reviewed_municipality(association)
    town.slug = "sv-prueba"
    town.save()
    town.place.name_es, town.place.name_en = "Prueba", "Trial"
    town.place.save()
    page = read(client, address)
    assert name in page
    assert f'<html lang="{language}">' in page
    assert page.count('rel="alternate" hreflang="') == 2
    assert f'rel="canonical" href="http://testserver{address}"' in page


def test_the_switch_on_a_record_leads_to_the_same_record(client):
    town = MunicipalityFactory()
    page = read(client, f"/es/red/municipios/{town.slug}/")
    assert f'href="/en/network/municipalities/{town.slug}/"' in page
    assert 'href="/en/network/countries/el-salvador/"' in read(
        client, "/es/red/paises/el-salvador/"
    )


LEADS = [
    ("/en/red/", "/en/network/", 301),
    ("/es/network/history/", "/es/red/history/", 301),
    ("/es/red/history/", "/es/red/historia/", 301),
    ("/en/network/paises/panama/", "/en/network/countries/panama/", 301),
    ("/en/network/countries/belice/", "/en/network/countries/belize/", 301),
    ("/es/red/associations/asoc/", "/es/red/asociaciones/asoc/", 301),
    ("/es/red/municipios/", "/es/red/#municipios", 302),
    ("/en/network/associations/", "/en/network/#associations", 302),
    ("/en/network/countries/", "/en/network/#countries", 302),
]


@pytest.mark.parametrize(("address", "right", "status"), LEADS)
def test_words_of_the_other_language_lead_to_the_right_address(
    client, address, right, status
):
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (status, right)


@pytest.mark.parametrize(
    "address",
    [
        "/es/red/otra-cosa/",
        "/es/red/asociaciones/no-hay/",
        "/es/red/municipios/asoc/",
        "/es/red/paises/narnia/",
        "/es/red/paises/estados-unidos/",
        "/es/red/otra/cosa/",
    ],
)
def test_what_is_not_there_is_not_found(client, address):
    AssociationFactory(slug="asoc")
    assert client.get(address).status_code == 404


def test_organisations_that_are_not_shown_are_nowhere(client):
    association = AssociationFactory(shown=False, acronym="OCULTA")
    town = reviewed_municipality(association)
    unseen = MunicipalityFactory(shown=False, name_es="Villa Oculta")
    OrganisationFactory(shown=False, name_es="Institución Oculta")
    addresses = ["/es/red/", "/es/red/paises/el-salvador/", "/sitemap-network.xml"]
    for address in [*addresses, f"/es/red/municipios/{town.slug}/"]:
        page = read(client, address).lower()
        assert "oculta" not in page, address
        assert association.slug not in page
        assert unseen.slug not in page
    for kind, record in (("asociaciones", association), ("municipios", unseen)):
        assert client.get(f"/es/red/{kind}/{record.slug}/").status_code == 404


def test_the_map_links_its_lamps_and_says_how_many_shine(client):
    town = MunicipalityFactory()
    page = read(client, "/es/red/")
    assert f'<a href="/es/red/municipios/{town.slug}/"><title>' in page
    assert 'class="map-lamp"' not in page
    assert "ninguno lo ha hecho" in page
    ApprovedActivityFactory(
        owner=town, publish_from=timezone.localdate() - datetime.timedelta(days=5)
    )
    page = read(client, "/es/red/")
    assert 'class="map-lamp"' in page
    assert "1 brilla más" in page
    assert "contó algo este mes" in page


def test_filters_of_the_network(client):
    AssociationFactory(acronym="ASVA", country="SV")
    AssociationFactory(acronym="ASGU", country="GT")
    MunicipalityFactory(name_es="Villa Salvadora", country="SV")
    MunicipalityFactory(name_es="Villa Guatemalteca", country="GT")
    page = read(client, "/es/red/?country=GT")
    table = page[page.index('id="lists"') :]
    assert "ASGU" in table
    assert "ASVA" not in table
    assert "Villa Guatemalteca" in table
    assert "Villa Salvadora" not in table
    only = client.get("/es/red/?show=municipality")
    assert not only.context["show_associations"]
    wrong = client.get("/es/red/?country=ZZ&show=x&q=" + "y" * 99)
    assert sorted(wrong.context["form"].errors) == ["country", "q", "show"]
    assert wrong.content.decode().count("Elija una opción de la lista.") == 2


@pytest.mark.parametrize("words", ["SANTA TECLA", "nuevá sàn salvador", "tecla"])
def test_an_old_name_finds_the_place_and_says_what_it_is_today(client, words):
    town = MunicipalityFactory(name_es="Santa Tecla", name_en="Santa Tecla")
    became_district(town)
    PlaceName.objects.create(place=town.place, kind="former", text="Nueva San Salvador")
    MunicipalityFactory(name_es="Otro lugar", name_en="Another place")
    answer = client.get("/es/red/", {"q": words})
    assert [row.place for row in answer.context["towns"]] == [town.place]
    page = answer.content.decode()
    assert "Fue municipio hasta el 30 de abril de 2024; hoy es distrito." in page


def test_a_search_without_result_offers_a_way(client):
    page = read(client, "/es/red/?q=zzz")
    assert "El portal no conoce ningún municipio así" in page


def test_a_municipality_tells_its_territory_with_memory(client):
    association = AssociationFactory(acronym="COMUX")
    town = reviewed_municipality(association)
    became_district(town)
    PlaceName.objects.create(place=town.place, kind="former", text="Nombre Viejo")
    PlacePopulation.objects.create(
        place=town.place, year=2007, people=121908, source="Censo | https://x.example"
    )
    ApprovedActivityFactory(owner=town, title_es="Lo que hizo")
    ApprovedActivityFactory(title_es="Lo del vecino")
    page = read(client, f"/es/red/municipios/{town.slug}/")
    for told in (
        "Fue municipio hasta el 30 de abril de 2024; hoy es distrito.",
        "Nombre Viejo",
        "121\u202f908",
        "Habitantes, 2007",
        "Censo",
        "COMUX",
        "Lo que hizo",
    ):
        assert told in page, told
    assert "Lo del vecino" not in page


def test_an_association_tells_what_is_known_and_what_is_not(client):
    association = AssociationFactory(acronym="ASOX")
    page = read(client, f"/es/red/asociaciones/{association.slug}/")
    assert "No se sabe si tiene un plan que incluya la prevención." in page
    assert "no sabe qué relación tiene con la red" in page
    NetworkMembership.objects.create(
        association=association, status="active", role="presidency"
    )
    StrategicPlan.objects.create(
        association=association, title_es="Plan 2020", includes_prevention="yes"
    )
    Office.objects.create(
        organisation=association, title_es="Oficina visible", public=True
    )
    Office.objects.create(organisation=association, title_es="Oficina reservada")
    Assembly.objects.create(
        association=association,
        key="a",
        title_es="Asamblea primera",
        started=datetime.date(2012, 11, 28),
    )
    page = read(client, f"/es/red/asociaciones/{association.slug}/")
    for told in (
        "Activa · Presidencia",
        "incluye la prevención",
        "Oficina visible",
        "Asamblea primera",
        "28 de noviembre de 2012",
    ):
        assert told in page, told
    assert "Oficina reservada" not in page


def test_the_history_is_in_order_with_its_sources_and_doubts(client):
    Milestone.objects.create(
        key="end",
        title_es="Termina",
        started=datetime.date(2019, 9, 1),
        date_precision="month",
        sources="Portal | https://example.org/a",
    )
    Milestone.objects.create(
        key="visit",
        title_es="Visita",
        started=datetime.date(2010, 1, 1),
        ended=datetime.date(2011, 12, 31),
        date_precision="year",
        date_uncertain=True,
        doubts_es="No se sabe el año.",
    )
    Agreement.objects.create(
        key="memo", title_es="Memorando", started=datetime.date(2014, 12, 1)
    )
    SecretariatTerm.objects.create(
        holder_es="AMUPREV", valid_to=datetime.date(2015, 9, 30)
    )
    page = read(client, "/es/red/historia/")
    places = [page.index(word) for word in (">Visita<", ">Memorando<", ">Termina<")]
    assert places == sorted(places)
    assert "entre 2010 y 2011 (fecha incierta)" in page
    assert "septiembre de 2019" in page
    assert "No se sabe el año." in page
    assert 'href="https://example.org/a"' in page
    assert "hasta el 30 de septiembre de 2015" in page
    for end in ("Septiembre de 2013", "30 de septiembre de 2015", "Septiembre de 2019"):
        assert end in page


def test_a_country_says_what_the_portal_does_not_know(client):
    MunicipalityFactory(country="PA", name_es="Sin Asociación")
    page = read(client, "/es/red/paises/panama/")
    assert "Qué asociación de municipios participa en la red." in page
    assert "A qué asociación pertenecen: Sin Asociación." in page


def full_network(towns: int):
    association = AssociationFactory(slug="asoc")
    NetworkMembership.objects.create(association=association, status="active")
    town = None
    for _number in range(towns):
        town = reviewed_municipality(association)
        became_district(town)
        PlaceName.objects.create(place=town.place, kind="former", text="Antes")
        activity = ApprovedActivityFactory(owner=town)
        activity.places.add(town.place)
        OrganisationFactory(country="SV")
        Milestone.objects.create(
            key=town.key, title_es="Hito", started=datetime.date(2012, 1, 1)
        )
    return town


@pytest.mark.parametrize("towns", [1, 3, 30])
def test_the_network_asks_the_same_few_questions(
    client, towns, django_assert_num_queries
):
    town = full_network(towns)
    for address, questions in (
        ("/es/red/", 5),
        ("/es/red/?q=antes", 6),
        ("/es/red/asociaciones/asoc/", 5),
        (f"/es/red/municipios/{town.slug}/", 5),
        ("/es/red/paises/el-salvador/", 5),
        ("/es/red/historia/", 2),
    ):
        client.get(address)
        with django_assert_num_queries(questions):
            client.get(address)


def test_a_departments_code_is_not_shown_as_the_municipalitys(client):
    town = reviewed_municipality()
    above = PlaceFactory(name_es="La Libertad", iso_3166_2="SV-LI")
    PlaceParent.objects.create(place=town.place, parent=above)
    Place.objects.filter(pk=town.place_id).update(iso_3166_2="SV-LI")
    told = read(client, f"/es/red/municipios/{town.slug}/")
    assert "La Libertad (SV-LI)" in told
    assert "Código ISO 3166-2" not in told
