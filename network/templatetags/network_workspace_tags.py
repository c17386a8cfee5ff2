"""Words of the workspace of the activity log."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.figures import Participants
from network.models import Activity

register = template.Library()


@register.simple_tag
def whatsapp_text(activity: Activity, figures: Participants) -> str:
    """A few lines to share, in Spanish; never finer than the municipality if sensitive."""
    with override("es"):
        where = ", ".join(
            part for part in (activity.public_place_name, activity.owner.name) if part
        )
        day = date_format(activity.started, "DATE_FORMAT") if activity.started else ""
        lines = [f"*{activity.title_es}*", " · ".join(x for x in (day, where) if x)]
        if figures.total:
            lines.append(
                _("People who took part: %(total)d") % {"total": figures.total}
            )
        lines.append((activity.what_happened_es or "").strip()[:400])
    return "\n".join(line for line in lines if line)
