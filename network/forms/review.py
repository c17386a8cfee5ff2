"""Forms of review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import SeveralOfList, ShortText, name_the_blank, offer
from network.models import Activity, PopulationGroup, Setting, Theme

LISTS: dict[str, Any] = {"groups": PopulationGroup, "themes": Theme, "setting": Setting}


class ClassificationForm(forms.ModelForm):
    """What reviewers need for reporting, prefilled for them to correct."""

    groups = SeveralOfList(
        PopulationGroup.objects.all(),
        required=False,
        label=_("Population groups"),
        widget=forms.CheckboxSelectMultiple,
    )
    themes = SeveralOfList(
        Theme.objects.all(),
        required=False,
        label=_("Themes"),
        widget=forms.CheckboxSelectMultiple,
    )
    setting = forms.ModelChoiceField(
        Setting.objects.all(), required=False, label=_("Where it was done")
    )

    class Meta:
        model = Activity
        fields = (
            "prevention_level",
            "approach",
            "regional_axis",
            "setting",
            "themes",
            "groups",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_the_blank(self)
        for name, model in LISTS.items():
            offer(self, name, model, all_of_it=True)


class NoteForm(forms.Form):
    """Why an activity is returned or withdrawn."""

    note = ShortText(
        max_length=2000,
        rows=4,
        label=_("What should be corrected?"),
        help_text=_("The municipality receives this note by mail."),
        error_messages={"required": _("Write what should be corrected.")},
    )
