"""A municipality whose every record holds words that nobody else has."""

from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.http import QueryDict

from amuprev.contract.answers import roles
from amuprev.foundation.models import OutgoingMail
from network.choices import Act, Role
from network.models import (
    Activity,
    ActivityCount,
    ActivityPartner,
    Affiliation,
    Deletion,
    Office,
    Organisation,
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
    ReviewStep,
)
from network.services import audit
from network.services.held_posts import hold
from tests.contract.cast import Cast, give_records
from tests.contract.questions import give_questions
from tests.network import factories
from tests.security.canaries import (
    RECORDS,
    Canaries,
    belonging_to,
    fill,
    plain,
    secrecy,
)
from tests.security.told import give_told

FILE = models.FileField


def settle(cast: Cast, canaries: Canaries) -> Cast:
    """Give the cast's neighbour all kinds of records, with a word in each text."""
    town = cast.neighbour
    affiliation = plain(Affiliation).get(municipality=town)
    other = Cast(town, cast.town, affiliation.association)
    other.people = {
        name: factories.staff_of(town, Role.COORDINATES)
        if name != "anonymous"
        else None
        for name in roles()
    }
    other.people["clerk"] = factories.staff_of(town, Role.RECORDS)
    _give_account_things(other)
    _give_territory(town)
    before = set(plain(OutgoingMail).values_list("pk", flat=True))
    give_records(other)
    for activity in other.activities.values():
        _give_parts(activity, other)
    give_questions(other.town)
    give_told(other.town)
    more = [_deletion(other, canaries), *_log_entries(other)]
    mails = plain(OutgoingMail).exclude(pk__in=before)
    _write_audit(other, canaries)
    for record in belonging_to([town, town.place, *more, *mails]):
        mark_files(record, canaries)
        fill(record, canaries)
    return other


def mark_files(record: models.Model, canaries: Canaries) -> None:
    """Write a word at the end of each file of the record, whatever it holds."""
    for field in record._meta.concrete_fields:
        stored = getattr(record, field.name) if isinstance(field, FILE) else None
        if stored:
            word = canaries.word(
                f"{record._meta.label}.{field.name} of {record.pk}",
                secrecy(record, field.name),
            )
            with Path(stored.path).open("ab") as content:
                content.write(word.encode())


def _give_account_things(other: Cast) -> None:
    clerk = other.people["clerk"]
    UserSession.objects.create(
        user=clerk, ip="192.0.2.7", user_agent="x", session_key="k" * 20
    )
    Authenticator.objects.create(user=clerk, type="totp", data={"secret": "x"})
    upload = SimpleUploadedFile("lista.jpg", b"x")
    hold(
        person=clerk,
        path="/x/",
        fields=QueryDict("what=x"),
        uploads=[("photo", upload)],
    )
    for public in (False, True):
        Office.objects.create(
            organisation=other.town, title_es="Unidad", title_en="Unit", public=public
        )


def _give_territory(town: Organisation) -> None:
    place: Any = town.place
    parent = factories.PlaceFactory()
    PlaceParent.objects.create(place=place, parent=parent)
    PlaceName.objects.create(place=place, kind="former", text="x")
    PlacePopulation.objects.create(place=place, year=2020, people=5000, source="x")
    for model in (Place, PlaceLevel, Organisation):
        for record in model.objects.filter(pk__in=[place.pk, town.pk]):
            record.save()
    for person in town.appointments.all():
        person.save()
        person.person.save()


def _give_parts(activity: Activity, other: Cast) -> None:
    state = activity.review_state
    for agreed in (False, True):
        ActivityPartner.objects.create(
            activity=activity, kind="community", name="x", agreed_to_be_named=agreed
        )
    ActivityCount.objects.create(
        activity=activity, sex="women", age_band="18-29", people=9
    )
    ReviewStep.objects.create(
        activity=activity, from_state="draft", to_state=state, note="x"
    )
    activity.save()


def _deletion(other: Cast, canaries: Canaries) -> Deletion:
    return Deletion.objects.create(
        record_kind="network.activity", record_key="1", name="x", rows=[], rows_count=1
    )


def _log_entries(other: Cast) -> list[LogEntry]:
    activity = other.activities["approved"]
    entry = LogEntry.objects.create(
        user=other.people["clerk"],
        content_type=ContentType.objects.get_for_model(Activity),
        object_id=str(activity.pk),
        object_repr="x",
        action_flag=CHANGE,
        change_message="x",
    )
    return [entry]


def _write_audit(other: Cast, canaries: Canaries) -> None:
    word = canaries.word("network.AuditEntry.details", RECORDS)
    audit.record(
        Act.ACTIVITY_SAVED,
        by=other.people["clerk"],
        owner=other.town,
        about=("network.activity", str(other.activities["draft"].pk)),
        note=word,
    )
