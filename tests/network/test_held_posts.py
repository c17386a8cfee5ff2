"""A form that arrives without a session: kept for its writer, and for nobody else."""

import re
import uuid

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from network.choices import Act, Role
from network.models import Activity, AuditEntry, Evidence, HeldFile, HeldPost
from network.services import people
from network.session_limits import SITTING
from tests.network.factories import (
    PASSWORD,
    ActivityFactory,
    MunicipalityFactory,
    secretariat_member,
    staff_of,
)
from tests.network.held_desk import (
    HOME,
    LOG,
    OWN,
    SIGN_IN,
    TYPED,
    Browser,
    expire,
    photo,
    place,
    send_on,
    sign_in_here,
    stored_names,
    typed,
)

pytestmark = pytest.mark.django_db

ENDED = "Your session ended. What you wrote is still on this page."


@pytest.fixture
def staff():
    return staff_of(MunicipalityFactory(), Role.RECORDS, name="Ana López")


@pytest.fixture
def browser(staff):
    """Ana's browser with the quick log open."""
    browser = Browser()
    browser.enter(staff)
    browser.read(LOG)
    return browser


@pytest.mark.parametrize("ends", [Browser.lose_session, expire])
def test_nothing_typed_or_attached_is_lost(browser, staff, ends):
    fields = typed()
    ends(browser)
    answer = browser.send(LOG, fields)
    assert answer.status_code == 401
    assert "Cookie" in answer["WWW-Authenticate"]
    assert "Ana López" in answer.content.decode()
    assert staff.email not in answer.content.decode()
    assert not Activity.objects.exists()
    assert len(stored_names()) == 1
    page = sign_in_here(browser, answer)
    sent = send_on(browser, page)
    activity = Activity.objects.get()
    assert sent.status_code == 302
    assert sent.url.endswith(f"/actividades/{activity.pk}/enviada/"), sent.url
    assert activity.what_happened_es == TYPED
    assert activity.started.isoformat() == "2026-03-03"
    assert sorted(activity.counts.values_list("sex", "people")) == [
        ("men", 0),
        ("women", 18),
    ]
    assert activity.evidence.get().people_shown == "nobody"
    post = HeldPost.objects.get()
    assert post.sent_at
    assert not post.fields
    assert not HeldFile.objects.exists()
    entry = AuditEntry.objects.get(act=Act.SESSION_RESUMED)
    assert (entry.actor, entry.details) == (staff, {"files": 1})
    assert TYPED not in str(list(AuditEntry.objects.values()))


def test_sending_it_on_twice_is_one_activity(browser):
    fields = typed()
    browser.lose_session()
    page = sign_in_here(browser, browser.send(LOG, fields))
    first, second = send_on(browser, page), send_on(browser, page)
    assert first.url == second.url
    assert Activity.objects.count() == Evidence.objects.count() == 1
    assert AuditEntry.objects.filter(act=Act.SESSION_RESUMED).count() == 1


def test_pressing_send_again_before_signing_in_keeps_it_once(browser):
    fields = typed(photo=photo())
    content = fields["photo"].read()
    browser.lose_session()
    for _press in range(2):
        again = SimpleUploadedFile("foto.jpg", content, "image/jpeg")
        assert browser.send(LOG, fields | {"photo": again}).status_code == 401
    assert HeldPost.objects.count() == HeldFile.objects.count() == 1


def test_a_wrong_password_stays_on_the_page_and_says_so(browser):
    browser.lose_session()
    answer = browser.send(LOG, typed())
    page = answer.content.decode()
    address = place(HeldPost.objects.get())
    wrong = browser.send(address, {"password": "no es esta"}, page)
    said = wrong.content.decode()
    assert wrong.status_code == 200
    assert (
        gettext("The password does not match. Try again, or ask for a new one.") in said
    )
    assert "Ana López" in said
    assert HeldPost.objects.waiting().count() == 1


def test_nobody_else_signs_in_there_whatever_they_post(browser):
    other = staff_of(MunicipalityFactory())
    other.set_password("la frase de otra persona")
    other.save()
    browser.lose_session()
    page = browser.send(LOG, typed()).content.decode()
    address = place(HeldPost.objects.get())
    fields = {"login": other.email, "password": "la frase de otra persona"}
    assert browser.send(address, fields, page).status_code == 200
    assert SITTING not in browser.session


