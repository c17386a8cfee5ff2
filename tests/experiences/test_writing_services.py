"""Writing an experience, section by section, by several people."""

import uuid

import pytest

from experiences.choices import Section
from experiences.models import Experience
from experiences.services import writing
from experiences.services.writing import StaleSection
from network.choices import Act, ReviewState, Role
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory, OutcomeFactory
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


def begin(owner, by, key=None, title="El parque vuelve a ser de todos"):
    return writing.start_experience(
        owner=owner, by=by, client_uuid=key or uuid.uuid4(), title=title
    )


def save(experience, by, text, *, version=0, section=Section.PROBLEM):
    return writing.save_section(
        experience=experience,
        section=section,
        by=by,
        version=version,
        values={f"{section.value}_es": text},
    )


def test_a_form_sent_twice_begins_one_experience():
    town = reviewed_municipality()
    writer, key = staff_of(town), uuid.uuid4()
    first, new = begin(town, writer, key)
    again, twice = begin(town, writer, key)
    assert (new, twice) == (True, False)
    assert first == again
    assert first.association == town.affiliations.get().association
    assert list(first.places.all()) == [town.place]
    assert first.was_written_by(writer)
    assert AuditEntry.objects.filter(act=Act.EXPERIENCE_STARTED).count() == 1


def test_a_key_of_another_town_is_refused():
    key, town = uuid.uuid4(), MunicipalityFactory()
    begin(town, staff_of(town), key)
    other = MunicipalityFactory()
    with pytest.raises(Refused):
        begin(other, staff_of(other), key)


@pytest.mark.parametrize("who", ["reader", "neighbour", "editor", "secretariat"])
def test_others_do_not_begin(who):
    town = MunicipalityFactory()
    people = {
        "reader": lambda: staff_of(town, Role.READS),
        "neighbour": lambda: staff_of(MunicipalityFactory()),
        "editor": editor_of_the_portal,
        "secretariat": secretariat_member,
    }
    with pytest.raises(Refused):
        begin(town, people[who]())
    assert not Experience.objects.exists()


def test_the_association_writes_for_its_municipality():
    town = reviewed_municipality()
    association = town.affiliations.get().association
    experience, _new = begin(town, staff_of(town))
    helper = staff_of(association, Role.REVIEWS)
    save(experience, helper, "Después de la entrevista.")
    experience.refresh_from_db()
    assert experience.problem_es == "Después de la entrevista."
    assert experience.was_written_by(helper)


def test_two_people_do_not_overwrite_each_other():
    experience = ExperienceFactory()
    ana, berta = staff_of(experience.owner), staff_of(experience.owner)
    save(experience, ana, "De Ana.")
    with pytest.raises(StaleSection) as stale:
        save(experience, berta, "De Berta.")
    assert stale.value.record.problem_es == "De Ana."
    assert stale.value.state.saved_by == ana
    save(experience, berta, "De las dos.", version=1)
    experience.refresh_from_db()
    assert experience.problem_es == "De las dos."


def test_another_section_is_not_in_the_way():
    experience = ExperienceFactory()
    ana, berta = staff_of(experience.owner), staff_of(experience.owner)
    save(experience, ana, "El problema.")
    save(experience, berta, "Lo que se hizo.", section=Section.DONE)
    experience.refresh_from_db()
    assert experience.problem_es == "El problema."
    assert experience.what_was_done_es == "Lo que se hizo."
    assert writing.version_of(experience, Section.PROBLEM) == 1
    assert writing.version_of(experience, Section.ARRIVAL) == 0


def test_the_same_content_twice_changes_nothing():
    experience = ExperienceFactory()
    ana = staff_of(experience.owner)
    save(experience, ana, "De Ana.")
    save(experience, ana, "De Ana.")
    assert writing.version_of(experience, Section.PROBLEM) == 1
    assert AuditEntry.objects.filter(act=Act.EXPERIENCE_SAVED).count() == 1


def test_rows_are_changed_added_and_dropped():
    experience = ExperienceFactory()
    kept, dropped = (OutcomeFactory(experience=experience) for _each in range(2))
    writing.save_section(
        experience=experience,
        section=Section.OUTCOMES,
        by=staff_of(experience.owner),
        version=0,
        values={},
        rows={
            "outcomes": [
                {"pk": kept.pk, "text_es": "Menos pleitos"},
                {"text_es": "Más luz", "text_en": "More light"},
            ]
        },
    )
    texts = list(experience.outcomes.values_list("pk", "text_es"))
    assert texts[0] == (kept.pk, "Menos pleitos")
    assert texts[1][1] == "Más luz"
    assert dropped.pk not in dict(texts)


@pytest.mark.parametrize(
    "state", [ReviewState.SUBMITTED, ReviewState.APPROVED, ReviewState.WITHDRAWN]
)
def test_what_is_not_open_is_not_changed(state):
    experience = ExperienceFactory()
    writer = staff_of(experience.owner)
    Experience.objects.filter(pk=experience.pk).update(
        review_state=state,
        slug="sv-parque",
        position=1,
        published_at="2026-01-01T00:00Z",
        reviewed_at="2026-01-01T00:00Z",
    )
    with pytest.raises(Refused):
        save(experience, writer, "Otra cosa.")
    experience.refresh_from_db()
    assert experience.problem_es != "Otra cosa."


def test_a_neighbour_does_not_save():
    experience = ExperienceFactory()
    with pytest.raises(Refused):
        save(experience, staff_of(MunicipalityFactory()), "Ajeno.")
