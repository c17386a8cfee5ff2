"""What an editor finds first in Wagtail, after what waits for them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from amuprev.site.models import (
    BulletinIndexPage,
    BulletinPage,
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from amuprev.site.translations import to_translate


class StartPanel(Component):
    """Pages the person may begin, and how many lack their translation."""

    name = "start"
    template_name = "site/cms/start_panel.html"
    # After Wagtail's own panels of what waits for review (200, 210).
    order = 220

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """What may be started, per list of pages."""
        user = parent_context["request"].user
        mine = page_permission_policy.instances_user_has_any_permission_for(
            user, ["change", "publish"]
        )
        return {
            "starts": _starts(user),
            "late": to_translate(mine).count(),
            "report_url": reverse("translations_report"),
        }


def _starts(user: Any) -> list[dict[str, str]]:
    kinds: list[tuple[str, Any, Any]] = [
        (_("Write a piece of news"), NewsIndexPage, NewsPage),
        (_("Announce an event"), EventIndexPage, EventPage),
        (_("Put a bulletin together"), BulletinIndexPage, BulletinPage),
        (_("Write a page"), HomePage, StandardPage),
    ]
    starts = []
    for title, list_model, model in kinds:
        index = list_model.objects.filter(locale__language_code="es").first()
        if index and index.permissions_for_user(user).can_add_subpage():
            where = [model._meta.app_label, model._meta.model_name, index.pk]
            url = reverse("wagtailadmin_pages:add", args=where)
            starts.append({"title": title, "url": url})
            if model is NewsPage:
                url = reverse("news_from_activity")
                starts.append({"title": _("News from an activity"), "url": url})
    return starts
