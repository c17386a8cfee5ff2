"""The glossary: what the field calls things, in both languages and in each country."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced


class GlossaryTerm(Sourced):
    """A word of the field and what it means here."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address name"),
        max_length=80,
        unique=True,
        help_text=_("Permanent part of the public address."),
    )
    name = models.CharField(_("term"), max_length=120)
    definition = models.TextField(_("definition"))
    also = models.TextField(
        _("also called"),
        blank=True,
        help_text=_("One word or expression per line; the search knows them too."),
    )

    about_close_violence = models.BooleanField(
        _("it is about domestic, sexual or child violence"),
        default=False,
        help_text=_(
            "Readers may live with it: the page then offers “Leave quickly” and the "
            "help lines."
        ),
    )

    # Columns that modeltranslation adds.
    name_es: str | None
    name_en: str | None
    definition_es: str | None
    definition_en: str | None
    also_es: str | None
    also_en: str | None

    objects = models.Manager()

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("terms of the glossary")
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name or self.key

    def others(self, language: str) -> list[str]:
        """What else it is called in a language."""
        lines = (getattr(self, f"also_{language}") or "").splitlines()
        return [line.strip() for line in lines if line.strip()]


class GlossaryCountryName(models.Model):
    """What one country calls the thing that a term means, and on what that rests."""

    term = models.ForeignKey(
        GlossaryTerm,
        models.CASCADE,
        related_name="country_names",
        verbose_name=_("term"),
    )
    country = models.CharField(_("country"), max_length=2)
    name = models.CharField(
        _("name in that country"),
        max_length=160,
        help_text=_("As it is said there; it is not translated."),
    )
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    basis = models.CharField(_("what it rests on"), max_length=300, blank=True)
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("One per line: title | address.")
    )

    objects = models.Manager()
    source_list = Sourced.source_list

    class Meta:
        verbose_name = _("name in a country")
        verbose_name_plural = _("names in the countries")
        ordering = ("country", "pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else self.name
