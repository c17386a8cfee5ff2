"""Every form of the portal, sent with what nobody sane would write (R13).

The forms are those of the routes that take a POST, so a new one is tried by itself.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import TestCase
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings

from amuprev.contract.answers import Declared, declared, roles
from amuprev.contract.routes import every_route
from amuprev.foundation.models import GlossaryTerm, SearchSynonyms
from network import models
from network.services.people import keep_editors_in_step
from tests.contract.cast import Cast, gather
from tests.contract.fuzzing import (
    LONG,
    TYPED,
    body_of,
    changes,
    faults_of,
    send,
    small,
    written,
)
from tests.network.desk import one_of_each
from tests.page_forms import PageForm, posting_forms

LONG_RUN = 2_000
GROWTH = 150 * 1024
PLACES: dict[str, tuple[str, str]] = {}
# Who tries first: those who may most, then those who stand outside.
TRYING = ("clerk", "coordinator", "secretariat", "reviewer", "anonymous", "editor")
ADMIN_ROUTES = [
    route
    for route in every_route()
    if route.name.startswith(("admin:network_", "admin:foundation_"))
]


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Cast]:
    """Everybody and everything, made once and taken away at the end."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), TestCase().settings(MEDIA_ROOT=str(media)):
        outer = transaction.atomic()
        outer.__enter__()
        try:
            everybody = gather()
            one_of_each()
            keep_editors_in_step(person=everybody.people["editor"])
            everybody.media = str(media)
            PLACES.clear()
            yield everybody
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)


POSTED = [entry for entry in declared() if "POST" in entry.tables]


def opening(entry: Declared) -> list[tuple[str, str]]:
    """Who may post there about an object in which state: the first that shows a page,
    or else that goes through."""
    wanted = [*TRYING, *(role for role in roles() if role not in TRYING)]
    got, posted = entry.tables.get("GET", {}), entry.tables["POST"]
    cells = [(role, state) for role in wanted for state in entry.states]
    shown = [cell for cell in cells if got.get(cell) in ("P", "F")]
    through = [cell for cell in cells if posted.get(cell) in ("P", "R", "F")]
    return [cell for cell in shown if cell in through] or through or cells


def the_form(cast: Cast, role: str, path: str) -> PageForm:
    """The longest form of the page that goes to its own address; without one, an empty one."""
    with transaction.atomic():
        answer = cast.clients[role].get(path, follow=True)
        transaction.set_rollback(True)
    if answer.status_code != 200 or answer.streaming:
        return PageForm(path, "post")
    own = [
        form
        for form in posting_forms(answer, path)
        if form.action.partition("?")[0] in (path.partition("?")[0], "", ".")
    ]
    return max(own, key=lambda form: len(form.kinds), default=PageForm(path, "post"))


