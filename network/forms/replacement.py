"""The form that replaces a whole staff: who leaves and when, who comes."""

import datetime
import re
import uuid
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.forms.account import WHOLE_EMAIL
from network.forms.fields import ForgivingDateField, ShortText
from network.models import Appointment, Organisation
from network.services.people import Newcomer, Problem

FIRST_ROWS = 4
MORE_ROWS = 4
MOST_ROWS = 40
NOT_YET = ("more", "change")
DATE = ("last_day_day", "last_day_month", "last_day_year")
ROW = ("name", "email", "role", "position")
TYPED = frozenset({"key", "leaving", "when", "language", *DATE})


class LeavingForm(forms.Form):
    """Who leaves, from when, and in which language the others are invited."""

    leaving = forms.MultipleChoiceField(
        required=False,
        label=_("Who leaves?"),
        help_text=_("Untick those who stay. You stay in any case."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _(
                "Somebody changed this list meanwhile: look at it again."
            )
        },
    )
    when = forms.ChoiceField(
        label=_("When do they leave?"),
        choices=[
            ("now", _("At once, when you confirm")),
            ("day", _("At the end of a day")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose when they leave."),
            "invalid_choice": _("Choose when they leave."),
        },
    )
    last_day = ForgivingDateField(
        required=False,
        label=_("Their last day"),
        help_text=_("Only if they do not leave at once. For example: 30 / 4 / 2027"),
    )
    language = forms.ChoiceField(
        label=_("Language of the invitations"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a language."),
            "invalid_choice": _("Choose one of the languages shown."),
        },
    )

    def __init__(self, *args: Any, staff: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = cast(forms.MultipleChoiceField, self.fields["leaving"])
        choices.choices = [(str(each.pk), _who(each)) for each in staff]
        if not staff:
            del self.fields["leaving"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("last_day")
        if cleaned.get("when") == "now":
            cleaned["last_day"] = None
        elif cleaned.get("when") == "day" and "last_day" not in self.errors:
            today = timezone.localdate()
            if day is None:
                self.add_error("last_day", _("Write their last day."))
            elif not today <= day <= today + datetime.timedelta(days=365):
                self.add_error(
                    "last_day", _("The last day must be today or within the next year.")
                )
        return cleaned


class NewcomerForm(forms.Form):
    """One person who comes; a row left empty is nobody."""

    use_required_attribute = False

    name = ShortText(
        max_length=120,
        required=False,
        label=_("Name"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        required=False,
        max_length=254,
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": WHOLE_EMAIL},
    )
    role = forms.ChoiceField(
        required=False,
        label=_("What will this person do?"),
        error_messages={"invalid_choice": _("Choose one of the roles shown.")},
    )
    position = ShortText(
        max_length=120,
        required=False,
        label=_("Post"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = cast(forms.ChoiceField, self.fields["role"])
        offered.choices = [
            ("", _("Choose a role")),
            *((role, Role(role).label) for role in roles),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_somebody():
            return cleaned
        for name, sentence in (
            ("name", _("Write the person's name.")),
            ("email", _("Write the person's e-mail address.")),
            ("role", _("Choose what this person will do.")),
        ):
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, sentence)
        return cleaned

    def is_somebody(self) -> bool:
        """True when anything was written in the row."""
        return any(
            self.data.get(self.add_prefix(name), "").strip() for name in self.fields
        )


NewcomerFormSet = forms.formset_factory(
    NewcomerForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


class ReplacementForm:
    """Both parts together, as one form that the page and the review show."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        organisation: Organisation,
        staff: list[Appointment],
        roles: tuple[str, ...],
        language: str,
    ) -> None:
        self.organisation, self.staff, self.data = organisation, staff, data
        self.key = data.get("key", "") if data else str(uuid.uuid4())
        # Asked for more rows, or back from the review: shown again, not judged yet.
        bound = data if data and data.get("action") not in NOT_YET else None
        kept = _typed(data) if data else {"leaving": [str(each.pk) for each in staff]}
        start = {"when": "now", "language": language, **kept}
        self.leaving = LeavingForm(bound, staff=staff, initial=start)
        rows = _rows(data) if data else [{}] * FIRST_ROWS
        self.rows = NewcomerFormSet(
            bound,
            prefix="new",
            initial=None if bound else rows,
            form_kwargs={"roles": roles},
        )

    def is_valid(self) -> bool:
        """True when both parts can be understood; errors stand beside their fields."""
        return all([self.leaving.is_valid(), self.rows.is_valid()])

    @property
    def identifier(self) -> uuid.UUID:
        """The key of this form, by which it is done once; another if it was altered."""
        try:
            return uuid.UUID(self.key)
        except ValueError:
            return uuid.uuid4()

    @property
    def going(self) -> list[Appointment]:
        """The appointments that end."""
        chosen = self.leaving.cleaned_data.get("leaving", [])
        return [each for each in self.staff if str(each.pk) in chosen]

    @property
    def coming(self) -> list[Newcomer]:
        """The people who were written, in order."""
        return [Newcomer(**row.cleaned_data) for row in self._somebody()]

    @property
    def seen(self) -> str:
        """Everybody who was listed, as the page carries it."""
        return " ".join(str(each.pk) for each in self.staff)

    def tell(self, problems: Iterable[Problem]) -> bool:
        """Say each problem beside its field; true when there was any."""
        rows, found = self._somebody(), list(problems)
        for problem in found:
            rows[problem.row].add_error(problem.field, problem.sentence)
        return bool(found)

    def pairs(self) -> list[tuple[str, str]]:
        """Everything that was typed, for the review to carry along."""
        return [
            (name, str(value))
            for name, each in (self.data or QueryDict()).lists()
            for value in each
            if name in TYPED or name.startswith("new-")
        ]

    def _somebody(self) -> list[NewcomerForm]:
        return [row for row in self.rows.forms if row.is_somebody()]


def _typed(data: QueryDict) -> dict[str, Any]:
    """What was written about who leaves, as the boxes hold it."""
    return {
        "leaving": data.getlist("leaving"),
        "when": data.get("when", ""),
        "language": data.get("language", ""),
        "last_day": [data.get(box, "") for box in DATE],
    }


def _rows(data: QueryDict) -> list[dict[str, str]]:
    """What was written in each row, with some more when asked."""
    asked = data.get("new-TOTAL_FORMS", "")
    known = int(asked) if re.fullmatch("[0-9]{1,3}", asked) else FIRST_ROWS
    more = MORE_ROWS if data.get("action") == "more" else 0
    return [
        {name: data.get(f"new-{row}-{name}", "") for name in ROW}
        for row in range(min(known + more, MOST_ROWS))
    ]


def _who(appointment: Appointment) -> str:
    person = appointment.person
    return f"{person.name} · {appointment.get_role_display()} · {person.email}"
