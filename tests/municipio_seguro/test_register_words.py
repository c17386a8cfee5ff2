"""Words that everybody reads, targets without a measure, forms of another town."""

import uuid

import pytest

from municipio_seguro.choices import Visibility
from municipio_seguro.models import Measure, Risk
from municipio_seguro.services import measures, risks
from tests.municipio_seguro import factories
from tests.municipio_seguro.refusing import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.a_town()


def test_a_public_measure_asks_on_whatever_sheet_its_words_are_written(town):
    measure = factories.a_measure(town, factories.a_risk(town))
    Measure.objects.update(visibility=Visibility.PUBLIC)
    saved = {"measure": measure, "by": town.clerk, "version": None}
    for section, name in (("what", "description_es"), ("", "title_es")):
        words = {"values": {name: "Llame al 7777-1234"}, "section": section}
        refused("doubt", measures.save_measure, **saved, **words)
        assert measures.save_measure(**saved, **words, sure=["G-W08"])
    assert measures.save_measure(**saved, values={"due_on": measure.due_on})


def test_without_its_last_measure_nothing_lower_is_foreseen(town):
    risk = factories.a_risk(town)
    first, second = (factories.a_measure(town, risk) for _turn in range(2))
    risks.save_risk(
        risk=risk,
        by=town.clerk,
        version=None,
        values={"target_likelihood": 1, "target_impact": 2},
    )
    other = factories.a_risk(town)
    moved = {"by": town.clerk, "version": None, "values": {}, "risks": [other]}
    measures.save_measure(measure=first, **moved)
    assert Risk.objects.get(pk=risk.pk).target_likelihood == 1
    measures.save_measure(measure=second, **moved)
    freed = Risk.objects.get(pk=risk.pk)
    assert freed.target_level == freed.level
    assert (freed.target_likelihood, freed.target_impact) == (
        freed.current_likelihood,
        freed.current_impact,
    )
    saved = risks.save_risk(
        risk=freed, by=town.clerk, version=None, values={"title_es": "Otra vez"}
    )
    assert saved.version > freed.version


def test_a_form_of_another_town_makes_nothing(town):
    risk, key = factories.a_risk(town), uuid.uuid4()
    measure = factories.a_measure(town, risk)
    for each in (risk, measure):
        type(each).objects.filter(pk=each.pk).update(client_uuid=key)
    other = factories.a_town()
    noted = {"threat": risk.threat, "values": {}, "client_uuid": key}
    refused(
        "refused",
        risks.note_risk,
        municipality=other.organisation,
        by=other.clerk,
        **noted,
    )
    proposed = {"values": {}, "funding": [], "client_uuid": key}
    refused(
        "refused",
        measures.propose_measure,
        municipality=other.organisation,
        by=other.clerk,
        **proposed,
    )
    again = risks.note_risk(municipality=town.organisation, by=town.clerk, **noted)
    assert again.pk == risk.pk
