"""The bulletin as a mail: text and HTML, the way out in its headers, each once."""

import re
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site.models import BulletinPage, BulletinReader, BulletinSending

AT_ONCE = 50
# Each link opens its own door only.
CONFIRM, LEAVE = "site.bulletin.confirm", "site.bulletin.leave"
OWN_ADDRESS = re.compile(r'href="/(?!/)')
BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")
TOLD = frozenset({"heading", "paragraph", "quote"})


def token_of(reader: BulletinReader, door: str) -> str:
    """What a link of this reader carries, good for one door."""
    return signing.dumps(reader.key.hex, salt=door)


def link_of(reader: BulletinReader, view: str, door: str) -> str:
    """The whole address of a reader's link, in their language."""
    with override(reader.language):
        return settings.SITE_URL + reverse(view, args=[token_of(reader, door)])


def post_next(sending: BulletinSending) -> int:
    """Hand the issue to the queue for all who still lack it; how many mails.

    A batch and its notes are one transaction: interrupted, it goes on where it was.
    """
    parts = _parts(sending.issue)
    posted = 0
    while readers := _post_batch(sending, parts):
        posted += readers
    if sending.finished_at is None:
        sending.finished_at = timezone.now()
        sending.save(update_fields=["finished_at"])
    return posted


def post_waiting() -> int:
    """Go on with the issues whose sending was interrupted; how many mails."""
    unfinished = BulletinSending.objects.filter(finished_at=None, issue__live=True)
    return sum(post_next(each) for each in unfinished.select_related("issue__locale"))


@transaction.atomic
def _post_batch(sending: BulletinSending, parts: list[dict[str, Any]]) -> int:
    # One sender at a time; SQLite writes one at a time anyway.
    BulletinSending.objects.select_for_update(of=("self",)).get(pk=sending.pk)
    readers = list(
        BulletinReader.objects.filter(
            language=sending.issue.locale.language_code,
            confirmed_at__lte=sending.asked_at,
        )
        .exclude(deliveries__sending=sending)
        .order_by("pk")[:AT_ONCE]
    )
    sending.deliveries.bulk_create(
        sending.deliveries.model(sending=sending, reader=reader) for reader in readers
    )
    if readers:
        mails = [mail_of(sending.issue, reader, parts) for reader in readers]
        get_connection().send_messages(mails)
    return len(readers)


def mail_of(
    issue: BulletinPage, reader: BulletinReader, parts: list[dict[str, Any]]
) -> EmailMultiAlternatives:
    """One reader's mail; nothing in it tells whether it was opened."""
    leave = link_of(reader, "bulletin_leave", LEAVE)
    context = {
        "issue": issue,
        "parts": parts,
        "address": settings.SITE_URL + page_path(issue),
        "leave": leave,
        "language": reader.language,
    }
    with override(reader.language):
        text = render_to_string("site/mail/bulletin.txt", context)
        html = render_to_string("site/mail/bulletin.html", context)
    mail = EmailMultiAlternatives(
        " ".join(issue.title.split()),
        text,
        None,
        [reader.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    whole = OWN_ADDRESS.sub(f'href="{settings.SITE_URL}/', html)
    mail.attach_alternative(whole, "text/html")
    return mail


def _parts(issue: BulletinPage) -> list[dict[str, Any]]:
    """What of the page a mail can tell: its headings, paragraphs and quotations."""
    parts = []
    for block in issue.body:
        if block.block_type not in TOLD:
            continue
        part: dict[str, Any] = {"kind": block.block_type, "value": block.value}
        if block.block_type == "paragraph":
            html = expand_db_html(block.value.source)
            part["text"] = strip_tags(BLOCK_END.sub("\n\n", html)).strip()
        parts.append(part)
    return parts
