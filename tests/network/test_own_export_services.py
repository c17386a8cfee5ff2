"""Staff take their own activities away: what their list shows, nothing of a neighbour."""

import datetime
import json

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.exports.turns import take_turn
from network import preparing
from network.choices import Act, Outcome, PreparedState, ReviewState, Role
from network.exports.files import FORMS
from network.exports.own import OWN_COLUMNS
from network.models import (
    Activity,
    ActivityCount,
    ActivityPartner,
    AuditEntry,
    PreparedFile,
)
from network.own_log import OwnChoice
from network.services import exporting
from network.views.workspace import downloads
from tests.background import work_off
from tests.network import factories
from tests.network.answers import fresh, refused
from tests.network.desk import signed_in
from tests.network.exported import content_of, numbers, opened, table, text_of

pytestmark = pytest.mark.django_db

KEYS = [column.key for column in OWN_COLUMNS]


@pytest.fixture
def towns():
    """A municipality with its association, and a neighbour of the same one."""
    association = factories.AssociationFactory()
    return [factories.reviewed_municipality(association) for _number in range(2)]


@pytest.fixture
def log(towns):
    """Activities in every state, of both."""
    today = timezone.localdate()
    kinds = [factories.ActivityKindFactory() for _number in range(2)]
    for town in towns:
        for number in range(13):
            state = list(ReviewState)[number % 5]
            make = factories.ActivityFactory
            if state == ReviewState.APPROVED:
                make = factories.ApprovedActivityFactory
            make(
                owner=town,
                review_state=state,
                kind=kinds[number % 2],
                title_es=f"Canario {town.slug} {number}",
                what_happened_es=f"Trinos de {town.slug}",
                started=today - datetime.timedelta(days=40 * number),
            )
        factories.ActivityFactory(
            owner=town,
            discarded_at=timezone.now(),
            discarded_by=factories.UserFactory(),
        )
    year = (today - datetime.timedelta(days=300)).year
    return {
        "everything": {},
        "words": {"q": "canario"},
        "state": {"state": "approved"},
        "kind": {"kind": kinds[0].key},
        "owner": {"owner": towns[0].slug},
        "period": {"since": str(year), "until": str(today)},
        "several": {"state": "draft", "kind": kinds[1].key, "q": "canario"},
    }


def shown(client, query) -> list[int]:
    """What the pages of the list show, one after the other."""
    address = reverse("network:activities")
    answer = client.get(address, query)
    found = [row.pk for row in answer.context["rows"]]
    while following := answer.context["next_url"]:
        answer = client.get(address + following)
        found += [row.pk for row in answer.context["rows"]]
    return found


def taken(client, form: str, query=None) -> bytes:
    return content_of(
        client.get(reverse("network:activities_file", args=[form]), query)
    )


def people(towns) -> dict:
    return {
        "clerk": factories.staff_of(towns[0]),
        "reader": factories.staff_of(towns[0], Role.READS),
        "reviewer": factories.staff_of(
            towns[0].affiliations.get().association, Role.REVIEWS
        ),
        "secretariat": factories.secretariat_member(),
    }


# Who reviews sees no drafts.
EMPTY = {("reviewer", "several"), ("secretariat", "several")}


def test_a_file_holds_exactly_what_the_list_shows(towns, log):
    for role, person in people(towns).items():
        client = signed_in(person)
        for name, query in log.items():
            on_pages = shown(client, query)
            assert on_pages or (role, name) in EMPTY
            for form in FORMS if name == "everything" else ("csv",):
                assert numbers(form, taken(client, form, query)) == on_pages, (
                    role,
                    name,
                )


def test_nothing_of_a_neighbour_is_in_any_file(towns, log):
    client = signed_in(factories.staff_of(towns[0]))
    for form in FORMS:
        text = text_of(form, taken(client, form))
        assert f"Trinos de {towns[0].slug}" in text
        for word in (towns[1].slug, towns[1].name_es):
            assert word not in text, (form, word)
    answer = client.get(
        reverse("network:activities_file", args=["csv"]), {"owner": towns[1].slug}
    )
    assert answer.status_code == 422


def test_a_reviewer_takes_no_drafts_away(towns, log):
    client = signed_in(people(towns)["reviewer"])
    rows, _last = table(taken(client, "csv"), KEYS)
    assert {row["organisation"] for row in rows} == {town.name_es for town in towns}
    assert "Borrador" not in {row["state"] for row in rows}


