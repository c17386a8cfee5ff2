"""The public listing and its sums say at every moment what the activities say."""

import datetime
import random
from collections import defaultdict
from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import F
from django.http import QueryDict
from django.utils import timezone

from network.choices import Act, ReviewState, Role
from network.facets import Dimension, facet
from network.filters import ActivityFilter
from network.listing import Choice, keys_of
from network.models import (
    Activity,
    ActivityCount,
    AuditEntry,
    ListedActivity,
    Listing,
    ListingSum,
)
from network.services import affiliations, decisions, deletions, organisations, review
from network.services.activities import update_activity
from network.services.listing import (
    faults_of_totals,
    fill_when_empty,
    follow_affiliations,
    list_what_is_due,
    refill,
)
from network.territory import lit_places
from network.totals import MOST_ADDED, Totals, totals_of
from tests.network import factories

pytestmark = pytest.mark.django_db

SEXES, AGES = ("women", "men", "other", "unknown"), ("0-4", "12-17", "30-59", "unknown")


def by_hand(activities) -> Totals:
    """The full count, without the listing."""
    cells, hidden, counted = defaultdict(int), set(), set()
    keys = {activity.pk: activity for activity in activities}
    for row in ActivityCount.objects.filter(activity__in=keys):
        cell = row.sex, row.age_band
        if row.hidden:
            hidden.add(cell)
        else:
            cells[cell] += row.people
            counted.add(row.activity_id)
    return Totals(
        activities=len(keys),
        estimated=sum(each.counting_method == "estimate" for each in keys.values()),
        counted=len(counted),
        people=sum(cells.values()),
        cells=dict(cells),
        withheld=frozenset(hidden - cells.keys()),
    )


def asked(query: str) -> tuple[Choice, list[Activity]]:
    """A filter as it is read through the listing, and as it is asked of all rows."""
    form = ActivityFilter(QueryDict(query))
    chosen = form.narrow(Activity.objects.public()).newest_first()
    return form.choice(), list(chosen)


