"""Permanent public addresses of the network's records."""

from amuprev.foundation.addresses import area_address, language_in_use
from network.choices import OrganisationKind

SECTIONS = {
    "associations": {"es": "asociaciones", "en": "associations"},
    "municipalities": {"es": "municipios", "en": "municipalities"},
    "countries": {"es": "paises", "en": "countries"},
    "history": {"es": "historia", "en": "history"},
}

COUNTRY_SLUGS = {
    "BZ": {"es": "belice", "en": "belize"},
    "CR": {"es": "costa-rica", "en": "costa-rica"},
    "DO": {"es": "republica-dominicana", "en": "dominican-republic"},
    "GT": {"es": "guatemala", "en": "guatemala"},
    "HN": {"es": "honduras", "en": "honduras"},
    "NI": {"es": "nicaragua", "en": "nicaragua"},
    "PA": {"es": "panama", "en": "panama"},
    "SV": {"es": "el-salvador", "en": "el-salvador"},
}

KIND_SECTIONS: dict[str, str] = {
    OrganisationKind.ASSOCIATION: "associations",
    OrganisationKind.MUNICIPALITY: "municipalities",
}

FEED_WORDS = {"es": "novedades", "en": "feed"}
DOWNLOAD_WORDS = {"es": "descarga", "en": "download"}
# The two sizes of a picture. Addresses once held the English words in both languages.
SIZE_WORDS = {
    "small": {"es": "reducida", "en": "small"},
    "large": {"es": "completa", "en": "large"},
}


def section_key(word: str, language: str) -> str | None:
    """Which section a word of the address names in that language, if any."""
    for key, words in SECTIONS.items():
        if words[language] == word:
            return key
    return None


def section_address(key: str, *parts: str, language: str | None = None) -> str:
    """The path of a section of the network, or of a record in it."""
    code = language_in_use(language)
    return area_address("network", SECTIONS[key][code], *parts, language=code)


def organisation_address(kind: str, slug: str, language: str | None = None) -> str:
    """The path of an organisation's page; empty when its kind has no page."""
    section = KIND_SECTIONS.get(kind)
    return section_address(section, slug, language=language) if section else ""


def country_address(country: str, language: str | None = None) -> str:
    """The path of a country's page; empty for countries outside the region."""
    slugs = COUNTRY_SLUGS.get(country)
    code = language_in_use(language)
    return section_address("countries", slugs[code], language=code) if slugs else ""


def country_of_slug(slug: str, language: str) -> str | None:
    """The ISO code of the country whose page has this slug in that language."""
    for country, slugs in COUNTRY_SLUGS.items():
        if slugs[language] == slug:
            return country
    return None


def activity_address(pk: int, language: str | None = None) -> str:
    """The path of an activity's public page."""
    return area_address("activities", str(pk), language=language)


def size_word(size: str, language: str | None = None) -> str:
    """The last word of a picture's address."""
    return SIZE_WORDS[size][language_in_use(language)]


def size_named(word: str) -> str | None:
    """The size that a word of an address names, in either language."""
    for size, words in SIZE_WORDS.items():
        if word in words.values():
            return size
    return None


def evidence_address(
    activity: int, key: object, size: str, language: str | None = None
) -> str:
    """The path of a public photo or document of an activity."""
    word = size_word(size, language)
    return area_address("activities", str(activity), str(key), word, language=language)


def download_address(extension: str, language: str | None = None) -> str:
    """The path of the public log as a file."""
    code = language_in_use(language)
    landing = area_address("activities", language=code)
    return f"{landing}{DOWNLOAD_WORDS[code]}.{extension}"


def feed_address(section: str = "", slug: str = "", language: str | None = None) -> str:
    """The path of the log's feed, or of that of a country or municipality."""
    code = language_in_use(language)
    parts = [FEED_WORDS[code]]
    if section:
        parts += [SECTIONS[section][code], slug]
    return f"{area_address('activities', *parts, language=code).rstrip('/')}.atom"


def country_feed_address(country: str, language: str | None = None) -> str:
    """The path of the feed of a country's activities."""
    code = language_in_use(language)
    return feed_address("countries", COUNTRY_SLUGS[country][code], code)
