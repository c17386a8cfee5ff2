"""The editors' desk writes to each person in the language of their account.

Wagtail keeps a language of its own for each person, and where it is empty its mails
come in the language of whoever caused them.
"""

from typing import Any

from django.db.models.signals import post_save
from wagtail.users.models import UserProfile

from network.models import User


def begin_in_own_language(
    sender: type, instance: UserProfile, created: bool, **_: Any
) -> None:
    """A new profile has the language of its person's account."""
    if created and not instance.preferred_language:
        instance.preferred_language = instance.user.language
        instance.save(update_fields=["preferred_language"])


def follow_account(
    sender: type, instance: User, update_fields: Any = None, **_: Any
) -> None:
    """Whoever changes the language of their account changes it at the desk too."""
    # A sign-in saves the person as well, and must not undo what was chosen at the desk.
    if update_fields is None or "language" in update_fields:
        UserProfile.objects.filter(user=instance).update(
            preferred_language=instance.language
        )


def listen() -> None:
    """Keep both in step from now on."""
    post_save.connect(begin_in_own_language, sender=UserProfile)
    post_save.connect(follow_account, sender=User)
