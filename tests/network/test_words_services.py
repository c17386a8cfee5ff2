"""Staff and the secretariat find activities by words, through an index."""

import datetime
import random
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.admin.activities import ActivityAdmin
from network.choices import ReviewState, Role
from network.models import Activity, Word, WordedActivity, WordUse
from network.own_log import OwnChoice
from network.services import trash
from network.services.activities import start_activity, update_activity
from network.services.listing import keep_in_step, refill
from network.services.translations import translate_activity
from network.words import with_words
from tests.network import factories
from tests.network.desk import signed_in
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

OWN, ADMIN = "/es/espacio/actividades/", "/admin/network/activity/"


def found(words: str) -> set[int]:
    return set(with_words(Activity.objects.all(), words).values_list("pk", flat=True))


def written(town, clerk, title: str) -> Activity:
    values = {"title_es": title, "place_name": "Cantón Ñandú"}
    activity, _new = start_activity(
        owner=town, by=clerk, client_uuid=uuid.uuid4(), values=values, counts={}
    )
    return activity


def test_an_activity_is_found_by_the_words_it_has_now():
    town = factories.MunicipalityFactory(name_es="Chalchuapa")
    clerk, office = factories.staff_of(town), factories.secretariat_member()
    activity = written(town, clerk, "Música en la plaza")
    for words in ("musica", "MÚSICA plaza", "mus pla", "nandu", "chalch", "en"):
        assert found(words) == {activity.pk}, words
    for words in ("usica", "musica baile", "…", ""):
        assert found(words) == set(), words
    values = {"title_es": "Baile en la plaza"}
    done = update_activity(
        activity=activity, by=clerk, version=activity.version, values=values
    )
    assert (found("musica"), found("baile")) == (set(), {done.pk})
    translate_activity(activity=done, by=office, texts={"title_en": "Dancing"})
    assert found("dancing") == {done.pk}
    town.name_es = "Ahuachapán"
    town.save()
    keep_in_step(town)
    assert (found("chalchuapa"), found("ahuachapan")) == (set(), {done.pk})
    before = set(WordUse.objects.values_list("word", "activity"))
    refill()
    assert set(WordUse.objects.values_list("word", "activity")) == before


def test_what_is_gone_for_good_leaves_no_words(settings):
    town = factories.MunicipalityFactory()
    clerk = factories.staff_of(town)
    draft = written(town, clerk, "Borrador olvidado")
    trash.discard_activity(activity=draft, by=clerk)
    assert OwnChoice(q="borrador").of_person(clerk).count() == 0
    Activity.objects.update(discarded_at=timezone.now() - datetime.timedelta(days=99))
    assert trash.empty_trash() == 1
    assert not WordUse.objects.exists()
    assert not WordedActivity.objects.exists()
    assert Word.objects.exists()


def test_nobody_finds_a_neighbours_draft_by_its_words():
    town, near = factories.MunicipalityFactory(), factories.MunicipalityFactory()
    activity = written(town, factories.staff_of(town), "Plan reservado")
    office = factories.secretariat_member()
    for person in (factories.staff_of(near), office):
        for choice in (OwnChoice(q="reservado"), OwnChoice(state=ReviewState.DRAFT)):
            assert list(choice.page_of(person, 9)) == []
    assert signed_in(office).get(ADMIN, {"q": "reservado"}).status_code == 200
    assert activity.title_es not in (
        signed_in(office).get(ADMIN, {"q": "reservado"}).content.decode()
    )


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_several_organisations_hold_what_the_whole_list_holds(seed):
    dice = random.Random(seed)
    association = factories.AssociationFactory()
    towns = [factories.reviewed_municipality(association) for _each in range(4)]
    kinds = [factories.ActivityKindFactory() for _each in range(2)]
    for _each in range(60):
        factories.ActivityFactory(
            owner=dice.choice([*towns, towns[0], association]),
            kind=dice.choice(kinds),
            review_state=dice.choice(("draft", "returned", "submitted")),
        )
    person = factories.staff_of(association, Role.REVIEWS)
    for choice in (
        OwnChoice(),
        OwnChoice(state="returned"),
        OwnChoice(kind=kinds[0].key),
        OwnChoice(owner=towns[0].slug),
        OwnChoice(q="taller"),
    ):
        whole = list(choice.of_person(person).values_list("pk", flat=True))
        pages, before = [], None
        while page := list(choice.page_of(person, 5, before)):
            pages += [each.pk for each in page]
            before = page[-1].pk
        assert pages == whole
        assert len(whole) > 8


