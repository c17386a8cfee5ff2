"""What the page of a section holds, for experiences and for plans made from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from experiences.forms.sections import SectionForm
from experiences.views.workspace.conflict import said


@dataclass
class Written:
    """What a section's page holds: a form, rows, or both."""

    form: SectionForm | None
    rows: Any
    relation: str

    def is_valid(self) -> bool:
        """Both are asked, so that every mistake is shown at once."""
        answers = [
            each.is_valid() for each in (self.form, self.rows) if each is not None
        ]
        return all(answers)

    @property
    def is_bound(self) -> bool:
        """True when something was sent."""
        return bool((self.form or self.rows).is_bound)

    def noticed(self) -> Iterator[str]:
        """Each text that seems to hold somebody's data, in a sentence; it is saved all
        the same."""
        forms_sent = [self.form] if self.form is not None else []
        for form in [*forms_sent, *(self.rows.forms if self.rows is not None else ())]:
            yield from noticed_in(form)

    def given_rows(self, record: Any) -> dict[str, Any] | None:
        """The rows by their relation; those left as the page showed them, and those that
        it did not show, stay as they are.

        Somebody may have added or changed them since: only a row left blank is removed.
        """
        if self.rows is None:
            return None
        known = {each.cleaned_data.get("pk") for each in self.rows.forms}
        stored = getattr(record, self.relation).exclude(pk__in=known - {None})
        unknown = [{"unseen": key} for key in stored.values_list("pk", flat=True)]
        return {self.relation: [*self.rows.rows(), *unknown]}

    def rows_again(self, record: Any) -> Any:
        """The rows as they would be saved now: as they stand, with mine where I changed
        them."""
        make = type(self.rows)
        stored = {row.pk: row for row in getattr(record, self.relation).all()}
        touched, alone = [], []
        for each in self.rows.forms:
            row = stored.get(each.cleaned_data.get("pk"))
            if row is not None and not each.is_untouched:
                del stored[row.pk]
                shown = make.form.opened(row)["shown"]
                touched.append(each.cleaned_data | {"shown": shown})
            elif row is None and not each.is_untouched and not each.is_blank:
                alone.append(each.cleaned_data | {"pk": None, "shown": ""})
        others = [make.form.opened(row) for row in stored.values()]
        standing = {each["shown"] for each in others}
        mine = [each for each in alone if make.form.print_of(each) not in standing]
        initial = [*sorted([*touched, *others], key=lambda each: each["pk"]), *mine]
        kwargs = {"form_kwargs": self.rows.form_kwargs, "prefix": self.rows.prefix}
        return make(None, initial=initial, **kwargs)

    def theirs(self, record: Any) -> list[str]:
        """Each row as it stands, with all that it says."""
        if self.rows is None:
            return []
        make = type(self.rows).form
        stored = getattr(record, self.relation).all()
        kwargs = self.rows.form_kwargs
        return [
            "; ".join(_told(make(initial=make.initial_of(row), **kwargs)))
            for row in stored
        ]


def noticed_in(form: forms.BaseForm) -> Iterator[str]:
    """What the texts of a form seem to hold, each with the words in which it stands."""
    for field in form.visible_fields():
        for found in getattr(field, "nudges", ()):
            yield f"{found.sentence} «{found.words}»"


def _told(form: forms.Form) -> Iterator[str]:
    for field in form.visible_fields():
        if words := said(form, field.name, field.initial):
            yield f"{field.label}: {words}"
