"""Guessing passwords and codes: how often, from where, and who gets in all the same."""

import threading
import time

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from network import tries
from network.choices import Act, Outcome, Role
from network.models import AuditEntry
from network.services import people
from tests.background import work_off
from tests.network.door import (
    WRONG,
    choose_new_password,
    enters,
    looked_at,
    same_page,
    try_password,
)
from tests.network.factories import (
    PASSWORD,
    MunicipalityFactory,
    UserFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

HERE, ELSEWHERE, FAR = "203.0.113.9", "198.51.100.7", "192.0.2.44"
NEW = "otras cuatro palabras juntas"


@pytest.fixture
def owner():
    return staff_of(MunicipalityFactory())


def later(monkeypatch, seconds):
    """Moves the clock of the counters."""
    now = tries.time.time()
    monkeypatch.setattr(tries.time, "time", lambda: now + seconds)


@pytest.mark.parametrize("spread", [False, True], ids=["one-address", "many-addresses"])
def test_two_hundred_passwords_on_one_account(owner, spread):
    with looked_at() as counted:
        answers = [
            try_password(
                owner.email,
                f"intento número {number}",
                address=f"198.18.0.{number}" if spread else HERE,
                HTTP_X_FORWARDED_FOR=f"10.0.{number}.1, 10.1.1.{number}",
            )
            for number in range(200)
        ]
    assert counted.call_count <= tries.PER_ACCOUNT
    assert [answer.status_code for answer in answers[:2]] == [200, 200]
    assert {answer.status_code for answer in answers[10:]} == {429}
    assert not enters(owner, address=HERE)


@pytest.mark.parametrize("door", ["/admin/login/", "/cms/login/", "/admin/", "/cms/"])
def test_the_other_doors_look_at_no_password(owner, door):
    with looked_at() as counted:
        answer = Client().post(
            door,
            {"username": owner.email, "login": owner.email, "password": PASSWORD},
            follow=True,
        )
    assert answer.request["PATH_INFO"] == reverse("account_login")
    assert counted.call_count == 0


def test_one_password_on_two_hundred_accounts():
    with looked_at() as counted:
        for number in range(200):
            try_password(
                f"persona{number}@otro.test", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}"
            )
    assert counted.call_count == tries.PER_ADDRESS
    assert enters(UserFactory(), address=ELSEWHERE)


