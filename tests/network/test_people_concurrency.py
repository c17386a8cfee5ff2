"""One invitation pressed twice at the same moment makes one person."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from network.choices import Role
from network.models import Appointment, Invitation, User
from network.services import people
from network.services.refusals import Refused
from tests.network.factories import reviewed_municipality, staff_of

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 4


def accept(invitation: Invitation) -> str:
    try:
        people.accept_invitation(
            invitation=invitation, name="Ana", password="cuatro palabras bien juntas"
        )
    except Refused as refusal:
        return refusal.code
    finally:
        connections.close_all()
    return "accepted"


def test_concurrent_acceptances_give_one_person_and_one_role():
    town = reviewed_municipality()
    coordinator = staff_of(town, Role.COORDINATES)
    invitation, _token, _code = people.invite(
        email="ana@ejemplo.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=coordinator,
    )
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(accept, [invitation] * AT_ONCE))
    assert sorted(answers) == ["accepted", *["used"] * (AT_ONCE - 1)]
    person = User.objects.get(email="ana@ejemplo.test")
    assert Appointment.objects.filter(person=person).count() == 1
