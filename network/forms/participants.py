"""Participants of an activity by sex and age."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import AgeBand, CountingMethod, Sex
from network.forms.fields import PeopleField
from network.forms.sections import SectionForm
from network.models import Activity
from network.services.activities import Counts


class PeopleForm(SectionForm):
    """Participants by sex and age, and how they were counted."""

    counting_method = forms.ChoiceField(
        choices=CountingMethod.choices,
        label=_("How were people counted?"),
        widget=forms.RadioSelect,
        required=False,
    )

    others_too = forms.BooleanField(
        required=False,
        label=_("Those under «Age not separated» are other people"),
    )

    class Meta:
        model = Activity
        fields = ("counting_method",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = {
            (row.sex, row.age_band): row.people for row in self.instance.counts.all()
        }
        for band in AgeBand:
            for sex in Sex:
                self.fields[_cell_name(sex, band)] = PeopleField(
                    label=f"{sex.label}, {band.label}", initial=stored.get((sex, band))
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("others_too"):
            for sex in Sex:
                self._ask_about(sex, cleaned)
        return cleaned

    def _ask_about(self, sex: Sex, cleaned: dict[str, Any]) -> None:
        """The same people written by age and again without age count twice."""
        name = _cell_name(sex, AgeBand.UNKNOWN)
        by_age = [
            cleaned.get(_cell_name(sex, band))
            for band in AgeBand
            if band != AgeBand.UNKNOWN
        ]
        if cleaned.get(name) and any(by_age):
            self.add_error(
                name,
                _(
                    "If these are the same people you wrote by age, clear this box. "
                    "If they are others, tick the box below the table."
                ),
            )

    def counts(self) -> Counts:
        return {
            (sex.value, band.value): self.cleaned_data[_cell_name(sex, band)]
            for band in AgeBand
            for sex in Sex
            if _cell_name(sex, band) in self.cleaned_data
        }

    def rows(self) -> list[dict[str, Any]]:
        """The boxes by age band, for the table."""
        return [
            {
                "label": band.label,
                "cells": [
                    {"label": sex.label, "field": self[_cell_name(sex, band)]}
                    for sex in Sex
                ],
            }
            for band in AgeBand
        ]


def _cell_name(sex: Sex, band: AgeBand) -> str:
    return f"{sex.value}-{band.value}".replace("+", "plus")
