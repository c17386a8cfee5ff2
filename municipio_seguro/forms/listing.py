"""What every list of a form says, and how many places a sheet offers beside those filled."""

from django.utils.translation import gettext_lazy as _

OF_THE_LIST = {
    "required": _("Choose one of the list."),
    "invalid_choice": _("Choose one of the list."),
}
ROOM = 2
