"""What is done by a press, after a question: one page for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, tell
from network.views.workspace.sheets import done


@dataclass(frozen=True)
class Asked:
    """What will be done: its verb, its question, what follows, where it leads."""

    verb: Callable[[], Any]
    title: Any
    consequence: Any
    said: Any
    back: str


def ask_first(request: StaffRequest, record: Any, asked: Asked) -> HttpResponse:
    """The question; once it is answered, the act and how it went."""
    if request.method == "POST":
        return press(request, asked)
    context = {
        "record": record,
        "title": asked.title,
        "consequence": asked.consequence,
        "back": asked.back,
    }
    return render(request, "network/workspace/ask_first.html", context)


def press(request: StaffRequest, asked: Asked) -> HttpResponse:
    """Do it, and say on the next page how it went."""
    try:
        asked.verb()
    except Refused as refusal:
        tell(request, refusal)
    else:
        done(request, asked.said)
    return redirect(asked.back)
