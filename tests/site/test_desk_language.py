"""The desk's mails come in the language of who reads them, not of who caused them."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from tests.background import work_off
from tests.network.factories import editor_of_the_portal, secretariat_member
from tests.site.test_editors_desk import desk_of, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]


@pytest.mark.parametrize(
    ("language", "words"), [("es", "se ha enviado"), ("en", "has been submitted")]
)
def test_a_page_sent_to_review_is_told_in_the_readers_language(language, words):
    secretary = secretariat_member(language=language)
    other = "en" if language == "es" else "es"
    desk_of(secretary)
    editor = desk_of(editor_of_the_portal(language=other))
    mail.outbox.clear()
    write(editor, "La feria", **{"action-submit": "1"})
    work_off()
    (told,) = [each for each in mail.outbox if each.to == [secretary.email]]
    assert words in told.subject + told.body, told.subject + told.body


def test_the_desk_follows_the_account_and_a_sign_in_changes_nothing():
    editor = editor_of_the_portal(language="en")
    profile = UserProfile.get_for_user(editor)
    assert profile.preferred_language == "en"
    profile.preferred_language = "es"
    profile.save()
    editor.save(update_fields=["last_login"])
    profile.refresh_from_db()
    assert profile.preferred_language == "es"
    editor.language = "en"
    editor.save()
    profile.refresh_from_db()
    assert profile.preferred_language == "en"
