"""Every mail that any test writes is read for numbers written in another way."""

import re
from collections.abc import Sequence

from django.core.mail import EmailMessage

from amuprev.foundation.mail_queue import QueueBackend
from tests.written_numbers import OTHERS

# Addresses, and what a person copies: codes stand alone in their line.
LEFT_ASIDE = re.compile(r"https?://\S+|\S+@\S+|(?m:^[\s\d-]+$)")
COMMON = {
    "es": re.compile(r"\b(?:de|la|el|que|su|para|una?|en|los|las)\b", re.I),
    "en": re.compile(r"\b(?:the|of|to|you|your|is|it|was|has|this)\b", re.I),
}


def language_of(text: str) -> str:
    """The language of a letter, by the words that every letter has."""
    return max(COMMON, key=lambda code: len(COMMON[code].findall(text)))


def mail_otherwise(text: str) -> list[str]:
    """The numbers of a letter that are not written as the portal writes them."""
    read = LEFT_ASIDE.sub(" ", text)
    return OTHERS[language_of(text)].findall(read)


class ReadBackend(QueueBackend):
    """The queue of mails, but a number that is written otherwise stops the test."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            text = f"{message.subject}\n{message.body}"
            assert mail_otherwise(text) == [], text
        return super().send_messages(email_messages)
