"""The public templates, each by one address per language."""

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
    # The number stands for an activity with a photograph.
    "activity": ("/es/bitacora/{number}/", "/en/activities/{number}/"),
}
SIGN_IN = ("/es/cuenta/entrar/", "/en/account/sign-in/")
ADDRESSES = [(name, address) for name, pair in PUBLIC.items() for address in pair]
NAMES = [f"{name}-{address[1:3]}" for name, address in ADDRESSES]
