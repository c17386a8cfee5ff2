"""Lists of rows in a form, of which there may be so many and no more."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _


class BoundedFormSet(forms.BaseFormSet):
    """Rows of which there may be so many."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "too_many_forms": _("At most %(num)d fit here. Take some out and save again."),
    }


def bounded(
    form: Any, most: int, formset: type[BoundedFormSet] = BoundedFormSet
) -> Any:
    """A class of form sets with room for two more rows, up to so many.

    Twice as many come back with what was typed; Django would draw a thousand more for
    whoever asks for them, which takes 400 MiB.
    """
    return forms.formset_factory(
        form,
        formset=formset,
        extra=2,
        max_num=most,
        absolute_max=2 * most,
        validate_max=True,
    )
