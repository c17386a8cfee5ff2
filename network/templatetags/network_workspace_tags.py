"""Words of the workspace of the activity log."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.figures import figure
from network.figures import Participants
from network.models import Activity
from network.services.publication import (
    names_place,
    proposed_title,
    small_counts,
)

register = template.Library()


@register.simple_tag
def whatsapp_text(activity: Activity, figures: Participants) -> str:
    """A few lines to share, in Spanish; never finer than the municipality if sensitive."""
    with override("es"):
        where = ", ".join(
            part for part in (activity.public_place_name, activity.owner.name) if part
        )
        day = date_format(activity.started, "DATE_FORMAT") if activity.started else ""
        title, story = activity.title_es, (activity.what_happened_es or "").strip()
        if activity.is_sensitive and names_place(activity, title):
            title = proposed_title(activity, with_place=False)
        if activity.is_sensitive and names_place(activity, story):
            story = ""
        lines = [f"*{title}*", " · ".join(x for x in (day, where) if x)]
        if figures.total and not small_counts(activity):
            lines.append(
                _("People who took part: %(total)s") % {"total": figure(figures.total)}
            )
        lines.append(story[:400])
    return "\n".join(line for line in lines if line)
