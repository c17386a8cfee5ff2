"""Every figure, by the module that measures it: bench/<name>.py has measure()."""

from typing import Any

from bench.figure import Figure

# What each list is narrowed by; bench/growth.py has the addresses.
PUBLIC = (
    "public list",
    "public list, page 50",
    "public list by country",
    "public list by association",
    "public list by municipality",
    "public list by kind",
    "public list by theme",
    "public list by level",
    "public list by group",
    "public list by year",
    "public list by period of days",
    "public list by country, kind and level",
    "home",
    "page of a municipality",
    "page of a country",
    "page of an association",
)
OWN = (
    "secretariat's list",
    "secretariat's list, far down",
    "secretariat's list by word",
    "secretariat's list by rare word",
    "secretariat's list by state",
    "secretariat's list by kind",
    "secretariat's list by organisation",
    "secretariat's list by period",
    "reviewer's list",
    "reviewer's list by word",
    "reviewer's list by state",
    "reviewer's list by kind",
)
ADMIN = (
    "admin list",
    "admin list by word",
    "admin list by rare word",
    "admin list by number",
    "admin list by what is overdue",
    "admin list by what is hidden",
    "admin list by state",
    "admin list by country",
    "admin list by kind",
    "admin list by this month",
    "admin list by when it was sent",
)

# A word for each frequency, see bench/search.py; what it may cost at a hundred times
# as many documents.
SEARCHED = {
    f"{language}: {how} word{bare}": growth
    for language in ("es", "en")
    for how, growth in (("rare", 1.5), ("middling", 12.0), ("commonest", 12.0))
    for bare in ("", ", no accents")
}

# Of the landing with its map and of single pages; at 500 and at 5,000 twinnings.
TWINNED = tuple(
    f"{page}{measured}{many}"
    for page in (
        "landing with its map",
        "landing, two filters",
        "landing, last page",
        "page of a twinning",
        "page of an exchange",
    )
    for measured in ("", ": queries", ": weight")
    for many in (", 500", "")
)
TWINNED_GOALS: dict[str, dict[str, Any]] = {
    "queries": {"unit": "asked", "growth": 1.0, "at_most": 8},
    "weight": {"unit": "bytes", "at_most": 18_000},
    "": {"unit": "ms", "at_most": 80},
}


def twinned(name: str) -> Figure:
    """A page's time, how much it asks, or its weight; each by its own goal."""
    measured = name.partition(": ")[2].partition(",")[0]
    return Figure("G5", name, **TWINNED_GOALS[measured])


FIGURES: dict[str, tuple[Figure, ...]] = {
    "growth": (
        *(Figure("G3", name, "ms", growth=1.3, at_most=80) for name in PUBLIC),
        *(Figure("G3", name, "ms", growth=1.3, at_most=80) for name in OWN),
        *(Figure("G4", name, "ms", growth=1.3, at_most=300) for name in ADMIN),
    ),
    "experiences": (
        *(
            Figure("G1", f"experiences, {name}", "ms", growth=1.3, at_most=60)
            for name in (
                "two filters, page 1",
                "two filters, last page",
                "all",
                "like mine",
                "near",
                "varied, p95",
            )
        ),
        Figure("P8", "experiences, staff, p95", "ms", at_most=80),
        Figure("G1", "experiences, last page by page 1", "times", at_most=1.3),
    ),
    "assessments": (Figure("MS", "recomputing an assessment", "ms", at_most=20),),
    "twinnings": (
        *map(twinned, TWINNED),
        Figure("G5", "landing, read anew, 500", "ms"),
        Figure("G5", "landing, read anew", "ms", at_most=400),
        Figure("G5", "twinnings, 500", "pieces", at_least=500),
        Figure("G5", "twinnings", "pieces", at_least=5_000),
    ),
    "search": (
        *(
            Figure("G2", f"search {name}", "ms", growth=growth, at_most=150)
            for name, growth in SEARCHED.items()
        ),
        *(Figure("G2", f"Wagtail's own, {name}", "ms") for name in SEARCHED),
        *(
            Figure(
                "G2",
                f"search {name}, stands in",
                "%",
                at_least=95 if "commonest" in name else None,
            )
            for name in SEARCHED
            if "accents" not in name
        ),
        Figure("G2", "documents in the search", "pieces", at_least=100_000),
    ),
    "exports": (
        Figure("P11", "CSV: first byte", "ms", at_most=300),
        Figure("P11", "CSV: rows a second", "rows/s", at_least=60_000),
        Figure("P11", "CSV: memory that the server grows by", "MiB", at_most=32),
        Figure("P11", "CSV: time for a row", "µs", growth=1.15),
        Figure("P11", "XLSX: rows a second", "rows/s", at_least=8_000),
        Figure("P11", "XLSX: memory that the server grows by", "MiB", at_most=64),
    ),
}