def test_own_people_read_exact_figures_and_places_but_nobodys_name(towns):
    writer = factories.staff_of(towns[0], name="Ana Prudencia")
    activity = factories.ApprovedActivityFactory(
        owner=towns[0],
        is_sensitive=True,
        place_name="Pasaje Secreto",
        cost="321.50",
        currency="USD",
        violence_types=["family_partner"],
        title_es="=cmd|' /C calc'!A0",
        created_by=writer,
        updated_by=writer,
        reviewed_by=writer,
    )
    activity.writers.add(writer)
    ActivityCount.objects.create(
        activity=activity, sex="women", age_band="12-17", people=3, hidden=True
    )
    ActivityPartner.objects.create(
        activity=activity, kind="church", name="Capilla Rosa", contribution="Dio agua"
    )
    client = signed_in(writer)
    ((row,), _last) = table(taken(client, "csv"), KEYS)
    assert row["women_12-17"] == row["women"] == row["people"] == "3"
    assert row["place"] == "Pasaje Secreto"
    assert row["cost"] == "321.50"
    assert row["partners"] == "Capilla Rosa (Dio agua)"
    assert row["title"].startswith("'=cmd")
    (told,) = json.loads(taken(client, "json"))["activities"]
    assert told["cost"] == 321.5
    assert told["violence_types"] == ["family_partner"]
    assert told["people"]["cells"] == [
        {"sex": "women", "age": "12-17", "people": 3, "fewer_than": None}
    ]
    for form in FORMS:
        text = text_of(form, taken(client, form))
        assert "Ana Prudencia" not in text
        assert writer.email not in text


def test_every_file_is_in_the_trail_before_it_leaves(towns, log):
    clerk = factories.staff_of(towns[0])
    client = signed_in(clerk)
    answer = client.get(
        reverse("network:activities_file", args=["csv"]),
        {"q": "Canario", "state": "draft"},
    )
    (begun,) = AuditEntry.objects.filter(act=Act.LOG_EXPORTED)
    assert begun.actor == clerk
    assert begun.details == {"step": "begun", "form": "csv", "filters": ["q", "state"]}
    rows = numbers("csv", content_of(answer))
    ended = AuditEntry.objects.filter(act=Act.LOG_EXPORTED).first()
    assert ended.details == {
        "step": "ended",
        "form": "csv",
        "rows": len(rows),
        "whole": True,
    }


def test_a_file_that_was_cut_is_recorded_as_such(towns, log):
    client = signed_in(factories.staff_of(towns[0]))
    answer = client.get(reverse("network:activities_file", args=["csv"]))
    next(iter(answer))
    # As the server does, without what Django's client does besides.
    for close in answer._resource_closers:
        close()
    assert AuditEntry.objects.first().details["whole"] is False


@pytest.mark.parametrize(
    "query", [{"state": "x"}, {"since": "mañana"}, {"q": "a" * 81}, {"kind": "nada"}]
)
def test_a_wrong_filter_gives_the_list_with_its_error(towns, log, query):
    client = signed_in(factories.staff_of(towns[0]))
    for form in FORMS:
        answer = client.get(reverse("network:activities_file", args=[form]), query)
        assert answer.status_code == 422
        assert answer.context["form"].errors
    assert not AuditEntry.objects.filter(act=Act.LOG_EXPORTED).exists()


def test_each_person_downloads_one_file_at_a_time(towns, log):
    clerk = factories.staff_of(towns[0])
    turn = take_turn(f"person {clerk.pk}", most=4, most_each=1, room="own-exports")
    address = reverse("network:activities_file", args=["csv"])
    assert signed_in(clerk).get(address).status_code == 429
    other = signed_in(factories.staff_of(towns[0]))
    assert len(numbers("csv", taken(other, "csv"))) == 13
    turn.give_back()
    assert taken(signed_in(clerk), "csv")


# --- prepared in the background ------------------------------------------


def asked(person, **choice) -> PreparedFile:
    return exporting.ask_for_file(
        by=person,
        choice=OwnChoice(**choice),
        words=[("Estado", "Borrador")],
        language="es",
    )


