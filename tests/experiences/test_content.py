"""The experiences that come with the portal."""

import pytest
from django.core.management import call_command

from amuprev.foundation.loading import Outcome, fingerprints
from amuprev.foundation.models import LoadedContent
from amuprev.management.commands import load_portal
from amuprev.management.commands.load_portal import load_all
from experiences import content
from experiences.models import Experience, ExperienceOutcome
from experiences.models.experiences import SECTION_TEXTS
from experiences.services import corrections, discarding, review
from experiences.services.completeness import missing_to_submit
from experiences.services.facets import faults_of_facets
from experiences.services.writing import save_section
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]


@pytest.fixture
def loaded():
    return list(Experience.objects.order_by("content_key"))


def test_each_is_public_short_and_sourced(loaded):
    assert len(loaded) >= 8
    assert set(Experience.objects.public()) == set(loaded)
    for experience in loaded:
        assert missing_to_submit(experience) == {}, experience.content_key
        assert not experience.full
        assert experience.sources
        assert (experience.what_we_do_not_know_es or "").strip()
        assert experience.slug.startswith(experience.country.lower())
        assert experience.owner.place in experience.places.all()
    assert faults_of_facets() == []


def test_both_languages_say_as_much(loaded):
    for experience in loaded:
        for name in ("title", "summary", *SECTION_TEXTS.values(), "doubts"):
            spanish = getattr(experience, f"{name}_es") or ""
            english = getattr(experience, f"{name}_en") or ""
            assert bool(spanish) == bool(english), (experience.content_key, name)
        for part in (*experience.milestones.all(), *experience.outcomes.all()):
            assert part.text_es
            assert part.text_en


def test_nothing_is_called_evaluated_that_is_not(loaded):
    for experience in loaded:
        for outcome in experience.outcomes.all():
            assert outcome.effect == "not_rated"


def test_loaded_again_nothing_changes_and_what_was_edited_stays(loaded):
    first = loaded[0]
    positions = {each.pk: each.position for each in loaded}
    Experience.objects.filter(pk=first.pk).update(problem_es="Escrito aquí.")
    counts = load_all().counts["experiences"]
    assert counts == {Outcome.UNCHANGED: len(loaded) - 1, Outcome.LEFT_ALONE: 1}
    first.refresh_from_db()
    assert first.problem_es == "Escrito aquí."
    assert dict(Experience.objects.values_list("pk", "position")) == positions


def test_what_was_corrected_here_stays_when_it_is_loaded_again(loaded):
    clerk = staff_of(loaded[0].owner)
    made = corrections.start_correction(experience=loaded[0], by=clerk)
    save_section(
        experience=made,
        section="problem",
        by=clerk,
        version=0,
        values={"problem_es": "Corregido aquí."},
    )
    review.submit_experience(experience=made, by=clerk)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    counts = load_all().counts["experiences"]
    assert counts == {Outcome.UNCHANGED: len(loaded) - 1, Outcome.LEFT_ALONE: 1}
    assert Experience.objects.get(pk=loaded[0].pk).problem_es == "Corregido aquí."


def as_if_the_file_had_changed(experience):
    """The record, and what is remembered of it, as an older file left them."""
    Experience.objects.filter(pk=experience.pk).update(problem_es="De antes.")
    memory = LoadedContent.objects.get(
        model="experiences.experience", key=experience.content_key
    )
    memory.fields |= fingerprints({"problem_es": "De antes."})
    memory.save()


def test_a_load_takes_what_the_file_says_now(loaded):
    as_if_the_file_had_changed(loaded[0])
    assert load_all().counts["experiences"][Outcome.UPDATED] == 1
    assert Experience.objects.get(pk=loaded[0].pk).problem_es != "De antes."


@pytest.mark.parametrize(
    "added",
    [
        {"cost_band": "low", "cost_year": 2012},
        {"effect": "promising"},
        {"registry": "crimesolutions", "registry_says_en": "It may work."},
    ],
)
def test_what_a_town_hall_added_to_an_outcome_outlives_a_load(loaded, added):
    told = next(each for each in loaded if each.outcomes.exists())
    as_if_the_file_had_changed(told)
    outcomes = ExperienceOutcome.objects.filter(experience=told)
    key = outcomes.first().pk
    outcomes.filter(pk=key).update(**added)
    assert load_all().counts["experiences"][Outcome.LEFT_ALONE] == 1
    assert outcomes.filter(pk=key, **added).exists()


def test_what_was_left_for_a_correction_is_taken_once_it_is_discarded(
    loaded, monkeypatch, capsys
):
    monkeypatch.setattr(load_portal, "CONTENTS", (content,))
    as_if_the_file_had_changed(loaded[0])
    clerk = staff_of(loaded[0].owner)
    made = corrections.start_correction(experience=loaded[0], by=clerk)
    for _start in range(2):
        call_command("load_portal")
        assert "1 left for later" in capsys.readouterr().out
        assert Experience.objects.get(pk=loaded[0].pk).problem_es == "De antes."
    discarding.discard_experience(experience=made, by=clerk)
    call_command("load_portal")
    assert Experience.objects.get(pk=loaded[0].pk).problem_es != "De antes."
    call_command("load_portal")
    assert "already loaded" in capsys.readouterr().out
