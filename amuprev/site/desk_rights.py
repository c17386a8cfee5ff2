"""What an association's author learns of at the editors' desk.

Wagtail lists every page under one where somebody may add, drafts of others included,
and its windows for choosing a page list them all.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from amuprev.site.models import EventPage
from amuprev.site.page_rights import sees_all

HOME_DEPTH = 2
# What Wagtail calls the number of a page in its addresses.
PAGE_ARGUMENTS = ("page_id", "page_to_move_id", "parent_page_id", "destination_id")
# Where numbers of pages stand behind the question mark.
NUMBERS_ASKED = frozenset(
    {"wagtailadmin_choose_page_chosen_multiple", "wagtail_bulk_action"}
)
EDITORS_ALONE = "wagtailadmin_reports"

explorable_instances = PagePermissionPolicy.explorable_instances


def seen_by(user: Any, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these pages, those whose title the person may learn.

    Of an author: the news of their association, and of all else what the world reads.
    Wagtail tells a published page by its draft's title, so none that is being renamed.
    """
    if sees_all(user):
        return pages
    theirs = Q(newspage__author__in=user.standing.writes_for)
    public = Q(live=True, draft_title=F("title"))
    told = EventPage.objects.told_in_full()
    untold = EventPage.objects.exclude(pk__in=told.values("pk"))
    kept = Page.objects.filter(theirs | public | Q(depth__lte=HOME_DEPTH))
    kept = kept.exclude(pk__in=untold.values("pk"))
    return pages.filter(pk__in=kept.values("pk"))


def explorable_by(policy: PagePermissionPolicy, user: Any) -> QuerySet[Page]:
    """The pages that lists, search, interface and histories show a person."""
    return seen_by(user, explorable_instances(policy, user))


def limit_lists() -> None:
    """Let all that asks Wagtail which pages somebody may explore be told ours."""
    PagePermissionPolicy.explorable_instances = explorable_by


def is_closed(request: HttpRequest, held: Mapping[str, Any]) -> bool:
    """True where an author would learn of pages that are not theirs to see."""
    if sees_all(request.user):
        return False
    where = request.resolver_match
    if where is None or EDITORS_ALONE in where.namespaces:
        return True
    named = {held[name] for name in PAGE_ARGUMENTS if name in held}
    if where.url_name in NUMBERS_ASKED and held.get("model_name", "page") == "page":
        asked = request.GET.getlist("id")
        if "all" in asked:
            return True
        named |= {int(each) for each in asked if each.isdecimal()}
    pages = Page.objects.filter(pk__in=named)
    return pages.count() != seen_by(request.user, pages).count()