def test_whoever_signs_in_instead_reads_nothing_and_it_waits_for_its_writer(
    browser, staff
):
    browser.lose_session()
    browser.send(LOG, typed())
    post = HeldPost.objects.get()
    address = place(post)
    browser.enter(other := staff_of(MunicipalityFactory()))
    assert browser.get(address).status_code == 404
    assert (
        browser.send(address, {"action": "aside"}, browser.read(HOME)).status_code
        == 404
    )
    assert str(post.pk) not in browser.shown
    fields = {"_held": str(post.pk), "client_uuid": str(uuid.uuid4()), "kind": "1"}
    browser.send(LOG, fields, browser.read(LOG))
    assert not Evidence.objects.exists()
    assert not Activity.objects.exclude(updated_by=other).exists()
    elsewhere = Browser()
    elsewhere.enter(staff)
    assert str(post.pk) in elsewhere.read(HOME)
    assert "conversaron sobre la cancha" in elsewhere.read(address)


def test_a_stranger_with_the_address_is_sent_to_sign_in(browser, client):
    browser.lose_session()
    browser.send(LOG, typed())
    address = place(HeldPost.objects.get())
    for answer in (client.get(address), client.post(address, {"password": PASSWORD})):
        assert answer.status_code == 302
        assert answer.url.startswith(SIGN_IN)
        assert "Ana" not in answer.content.decode()


@pytest.mark.parametrize("change", ["no cookie", "altered", "another's purpose"])
def test_without_a_true_cookie_nothing_is_kept(browser, change):
    browser.lose_session()
    fields = typed()
    if change == "no cookie":
        del browser.cookies[settings.TYPIST_COOKIE_NAME]
    else:
        cookie = browser.cookies[settings.TYPIST_COOKIE_NAME]
        value = cookie.value
        flipped = "A" if value[5] != "A" else "B"
        browser.cookies[settings.TYPIST_COOKIE_NAME] = (
            value[:5] + flipped + value[6:]
            if change == "altered"
            else people.open_by_token.__module__
        )
    answer = browser.send(LOG, fields)
    assert answer.status_code == 302
    assert answer.url.startswith(SIGN_IN)
    assert not HeldPost.objects.exists()
    assert stored_names() == []


def test_another_sites_form_is_not_kept(browser):
    browser.lose_session()
    stolen = {"csrfmiddlewaretoken": browser.token()}
    for origin in ("https://otro.example", "null"):
        answer = browser.post(LOG, typed() | stolen, HTTP_ORIGIN=origin)
        assert answer.status_code == 403
    assert browser.post(LOG, typed(), **OWN).status_code == 403
    assert not HeldPost.objects.exists()


def test_a_closed_account_keeps_nothing(browser, staff):
    people.deactivate(person=staff, by=secretariat_member())
    answer = browser.send(LOG, typed())
    assert answer.status_code == 302
    assert not HeldPost.objects.exists()


def test_a_form_older_than_a_new_sign_in_goes_on_too(browser, staff):
    """The page stayed open while its writer signed in again in another tab."""
    old_page, fields = browser.shown, typed()
    browser.lose_session()
    browser.enter(staff)
    answer = browser.send(LOG, fields, old_page)
    assert answer.status_code == 403
    sent = send_on(browser, answer.content.decode())
    assert sent.url.endswith("/enviada/")
    assert Activity.objects.get().what_happened_es == TYPED
    assert Evidence.objects.count() == 1


def test_a_form_of_the_earlier_person_is_not_sent_by_the_next(browser, staff):
    old_page, fields = browser.shown, typed()
    browser.lose_session()
    browser.enter(staff_of(MunicipalityFactory(), name="Berta"))
    answer = browser.send(LOG, fields, old_page)
    said = answer.content.decode()
    assert answer.status_code == 403
    assert gettext("This form belongs to somebody else") in said
    assert "Ana" not in said
    assert "cancha" not in said
    assert not Activity.objects.exists()
    assert HeldPost.objects.get().person == staff


def test_after_signing_out_nothing_is_kept(browser):
    old_page = browser.shown
    browser.send("/es/cuenta/salir/", {})
    answer = browser.send(LOG, typed(), old_page)
    assert answer.status_code == 403
    assert "Ana" not in answer.content.decode()
    assert not HeldPost.objects.exists()


