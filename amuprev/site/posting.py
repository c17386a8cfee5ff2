"""The bulletin as a mail: text and HTML, the way out in its headers, each once."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from amuprev.foundation.figures import one_line
from amuprev.foundation.first_view import minify
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site.mail_parts import Part, parts_of
from amuprev.site.models import BulletinPage, BulletinReader, BulletinSending

AT_ONCE = 50
# Each link opens its own door only.
CONFIRM, LEAVE = "site.bulletin.confirm", "site.bulletin.leave"
STYLE = minify((settings.BASE_DIR / "static" / "css" / "mail.css").read_text("utf-8"))


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
    with override(sending.issue.locale.language_code):
        parts = parts_of(sending.issue)
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
def _post_batch(sending: BulletinSending, parts: list[Part]) -> int:
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
    issue: BulletinPage, reader: BulletinReader, parts: list[Part]
) -> EmailMultiAlternatives:
    """One reader's mail; nothing in it tells whether it was opened."""
    leave = link_of(reader, "bulletin_leave", LEAVE)
    context = {
        "issue": issue,
        "parts": parts,
        "address": settings.SITE_URL + page_path(issue),
        "leave": leave,
        "language": reader.language,
        "style": STYLE,
    }
    with override(reader.language):
        text = render_to_string("site/mail/bulletin.txt", context)
        html = render_to_string("site/mail/bulletin.html", context)
    mail = EmailMultiAlternatives(
        one_line(issue.title),
        text,
        None,
        [reader.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(html, "text/html")
    return mail
