"""What a form says of its file when something else in it was wrong."""

from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _

CHOOSE_AGAIN = _(
    "Choose the file once more: the browser does not keep it when something else is "
    "to be corrected."
)


def ask_for_file_again(form: ModelForm) -> None:
    """Say beside it that a good file must be chosen once more."""
    name = form.add_prefix("file")
    if form.errors and "file" not in form.errors and name in form.files:
        form.add_error("file", CHOOSE_AGAIN)
