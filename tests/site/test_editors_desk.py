"""Editors' work in Wagtail: what they start, what waits, what the secretariat publishes."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from amuprev.site.models import (
    BulletinIndexPage,
    BulletinPage,
    NewsIndexPage,
    NewsPage,
)
from amuprev.site.translations import to_translate, waits_for
from network.choices import Role
from network.services.people import keep_editors_in_step
from tests.network.desk import signed_in
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    editor_of_the_portal,
    secretariat_member,
    staff_of,
)
from tests.site.pages import a_news, a_standard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

TODAY = timezone.localdate()
NO_BODY = {"body-count": "0"}


def desk_of(person):
    keep_editors_in_step(person=person)
    return signed_in(person)


@pytest.fixture
def association():
    return AssociationFactory(acronym="ASOX")


@pytest.fixture
def editor():
    return desk_of(editor_of_the_portal(language="es"))


@pytest.fixture
def secretary():
    return desk_of(secretariat_member(language="es"))


@pytest.fixture
def author(association):
    return desk_of(staff_of(association, Role.EDITS, language="es"))


def index(language: str = "es") -> NewsIndexPage:
    return NewsIndexPage.objects.get(locale__language_code=language)


def typed(title: str, **given) -> dict:
    return {
        "title": title,
        "slug": title.lower().replace(" ", "-"),
        "lead": "Lo que se acordó.",
        "day": str(TODAY),
        "author": "",
        "picture": "",
        "picture_text": "",
        "reviewed_on": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        **NO_BODY,
        **given,
    }


def write(desk, title: str, **given):
    address = reverse(
        "wagtailadmin_pages:add", args=["site_pages", "newspage", index().pk]
    )
    return desk.post(address, typed(title, **given))


def test_what_an_editor_sends_waits_for_the_secretariat_which_publishes(
    editor, secretary, client
):
    write(editor, "La feria", **{"action-submit": "1"})
    news = NewsPage.objects.get()
    assert not news.live
    assert news.current_workflow_state.workflow.name == "Revisión de la secretaría"
    edit = reverse("wagtailadmin_pages:edit", args=[news.pk])
    told = editor.get(edit).content.decode()
    assert 'name="action-publish"' not in told
    editor.post(edit, typed("La feria", **{"action-publish": "1"}))
    news.refresh_from_db()
    assert not news.live
    assert "La feria" in secretary.get("/cms/").content.decode()
    told = secretary.get(edit).content.decode()
    assert "La feria" in told
    task = news.current_workflow_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[news.pk, "approve", task.pk]
    )
    assert editor.post(approve, {}).status_code in (302, 403)
    news.refresh_from_db()
    assert not news.live
    secretary.post(approve, {"comment": ""})
    news.refresh_from_db()
    assert news.live
    assert "La feria" in client.get("/es/").content.decode()


def test_an_author_writes_news_of_their_own_association_alone(
    author, editor, association
):
    other = AssociationFactory(acronym="OTRA")
    write(author, "De otra", author=other.pk)
    assert not NewsPage.objects.exists()
    write(author, "De la mía", author=association.pk, **{"action-submit": "1"})
    mine = NewsPage.objects.get()
    assert mine.author == association
    assert mine.current_workflow_state
    write(editor, "De la red", author="")
    theirs = NewsPage.objects.get(title="De la red")
    assert author.get(
        reverse("wagtailadmin_pages:edit", args=[theirs.pk])
    ).status_code in (302, 403)
    home = index().get_parent()
    add = reverse(
        "wagtailadmin_pages:add", args=["site_pages", "standardpage", home.pk]
    )
    assert author.get(add).status_code in (302, 403)
    assert (
        "OTRA"
        not in author.get(
            reverse("wagtailadmin_pages:edit", args=[mine.pk])
        ).content.decode()
    )


def test_news_from_an_activity_starts_filled_in(editor, author, association):
    activity = ApprovedActivityFactory(
        title_es="Taller de mediación",
        started="2026-03-12",
        what_happened_es="Se trabajaron **tres** casos.",
        result_es="Dos acuerdos.",
    )
    address = reverse("news_from_activity")
    assert "Taller de mediación" in editor.get(address).content.decode()
    found = editor.get(address, {"activity": activity.number}).content.decode()
    assert "Taller de mediación" in found
    answer = editor.post(address, {"activity": activity.pk})
    news = NewsPage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[news.pk])
    assert not news.live
    assert news.title == "Taller de mediación"
    assert news.day == datetime.date(2026, 3, 12)
    assert news.activity == activity
    told = str(news.body)
    assert "<strong>tres</strong>" in told
    assert "Dos acuerdos." in told
    assert editor.get(answer.url).status_code == 200
    author.post(address, {"activity": activity.pk})
    assert NewsPage.objects.get(owner__email__startswith="persona", author=association)


@pytest.mark.parametrize(
    "said", ["", "abc", "-1", "9" * 30, "\u0661", "\x00", "' OR 1=1"]
)
def test_no_news_from_an_activity_that_is_not_public(editor, said):
    hidden = ApprovedActivityFactory(hidden_at=timezone.now())
    address = reverse("news_from_activity")
    for number in (said, str(hidden.pk)):
        assert editor.get(address, {"activity": number}).status_code == 200
        assert editor.post(address, {"activity": number}).status_code == 302
    assert not NewsPage.objects.exists()


def test_news_tells_of_its_activity_only_while_that_is_public(client):
    activity = ApprovedActivityFactory(title_es="Taller de mediación")
    news = a_news("es", activity=activity)
    assert "Taller de mediación" in client.get(news.url).content.decode()
    activity.hidden_at = timezone.now()
    activity.save()
    assert "Taller de mediación" not in client.get(news.url).content.decode()


def test_the_report_lists_what_is_missing_a_draft_or_older(secretary):
    _alone, drafted, older, whole = (
        a_news("es", title=title) for title in ("Sola", "Borrador", "Vieja", "Entera")
    )
    for page, live in ((drafted, False), (older, True), (whole, True)):
        other = page.copy_for_translation(index("en").locale)
        if live:
            other.save_revision().publish()
    older.save_revision().publish()
    waiting = {page.title: waits_for(page) for page in to_translate(Page.objects.all())}
    mine = {
        title: waiting.get(title) for title in ("Sola", "Borrador", "Vieja", "Entera")
    }
    assert mine == {
        "Sola": "missing", "Borrador": "draft", "Vieja": "older", "Entera": None,
    }  # fmt: skip
    told = secretary.get(reverse("translations_report")).content.decode()
    assert "Su traducción es más vieja" in told
    assert "Entera" not in told
    assert re.search(r"A 3 páginas les falta", secretary.get("/cms/").content.decode())


def test_a_page_is_translated_and_linked_both_ways(editor, secretary, client):
    news = a_news("es", title="La feria")
    address = reverse("simple_translation:submit_page_translation", args=[news.pk])
    english = index("en").locale
    editor.post(address, {"locales": [english.pk], "include_subtree": ""})
    other = news.get_translation(english)
    assert not other.live
    assert 'href="http://testserver/en/' not in client.get(news.url).content.decode()
    other.title, other.slug = "The fair", "the-fair"
    other.save_revision().publish()
    other.refresh_from_db()
    for page, there in ((news, "/en/news/the-fair/"), (other, news.url)):
        told = client.get(page.url).content.decode()
        assert 'hreflang="en" href="http://testserver/en/news/the-fair/"' in told
        assert f'href="{there}"' in told


def test_wagtail_speaks_spanish_and_opens_on_what_waits(editor, author):
    told = editor.get("/cms/").content.decode()
    for words in ("Escribir una noticia", "Anunciar un evento", "Traducciones"):
        assert words in told
    assert '<html lang="es"' in told
    theirs = author.get("/cms/").content.decode()
    assert "Escribir una noticia" in theirs
    assert "Anunciar un evento" not in theirs
    assert 'href="/cms/translations/"' not in theirs


def test_what_is_scheduled_is_published_when_its_hour_comes(client):
    news = a_news("es", title="Hoy no")
    later = a_standard("es", title="Más tarde")
    later.go_live_at = timezone.now() + datetime.timedelta(minutes=5)
    later.save_revision().publish()
    later.unpublish()
    assert client.get(later.url).status_code == 404
    later.go_live_at = timezone.now() - datetime.timedelta(minutes=5)
    later.save_revision(approved_go_live_at=later.go_live_at)
    news.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    news.save()
    call_command("run_due", "publish-scheduled")
    assert client.get(later.url).status_code == 200
    assert client.get(news.url).status_code == 404


@pytest.mark.parametrize("year", ["2008", "2101", "veinte", "-3"])
def test_the_year_of_an_issue_says_its_limits_in_words(secretary, year):
    issues = BulletinIndexPage.objects.get(locale__language_code="es")
    address = reverse(
        "wagtailadmin_pages:add", args=["site_pages", "bulletinpage", issues.pk]
    )
    sent = typed("Boletín", year=year, quarter="3", **{"action-publish": "1"})
    page = secretary.post(address, sent).content.decode()
    assert "Escriba un año de 2009 a 2100." in page
    assert not BulletinPage.objects.exists()
