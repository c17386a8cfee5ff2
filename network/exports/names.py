"""The names that rows of an export point at, read once for the whole file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from network.addresses import activity_address
from network.models import (
    ActivityKind,
    Organisation,
    Place,
    PopulationGroup,
    Setting,
    Theme,
)

LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class Named:
    """An entry of a list: its permanent key, its names, and where it stands."""

    key: str
    es: str
    en: str
    rank: int
    place: int | None = None

    def both(self) -> dict[str, Any]:
        """Key and names for files that carry both languages; unknown is null."""
        return {"key": self.key, "name": {"es": self.es, "en": self.en or None}}


class Listed(dict[int | None, Any]):
    """A whole list by its keys; what was added to it meanwhile is asked for."""

    def __init__(self, model: Any, key: str = "key", *more: str) -> None:
        super().__init__({None: None})
        # Rewritten by modeltranslation, the columns would come in no fixed order.
        self.rows = model.objects.rewrite(False).values_list(
            "pk", key, "name_es", "name_en", *more
        )
        self._add(self.rows)

    def _add(self, rows: Iterable[tuple]) -> None:
        for pk, slug, es, en, *rest in rows:
            self[pk] = Named(slug, es or "", en or "", len(self), *rest)

    def __missing__(self, pk: int) -> Named:
        self._add(self.rows.filter(pk=pk))
        return self[pk]


class Words(dict[int | None, str | None]):
    """The names of a list in the reader's language; in Spanish where there is no other."""

    def __init__(self, listed: Listed, language: str) -> None:
        super().__init__({None: None})
        self.listed = listed
        self.english = language == "en"

    def __missing__(self, pk: int) -> str:
        entry = self.listed[pk]
        self[pk] = word = (self.english and entry.en) or entry.es or entry.key
        return word


class Names:
    """Every name an export may need, in the language active when it is begun.

    For the public a hidden cell is a word; `own` people read their own figures.
    """

    def __init__(self, *, own: bool = False) -> None:
        self.own = own
        self.language = language_in_use()
        self.lists = {
            "owners": Listed(Organisation, "slug", "place_id"),
            "places": Listed(Place, "slug", "pk"),
            "kinds": Listed(ActivityKind),
            "settings": Listed(Setting),
            "themes": Listed(Theme),
            "groups": Listed(PopulationGroup),
        }
        self.words = {
            key: Words(listed, self.language) for key, listed in self.lists.items()
        }
        self.fewer = _("fewer than 5")
        self.withheld = _("withheld")
        self.yes_no = (_("no"), _("yes"))
        self.site = settings.SITE_URL
        path = reverse("network:activity", args=[0]) if own else activity_address(0)
        # What stands before and after the number of an activity in its address.
        before, _number, after = path.rpartition("0")
        self.address = (self.site + before, after)
        self._choices: dict[Any, dict[Any, str]] = {}

    def choices(self, fixed: Any) -> dict[Any, str]:
        """The words of a fixed list by their codes."""
        if fixed not in self._choices:
            with override(self.language):
                self._choices[fixed] = {each.value: str(each.label) for each in fixed}
        return self._choices[fixed]
