"""What the forms of the municipality's work have in common: a version, and another's."""

from typing import Any

from django import forms

from network.forms.fields import ForgivingDateField, name_the_blank
from network.forms.told import in_words


class KeptForm(forms.Form):
    """A form over a record, or over none yet; saving is the service's."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, record: Any = None, **more: Any
    ) -> None:
        known = self.told_of(record) if record is not None else {}
        super().__init__(data, files, initial={**known, **more})
        name_the_blank(self)

    @classmethod
    def told_of(cls, record: Any) -> dict[str, Any]:
        """What the form shows of a record."""
        return {
            name: getattr(record, name)
            for name in cls.base_fields
            if hasattr(record, name)
        }

    def values(self) -> dict[str, Any]:
        """What the services take."""
        return {k: v for k, v in self.cleaned_data.items() if k != "version"}

    def both(self, record: Any) -> list[tuple[Any, str, str]]:
        """Each answer that differs: its label, what is written here, what was saved."""
        saved, rows = self.told_of(record), []
        for name, field in self.fields.items():
            # What nobody typed is nobody's change.
            if field.widget.is_hidden or name not in saved:
                continue
            mine = in_words(field, self.cleaned_data.get(name))
            theirs = in_words(field, saved[name])
            if mine != theirs:
                rows.append((field.label, mine, theirs))
        return rows


def day(label: Any, required: Any = "", **more: Any) -> ForgivingDateField:
    """A day in three boxes; `required` is the sentence for a blank one."""
    return ForgivingDateField(
        label=label,
        required=bool(required),
        error_messages={"required": required} if required else {},
        **more,
    )
