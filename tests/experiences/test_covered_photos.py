"""A photo of an experience: said anew, cropped, covered, and had back as it was."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from experiences.models import ExperiencePhoto
from experiences.models.parts import experience_storage
from experiences.services import covering, files, hidden_pictures
from network.choices import Role
from network.services.refusals import Refused
from tests.experiences.factories import ExperienceFactory, published
from tests.foundation.upload_samples import photo
from tests.network.desk import signed_in
from tests.network.factories import MunicipalityFactory, staff_of

pytestmark = pytest.mark.django_db
SHOWN = {
    "alt_text_es": "El patio", "alt_text_en": "", "people_shown": "nobody",
    "consent_purpose": "", "consent_until": None, "public": True,
}  # fmt: skip


@pytest.fixture
def draft():
    return ExperienceFactory()


@pytest.fixture
def clerk(draft):
    return staff_of(draft.owner)


@pytest.fixture
def piece(draft, clerk):
    upload = SimpleUploadedFile("f.jpg", photo())
    return files.attach_photo(experience=draft, by=clerk, upload=upload, values=SHOWN)


def there(name, piece):
    return reverse(f"experiences:{name}", args=[piece.experience_id, piece.uuid])


def test_covered_it_is_private_until_somebody_says_who_is_seen(draft, clerk, piece):
    browser = signed_in(clerk)
    assert browser.get(there("cover", piece)).status_code == 200
    sent = {"seen": piece.sha256, "squares": ["0", "1"], "top": "10"}
    answer = browser.post(there("cover", piece), sent, follow=True)
    made = draft.photos.get()
    assert answer.redirect_chain == [(there("photo", made), 302)]
    assert made.sha256 != piece.sha256
    assert (made.public, made.people_shown) == (False, "not_sure")
    assert (made.alt_text_es, bool(made.small)) == ("El patio", True)
    assert experience_storage().exists(str(made.file))
    told = {
        "seen": answer.context["seen"], "alt_text_es": "El patio vacío",
        "people_shown": "nobody", "public": "on",
    }  # fmt: skip
    assert browser.post(there("photo", made), told).status_code == 302
    made.refresh_from_db()
    assert (made.public, made.alt_text_es) == (True, "El patio vacío")
    kept = draft.removed.get()
    files.restore_file(experience=draft, by=clerk, kept=kept)
    assert set(draft.photos.values_list("sha256", flat=True)) == {
        piece.sha256, made.sha256,
    }  # fmt: skip


def test_nothing_chosen_or_another_photo_changes_nothing(draft, clerk, piece):
    browser = signed_in(clerk)
    answer = browser.post(there("cover", piece), {"seen": piece.sha256})
    assert answer.status_code == 422
    answer = browser.post(there("cover", piece), {"seen": "x", "squares": ["0"]})
    assert answer.status_code == 302
    for seen, squares in ((piece.sha256, []), ("x", [0])):
        with pytest.raises(Refused):
            covering.cover_photo(
                experience=draft, by=clerk, photo=piece, squares=squares, seen=seen
            )
    assert draft.photos.get() == piece
    assert not draft.removed.exists()
    (name,) = {str(each.file) for each in ExperiencePhoto.objects.all()}
    folder = name.rpartition("/")[0]
    # The photo and its light copy, and nothing of what was refused.
    assert len(experience_storage().listdir(folder)[1]) == 2


def test_it_is_closed_to_neighbours_and_once_it_was_sent(draft, clerk, piece):
    neighbour = staff_of(MunicipalityFactory(), Role.COORDINATES)
    for name in ("photo", "cover"):
        assert signed_in(neighbour).get(there(name, piece)).status_code == 404
    type(draft).objects.filter(pk=draft.pk).update(review_state="submitted")
    for name in ("photo", "cover"):
        assert signed_in(clerk).get(there(name, piece)).status_code == 403
    with pytest.raises(Refused):
        covering.describe_photo(experience=draft, by=clerk, photo=piece, values=SHOWN)


def test_what_was_said_meanwhile_stands_beside_ones_own(draft, clerk, piece):
    browser = signed_in(clerk)
    seen = browser.get(there("photo", piece)).context["seen"]
    said = {**SHOWN, "alt_text_es": "El portón"}
    covering.describe_photo(experience=draft, by=clerk, photo=piece, values=said)
    mine = {"seen": seen, "alt_text_es": "La cancha", "people_shown": "nobody"}
    answer = browser.post(there("photo", piece), mine)
    assert answer.status_code == 409
    assert "El portón" in answer.content.decode()
    with pytest.raises(Refused, match=r"at the same moment|al mismo tiempo"):
        covering.describe_photo(
            experience=draft,
            by=clerk,
            photo=piece,
            values=SHOWN,
            stands={"alt_text_es": piece.alt_text_es},
        )
    wrong = {**SHOWN, "people_shown": "minors"}
    with pytest.raises(Refused):
        covering.describe_photo(experience=draft, by=clerk, photo=piece, values=wrong)


def test_what_was_taken_down_stays_private_whatever_is_said(clerk, draft, piece):
    told = published(owner=draft.owner)
    public = files.ExperiencePhoto.objects.get(pk=piece.pk)
    public.pk, public.experience = None, told
    public.uuid = "6a1d2f4e-0000-4000-8000-000000000001"
    public.save(force_insert=True)
    by = staff_of(draft.owner, Role.COORDINATES)
    hidden_pictures.hide_photo(photo=public, by=by)
    made = covering.describe_photo(
        experience=draft, by=clerk, photo=piece, values=SHOWN
    )
    assert not made.public