def test_a_trusted_proxy_is_believed_and_nothing_a_visitor_adds(owner, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(20):
        last = try_password(
            owner.email,
            address="127.0.0.1",
            HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, {HERE}",
        )
    assert last.status_code == 429
    assert not enters(owner, address="127.0.0.1")


def test_an_office_of_thirty_behind_one_address_is_not_shut_out():
    office = [UserFactory() for _person in range(30)]
    for person in office:
        for _typo in range(3):
            assert try_password(person.email).status_code == 200
    assert all(enters(person) for person in office)


def test_coming_in_again_and_again_is_no_try(owner):
    assert all(enters(owner) for _time in range(tries.PER_ACCOUNT + 2))


def test_an_office_still_enters_when_somebody_beside_it_guesses():
    office = [UserFactory() for _person in range(3)]
    assert all(enters(person) for person in office)
    for number in range(120):
        try_password(f"inventada{number}@otro.test")
    assert try_password("otra@otro.test").status_code == 429
    assert all(enters(person) for person in office)


@pytest.mark.parametrize("whose", ["own", "another"])
def test_a_success_resets_nobodys_tries(owner, whose):
    """CVE-2025: a success in between gave the guesser a fresh start."""
    other = UserFactory()
    assert enters(owner, address=ELSEWHERE)
    for _number in range(tries.PER_SIDE):
        try_password(owner.email)
        who, place = (owner, ELSEWHERE) if whose == "own" else (other, HERE)
        assert enters(who, address=place)
    with looked_at() as counted:
        assert try_password(owner.email).status_code == 429
    assert counted.call_count == 0


def test_the_owner_enters_from_where_they_always_do(owner):
    assert enters(owner, address=ELSEWHERE)
    for number in range(30):
        try_password(owner.email, address=f"198.18.1.{number}")
    assert not enters(owner, address=FAR)
    assert enters(owner, address=ELSEWHERE)


def test_the_wait_ends(owner, monkeypatch):
    for _number in range(tries.PER_SIDE):
        try_password(owner.email)
    later(monkeypatch, tries.ACCOUNT_SECONDS - 5)
    assert not enters(owner)
    later(monkeypatch, 10)
    assert enters(owner)


def test_the_mailed_link_lets_the_owner_in_while_others_guess(owner):
    def guess():
        for number in range(30):
            try_password(owner.email, address=f"198.18.2.{number}")

    guess()
    for number in range(110):
        try_password(f"inventada{number}@otro.test", address=FAR)
    assert not enters(owner, address=FAR)
    asked = Client().post(
        reverse("account_reset_password"), {"email": owner.email}, REMOTE_ADDR=FAR
    )
    assert asked.status_code == 302
    assert choose_new_password(NEW, address=FAR).status_code == 302
    guess()
    assert enters(owner, address=FAR, password=NEW)
    assert not enters(owner, address=ELSEWHERE, password=NEW)


def test_the_mailed_link_frees_no_other_account(owner):
    other = UserFactory()
    for person in (owner, other):
        for _number in range(tries.PER_SIDE):
            try_password(person.email)
    Client().post(reverse("account_reset_password"), {"email": owner.email})
    choose_new_password(NEW, address=HERE)
    assert not enters(other)


def test_links_are_not_mailed_without_end(owner):
    for _number in range(12):
        last = Client().post(reverse("account_reset_password"), {"email": owner.email})
    assert last.status_code == 429
    work_off()
    assert len(mail.outbox) == 5
    assert entries(Act.PASSWORD_ASKED).count() == 5


def test_letter_codes_count_for_the_address_too(owner):
    url = reverse("invitation_by_code")
    answers = [
        Client().post(
            url, {"email": f"persona{number}@otro.test", "code": "AAAA-BBBB-CCCC"}
        )
        for number in range(tries.PER_ADDRESS + 1)
    ]
    assert [answers[-2].status_code, answers[-1].status_code] == [200, 429]
    assert "otra carta" in answers[-1].content.decode()


def test_the_password_asked_again_is_counted_as_well(owner):
    client = Client()
    try_password(owner.email, PASSWORD, client=client)
    url = reverse("account_reauthenticate")
    with looked_at() as counted:
        answers = [
            client.post(url, {"password": f"{WRONG} {number}"}, REMOTE_ADDR=HERE)
            for number in range(15)
        ]
    assert counted.call_count == tries.PER_SIDE
    assert answers[-1].status_code == 429


def test_many_at_once_are_counted_one_by_one(monkeypatch):
    let_through, read = [], tries._fresh

    def read_and_dawdle(*args):
        counted = read(*args)
        time.sleep(0.005)
        return counted

    monkeypatch.setattr(tries, "_fresh", read_and_dawdle)

    def one_try():
        try:
            tries.begin(account="password:alguien@otro.test", address=HERE)
        except tries.Slowed:
            return
        let_through.append(1)

    threads = [threading.Thread(target=one_try) for _number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let_through) == tries.PER_SIDE


def test_an_address_of_ipv6_is_its_subscribers_network():
    for number in range(tries.PER_ADDRESS):
        tries.begin(account=f"password:{number}", address=f"2001:db8:1:2::{number:x}")
    with pytest.raises(tries.Slowed):
        tries.begin(account="password:x", address="2001:db8:1:2:ffff::1")
    tries.begin(account="password:x", address="2001:db8:1:3::1")
    assert tries.whose("::ffff:203.0.113.9") == HERE


@pytest.mark.parametrize(
    ("language", "sentence", "button"),
    [
        ("es", "Intente de nuevo en 15 minutos.", "Enviarme el enlace"),
        ("en", "Try again in 15 minutes.", "Send me the link"),
    ],
)
def test_whoever_must_wait_is_told_how_long_and_another_way_in(
    owner, language, sentence, button
):
    with override(language):
        answers = [try_password(owner.email) for _number in range(6)]
    page = answers[-1].content.decode()
    assert sentence in page
    assert button in page
    assert f'name="email" value="{owner.email}"' in page
    assert 880 <= int(answers[-1]["Retry-After"]) <= 901


def entries(act):
    return AuditEntry.objects.filter(act=act)


def test_the_audit_trail_knows_of_tries_and_keeps_nothing_typed(owner):
    assert enters(owner, address=ELSEWHERE)
    for _number in range(9):
        try_password(owner.email)
    try_password("desconocida@otro.test", "secreto que se escribió")
    failed = entries(Act.SIGN_IN_FAILED)
    assert failed.filter(record_key=str(owner.pk), actor=None).count() == 5
    assert failed.filter(record_key="", details={"code": "unknown"}).count() == 1
    (slowed,) = entries(Act.SIGN_IN_SLOWED)
    assert (slowed.record_key, slowed.outcome) == (str(owner.pk), Outcome.REFUSED)
    assert entries(Act.SIGNED_IN).get().details == {"how": "password"}
    written = str(list(AuditEntry.objects.values()))
    for typed in ("desconocida", "secreto", WRONG, owner.email):
        assert typed not in written


KNOWN_OR_NOT = pytest.mark.parametrize("state", ["active", "closed", "unconfirmed"])


@KNOWN_OR_NOT
def test_sign_in_does_not_tell_who_has_an_account(state):
    person = UserFactory(is_active=state != "closed")
    EmailAddress.objects.filter(user=person).update(verified=state != "unconfirmed")
    unknown = "nadie.en.absoluto@otro.test"
    for _number in range(7):
        with looked_at() as of_known:
            known = try_password(person.email)
        with looked_at() as of_unknown:
            stranger = try_password(unknown)
        assert known.status_code == stranger.status_code
        assert same_page(known, person.email) == same_page(stranger, unknown)
        # The costly part, comparing a password, is done as often for both.
        assert of_known.call_count == of_unknown.call_count
    assert known.status_code == 429


@KNOWN_OR_NOT
def test_asking_for_a_link_does_not_tell_who_has_an_account(state):
    person = UserFactory(is_active=state != "closed")
    EmailAddress.objects.filter(user=person).update(verified=state != "unconfirmed")
    pages = []
    for email in (person.email, "nadie.en.absoluto@otro.test"):
        answer = Client().post(reverse("account_reset_password"), {"email": email})
        assert DBTaskResult.objects.ready().count() == len(pages) + 1
        after = Client().get(answer.url)
        pages.append((answer.status_code, answer.url, same_page(after, email)))
    assert pages[0] == pages[1]


def test_a_letters_code_does_not_tell_who_was_invited():
    town = MunicipalityFactory()
    people.invite(
        email="invitada@otro.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=staff_of(town, Role.COORDINATES),
    )
    url = reverse("invitation_by_code")
    for _number in range(7):
        known, unknown = (
            Client().post(url, {"email": email, "code": "AAAA-BBBB-CCCC"})
            for email in ("invitada@otro.test", "nadie@otro.test")
        )
        assert known.status_code == unknown.status_code
        assert same_page(known, "invitada@otro.test") == same_page(
            unknown, "nadie@otro.test"
        )


def work_of(url, **fields):
    """How many questions to the database an answer costs."""
    with CaptureQueriesContext(connection) as asked:
        Client().post(url, fields)
    return len(asked)


def test_the_answer_costs_as_much_work_for_an_address_that_nobody_has(owner):
    """What the clock would tell: the same questions, the same rows written."""
    town = owner.appointments.get().organisation
    people.invite(
        email="invitada@otro.test",
        name="Ana",
        organisation=town,
        role=Role.RECORDS,
        by=staff_of(town, Role.COORDINATES),
    )
    for name, email, fields in (
        ("account_login", owner.email, {"password": WRONG}),
        ("account_reset_password", owner.email, {}),
        ("invitation_by_code", "invitada@otro.test", {"code": "AAAA-BBBB-CCCC"}),
    ):
        field, url = ("login" if "password" in fields else "email"), reverse(name)
        work_of(url, **{field: "antes@otro.test"}, **fields)
        known = work_of(url, **{field: email}, **fields)
        unknown = work_of(url, **{field: "nadie@otro.test"}, **fields)
        assert known == unknown, name
