"""What staff and readers see of large numbers: one way, on screen, print and mail."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from experiences.models import AdaptationCost
from network.choices import FundingSource
from network.models import ActivityCount
from tests.experiences.factories import published
from tests.experiences.plan_factories import a_plan
from tests.network.desk import signed_in
from tests.network.factories import ActivityFactory, staff_of
from tests.public_pages import plant_pages
from tests.written_numbers import written_otherwise

pytestmark = pytest.mark.django_db


def read(client, address):
    page = html.fromstring(client.get(address).content.decode())
    assert written_otherwise(page) == []
    return " ".join(page.text_content().split(" "))


def test_staff_read_people_and_money_as_everybody_else():
    plan = a_plan()
    AdaptationCost.objects.create(
        adaptation=plan, text="Pintura", amount=Decimal("1200.00"), currency="USD"
    )
    activity = ActivityFactory(
        owner=plan.owner,
        started=timezone.localdate() - datetime.timedelta(days=1),
        cost=Decimal("21200.50"),
        currency="USD",
        funding_source=FundingSource.choices[0][0],
    )
    ActivityCount.objects.create(
        activity=activity, sex="women", age_band="unknown", people=12_345
    )
    client = signed_in(staff_of(plan.owner))
    assert "1\u202f200 USD" in read(client, reverse("experiences:plan", args=[plan.pk]))
    told = read(client, reverse("network:activity", args=[activity.pk]))
    assert "21\u202f200.50 USD" in told
    assert "12\u202f345" in told
    month = f"?owner={plan.owner.slug}&month={activity.started:%Y-%m}"
    assert "12\u202f345" in read(client, reverse("network:month") + month)


def test_readers_see_the_same_in_each_language(client):
    plant_pages()
    told = published(people_reached=30_196)
    assert "30\u202f196" in read(client, told.get_absolute_url())
    compared = read(client, f"/es/experiencias/comparar/?e={told.slug}")
    assert "30\u202f196" in compared
    english = read(client, f"/en/experiences/compare/?e={told.slug}")
    assert "30,196" in english


@pytest.mark.parametrize(
    "wrong", ["1200,00", "0,2 MB", "de 100,000 a 200,000", "1.200", "30196", "1 200"]
)
def test_another_way_would_be_found(wrong):
    assert written_otherwise(html.fromstring(f"<p lang='es'>Son {wrong} en total</p>"))
