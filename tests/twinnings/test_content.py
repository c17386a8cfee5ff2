"""The twinnings that come with the portal."""

import pytest

from amuprev.foundation.loading import Outcome
from amuprev.management.commands.load_portal import load_all
from amuprev.site import searching
from network.models import Place
from tests.network.factories import secretariat_member
from twinnings import content
from twinnings.content import EXCHANGE_TEXTS, TEXTS
from twinnings.models import DelegationRow, Exchange, Party, Twinning
from twinnings.services import history

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

# As the programme's brochure names them.
PAIRS = [
    ("Colón", "Pinellas"),
    ("San Miguelito", "Pinellas"),
    ("Nahuizalco", "Santa Ana"),
    ("Sonsonate", "Santa Ana"),
    ("Santa Catarina Pinula", "Santa Ana"),
    ("Palencia", "Santa Ana"),
    ("Mixco", "Santa Ana"),
    ("Ciudad de Panamá", "Arlington"),
]
WITHOUT_ACCENTS = str.maketrans("áéíóúÁÉÍÓÚñ", "aeiouAEIOUn")


@pytest.fixture
def twinnings():
    return list(Twinning.objects.order_by("content_key"))


def test_eight_twinnings_and_nine_exchanges_are_public(twinnings):
    assert len(twinnings) == 8
    assert set(Twinning.objects.public()) == set(twinnings)
    assert Exchange.objects.public().count() == Exchange.objects.count() == 9
    for record in (*twinnings, *Exchange.objects.all()):
        assert record.sources, record.content_key
        assert (record.doubts_es or "").strip(), record.content_key


def test_what_sources_tell_is_told_by_the_network(client):
    exchange = Exchange.objects.public().first()
    assert exchange.is_told_by_network
    page = client.get(exchange.get_absolute_url()).content.decode()
    assert "La red, a partir de las fuentes de abajo" in page
    exchange.updated_by = secretariat_member()
    exchange.save()
    page = client.get(exchange.get_absolute_url()).content.decode()
    assert "La red, a partir" not in page


def test_a_figure_that_grows_over_a_hidden_row_is_loaded():
    row = DelegationRow.objects.filter(people__gte=5).first()
    DelegationRow.objects.filter(pk=row.pk).update(
        people=3, role="residents", hidden=True
    )
    exchange = row.exchange
    told = [{"role": "residents", "people": 8, "sex": "unknown"}]
    history.record_exchange(exchange=exchange, values={}, rows={"delegation": told})
    grown = exchange.delegation.get()
    assert (grown.people, grown.hidden) == (8, False)


def test_both_languages_say_as_much(twinnings):
    told = [(each, TEXTS) for each in twinnings]
    told += [(each, EXCHANGE_TEXTS) for each in Exchange.objects.all()]
    for record, names in told:
        for name in names:
            spanish = getattr(record, f"{name}_es") or ""
            english = getattr(record, f"{name}_en") or ""
            assert bool(spanish) == bool(english), (record.content_key, name)
    for exchange in Exchange.objects.all():
        for row in exchange.delegation.all():
            assert bool(row.institution_es) == bool(row.institution_en)
        for seen in exchange.places_seen.all():
            assert seen.name_es
            assert seen.name_en


@pytest.mark.parametrize(("town", "counterpart"), PAIRS)
def test_each_pair_of_the_brochure(town, counterpart):
    with_town = Twinning.objects.filter(parties__place__name_es=town)
    assert with_town.filter(parties__place__name_es__contains=counterpart).exists()


