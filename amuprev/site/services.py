"""Verbs of the roof: what editors start from records."""

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from amuprev.foundation.prose import render_prose
from amuprev.site.models import NewsIndexPage, NewsPage
from network.choices import OrganisationKind
from network.lines import line_of
from network.models import Activity, Affiliation, Organisation, User
from network.services.refusals import Refused

MOST_TITLE, MOST_LEAD = 255, 400


def news_list_for(user: User) -> Page | None:
    """The Spanish news list, where new news begin; None for who may not add to it."""
    index = NewsIndexPage.objects.filter(locale__language_code="es").first()
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return None
    return index


@transaction.atomic
def draft_news(*, activity: Activity, by: User) -> NewsPage:
    """Start a piece of news filled in from a public activity; nothing is published."""
    index = news_list_for(by)
    if index is None:
        raise Refused(_("You may not add news."))
    if not Activity.objects.public().filter(pk=activity.pk).exists():
        raise Refused(_("This activity is not public, or not yet."))
    line = line_of(activity)
    news = NewsPage(
        title=str(line["title"])[:MOST_TITLE],
        lead=str(line["plain_text"] or line["where"])[:MOST_LEAD],
        day=activity.ended or activity.started,
        author=_teller(activity, by),
        activity=activity,
        locale=index.locale,
        live=False,
        owner=by,
    )
    told = (activity.what_happened_es, activity.result_es)
    news.body = news.body.stream_block.normalize(
        [("paragraph", render_prose(text)) for text in told if text]
    )
    index.add_child(instance=news)
    news.save_revision(user=by, changed=True)
    log(instance=news, action="wagtail.create", user=by, content_changed=True)
    return news


def _teller(activity: Activity, by: User) -> Organisation | None:
    """The writer's own association, else the one to which the activity belongs."""
    own = Organisation.objects.associations().filter(pk__in=by.standing.writes_for)
    if teller := own.order_by("pk").first():
        return teller
    if activity.owner.kind == OrganisationKind.ASSOCIATION:
        return activity.owner
    link = (
        Affiliation.objects.today()
        .filter(municipality=activity.owner, reviews=True)
        .select_related("association")
        .first()
    )
    return link.association if link else None


def publish_scheduled() -> int:
    """Publish and withdraw the pages whose hour has come; returns how many."""
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lt=now).count()
    over = Page.objects.filter(live=True, expire_at__lt=now).count()
    if due or over:
        call_command("publish_scheduled", verbosity=0)
    return due + over
