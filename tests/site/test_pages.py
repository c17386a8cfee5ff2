"""The pages that editors compose, as readers get them."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from amuprev.site.models import EventPage
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, a_standard, an_event

pytestmark = pytest.mark.django_db

INDEXES = {
    "es": ("noticias", "agenda", "boletines", "contacto"),
    "en": ("news", "events", "bulletins", "contact"),
}


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_area_has_its_page_in_each_language(client, language):
    for word in INDEXES[language]:
        page = read(client, f"/{language}/{word}/")
        assert page.count("<h1") == 1
        assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("make", [a_news, an_event, a_bulletin, a_standard])
def test_each_kind_of_page_is_read_in_each_language(client, make, language):
    page = make(language, title="Lo que pasó en la plaza")
    told = read(client, page.url)
    assert told.count("<h1") == 1
    assert "Lo que pasó en la plaza" in told
    for words in ("Una parte", "Un párrafo", "Quien lo dijo", "¿Quién puede?"):
        assert words in told
    assert "talleres" in told
    assert "Julio" in told


def test_news_stand_in_their_list_the_latest_first(client):
    a_news("es", title="La primera", day="2026-01-05")
    a_news("es", title="La segunda", day="2026-02-05")
    a_news("en", title="Elsewhere", day="2026-03-05")
    told = read(client, "/es/noticias/")
    assert told.index("La segunda") < told.index("La primera")
    assert "Elsewhere" not in told
    assert "5 de febrero de 2026" in told


def test_of_an_event_by_invitation_only_month_and_country_are_told(client):
    soon = timezone.localdate() + datetime.timedelta(days=40)
    event = an_event(
        "es",
        title="Encuentro secreto",
        admission="invitation",
        day=soon,
        lead="Con la alcaldesa",
        place_name="Santa Tecla",
    )
    for address in ("/es/agenda/", event.url):
        told = read(client, address)
        assert "Evento por invitación" in told
        assert "El Salvador" in told
        for secret in ("secreto", "alcaldesa", "Santa Tecla", f"{soon.day} de "):
            assert secret not in told, (address, secret)
    assert event.url not in read(client, "/es/agenda/")
    event.day = timezone.localdate() - datetime.timedelta(days=2)
    event.save_revision().publish()
    told = read(client, event.url)
    assert "Encuentro secreto" in told
    assert "Santa Tecla" in told
    assert event in EventPage.objects.told_in_full()


@pytest.mark.parametrize(
    ("said", "box", "sentence"),
    [
        ({"end_day": "2026-03-01"}, "end_day", "antes de empezar"),
        ({"start_time": "20:00", "end_time": "01:00"}, "end_time", "medianoche"),
        ({"end_time": "11:00"}, "start_time", "hora en que empieza"),
        (
            {
                "day": "2026-03-08",
                "start_time": "02:30",
                "time_zone": "America/New_York",
            },
            "start_time",
            "saltan",
        ),
    ],
)
def test_hours_that_cannot_be_are_told_beside_their_box(said, box, sentence):
    with pytest.raises(ValidationError) as refused:
        an_event("es", **{"day": "2026-03-12", **said})
    assert sentence in " ".join(refused.value.message_dict[box])
    assert not EventPage.objects.exists()


def test_an_event_may_cross_midnight_and_is_read_on_its_own_clocks(client):
    event = an_event(
        "es",
        day="2026-03-12",
        start_time="20:00",
        end_day="2026-03-13",
        end_time="01:00",
        time_zone="America/Santo_Domingo",
        country="DO",
    )
    assert event.starts_at.isoformat() == "2026-03-13T00:00:00+00:00"
    assert event.ends_at.isoformat() == "2026-03-13T05:00:00+00:00"
    told = read(client, event.url)
    assert "20:00" in told
    assert "13 de marzo de 2026, 01:00" in told
    assert "República Dominicana" in told
