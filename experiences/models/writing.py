"""How an experience is written by several people, one after the other, and reviewed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from experiences.choices import Section
from experiences.models.experiences import Experience
from network.choices import ReviewState


def somebody(label: Any) -> models.ForeignKey:
    """Whoever did something; the record stays when their account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class SectionState(models.Model):
    """Which version of a section stands, who saved it, and what its editor asked for."""

    experience = models.ForeignKey(
        Experience, models.CASCADE, related_name="section_states"
    )
    section = models.CharField(_("section"), max_length=20, choices=Section.choices)
    version = models.PositiveIntegerField(_("version"), default=0)
    saved_by = somebody(_("last saved by"))
    saved_at = models.DateTimeField(_("last saved on"), null=True, blank=True)
    # What the editors ask for; it stays until the section is published.
    note = models.TextField(_("note from the review"), blank=True)
    noted_at = models.DateTimeField(_("noted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("section of an experience")
        verbose_name_plural = _("sections of an experience")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("experience", "section"), name="one_state_for_a_section"
            ),
        )

    def __str__(self) -> str:
        return self.get_section_display()

    @property
    def answered(self) -> bool:
        """True when the section was saved after its note was written."""
        return bool(self.noted_at and self.saved_at and self.saved_at > self.noted_at)


class ExperienceStep(models.Model):
    """One step in the life of an experience: who moved it, when, and with what note."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="steps")
    from_state = models.CharField(
        pgettext_lazy("review step", "from"),
        max_length=10,
        choices=ReviewState.choices,
        blank=True,
    )
    to_state = models.CharField(
        pgettext_lazy("review step", "to"), max_length=10, choices=ReviewState.choices
    )
    by = somebody(_("by"))
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("review step of an experience")
        verbose_name_plural = _("review steps of an experience")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_to_state_display()
