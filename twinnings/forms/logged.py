"""What of the activity log belongs to an exchange: its own entry, what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ShortText
from network.models import Activity, User
from network.own_log import OwnChoice
from twinnings.forms.records import RecordSection
from twinnings.models import Exchange

MOST_OFFERED = 20
LONGEST_LOOK = 80


class LoggedForm(RecordSection):
    """Chosen among those that are linked, looked for, or the newest that one reads."""

    look = ShortText(
        max_length=LONGEST_LOOK,
        required=False,
        label=_("Look for an activity of the log"),
        help_text=_("Words of its name or its place, or its number."),
    )
    logged_as = forms.ChoiceField(
        required=False,
        label=_("Which entry of the log tells of this very exchange?"),
        help_text=_("So that nobody counts it twice: at most one."),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    activities = forms.MultipleChoiceField(
        required=False,
        label=_("Activities that came of it"),
        help_text=_("What was done at home afterwards with what was learnt."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )

    class Meta:
        model = Exchange
        fields = ()

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own: Exchange = self.instance
        self.by = by
        linked = {each.pk: each for each in own.activities.select_related("owner")}
        self.initial["activities"] = [str(key) for key in linked]
        self.initial["logged_as"] = str(own.logged_as_id or "")
        if own.logged_as is not None:
            linked[own.logged_as.pk] = own.logged_as
        typed = self.data.get("look", "") if self.is_bound else ""
        self.looked_for = str(typed)[:LONGEST_LOOK].replace("\x00", "").strip()
        self.found = list(self._looked_up()) if self.looked_for else []
        self.offered = linked | {each.pk: each for each in self._offered()}
        told = [(str(key), in_a_line(each)) for key, each in self.offered.items()]
        several: Any = self.fields["activities"]
        several.choices = told
        single: Any = self.fields["logged_as"]
        single.choices = [("", _("None")), *told]

    def _looked_up(self) -> Any:
        """By their number as people quote it, else by their words."""
        number = self.looked_for.lstrip("0")
        if number.isascii() and number.isdecimal() and len(number) < LONGEST_NUMBER:
            return self._readable().filter(pk=int(number))
        return OwnChoice(q=self.looked_for).page_of(self.by, MOST_OFFERED)

    def _readable(self) -> Any:
        return Activity.objects.visible_to(self.by).select_related("owner")

    def _offered(self) -> list[Activity]:
        """What was ticked before, what was found, and the newest of whoever tells of it."""
        sent: Any = self.data if self.is_bound else None
        ticked = [
            int(key)
            for name in ("activities", "logged_as")
            for key in (sent.getlist(name) if sent else ())
            if key.isascii() and key.isdecimal() and len(key) < LONGEST_NUMBER
        ]
        before = list(self._readable().filter(pk__in=ticked[:MOST_OFFERED]))
        own = self._readable().filter(owner=self.instance.owner_id).order_by("-pk")
        return [*before, *self.found, *own[:MOST_OFFERED]]

    def values(self) -> dict[str, Any]:
        """The activities themselves."""
        chosen = self.cleaned_data["logged_as"]
        return {
            "logged_as": self.offered[int(chosen)] if chosen else None,
            "activities": [
                self.offered[int(key)] for key in self.cleaned_data["activities"]
            ],
        }


# Fewer digits than the largest key has.
LONGEST_NUMBER = 19


def in_a_line(activity: Activity) -> str:
    """Its number, name and who did it."""
    day = activity.started
    told = (activity.number, str(activity), str(activity.owner), day and day.year)
    return " · ".join(str(part) for part in told if part)
