"""What is published is corrected in a draft that somebody else reads; no link leads
nowhere, whoever presses it."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import ReviewState, Role
from network.services.refusals import Refused
from tests.network.desk import signed_in
from tests.network.factories import secretariat_member, staff_of
from tests.twinnings import factories
from twinnings.models import Exchange, Twinning
from twinnings.services import review, writing
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/es/espacio/(?:hermanamientos|intercambios)/[^"#?]*)')


@pytest.fixture
def scene():
    """A public exchange of a public twinning, and who has to do with it."""
    town, by, reviewer = factories.reviewed_town()
    partner, theirs, _other = factories.reviewed_town()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(owner=town, parties_told=told)
    exchange = factories.ExchangeFactory(twinning=twinning, owner=town)
    exchange.commitments.create(
        text_es="Abrir la cancha", due=timezone.localdate() - datetime.timedelta(days=1)
    )
    asked = timezone.now() - datetime.timedelta(days=60)
    exchange.follow_ups.create(
        months=6, side="own", due_on=asked.date(), asked_at=asked
    )
    return {
        "twinning": factories.published(twinning),
        "exchange": factories.published(exchange),
        "coordinates": by,
        "reviewer": reviewer,
        "reads": staff_of(town, Role.READS),
        "mayor": staff_of(town, Role.MAYOR),
        "records": staff_of(town, Role.RECORDS),
        "partner": theirs,
        "secretariat": secretariat_member(),
    }


@pytest.mark.parametrize("who", ["coordinates", "reviewer", "secretariat"])
def test_a_correction_is_read_before_the_world_reads_it(scene, who):
    twinning, by = scene["twinning"], scene[who]
    before = twinning.slug
    with pytest.raises(Refused):
        writing.save_twinning(
            twinning=twinning, by=by, version=None, values={"objective_es": "Otro"}
        )
    review.correct(record=twinning, by=by)
    assert not Twinning.objects.public().filter(pk=twinning.pk).exists()
    assert not Exchange.objects.public().filter(twinning=twinning).exists()
    again = review.correct(record=twinning, by=by)
    assert again.steps.filter(to_state=ReviewState.DRAFT).count() == 1
    writing.save_twinning(
        twinning=twinning, by=by, version=None, values={"objective_es": "Otro"}
    )
    review.submit(record=twinning, by=by)
    with pytest.raises(Refused):
        review.approve(record=twinning, by=by)
    done = review.approve(record=twinning, by=secretariat_member())
    assert (done.slug, done.objective_es, done.is_public) == (before, "Otro", True)


@pytest.mark.parametrize("who", ["reads", "mayor", "records", "partner"])
def test_nobody_else_takes_it_back(scene, who):
    for record in (scene["twinning"], scene["exchange"]):
        with pytest.raises(Refused):
            review.correct(record=record, by=scene[who])
        record.refresh_from_db()
        assert record.is_public


def test_what_waits_is_not_taken_back_like_this(scene):
    twinning = factories.TwinningFactory(owner=scene["twinning"].owner)
    review.submit(record=twinning, by=scene["coordinates"])
    with pytest.raises(Refused):
        review.correct(record=twinning, by=scene["reviewer"])


def pages_of(scene):
    made = reverse("twinnings:twinnings")
    one = reverse("twinnings:twinning", args=[scene["twinning"].pk])
    return [made, one, reverse("twinnings:exchange", args=[scene["exchange"].pk])]


@pytest.mark.parametrize(
    "who",
    ["coordinates", "reviewer", "reads", "mayor", "records", "partner", "secretariat"],
)
@pytest.mark.parametrize("taken_back", [False, True])
def test_no_link_leads_nowhere(scene, who, taken_back):
    if taken_back:
        for name in ("twinning", "exchange"):
            review.correct(record=scene[name], by=scene["coordinates"])
    browser = signed_in(scene[who])
    told = set()
    for page in pages_of(scene):
        answer = browser.get(page)
        if who != "partner":
            assert answer.status_code == 200, page
        told |= set(LINK.findall(answer.content.decode()))
    assert told
    wrong = {each for each in told if browser.get(each).status_code >= 400}
    assert wrong == set()


def test_a_partners_exchange_stays_readable_while_its_twinning_is_corrected(scene):
    own = scene["partner"].organisations_today[0]
    exchange = factories.ExchangeFactory(twinning=scene["twinning"], owner=own)
    review.correct(record=scene["twinning"], by=scene["coordinates"])
    browser = signed_in(scene["partner"])
    page = browser.get(reverse("twinnings:exchange", args=[exchange.pk]))
    assert page.status_code == 200
    back = reverse("twinnings:twinning", args=[scene["twinning"].pk])
    assert browser.get(back).status_code == 404
    assert f'href="{back}"' not in page.content.decode()


def test_the_secretariat_finds_what_it_opened_for_others(scene):
    browser = signed_in(scene["secretariat"])
    there = reverse("twinnings:open", args=[scene["twinning"].pk])
    page = browser.get(there)
    sent = {
        "client_uuid": page.context["form"]["client_uuid"].value(),
        "title_es": "Visita antigua", "modality": "visit", "direction": "outgoing",
        "began_year": "2014", "language_support": "unknown",
    }  # fmt: skip
    answer = browser.post(there, sent, follow=True)
    assert answer.status_code == 200
    assert "Visita antigua" in answer.content.decode()
    made = Exchange.objects.get(title_es="Visita antigua")
    exchange_page = reverse("twinnings:exchange", args=[made.pk])
    assert signed_in(secretariat_member()).get(exchange_page).status_code == 404


def test_what_was_never_sent_is_not_told_to_the_secretariat(scene):
    draft = factories.TwinningFactory(owner=scene["twinning"].owner)
    assert not Twinning.objects.visible_to(scene["secretariat"]).filter(pk=draft.pk)
    review.correct(record=scene["twinning"], by=scene["coordinates"])
    assert set(Twinning.objects.visible_to(scene["secretariat"])) == {scene["twinning"]}
