"""What staff narrow their own list of activities by: a plain form over the address."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network import rules
from network.choices import ReviewState
from network.filters import (
    DayField,
    ListChoice,
    Options,
    listed,
    offer,
    sorted_options,
)
from network.models import ActivityKind, Organisation, User
from network.own_log import OwnChoice


def read_own_options(by: User) -> Options:
    """The kinds, and the organisations whose activities this person reads."""
    owners = Organisation.objects.loggable()
    if not by.standing.secretariat:
        held = by.standing.organisation_ids | by.standing.reviewed
        owners = owners.filter(pk__in=held)
    kinds = listed(ActivityKind.objects.all(), "kind")
    return sorted_options(kinds.union(listed(owners, "owner", "slug"), all=True))


class OwnLogFilter(forms.Form):
    """Words, state, kind, organisation and period; each narrows what the others leave."""

    q = forms.CharField(
        label=_("Name or place"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={"max_length": _("Write fewer words.")},
    )
    state = ListChoice(_("State"), every=_("All"))
    kind = ListChoice(_("Kind of activity"), every=_("All kinds"))
    owner = ListChoice(_("Organisation"), every=_("All organisations"))
    since = DayField(_("From (year or date)"))
    until = DayField(_("To (year or date)"), last=True)

    first_names = ("q", "state")

    def __init__(self, data: QueryDict, by: User) -> None:
        super().__init__(data, auto_id="filter-%s")
        offer(self.fields["state"], ReviewState.choices)
        options = read_own_options(by)
        offer(self.fields["kind"], options.names.get("kind", []))
        owners = options.names.get("owner", [])
        offer(self.fields["owner"], owners)
        if len(owners) < 2 and not data.get("owner"):
            del self.fields["owner"]
        self.may_record = any(
            source == "owner" and by.standing.holds(pk, rules.WRITERS)
            for (source, _slug), pk in options.keys.items()
        )
        self.is_valid()

    def clean_q(self) -> str:
        """Words without the sign that no database takes."""
        return self.cleaned_data["q"].replace("\x00", "").strip()

    def clean(self) -> dict[str, Any]:
        """A period that ends before it begins filters nothing until corrected."""
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("Choose a last day after the first."))
        return values

    def choice(self) -> OwnChoice:
        """Every value that was understood; wrong ones only show their error."""
        return OwnChoice(**{name: v for name, v in self.cleaned_data.items() if v})

    def words(self) -> list[tuple[str, str]]:
        """The filters that hold, in words."""
        return [
            (
                str(self.fields[name].label),
                str(dict(self._choices(name)).get(code, code)),
            )
            for name, code in self.choice().codes.items()
        ]

    def _choices(self, name: str) -> Any:
        return getattr(self.fields[name], "choices", ())

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that are always in sight."""
        return [self[name] for name in self.first_names]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The fields behind «more filters»."""
        return [field for field in self if field.name not in self.first_names]

    @property
    def more_in_use(self) -> bool:
        """True when one of those behind it holds, or is wrong."""
        return any(field.data or field.errors for field in self.more_fields)
