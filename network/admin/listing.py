"""What the public reads of a record follows its screen."""

from typing import Any

from django.http import HttpRequest

from network.models import Affiliation
from network.services.listing import keep_in_step


class KeptInStep:
    """Lists anew, in the same transaction, what hangs from a saved record."""

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """After the record and its own facts; what they do not change is left alone."""
        super().save_related(request, form, formsets, change)  # type: ignore[misc]  # mixed into an admin
        facts = [row for rows in formsets for row in _saved_of(rows) if _joins(row)]
        # They hold the listing, and it is held before the search, which the record holds.
        keep_in_step(*facts)
        # Nothing hangs from what was just made, unless it joins two others.
        changed = form.changed_data if change or _joins(form.instance) else ()
        keep_in_step(form.instance, changed=changed)


def _joins(record: Any) -> bool:
    return isinstance(record, Affiliation)


def _saved_of(formset: Any) -> list[Any]:
    return [*formset.new_objects, *(row for row, _names in formset.changed_objects)]
