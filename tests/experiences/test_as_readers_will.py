"""A draft read whole, as its public page will tell it, with what stays private marked."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.models import Experience, ExperiencePartner
from experiences.services import corrections
from network.choices import PeopleShown, Role
from tests.experiences.factories import (
    FULL,
    ExperienceFactory,
    OutcomeFactory,
    PhotoFactory,
    SentExperienceFactory,
    VoiceFactory,
    published,
)
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)

pytestmark = pytest.mark.django_db
PRIVATE = "private-mark"


def at(experience):
    return reverse("experiences:as_read", args=[experience.pk])


def read(browser, experience):
    answer = browser.get(at(experience))
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def words(page):
    return " ".join(" ".join(page.itertext()).split())


@pytest.fixture
def draft():
    made = ExperienceFactory(summary_es="Un parque cuidado.", doubts_es="El año.")
    OutcomeFactory(experience=made)
    return made


def test_its_writer_reads_what_the_world_will_read(draft):
    Experience.objects.filter(pk=draft.pk).update(reflection_es="A medias todavía.")
    VoiceFactory(experience=draft)
    page = read(signed_in(staff_of(draft.owner)), draft)
    told = words(page.find(".//main"))
    for each in (
        draft.title_es, "Un parque cuidado.", "Texto de problem.", "Antes nadie venía.",
        "Más jóvenes usan el parque", "Ficha corta", "El año.",
    ):  # fmt: skip
        assert each in told, each
    (kept,) = page.xpath("//*[@id='kept-back']")
    assert "A medias todavía." in words(kept)
    assert kept.find_class(PRIVATE)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    for link in page.xpath("//nav[@class='side-index']//a/@href"):
        assert page.xpath(f"//*[@id='{link[1:]}']"), link


def test_what_stays_private_is_shown_and_marked(draft):
    VoiceFactory(experience=draft, text_es="Sin permiso.", consented=False)
    PhotoFactory(experience=draft, alt_text_es="Una calle")
    PhotoFactory(
        experience=draft,
        alt_text_es="La niñez",
        people_shown=PeopleShown.MINORS,
        public=False,
    )
    ExperiencePartner.objects.create(
        experience=draft, kind="school", name="Parroquia San José"
    )
    page = read(signed_in(staff_of(draft.owner)), draft)
    marks = [words(each) for each in page.find_class(PRIVATE)]
    assert len(marks) == 4  # with the one that explains them
    told = words(page.find(".//main"))
    assert "Sin permiso." in told
    assert "Parroquia" not in told
    files = page.xpath("//figure//img/@src")
    assert len(files) == 2
    assert all("/espacio/" in each for each in files)


def test_a_full_one_tells_its_moments_in_their_place():
    full = SentExperienceFactory(told=FULL, summary_es="Resumen.")
    OutcomeFactory(experience=full)
    page = read(signed_in(editor_of_the_portal()), full)
    assert page.xpath("//section[@id='reflection']")
    assert not page.xpath("//*[@id='kept-back']")
    full.refresh_from_db()
    assert full.full is False


def test_who_may_not_read_the_draft_finds_nothing(draft):
    neighbour = signed_in(staff_of(MunicipalityFactory(), Role.COORDINATES))
    assert neighbour.get(at(draft)).status_code == 404
    assert signed_in(editor_of_the_portal()).get(at(draft)).status_code == 404


def test_a_correction_is_read_as_it_will_stand():
    told = published()
    clerk = staff_of(told.owner)
    made = corrections.start_correction(experience=told, by=clerk)
    Experience.objects.filter(pk=made.pk).update(problem_es="Dicho de nuevo.")
    page = read(signed_in(clerk), made)
    assert "Dicho de nuevo." in words(page.find(".//main"))
    address = reverse("experiences:experience", args=[made.pk])
    desk = signed_in(clerk).get(address).content.decode()
    assert at(made) in desk
