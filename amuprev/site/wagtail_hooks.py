"""What editors find in Wagtail, and cannot do by accident: permanent addresses stay."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, WorkflowState

from amuprev.foundation.models import FixedPage
from amuprev.site import cms_views
from amuprev.site.choosers import OrganisationChooser, organisation_chooser
from amuprev.site.cms_panels import StartPanel
from amuprev.site.desk_rights import seen_by
from amuprev.site.models import BulletinPage, HomePage


class TranslationsItem(MenuItem):
    """Shown to those who may make a page's translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("simple_translation.submit_translation")


class RecordsItem(MenuItem):
    """Shown to those who may change records."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(cms_views.CHANGES_RECORDS)


REMOVING = frozenset({"delete", "unpublish", "move"})
# People are kept in Django admin; Wagtail's help and reports speak of what editors here
# do not have. The report of translations stands in the menu itself.
UNUSED = frozenset({"reports", "help", "users"})


def is_permanent(page: Page) -> bool:
    """True for the home pages and the landings, whose addresses are fixed in code."""
    return isinstance(page.specific_deferred, FixedPage | HomePage)


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
@hooks.register("before_copy_page")
def keep_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete, unpublish or copy a permanent page."""
    return _refuse(request, page) if is_permanent(page) else None


@hooks.register("before_move_page")
def keep_place(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    """Refuse to move a permanent page."""
    return keep_page(request, page)


@hooks.register("before_bulk_action")
def keep_pages(
    request: HttpRequest, action_type: str, objects: Iterable, action: object
) -> HttpResponse | None:
    """Refuse a bulk action that would remove a permanent page among others."""
    if action_type not in REMOVING:
        return None
    kept = (page for page in objects if isinstance(page, Page) and is_permanent(page))
    page = next(kept, None)
    return _refuse(request, page) if page else None


@hooks.register("construct_page_action_menu")
def hide_unpublish(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict
) -> None:
    """Do not offer to unpublish what must stay."""
    page = context.get("page")
    if page is not None and is_permanent(page):
        menu_items[:] = [item for item in menu_items if item.name != "action-unpublish"]


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def hide_unused(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Offer only what editors of this portal use."""
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED]


@hooks.register("register_admin_urls")
def own_screens() -> list[URLPattern]:
    """The report of translations, and news from an activity."""
    report = cms_views.TranslationReport
    return [
        path("translations/", report.as_view(), name="translations_report"),
        path(
            "translations/results/",
            report.as_view(results_only=True),
            name="translations_report_results",
        ),
        path(
            "translations/records/",
            cms_views.record_translations,
            name="record_translations",
        ),
        path(
            "news-from-activity/",
            cms_views.news_from_activity,
            name="news_from_activity",
        ),
        path("bulletins/<int:pk>/send/", cms_views.send_bulletin, name="send_bulletin"),
    ]


@hooks.register("register_admin_viewset")
def choose_organisations() -> OrganisationChooser:
    """The window in which a card's association or municipality is chosen."""
    return organisation_chooser


@hooks.register("register_page_header_buttons")
def send_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Sending a published issue, to whoever may publish it."""
    if not isinstance(page, BulletinPage) or not page.live:
        return
    if page.permissions_for_user(user).can_publish():
        url = reverse("send_bulletin", args=[page.pk])
        yield Button(_("Send by e-mail"), url=url, icon_name="mail", priority=90)


@hooks.register("register_admin_menu_item")
def translations_item() -> MenuItem:
    """What waits to be translated, for whoever translates."""
    return TranslationsItem(
        gettext_lazy("Translations"),
        reverse_lazy("translations_report"),
        name="translations",
        icon_name="globe",
        order=250,
    )


@hooks.register("register_admin_menu_item")
def record_translations_item() -> MenuItem:
    """Which records lack their English, for whoever may write it."""
    return RecordsItem(
        gettext_lazy("Records to translate"),
        reverse_lazy("record_translations"),
        name="record-translations",
        icon_name="globe",
        order=260,
    )


@hooks.register("construct_page_chooser_queryset")
def choose_among_seen(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """A link or a card leads an author to no page that is not theirs to see."""
    return seen_by(request.user, pages)


@hooks.register("before_edit_page")
def tell_why_returned(request: HttpRequest, page: Page) -> None:
    """Say on top of a returned page who returned it and why; Wagtail hides it."""
    review = page.current_workflow_state
    if request.method != "GET" or review is None:
        return
    if review.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    returned = review.current_task_state
    said = {"who": returned.finished_by, "comment": returned.comment}
    told = (
        _("It was returned by %(who)s: «%(comment)s»")
        if returned.comment
        else _("It was returned by %(who)s, without a comment.")
    )
    messages.warning(request, told % said)


@hooks.register("register_account_menu_item")
def own_account(request: HttpRequest) -> dict[str, str]:
    """Where name, language, password and second step are kept."""
    return {
        "url": reverse("account_front"),
        "label": _("Your name, language and password"),
        "help_text": _("They are kept once, for the whole portal."),
    }


@hooks.register("insert_global_admin_css")
def own_colours() -> SafeString:
    """The portal's colours, and room for its own screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))


@hooks.register("construct_homepage_panels")
def start_panel(request: HttpRequest, panels: list[Component]) -> None:
    """What may be started, under what waits."""
    panels.append(StartPanel())


@hooks.register("construct_homepage_summary_items", order=1)
def count_nothing(request: HttpRequest, summary_items: list[SummaryItem]) -> None:
    """The first screen tells what waits, not how much there is."""
    summary_items.clear()


def _refuse(request: HttpRequest, page: Page) -> HttpResponse:
    messages.error(
        request,
        _(
            "«%(title)s» is a permanent page: its address is printed and linked "
            "elsewhere. Change its text instead."
        )
        % {"title": page.title},
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
