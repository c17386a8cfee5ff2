"""Addresses that pass for mail addresses and of which no mail can be written."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import Role, TakeDownWhy
from network.forms.mail_address import MailAddressField
from network.models import Activity, TakeDown
from network.services import people, review
from network.services.refusals import Refused
from network.services.takedowns import thing_of
from tests.background import work_off
from tests.network import factories
from tests.public_pages import plant_pages

# Another script's full stop; signs at which a header's line ends.
UNWRITABLE = [
    "ana@ejemplo\u3002.test",
    *(f'"ana{sign}bcc"@ejemplo.test' for sign in "\x0b\x0c\x1c\x1d\x1e"),
]


@pytest.mark.parametrize("address", UNWRITABLE)
def test_no_form_takes_what_cannot_be_written(address):
    with pytest.raises(ValidationError):
        MailAddressField().clean(address)


@pytest.mark.parametrize("address", ["ana@ejemplo.test", "ana@\xf1and\xfa.test"])
def test_what_can_be_written_is_taken(address):
    found = MailAddressField().clean(address)
    written = EmailMessage("a", "b", "c@d.test", [found], reply_to=[found]).message()
    assert len(written.as_bytes().split(b"\n\n", 1)[0].splitlines()) == len(written)


def test_the_validator_of_the_library_is_not_enough():
    """If this fails, is_mailable has become needless."""
    for address in UNWRITABLE:
        validate_email(address)
    with pytest.raises(UnicodeError):
        EmailMessage("a", "b", "c@d.test", UNWRITABLE[:1]).message()


@pytest.mark.django_db
@pytest.mark.parametrize("address", UNWRITABLE)
def test_each_public_form_says_so_beside_its_field(address):
    plant_pages()
    town = factories.reviewed_municipality()
    activity = factories.ApprovedActivityFactory(owner=town)
    association = town.affiliations.get().association
    for name, values in {
        "take_down": {"of": f"activity-{activity.pk}", "why": "myself"},
        "ask": {"to": association.slug, "words": "Una pregunta larga"},
        "bulletin_ask": {"language": "es"},
    }.items():
        answer = Client().post(reverse(name), {**values, "email": address})
        assert answer.status_code == 422, name
        assert set(answer.context["form"].errors) == {"email"}, name


@pytest.mark.django_db
@pytest.mark.parametrize("address", UNWRITABLE)
def test_nobody_is_invited_to_it(address):
    town = factories.reviewed_municipality()
    with pytest.raises(Refused):
        people.invite(
            email=address,
            name="Ana",
            organisation=town,
            role=Role.RECORDS,
            by=factories.staff_of(town, Role.COORDINATES),
        )


@pytest.mark.django_db
@pytest.mark.parametrize("address", UNWRITABLE)
def test_such_an_address_keeps_nothing_from_being_hidden(address):
    """A stranger's request, kept before forms refused it, is answered to nobody."""
    town = factories.reviewed_municipality()
    keeper = factories.staff_of(town, Role.COORDINATES)
    activity = factories.ApprovedActivityFactory(owner=town)
    asked = TakeDown.objects.create(
        kind="activity",
        key=str(activity.pk),
        why=TakeDownWhy.RISK,
        email=address,
        owner=town,
        address="/es/bitacora/",
        asked_at=timezone.now(),
    )
    assert thing_of(asked).is_public
    review.hide_activity(activity=activity, by=keeper)
    work_off()
    assert Activity.objects.get().hidden_at
    assert mail.outbox == []
