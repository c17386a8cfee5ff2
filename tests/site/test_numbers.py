"""What staff and readers see of large numbers: one way, on screen, print and mail."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from amuprev.foundation.figures import Counted
from experiences.models import AdaptationCost
from network import letters
from network.choices import FundingSource
from network.models import ActivityCount, Deletion
from network.templatetags.network_admin_tags import WAITING
from tests.experiences.factories import published
from tests.experiences.plan_factories import a_plan
from tests.mail_numbers import mail_otherwise
from tests.network.desk import screen_address, signed_in
from tests.network.factories import ActivityFactory, secretariat_member, staff_of
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


LETTERS = {
    "reviews_overdue": {"activities": [], "total": 12_345, "days": 10},
    "file_ready": {
        "file": SimpleNamespace(rows=12_345, name="bitacora.csv", expires_at=None)
    },
}


@pytest.mark.parametrize(
    ("language", "told"), [("es", "12\u202f345"), ("en", "12,345")]
)
@pytest.mark.parametrize("letter", LETTERS)
def test_letters_say_how_many_as_everybody_else(letter, language, told):
    person = staff_of(a_plan().owner)
    more = {"person": person, "link": "https://ejemplo.test/es/12345/"}
    letters.write(letter, to=person.email, language=language, **more, **LETTERS[letter])
    (sent,) = mail.outbox
    assert told in sent.body


@pytest.mark.parametrize(
    "wrong", ["Hay 12345 actividades en la lista", "Son 1,200 de las que esperan",
              "There are 12345 of the activities", "Pesa 1,5 MB, lo que dura la carga"],
)  # fmt: skip
def test_another_way_in_a_letter_stops_its_test(wrong):
    with pytest.raises(AssertionError):
        EmailMessage("Aviso", wrong, None, ["a@ejemplo.test"]).send()


def test_what_is_copied_from_a_letter_is_no_number():
    right = (
        "Su código de la red:\n\n482913\n\nhttps://ejemplo.test/es/12345/ de 1\u202f200"
    )
    assert mail_otherwise(right) == []


def test_the_secretariat_reads_the_same_in_its_lists(client):
    plant_pages()
    plan = a_plan()
    activity = ActivityFactory(
        owner=plan.owner, review_state="submitted", cost=Decimal("21200.50")
    )
    ActivityCount.objects.create(
        activity=activity, sex="women", age_band="unknown", people=12_345
    )
    Deletion.objects.create(
        record_kind="network.theme", record_key="1", name="Paz", rows_count=23_456
    )
    desk = signed_in(secretariat_member())
    assert "23\u202f456" in read(desk, screen_address("deletion", "changelist"))
    told = read(desk, screen_address("activity", "change", activity.pk))
    assert "12\u202f345" in told
    assert "21\u202f200.50" in told
    for model in ("place", "association", "film", "experience"):
        read(desk, screen_address(model, "changelist"))


@pytest.mark.parametrize(
    ("language", "told"), [("es", "12\u202f345"), ("en", "12,345")]
)
def test_a_sentence_that_waits_for_its_number_groups_it(language, told):
    (waits, *_rest) = WAITING
    with override(language):
        words = str(waits[1] % {"count": Counted(12_345)})
        one = str(waits[1] % {"count": Counted(1)})
    assert told in words
    assert ("esperan" in words) == (language == "es")
    assert one.startswith("1 ")


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