class Log:
    """A small network whose people do whatever their services let them."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.office = factories.secretariat_member()
        self.associations = [factories.AssociationFactory() for _each in range(2)]
        self.towns = [
            factories.MunicipalityFactory(country=code) for code in ("SV", "SV", "GT")
        ]
        for town in self.towns[:2]:
            factories.AffiliationFactory(
                municipality=town, association=self.associations[0]
            )
        self.kinds = [factories.ActivityKindFactory() for _each in range(2)]
        self.themes = [factories.ThemeFactory() for _each in range(2)]
        self.groups = [factories.PopulationGroupFactory(sensitive=n) for n in (0, 1)]
        self.clerks = {town: factories.staff_of(town) for town in self.towns}
        self.keepers = {
            town: factories.staff_of(town, Role.COORDINATES) for town in self.towns
        }
        self.acts = (
            self.write, self.write, self.write, self.approve, self.approve, self.approve, self.hide,
            self.show, self.withdraw, self.correct, self.hide_town, self.show_town,
            self.join, self.leave, self.delete_affiliation, self.delay, self.protect,
        )  # fmt: skip

    def one(self, **state):
        found = list(Activity.objects.filter(**state).order_by("pk"))
        return self.dice.choice(found) if found else None

    def write(self):
        dice, town = self.dice, self.dice.choice(self.towns)
        started = timezone.localdate() - datetime.timedelta(days=dice.randrange(9, 900))
        lasts = dice.choice((None, 3, 80, 200))
        today = timezone.localdate()
        activity = factories.ActivityFactory(
            owner=town,
            kind=dice.choice(self.kinds),
            started=started,
            ended=lasts and min(started + datetime.timedelta(days=lasts), today),
            prevention_level=dice.choice(("primary", "tertiary", "not_sure", "")),
            counting_method=dice.choice(("estimate", "list", "")),
            venue=dice.choice((None, self.towns[2].place)),
            review_state=ReviewState.SUBMITTED,
            submitted_at=timezone.now(),
            place_name="",
        )
        activity.writers.add(self.clerks[town])
        self.describe(activity)

    def describe(self, activity):
        dice = self.dice
        activity.places.add(activity.owner.place, dice.choice(self.towns).place)
        activity.themes.set(dice.sample(self.themes, dice.randrange(3)))
        activity.groups.set(dice.sample(self.groups, dice.randrange(2)))
        for _each in range(dice.randrange(4)):
            ActivityCount.objects.update_or_create(
                activity=activity,
                sex=dice.choice(SEXES),
                age_band=dice.choice(AGES),
                defaults={"people": dice.choice((0, 2, 4, 9, 40)), "hidden": False},
            )

    def approve(self):
        if waiting := self.one(review_state="submitted"):
            review.approve_activity(activity=waiting, by=self.office)

    def hide(self):
        if shown := self.one(review_state="approved", hidden_at=None):
            review.hide_activity(activity=shown, by=self.keepers[shown.owner])

    def show(self):
        if hidden := self.one(review_state="approved", hidden_at__isnull=False):
            review.show_activity(activity=hidden, by=self.keepers[hidden.owner])

    def withdraw(self):
        if shown := self.one(review_state="approved"):
            review.withdraw_activity(activity=shown, by=self.keepers[shown.owner])

    def correct(self):
        if gone := self.one(review_state="withdrawn"):
            clerk = self.clerks[gone.owner]
            again = review.reopen_activity(activity=gone, by=clerk)
            counts = {("men", "30-59"): self.dice.randrange(90)}
            done = update_activity(
                activity=again,
                by=clerk,
                version=again.version,
                values={},
                counts=counts,
            )
            review.submit_activity(activity=done, by=clerk)

    def hide_town(self):
        organisations.hide_organisation(
            organisation=self.dice.choice(self.towns), by=self.office
        )

    def show_town(self):
        for town in self.towns:
            organisations.show_organisation(organisation=town, by=self.office)

    def join(self):
        affiliations.affiliate_municipalities(
            association=self.dice.choice(self.associations),
            municipalities=[self.dice.choice(self.towns)],
            by=self.office,
            reviews=False,
            valid_from=timezone.localdate()
            - datetime.timedelta(days=self.dice.randrange(500)),
        )

    def open_affiliation(self):
        town = self.dice.choice(self.towns)
        return town.affiliations.filter(valid_to=None).first()

    def leave(self):
        if held := self.open_affiliation():
            day = timezone.localdate() - datetime.timedelta(days=1)
            affiliations.end_affiliation(
                affiliation=held, by=self.office, last_day=max(day, held.valid_from)
            )

    def delete_affiliation(self):
        if held := self.open_affiliation():
            gone = deletions.delete_record(record=held, by=self.office)
            assert faults_of_totals() == []
            deletions.restore_deletion(deletion=gone, by=self.office)

    def delay(self):
        town = self.dice.choice(self.towns)
        town.publication_delay_days = self.dice.choice((1, 7, 400))
        town.save()
        decisions.keep_delay(organisation=town)

    def protect(self):
        kind = self.dice.choice(self.kinds)
        kind.sensitive = True
        kind.save()
        decisions.protect_what_became_sensitive(entry=kind, by=self.office)

    def questions(self) -> list[str]:
        since = f"{timezone.localdate().year - 1}-{self.dice.randrange(1, 13):02}"
        one = [
            "", "country=SV", "country=GT", "level=tertiary", f"since={since}",
            f"until={since}-17", f"since={since}-11", f"since={since}-05&until={since}-20",
            f"since={since}-05&until={timezone.localdate().year}",
            *(f"place={town.slug}" for town in self.towns),
            *(f"association={each.slug}" for each in self.associations),
            *(f"kind={each.key}" for each in self.kinds),
            *(f"theme={each.key}" for each in self.themes),
            *(f"group={each.key}" for each in self.groups),
        ]  # fmt: skip
        return [*one, *("&".join(self.dice.sample(one[1:], 2)) for _each in range(12))]


@pytest.mark.parametrize("seed", range(3))
def test_after_every_change_the_sums_are_the_full_count(seed):
    log = Log(seed)
    for _day in range(45):
        log.dice.choice(log.acts)()
        assert faults_of_totals() == []
    log.show_town()
    for _each in range(9):
        log.write()
        log.approve()
    assert ListedActivity.objects.count() > 9
    for question in log.questions():
        choice, activities = asked(question)
        assert [key for _day, key in keys_of(choice, 500)] == [
            each.pk for each in activities
        ], question
        assert totals_of(choice) == by_hand(activities), question
    before = set(Listing.objects.values_list("facet", "day", "activity"))
    refill()
    assert set(Listing.objects.values_list("facet", "day", "activity")) == before


def check(**options) -> str:
    said = StringIO()
    call_command("check_totals", stdout=said, **options)
    return said.getvalue()


def spoil_sum():
    ListingSum.objects.filter(month=0, measure=1).update(amount=F("amount") + 1)


def spoil_row():
    Listing.objects.first().delete()


def spoil_day():
    Listing.objects.filter(facet=0).update(day=datetime.date(2001, 1, 1))


def spoil_activity():
    Activity.objects.public().update(counting_method="estimate")


def spoil_by_hiding():
    Activity.objects.public().update(hidden_at=timezone.now())


@pytest.mark.parametrize(
    "spoil", [spoil_sum, spoil_row, spoil_day, spoil_activity, spoil_by_hiding]
)
def test_a_planted_fault_is_found_and_repaired(spoil):
    factories.ApprovedActivityFactory()
    assert "in order" in check()
    spoil()
    with pytest.raises(CommandError):
        check()
    assert "repaired" in check(repair=True)
    assert AuditEntry.objects.filter(act=Act.TOTALS_REPAIRED).count() == 1
    assert "in order" in check(repair=True)
    assert AuditEntry.objects.filter(act=Act.TOTALS_REPAIRED).count() == 1


def test_a_stale_row_shows_nothing_that_is_hidden(client):
    activity = factories.ApprovedActivityFactory()
    Activity.objects.filter(pk=activity.pk).update(hidden_at=timezone.now())
    assert Listing.objects.filter(activity=activity.pk).exists()
    for address in ("/es/", "/es/bitacora/", "/es/red/paises/el-salvador/"):
        assert activity.title_es not in client.get(address).content.decode()


def test_what_becomes_public_with_its_day_is_listed_then():
    today = timezone.localdate()
    activity = factories.ApprovedActivityFactory(
        publish_from=today + datetime.timedelta(days=1)
    )
    other = factories.ApprovedActivityFactory()
    assert list_what_is_due() == 0
    Activity.objects.filter(pk=activity.pk).update(publish_from=today)
    assert list_what_is_due() == 1
    assert list_what_is_due() == 0
    assert {key for _day, key in keys_of(Choice(), 9)} == {activity.pk, other.pk}
    assert faults_of_totals() == []


def test_what_was_approved_late_is_told_on_the_day_it_was_approved():
    today = timezone.localdate()
    long_ago = today - datetime.timedelta(days=700)
    told = factories.ApprovedActivityFactory(started=long_ago, publish_from=long_ago)
    old = factories.ApprovedActivityFactory(
        started=long_ago,
        publish_from=long_ago,
        reviewed_at=timezone.now() - datetime.timedelta(days=600),
    )
    assert lit_places() == {told.owner.place_id}
    assert old.owner.place_id not in lit_places()
    waiting = factories.ApprovedActivityFactory(
        reviewed_at=timezone.now() - datetime.timedelta(days=90), publish_from=today
    )
    assert lit_places() == {told.owner.place_id, waiting.owner.place_id}
    assert faults_of_totals() == []


def test_a_database_from_before_tells_of_late_approvals_on_their_day():
    day = timezone.localdate() - datetime.timedelta(days=700)
    late = factories.ApprovedActivityFactory(started=day, publish_from=day)
    factories.ApprovedActivityFactory()
    ListedActivity.objects.filter(pk=late.pk).update(published=day)
    told = facet(Dimension.TOLD_IN, late.owner.place_id)
    Listing.objects.filter(facet=told, activity=late.pk).update(day=day)
    assert faults_of_totals() != []
    moved = import_module("network.migrations.0016_told_on_the_day")
    moved.tell_on_the_day(apps, None)
    assert faults_of_totals() == []


def test_an_affiliation_that_begins_or_ends_by_its_date_is_followed():
    activity = factories.ApprovedActivityFactory()
    today = timezone.localdate()
    held = factories.AffiliationFactory(municipality=activity.owner)
    type(held).objects.update(valid_to=today - datetime.timedelta(days=1))
    assert faults_of_totals() != []
    assert follow_affiliations() == 1
    assert faults_of_totals() == []


def test_a_database_from_before_is_listed_whole():
    factories.ApprovedActivityFactory(listed=False)
    assert list_what_is_due() == 1
    assert fill_when_empty() == 0
    assert faults_of_totals() == []


def test_more_than_can_be_added_up_are_said_to_be_too_many(client, monkeypatch):
    theme = factories.ThemeFactory()
    for _each in range(3):
        activity = factories.ApprovedActivityFactory()
        activity.themes.add(theme)
    refill()
    choice, _activities = asked(f"country=SV&theme={theme.key}")
    assert totals_of(choice).activities == 3
    monkeypatch.setattr("network.totals.MOST_ADDED", 2)
    assert MOST_ADDED > 2
    assert totals_of(choice) == Totals(too_many=True)
