"""An association's author at Wagtail's side doors: nothing of another one's drafts.

Every screen of /cms/ is found from the addresses, so a new one is tried by itself.
"""

import itertools
import re
from collections.abc import Iterator

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    Comment,
    Page,
    PageViewRestriction,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
)

from amuprev.contract.answers import known_faults
from amuprev.contract.routes import every_route
from amuprev.site.content.desk import REVIEW
from amuprev.site.models import NewsIndexPage, NewsPage
from network.choices import Role
from network.services.people import keep_editors_in_step
from tests.network.desk import signed_in
from tests.network.factories import AssociationFactory, editor_of_the_portal, staff_of
from tests.site.pages import a_bulletin, a_news, a_picture, a_standard, an_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

SECRET = re.compile(r"CANARIO\w+", re.IGNORECASE)
TOMORROW = timezone.localdate() + timezone.timedelta(days=1)


def desk_of(person):
    keep_editors_in_step(person=person)
    return signed_in(person)


class Desk:
    """Two associations, each with an author, and what the second has not published."""

    def __init__(self) -> None:
        self.mine = AssociationFactory(acronym="ASOA")
        self.theirs = AssociationFactory(acronym="ASOB")
        self.author = staff_of(self.mine, Role.EDITS, language="es")
        self.other = staff_of(self.theirs, Role.EDITS, language="es")
        self.client, self.neighbour = desk_of(self.author), desk_of(self.other)
        self.index = NewsIndexPage.objects.get(locale__language_code="es")
        self.own = self.draft("Mi borrador", "mi-borrador", self.mine, self.author)
        self.picture = a_picture(uploaded_by_user=self.author)
        self.hidden = self.draft(
            "CANARIOtitulo", "canario-slug", self.theirs, self.other,
            lead="CANARIOlead", seo_title="CANARIOseo", picture=self.picture,
        )  # fmt: skip
        revision = self.hidden.latest_revision
        Comment.objects.create(
            page=self.hidden, user=self.other, text="CANARIOcomentario",
            contentpath="title", revision_created=revision,
        )  # fmt: skip
        self.state = Workflow.objects.get(name=REVIEW).start(self.hidden, self.other)
        self.live = a_news("es", title="Noticia de B", author=self.theirs)
        self.retitle(self.live, "CANARIOnuevo")
        self.standard = a_standard("es", title="Una página")
        self.retitle(self.standard, "CANARIOpagina")
        self.invited = an_event(
            "es", title="CANARIOevento", admission="invitation", day=str(TOMORROW)
        )

    def draft(self, title, slug, association, writer, **more) -> NewsPage:
        news = NewsPage(
            title=title, slug=slug, author=association, owner=writer, live=False,
            locale=self.index.locale, **{"lead": "Lo que se acordó.", **more},
        )  # fmt: skip
        news.body = news.body.stream_block.normalize(
            [("paragraph", "<p>CANARIOcuerpo</p>")] if "CANARIO" in title else []
        )
        self.index.add_child(instance=news)
        news.save_revision(user=writer)
        return news

    def retitle(self, page, title) -> None:
        page.title = title
        page.save_revision(user=self.other)

    @property
    def numbers(self) -> dict[str, list]:
        """What each argument of an address may hold of what is not the author's."""
        pages = [self.hidden.pk, self.live.pk, self.standard.pk, self.invited.pk]
        return {
            "page_id": pages,
            "page_to_move_id": pages[:2],
            "parent_page_id": [self.hidden.pk, self.index.pk, self.index.get_parent().pk, 1],
            "destination_id": [self.index.pk],
            "revision_id": [self.hidden.latest_revision.pk, self.live.latest_revision.pk],
            "task_state_id": [self.state.current_task_state.pk],
            "task_id": [self.state.current_task_state.task_id],
            "workflow_state_id": [self.state.pk],
            "pk": pages[:2],
            "page_pk": pages[:1],
            "image_id": [self.picture.pk],
            "object_id": pages[:1],
            "action_name": ["approve", "reject", "copy", "delete", "publish", "move"],
            "content_type_app_name": ["site_pages"],
            "content_type_model_name": ["newspage", "standardpage"],
            "app_label": ["wagtailcore"],
            "model_name": ["page"],
            "action": ["publish", "unpublish", "delete", "move"],
        }  # fmt: skip

    def addresses(self) -> Iterator[str]:
        """Every screen, about everything that is not the author's."""
        numbers = self.numbers
        for route in every_route():
            pattern = route.patterns["es"]
            if not pattern.startswith("/cms/") or "revisions_compare" in route.name:
                continue
            names = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
            for held in itertools.product(
                *(numbers.get(name, ["1"]) for name in names)
            ):
                filled = iter(held)
                yield re.sub(
                    r"<[^>]+>", lambda _found, it=filled: str(next(it)), pattern
                )
        yield from self.asked()

    def asked(self) -> Iterator[str]:
        """What has no route of its own: comparisons, searches, numbers in a question."""
        numbers = "&".join(f"id={each}" for each in self.numbers["page_id"])
        for page in (self.hidden, self.live):
            for versions in ("earliest...latest", "live...latest"):
                yield f"/cms/pages/{page.pk}/revisions/compare/{versions}/"
        for act in self.numbers["action"]:
            yield f"/cms/bulk/wagtailcore/page/{act}/?{numbers}"
            yield f"/cms/bulk/wagtailcore/page/{act}/?id=all&childOf={self.index.pk}"
        yield f"/cms/choose-page/chosen-multiple/?{numbers}"
        for place in ("choose-page/search", "pages/search", "images/usage/x"):
            yield f"/cms/{place}/?q=canario"
        yield f"/cms/api/main/pages/?for_explorer=1&child_of={self.index.pk}"
        yield "/cms/api/main/pages/?fields=*&search=canario"


