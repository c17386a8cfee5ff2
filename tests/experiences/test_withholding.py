"""What an earlier version said is withheld from the public, with a reason, and told again."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.models import Experience, WithheldVersion
from experiences.services import corrections, review
from experiences.services.withholding import tell_version_again, withhold_version
from experiences.versions import versions_of
from network.choices import Role
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory, published
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
NAMED = "Ana López lo vivió en su casa."


def correct(told, **texts):
    """Publish a corrected version with these texts."""
    made = corrections.start_correction(experience=told, by=staff_of(told.owner))
    values = {"review_state": "submitted", **texts}
    Experience.objects.filter(pk=made.pk).update(**values)
    made.refresh_from_db()
    review.publish_experience(experience=made, by=editor_of_the_portal())


@pytest.fixture
def told():
    """Published three times; the second one told what it should not."""
    made = published(problem_es="Primero.")
    correct(made, problem_es=NAMED)
    correct(made, problem_es="Una vecina lo vivió en su casa.")
    return Experience.objects.get(pk=made.pk)


def since(told, number):
    every = versions_of(told, withheld_too=True)
    return every[number - 1].since.isoformat()


def public(client, told, query=""):
    plant_pages()
    answer = client.get(f"/es/experiencias/{told.slug}/versiones/{query}")
    assert answer.status_code == 200
    page = html.fromstring(answer.content.decode())
    return " ".join(" ".join(page.find(".//main").itertext()).split())


def test_its_words_leave_the_versions_and_readers_are_told_why(told, client):
    assert "Ana López" in public(client, told)
    assert "Ana López" in public(client, told, "?version=2")
    editor, key = editor_of_the_portal(), since(told, 2)
    for _twice in range(2):
        withhold_version(experience=told, by=editor, since=key, why="person")
    assert WithheldVersion.objects.count() == 1
    for query in ("", "?version=1", "?version=2", "?version=3", "?version=4"):
        page = public(client, told, query)
        assert "Ana López" not in page
        assert "alguien a quien se puede reconocer" in page
    # The others keep the numbers by which somebody may have noted them.
    assert "Una vecina" in public(client, told, "?version=3")
    assert [each.number for each in versions_of(told)] == [1, 3]
    acts = AuditEntry.objects.filter(act="version.withheld")
    assert acts.count() == 1
    tell_version_again(
        experience=told, by=editor, withheld=WithheldVersion.objects.get().pk
    )
    assert "Ana López" in public(client, told)


def test_the_same_words_leave_the_versions_before_it_too(client):
    made = published()
    correct(made, problem_es=NAMED)
    correct(made, problem_es=f"{NAMED} Otra vez.")
    correct(made, problem_es="Una vecina lo vivió en su casa.")
    told = Experience.objects.get(pk=made.pk)
    editor, key = editor_of_the_portal(), since(told, 3)
    withhold_version(experience=told, by=editor, since=key, why="person")
    assert "Ana López" in public(client, told, "?version=4")
    withhold_version(experience=told, by=editor, since=key, why="person", before=True)
    assert "Ana López" not in public(client, told, "?version=4")
    assert [each.number for each in versions_of(told)] == [4]
    assert WithheldVersion.objects.count() == 3
    tell_version_again(
        experience=told, by=editor, withheld=WithheldVersion.objects.first().pk
    )
    assert [each.number for each in versions_of(told)] == [1, 4]


def test_while_it_is_withdrawn_even_its_last_version_is_withheld(told, client):
    coordinator = staff_of(told.owner, Role.COORDINATES)
    review.withdraw_experience(experience=told, by=coordinator)
    browser = signed_in(coordinator)
    address = reverse("experiences:published_versions", args=[told.pk])
    assert since(told, 3) in browser.get(address).content.decode()
    sent = {"since": since(told, 3), "why": "person", "before": "on"}
    assert browser.post(address, sent).status_code == 302
    Experience.objects.filter(pk=told.pk).update(
        review_state="submitted", problem_es="De nuevo."
    )
    told.refresh_from_db()
    review.publish_experience(experience=told, by=editor_of_the_portal())
    assert [each.number for each in versions_of(told)] == [4]
    assert "Una vecina" not in public(client, told)


def test_what_was_never_public_has_nothing_to_withhold(client):
    draft = ExperienceFactory()
    browser = signed_in(staff_of(draft.owner, Role.COORDINATES))
    address = reverse("experiences:published_versions", args=[draft.pk])
    assert browser.get(address).status_code == 403


def test_what_stands_today_and_what_never_was_is_refused(told):
    editor = editor_of_the_portal()
    for key in (since(told, 3), "", "2020-01-01T00:00:00+00:00"):
        with pytest.raises(Refused):
            withhold_version(experience=told, by=editor, since=key, why="risk")
    assert not WithheldVersion.objects.exists()


@pytest.mark.parametrize("role", [Role.RECORDS, Role.READS])
def test_only_who_may_hide_it_withholds_and_tells_again(told, role):
    key = since(told, 2)
    for by in (staff_of(told.owner, role), staff_of(MunicipalityFactory())):
        with pytest.raises(Refused):
            withhold_version(experience=told, by=by, since=key, why="risk")
    row = withhold_version(
        experience=told, by=editor_of_the_portal(), since=key, why="risk"
    )
    with pytest.raises(Refused):
        tell_version_again(
            experience=told, by=staff_of(told.owner, role), withheld=row.pk
        )
    assert WithheldVersion.objects.exists()


def test_on_its_screen_it_is_chosen_with_a_reason_and_taken_back(told, client):
    address = reverse("experiences:published_versions", args=[told.pk])
    browser = signed_in(staff_of(told.owner, Role.COORDINATES))
    assert browser.post(address, {}).status_code == 422
    page = browser.get(address).content.decode()
    assert since(told, 2) in page
    assert since(told, 3) not in page
    sent = browser.post(address, {"since": since(told, 2), "why": "wrong"})
    assert sent.status_code == 302
    assert "Ana López" not in public(client, told)
    page = browser.get(address).content.decode()
    assert "decía algo equivocado" in page
    browser.post(address, {"again": WithheldVersion.objects.get().pk})
    assert not WithheldVersion.objects.exists()
    assert browser.post(address, {"again": "x"}).status_code == 302
    neighbour = signed_in(staff_of(MunicipalityFactory(), Role.COORDINATES))
    assert neighbour.get(address).status_code == 404


def test_the_question_before_correcting_says_what_stays_readable(told):
    address = reverse("experiences:act", args=[told.pk, "correct"])
    page = signed_in(staff_of(told.owner)).get(address).content.decode()
    assert "«Versiones publicadas»" in page
    assert "«Pedir que se retire»" in page
