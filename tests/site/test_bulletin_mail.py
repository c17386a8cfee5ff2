"""The bulletin by mail: double opt-in, one press to leave, each issue once."""

import datetime
import re

import pytest
from django.core import mail, signing
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import override

from amuprev.site import posting, readers
from amuprev.site.models import BulletinReader, BulletinSending
from network.services.people import keep_editors_in_step
from network.services.refusals import Refused
from tests.background import work_off
from tests.network import factories
from tests.network.desk import signed_in
from tests.public_pages import plant_pages
from tests.site.pages import BODY, a_bulletin, a_news

pytestmark = pytest.mark.django_db

MAIL = "vecina@ejemplo.test"
LINK = re.compile(r"http://\S+?(/(?:es|en)/\S+/)")


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def ask(client, email=MAIL, language="es", **more):
    values = {"email": email, "language": language, **more}
    return client.post(reverse("bulletin_ask"), values)


def on_the_desk(person):
    """With their rights over pages; as they are read anew."""
    keep_editors_in_step(person=person)
    return type(person).objects.get(pk=person.pk)


def the_secretary():
    return on_the_desk(factories.secretariat_member(language="es"))


def an_editor():
    return on_the_desk(factories.editor_of_the_portal(language="es"))


def letters():
    work_off()
    return mail.outbox