def tried(
    cast: Cast, role: str, path: str, times: int, form: PageForm | None = None
) -> list[str]:
    """What went wrong in so many posts."""
    form, client = form or the_form(cast, role, path), cast.clients[role]
    wrong: dict[str, str] = {}
    count = 0

    @settings(
        max_examples=times,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(changes())
    def again(changed) -> None:
        nonlocal count
        count += 1
        pairs = written(form, changed)
        answer = send(client, path, *body_of(form, pairs, count))
        for fault in faults_of(answer, form, pairs):
            wrong.setdefault(fault, small(pairs))

    again()
    for name, kind in form.kinds.items():
        if kind in TYPED:
            pairs = [pair for pair in written(form, []) if pair[0] != name]
            answer = send(client, path, *body_of(form, [*pairs, (name, LONG)], 0))
            for fault in faults_of(answer, form, pairs):
                wrong.setdefault(f"{fault} with a million letters in {name}", "")
            break
    return [f"{path} {fault}: {sent}" for fault, sent in wrong.items()]


def short(form: PageForm, many: int = 100) -> int:
    """How often in the short run: a form without a box to write in, less."""
    return many if TYPED & set(form.kinds.values()) else max(many // 30, 1)


def place_of(cast: Cast, entry: Declared) -> tuple[str, str]:
    """Who sees the longest form of this route, and where."""
    if entry.title not in PLACES:
        PLACES[entry.title] = _looked_for(cast, entry)
    return PLACES[entry.title]


def _looked_for(cast: Cast, entry: Declared) -> tuple[str, str]:
    first = {}
    for role, state in opening(entry):
        if role in TRYING:
            first.setdefault(role, cast.path(entry, state))
    places = list(first.items()) or [
        (role, cast.path(entry, state)) for role, state in opening(entry)[:1]
    ]
    return max(places, key=lambda place: len(the_form(cast, *place).kinds))


@pytest.mark.parametrize("entry", POSTED, ids=lambda entry: entry.title)
def test_no_form_breaks_or_forgets(cast, entry, settings):
    settings.MEDIA_ROOT = cast.media
    role, path = place_of(cast, entry)
    assert tried(cast, role, path, short(the_form(cast, role, path))) == []


def test_the_forms_are_found_with_their_boxes(cast):
    with_boxes = {
        entry.title
        for entry in POSTED
        if TYPED & set(the_form(cast, *place_of(cast, entry)).kinds.values())
    }
    assert len(with_boxes) >= 15
    known = {"network:quick_log", "take_down", "account_login", "invitation"}
    assert known <= with_boxes


def asked_for(answer, form: PageForm) -> list[str]:
    """The boxes of the page without which its form is refused."""
    bound = (answer.context or {}).get("form")
    fields = getattr(bound, "fields", {})
    return [name for name in fields if fields[name].required and name in form.kinds]


@pytest.mark.parametrize("entry", POSTED, ids=lambda entry: entry.title)
def test_a_refusal_names_the_field_in_both_places(cast, entry, settings):
    settings.MEDIA_ROOT = cast.media
    role, path = place_of(cast, entry)
    form, client = the_form(cast, role, path), cast.clients[role]
    if not TYPED & set(form.kinds.values()):
        return
    shown = client.get(path, follow=True)
    # Of a decision the press that asks for a note; not the one that only looks for more.
    drawn = shown.content.decode()
    presses = [
        meant
        for offered, meant in (("return", "return"), ("look", "save"))
        if f'name="action" value="{offered}"' in drawn
    ]
    for name in asked_for(shown, form):
        if form.kinds[name] == "hidden":
            continue
        pairs = [pair for pair in written(form, []) if pair[0] != name]
        if presses:
            pairs = [pair for pair in pairs if pair[0] != "action"]
            pairs.append(("action", presses[0]))
        page = send(client, path, *body_of(form, pairs, 0)).content.decode()
        assert f'id="id_{name}_error"' in page, name
        assert f'href="#id_{name}' in page, name


def memory() -> int:
    """What this process holds, in KiB."""
    told = Path("/proc/self/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", told)[1])


def long_run(cast: Cast, role: str, path: str) -> None:
    """A form 2,000 times; what the process holds does not grow."""
    # The first answers fill what a process remembers of all.
    tried(cast, role, path, 20)
    before = memory()
    typed = TYPED & set(the_form(cast, role, path).kinds.values())
    assert tried(cast, role, path, LONG_RUN if typed else 50) == []
    assert memory() - before <= GROWTH


@pytest.mark.soak
@pytest.mark.parametrize("entry", POSTED, ids=lambda entry: entry.title)
def test_long_run(cast, entry, settings):
    settings.MEDIA_ROOT = cast.media
    long_run(cast, *place_of(cast, entry))


@pytest.mark.soak
@pytest.mark.parametrize("route", ADMIN_ROUTES, ids=lambda route: route.name)
def test_long_run_of_the_secretariats_forms(cast, route, settings):
    settings.MEDIA_ROOT = cast.media
    long_run(cast, "secretariat", admin_address(route))


def admin_address(route) -> str:
    """The route about the newest record of its model."""
    name = re.sub(r"^admin:(network|foundation)_", "", route.name)
    known = sorted(
        (
            each
            for each in (*vars(models).values(), GlossaryTerm, SearchSynonyms)
            if hasattr(each, "_meta")
        ),
        key=lambda model: -len(model._meta.model_name),
    )
    model = next(each for each in known if name.startswith(each._meta.model_name))
    records = model._default_manager.all()
    if model._meta.proxy:
        records = records.filter(kind=model._meta.model_name)
    if model is models.Activity:
        records = records.exclude(review_state="draft")
    record = records.order_by("pk").last()
    if route.name.endswith("_simple_history"):
        version = record.history.latest().history_id
        return reverse(route.name, args=[record.pk, version])
    return reverse(route.name, kwargs=dict.fromkeys(route.arguments, record.pk))


@pytest.mark.parametrize("route", ADMIN_ROUTES, ids=lambda route: route.name)
def test_no_form_of_the_secretariat_breaks_or_forgets(cast, route, settings):
    settings.MEDIA_ROOT = cast.media
    path = admin_address(route)
    many = short(the_form(cast, "secretariat", path), 6)
    assert tried(cast, "secretariat", path, many) == []


@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtaildocs:add", "page"])
def test_no_form_of_the_editors_that_holds_our_code_breaks(cast, name, settings):
    settings.MEDIA_ROOT = cast.media
    path = reverse("wagtailadmin_home") if name == "page" else reverse(name)
    if name == "page":
        page = models.NetworkLandingPage.objects.order_by("pk").first()
        path = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = the_form(cast, "editor", path)
    assert len(form.kinds) > 2
    # Wagtail's own editor of long texts writes JSON into its box, and Wagtail answers
    # 500 to an editor who sends anything else by hand.
    for box in [each for each, held in form.values.items() if '"blocks"' in str(held)]:
        form.kinds.pop(box, None)
    wrong = tried(cast, "editor", path, 20, form)
    assert [fault for fault in wrong if "loses" not in fault] == []
