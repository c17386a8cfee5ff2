"""Two presses at one moment: one staff replaced, one form kept, one ending told."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.http import QueryDict

from network.choices import Act, Role
from network.models import AuditEntry, HeldFile, HeldPost, Invitation, StaffReplacement
from network.services import held_posts, people
from network.services.people import Newcomer
from network.services.refusals import Refused
from network.services.sessions import expire_session
from tests.network.desk import signed_in
from tests.network.factories import (
    AssociationFactory,
    UserFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 4


def at_once(act):
    """What each of several threads comes back with."""

    def alone(number):
        try:
            return act(number)
        except Refused as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(alone, range(AT_ONCE)))


@pytest.mark.parametrize("same_form", [True, False])
def test_a_staff_is_replaced_once(same_form):
    association = AssociationFactory()
    town = reviewed_municipality(association)
    boss = staff_of(association, Role.ADMINISTERS)
    known = frozenset(staff_of(town).appointments.get().pk for _two in range(2))
    key = uuid.uuid4()

    def replace(number):
        people.replace_staff(
            key=key if same_form else uuid.uuid4(),
            organisation=town,
            by=boss,
            seen=known,
            leaving=known,
            newcomers=[Newcomer(f"nueva{number}@ejemplo.test", "Nueva", Role.READS)],
        )
        return "replaced"

    answers = at_once(replace)
    assert sorted(answers)[-1] == "replaced"
    assert answers.count("replaced") == 1
    assert set(answers) <= {"replaced", "done" if same_form else "changed"}
    assert StaffReplacement.objects.count() == Invitation.objects.count() == 1
    assert not people.current_staff(town)


def test_one_form_is_kept_once():
    person = UserFactory()

    def keep(_number):
        return held_posts.hold(
            person=person,
            path="/es/espacio/registro-rapido/",
            fields=QueryDict("what_happened=palabras"),
            uploads=[("photo", SimpleUploadedFile("foto.jpg", b"una foto"))],
        ).pk

    assert len(set(at_once(keep))) == 1
    assert HeldPost.objects.count() == HeldFile.objects.count() == 1
    with HeldFile.objects.get().file as kept:
        assert kept.read() == b"una foto"


def test_a_form_kept_between_the_look_and_the_writing_is_not_replaced(monkeypatch):
    person = UserFactory()
    form = {"person": person, "path": "/", "fields": QueryDict("a=b"), "uploads": []}
    first = []

    def other_press(*_sizes):
        monkeypatch.undo()
        first.append(held_posts.hold(**form))

    monkeypatch.setattr(held_posts, "_refuse_too_much", other_press)
    assert held_posts.hold(**form) == first[0]
    assert HeldPost.objects.get() == first[0]


def test_one_sending_and_one_ending_are_told():
    person = UserFactory()
    post = held_posts.hold(person=person, path="/", fields=QueryDict(), uploads=[])
    key = signed_in(person).session.session_key
    told = at_once(lambda _number: held_posts.mark_sent(post=post, by=person))
    assert sorted(told) == [False, False, False, True]
    ended = at_once(
        lambda _number: expire_session(
            session=SessionStore(key), person=person, limit="idle"
        )
    )
    assert sorted(ended) == [False, False, False, True]
    for act in (Act.SESSION_RESUMED, Act.SESSION_EXPIRED):
        assert AuditEntry.objects.filter(act=act).count() == 1
