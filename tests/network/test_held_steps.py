"""A kept form and the second step: nothing goes on, or is read, with the password alone."""

import pytest
from django.urls import reverse

from network.choices import Role
from network.models import Activity, Evidence, HeldPost
from tests.network.door import app_code, give_app, mailed_code
from tests.network.factories import AssociationFactory, MunicipalityFactory, staff_of
from tests.network.held_desk import LOG, PASSWORD, Browser, place, send_on, typed

pytestmark = pytest.mark.django_db


def leave_a_form(person, path=LOG):
    """The person's browser with a form kept, as they come back to it."""
    browser = Browser()
    browser.enter(person)
    if person.mfa_here:
        code = browser.read(reverse("mfa_authenticate"))
        assert code
        answer = browser.send(
            reverse("mfa_authenticate"), {"code": app_code(person)}, code
        )
        assert answer.status_code == 302, answer.content.decode()
    browser.read(path)
    fields = typed()
    browser.lose_session()
    answer = browser.send(path, fields)
    assert answer.status_code == 401
    return browser, answer.content.decode()


def test_the_second_step_stands_between_the_password_and_the_form(settings):
    settings.SECOND_STEP_REQUIRED = True
    person = staff_of(MunicipalityFactory(), Role.RECORDS)
    give_app(person)
    person.mfa_here = True
    browser, page = leave_a_form(person)
    post = HeldPost.objects.get()
    half = browser.send(place(post), {"password": PASSWORD, "shared": "on"}, page)
    assert half.url == reverse("mfa_authenticate")
    assert "cancha" not in browser.read(place(post))
    early = browser.send(LOG, {"_held": str(post.pk), **typed()})
    assert early.status_code == 401
    assert not Activity.objects.exists()
    code = browser.read(reverse("mfa_authenticate"))
    whole = browser.send(
        reverse("mfa_authenticate"), {"code": app_code(person, 1)}, code
    )
    assert whole.url == place(post)
    sent = send_on(browser, browser.read(whole.url))
    assert sent.url.endswith("/enviada/")
    assert Evidence.objects.count() == 1


def test_whoever_must_still_set_it_up_does_so_before_the_form_goes_on(settings):
    person = staff_of(AssociationFactory(), Role.ADMINISTERS)
    person.mfa_here = False
    browser, page = leave_a_form(person)
    settings.SECOND_STEP_REQUIRED = True
    post = HeldPost.objects.get()
    browser.send(place(post), {"password": PASSWORD, "shared": "on"}, page)
    answer = browser.get(place(post))
    assert answer.status_code == 302
    assert answer.url.startswith("/es/cuenta/")
    assert "cancha" not in browser.read(place(post))
    by_mail = reverse("account_confirm_login_code")
    browser.send(by_mail, {"code": mailed_code()}, browser.read(by_mail))
    assert browser.get(place(post)).url == reverse("mfa_index")
    browser.read(reverse("mfa_index"))
    browser.send(LOG, {"_held": str(post.pk), **typed()})
    assert not Activity.objects.exists()
    assert HeldPost.objects.waiting().filter(pk=post.pk).exists()
