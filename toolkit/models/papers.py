"""Model documents, whose places a municipality fills, and the programme's publications."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from toolkit.models.keyed import Keyed


class ModelDocument(Keyed):
    """A model of a document in both languages, with named places to fill."""

    description = models.TextField(_("description"))
    body = models.TextField(
        _("text"),
        help_text=_(
            "# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a "
            "place to fill; @norms, @members and their like are filled by the portal."
        ),
    )
    # Name and label of each place that a person fills: [name, Spanish, English].
    fields = models.JSONField(_("places to fill"), default=list, blank=True)
    # Grows when the text changes: a printed copy says which one it is.
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    changed_on = models.DateField(_("changed on"), default=timezone.localdate)

    title_es: str | None
    title_en: str | None
    body_es: str | None
    body_en: str | None

    objects = models.Manager()

    class Meta(Keyed.Meta):
        verbose_name = _("model document")
        verbose_name_plural = _("model documents")
        constraints = (
            models.CheckConstraint(
                condition=Q(version__gte=1), name="model_document_has_a_version"
            ),
        )


class Publication(Keyed):
    """A publication of the programme, described and linked; nothing of it stands here."""

    publisher = models.CharField(_("publisher"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    description = models.TextField(_("description"))
    address = models.URLField(_("address"), max_length=500, blank=True)

    title_es: str | None
    title_en: str | None

    objects = models.Manager()

    class Meta(Keyed.Meta):
        verbose_name = _("publication of the programme")
        verbose_name_plural = _("publications of the programme")
