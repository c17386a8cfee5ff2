"""What a partner may not open, what nobody read, and what two people write at once."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.network.desk import signed_in
from tests.network.factories import secretariat_member
from tests.public_pages import plant_pages
from tests.twinnings import factories
from twinnings import rules
from twinnings.models import Exchange
from twinnings.services import clearing, review, statuses
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db
ACT, NOTE = "Acta 77 de don Julio Paz", "Nota que nadie ha leído"


@pytest.fixture
def scene():
    """A twinning and an exchange that were sent, with files that are not public."""
    town, by, reviewer = factories.reviewed_town()
    partner, theirs, _other = factories.reviewed_town()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(owner=town, parties_told=told)
    party = twinning.parties.get(organisation=town)
    statuses.ratify(party=party, by=by, when=statuses.UNKNOWN, act="Acta 1")
    party.refresh_from_db()
    party.ratified_file.save("acta.pdf", ContentFile(b"%PDF-1.4"))
    exchange = factories.ExchangeFactory(twinning=twinning, owner=town)
    promise = exchange.commitments.create(text_es="Escribir un plan")
    promise.evidence_file.save("plan.pdf", ContentFile(b"%PDF-1.4"))
    for record in (twinning, exchange):
        review.submit(record=record, by=by)
    return {
        "twinning": twinning, "exchange": exchange, "party": party, "by": by,
        "promise": promise, "reviewer": reviewer, "partner": theirs,
    }  # fmt: skip


@pytest.mark.parametrize("who", ["partner", "by", "reviewer"])
def test_a_partner_opens_neither_act_nor_evidence(scene, who):
    browser = signed_in(scene[who])
    of_act = [scene["twinning"].pk, scene["party"].pk]
    of_promise = [scene["exchange"].pk, scene["promise"].pk]
    for name, given in (("act_file", of_act), ("evidence", of_promise)):
        answer = browser.get(reverse(f"twinnings:{name}", args=given))
        if who == "partner":
            assert answer.status_code == 404, name
        else:
            assert answer.getvalue().startswith(b"%PDF"), name


@pytest.fixture
def public(scene):
    plant_pages()
    for name in ("twinning", "exchange"):
        scene[name] = review.approve(record=scene[name], by=scene["reviewer"])
    return scene


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_an_act_written_anew_waits_for_its_reader(public, client):
    assert "Acta 1" in read(client, public["twinning"])
    statuses.ratify(
        party=public["party"], by=public["by"], when=statuses.UNKNOWN, act=ACT
    )
    page = read(client, public["twinning"])
    assert ACT not in page
    assert "Acta 1" not in page
    seen = [each.mark for each in clearing.additions_of(public["twinning"])]
    clearing.clear_additions(
        record=public["twinning"], by=public["reviewer"], seen=seen
    )
    assert ACT in read(client, public["twinning"])


def test_a_note_waits_for_its_reader_in_pages_and_data(public, client):
    statuses.change_status(
        twinning=public["twinning"], by=public["by"], status="paused",
        when=statuses.UNKNOWN, note_es=NOTE,
    )  # fmt: skip
    assert NOTE not in read(client, public["twinning"])


def test_what_came_while_it_was_read_is_not_published_with_it(scene):
    exchange = scene["exchange"]
    seen = [each.mark for each in clearing.additions_of(exchange)]
    late = exchange.commitments.create(text_es="Agregado mientras se leía")
    done = review.approve(record=exchange, by=scene["reviewer"], seen=seen)
    late.refresh_from_db()
    scene["promise"].refresh_from_db()
    assert (scene["promise"].public, late.public) == (True, False)
    assert clearing.awaits_clearing(Exchange.objects.get(pk=done.pk))


def test_a_note_is_not_thrown_away_by_publishing(scene):
    scene["twinning"].refresh_from_db()
    there = reverse("twinnings:decide", args=[scene["twinning"].pk])
    sent = {"note": NOTE, "action": "publish", "version": scene["twinning"].version}
    answer = signed_in(scene["reviewer"]).post(there, sent)
    assert answer.status_code == 422
    assert NOTE in answer.content.decode()
    scene["twinning"].refresh_from_db()
    assert not scene["twinning"].is_public


def rows_of(browser, there):
    """What the form of the agenda holds, as the page shows it."""
    page = browser.get(there)
    formset = page.context["formset"]
    sent = {"version": page.context["version"], **formset.management_form.initial}
    fields = {
        f"rows-{name}": value for name, value in sent.items() if name != "version"
    }
    fields["version"] = sent["version"]
    for form in formset:
        for field in form:
            fields[field.html_name] = field.value() or ""
    return fields


def test_rows_that_another_wrote_meanwhile_stay(scene):
    exchange = factories.ExchangeFactory(
        twinning=scene["twinning"], owner=scene["twinning"].owner
    )
    exchange.agenda.create(text_es="Primero", position=0)
    exchange.agenda.create(text_es="Segundo", position=1)
    there = reverse("twinnings:exchange_section", args=[exchange.pk, "agenda"])
    browser = signed_in(scene["by"])
    mine = rows_of(browser, there)
    theirs = mine | {"rows-1-text_es": "Segundo, corregido por otra persona"}
    assert browser.post(there, theirs).status_code == 302
    answer = browser.post(there, mine | {"rows-0-text_es": "Primero, con hora"})
    assert answer.status_code == 409
    assert "Primero, con hora" in answer.content.decode()
    exchange.refresh_from_db()
    again = mine | {"rows-0-text_es": "Primero, con hora", "version": exchange.version}
    assert browser.post(there, again).status_code == 302
    kept = list(exchange.agenda.values_list("text_es", flat=True))
    assert kept == ["Primero, con hora", "Segundo, corregido por otra persona"]


def test_a_draft_of_others_is_told_by_no_refusal(scene):
    """The same parties: who proposes first as a draft keeps nobody from theirs."""
    parties = [
        PartyTold(organisation=each.organisation)
        for each in scene["twinning"].parties.all()
    ]
    review.reopen(record=scene["twinning"], by=scene["by"])
    own = scene["partner"].organisations_today[0]
    made = factories.TwinningFactory(owner=own, parties_told=parties)
    assert made.parties_key == scene["twinning"].parties_key


def test_nobody_lets_the_world_read_what_they_added(public):
    promise = public["exchange"].commitments.create(text_es="Otro")
    public["exchange"].writers.add(public["reviewer"])
    assert not rules.may_clear(public["reviewer"], public["exchange"])
    seen = [each.mark for each in clearing.additions_of(public["exchange"])]
    with pytest.raises(clearing.Refused):
        clearing.clear_additions(
            record=public["exchange"], by=public["reviewer"], seen=seen
        )
    clearing.clear_additions(
        record=public["exchange"], by=secretariat_member(), seen=seen
    )
    promise.refresh_from_db()
    assert promise.public
