"""The page trees that public pages hang from, planted for a test."""

from wagtail.models import Locale, Page, Site

from amuprev.site.models import (
    BulletinIndexPage,
    ContactPage,
    DataLandingPage,
    EventIndexPage,
    HomePage,
    NewsIndexPage,
)
from amuprev.site.models.base import ComposedPage
from experiences.models import ExperienceLandingPage, VideoLandingPage
from municipio_seguro.models import MunicipioSeguroLandingPage
from network.models import (
    ActivityLandingPage,
    GlossaryLandingPage,
    NetworkLandingPage,
)
from toolkit.models import ToolkitLandingPage
from twinnings.models import TwinningLandingPage

LANDINGS = (
    (NetworkLandingPage, {"es": "La red", "en": "The network"}),
    (ActivityLandingPage, {"es": "Bitácora", "en": "Activities"}),
    (TwinningLandingPage, {"es": "Hermanamientos", "en": "Twinnings"}),
    (ToolkitLandingPage, {"es": "Caja de herramientas", "en": "Toolkit"}),
    (ExperienceLandingPage, {"es": "Experiencias", "en": "Experiences"}),
    (VideoLandingPage, {"es": "Videos", "en": "Videos"}),
    (
        MunicipioSeguroLandingPage,
        {"es": "Municipio Seguro", "en": "Municipio Seguro (safe municipality)"},
    ),
    (NewsIndexPage, {"es": "Noticias", "en": "News"}),
    (EventIndexPage, {"es": "Agenda", "en": "Events"}),
    (BulletinIndexPage, {"es": "Boletines", "en": "Bulletins"}),
    (DataLandingPage, {"es": "Datos abiertos", "en": "Open data"}),
    (ContactPage, {"es": "Contacto", "en": "Contact"}),
    (GlossaryLandingPage, {"es": "Glosario", "en": "Glossary"}),
)


# What pages that editors compose cannot be without.
WORDS = {"lead": "Lo que aquí se cuenta."}


def plant_pages() -> None:
    """A home page and the landings in both languages, as the initial content makes;
    nothing where they stand already."""
    if HomePage.objects.exists():
        return
    root = Page.objects.get(depth=1)
    homes = {}
    for language in ("es", "en"):
        locale = Locale.objects.get(language_code=language)
        home = HomePage(title="AMUPREV", slug=f"amuprev-{language}", locale=locale)
        homes[language] = root.add_child(instance=home)
    homes["en"].translation_key = homes["es"].translation_key
    homes["en"].save()
    for model, titles in LANDINGS:
        keys = {}
        for language, home in homes.items():
            page = model(
                title=titles[language],
                slug=model.fixed_slugs[language],
                locale=home.locale,
                show_in_menus=model.show_in_menus_default,
                **(WORDS if issubclass(model, ComposedPage) else {}),
            )
            home.add_child(instance=page)
            keys[language] = page
        keys["en"].translation_key = keys["es"].translation_key
        keys["en"].save()
    site = Site.objects.get()
    site.root_page = homes["es"]
    site.save()
