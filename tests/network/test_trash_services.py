"""Discarded drafts: out of sight at once, brought back for thirty days, then gone."""

import datetime
import uuid

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network import rules, waiting
from network.choices import Act, Outcome, PeopleShown, ReviewState, Role
from network.models import Activity, AuditEntry, Evidence
from network.services import review
from network.services.activities import start_activity, was_discarded
from network.services.refusals import Refused
from network.services.trash import (
    discard_activity,
    empty_trash,
    restore_activity,
    trash_days,
)
from tests.network import factories
from tests.network.desk import said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


@pytest.fixture
def draft(town, clerk):
    return factories.ActivityFactory(owner=town, created_by=clerk, title_es="Zumbador")


def with_photo(activity):
    piece = Evidence(
        activity=activity,
        kind="picture",
        content_type="image/webp",
        size=1,
        sha256="a" * 64,
        people_shown=PeopleShown.NOBODY,
    )
    piece.file.save("foto.webp", ContentFile(b"x"), save=False)
    piece.small.save("chica.webp", ContentFile(b"y"), save=False)
    piece.save()
    return piece


def acts(of):
    rows = AuditEntry.objects.filter(record_key=str(of.pk)).order_by("pk")
    return list(rows.values_list("act", "outcome"))


def grow_old(draft, by=datetime.timedelta(seconds=1)):
    Activity.objects.filter(pk=draft.pk).update(
        discarded_at=timezone.now() - trash_days() - by
    )


def test_a_discarded_draft_is_kept_and_told(town, clerk, draft):
    discard_activity(activity=draft, by=clerk)
    draft.refresh_from_db()
    assert draft.discarded_by == clerk
    assert acts(draft) == [(Act.ACTIVITY_DISCARDED, Outcome.DONE)]
    discard_activity(activity=draft, by=clerk)
    assert len(acts(draft)) == 1


def test_only_drafts_are_discarded(town, clerk):
    sent = factories.ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    with pytest.raises(Refused):
        discard_activity(activity=sent, by=clerk)
    assert acts(sent) == [(Act.ACTIVITY_DISCARDED, Outcome.REFUSED)]
    sent.refresh_from_db()
    assert sent.discarded_at is None


def test_nothing_lists_or_opens_what_was_discarded(town, clerk, draft):
    reviewer = factories.staff_of(town.affiliations.get().association, Role.ADMINISTERS)
    browser, other = signed_in(clerk), signed_in(reviewer)
    discard_activity(activity=draft, by=clerk)
    assert not Activity.objects.visible_to(clerk).exists()
    assert not waiting.open_work(clerk).exists()
    draft.refresh_from_db()
    assert not rules.may_read_activity(clerk, draft)
    assert not rules.may_edit_activity(clerk, draft)
    for name in ("activity", "activity_edit", "activity_details", "activity_evidence"):
        address = reverse(f"network:{name}", args=[draft.pk])
        assert browser.get(address).status_code == 404, name
        assert other.get(address).status_code == 404, name
    for name in ("workspace:home", "network:activities", "network:month"):
        assert "Zumbador" not in browser.get(reverse(name)).content.decode(), name


def test_the_trash_tells_what_who_and_until_when(town, clerk, draft):
    discard_activity(activity=draft, by=clerk)
    page = signed_in(clerk).get(reverse("network:trash"))
    row = page.context["rows"][0]
    assert row == draft
    assert row.until == row.discarded_at + datetime.timedelta(days=30)
    assert clerk.name in page.content.decode()