@pytest.fixture
def desk(db):
    return Desk()


def told(answer) -> set[str]:
    """What an answer tells that is not the author's, save what was asked for."""
    if answer.streaming:
        return set()
    return set(SECRET.findall(answer.content.decode())) - {"canario"}


def test_no_screen_tells_an_author_of_another_associations_drafts(desk):
    found = {}
    for address in sorted(set(desk.addresses())):
        if secrets := told(desk.client.get(address)):
            found[address] = secrets
    assert found == {}


def test_what_is_looked_for_is_there(desk):
    """Its own association reads every word of it; so the search above could fail."""
    edit = reverse("wagtailadmin_pages:edit", args=[desk.hidden.pk])
    seen = told(desk.neighbour.get(edit))
    assert seen >= {
        "CANARIOtitulo",
        "CANARIOlead",
        "CANARIOcuerpo",
        "CANARIOcomentario",
    }
    listed = reverse("wagtailadmin_explore", args=[desk.index.pk])
    assert "CANARIOtitulo" in told(desk.neighbour.get(listed))


def kept() -> list:
    """All that an author could change of others, as it stands in the database."""
    columns = ("pk", "title", "draft_title", "live", "path", "url_path", "locked",
               "owner_id", "latest_revision_id", "go_live_at", "expire_at")  # fmt: skip
    return [
        list(Page.objects.values(*columns)),
        list(WorkflowState.objects.values("pk", "status")),
        list(TaskState.objects.values("pk", "status")),
        list(Comment.objects.values("pk", "text", "resolved_at")),
        Revision.objects.count(),
        PageViewRestriction.objects.count(),
        list(WorkflowPage.objects.values("page", "workflow")),
    ]


def test_no_forged_form_changes_another_associations_pages(desk):
    forged = {
        "title": "ROBADA", "new_title": "robada", "slug": "robada", "new_slug": "robada",
        "lead": "x", "day": "2026-01-01", "author": desk.mine.pk, "body-count": "0",
        "picture": "", "picture_text": "", "reviewed_on": "", "seo_title": "",
        "search_description": "", "go_live_at": "", "expire_at": "", "comment": "x",
        "new_parent_page": desk.index.pk, "chooser": desk.index.pk, "alias": "on",
        "publish_copies": "on", "locales": "2", "restriction_type": "login",
        "action-publish": "1", "action-submit": "1", "recursive": "1",
        "action-workflow-action": "1", "workflow-action-name": "approve",
        "page_type": "wagtailcore.page", "url": "/", "next": "/cms/",
    }  # fmt: skip
    before = kept()
    desk.client.raise_request_exception = False
    adding = f"/{desk.index.pk}/"
    changed = []
    for address in sorted(set(desk.addresses())):
        if (
            address.startswith("/cms/pages/add/site_pages/newspage")
            and adding in address
        ):
            continue  # where an author may write
        answer = desk.client.post(address, forged)
        fault = f"POST {address}" in known_faults()
        assert answer.status_code < 500 or fault, address
        assert told(answer) == set(), address
        if (after := kept()) != before:
            changed.append(address)
            before = after
    assert changed == []


def test_news_belong_to_their_association_whoever_began_them(desk):
    edit = reverse("wagtailadmin_pages:edit", args=[desk.own.pk])
    colleague = desk_of(staff_of(desk.mine, Role.EDITS, language="es"))
    for client in (desk.client, colleague):
        assert client.get(edit).status_code == 200
    appointment = desk.author.appointments.get()
    appointment.organisation = desk.theirs
    appointment.save()
    moved = desk_of(type(desk.author).objects.get(pk=desk.author.pk))
    assert moved.get(edit).status_code == 403
    listed = reverse("wagtailadmin_explore", args=[desk.index.pk])
    assert "Mi borrador" not in moved.get(listed).content.decode()
    assert "CANARIOtitulo" in moved.get(listed).content.decode()
    delete = reverse("wagtailadmin_pages:delete", args=[desk.own.pk])
    moved.post(delete, {})
    assert NewsPage.objects.filter(pk=desk.own.pk).exists()


def test_who_left_finds_every_door_shut(desk):
    desk.author.appointments.update(
        valid_to=timezone.localdate() - timezone.timedelta(1)
    )
    gone = signed_in(type(desk.author).objects.get(pk=desk.author.pk))
    for name in ("edit", "history", "view_draft", "copy", "delete"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[desk.own.pk])
        assert gone.get(address).status_code == 403
        assert gone.post(address, {}).status_code == 403


def test_an_author_finds_their_own_and_what_the_world_reads(desk):
    listed = reverse("wagtailadmin_explore", args=[desk.index.pk])
    page = a_news("es", title="Publicada por B", author=desk.theirs)
    for address in (
        listed,
        reverse("wagtailadmin_choose_page_child", args=[desk.index.pk]),
    ):
        shown = desk.client.get(address).content.decode()
        assert "Mi borrador" in shown
        assert page.title in shown
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert desk.client.get(edit).status_code in (302, 403)


def test_only_the_secretariat_sends_a_bulletin(desk):
    issue = a_bulletin("es")
    address = reverse("send_bulletin", args=[issue.pk])
    editor = desk_of(editor_of_the_portal(language="es"))
    for client in (editor, desk.client):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in (302, 403)
            assert "/edit/" not in answer.get("Location", "")
    assert not hasattr(issue, "sending")
