"""What the search would find of the toolkit, once its pages stand."""

import pytest

from tests.toolkit.factories import InstrumentFactory, StepFactory
from toolkit import search
from toolkit.addresses import TAKEN_WORDS
from toolkit.models import Article, Instrument, Step

pytestmark = pytest.mark.django_db


def documents(source):
    keys = [str(key) for key in source.every()]
    assert source.public([*keys, "0", "x"]) == set(keys)
    return {each.language: each for each in source.documents(keys)}


def test_a_step_is_found_by_what_it_says_in_each_language():
    step = StepFactory(slug="instalar")
    found = documents(search.STEPS)
    assert found["es"].address == "/es/caja-de-herramientas/instalar/"
    assert found["en"].address == "/en/toolkit/instalar/"
    assert "Uno" in found["es"].text
    assert "One" in found["en"].text
    assert found["en"].title == step.title_en


def test_a_norm_is_found_by_its_number_and_its_articles():
    norm = InstrumentFactory(number="Decreto 274", title_en="")
    Article.objects.create(
        instrument=norm, number="4", summary_es="Las tasas", summary_en="The rates"
    )
    found = documents(search.NORMS)
    assert found["es"].names == ("Decreto 274",)
    assert "Las tasas" in found["es"].facts
    assert "The rates" in found["en"].facts
    # Where there is no English the title says that it is Spanish.
    assert found["en"].title_language == "es"
    assert found["es"].country == "SV"
    assert found["es"].years == {2001}


@pytest.mark.usefixtures("initial_content")
def test_no_entry_is_called_as_a_part_of_the_site(django_assert_num_queries):
    slugs = {*Step.objects.values_list("slug", flat=True)}
    assert not slugs & TAKEN_WORDS
    keys = [str(key) for key in search.NORMS.every()]
    assert len(keys) == Instrument.objects.count()
    with django_assert_num_queries(2):
        assert len(list(search.NORMS.documents(keys))) == 2 * len(keys)
