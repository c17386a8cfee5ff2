"""What should be looked at again before an activity is sent or approved: never a wall."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.personal_data import personal_data
from network.models import Activity
from network.services.publication import hidden_sums, whole_numbers

# Every text of an activity that somebody writes, by the words that name it.
TEXTS: dict[str, "str | Promise"] = {
    "title_es": gettext_lazy("Name of the activity"),
    "title_en": gettext_lazy("Name in English"),
    "other_kind": gettext_lazy("Other kind"),
    "place_name": gettext_lazy("Neighbourhood or community"),
    "what_happened_es": gettext_lazy("What happened"),
    "what_happened_en": gettext_lazy("What happened, in English"),
    "result_es": gettext_lazy("Results"),
    "result_en": gettext_lazy("Results, in English"),
    "difficulty_es": gettext_lazy("Difficulties"),
    "difficulty_en": gettext_lazy("Difficulties, in English"),
    "doubts_es": gettext_lazy("What is not known"),
    "links": gettext_lazy("Links"),
}
# Those in which a figure speaks of people, not of a place or an address.
TELLING = tuple(
    f"{name}_{language}"
    for name in ("title", "what_happened", "result", "difficulty")
    for language in ("es", "en")
)


@dataclass(frozen=True)
class Mark:
    """Where, in which words, and what to do about it."""

    where: str
    words: str
    sentence: str


def marks_of(activity: Activity) -> list[Mark]:
    """What its texts seem to hold of somebody, and figures that give hidden ones away."""
    found = [
        Mark(str(where), held.words, held.sentence)
        for where, text in _texts(activity)
        for held in personal_data(text)
    ]
    return [*_not_over(activity), *found, *_telling_figures(activity)]


def _not_over(activity: Activity) -> Iterator[Mark]:
    """A day still to come: nobody can know yet that it was done."""
    last = activity.last_day
    if last is not None and last > activity.local_today:
        yield Mark(
            str(_("Date")),
            date_format(last, "SHORT_DATE_FORMAT"),
            _(
                "That day has not come yet. If it is a mistake, correct it; if it is "
                "planned, wait until it was done."
            ),
        )


def _texts(activity: Activity) -> Iterator[tuple["str | Promise", str]]:
    for name, label in TEXTS.items():
        yield label, getattr(activity, name) or ""
    for partner in activity.partners.all():
        yield _("Partner"), f"{partner.name}\n{partner.contribution}"
    for piece in activity.evidence.all():
        if piece.removed_at is None:
            yield _("Photo or document"), piece.caption


def _telling_figures(activity: Activity) -> Iterator[Mark]:
    """Totals in the texts from which a figure under 5 could be worked out."""
    telling = hidden_sums(activity)
    for name in TELLING:
        for number in sorted(whole_numbers(getattr(activity, name) or "") & telling):
            yield Mark(
                str(TEXTS[name]),
                str(number),
                _(
                    "With this figure anybody could work out one that is published as "
                    "«fewer than 5». Take it out of the text."
                ),
            )
