"""Addresses of the earlier site lead on, and stay as the secretariat changed them."""

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/about/amuprev-english", "/en/about/"),
        ("/about/amuprev-english/", "/en/about/"),
        ("/about/", "/es/acerca-de/"),
    ],
)
def test_old_addresses_lead_on(client, old, new):
    answer = client.get(old)
    assert (answer.status_code, answer.url) == (301, new)
    assert client.get(new).status_code == 200


def test_an_old_address_the_secretariat_changed_stays_as_it_is():
    row = Redirect.objects.get(old_path="/about/amuprev-english")
    row.redirect_link = "/en/"
    row.save()
    call_command("load_portal", again=True, verbosity=0)
    row.refresh_from_db()
    assert row.redirect_link == "/en/"
