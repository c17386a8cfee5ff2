"""Makes published pages for tests."""

import datetime
from typing import Any

from django.core.files.base import ContentFile

from amuprev.foundation.models import Picture
from amuprev.site.models import (
    BulletinIndexPage,
    BulletinPage,
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from tests.foundation import upload_samples as samples

BODY = [
    ("heading", {"text": "Una parte", "level": "2"}),
    ("paragraph", "<p>Un párrafo con <b>fuerza</b>.</p>"),
    ("quote", {"text": "Se habló.", "who": "Quien lo dijo", "source": ""}),
    (
        "figures",
        {
            "title": "Cifras",
            "figures": [{"value": "12", "counts": "talleres"}],
            "source": "La red, 2026",
        },
    ),
    (
        "accordion",
        {"items": [{"question": "¿Quién puede?", "answer": "<p>Cualquiera.</p>"}]},
    ),
    (
        "video",
        {
            "title": "Un video",
            "address": "https://video.example/1",
            "minutes": 3,
            "summary": "Se ve la plaza.",
        },
    ),
    (
        "table",
        {
            "caption": "Talleres por mes",
            "columns": [
                {"type": "text", "heading": "Mes"},
                {"type": "number", "heading": "Talleres"},
            ],
            "rows": [{"values": ["Julio", "4"]}],
        },
    ),
]
_made = iter(range(1, 1_000_000))


def _publish(parent: Any, model: type, **given: Any) -> Any:
    number = next(_made)
    values = {
        "slug": f"pagina-{number}",
        "title": f"Página {number}",
        "lead": f"Lo que cuenta la página {number}.",
        **given,
    }
    page = model(locale=parent.locale, **values)
    if "body" not in given:
        page.body = page.body.stream_block.normalize(BODY)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def a_picture(**said: Any) -> Picture:
    """A picture of nobody, in the editors' library."""
    picture = Picture(title="La plaza", **{"people_shown": "nobody", **said})
    content = ContentFile(samples.photo(size=(1200, 800)))
    picture.file.save("plaza.jpg", content, save=False)
    picture.save()
    return picture


def _of(model: type, language: str) -> Any:
    return model.objects.get(locale__language_code=language)


def a_news(language: str = "es", **given: Any) -> NewsPage:
    """A piece of news."""
    return _publish(_of(NewsIndexPage, language), NewsPage, **given)


def an_event(language: str = "es", **given: Any) -> EventPage:
    """An event, over since 2026-03-12 unless told otherwise."""
    values = {"day": "2026-03-12", "country": "SV", **given}
    for name in ("day", "end_day"):
        if isinstance(values.get(name), str):
            values[name] = datetime.date.fromisoformat(values[name])
    for name in ("start_time", "end_time"):
        if isinstance(values.get(name), str):
            values[name] = datetime.time.fromisoformat(values[name])
    return _publish(_of(EventIndexPage, language), EventPage, **values)


def a_bulletin(language: str = "es", **given: Any) -> BulletinPage:
    """An issue of the bulletin."""
    values = {"year": 2026, "quarter": 3, **given}
    return _publish(_of(BulletinIndexPage, language), BulletinPage, **values)


def a_standard(language: str = "es", **given: Any) -> StandardPage:
    """A page of prose."""
    return _publish(_of(HomePage, language), StandardPage, **given)
