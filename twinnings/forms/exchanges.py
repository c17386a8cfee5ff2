"""The parts of an exchange that are one form each: its plan and its report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import PeopleField, ShortText, offer, offer_rows
from network.forms.money import MoneyField
from network.forms.told import (
    Known,
    PartialDateField,
    coarser,
    english,
    spanish,
)
from network.models import Place, Theme
from twinnings.choices import CHECKLIST, Satisfaction, Stage
from twinnings.dating import end_of
from twinnings.forms.records import LONGEST, RecordSection, themes_field
from twinnings.models import Exchange, Party, Twinning

# Where a refusal of the service is said, by its code.
FIELDS_OF = {"started": "began", "ended": "finished", "currency": "currency"}


class WhenSection(RecordSection):
    """A part that says when it was, as exactly as it is known."""

    began = PartialDateField(
        required=False,
        label=_("First day"),
        help_text=_("The year is enough: leave blank what is not known."),
    )
    finished = PartialDateField(
        required=False,
        label=_("Last day"),
        help_text=_("Only if it lasted more than one day."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own: Exchange = self.instance
        precision = own.date_precision
        self.initial["began"] = Known(own.started, precision) if own.started else None
        self.initial["finished"] = Known(own.ended, precision) if own.ended else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        began, finished = cleaned.get("began"), cleaned.get("finished")
        if finished and not began and "began" not in self.errors:
            self.add_error("began", _("Write when it began."))
        elif began and finished and finished.on < began.on:
            if end_of(finished.on, finished.precision) < began.on:
                said = _("The last day cannot be before the first.")
                self.add_error("finished", said)
            else:
                # The same year or month, of which nobody knows the day.
                cleaned["finished"] = Known(began.on, finished.precision)
        return cleaned

    def values(self) -> dict[str, Any]:
        """Dates with how exactly they are known."""
        began, finished = self.cleaned_data["began"], self.cleaned_data["finished"]
        return super().values() | {
            "started": began.on if began else None,
            "ended": finished.on if finished else None,
            "date_precision": coarser(began, finished),
        }


class PlanForm(WhenSection):
    """What is planned before the trip."""

    title_es = spanish(
        _("Name of the exchange"),
        160,
        help_text=_("For example: visit to the community police."),
        error_messages={"required": _("Write a name for the exchange.")},
    )
    title_en = english(_("Name of the exchange, in English"), 160)

    class Meta:
        model = Exchange
        fields = (
            "title_es", "title_en", "modality", "direction", "date_uncertain", "host",
            "place", "language_support",
        )  # fmt: skip

    field_order = (
        "title_es", "title_en", "modality", "direction", "began", "finished",
        "date_uncertain", "host", "place", "language_support",
    )  # fmt: skip

    def __init__(
        self, *args: Any, twinning: Twinning | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        of = twinning or self.instance.twinning
        parties = Party.objects.filter(twinning=of).order_by("position", "pk")
        offer_rows(self, "host", parties.select_related("place", "organisation"))
        offer_rows(
            self,
            "place",
            Place.objects.filter(twinning_parties__twinning=of).distinct(),
        )


class OpenForm(PlanForm):
    """The same, for one that begins: sent twice it is one."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Nobody else can have saved what does not exist yet.
        del self.fields["version"]


class ReportForm(WhenSection):
    """What is told after it: what was done, learnt and paid."""

    what_happened_es = spanish(
        _("What was done?"),
        LONGEST,
        rows=6,
        required=False,
        help_text=_("Offices rather than names of persons."),
    )
    what_happened_en = english(_("What was done, in English?"), LONGEST, rows=4)
    learnt_es = spanish(_("What was learnt?"), LONGEST, rows=5, required=False)
    learnt_en = english(_("What was learnt, in English?"), LONGEST, rows=4)
    result_es = spanish(_("What came of it"), LONGEST, rows=4, required=False)
    result_en = english(_("What came of it, in English"), LONGEST, rows=3)
    themes = themes_field(_("Themes"))
    in_kind_hours = PeopleField(label=_("Hours given free of charge"))
    cost = MoneyField(max_digits=12, label=_("Cost"))
    payer_es = spanish(_("Who paid"), 160, required=False)
    payer_en = english(_("Who paid, in English"), 160)
    sources = ShortText(
        max_length=LONGEST,
        required=False,
        rows=2,
        label=_("Sources"),
        help_text=_("Where this is known from; one on each line."),
    )
    doubts_es = ShortText(
        max_length=2_000, required=False, rows=2, label=_("What is uncertain")
    )
    doubts_en = english(_("What is uncertain, in English"), 2_000, rows=2)

    class Meta:
        model = Exchange
        fields = (
            "date_uncertain", "what_happened_es", "what_happened_en", "learnt_es",
            "learnt_en", "result_es", "result_en", "themes", "in_kind_hours", "cost",
            "currency", "payer_es", "payer_en", "satisfied_useful",
            "satisfied_prepared", "satisfied_usable", "sources", "doubts_es",
            "doubts_en",
        )  # fmt: skip

    field_order = ("began", "finished", "date_uncertain")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "themes", Theme)
        for name in ("satisfied_useful", "satisfied_prepared", "satisfied_usable"):
            label = str(self.fields[name].label)
            self.fields[name] = forms.TypedChoiceField(
                choices=[("", _("Not said")), *Satisfaction.choices],
                coerce=int,
                empty_value=None,
                required=False,
                label=label[:1].upper() + label[1:],
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        costs = cleaned.get("cost") is not None
        if costs and not cleaned.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("Choose the currency of the cost."))
        began = cleaned.get("began")
        told = began or cleaned.get("date_uncertain")
        if not told and "began" not in self.errors:
            self.add_error(
                "began", _("Write when it was, or say that the date is uncertain.")
            )
        return cleaned


class ChecklistForm(RecordSection):
    """What is ready, by stage."""

    class Meta:
        model = Exchange
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = set(self.instance.checked)
        for stage, entries in CHECKLIST.items():
            self.fields[stage] = forms.MultipleChoiceField(
                choices=list(entries.items()),
                required=False,
                label=Stage(stage).label,
                widget=forms.CheckboxSelectMultiple,
            )
            self.initial[stage] = [code for code in entries if code in ready]

    def values(self) -> dict[str, Any]:
        """Every code that is ticked."""
        stages = list(CHECKLIST)
        return {"checked": [c for each in stages for c in self.cleaned_data[each]]}
