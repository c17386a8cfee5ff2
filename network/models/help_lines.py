"""Where somebody who lives with violence can call, and how that is known."""

import datetime

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Country, HelpBasis

# Numbers of telephone companies change hands: after a year nobody should trust one.
TRUSTED = datetime.timedelta(days=365)
NUMBER = RegexValidator(
    r"\A[*#]?[0-9](?:[ -]?[0-9]){1,14}\Z",
    _(
        "Write the number as it is dialled: figures, with * or # in front if it has one."
    ),
)


def not_ahead(day: datetime.date) -> None:
    """Refuse a day on which nobody can have checked yet."""
    if day > timezone.localdate():
        raise ValidationError(
            _("Nobody has checked it on that day yet: it lies ahead.")
        )


class HelpLine(models.Model):
    """A number that answers people who live with domestic, sexual or child violence."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    number = models.CharField(_("number"), max_length=20, validators=[NUMBER])
    who = models.CharField(
        _("who answers"), max_length=200, help_text=_("The institution, and for whom.")
    )
    source = models.URLField(
        _("source"),
        max_length=500,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("The page on which the number was read; readers see it."),
    )
    basis = models.CharField(
        _("kind of source"),
        max_length=8,
        choices=HelpBasis.choices,
        default=HelpBasis.OFFICIAL,
    )
    checked = models.DateField(
        _("last checked"),
        validators=[not_ahead],
        help_text=_(
            "The day on which somebody last saw the number in its source. After a "
            "year readers are told that it may have changed."
        ),
    )

    # Columns that modeltranslation adds.
    who_es: str | None
    who_en: str | None

    objects = models.Manager()

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ("country", "basis", "number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("country", "number"),
                name="one_help_line_per_number",
                violation_error_message=_("That country has this number already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} ({self.get_country_display()})"

    @property
    def is_stale(self) -> bool:
        """True once nobody has checked it for a year."""
        return self.checked < timezone.localdate() - TRUSTED

    @property
    def is_official(self) -> bool:
        """True when an institution says it itself."""
        return self.basis == HelpBasis.OFFICIAL

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it."""
        return self.number.replace(" ", "").replace("-", "")
