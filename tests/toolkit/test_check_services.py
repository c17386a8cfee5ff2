"""Steps ticked with their evidence, and what happens when it goes; policies registered."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from network.services.refusals import Doubtful, Refused, Stale
from network.services.trash import trash_days
from tests.foundation.upload_samples import pdf
from tests.network.factories import MunicipalityFactory, secretariat_member, staff_of
from tests.toolkit.factories import StepFactory, reviewed_town
from toolkit import waiting
from toolkit.models import CheckEvidence, MunicipalPolicy, StepCheck
from toolkit.models.storage import toolkit_storage
from toolkit.services import checks, policies

pytestmark = pytest.mark.django_db
WHERE = "Acta 4-2026, secretaría municipal"


@pytest.fixture
def scene():
    town, clerk, reviewer = reviewed_town()
    return town, clerk, reviewer, StepFactory()


def answer(scene, said="yes", **more):
    town, clerk, _reviewer, step = scene
    given = {"organisation": town, "step": step, "by": clerk, "answer": said, **more}
    return checks.answer_step(**given)


def upload(name="acta.pdf", content=None):
    return SimpleUploadedFile(name, pdf() if content is None else content)


def test_ticking_without_evidence(scene):
    with pytest.raises(Refused) as refusal:
        answer(scene)
    assert refusal.value.code == "evidence"
    assert not StepCheck.objects.filter(answer="yes").exists()
    assert answer(scene, "partly").answer == "partly"
    assert answer(scene, reference=WHERE).answer == "yes"
    with pytest.raises(Refused):
        answer(scene, "quizá")


def test_evidence_removed_later_lowers_the_answer_and_says_so(scene):
    _town, clerk, _reviewer, _step = scene
    check = answer(scene, reference=WHERE)
    piece = check.evidence.get()
    check = checks.remove_evidence(evidence=piece, by=clerk)
    check.refresh_from_db()
    assert (check.answer, check.evidence_count) == ("partly", 0)
    assert check.lowered_at is not None
    assert list(waiting.lowered_checks(clerk)) == [check]
    # Brought back it shows it again; the answer is for a person to give.
    check = checks.restore_evidence(evidence=piece, by=clerk)
    assert (check.answer, check.evidence_count) == ("partly", 1)
    again = answer(scene)
    assert (again.answer, again.lowered_at) == ("yes", None)


def test_one_piece_of_two_is_enough(scene):
    town, clerk, _reviewer, step = scene
    check = answer(scene, reference=WHERE)
    second = checks.add_evidence(
        organisation=town, step=step, by=clerk, reference="Folio 12"
    )
    checks.remove_evidence(evidence=second, by=clerk)
    check.refresh_from_db()
    assert (check.answer, check.evidence_count) == ("yes", 1)
    same = checks.add_evidence(organisation=town, step=step, by=clerk, reference=WHERE)
    assert same == check.evidence.get(removed_at=None)


def test_a_file_shows_it_and_goes_after_thirty_days(scene):
    town, clerk, _reviewer, step = scene
    given = {"organisation": town, "step": step, "by": clerk}
    piece = checks.add_evidence(**given, upload=upload())
    assert checks.add_evidence(**given, upload=upload()) == piece
    assert len(toolkit_storage().listdir("toolkit")[1]) == 1
    assert answer(scene).answer == "yes"
    checks.remove_evidence(evidence=piece, by=clerk)
    assert checks.empty_removed() == 0
    CheckEvidence.objects.update(
        removed_at=timezone.now() - trash_days() - timezone.timedelta(minutes=1)
    )
    assert checks.empty_removed() == 1
    assert not toolkit_storage().exists(piece.file.name)
    with pytest.raises(CheckEvidence.DoesNotExist):
        piece.refresh_from_db()


def test_files_that_are_not_accepted_leave_nothing(scene):
    town, clerk, reviewer, step = scene
    given = {"organisation": town, "step": step, "by": clerk}
    with pytest.raises(ValidationError):
        checks.add_evidence(**given, upload=upload("acta.pdf", b"MZ no es un pdf"))
    with pytest.raises(Refused):
        checks.add_evidence(**given)
    for stranger in (reviewer, staff_of(MunicipalityFactory())):
        with pytest.raises(Refused):
            checks.add_evidence(**{**given, "by": stranger}, upload=upload())
    assert not CheckEvidence.objects.exists()
    assert not StepCheck.objects.exists()


def test_a_persons_name_is_asked_about(scene):
    with pytest.raises(Doubtful) as doubt:
        answer(scene, reference="La tiene don Juan Pérez")
    (code,) = doubt.value.doubts
    assert code == "people-reference"
    sure = answer(scene, reference="La tiene don Juan Pérez", sure=(code,))
    assert sure.answer == "yes"


def test_two_people_answering(scene):
    first = answer(scene, "no")
    answer(scene, "partly", version=first.version)
    with pytest.raises(Stale):
        answer(scene, "unknown", version=first.version)
    assert StepCheck.objects.get().answer == "partly"


def test_a_policy_is_published_by_another_person(scene):
    town, clerk, reviewer, _step = scene
    values = {"title_es": "Plan 2026-2030", "from_year": 2026, "to_year": 2030}
    made = policies.register_policy(organisation=town, by=clerk, values=values)
    assert not MunicipalPolicy.objects.public()
    assert list(waiting.policies_to_publish(reviewer)) == [made]
    with pytest.raises(Refused):
        policies.publish_policy(policy=made, by=clerk)
    policies.publish_policy(policy=made, by=reviewer)
    assert list(MunicipalPolicy.objects.public()) == [made]
    with pytest.raises(Refused):
        policies.save_policy(policy=made, by=clerk, values={"title_es": "Otro"})
    policies.withdraw_policy(policy=made, by=reviewer)
    assert not MunicipalPolicy.objects.public()


def test_the_secretariat_does_not_publish_what_it_registered(scene):
    town, *_others = scene
    keeper = secretariat_member()
    values = {"title_es": "Política"}
    made = policies.register_policy(organisation=town, by=keeper, values=values)
    with pytest.raises(Refused):
        policies.publish_policy(policy=made, by=keeper)
    policies.publish_policy(policy=made, by=secretariat_member())
    assert MunicipalPolicy.objects.public().exists()


@pytest.mark.parametrize(
    "values",
    [
        {"title_es": " "},
        {"title_es": "Plan", "from_year": 2030, "to_year": 2026},
        {"title_es": "Plan", "from_year": 26},
    ],
)
def test_policies_that_cannot_be(scene, values):
    town, clerk, _reviewer, _step = scene
    with pytest.raises(Refused):
        policies.register_policy(organisation=town, by=clerk, values=values)
    stranger = staff_of(MunicipalityFactory())
    with pytest.raises(Refused):
        policies.register_policy(
            organisation=town, by=stranger, values={"title_es": "Plan"}
        )
    assert not MunicipalPolicy.objects.exists()
