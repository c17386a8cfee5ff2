"""What whoever decides reads, and what a partner does not open."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.network.desk import signed_in
from tests.twinnings import factories
from twinnings.models import TwinningDocument
from twinnings.services import review
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    """An exchange that was sent, its reviewer, and somebody of the other party."""
    town, by, reviewer = factories.reviewed_town()
    partner, theirs, _other = factories.reviewed_town()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(owner=town, parties_told=told)
    exchange = factories.ExchangeFactory(
        twinning=twinning, sources="Acta 4 | https://ciudad.test/acta | Minutes 4"
    )
    exchange.agenda.create(
        text_es="Recorrido", text_en="Tour with 7000-1234", position=1
    )
    factories.PhotoFactory(exchange=exchange)
    TwinningDocument.objects.create(
        twinning=twinning, exchange=exchange, kind="report", title_es="Informe",
        title_en="Report", file=ContentFile(b"%PDF-1.4", "informe.pdf"),
        content_type="application/pdf",
    )  # fmt: skip
    review.submit(record=twinning, by=by)
    review.submit(record=exchange, by=by)
    return exchange, reviewer, theirs


def test_the_reviewer_reads_all_that_becomes_public(scene):
    exchange, reviewer, _theirs = scene
    there = reverse("twinnings:exchange_decide", args=[exchange.pk])
    page = signed_in(reviewer).get(there).content.decode()
    for wanted in ("https://ciudad.test/acta", "The yard", "Report", "Tour with"):
        assert wanted in page
    # A source under both its names, not as it is kept.
    assert "Acta 4 / Minutes 4 · https://ciudad.test/acta" in page
    assert page.count("7000-1234") > 1
    photo, document = exchange.photos.get(), exchange.documents.get()
    for kind, piece in (("photo", photo), ("document", document)):
        given = [exchange.pk, kind, piece.uuid]
        assert reverse("twinnings:piece_file", args=given) in page


def test_a_partner_opens_no_file_and_reads_no_review(scene):
    exchange, reviewer, theirs = scene
    review.send_back(record=exchange, by=reviewer, note="Falta el acta")
    document = exchange.documents.get()
    given = [exchange.pk, "document", document.uuid]
    for person, status in ((reviewer, 200), (theirs, 404)):
        browser = signed_in(person)
        file = browser.get(reverse("twinnings:piece_file", args=given))
        assert file.status_code == status
        if status == 200:
            assert file.getvalue().startswith(b"%PDF")
        page = browser.get(reverse("twinnings:exchange", args=[exchange.pk]))
        assert page.status_code == 200
        assert ("Falta el acta" in page.content.decode()) == (status == 200)
