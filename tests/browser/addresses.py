"""The public templates, each by one address per language."""

from tests.security.test_error_pages import WAYS

PUBLIC = {
    "home": ("/es/", "/en/"),
    "network": ("/es/red/", "/en/network/"),
    "history": ("/es/red/historia/", "/en/network/history/"),
    "country": ("/es/red/paises/el-salvador/", "/en/network/countries/el-salvador/"),
    "association": (
        "/es/red/asociaciones/comures/",
        "/en/network/associations/comures/",
    ),
    "municipality": (
        "/es/red/municipios/sv-santa-tecla/",
        "/en/network/municipalities/sv-santa-tecla/",
    ),
    "log": ("/es/bitacora/", "/en/activities/"),
    "log-filtered": ("/es/bitacora/?country=SV", "/en/activities/?country=SV"),
    "log-without-results": (
        "/es/bitacora/?since=2090-01-01",
        "/en/activities/?since=2090-01-01",
    ),
    "experiences": ("/es/experiencias/", "/en/experiences/"),
    "experiences-filtered": (
        "/es/experiencias/?problem=08&sort=like&from=sv-nahuizalco",
        "/en/experiences/?problem=08&sort=like&from=sv-nahuizalco",
    ),
    "experiences-without-results": (
        "/es/experiencias/?problem=08&country=GT&stumbles=yes",
        "/en/experiences/?problem=08&country=GT&stumbles=yes",
    ),
    "experience": (
        "/es/experiencias/hn-puerto-cortes-tasa-de-seguridad/",
        "/en/experiences/hn-puerto-cortes-tasa-de-seguridad/",
    ),
    "experience-versions": (
        "/es/experiencias/hn-puerto-cortes-tasa-de-seguridad/versiones/",
        "/en/experiences/hn-puerto-cortes-tasa-de-seguridad/versions/",
    ),
    "experiences-compared": (
        "/es/experiencias/comparar/?e=hn-puerto-cortes-tasa-de-seguridad&e=sv-sonsonate-comite-y-espacios&e=gt-mixco-municipio-seguro",
        "/en/experiences/compare/?e=hn-puerto-cortes-tasa-de-seguridad&e=sv-sonsonate-comite-y-espacios&e=gt-mixco-municipio-seguro",
    ),
    "experiences-to-compare": (
        "/es/experiencias/comparar/",
        "/en/experiences/compare/",
    ),
    "twinnings": ("/es/hermanamientos/", "/en/twinnings/"),
    "twinnings-filtered": (
        "/es/hermanamientos/?country=GT&status=unknown",
        "/en/twinnings/?country=GT&status=unknown",
    ),
    "twinnings-without-results": (
        "/es/hermanamientos/?country=PA&management=rules",
        "/en/twinnings/?country=PA&management=rules",
    ),
    "twinning": (
        "/es/hermanamientos/condado-de-pinellas-colon-y-san-miguelito/",
        "/en/twinnings/condado-de-pinellas-colon-y-san-miguelito/",
    ),
    "counterpart": (
        "/es/hermanamientos/contrapartes/us-santa-ana/",
        "/en/twinnings/counterparts/us-santa-ana/",
    ),
    "exchange": ("/es/hermanamientos/intercambios/1/", "/en/twinnings/exchanges/1/"),
    "toolkit": ("/es/caja-de-herramientas/?pais=sv", "/en/toolkit/"),
    "step": (
        "/es/caja-de-herramientas/decidir-y-dar-mandato/",
        "/en/toolkit/decidir-y-dar-mandato/?country=gt",
    ),
    "norms": ("/es/caja-de-herramientas/normas/?pais=pa", "/en/toolkit/norms/"),
    "norm": (
        "/es/caja-de-herramientas/normas/pa-regimen-municipal/",
        "/en/toolkit/norms/pa-regimen-municipal/",
    ),
    "model-document": (
        "/es/caja-de-herramientas/documentos/acta-de-fundacion/?pais=sv",
        "/en/toolkit/documents/acta-de-fundacion/",
    ),
    "policies": ("/es/caja-de-herramientas/politicas/", "/en/toolkit/policies/"),
    "municipio-seguro": ("/es/municipio-seguro/", "/en/municipio-seguro/"),
    "instrument": (
        "/es/municipio-seguro/instrumento/",
        "/en/municipio-seguro/instrument/",
    ),
    "dimension": (
        "/es/municipio-seguro/instrumento/esp/",
        "/en/municipio-seguro/instrument/con/",
    ),
    "first-look": (
        "/es/municipio-seguro/primera-mirada/?show=1",
        "/en/municipio-seguro/first-look/?PAR-01=1&CON-01=0&FIN-07=3",
    ),
    "progress": ("/es/caja-de-herramientas/avance/", "/en/toolkit/progress/"),
    "guide": ("/es/caja-de-herramientas/guia/?pais=sv", "/en/toolkit/guide/"),
    "packs": ("/es/caja-de-herramientas/paquete/", "/en/toolkit/pack/"),
    "videos": ("/es/videos/", "/en/videos/"),
    "videos-filtered": ("/es/videos/?country=SV", "/en/videos/?country=SV"),
    "video": (
        "/es/videos/como-ver-un-video-con-pocos-datos/",
        "/en/videos/como-ver-un-video-con-pocos-datos/",
    ),
    "video-from-a-second": (
        "/es/videos/como-ver-un-video-con-pocos-datos/?t=15",
        "/en/videos/como-ver-un-video-con-pocos-datos/?t=15",
    ),
    "video-to-be-confirmed": (
        "/es/videos/sv-nahuizalco-video-del-programa/",
        "/en/videos/sv-nahuizalco-video-del-programa/",
    ),
    "search": ("/es/buscar/", "/en/search/"),
    "search-results": ("/es/buscar/?q=hermanamiento", "/en/search/?q=twinning"),
    "search-nothing": ("/es/buscar/?q=zzzzzzz", "/en/search/?q=zzzzzzz"),
    "search-mistyped": ("/es/buscar/?q=polisia", "/en/search/?q=preventoin"),
    "search-wrong": ("/es/buscar/?year=x", "/en/search/?year=x"),
    "glossary": ("/es/glosario/", "/en/glossary/"),
    "glossary-term": (
        "/es/glosario/comite-municipal-de-prevencion/",
        "/en/glossary/comite-municipal-de-prevencion/",
    ),
    "news": ("/es/noticias/", "/en/news/"),
    "agenda": ("/es/agenda/", "/en/events/"),
    "bulletins": ("/es/boletines/", "/en/bulletins/"),
    "help-lines": ("/es/lineas-de-ayuda/", "/en/help-lines/"),
    "contact": ("/es/contacto/", "/en/contact/"),
    "data": ("/es/datos/", "/en/data/"),
    "data-table": ("/es/datos/lugares/", "/en/data/places/"),
    "about": ("/es/acerca-de/", "/en/about/"),
    "timeline": ("/es/acerca-de/linea-de-tiempo/", "/en/about/timeline/"),
    "partner": ("/es/ser-socia/", "/en/becoming-a-partner/"),
    "privacy": ("/es/privacidad/", "/en/privacy/"),
    "help": ("/es/ayuda/", "/en/help/"),
    # The number stands for an activity with a photograph.
    "activity": ("/es/bitacora/{number}/", "/en/activities/{number}/"),
}
# Public forms, which bring the cookie of their token.
FORMS = {
    "ask": ("/es/preguntar/", "/en/ask/"),
    "ask-sent": ("/es/preguntar/enviada/", "/en/ask/sent/"),
    "bulletin-ask": ("/es/boletin/", "/en/bulletin/"),
    "bulletin-asked": ("/es/boletin/pedido/", "/en/bulletin/asked/"),
    "take-down": ("/es/pedir-retiro/", "/en/take-down/"),
}
SIGN_IN = ("/es/cuenta/entrar/", "/en/account/sign-in/")
ADDRESSES = [(name, address) for name, pair in PUBLIC.items() for address in pair]
NAMES = [f"{name}-{address[1:3]}" for name, address in ADDRESSES]
FORM_ADDRESSES = [address for pair in FORMS.values() for address in pair]
# What editors compose, by its name in the fixture that makes it.
COMPOSED = ("news-item", "event", "event-by-invitation", "bulletin", "standard")
REFUSALS = [
    *(f"{status}-{language}" for status in (*WAYS, 503) for language in ("es", "en")),
    # In both languages at once.
    "500-es",
]