def test_the_secretariats_box_finds_by_words_and_by_number(screen):
    town = factories.MunicipalityFactory(name_es="Nahuizalco")
    wanted = factories.ApprovedActivityFactory(owner=town, title_es="Ajedrez")
    other = factories.ApprovedActivityFactory(title_es="Pintura")
    for asked in ("ajed", "AJEDREZ nahui", str(wanted.pk), f"{wanted.pk:06d}"):
        page = screen.get(ADMIN, {"q": asked}).content.decode()
        assert "Ajedrez" in page, asked
        assert other.title_es not in page, asked


@pytest.mark.only_on("sqlite")
def test_no_list_counts_or_sorts_the_whole_log(screen, monkeypatch):
    monkeypatch.setattr(ActivityAdmin, "list_per_page", 2)
    plant_pages()
    association = factories.AssociationFactory()
    town = factories.reviewed_municipality(association)
    theme = factories.ThemeFactory()
    for _each in range(3):
        activity = factories.ApprovedActivityFactory(owner=town)
        activity.themes.add(theme)
    refill()
    reviewer = signed_in(factories.staff_of(association, Role.REVIEWS))
    kind = activity.kind
    year = f"{timezone.localdate():%Y}"
    public = [
        "/es/", f"/es/red/municipios/{town.slug}/", "/es/red/paises/el-salvador/",
        *(f"/es/bitacora/?{q}" for q in (
            "", "country=SV", f"place={town.slug}", f"kind={kind.key}", "level=primary",
            f"theme={theme.key}", f"since={year}", f"country=SV&theme={theme.key}",
            f"association={association.slug}", "after=2026-01-01.5",
        )),
    ]  # fmt: skip
    own = [f"{OWN}?{q}" for q in ("", "q=taller", "state=returned", f"kind={kind.key}")]
    admin = [f"{ADMIN}?{q}" for q in (
        "", "q=taller", "review_state__exact=returned", "country__exact=SV",
        f"kind__id__exact={kind.pk}", "waiting=overdue", "waiting=hidden",
    )]  # fmt: skip
    day = timezone.localdate()
    dated = [f"{ADMIN}?{q}" for q in (
        f"submitted_at__gte={day}+00:00:00-06:00", f"started__gte={day:%Y-%m}-01",
    )]  # fmt: skip
    for client, addresses, walked in (
        (screen, [*public, *dated], False), (reviewer, own, True), (screen, [*own, *admin], True),
    ):  # fmt: skip
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200, address
            for sql in [each["sql"] for each in asked.captured_queries]:
                if '"network_activity"' in sql and sql.startswith("SELECT"):
                    look_at(sql, address, walked=walked and "q=" not in address)


def look_at(sql: str, address: str, *, walked: bool) -> None:
    """No scan, unless it is a walk in order that ends; no count without an end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in cursor.fetchall()]
    scans = [each for each in steps if re.match(r"SCAN network_activity\b", each)]
    by_state = [each for each in steps if "SEARCH network_activity USING INDEX" in each]
    told = address.startswith((OWN, ADMIN))
    assert told or not by_state, (address, sql, steps)
    sorts = [each for each in steps if "TEMP B-TREE FOR ORDER BY" in each]
    assert not scans or (walked and "LIMIT" in sql and not sorts), (address, sql, steps)
    assert "COUNT(" not in sql or "LIMIT" in sql, (address, sql)
