"""What records that were learnt somewhere have in common."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.addresses import language_in_use

WEB = ("https://", "http://")


@dataclass(frozen=True)
class Source:
    """A source as its reader sees it; `lang` where its title is not in their language."""

    title: str
    url: str = ""
    lang: str = ""


def told_source(line: str) -> Source:
    """A line «title | address | title in English»; the last two may be missing.

    Without an address where a browser would not just go there: then what was written
    stands as words.
    """
    title, address, english, *_rest = (*(p.strip() for p in line.split("|")), "", "")
    in_english = language_in_use() == "en"
    shown = (english or title) if in_english else (title or english)
    lang = "es" if in_english and title and not english else ""
    if address.lower().startswith(WEB):
        return Source(shown or address, address, lang)
    return Source(", ".join(filter(None, [shown, address])), "", lang)


class Sourced(models.Model):
    """A record that says where it was learnt and what is not known."""

    sources = models.TextField(
        _("sources"),
        blank=True,
        help_text=_("One per line: title | address."),
    )
    doubts = models.TextField(_("what we do not know"), blank=True)

    class Meta:
        abstract = True

    @property
    def source_list(self) -> list[Source]:
        """The sources in the reader's language, as far as they are named in it."""
        told = map(told_source, self.sources.splitlines())
        return [source for source in told if source.title]
