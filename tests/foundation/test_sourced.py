"""Sources as each reader is told them: never the other language unmarked."""

import pytest
from django.utils.translation import override

from amuprev.foundation.sourced import Source, told_source

WEB = "https://a.example/"


@pytest.mark.parametrize(
    ("line", "spanish", "english"),
    [
        ("Ley | " + WEB + " | Act", Source("Ley", WEB), Source("Act", WEB)),
        ("Hoja |  | Leaflet", Source("Hoja"), Source("Leaflet")),
        ("Ley | " + WEB, Source("Ley", WEB), Source("Ley", WEB, "es")),
        ("Ley", Source("Ley"), Source("Ley", "", "es")),
        (WEB, Source(WEB), Source(WEB, "", "es")),
        (" | " + WEB, Source(WEB, WEB), Source(WEB, WEB)),
        ("Ley | " + WEB + " | Act | x", Source("Ley", WEB), Source("Act", WEB)),
        (
            "Ley | javascript:x | Act",
            Source("Ley, javascript:x"),
            Source("Act, javascript:x"),
        ),
        ("  ", Source(""), Source("")),
    ],
)
def test_a_line_in_each_language(line, spanish, english):
    with override("es"):
        assert told_source(line) == spanish
    with override("en"):
        assert told_source(line) == english
