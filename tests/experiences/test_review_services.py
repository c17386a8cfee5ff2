"""From the writers to the public and back."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from experiences.choices import Effect, Section
from experiences.models import Experience, ExperienceDocument
from experiences.services import review
from experiences.services.completeness import missing_to_submit
from network.choices import ReviewState, Role
from network.services.refusals import Refused
from tests.experiences.factories import (
    FULL,
    SHORT,
    ExperienceFactory,
    OutcomeFactory,
    SentExperienceFactory,
    VoiceFactory,
    published,
)
from tests.network.factories import (
    AffiliationFactory,
    MunicipalityFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


def without(name, texts=SHORT):
    return {key: text for key, text in texts.items() if key != name}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_record_says_its_four_things(name):
    experience = ExperienceFactory(told=without(name))
    assert list(missing_to_submit(experience)) == [name]
    with pytest.raises(Refused):
        review.submit_experience(experience=experience, by=staff_of(experience.owner))


@pytest.mark.parametrize(
    "name", ["what_did_not_work", "what_we_do_not_know", "how_to_adapt"]
)
def test_a_full_one_says_what_failed_and_what_is_not_known(name):
    experience = a_full_one(told=without(name, FULL))
    assert list(missing_to_submit(experience)) == [name]


def a_full_one(**values):
    made = ExperienceFactory(**{"told": FULL, "summary_es": "En breve.", **values})
    OutcomeFactory(experience=made)
    return made


def test_a_full_one_has_its_day_and_a_result_and_a_short_one_need_not():
    assert missing_to_submit(a_full_one()) == {}
    undated = a_full_one(systematised_on=None)
    assert "sistematizó" in str(missing_to_submit(undated)["about"])
    undated.outcomes.all().delete()
    assert list(missing_to_submit(undated)) == ["about", "outcomes"]
    with pytest.raises(Refused):
        review.submit_experience(experience=undated, by=staff_of(undated.owner))
    short = ExperienceFactory(systematised_on=None)
    assert missing_to_submit(short) == {}


def test_the_association_that_came_since_answers_the_questions():
    draft = ExperienceFactory()
    assert draft.association is None
    sent = review.submit_experience(experience=draft, by=staff_of(draft.owner))
    assert sent.association is None
    joined = AffiliationFactory()
    draft = ExperienceFactory(owner=joined.municipality)
    sent = review.submit_experience(experience=draft, by=staff_of(draft.owner))
    assert sent.association == joined.association


def test_an_unfinished_moment_leaves_it_short():
    experience = published(told=without("arrival", FULL))
    assert not experience.full
    assert published(told=FULL, summary_es="En breve.").full


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"started": None}, "cuándo"),
        ({"started": timezone.localdate() + datetime.timedelta(days=9)}, "empezado"),
        ({"prevention_level": ""}, "nivel"),
        ({"title_es": " "}, "título"),
        ({"summary_es": "palabra " * 121}, "121"),
    ],
)
def test_what_is_missing_is_said(values, word):
    experience = ExperienceFactory(**values)
    (sentences,) = missing_to_submit(experience).values()
    assert word in " ".join(sentences)


def test_a_voice_without_consent_is_not_published():
    for fault in ({"consented": False}, {"consent_until": None}):
        voice = VoiceFactory(**fault)
        assert list(missing_to_submit(voice.experience)) == [Section.VOICES]
    past = VoiceFactory(consent_until=timezone.localdate() - datetime.timedelta(days=1))
    assert list(missing_to_submit(past.experience)) == [Section.VOICES]
    assert missing_to_submit(VoiceFactory().experience) == {}


def test_of_a_municipality_not_shown_nothing_is_sent():
    experience = ExperienceFactory(owner=MunicipalityFactory(shown=False))
    assert list(missing_to_submit(experience)) == [Section.ABOUT]


def test_its_way_to_the_public_and_back():
    experience = ExperienceFactory(owner=reviewed_municipality())
    writer, editor = staff_of(experience.owner), editor_of_the_portal()
    sent = review.submit_experience(experience=experience, by=writer)
    assert sent.review_state == ReviewState.SUBMITTED
    returned = review.return_experience(
        experience=sent, by=editor, notes={Section.PROBLEM: "¿Desde cuándo?"}
    )
    note = returned.section_states.get(section=Section.PROBLEM)
    assert (note.note, note.answered) == ("¿Desde cuándo?", False)
    again = review.submit_experience(experience=returned, by=writer)
    out = review.publish_experience(experience=again, by=editor, version=again.version)
    assert out.slug == f"{out.country.lower()}-{out.slug.partition('-')[2]}"
    assert out in Experience.objects.public()
    assert not out.section_states.exclude(note="").exists()
    back = review.withdraw_experience(experience=out, by=writer_of(out))
    assert back not in Experience.objects.public()
    reopened = review.reopen_experience(experience=back, by=writer)
    assert reopened.review_state == ReviewState.DRAFT
    assert reopened.slug == out.slug
    states = list(reopened.steps.values_list("to_state", flat=True))
    assert states == [
        "submitted",
        "returned",
        "submitted",
        "approved",
        "withdrawn",
        "draft",
    ]


def writer_of(experience):
    return staff_of(experience.owner, Role.COORDINATES)


def test_the_same_press_sends_once():
    experience = ExperienceFactory()
    writer = staff_of(experience.owner)
    for _press in range(2):
        review.submit_experience(experience=experience, by=writer)
    assert experience.steps.count() == 1


@pytest.mark.parametrize("who", ["writer", "association", "neighbour"])
def test_only_editors_publish(who):
    town = reviewed_municipality()
    people = {
        "writer": lambda: staff_of(town),
        "association": lambda: staff_of(
            town.affiliations.get().association, Role.REVIEWS
        ),
        "neighbour": lambda: staff_of(MunicipalityFactory()),
    }
    sent = SentExperienceFactory(owner=town)
    with pytest.raises(Refused):
        review.publish_experience(experience=sent, by=people[who]())
    assert not Experience.objects.public().exists()


def test_nobody_publishes_what_they_wrote():
    sent = SentExperienceFactory()
    member = secretariat_member()
    sent.writers.add(member)
    with pytest.raises(Refused):
        review.publish_experience(experience=sent, by=member)


def test_another_version_than_the_one_read_is_not_published():
    sent = SentExperienceFactory()
    with pytest.raises(Refused):
        review.publish_experience(
            experience=sent, by=editor_of_the_portal(), version=sent.version - 1
        )


def test_a_return_says_something():
    with pytest.raises(Refused):
        review.return_experience(
            experience=SentExperienceFactory(),
            by=editor_of_the_portal(),
            notes={Section.PROBLEM: " "},
        )


def test_two_of_one_title_have_two_addresses():
    town = MunicipalityFactory()
    slugs = {published(owner=town, title_es="El parque").slug for _each in range(3)}
    stem = f"{town.country.lower()}-el-parque"
    assert slugs == {stem, f"{stem}-2", f"{stem}-3"}


def test_hidden_and_shown_again():
    out = published()
    boss = writer_of(out)
    for _press in range(2):
        review.hide_experience(experience=out, by=boss)
    assert not Experience.objects.public().exists()
    review.show_experience(experience=out, by=boss)
    assert Experience.objects.public().count() == 1
    with pytest.raises(Refused):
        review.hide_experience(experience=out, by=staff_of(MunicipalityFactory()))


def test_effective_needs_its_evaluation():
    outcome = OutcomeFactory()
    outcome.effect = Effect.EFFECTIVE
    with pytest.raises(IntegrityError), transaction.atomic():
        outcome.save()
    outcome.evaluation = ExperienceDocument.objects.create(
        experience=outcome.experience,
        kind="evaluation",
        title_es="Evaluación",
        address="https://example.org/evaluacion.pdf",
    )
    outcome.save()
