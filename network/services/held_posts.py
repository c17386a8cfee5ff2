"""Verbs of held posts: keep a form for its writer, send it on, set it aside, sweep."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import HeldFile, HeldPost, User
from network.models.evidence import evidence_storage
from network.services import audit
from network.services.refusals import Refused

Uploads = list[tuple[str, UploadedFile]]

MEGABYTE = 1024 * 1024
# What one person, and all of them together, may leave waiting.
MOST_WAITING = 10
MOST_AN_HOUR = 30
MOST_TEXT = MEGABYTE
MOST_BYTES = 60 * MEGABYTE
MOST_BYTES_IN_ALL = 2048 * MEGABYTE
FOLDER = "held"
# The folders of people begin with this; those of held forms have other names.
OWN = "of-"


@transaction.atomic
def hold(*, person: User, path: str, fields: QueryDict, uploads: Uploads) -> HeldPost:
    """Keep a form for the person who typed it; the same form twice is kept once.

    Raises Refused when they, or all people together, left too much waiting.
    """
    text = fields.urlencode()
    mark = _digest(path, text, uploads)
    if earlier := person.held_posts.waiting().filter(digest=mark).first():
        return earlier
    _refuse_too_much(person, len(text), sum(upload.size or 0 for _f, upload in uploads))
    days = datetime.timedelta(days=settings.HELD_POST_DAYS)
    post = HeldPost(person=person, path=path, fields=text, digest=mark)
    post.expires_at = post.held_at + days
    try:
        with transaction.atomic():
            # Only a copy past its time gives way: another press may have kept one just now.
            person.held_posts.filter(digest=mark).over().delete()
            post.save(force_insert=True)
    except IntegrityError:
        return person.held_posts.get(digest=mark, sent_at__isnull=True)
    for field, upload in uploads:
        HeldFile.objects.create(
            post=post,
            field=field.replace("\x00", ""),
            name=(upload.name or "").replace("\x00", ""),
            content_type=(upload.content_type or "").replace("\x00", ""),
            size=upload.size or 0,
            file=File(upload, name="held"),
        )
    return post


@transaction.atomic
def mark_sent(*, post: HeldPost, by: User) -> bool:
    """Remember that it went through, and let go of what it held; true the first time."""
    changed = HeldPost.objects.filter(pk=post.pk, sent_at__isnull=True).update(
        sent_at=timezone.now(), fields=""
    )
    if not changed:
        return False
    audit.record(Act.SESSION_RESUMED, by=by, files=post.files.count())
    _forget_files(post.files.all())
    post.files.all().delete()
    return True


def set_aside(*, post: HeldPost, away: bool) -> None:
    """No longer remind its writer of it, or remind them again; it keeps its last day."""
    post.set_aside_at = timezone.now() if away else None
    post.save(update_fields=["set_aside_at"])


@transaction.atomic
def sweep() -> int:
    """Delete what is past its time, and files that belong to nothing; how many posts."""
    over = list(HeldPost.objects.over())
    _forget_files(HeldFile.objects.filter(post__in=over))
    HeldPost.objects.filter(pk__in=[post.pk for post in over]).delete()
    _forget_strays()
    return len(over)


def _refuse_too_much(person: User, text: int, size: int) -> None:
    own = person.held_posts.filter(sent_at__isnull=True)
    hour_ago = timezone.now() - datetime.timedelta(hours=1)
    lately = person.held_posts.filter(held_at__gt=hour_ago).count()
    held = HeldFile.objects.filter(post__person=person)
    if (
        text > MOST_TEXT
        or own.count() >= MOST_WAITING
        or lately >= MOST_AN_HOUR
        or bytes_of(held) + size > MOST_BYTES
        or bytes_of(HeldFile.objects.all()) + size > MOST_BYTES_IN_ALL
    ):
        raise Refused(_("There is no room to keep this form."), code="full")


def bytes_of(files: Any) -> int:
    """How much these held files weigh together."""
    return files.aggregate(sum=Sum("size"))["sum"] or 0


def _digest(path: str, text: str, uploads: Uploads) -> str:
    told = hashlib.sha256(f"{path}\n{text}".encode("utf-8", "surrogatepass"))
    for field, upload in uploads:
        told.update(f"\n{field}\n{upload.name}\n{upload.size}\n".encode())
        for chunk in upload.chunks():
            told.update(chunk)
        upload.seek(0)
    return told.hexdigest()


def _forget_files(files: Iterable[HeldFile]) -> None:
    """Delete stored files once the rows are really gone."""
    names = [each.file.name for each in files if each.file.name]
    storage = evidence_storage()

    def delete() -> None:
        for name in names:
            storage.delete(name)
        for folder in {name.rpartition("/")[0] for name in names}:
            storage.delete(folder)

    transaction.on_commit(delete, robust=True)


def _forget_strays() -> None:
    """Files whose row was never written: the machine stopped, or the disk was full."""
    storage = evidence_storage()
    if not storage.exists(FOLDER):
        return
    yesterday = timezone.now() - datetime.timedelta(days=1)
    for folder in storage.listdir(FOLDER)[0]:
        place = f"{FOLDER}/{folder}"
        for name in storage.listdir(place)[1]:
            path = f"{place}/{name}"
            known = HeldFile.objects.filter(file=path).exists()
            if not known and _is_older(storage, path, yesterday):
                storage.delete(path)
        # One of a person may just have been made for a file on its way.
        new = folder.startswith(OWN) and not _is_older(storage, place, yesterday)
        if not new and not any(storage.listdir(place)):
            storage.delete(place)


def _is_older(storage: Any, path: str, moment: datetime.datetime) -> bool:
    """False also for what somebody took away meanwhile."""
    try:
        return bool(storage.get_modified_time(path) < moment)
    except FileNotFoundError:
        return False
