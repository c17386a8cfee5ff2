"""What the world reads of a municipality's progress, policies and guide, and no more."""

import pytest
from django.test import Client

from amuprev.foundation.near import forget
from network.addresses import organisation_address
from tests.public_pages import plant_pages
from tests.toolkit.factories import BodyFactory, SeatFactory, StepFactory, reviewed_town
from toolkit.addresses import section_address
from toolkit.choices import TOLD
from toolkit.models import MunicipalPolicy
from toolkit.services import checks

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    plant_pages()
    town, clerk, _reviewer = reviewed_town()
    body = BodyFactory(organisation=town)
    SeatFactory(body=body, institution="Institución discreta")
    checks.answer_step(
        organisation=town,
        step=StepFactory(),
        by=clerk,
        answer="yes",
        reference="Acta guardada en el archivo",
    )
    StepFactory()
    return town


def read(address):
    return Client().get(address).content.decode()


def show(town, *, shared):
    body = town.prevention_body
    body.shares_progress, body.shared_at = shared, body.updated_at
    body.save()
    forget(TOLD)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_public_sees_progress_only_where_the_municipality_agreed(town, language):
    progress = section_address("progress", language=language)
    page = organisation_address(town.kind, town.slug, language)
    done = {"es": "1 de 2 pasos hechos", "en": "1 of 2 steps done"}[language]
    assert done not in read(progress)
    assert progress not in read(page)
    show(town, shared=True)
    assert done in read(progress)
    assert town.name in read(progress)
    assert progress in read(page)
    for said in (read(progress), read(page)):
        assert "Institución discreta" not in said
        assert "archivo" not in said
    show(town, shared=False)
    assert done not in read(progress)


def test_progress_is_read_for_one_country(town):
    show(town, shared=True)
    address = section_address("progress", language="es")
    assert town.country == "SV"
    assert town.name in read(f"{address}?pais=sv")
    assert town.name not in read(f"{address}?pais=gt")


def test_the_page_of_a_municipality_names_its_public_policies_alone(town):
    page = organisation_address(town.kind, town.slug, "es")
    policy = MunicipalPolicy.objects.create(
        owner=town, title_es="Política de convivencia", title_en="Policy"
    )
    assert policy.title_es not in read(page)
    policy.published_at = town.prevention_body.updated_at
    policy.save()
    forget(TOLD)
    assert policy.title_es in read(page)


def test_the_page_of_a_country_leads_to_the_guide_read_for_it(town):
    page = read("/es/red/paises/el-salvador/")
    assert "/es/caja-de-herramientas/?pais=sv" in page
    assert "/es/caja-de-herramientas/avance/?pais=sv" in page
