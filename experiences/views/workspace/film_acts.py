"""What can be done with a film by a press, and by whom."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy

from experiences import rules
from experiences.models import Film
from experiences.services import films
from experiences.services.discarding import restore_film
from network.views.workspace.doors import StaffRequest

# What can be done by a press: the verb, the rule, its words, what is said afterwards.
ACTS: dict[str, tuple[Callable, Callable, Any, Any]] = {
    "correct": (films.start_film_correction, rules.may_correct, gettext_lazy("Correct what is published"), gettext_lazy("This is the corrected version: change what has to be changed.")),
    "send": (films.submit_film, rules.may_submit, gettext_lazy("Send this video to the editors"), gettext_lazy("The video was sent to the editors.")),
    "reopen": (films.reopen_film, rules.may_reopen, gettext_lazy("Take this video back to correct it"), gettext_lazy("It is a draft again.")),
    "publish": (films.publish_film, rules.may_review, gettext_lazy("Publish this video"), gettext_lazy("The video was published.")),
    "withdraw": (films.withdraw_film, rules.may_withdraw, gettext_lazy("Withdraw this video"), gettext_lazy("Withdrawn: the public no longer sees it.")),
    "hide": (films.hide_film, rules.may_withdraw, gettext_lazy("Hide this video from the public"), gettext_lazy("The video is hidden from the public.")),
    "restore": (restore_film, rules.may_restore, gettext_lazy("Bring it back"), gettext_lazy("It is a draft again, with its files.")),
    "show": (films.show_film, rules.may_withdraw, gettext_lazy("Show this video to the public again"), gettext_lazy("The video is shown to the public again.")),
}  # fmt: skip


def acts_of(request: StaffRequest, row: Film) -> list[dict[str, Any]]:
    """The acts that this person may do with it now."""
    hidden = row.hidden_at is not None
    left_out = {"send", "publish", "restore", "hide" if hidden else "show"}
    asked = ("correct", "hide", "withdraw")
    return [
        {"name": name, "title": title, "asks": name in asked}
        for name, (_verb, may, title, _said) in ACTS.items()
        if name not in left_out and may(request.user, row)
    ]
