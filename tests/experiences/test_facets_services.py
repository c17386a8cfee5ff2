"""The bits of the filters follow what is public."""

import pytest
from django.core.management import CommandError, call_command

from amuprev.foundation import bits
from amuprev.foundation.narrowing import EVERY
from experiences.facets import facets_of
from experiences.models import Experience, FacetBits
from experiences.services import review
from experiences.services.facets import faults_of_facets, fill_facets, keep_facets
from tests.experiences.factories import (
    OutcomeFactory,
    SentExperienceFactory,
    published,
)
from tests.network.factories import (
    PopulationGroupFactory,
    ThemeFactory,
    editor_of_the_portal,
    secretariat_member,
)

pytestmark = pytest.mark.django_db


def held(facet, value=""):
    row = FacetBits.objects.filter(facet=facet, value=value).first()
    return list(bits.lowest_first(bits.of_bytes(row.bits))) if row else []


def test_publishing_and_hiding_move_the_bits():
    first, second = published(), published()
    assert held(*EVERY) == [first.position, second.position]
    assert held("country", first.country) == [first.position, second.position]
    review.hide_experience(experience=first, by=secretariat_member())
    assert held(*EVERY) == [second.position]
    review.show_experience(experience=first, by=secretariat_member())
    assert held(*EVERY) == [first.position, second.position]
    assert faults_of_facets() == []


def test_what_it_bears():
    sent = SentExperienceFactory(problems=["02", "08"], inspire_strategies=["S"])
    theme, group = ThemeFactory(), PopulationGroupFactory()
    sent.themes.add(theme)
    sent.groups.add(group)
    sent.owner.place.populations.create(year=2007, people=49_000, source="Censo")
    OutcomeFactory(experience=sent, effect="negative", evidence="before_after")
    OutcomeFactory(experience=sent, evidence="monitoring")
    out = review.publish_experience(experience=sent, by=editor_of_the_portal())
    assert facets_of(out) == {
        EVERY,
        ("form", "short"),
        ("country", out.country),
        ("place", out.owner.place.slug),
        ("level", "primary"),
        ("problem", "02"),
        ("problem", "08"),
        ("inspire", "S"),
        ("theme", theme.key),
        ("group", group.key),
        ("evidence", "before_after"),
        ("size", "10k_50k"),
        ("stumbles", "yes"),
    }


def test_nothing_that_is_not_public_has_a_bit():
    SentExperienceFactory()
    assert fill_facets() == 0
    assert held(*EVERY) == []


def test_made_anew_they_are_the_same():
    for _each in range(4):
        published()
    before = {
        (row.facet, row.value): bytes(row.bits) for row in FacetBits.objects.all()
    }
    FacetBits.objects.all().delete()
    assert faults_of_facets() != []
    assert fill_facets() == 4
    after = {(row.facet, row.value): bytes(row.bits) for row in FacetBits.objects.all()}
    assert after == before
    assert faults_of_facets() == []


def test_an_organisation_no_longer_shown_is_followed():
    out = published()
    out.owner.shown = False
    out.owner.save()
    assert faults_of_facets() != []
    keep_facets(Experience.objects.get(pk=out.pk))
    assert held(*EVERY) == []
    assert faults_of_facets() == []


def test_the_command_says_that_all_is_in_order(capsys):
    published()
    call_command("check_facets")
    assert capsys.readouterr().out == "Filters: in order.\n"


def test_the_command_fails_and_names_what_differs_and_leaves_it():
    out = published(problems=["08"])
    FacetBits.objects.filter(facet="problem").delete()
    FacetBits.objects.create(facet="country", value="XX", bits=b"\x01")
    with pytest.raises(CommandError) as refused:
        call_command("check_facets")
    assert str(refused.value).splitlines() == ["country: XX", "problem: 08"]
    assert held("problem", "08") == []
    assert held("country", out.country) == [out.position]


def test_the_command_repairs_what_differs(capsys):
    out = published(problems=["08"])
    FacetBits.objects.all().delete()
    call_command("check_facets", "--repair")
    said = capsys.readouterr().out
    assert "problem: 08" in said
    assert said.endswith("Filters: repaired.\n")
    assert held("problem", "08") == [out.position]
    assert faults_of_facets() == []
    call_command("check_facets", "--repair")
    assert capsys.readouterr().out == "Filters: in order.\n"
