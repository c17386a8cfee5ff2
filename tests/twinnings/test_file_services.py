"""Documents and photos: cleaned, once, covered, removed and brought back."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from network.services.refusals import Refused
from tests.foundation.upload_samples import assert_no_labels, pdf, photo
from tests.network.factories import MunicipalityFactory, staff_of
from tests.twinnings import factories
from twinnings.models import ExchangePhoto, TwinningDocument
from twinnings.models.storage import twinning_storage
from twinnings.services import covering, files

pytestmark = pytest.mark.django_db

SHOWN = {"alt_text_es": "El patio", "people_shown": "nobody", "public": True}
DOCUMENT = {"kind": "report", "title_es": "Informe", "title_en": "Report"}


@pytest.fixture
def exchange():
    return factories.ExchangeFactory()


@pytest.fixture
def by(exchange):
    return factories.coordinator_of(exchange.owner)


def attach(exchange, by, content=None, **values):
    return files.attach_photo(
        exchange=exchange,
        by=by,
        upload=SimpleUploadedFile("foto.jpg", content or photo()),
        values={**SHOWN, **values},
    )


def refused(verb, *given, **more):
    with pytest.raises(Refused):
        verb(*given, **more)


def stored():
    try:
        return set(twinning_storage().listdir("twinnings")[1])
    except FileNotFoundError:
        return set()


def test_a_photo_is_drawn_again_and_kept_once(exchange, by):
    first = attach(exchange, by)
    with first.file.open("rb") as stored_file:
        assert_no_labels(stored_file.read())
    assert attach(exchange, by) == first
    assert len(stored()) == 1


def test_the_same_file_again_is_as_it_is_described_now(exchange, by):
    piece = attach(exchange, by)
    files.remove_file(piece=piece, by=by)
    again = attach(exchange, by, public=False, alt_text_es="La cancha")
    again.refresh_from_db()
    assert (again.pk, again.removed_at) == (piece.pk, None)
    assert (again.public, again.alt_text_es) == (False, "La cancha")


def test_a_document_is_public_once_somebody_says_so(exchange, by):
    given = {"record": exchange, "by": by}
    kept = files.attach_document(
        **given, upload=SimpleUploadedFile("acta.pdf", pdf()), values=DOCUMENT
    )
    assert not kept.public
    told = files.attach_document(
        **given,
        upload=SimpleUploadedFile("acta.pdf", pdf()),
        values={**DOCUMENT, "public": True},
    )
    told.refresh_from_db()
    assert (told.pk, told.public) == (kept.pk, True)


def test_photos_that_are_not_taken(exchange, by):
    with pytest.raises(ValidationError):
        attach(exchange, by, b"no photo")
    for values in (
        {"people_shown": "minors"},
        {"people_shown": "not_sure"},
        {"people_shown": "adults"},
    ):
        refused(attach, exchange, by, **values)
    refused(attach, exchange, staff_of(MunicipalityFactory()))
    assert stored() == set()
    assert not ExchangePhoto.objects.exists()


def test_a_covered_photo_is_asked_about_again(exchange, by):
    piece = attach(
        exchange,
        by,
    )
    seen = piece.sha256
    covered = covering.cover_photo(photo=piece, by=by, squares=[0], seen=seen)
    assert (covered.public, covered.people_shown) == (False, "not_sure")
    assert covered.sha256 != seen
    assert len(stored()) == 2
    refused(covering.cover_photo, photo=covered, by=by, squares=[1], seen=seen)
    refused(covering.cover_photo, photo=covered, by=by, seen=covered.sha256)
    assert len(stored()) == 2
    stands = {"people_shown": "adults"}
    refused(files.describe_photo, photo=covered, by=by, values=SHOWN, stands=stands)
    described = files.describe_photo(photo=covered, by=by, values=SHOWN)
    assert described.public
    long_ago = timezone.now() - datetime.timedelta(days=31)
    ExchangePhoto.objects.update(covered_at=long_ago)
    assert files.empty_removed_files() == 1
    covered.refresh_from_db()
    assert covered.uncovered == ""


def test_documents_here_or_at_their_address(exchange, by):
    given = {"record": exchange, "by": by}
    paper = SimpleUploadedFile("acta.pdf", pdf())
    kept = files.attach_document(**given, upload=paper, values=DOCUMENT)
    assert (kept.twinning, kept.exchange) == (exchange.twinning, exchange)
    address = {**DOCUMENT, "address": "https://ciudad.test/acta"}
    of_twinning = files.attach_document(
        record=exchange.twinning, by=by, upload=None, values=address
    )
    assert of_twinning.exchange is None
    refused(files.attach_document, **given, upload=None, values=DOCUMENT)


def test_removed_and_brought_back_within_its_days(exchange, by):
    piece = attach(exchange, by)
    for _turn in range(2):
        files.remove_file(piece=piece, by=by)
    piece.refresh_from_db()
    assert piece.removed_at
    back = files.restore_file(piece=piece, by=by)
    assert back.removed_at is None
    files.remove_file(piece=piece, by=by)
    assert attach(exchange, by).removed_at is None
    files.remove_file(piece=piece, by=by)
    long_ago = timezone.now() - datetime.timedelta(days=31)
    ExchangePhoto.objects.update(removed_at=long_ago)
    assert files.empty_removed_files() == 1
    assert not ExchangePhoto.objects.exists()
    refused(files.restore_file, piece=piece, by=by)


def test_a_record_holds_so_many_files(exchange, by):
    for turn in range(files.MOST_FILES):
        TwinningDocument.objects.create(
            twinning=exchange.twinning,
            exchange=exchange,
            address=f"https://ciudad.test/{turn}",
            **DOCUMENT,
        )
    refused(attach, exchange, by)
    assert stored() == set()
