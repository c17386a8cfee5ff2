"""«Registro rápido»: one page, one press."""

import datetime
import uuid
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.near import every
from network.choices import AgeBand, Sex
from network.forms.evidence import ASKED, WhoIsShown
from network.forms.fields import ForgivingDateField, PeopleField, ShortText, offer
from network.models import Activity, ActivityKind
from network.services.activities import QUICK_CELLS, Cell, Counts

FIELD_OF_CELL: dict[Cell, str] = {
    (Sex.WOMEN, AgeBand.UNKNOWN): "women",
    (Sex.MEN, AgeBand.UNKNOWN): "men",
    (Sex.UNKNOWN, AgeBand.UNKNOWN): "unseparated",
}


class QuickLogForm(WhoIsShown):
    """What a clerk says in two minutes; the rest is proposed."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ModelChoiceField(
        ActivityKind.objects.none(),
        label=_("What was done?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose what was done."),
            "invalid_choice": _("Choose what was done from the list."),
        },
    )
    other_kind = ShortText(
        max_length=80, required=False, label=_("If it was something else, what?")
    )
    started = ForgivingDateField(
        label=_("When?"), help_text=_("For example: 27 / 3 / 2026")
    )
    place_name = ShortText(
        max_length=120,
        required=False,
        label=_("In which neighbourhood or community?"),
        help_text=_("Never write the address of a home."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    women = PeopleField(label=_("Women"))
    men = PeopleField(label=_("Men"))
    unseparated = PeopleField(label=_("Not separated"))
    what_happened = ShortText(
        max_length=4000,
        rows=4,
        label=_("What happened?"),
        help_text=_("Two lines are enough. Do not write names of minors or victims."),
        error_messages={"required": _("Write in one or two lines what happened.")},
    )
    photo = forms.FileField(
        required=False,
        label=_("Photo"),
        help_text=_(
            "One photo, up to 10 MB. Lists of people are not accepted: they hold "
            "personal data. Write «kept on file, page …» instead."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    photo_public = forms.BooleanField(
        required=False, label=_("The photo may be shown to the public")
    )
    public_field = "photo_public"
    # The photo of an earlier try, when the form came back with something wrong.
    kept: Any = None
    field_order = (
        "client_uuid",
        "version",
        "kind",
        "other_kind",
        "started",
        "place_name",
        *FIELD_OF_CELL.values(),
        "what_happened",
        "photo",
        *ASKED,
    )

    def __init__(
        self, *args: Any, activity: Activity | None = None, **kwargs: Any
    ) -> None:
        self.activity = activity
        super().__init__(*args, **kwargs)
        self.fields["people_shown"].required = False
        self.fields["people_shown"].label = _("Can anybody be recognised in the photo?")
        self.kinds = [each for each in every(ActivityKind) if each.active]
        offer(self, "kind", ActivityKind)
        if self.has_age_detail:
            for name in FIELD_OF_CELL.values():
                del self.fields[name]

    @property
    def has_age_detail(self) -> bool:
        """True when the participants were given by age: then they change there."""
        return self.activity is not None and any(
            (count.sex, count.age_band) not in QUICK_CELLS
            for count in self.activity.counts.all()
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and kind.key == "other" and not cleaned.get("other_kind"):
            self.add_error("other_kind", _("Write what was done."))
        if cleaned.get("started") and self._after_last_day(cleaned["started"]):
            self.add_error(
                "started",
                _("It would begin after its last day: change both in the details."),
            )
        if self.asks_who and not cleaned.get("people_shown"):
            self.add_error(
                "people_shown", _("Say whether anybody can be recognised in the photo.")
            )
        return cleaned

    def _after_last_day(self, started: datetime.date) -> bool:
        ended = self.activity.ended if self.activity else None
        return ended is not None and ended < started

    @property
    def asks_who(self) -> bool:
        """True when a photo comes with the form."""
        return bool(self.cleaned_data.get("photo"))

    @property
    def people_boxes(self) -> list[forms.BoundField]:
        """The three boxes of participants."""
        return [self[name] for name in FIELD_OF_CELL.values()]

    @property
    def common_kinds(self) -> list[BoundWidget]:
        """The kinds offered first."""
        return self._boxes(quick=True)

    @property
    def other_kinds(self) -> list[BoundWidget]:
        """The rest, behind one press."""
        return self._boxes(quick=False)

    @property
    def other_kind_chosen(self) -> bool:
        """True when the chosen kind is not among the common ones."""
        chosen = str(self["kind"].value() or "")
        return any(str(kind.pk) == chosen and not kind.quick for kind in self.kinds)

    def _boxes(self, *, quick: bool) -> list[BoundWidget]:
        keys = {str(kind.pk) for kind in self.kinds if kind.quick == quick}
        return [box for box in self["kind"] if str(box.data["value"]) in keys]

    def is_only_unfinished(self) -> bool:
        """True when nothing is wrong but what was left blank for later."""
        return all(
            problem.code == "required"
            for problems in self.errors.as_data().values()
            for problem in problems
        )

    def holds_something(self) -> bool:
        """True when anything worth keeping was understood."""
        said = {**self.values(), "photo": self.cleaned_data.get("photo")}
        counted = any(people is not None for people in self.counts().values())
        return counted or any(said.values())

    def values(self) -> dict[str, Any]:
        """The model's fields that were understood, under their Spanish columns."""
        names = {
            "kind": "kind",
            "other_kind": "other_kind",
            "started": "started",
            "place_name": "place_name",
            "what_happened": "what_happened_es",
        }
        return {
            column: self.cleaned_data[name]
            for name, column in names.items()
            if name in self.cleaned_data
        }

    def counts(self) -> Counts:
        """The cells that were understood; None removes one."""
        return {
            cell: self.cleaned_data[name]
            for cell, name in FIELD_OF_CELL.items()
            if name in self.cleaned_data
        }


def initial_of(activity: Activity) -> dict[str, Any]:
    """What the quick form shows of a saved activity."""
    initial = {
        "client_uuid": activity.client_uuid,
        "version": activity.version,
        "kind": activity.kind_id,
        "other_kind": activity.other_kind,
        "started": activity.started,
        "place_name": activity.place_name,
        "what_happened": activity.what_happened_es,
    }
    for count in activity.counts.all():
        name = FIELD_OF_CELL.get((count.sex, count.age_band))
        if name:
            initial[name] = count.people
    return initial


def initial_like(activity: Activity) -> dict[str, Any]:
    """What «another like it» starts from: the kind and the place, not the figures."""
    return {
        "client_uuid": uuid.uuid4(),
        "kind": activity.kind_id,
        "other_kind": activity.other_kind,
        "place_name": activity.place_name,
    }
