"""What the portal asks of people at all (S19): every field of every model and form."""

import datetime
import importlib
import pkgutil
import re

import pytest
from allauth.usersessions.models import UserSession
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone
from django.utils.translation import override

from amuprev.due import DUE
from amuprev.foundation import recurring
from network import forms as network_forms
from network.choices import Role
from network.models import Activity, Appointment, User
from tests.network.factories import ActivityFactory, MunicipalityFactory, staff_of

MOST_DAYS = 14
OWN = ("network", "toolkit", "experiences", "foundation", "site_pages")
# What nobody is asked: who a victim or a minor is, when born, which document.
NEVER = re.compile(
    r"\bbirth|\bborn\b|nacimiento|nacid[oa]|\bDUI\b|\bDPI\b|\bRTN\b|\bNIT\b|c[ée]dula"
    r"|passport|pasaporte|identity (card|number|document)|documento de identidad"
    r"|victim'?s? name|nombre de la v[ií]ctima|nombre del? (niñ|menor)|child'?s? name"
    r"|(victim|minor|child|v[ií]ctima|menor|niñ[oa])s?_(name|nombre)",
    re.I,
)
# Every field called a name, and whose it is.
NAMES = {
    "network.user.name": "the person's own account",
    "network.invitation.name": "who is invited to an account",
    "network.organisation.name": "an organisation",
    "network.place.name": "a place",
    "network.activitykind.name": "a list",
    "network.theme.name": "a list",
    "network.populationgroup.name": "a list",
    "network.setting.name": "a list",
    "network.activity.place_name": "a neighbourhood",
    "site_pages.eventpage.place_name": "where an event is",
    "network.assembly.place_name": "a town",
    "network.activitypartner.name": "an institution or a group; shown if it agreed",
    "experiences.experiencepartner.name": "an institution or a group; shown if it agreed",
    "network.deletion.name": "a deleted record's title, for 30 days",
    "network.heldfile.name": "a file of a form that waits for its writer, 14 days",
    "experiences.removedpiece.name": "a removed file's title, for 30 days",
    "network.preparedfile.name": "a file the person asked for, 7 days",
    "toolkit.countrybody.name": "what a country calls the body",
    "toolkit.preventionbody.name": "what a municipality calls its body",
    "toolkit.subcommission.name": "a working group",
    "foundation.glossaryterm.name": "a word of the field",
    "foundation.glossarycountryname.name": "what a country calls it",
    "foundation.contentdigest.name": "a file of the initial content",
    "foundation.recurringrun.name": "a verb",
}
# Every column that tells from where or with what somebody read the portal.
TRACES = {"usersessions.usersession": {"ip", "user_agent"}}
TRACE = re.compile(r"(^|_)(ip|addr|user_agent|referr?er|browser|device)($|_)")


def own_models() -> list[type[models.Model]]:
    found = [model for name in OWN for model in apps.get_app_config(name).get_models()]
    return [model for model in found if not model.__name__.startswith("Historical")]


def own_forms() -> set[type[forms.BaseForm]]:
    for module in pkgutil.iter_modules(network_forms.__path__):
        importlib.import_module(f"network.forms.{module.name}")
    waiting, found = [forms.BaseForm], set()
    while waiting:
        for form in waiting.pop().__subclasses__():
            waiting.append(form)
            if form.__module__.startswith(("network.", "amuprev.")):
                found.add(form)
    return found


def asked_for() -> list[str]:
    """The name and the label of each field, of models and of forms."""
    said = [
        f"{model._meta.label_lower}.{field.name} {getattr(field, 'verbose_name', '')}"
        for model in own_models()
        for field in model._meta.get_fields()
    ]
    said += [
        f"{form.__name__}.{name} {field.label}"
        for form in own_forms()
        for name, field in getattr(form, "base_fields", {}).items()
    ]
    return said


@pytest.mark.parametrize("language", ["es", "en"])
def test_nobody_is_asked_who_a_victim_or_a_minor_is(language):
    with override(language):
        said = asked_for()
    assert len(said) >= 400
    assert [each for each in said if NEVER.search(each)] == []


@pytest.mark.parametrize(
    "field", ["Victim.birth_date Fecha de nacimiento", "X.child_name", "X.dui DUI"]
)
def test_such_a_field_would_be_found(field):
    assert NEVER.search(field)


def test_every_name_is_somebodys_own_or_no_persons():
    found = {
        f"{model._meta.label_lower}.{re.sub(r'_(es|en)$', '', field.name)}"
        for model in own_models()
        for field in model._meta.concrete_fields
        if re.search(r"(^|_)(name|surname)($|_)", field.name)
        and not model._meta.proxy
        and isinstance(field, models.CharField | models.TextField)
    }
    assert found == NAMES.keys()


def test_traces_of_visitors_stand_in_one_place():
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if TRACE.search(field.name) or isinstance(
                field, models.GenericIPAddressField
            ):
                found.setdefault(model._meta.label_lower, set()).add(field.name)
    assert found == TRACES


@pytest.mark.django_db
def test_they_are_gone_within_14_days():
    """A session lasts hours; what is left of it goes with the next daily round."""
    assert datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE).days < 1
    verb = next(each for each in DUE if each.name == "forget-ended-sessions")
    assert verb.every.days + 1 <= MOST_DAYS
    person = staff_of(MunicipalityFactory())
    old, running = timezone.now() - datetime.timedelta(days=1), timezone.now()
    later = running + datetime.timedelta(hours=1)
    for key, ends in (("ended", old), ("running", later)):
        Session.objects.create(session_key=key, session_data="x", expire_date=ends)
    for key in ("ended", "running", "lost"):
        UserSession.objects.create(
            user=person, ip="192.0.2.1", user_agent="x", session_key=key
        )
    recurring.run([verb], now=True)
    assert [each.session_key for each in UserSession.objects.all()] == ["running"]


@pytest.mark.django_db
def test_a_deleted_account_leaves_the_records_with_their_office():
    town = MunicipalityFactory()
    person = staff_of(town, Role.RECORDS, name="Quien ya no está")
    activity = ActivityFactory(owner=town, created_by=person)
    activity.writers.add(person)
    Appointment.objects.filter(person=person).delete()
    User.objects.get(pk=person.pk).delete()
    activity = Activity.objects.get(pk=activity.pk)
    assert activity.owner == town
    assert activity.created_by is None
    assert not activity.writers.exists()