def a_reader(email=MAIL, language="es"):
    return BulletinReader.objects.create(
        email=email, language=language, confirmed_at=timezone.now()
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_only_the_press_of_the_letters_button_confirms(language):
    client = Client()
    with override(language):
        form = client.get(reverse("bulletin_ask"))
        assert f'<html lang="{language}"' in form.content.decode()
        assert "no-store" in form["Cache-Control"]
        answer = ask(client, language=language)
        assert answer["Location"] == reverse("bulletin_asked")
    link = LINK.search(letters()[0].body)[1]
    assert link.startswith(f"/{language}/")
    assert client.get(link).status_code == 200
    reader = BulletinReader.objects.get()
    assert reader.confirmed_at is None
    assert client.post(link).status_code == 200
    reader.refresh_from_db()
    assert reader.confirmed_at
    assert (reader.email, reader.language) == (MAIL, language)


def test_nobody_learns_who_receives_it():
    a_reader()
    known, unknown = ask(Client()), ask(Client(), email="otra@ejemplo.test")
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    bodies = {each.to[0]: each.body for each in letters()}
    assert "ya lo recibe" in bodies[MAIL]
    assert "confirmar" in bodies["otra@ejemplo.test"]


def test_a_door_opens_with_its_own_link_only():
    reader = a_reader()
    client = Client()
    confirm = posting.token_of(reader, posting.CONFIRM)
    leave = posting.token_of(reader, posting.LEAVE)
    for view, token in (("bulletin_leave", confirm), ("bulletin_confirm", leave)):
        for ask_for in (client.get, client.post):
            assert ask_for(reverse(view, args=[token])).status_code == 404
    assert BulletinReader.objects.exists()


def test_mail_services_leave_with_one_press_and_the_address_is_erased():
    reader, other = a_reader(), a_reader("otra@ejemplo.test")
    link = reverse("bulletin_leave", args=[posting.token_of(reader, posting.LEAVE)])
    service = Client(enforce_csrf_checks=True)
    assert service.get(link).status_code == 200
    assert BulletinReader.objects.count() == 2
    for _time in range(2):
        answer = service.post(link, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert not answer.cookies
    assert list(BulletinReader.objects.all()) == [other]


def test_who_confirms_too_late_or_never_is_forgotten(monkeypatch):
    ask(Client())
    link = LINK.search(letters()[0].body)[1]
    old = timezone.now() - readers.CONFIRM_WITHIN - datetime.timedelta(minutes=1)
    assert readers.forget_unconfirmed() == 0
    BulletinReader.objects.update(asked_at=old)
    a_reader("otra@ejemplo.test")
    assert readers.forget_unconfirmed() == 1
    assert Client().get(link).status_code == 404


def test_a_mailbox_is_not_filled_and_a_connection_has_to_wait(settings):
    settings.BULLETIN_LETTERS_AN_HOUR = 2
    settings.BULLETINS_ASKED_AN_HOUR = 4
    client = Client()
    statuses = [ask(client).status_code for _time in range(5)]
    assert statuses == [302, 302, 302, 302, 429]
    assert len(letters()) == 2
    assert ask(Client(), website="x").status_code == 422


def test_an_issue_goes_once_to_each_reader_of_its_language():
    first, other = a_reader(), a_reader("otra@ejemplo.test")
    a_reader("reader@example.test", "en")
    BulletinReader.objects.create(email="nadie@ejemplo.test", language="es")
    issue = a_bulletin("es", title="El trimestre")
    secretary = the_secretary()
    sending = readers.send_bulletin(issue=issue, by=secretary)
    assert sorted(each.to[0] for each in letters()) == sorted(
        [first.email, other.email]
    )
    with pytest.raises(Refused, match="ya se envió"):
        readers.send_bulletin(issue=issue, by=secretary)
    sending.refresh_from_db()
    assert sending.finished_at
    assert posting.post_next(sending) == 0
    BulletinSending.objects.update(finished_at=None)
    assert posting.post_waiting() == 0
    assert len(letters()) == 2


def test_what_was_interrupted_goes_on_with_those_who_lack_it(monkeypatch):
    monkeypatch.setattr(posting, "AT_ONCE", 1)
    a_reader()
    a_reader("otra@ejemplo.test")
    issue = a_bulletin("es")
    sending = BulletinSending.objects.create(issue=issue)
    assert posting._post_batch(sending, []) == 1
    assert posting.post_waiting() == 1
    assert {each.to[0] for each in letters()} == {MAIL, "otra@ejemplo.test"}


def test_the_mail_is_text_and_html_with_its_way_out_and_no_mark(settings):
    reader = a_reader()
    news = a_news("es", title="La plaza", lead="Se cuidará entre todos.")
    hidden = a_news("es", title="Retirada")
    body = [
        *BODY,
        ("paragraph", '<p>Vea <a href="/es/red/">la red</a> &amp; más.</p><ul><li>Uno</li></ul>'),
        ("cards", {"title": "Siga", "cards": [{"page": news}, {"page": hidden}]}),
        ("call_to_action", {"text": "", "action": "Escribir", "page": news}),
    ]  # fmt: skip
    hidden.unpublish()
    issue = a_bulletin("es", title="El trimestre")
    issue.body = issue.body.stream_block.normalize(body)
    issue.save()
    readers.send_bulletin(issue=issue, by=the_secretary())
    letter = letters()[0]
    link = LINK.search(letter.extra_headers["List-Unsubscribe"][1:-1] + " ")[1]
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    token = resolve(link).kwargs["token"]
    assert link == reverse("bulletin_leave", args=[token])
    assert signing.loads(token, salt=posting.LEAVE) == reader.key.hex
    html = letter.alternatives[0][0]
    for told in (letter.body, html):
        assert "Una parte" in told
        assert "Un párrafo con" in told
        assert link in told
        assert issue.url in told
    for told in ("12", "talleres", "Un video", "La plaza", "Se cuidará", "Escribir"):
        assert told in letter.body
        assert told in html
    whole = f"{settings.SITE_URL}/es/noticias/{news.slug}/"
    for address in (f"{settings.SITE_URL}/es/red/", whole, "https://video.example/1"):
        assert f'href="{address}"' in html
        assert address in letter.body
    assert "& más.\n\n- Uno\n" in letter.body
    for text in (letter.body, html):
        assert "Retirada" not in text
    assert "<b>" not in letter.body
    assert "<img" not in html
    assert "src=" not in html


def test_only_who_publishes_sends_and_only_what_is_published():
    issue = a_bulletin("es")
    with pytest.raises(Refused):
        readers.send_bulletin(issue=issue, by=an_editor())
    issue.live = False
    with pytest.raises(Refused, match="Publique"):
        readers.send_bulletin(issue=issue, by=the_secretary())
    assert not BulletinSending.objects.exists()


def test_the_page_itself_offers_the_sending_and_tells_to_how_many():
    a_reader()
    issue = a_bulletin("es")
    address = reverse("send_bulletin", args=[issue.pk])
    editor = signed_in(an_editor())
    assert editor.get(address).status_code in (302, 403)
    secretary = signed_in(the_secretary())
    edit = secretary.get(reverse("wagtailadmin_pages:edit", args=[issue.pk]))
    assert address in edit.content.decode()
    assert "1 persona recibe" in secretary.get(address).content.decode()
    assert secretary.post(address).status_code == 302
    assert len(letters()) == 1
