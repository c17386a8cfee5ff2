"""Letters by mail: each in the language of whoever reads it."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from amuprev.foundation.figures import one_line
from network.models import User


def write(
    letter: str,
    *,
    to: str,
    language: str,
    reply_to: str = "",
    folder: str = "network",
    **context: Any,
) -> None:
    """Queue a letter: templates/<folder>/mail/<letter>.txt and its subject.

    What is queued in a transaction goes out with it, or not at all.
    """
    with override(language):
        subject = render_to_string(f"{folder}/mail/{letter}_subject.txt", context)
        body = render_to_string(f"{folder}/mail/{letter}.txt", context)
    answers = [reply_to] if reply_to else None
    EmailMessage(one_line(subject), body, None, [to], reply_to=answers).send()


def write_to(person: User, letter: str, **context: Any) -> None:
    """Queue a letter to a person with an account."""
    write(letter, to=person.email, language=person.language, person=person, **context)


def link(view: str, *args: object, language: str) -> str:
    """The whole address of a screen, in the reader's language."""
    with override(language):
        return settings.SITE_URL + reverse(view, args=args)
