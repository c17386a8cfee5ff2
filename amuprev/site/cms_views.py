"""Screens of ours in Wagtail: the report of translations, news from an activity."""

import re
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.account import AccountView, BaseSettingsPanel
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from amuprev.site import readers, services
from amuprev.site.models import BulletinPage
from amuprev.site.translations import to_translate, waits_for
from amuprev.site.untranslated import to_translate_next
from network.lines import line_of
from network.listing import Choice, newest_of
from network.models import Activity
from network.services.refusals import Refused

NEWEST = 20
CHANGES_RECORDS = "network.change_milestone"
NUMBER = re.compile(r"[0-9]{1,12}")
WAITS = {
    "missing": gettext_lazy("It stands in one language only"),
    "draft": gettext_lazy("Its translation is a draft"),
    "older": gettext_lazy("Its translation is older"),
}


class DeskAccount(AccountView):
    """What is set for this desk alone; names and languages stand in one's account."""

    own: ClassVar[frozenset[str]] = frozenset({"notifications", "theme"})

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Which mails come, and how the screens look."""
        return [panel for panel in super().get_panels() if panel.name in self.own]


class TranslationReport(ReportView):
    """The pages whose English is missing, waits as a draft or is older."""

    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    index_url_name = "translations_report"
    index_results_url_name = "translations_report_results"
    permission_policy = page_permission_policy
    any_permission_required: ClassVar[list[str]] = ["add", "change", "publish"]
    is_searchable = False
    no_results_message = gettext_lazy("Every page stands in both languages.")
    model = Page
    export_headings: ClassVar[dict[str, str]] = {}
    list_export: ClassVar[list[str]] = ["title", "last_published_at"]
    columns: ClassVar[list[Column]] = [
        TitleColumn(
            "title", label=gettext_lazy("Page"), url_name="wagtailadmin_pages:edit"
        ),
        Column("locale", label=gettext_lazy("Language"), accessor="locale"),
        Column(
            "waits",
            label=gettext_lazy("What is missing"),
            accessor=lambda page: WAITS[waits_for(page)],
        ),
        DateColumn(
            "last_published_at",
            label=gettext_lazy("Published"),
            accessor="last_published_at",
        ),
    ]

    def get_queryset(self) -> QuerySet[Page]:
        """Those the editor may change, the latest first."""
        mine = page_permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return to_translate(mine)


@require_http_methods(["GET", "HEAD", "POST"])
def news_from_activity(request: HttpRequest) -> HttpResponse:
    """Choose a public activity; a draft of news about it opens, filled in."""
    user: Any = request.user
    if services.news_list_for(user) is None:
        raise PermissionDenied
    if request.method == "POST":
        activity = _found(request.POST.get("activity", ""))
        if activity is None:
            messages.error(request, _("There is no public activity of that number."))
            return redirect("news_from_activity")
        try:
            news = services.draft_news(activity=activity, by=user)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("news_from_activity")
        return redirect("wagtailadmin_pages:edit", news.pk)
    said = request.GET.get("activity", "").strip()
    chosen = _found(said) if said else None
    activities = [chosen] if chosen else newest_of(Choice(), NEWEST)
    context = {
        "lines": [(each, line_of(each)) for each in activities],
        "said": said,
        "found": chosen,
    }
    return render(request, "site/cms/news_from_activity.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def send_bulletin(request: HttpRequest, pk: int) -> HttpResponse:
    """To how many an issue goes; one press sends it."""
    user: Any = request.user
    issue = get_object_or_404(BulletinPage.objects.select_related("locale"), pk=pk)
    if not issue.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if request.method == "POST":
        try:
            readers.send_bulletin(issue=issue, by=user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The bulletin is on its way."))
        return redirect("wagtailadmin_pages:edit", pk)
    how_many = readers.readers_in(issue.locale.language_code)
    context = {"issue": issue, "how_many": how_many}
    return render(request, "site/cms/send_bulletin.html", context)


@require_safe
def record_translations(request: HttpRequest) -> HttpResponse:
    """The records that lack their English, for whoever may write it."""
    user: Any = request.user
    if not user.has_perm(CHANGES_RECORDS):
        raise PermissionDenied
    context = {"lines": to_translate_next()}
    return render(request, "site/cms/untranslated.html", context)


def _found(said: str) -> Activity | None:
    """The public activity of that number, as people quote it."""
    written = NUMBER.fullmatch(said.strip())
    if written is None:
        return None
    public = Activity.objects.public().for_public_lists()
    return public.filter(pk=int(written[0])).first()
