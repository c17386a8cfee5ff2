"""Forms of evidence and review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import PUBLISHABLE_PEOPLE, PeopleShown
from network.forms.fields import SeveralOfList, ShortText, name_the_blank
from network.models import Activity, PopulationGroup, Setting, Theme


class EvidenceWords(forms.Form):
    """What is said of a piece of evidence."""

    caption = ShortText(max_length=200, required=False, label=_("What does it show?"))
    people_shown = forms.ChoiceField(
        choices=PeopleShown.choices,
        label=_("Can anybody be recognised?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether anybody can be recognised.")},
    )
    public = forms.BooleanField(
        required=False, label=_("It may be shown to the public")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        shown = cleaned.get("people_shown")
        if cleaned.get("public") and shown and shown not in PUBLISHABLE_PEOPLE:
            self.add_error(
                "public",
                _(
                    "It can be public only if nobody can be recognised, or if they "
                    "are adults who agreed. Photos of minors are never public."
                ),
            )
        return cleaned


class EvidenceForm(EvidenceWords):
    """A new piece of evidence."""

    field_order = ("file", "caption", "people_shown", "public")

    file = forms.FileField(
        label=_("Photo or document"),
        help_text=_(
            "JPEG, PNG, WebP or HEIC photo up to 10 MB; PDF, DOCX or ODT document up to "
            "15 MB. Lists of people are not accepted: they hold personal data. Write "
            "«kept on file, page …» instead."
        ),
        error_messages={
            "required": _("Choose a photo or a document."),
            "empty": _("The file is empty. Choose another one."),
        },
    )


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


class NoteForm(forms.Form):
    """Why an activity is returned or withdrawn."""

    note = ShortText(
        max_length=2000,
        rows=4,
        label=_("What should be corrected?"),
        help_text=_("The municipality receives this note by mail."),
        error_messages={"required": _("Write what should be corrected.")},
    )