def test_what_can_no_longer_be_delivered_is_shown(browser, staff):
    activity = ActivityFactory(owner=staff.appointments.get().organisation)
    edit = f"/es/espacio/actividades/{activity.pk}/editar/"
    browser.read(edit)
    browser.lose_session()
    answer = browser.send(edit, typed(version="1"))
    activity.delete()
    page = sign_in_here(browser, answer)
    gone = send_on(browser, page, edit)
    assert gone.status_code == 404
    assert "conversaron sobre la cancha" in gone.content.decode()
    assert HeldPost.objects.waiting().count() == 1


def test_a_form_with_mistakes_comes_back_as_always(browser):
    browser.lose_session()
    page = sign_in_here(browser, browser.send(LOG, typed(started_day="45")))
    answer = send_on(browser, page)
    assert answer.status_code == 422
    assert "conversaron sobre la cancha" in answer.content.decode()
    assert Evidence.objects.count() == 1
    assert not HeldPost.objects.waiting().exists()


def test_setting_aside_stops_the_reminder_and_can_be_taken_back(browser, staff):
    browser.lose_session()
    page = sign_in_here(browser, browser.send(LOG, typed()))
    post = HeldPost.objects.get()
    address = place(post)
    reminder = f'<li><a href="{address}">'
    assert reminder in browser.read(HOME)
    browser.send(address, {"action": "aside"}, page)
    assert reminder not in browser.read(HOME)
    assert "conversaron sobre la cancha" in browser.read(address)
    browser.send(address, {"action": "remind"})
    assert reminder in browser.read(HOME)


def test_passwords_are_never_kept():
    person = secretariat_member()
    browser = Browser()
    browser.enter(person)
    page = browser.read("/es/cuenta/contrasena/cambiar/")
    browser.lose_session()
    fields = {"oldpassword": PASSWORD, "password1": "x" * 20, "password2": "x" * 20}
    for path in ("/es/cuenta/contrasena/cambiar/", "/admin/network/user/add/"):
        assert browser.send(path, fields, page).status_code == 302
    assert not HeldPost.objects.exists()


def test_the_secretariats_form_goes_on_too():
    person = secretariat_member()
    browser = Browser()
    browser.enter(person)
    page = browser.read("/admin/network/theme/add/")
    expire(browser)
    fields = {"key": "paz", "name_es": "Cultura de paz", "name_en": "Culture of peace"}
    fields |= dict.fromkeys(
        re.findall(r'name="(\w+-(?:TOTAL|INITIAL)_FORMS)"', page), "0"
    )
    answer = browser.send("/admin/network/theme/add/", {"position": "1"} | fields, page)
    assert answer.status_code == 401
    assert 'lang="es"' in answer.content.decode()
    page = sign_in_here(browser, answer)
    sent = send_on(browser, page, "/admin/network/theme/add/")
    assert sent.status_code == 302, sent.content.decode()
    assert AuditEntry.objects.filter(act=Act.SESSION_RESUMED).count() == 1


def test_scripts_are_told_what_happened_and_the_text_stays(browser, staff):
    fields = typed(autosave="1")
    del fields["photo"]
    old_page = browser.shown
    json = {"HTTP_ACCEPT": "application/json", **OWN}
    body = {"csrfmiddlewaretoken": browser.token(), **fields}
    browser.lose_session()
    told = browser.post(LOG, body, **json)
    assert told.status_code == 401
    assert told.json()["message"] == gettext(ENDED)
    assert told.json()["sign_in"] == SIGN_IN
    assert not HeldPost.objects.exists()
    browser.enter(staff)
    fresh = browser.post(LOG, body, **json)
    assert fresh.status_code == 403
    body["csrfmiddlewaretoken"] = fresh.json()["token"]
    assert browser.post(LOG, body, **json).json()["message"].startswith("Guardado")
    assert old_page
    browser.lose_session()
    browser.enter(staff_of(MunicipalityFactory()))
    stolen = browser.post(
        LOG, {**body, "csrfmiddlewaretoken": browser.token(old_page)}, **json
    )
    assert stolen.status_code == 401
    assert "token" not in stolen.json()
