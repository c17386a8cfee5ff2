"""The guide, the norms and the model documents that come with the portal."""

import pytest

from amuprev.foundation.loading import Outcome
from amuprev.management.commands.load_portal import load_all
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.models import (
    Audience,
    CountryBody,
    Instrument,
    InstrumentChange,
    ModelDocument,
    MunicipalPolicy,
    Part,
    Phase,
    Publication,
    Step,
    StepNorm,
)
from toolkit.papering import faults_of_model

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

LISTS = ("how", "done", "evidence", "mistakes", "questions")
TEXTS = ("title", "why", "who", "time", "cost", "missing", "reviewed_by", *LISTS)
SMALLEST_HOW = 5


def test_the_whole_guide_is_there_in_order():
    assert Part.objects.count() == 3
    assert Phase.objects.count() == 7
    steps = list(Step.objects.in_order())
    assert len(steps) == 28
    assert [step.position for step in steps] == list(range(1, 29))
    # Whoever reads it through never goes back to an earlier phase.
    phases = [step.phase.position for step in steps]
    assert phases == sorted(phases)
    assert {step.phase_id for step in steps} == set(
        Phase.objects.values_list("pk", flat=True)
    )


def test_each_step_can_be_worked_with_alone():
    for step in Step.objects.all():
        for name in TEXTS:
            spanish = getattr(step, f"{name}_es") or ""
            english = getattr(step, f"{name}_en") or ""
            assert bool(spanish) == bool(english), (step.key, name)
            assert spanish or name == "mistakes", (step.key, name)
        for name in LISTS:
            assert len(step.lines(name, "es")) == len(step.lines(name, "en"))
        assert len(step.lines("how", "es")) >= SMALLEST_HOW
        assert step.sources, step.key
        assert step.reviewed_on


def test_each_step_has_a_norm_or_an_honest_absence_in_each_country():
    for step in Step.objects.all():
        for country in GUIDE_COUNTRIES:
            rows = list(step.norms.filter(country=country))
            assert rows, (step.key, country)
            assert len({row.is_missing for row in rows}) == 1
            for row in rows:
                assert row.note_es
                assert row.note_en
                assert row.is_missing or row.instrument.country == country
    assert StepNorm.objects.missing().exists()


def test_norms_say_where_they_were_read_and_that_nobody_checked_them():
    norms = list(Instrument.objects.all())
    assert len(norms) == 24
    for norm in norms:
        assert norm.sources, norm.key
        assert norm.doubts_es, norm.key
        assert norm.needs_checking
        assert norm.relevance_es
        assert norm.relevance_en
    assert {norm.country for norm in norms} == {c.value for c in GUIDE_COUNTRIES}


def test_what_was_repealed_since_the_book_says_so():
    old = Instrument.objects.get(key="pa-community-justice-2016")
    new = Instrument.objects.get(key="pa-community-justice-2025")
    assert not old.stands
    assert new.stands
    change = InstrumentChange.objects.get(by=new, of=old)
    assert change.kind == "repeals"
    # A step that still names it says that it was replaced.
    for row in old.step_norms.all():
        assert "467" in row.note_es


def test_each_country_says_what_its_body_is_called_and_what_is_missing():
    bodies = {body.country: body for body in CountryBody.objects.all()}
    assert set(bodies) == {country.value for country in GUIDE_COUNTRIES}
    for body in bodies.values():
        assert body.name
        assert body.member_lines
        assert body.missing_es
        assert body.missing_en


def test_everybody_finds_where_to_begin():
    audiences = list(Audience.objects.all())
    assert len(audiences) == 7
    told = set()
    for audience in audiences:
        assert audience.steps.count() >= 5
        told |= set(audience.steps.values_list("key", flat=True))
    assert "police-and-residents" in told


def test_model_documents_can_be_printed_in_both_languages():
    documents = list(ModelDocument.objects.all())
    assert len(documents) == 11
    for document in documents:
        fields = {row[0] for row in document.fields}
        for language in ("es", "en"):
            body = getattr(document, f"body_{language}")
            assert list(faults_of_model(body, fields)) == []
        spanish = document.body_es.splitlines()
        english = document.body_en.splitlines()
        assert len(spanish) == len(english), document.key
    used = set(ModelDocument.objects.filter(steps__isnull=False))
    assert used == set(documents)


def test_publications_are_linked_and_the_register_has_its_doubts():
    assert Publication.objects.count() == 6
    assert not Publication.objects.filter(address="").exists()
    policies = list(MunicipalPolicy.objects.public())
    assert len(policies) == 4
    assert all(policy.doubts_es and policy.sources for policy in policies)


def test_loaded_again_nothing_changes_and_what_was_edited_stays():
    step = Step.objects.get(key="install")
    Step.objects.filter(pk=step.pk).update(why_es="Escrito aquí.")
    norm = Instrument.objects.get(key="sv-municipal-code")
    norm.articles.all().delete()
    step.norms.filter(country="GT").update(note_es="Corregido aquí.")
    counts = load_all().counts
    kept = {Outcome.LEFT_ALONE: 1}
    assert counts["steps of the guide"] == {Outcome.UNCHANGED: 27, **kept}
    assert counts["norms"] == {Outcome.UNCHANGED: 23, **kept}
    assert counts["norms of the steps"] == {Outcome.UNCHANGED: 27, **kept}
    assert set(counts["model documents"]) == {Outcome.UNCHANGED}
    assert set(counts["bodies in the countries"]) == {Outcome.UNCHANGED}
    assert set(counts["prevention policies and plans of municipalities"]) == {
        Outcome.UNCHANGED
    }
    step.refresh_from_db()
    assert step.why_es == "Escrito aquí."
    assert not norm.articles.exists()
