"""What whoever decides reads and writes: everything that becomes public, and a note that
is never lost; what they read who only read."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from network.choices import ReviewState, Role
from tests.network.desk import signed_in
from tests.network.factories import (
    OrganisationFactory,
    ThemeFactory,
    secretariat_member,
    staff_of,
)
from tests.twinnings import factories
from twinnings.models import TwinningDocument
from twinnings.services import review
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db
NOTE = "Falta decir quién paga el traslado."


@pytest.fixture
def scene():
    """A twinning and its exchange that were sent, with all that can be chosen."""
    town, by, reviewer = factories.reviewed_town()
    partner, theirs, _other = factories.reviewed_town()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(
        owner=town, parties_told=told, type="sister", languages=["en"],
        management_themes=["data"], term_months=18,
    )  # fmt: skip
    theme = ThemeFactory(name_es="Policía comunitaria", name_en="Community police")
    twinning.themes.add(theme)
    helper = OrganisationFactory(
        kind="partner", name_es="Fundación Puente", name_en="Bridge Foundation"
    )
    twinning.facilitators.add(helper)
    exchange = factories.ExchangeFactory(
        twinning=twinning, modality="placement", in_kind_hours=31,
        language_support="volunteers", learnt_es="Que la calle cuida",
    )  # fmt: skip
    exchange.themes.add(theme)
    factories.PhotoFactory(
        exchange=exchange, alt_text_es="El patio, teléfono 7000-1234"
    )
    TwinningDocument.objects.create(
        twinning=twinning, kind="memo", title_es="Carta de don Julio Paz",
        title_en="Letter", file=ContentFile(b"%PDF-1.4", "carta.pdf"),
        content_type="application/pdf",
    )  # fmt: skip
    review.submit(record=twinning, by=by)
    review.submit(record=exchange, by=by)
    return {
        "twinning": twinning, "exchange": exchange, "by": by, "reviewer": reviewer,
        "partner": theirs, "reads": staff_of(town, Role.READS),
    }  # fmt: skip


def page_of(person, name, record):
    there = reverse(f"twinnings:{name}", args=[record.pk])
    return signed_in(person).get(there).content.decode()


CHOSEN = {
    "decide": (
        "twinning",
        ("Hermanamiento formal", "Policía comunitaria", "Datos y análisis", "Inglés", "18",
         "Fundación Puente"),
    ),
    "exchange_decide": (
        "exchange",
        ("Pasantía", "Policía comunitaria", "31", "Personas voluntarias"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHOSEN)
def test_what_was_chosen_is_read_before_it_is_published(scene, name):
    kind, words = CHOSEN[name]
    page = page_of(scene["reviewer"], name, scene[kind])
    for each in words:
        assert each in page


def test_the_names_of_files_are_looked_at_too(scene):
    page = page_of(scene["reviewer"], "exchange_decide", scene["exchange"])
    # The description, its picture's alternative, and what points it out.
    assert page.count("7000-1234") == 3
    page = page_of(scene["reviewer"], "decide", scene["twinning"])
    assert page.count("don Julio Paz") > 1


def decided(scene):
    review.send_back(
        record=scene["twinning"], by=secretariat_member(), note="Otra cosa"
    )


def taken_back(scene):
    review.reopen(record=scene["twinning"], by=scene["by"])


@pytest.mark.parametrize("meanwhile", [decided, taken_back])
@pytest.mark.parametrize("who", ["reviewer", "secretariat"])
def test_a_note_written_meanwhile_is_not_lost(scene, who, meanwhile):
    person = secretariat_member() if who == "secretariat" else scene["reviewer"]
    twinning = scene["twinning"]
    meanwhile(scene)
    there = reverse("twinnings:decide", args=[twinning.pk])
    sent = {"note": NOTE, "action": "return", "version": twinning.version}
    answer = signed_in(person).post(there, sent)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert NOTE in page
    twinning.refresh_from_db()
    assert twinning.review_note != NOTE
    if who == "secretariat" and meanwhile is taken_back:
        # A draft of others: nothing of it is told but that it no longer waits.
        assert "Carta de don Julio" not in page
        assert str(twinning) not in page
    assert twinning.review_state in (ReviewState.RETURNED, ReviewState.DRAFT)


def test_a_note_opens_no_draft(scene):
    draft = factories.TwinningFactory(owner=scene["twinning"].owner)
    there = reverse("twinnings:decide", args=[draft.pk])
    answer = signed_in(secretariat_member()).post(there, {"note": NOTE})
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["reads", "partner"])
def test_who_only_reads_reads_the_texts(scene, who):
    page = page_of(scene[who], "exchange", scene["exchange"])
    assert "Que la calle cuida" in page
    photo = scene["exchange"].photos.get()
    given = [scene["exchange"].pk, "photo", photo.uuid]
    file = reverse("twinnings:piece_file", args=given)
    assert (file in page) == (who == "reads")
    twinning = page_of(scene[who], "twinning", scene["twinning"])
    assert scene["twinning"].problem_es in twinning
    assert ("Carta de don Julio Paz" in twinning) == (who == "reads")
