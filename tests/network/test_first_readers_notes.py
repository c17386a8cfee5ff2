"""What a first reader of the whole portal stumbled over."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import ReviewState, Role, TakeDownWhy
from network.models import Activity, Place, TakeDown
from network.services.listing import relist
from network.services.marks import marks_of
from network.services.refusals import Refused
from network.services.review import approve_activity, approve_unopened
from network.services.takedowns import ask_take_down, find_thing
from network.territory import lit_places
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


def test_what_came_with_the_portal_lights_no_lamp():
    told, loaded = ApprovedActivityFactory(), ApprovedActivityFactory()
    long_ago = datetime.date(2014, 1, 1)
    for activity, key in ((told, None), (loaded, "gt-mixco-certificate")):
        Activity.objects.filter(pk=activity.pk).update(
            publish_from=long_ago, content_key=key
        )
    relist([told.pk, loaded.pk])
    assert lit_places() == {told.owner.place_id}


@pytest.mark.parametrize(("days", "marked"), [(-1, False), (0, False), (1, True)])
def test_a_day_still_to_come_is_read_before_it_is_approved(days, marked):
    town = reviewed_municipality()
    reviewer = staff_of(town.affiliations.get().association, Role.REVIEWS)
    activity = ActivityFactory(
        owner=town,
        review_state=ReviewState.SUBMITTED,
        submitted_at=timezone.now(),
        started=timezone.localdate() + datetime.timedelta(days=days),
    )
    assert bool(marks_of(activity)) is marked
    if marked:
        with pytest.raises(Refused):
            approve_unopened(activity=activity, by=reviewer)
        assert approve_activity(activity=activity, by=reviewer).publish_from
    else:
        approve_unopened(activity=activity, by=reviewer)


def test_the_secretariats_first_page_tells_of_take_downs():
    client = Client()
    client.force_login(secretariat_member())
    front = reverse("admin:index")
    assert "espera una decisión" not in client.get(front).content.decode()
    activity = ApprovedActivityFactory()
    ask_take_down(thing=find_thing(f"activity-{activity.pk}"), why=TakeDownWhy.MINOR)
    page = client.get(front).content.decode()
    assert "1 pedido de retiro espera una decisión" in page
    listed = client.get(reverse("admin:network_takedown_changelist") + "?waiting=open")
    assert f">{TakeDown.objects.get().number}<" in listed.content.decode()


def test_a_text_that_nobody_touched_stays_as_it_was():
    client = Client()
    client.force_login(secretariat_member())
    town = reviewed_municipality()
    place = Place.objects.get(pk=town.place_id)
    place.sources = "Uno | https://example.org/1\nDos | https://example.org/2"
    place.save()
    address = reverse("admin:network_place_change", args=[place.pk])
    page = client.get(address)
    form = page.context["adminform"].form
    sent = {name: form[name].value() for name in form.fields}
    sent["sources"] = sent["sources"].replace("\n", "\r\n")
    formset_names = [each.formset for each in page.context["inline_admin_formsets"]]
    for formset in formset_names:
        management = formset.management_form
        for name in management.fields:
            sent[f"{formset.prefix}-{name}"] = management[name].value()
        for row in formset.forms:
            for name in row.fields:
                sent[row.add_prefix(name)] = row[name].value()
    plain = {name: "" if value is None else value for name, value in sent.items()}
    bound = type(form)(plain, instance=place)
    bound.full_clean()
    assert bound.cleaned_data["sources"] == place.sources
    assert "sources" not in bound.changed_data
