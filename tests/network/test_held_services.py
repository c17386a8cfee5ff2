"""Keeping forms for their writers: bounds, one copy, what is swept and what is left."""

import datetime
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils import timezone

from network.models import AuditEntry, HeldFile, HeldPost
from network.models.evidence import evidence_storage
from network.services import held_posts
from network.services.refusals import Refused
from tests.network.factories import UserFactory

pytestmark = pytest.mark.django_db

PATH = "/es/espacio/registro-rapido/?form=1"


def keep(person, text="palabras", content=b"una foto", name="foto.jpg"):
    fields = QueryDict(mutable=True)
    fields.setlist("what_happened", [text])
    upload = SimpleUploadedFile(name, content, "image/jpeg")
    return held_posts.hold(
        person=person, path=PATH, fields=fields, uploads=[("photo", upload)]
    )


def age(post, **delta):
    past = timezone.now() - datetime.timedelta(**delta)
    HeldPost.objects.filter(pk=post.pk).update(
        held_at=past, expires_at=past + datetime.timedelta(days=14)
    )


def test_any_text_and_name_come_back_as_they_were():
    text = "línea\r\n«ñandú» \x00 \U0001f3c0 ‮ +&=%"
    post = keep(UserFactory(), text, name="señal ‮gpj.exe")
    kept = HeldPost.objects.get(pk=post.pk)
    assert QueryDict(kept.fields)["what_happened"] == text
    file = kept.files.get()
    assert file.file.read() == b"una foto"
    assert file.file.name.startswith(f"held/{post.pk}/")
    assert "señal" not in file.file.name
    file.file.close()


def test_the_same_form_is_kept_once_and_anothers_apart():
    person = UserFactory()
    assert keep(person) == keep(person)
    assert keep(UserFactory()) != keep(person)
    assert keep(person, content=b"otra foto") != keep(person)
    assert HeldPost.objects.count() == HeldFile.objects.count() == 3


@pytest.mark.parametrize(
    ("bound", "most"),
    [
        ("MOST_WAITING", 2),
        ("MOST_AN_HOUR", 2),
        ("MOST_BYTES", 20),
        ("MOST_BYTES_IN_ALL", 20),
    ],
)
def test_nobody_fills_the_disk(monkeypatch, bound, most):
    monkeypatch.setattr(held_posts, bound, most)
    person = UserFactory()
    for number in range(2):
        keep(person, f"palabras {number}")
    with pytest.raises(Refused):
        keep(person, "palabras 2")
    assert HeldPost.objects.count() == HeldFile.objects.count() == 2
    assert keep(person, "palabras 1")
    if bound == "MOST_BYTES_IN_ALL":
        with pytest.raises(Refused):
            keep(UserFactory())
    else:
        assert keep(UserFactory())


def test_a_text_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(held_posts, "MOST_TEXT", 100)
    with pytest.raises(Refused):
        keep(UserFactory(), "a" * 100)
    assert not HeldPost.objects.exists()


def test_what_was_sent_is_told_once_and_let_go(django_capture_on_commit_callbacks):
    person = UserFactory()
    post = keep(person)
    name = post.files.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        told = [held_posts.mark_sent(post=post, by=person) for _twice in range(2)]
    assert told == [True, False]
    assert AuditEntry.objects.count() == 1
    assert not evidence_storage().exists(name)
    assert not evidence_storage().exists(f"held/{post.pk}")
    assert keep(person) != post


def test_the_sweep_takes_what_is_over_and_strays(
    django_capture_on_commit_callbacks,
):
    person, storage = UserFactory(), evidence_storage()
    over, fresh, sent = keep(person, "a"), keep(person, "b"), keep(person, "c")
    age(over, days=14, minutes=1)
    age(fresh, days=13)
    held_posts.mark_sent(post=sent, by=person)
    HeldPost.objects.filter(pk=sent.pk).update(
        sent_at=timezone.now() - datetime.timedelta(days=2)
    )
    gone = over.files.get().file.name
    stray = storage.save("held/stray/file", ContentFile(b"x"))
    young = storage.save("held/young/file", ContentFile(b"x"))
    long_ago = (timezone.now() - datetime.timedelta(days=2)).timestamp()
    os.utime(storage.path(stray), (long_ago, long_ago))
    with django_capture_on_commit_callbacks(execute=True):
        assert held_posts.sweep() == 2
    assert list(HeldPost.objects.all()) == [fresh]
    assert storage.exists(fresh.files.get().file.name)
    assert storage.exists(young)
    assert not storage.exists(gone)
    assert not storage.exists("held/stray")
    assert held_posts.sweep() == 0


def test_what_waits_past_its_time_is_not_found_before_the_sweep():
    person = UserFactory()
    age(keep(person), days=15)
    assert not person.held_posts.waiting().exists()
    assert keep(person)
    assert HeldPost.objects.count() == 1
