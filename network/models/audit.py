"""The audit trail: who did what, when and in which role; never what the text said."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Act, Outcome, Role
from network.models.organisations import Organisation


def known_acts() -> list[tuple[str, Any]]:
    """The kinds of act; asked for late, so that a new one changes no table."""
    return Act.choices


class AuditSeal(models.Model):
    """A link of the chain: the fingerprint of a batch of entries and of the seal before."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("on"), default=timezone.now)
    entries_count = models.PositiveIntegerField(_("entries"))
    previous = models.CharField(_("seal before"), max_length=64, blank=True)
    hash = models.CharField(_("fingerprint"), max_length=64)

    class Meta:
        verbose_name = _("seal of the audit trail")
        verbose_name_plural = _("seals of the audit trail")
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.number}: {self.hash[:12]}"


class AuditEntry(models.Model):
    """One act: the network's memory of who changed, exported or was refused what.

    Append-only: triggers of the database refuse changes and deletions. It holds
    codes, pointers and fingerprints; values stand in the record's own history.
    """

    at = models.DateTimeField(_("on (UTC)"), default=timezone.now)
    # Entries outlive everything they point at: no constraint, nothing to update.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("who"),
    )
    role = models.CharField(
        _("in which role"), max_length=12, choices=Role.choices, blank=True
    )
    office = models.ForeignKey(
        Organisation,
        models.DO_NOTHING,
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("role held in"),
    )
    act = models.CharField(_("act"), max_length=30, choices=known_acts)
    outcome = models.CharField(
        _("outcome"), max_length=7, choices=Outcome.choices, default=Outcome.DONE
    )
    record_kind = models.CharField(_("kind of record"), max_length=60, blank=True)
    record_key = models.CharField(_("record"), max_length=60, blank=True)
    owner = models.ForeignKey(
        Organisation,
        models.DO_NOTHING,
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("whose record"),
    )
    digest = models.CharField(_("fingerprint of the record"), max_length=64, blank=True)
    history = models.BigIntegerField(_("version in its history"), null=True, blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)
    seal = models.ForeignKey(
        AuditSeal,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name=_("seal"),
    )

    class Meta:
        verbose_name = _("entry of the audit trail")
        verbose_name_plural = _("audit trail")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("record_kind", "record_key", "-id")),
            models.Index(fields=("owner", "-id")),
            models.Index(fields=("actor", "-id")),
            models.Index(fields=("act", "-id")),
            models.Index(
                fields=("id",),
                name="audit_unsealed",
                condition=models.Q(seal__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act}"

    @property
    def record_name(self) -> str:
        """What kind of record it is about, in words; its code when it is gone."""
        try:
            return str(apps.get_model(self.record_kind)._meta.verbose_name)
        except (LookupError, ValueError):
            return self.record_kind