def test_a_draft_is_brought_back_whole(town, clerk, draft):
    piece = with_photo(draft)
    browser = signed_in(clerk)
    discard = reverse("network:activity_act", args=[draft.pk, "discard"])
    assert "Zumbador" in browser.get(discard).content.decode()
    browser.post(discard)
    back = reverse("network:activity_bring_back", args=[draft.pk])
    answer = browser.post(back, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("network:activity", args=[draft.pk])
    draft.refresh_from_db()
    assert draft.discarded_at is None
    assert piece.file.storage.exists(piece.file.name)
    assert [act for act, _outcome in acts(draft)] == [
        Act.ACTIVITY_DISCARDED,
        Act.ACTIVITY_RESTORED,
    ]
    assert browser.post(back).status_code == 302
    assert len(acts(draft)) == 2


def test_neither_neighbours_nor_readers_bring_back(town, clerk, draft):
    discard_activity(activity=draft, by=clerk)
    back = reverse("network:activity_bring_back", args=[draft.pk])
    for person in (
        factories.staff_of(factories.reviewed_municipality()),
        factories.staff_of(town, Role.READS),
        factories.staff_of(town.affiliations.get().association, Role.ADMINISTERS),
    ):
        browser = signed_in(person)
        assert browser.post(back).status_code == 404
        assert "Zumbador" not in browser.get(reverse("network:trash")).content.decode()
    assert Client().post(back).status_code == 302
    assert signed_in(clerk).get(back).status_code == 405
    draft.refresh_from_db()
    assert draft.discarded_at is not None


def test_a_form_whose_draft_was_discarded_makes_no_second_copy(town, clerk, draft):
    discard_activity(activity=draft, by=clerk)
    with pytest.raises(Refused) as refused:
        start_activity(
            owner=town,
            by=clerk,
            client_uuid=draft.client_uuid,
            values={},
            counts={},
        )
    assert refused.value.code == "discarded"
    browser = signed_in(clerk)
    answer = browser.post(
        reverse("network:quick_log"),
        {"client_uuid": draft.client_uuid, "what_happened": "Otra vez lo mismo."},
    )
    assert answer.status_code == 409
    assert "Otra vez lo mismo." in answer.content.decode()
    draft.refresh_from_db()
    assert was_discarded(draft) in answer.content.decode()
    again = browser.get(
        reverse("network:quick_log") + f"?form={draft.client_uuid}", follow=True
    )
    assert again.redirect_chain[-1][0] == reverse("network:trash")
    assert said(again)
    assert Activity.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_after_thirty_days_a_draft_its_files_and_its_history_are_gone(
    django_capture_on_commit_callbacks,
):
    town = factories.reviewed_municipality()
    clerk = factories.staff_of(town)
    draft, young = (factories.ActivityFactory(owner=town) for _each in range(2))
    piece = with_photo(draft)
    for each in (draft, young):
        discard_activity(activity=each, by=clerk)
    grow_old(draft)
    assert (empty_trash(), empty_trash()) == (1, 0)
    assert list(Activity.objects.all()) == [young]
    assert not piece.file.storage.exists(piece.file.name)
    assert not piece.small.storage.exists(piece.small.name)
    assert not Activity.history.filter(id=draft.pk).exists()
    assert (Act.RECORD_DELETED, Outcome.DONE) in acts(draft)


def test_what_was_sent_once_keeps_its_history(town, clerk, draft):
    draft.what_happened_es = "Conversamos."
    draft.save()
    review.submit_activity(activity=draft, by=clerk)
    review.reopen_activity(activity=draft, by=clerk)
    discard_activity(activity=draft, by=clerk)
    grow_old(draft)
    assert empty_trash() == 1
    assert Activity.history.filter(id=draft.pk).exists()


def test_what_was_brought_back_is_not_emptied(town, clerk, draft):
    discard_activity(activity=draft, by=clerk)
    grow_old(draft)
    restore_activity(activity=draft, by=clerk)
    assert empty_trash() == 0
    assert Activity.objects.filter(pk=draft.pk).exists()


def test_the_database_keeps_only_drafts_in_the_trash(town):
    with pytest.raises(IntegrityError):
        factories.ApprovedActivityFactory(
            owner=town, discarded_at=timezone.now(), client_uuid=uuid.uuid4()
        )
