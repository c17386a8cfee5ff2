"""A photo of an exchange: said anew, cropped, covered, had back; its copies follow it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from network.choices import PublicKind
from network.models import TakeDown
from network.services.refusals import Refused
from tests.foundation.upload_samples import photo
from tests.network.desk import signed_in
from tests.twinnings import factories
from twinnings.models.storage import twinning_storage
from twinnings.services import covering, files, hidden_photos, review

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SHOWN = {"alt_text_es": "El patio", "people_shown": "nobody", "public": True}


@pytest.fixture
def exchange():
    return factories.ExchangeFactory()


def attached(exchange, **said):
    by = factories.coordinator_of(exchange.owner)
    upload = SimpleUploadedFile("f.jpg", photo())
    return files.attach_photo(
        exchange=exchange, by=by, upload=upload, values={**SHOWN, **said}
    )


def browser_of(exchange):
    return signed_in(factories.coordinator_of(exchange.owner))


def there(name, piece):
    return reverse(f"twinnings:{name}", args=[piece.exchange_id, piece.uuid])


def test_covered_private_and_had_back(exchange):
    piece = attached(exchange)
    before, browser = piece.sha256, browser_of(exchange)
    sent = {"seen": before, "squares": ["0", "1"], "top": "10"}
    answer = browser.post(there("cover", piece), sent, follow=True)
    assert answer.redirect_chain == [(there("photo", piece), 302)]
    piece.refresh_from_db()
    assert piece.sha256 != before
    assert (piece.public, piece.people_shown) == (False, "not_sure")
    said = answer.context["seen"]
    told = {"seen": said, "alt_text_es": "El patio", "people_shown": "nobody"}
    browser.post(there("photo", piece), {**told, "public": "on"})
    piece.refresh_from_db()
    assert (piece.public, piece.people_shown) == (True, "nobody")
    back = [piece.exchange_id, "photo", piece.uuid, "uncover"]
    answer = browser.post(reverse("twinnings:piece_act", args=back))
    piece.refresh_from_db()
    assert (piece.sha256, piece.public) == (before, False)
    assert not piece.uncovered
    assert twinning_storage().exists(str(piece.file))


def test_what_is_no_longer_kept_is_not_had_back(exchange):
    piece = attached(exchange)
    with pytest.raises(Refused):
        covering.uncover_photo(piece=piece, by=factories.coordinator_of(exchange.owner))


def test_anothers_words_meanwhile_stand_beside_ones_own(exchange):
    piece, browser = attached(exchange), browser_of(exchange)
    seen = browser.get(there("photo", piece)).context["seen"]
    by = factories.coordinator_of(exchange.owner)
    said = {**SHOWN, "alt_text_es": "El portón", "alt_text_en": ""}
    files.describe_photo(photo=piece, by=by, values=said)
    mine = {"seen": seen, "alt_text_es": "La cancha", "people_shown": "nobody"}
    answer = browser.post(there("photo", piece), mine)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "El portón" in page
    assert "La cancha" in page
    piece.refresh_from_db()
    assert piece.alt_text_es == "El portón"
    browser.post(there("photo", piece), {**mine, "seen": answer.context["seen"]})
    piece.refresh_from_db()
    assert piece.alt_text_es == "La cancha"


def test_squares_of_another_photo_are_not_filled(exchange):
    piece, browser = attached(exchange), browser_of(exchange)
    answer = browser.post(there("cover", piece), {"seen": "x", "squares": ["0"]})
    assert answer.status_code == 302
    piece.refresh_from_db()
    assert not piece.uncovered


@pytest.fixture
def twins(exchange):
    """The same picture in two public exchanges of the same municipality."""
    other = factories.ExchangeFactory(
        twinning=exchange.twinning, owner=exchange.owner, title_es="Otra visita"
    )
    pieces = [attached(each) for each in (exchange, other)]
    assert pieces[0].sha256 == pieces[1].sha256
    factories.published(exchange.twinning)
    for each in (exchange, other):
        factories.published(each)
    for each in pieces:
        each.refresh_from_db()
    return pieces


def test_a_take_down_follows_the_copies(twins):
    one = twins[0]
    by = factories.coordinator_of(one.exchange.owner)
    hidden_photos.hide_photo(photo=one, by=by)
    for each in twins:
        each.refresh_from_db()
        assert not each.public
    noted = TakeDown.objects.filter(kind=PublicKind.EXCHANGE_PHOTO, mark=one.sha256)
    assert set(noted.values_list("key", flat=True)) == {str(e.uuid) for e in twins}


def test_uploaded_anew_it_stays_hidden_until_it_is_shown_there(twins):
    by = factories.coordinator_of(twins[0].exchange.owner)
    hidden_photos.hide_photo(photo=twins[0], by=by)
    third = factories.ExchangeFactory(
        twinning=twins[0].exchange.twinning, owner=twins[0].exchange.owner
    )
    piece = attached(third)
    factories.published(third)
    piece.refresh_from_db()
    assert not piece.public
    hidden_photos.show_photo(photo=piece, by=by)
    piece.refresh_from_db()
    assert piece.public
    review.correct(record=third, by=by)
    factories.published(third)
    piece.refresh_from_db()
    assert piece.public


def test_another_municipalitys_same_photo_stays(twins):
    other = factories.ExchangeFactory()
    piece = attached(other)
    factories.published(other.twinning)
    factories.published(other)
    by = factories.coordinator_of(twins[0].exchange.owner)
    hidden_photos.hide_photo(photo=twins[0], by=by)
    piece.refresh_from_db()
    assert piece.public
