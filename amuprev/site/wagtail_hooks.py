"""What editors find in Wagtail, and cannot do by accident: permanent addresses stay."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.models import Page

from amuprev.foundation.models import LandingPage
from amuprev.site.models import HomePage

REMOVING = frozenset({"delete", "unpublish", "move"})
# No page holds pictures or documents yet; people are kept in Django admin; Wagtail's
# help and reports speak of what editors here do not have.
UNUSED = frozenset({"documents", "images", "reports", "help", "users"})


def is_permanent(page: Page) -> bool:
    """True for the home pages and the landings, whose addresses are fixed in code."""
    return isinstance(page.specific_deferred, LandingPage | HomePage)


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


@hooks.register("construct_homepage_summary_items", order=1)
def count_only_pages(request: HttpRequest, summary_items: list[SummaryItem]) -> None:
    """On the first screen too, after the others have added theirs."""
    summary_items[:] = [
        item for item in summary_items if isinstance(item, PagesSummaryItem)
    ]


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
