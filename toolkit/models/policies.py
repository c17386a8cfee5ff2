"""The public register of what municipalities approved to prevent violence."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced
from network.models import Organisation
from toolkit.choices import PolicyKind
from toolkit.models.keyed import somebody
from toolkit.queries import PolicyQuerySet


class MunicipalPolicy(Sourced):
    """A policy or plan of a municipality: its period, its act, where it can be read."""

    key = models.SlugField(
        _("key"), max_length=80, unique=True, null=True, blank=True, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="prevention_policies",
        verbose_name=_("municipality"),
    )
    kind = models.CharField(
        _("kind"), max_length=6, choices=PolicyKind.choices, default=PolicyKind.PLAN
    )
    title = models.CharField(_("title"), max_length=250)
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    act = models.CharField(_("act that approved it"), max_length=250, blank=True)
    act_on = models.DateField(_("day of the act"), null=True, blank=True)
    address = models.URLField(_("where it can be read"), max_length=500, blank=True)
    proposed_by = somebody(_("registered by"))
    # Whoever wrote what stands there now: they do not publish it either.
    written_by = somebody(_("last written by"))
    published_at = models.DateTimeField(
        _("public since"), null=True, blank=True, editable=False
    )
    published_by = somebody(_("published by"))
    hidden_at = models.DateTimeField(
        _("hidden since"), null=True, blank=True, editable=False
    )
    hidden_by = somebody(_("hidden by"))
    version = models.PositiveIntegerField(default=1, editable=False)

    title_es: str | None
    title_en: str | None

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("prevention policy or plan of a municipality")
        verbose_name_plural = _("prevention policies and plans of municipalities")
        ordering = ("-from_year", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(from_year__isnull=True)
                | Q(to_year__isnull=True)
                | Q(to_year__gte=F("from_year")),
                name="policy_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
        )

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    @property
    def is_public(self) -> bool:
        """True when the world may read it now."""
        published = self.published_at is not None and self.hidden_at is None
        return published and self.owner.shown