def test_a_long_workbook_is_asked_for_prepared_and_fetched(towns, log, monkeypatch):
    monkeypatch.setattr(downloads, "LONG", 3)
    clerk = factories.staff_of(towns[0])
    client = signed_in(clerk)
    answer = client.get(
        reverse("network:activities_file", args=["xlsx"]), {"state": "draft"}
    )
    assert len(numbers("xlsx", content_of(answer))) == 3
    answer = client.get(
        reverse("network:activities_file", args=["xlsx"]), {"q": "canario"}
    )
    assert answer.status_code == 302
    question = client.get(answer["Location"])
    assert "canario" in question.content.decode()
    assert not PreparedFile.objects.exists()
    answer = client.post(question.wsgi_request.get_full_path())
    assert answer["Location"] == reverse("network:files")
    assert "Espera su turno" in client.get(answer["Location"]).content.decode()
    assert work_off() >= 1
    (letter,) = mail.outbox
    assert letter.to == [clerk.email]
    assert reverse("network:files") in letter.body
    file = PreparedFile.objects.get()
    page = client.get(reverse("network:files")).content.decode()
    address = reverse("network:file", args=[file.key])
    assert address in page
    content = content_of(client.get(address))
    assert numbers("xlsx", content) == shown(client, {"q": "canario"})
    assert len(content) == file.size
    notes = opened(content).worksheets[1].iter_rows(values_only=True)
    assert ("Nombre o lugar", "canario") in list(notes)
    steps = [
        entry.details["step"]
        for entry in AuditEntry.objects.filter(act=Act.LOG_EXPORTED).order_by("pk")
    ]
    assert steps == ["begun", "ended", "asked", "fetched"]


def test_asking_twice_is_asking_once_and_another_must_wait(towns, log):
    clerk = factories.staff_of(towns[0])
    first = asked(clerk, state="draft")
    assert asked(clerk, state="draft") == first
    refused("one_at_a_time", asked, person=clerk, state="approved")
    entry = AuditEntry.objects.filter(outcome=Outcome.REFUSED).get()
    assert entry.act == Act.LOG_EXPORTED
    work_off()
    assert asked(clerk, state="approved") != first


def test_a_prepared_file_is_for_its_person_while_they_see_what_it_holds(towns, log):
    clerk = factories.staff_of(towns[0])
    file = asked(clerk)
    work_off()
    address = reverse("network:file", args=[file.key])
    for other in (factories.staff_of(towns[0]), factories.secretariat_member()):
        assert signed_in(other).get(address).status_code == 404
        assert str(file.key) not in signed_in(other).get(reverse("network:files")).content.decode()  # fmt: skip
    assert content_of(signed_in(clerk).get(address))
    # They leave this municipality and stay in another.
    factories.AppointmentFactory(person=clerk, organisation=towns[1])
    assert content_of(signed_in(fresh(clerk)).get(address))
    clerk.appointments.filter(organisation=towns[0]).update(ended_at=timezone.now())
    assert signed_in(fresh(clerk)).get(address).status_code == 404
    refused("not_there", exporting.fetch_file, key=file.key, by=fresh(clerk))


def test_what_the_person_sees_is_decided_when_it_is_made(towns, log):
    clerk = factories.staff_of(towns[0])
    file = asked(clerk)
    clerk.appointments.update(ended_at=timezone.now())
    work_off()
    file.refresh_from_db()
    assert file.state == PreparedState.FAILED
    assert not file.file
    assert list(mail.outbox) == []


def test_an_interrupted_file_is_made_again_and_a_ready_one_is_not(towns, log):
    file = asked(factories.staff_of(towns[0]))
    PreparedFile.objects.update(state=PreparedState.MAKING, rows=7)
    assert preparing.prepare(file.pk) == 13
    file.refresh_from_db()
    assert (file.state, file.rows) == (PreparedState.READY, 13)
    assert preparing.prepare(file.pk) == 0
    assert preparing.prepare(file.pk + 1) == 0


def test_a_file_that_fails_may_be_asked_for_again(towns, log, monkeypatch):
    clerk = factories.staff_of(towns[0])
    file = asked(clerk)

    def broken(*_args):
        message = "The disk is full."
        raise OSError(message)

    monkeypatch.setattr(preparing, "log_file", broken)
    with pytest.raises(OSError, match="full"):
        preparing.prepare(file.pk)
    file.refresh_from_db()
    assert file.state == PreparedState.FAILED
    assert "no se pudo" in signed_in(clerk).get(reverse("network:files")).content.decode().lower()  # fmt: skip
    asked(clerk)


def test_prepared_files_are_forgotten_with_what_they_hold(
    towns, log, django_capture_on_commit_callbacks
):
    file = asked(factories.staff_of(towns[0]))
    work_off()
    file.refresh_from_db()
    storage, name = file.file.storage, file.file.name
    assert exporting.forget_prepared() == 0
    assert storage.exists(name)
    PreparedFile.objects.update(expires_at=timezone.now())
    assert signed_in(file.person).get(reverse("network:file", args=[file.key])).status_code == 404  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        assert exporting.forget_prepared() == 1
    assert not storage.exists(name)
    assert not PreparedFile.objects.exists()
    stuck = asked(factories.staff_of(towns[0]))
    PreparedFile.objects.filter(pk=stuck.pk).update(
        asked_at=timezone.now() - datetime.timedelta(days=8)
    )
    assert exporting.forget_prepared() == 1
    assert Activity.objects.exists()
