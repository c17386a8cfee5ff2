"""The guide: three parts, seven phases, their steps, and entries by who one is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import GlossaryTerm
from toolkit.models.keyed import Keyed, lines_of
from toolkit.models.papers import ModelDocument
from toolkit.queries import StepQuerySet

ONE_PER_LINE = _("One per line.")


class Part(Keyed):
    """One of the three parts of the guide."""

    intro = models.TextField(_("introduction"))

    title_es: str | None
    title_en: str | None

    objects = models.Manager()

    class Meta(Keyed.Meta):
        verbose_name = _("part of the guide")
        verbose_name_plural = _("parts of the guide")


class Phase(Keyed):
    """One of the seven phases, in its part."""

    part = models.ForeignKey(
        Part, models.PROTECT, related_name="phases", verbose_name=_("part")
    )
    intro = models.TextField(_("introduction"))

    title_es: str | None
    title_en: str | None

    objects = models.Manager()

    class Meta(Keyed.Meta):
        verbose_name = _("phase of the guide")
        verbose_name_plural = _("phases of the guide")


class Step(Keyed):
    """One step: why, who, how, what counts as done, and with which evidence."""

    phase = models.ForeignKey(
        Phase, models.PROTECT, related_name="steps", verbose_name=_("phase")
    )
    why = models.TextField(_("why"))
    who = models.TextField(_("who does it"))
    how = models.TextField(_("how"), help_text=ONE_PER_LINE)
    done = models.TextField(_("what counts as done"), help_text=ONE_PER_LINE)
    evidence = models.TextField(_("with which evidence"), help_text=ONE_PER_LINE)
    time = models.TextField(_("time"), blank=True)
    cost = models.TextField(_("cost"), blank=True)
    mistakes = models.TextField(_("mistakes seen"), blank=True, help_text=ONE_PER_LINE)
    questions = models.TextField(
        _("questions to check oneself"), help_text=ONE_PER_LINE
    )
    # What no norm says, in the countries without a norm for this step.
    missing = models.TextField(_("what no norm says"))
    terms = models.ManyToManyField(
        GlossaryTerm, related_name="+", blank=True, verbose_name=_("words")
    )
    documents = models.ManyToManyField(
        ModelDocument,
        related_name="steps",
        blank=True,
        verbose_name=_("model documents"),
    )
    reviewed_on = models.DateField(_("reviewed on"))
    reviewed_by = models.CharField(
        _("reviewed by"), max_length=160, help_text=_("The office, never a person.")
    )

    title_es: str | None
    title_en: str | None

    objects = StepQuerySet.as_manager()

    class Meta(Keyed.Meta):
        verbose_name = _("step of the guide")
        verbose_name_plural = _("steps of the guide")
        constraints = (
            models.UniqueConstraint(
                fields=("position",),
                name="one_step_at_a_position",
                violation_error_message=_("Another step stands at that place."),
            ),
        )

    def lines(self, name: str, language: str = "") -> list[str]:
        """The items of `how`, `done`, `evidence`, `mistakes` or `questions`."""
        return lines_of(getattr(self, f"{name}_{language}" if language else name))


class Audience(Keyed):
    """Somebody who reads the guide, and the steps that concern them most."""

    intro = models.TextField(_("introduction"))
    steps = models.ManyToManyField(
        Step, related_name="audiences", blank=True, verbose_name=_("steps")
    )

    title_es: str | None
    title_en: str | None

    objects = models.Manager()

    class Meta(Keyed.Meta):
        verbose_name = _("entry by who I am")
        verbose_name_plural = _("entries by who I am")
