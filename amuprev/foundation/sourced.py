"""What records that were learnt somewhere have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

WEB = ("https://", "http://")


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
    def source_list(self) -> list[dict[str, str]]:
        """The sources as title and address; without one where a browser would not just
        go there: then what was written stands as words."""
        listed = []
        for line in self.sources.splitlines():
            title, _bar, address = (part.strip() for part in line.partition("|"))
            leads = address.lower().startswith(WEB)
            words = (
                title or address if leads else ", ".join(filter(None, [title, address]))
            )
            if words:
                listed.append({"title": words, "url": address if leads else ""})
        return listed
