"""What dated facts and sourced records have in common."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Dated(models.Model):
    """A fact that holds between two days; an empty end means «still»."""

    # No manager here: each model names its own, through which its fields are known.
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
        )


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
        """The sources as title and address; the address may be empty."""
        listed = []
        for line in self.sources.splitlines():
            title, _bar, address = (part.strip() for part in line.partition("|"))
            if title or address:
                listed.append({"title": title or address, "url": address})
        return listed
