"""Verbs of consents: told 30 days before, ended by themselves, written anew."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import Act, ConsentPurpose, PeopleShown, ReviewState, Role
from network.models import AuditEntry, Evidence
from network.services import evidence
from network.services.refusals import Refused
from tests.network import factories
from tests.network.desk import signed_in
from tests.network.photos import NEXT_YEAR, TODAY, acts
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town, language="es", email="tecnica@ejemplo.test")


def photo(owner, until, **more):
    return Evidence.objects.create(
        activity=factories.ApprovedActivityFactory(owner=owner), kind="picture",
        file="evidence/x.jpg", size=1, content_type="image/jpeg",
        sha256="0" * 64, consent_until=until,
        **{"people_shown": PeopleShown.ADULTS, "consent_purpose": ConsentPurpose.PORTAL, "public": True, **more},
    )  # fmt: skip


def test_the_town_hall_is_told_once_before(town, clerk, mailoutbox):
    soon, _later = photo(town, days(30)), photo(town, days(31))
    assert evidence.warn_of_consents() == 1
    assert evidence.warn_of_consents() == 0
    (mail,) = mailoutbox
    assert mail.to == ["tecnica@ejemplo.test"]
    assert soon.activity.number in mail.body
    assert soon.activity.title_es not in mail.body
    soon.refresh_from_db()
    assert soon.public
    # A new day is a new consent: of its end they are told too.
    Evidence.objects.filter(pk=soon.pk).update(consent_until=days(20))
    assert evidence.warn_of_consents() == 1


def test_it_ends_by_itself(town, clerk, mailoutbox, client):
    plant_pages()
    ended, today = photo(town, days(-1)), photo(town, days(0))
    neighbour = factories.staff_of(factories.MunicipalityFactory())
    assert list(Evidence.objects.showable()) == [today]
    assert evidence.end_consents() == 1
    assert evidence.end_consents() == 0
    ended.refresh_from_db()
    assert not ended.public
    (mail,) = mailoutbox
    assert mail.to == [clerk.email]
    assert neighbour.email not in mail.to
    entry = AuditEntry.objects.get(act=Act.CONSENT_ENDED)
    assert (entry.actor, entry.owner_id) == (None, town.pk)
    page = client.get(f"/es/bitacora/{ended.activity_id}/").content.decode()
    assert str(ended.uuid) not in page


def test_one_mail_for_all_of_a_town_hall(town, clerk, mailoutbox):
    for number in range(3):
        photo(town, days(-1 - number))
    photo(factories.MunicipalityFactory(), days(-1))
    assert evidence.end_consents() == 4
    (mail,) = mailoutbox
    assert mail.body.count(reverse("network:activities")) == 3


def test_written_anew(town, clerk):
    ended = photo(town, days(-1))
    evidence.end_consents()
    evidence.renew_consent(
        evidence=ended, by=clerk, consent_purpose="training", consent_until=NEXT_YEAR
    )
    assert list(Evidence.objects.showable()) == [ended]
    assert acts() == [Act.CONSENT_ENDED, Act.CONSENT_RENEWED]
    assert evidence.warn_of_consents() == 0


@pytest.mark.parametrize("until", [days(-1), days(6 * 366)])
def test_a_new_consent_holds_from_now_and_not_for_ever(town, clerk, until):
    with pytest.raises(Refused):
        evidence.renew_consent(
            evidence=photo(town, days(3)),
            by=clerk,
            consent_purpose="portal",
            consent_until=until,
        )


@pytest.mark.parametrize(
    "more",
    [
        {"public": False},
        {"public": False, "people_shown": PeopleShown.MINORS},
        {"people_shown": PeopleShown.NOBODY},
        {"removed_at": timezone.now()},
    ],
)
def test_nothing_else_becomes_public_by_it(town, clerk, more):
    piece = photo(town, days(3), **more)
    with pytest.raises(Refused):
        evidence.renew_consent(
            evidence=piece, by=clerk, consent_purpose="portal", consent_until=NEXT_YEAR
        )


def test_who_writes_a_consent(town, clerk):
    piece = photo(town, days(3))
    association = town.affiliations.get().association
    others = [
        factories.staff_of(association, Role.ADMINISTERS),
        factories.staff_of(factories.MunicipalityFactory()),
        factories.staff_of(town, Role.READS),
    ]
    said = {"consent_purpose": "portal", "consent_until": NEXT_YEAR}
    for other in others:
        with pytest.raises(Refused):
            evidence.renew_consent(evidence=piece, by=other, **said)
    piece.activity.review_state = ReviewState.WITHDRAWN
    piece.activity.save()
    with pytest.raises(Refused):
        evidence.renew_consent(evidence=piece, by=clerk, **said)


def test_the_page_of_a_new_consent(town, clerk):
    piece = photo(town, days(3))
    browser = signed_in(clerk)
    address = reverse("network:evidence_consent", args=[piece.activity_id, piece.uuid])
    shown = browser.get(
        reverse("network:activity", args=[piece.activity_id])
    ).content.decode()
    assert address in shown
    empty = browser.post(address, {})
    assert set(empty.context["form"].errors) == {"consent_purpose", "consent_until"}
    day = {"day": NEXT_YEAR.day, "month": NEXT_YEAR.month, "year": NEXT_YEAR.year}
    said = {f"consent_until_{part}": value for part, value in day.items()}
    answer = browser.post(address, {"consent_purpose": "outreach", **said})
    assert answer.status_code == 302
    piece.refresh_from_db()
    assert (piece.consent_purpose, piece.consent_until) == ("outreach", NEXT_YEAR)
    neighbour = signed_in(factories.staff_of(factories.MunicipalityFactory()))
    assert neighbour.get(address).status_code == 404
