"""Assemblies of mayors before they are over, and of associations that are not shown."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from amuprev.site import agenda, searching
from amuprev.site.models import EventPage
from network.models import Agreement, Assembly
from network.models.organisations import Organisation
from network.services.organisations import hide_organisation
from network.services.searching import find_record
from tests.network.factories import AssociationFactory, secretariat_member
from tests.public_pages import plant_pages
from tests.site.pages import an_event

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("pages", "listed_as_written"),
]

SECRETS = (b"Quetzalcuate", b"Casa Secreta")


@pytest.fixture
def pages(db):
    plant_pages()


@pytest.fixture
def association():
    return AssociationFactory(acronym="ASOX", country="HN")


def soon(days: int = 20) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def an_assembly(association: Organisation, key: str = "una", **given) -> Assembly:
    values = {
        "title_es": "Asamblea Quetzalcuate",
        "place_name": "Casa Secreta",
        "started": soon(40),
        **given,
    }
    made = Assembly.objects.create(key=key, association=association, **values)
    find_record(made)
    return made


def addresses(association: Organisation) -> list[str]:
    return [
        "/es/agenda/",
        "/es/agenda/agenda.ics",
        "/es/red/historia/",
        "/en/network/history/",
        f"/es/red/asociaciones/{association.slug}/",
        "/es/buscar/?q=quetzalcuate",
        "/en/search/?q=quetzalcuate",
        "/api/v1/assemblies/",
    ]


def telling(client, association: Organisation) -> list[str]:
    """Where anything of it is told that must not be."""
    found = []
    for address in addresses(association):
        content = client.get(address).content.replace(b'value="quetzalcuate"', b"")
        found += [address for secret in SECRETS if secret in content]
    return sorted(set(found))


def test_before_it_is_over_no_page_tells_more_than_its_month(client, association):
    an_assembly(association)
    assert telling(client, association) == []
    with override("es"):
        assert searching.answer(["quetzalcuate"], ()).found.total == 0


def test_once_it_is_over_every_page_tells_it(client, association):
    an_assembly(association, started=soon(-1))
    assert telling(client, association) == sorted(addresses(association))


def test_what_became_over_is_found_after_the_hourly_round(client, association):
    made = an_assembly(association)
    Assembly.objects.filter(pk=made.pk).update(started=soon(-1))
    searching.mend_search()
    with override("es"):
        assert searching.answer(["quetzalcuate"], ()).found.total == 1


@pytest.mark.parametrize(
    ("precision", "started", "today", "over"),
    [
        ("month", "2026-06-01", "2026-06-30", False),
        ("month", "2026-06-01", "2026-07-01", True),
        ("year", "2026-01-01", "2026-12-31", False),
        ("year", "2026-01-01", "2027-01-01", True),
        ("day", "2026-06-01", "2026-06-01", False),
        ("day", "2026-06-01", "2026-06-02", True),
    ],
)
def test_it_is_over_when_it_surely_is(
    association, monkeypatch, precision, started, today, over
):
    day = datetime.date.fromisoformat(today)
    monkeypatch.setattr(timezone, "localdate", lambda *_given: day)
    made = an_assembly(
        association,
        started=datetime.date.fromisoformat(started),
        date_precision=precision,
    )
    assert made.is_over is over
    assert Assembly.objects.over().filter(pk=made.pk).exists() is over


def test_of_a_year_no_month_is_invented(association):
    made = an_assembly(
        association, started=datetime.date(2126, 1, 1), date_precision="year"
    )
    with override("es"):
        told = agenda.entry_of_assembly(made).where
    assert "2126" in told
    assert "enero" not in told


def test_one_of_a_hidden_association_is_told_nowhere(client, association):
    made = an_assembly(association, started=soon(-9))
    agreement = Agreement.objects.create(
        key="convenio", title_es="Convenio abierto", started=soon(-90)
    )
    agreement.parties.add(association)
    find_record(agreement)
    hide_organisation(organisation=association, by=secretariat_member())
    assert telling(client, association) == []
    with override("es"):
        assert searching.answer(["quetzalcuate"], ()).found.total == 0
        assert searching.answer(["asox"], ()).found.total == 0
    assert Assembly.objects.filter(pk=made.pk).exists()


def test_the_order_of_the_agenda_does_not_tell_the_day(client):
    """Between two open events stands nothing whose day may not be known."""
    first = (timezone.localdate() + datetime.timedelta(days=70)).replace(day=1)
    for day, title in ((5, "Antes"), (25, "Después")):
        an_event("es", title=title, day=first.replace(day=day))
    orders = []
    for day in (3, 15, 27):
        page = an_event(
            "es",
            title="Reservada",
            admission="invitation",
            day=first.replace(day=day),
        )
        told = client.get("/es/agenda/").content.decode()
        marks = ("Antes", "Evento por invitación", "Después")
        calendar = client.get("/es/agenda/agenda.ics").content.decode()
        orders.append(
            [
                sorted(marks, key=whole.index)
                for whole in (told, calendar)
                if all(mark in whole for mark in marks)
            ]
        )
        EventPage.objects.get(pk=page.pk).delete()
    assert len(orders[0]) == 2
    assert orders[0] == orders[1] == orders[2]