def test_what_nobody_knows_is_not_told(twinnings):
    stockton = Twinning.objects.get(content_key="stockton-guatemala")
    unnamed = stockton.parties.get(unnamed__gt=0)
    assert (unnamed.country, unnamed.unnamed) == ("GT", 3)
    assert "cuyos nombres no constan" in stockton.title_es
    assert "names are not known" in stockton.title_en
    assert stockton.started is None
    assert not stockton.exchanges.exists()
    perhaps = Party.objects.get(uncertain=True)
    assert perhaps.place.key == "do-boca-chica"
    assert perhaps.twinning.title_es == "Austin – Santo Domingo Este"
    assert {each.status for each in twinnings} == {"unknown"}
    assert {each.ratification for each in Party.objects.all()} == {"unknown"}


def test_uncertain_years_are_told_as_uncertain():
    certain = {
        each.content_key for each in Exchange.objects.filter(date_uncertain=False)
    }
    assert certain == {"pinellas-training", "santa-ana-visit-of-guatemala"}


def test_nobody_stands_by_name():
    """Offices instead of people: those whom the sources name are nowhere."""
    named = ("Ford", "Navarro", "Pulido", "Rourke", "Rojas", "Martínez", "Castillo",
             "Esparza", "García", "Bowman", "Euille", "Young,", "La Fuente", "Chacón",
             "Loría", "Escobar", "Peña", "Fortin")  # fmt: skip
    for record in (*Twinning.objects.all(), *Exchange.objects.all()):
        names = TEXTS if isinstance(record, Twinning) else EXCHANGE_TEXTS
        for name in names:
            text = getattr(record, f"{name}_es") or ""
            assert not any(each in text for each in named), (record, name)


def test_each_is_told_in_the_log_too():
    assert Exchange.objects.filter(logged_as__isnull=True).count() == 0
    grown = Exchange.objects.get(content_key="santa-ana-visit-of-guatemala")
    assert grown.activities.count() == 1


def test_every_counterpart_has_its_state_and_its_point():
    for place in Place.objects.filter(twinning_parties__isnull=False, country="US"):
        assert place.parent is not None
        assert place.latitude is not None, place.key
        assert "Census" in place.position_source


def test_loaded_again_nothing_changes_and_what_was_edited_stays():
    first = Twinning.objects.get(content_key="santa-ana-mixco")
    before = set(Party.objects.values_list("pk", flat=True))
    Twinning.objects.filter(pk=first.pk).update(objective_es="Escrito aquí.")
    counts = load_all().counts
    assert counts["twinnings"] == {Outcome.UNCHANGED: 7, Outcome.LEFT_ALONE: 1}
    assert counts["exchanges"] == {Outcome.UNCHANGED: 9}
    assert set(Party.objects.values_list("pk", flat=True)) == before
    first.refresh_from_db()
    assert first.objective_es == "Escrito aquí."


def test_what_the_file_says_otherwise_is_written_anew(twinnings, monkeypatch):
    old = {each.slug for each in twinnings}
    exchange = Exchange.objects.get(content_key="alexandria-visit")
    row = exchange.delegation.first()

    entry = content._row
    monkeypatch.setattr(
        content, "_row", lambda *given: [*entry(*given)[:1], 12, *entry(*given)[2:]]
    )
    assert load_all().counts["exchanges"][Outcome.UPDATED] == 9
    row.refresh_from_db()
    assert row.people == 12
    assert {each.slug for each in Twinning.objects.all()} == old


@pytest.mark.parametrize(("town", "counterpart"), PAIRS)
def test_found_by_either_side_with_or_without_accents(town, counterpart):
    wanted = {
        str(each.pk)
        for each in Twinning.objects.filter(parties__place__name_es=town).filter(
            pk__in=Twinning.objects.filter(
                parties__place__name_es__contains=counterpart
            )
        )
    }
    for words in (town, counterpart, f"{town} {counterpart}"):
        for said in (words, words.translate(WITHOUT_ACCENTS), words.lower()):
            asked = searching.understand(said).words
            answer = searching.answer(asked, [("k", "twinning")])
            kinds = searching.finding.documents_at(answer.found.places)
            keys = {each.key for each in kinds if each.kind == "twinning"}
            assert wanted <= keys, said
