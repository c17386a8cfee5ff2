"""Only what is public now is found: each act that hides or shows, and the upkeep."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amuprev.foundation.models import GlossaryTerm, SearchDocument, SearchWord
from amuprev.foundation.search.questions import understand
from amuprev.foundation.search.tables import put_in, take_out
from amuprev.site import searching
from amuprev.site.choices import Admission
from network.choices import Role
from network.models import Activity, Milestone
from network.services import organisations, review, takedowns
from network.services.deletions import delete_record, restore_deletion
from network.services.listing import keep_in_step, list_what_is_due
from tests.network import factories
from tests.public_pages import plant_pages
from tests.site import pages

pytestmark = pytest.mark.django_db
SECRET, MISTYPED = "quetzalcuate", "quetsalcuate"


def found(text, language="es", **filters):
    """The addresses that a reader is led to, in order."""
    with override(language):
        asked = list(filters.items())
        given = searching.answer(understand(text).words, asked)
        return [result.address for result in searching.results_of(given, 1)]


def meant(text):
    return searching.answer(understand(text).words, ()).meant


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def keeper(town):
    return factories.staff_of(town, Role.COORDINATES)


@pytest.fixture
def activity(town):
    return factories.ApprovedActivityFactory(
        owner=town, title_es=f"Taller {SECRET}", title_en=f"Workshop {SECRET}"
    )


def test_an_activity_is_found_in_both_languages(activity):
    assert found(SECRET) == [f"/es/bitacora/{activity.pk}/"]
    assert found(SECRET, "en") == [f"/en/activities/{activity.pk}/"]
    assert found(f"{SECRET} mixco") == []


def test_only_spanish_is_found_in_english_and_marked(town):
    factories.ApprovedActivityFactory(
        owner=town, title_es=f"Jóvenes {SECRET}", title_en="", what_happened_en=""
    )
    with override("en"):
        given = searching.answer(understand(f"joven {SECRET}").words, ())
        (result,) = searching.results_of(given, 1)
    assert (result.title_language, result.text_language) == ("es", "es")


def test_hidden_is_found_by_nobody_and_shown_again_by_all(activity, keeper):
    review.hide_activity(activity=activity, by=keeper)
    assert found(SECRET) == []
    assert meant(MISTYPED) == ""
    review.show_activity(activity=Activity.objects.get(pk=activity.pk), by=keeper)
    assert len(found(SECRET)) == 1
    assert meant(MISTYPED) == SECRET


def test_what_is_taken_down_is_gone_at_once(activity, keeper):
    asked = takedowns.ask_take_down(
        thing=takedowns.find_thing(f"activity-{activity.pk}"),
        why="myself", words="Se ve a mi hija", email="vecina@ejemplo.test",
    )  # fmt: skip
    assert len(found(SECRET)) == 1
    takedowns.hide_now(take_down=asked, by=keeper)
    assert found(SECRET) == []


def test_withdrawn_is_gone(activity, keeper):
    review.withdraw_activity(activity=activity, by=keeper)
    assert found(SECRET) == []


def test_an_act_that_is_undone_changes_nothing(activity, keeper):
    with transaction.atomic():
        review.hide_activity(activity=activity, by=keeper)
        transaction.set_rollback(True)
    assert len(found(SECRET)) == 1


def test_nothing_is_found_before_its_day_and_by_itself_from_then_on(town):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    factories.ApprovedActivityFactory(owner=town)
    coming = factories.ApprovedActivityFactory(
        owner=town, title_es=SECRET, publish_from=tomorrow
    )
    assert found(SECRET) == []
    Activity.objects.filter(pk=coming.pk).update(publish_from=timezone.localdate())
    list_what_is_due()
    assert len(found(SECRET)) == 1


def test_a_hidden_organisation_takes_what_it_did_with_it(town, activity):
    name = town.name_es
    keep_in_step(town)
    own = f"/es/red/municipios/{town.slug}/"
    assert own in found(name)
    secretary = factories.secretariat_member()
    organisations.hide_organisation(organisation=town, by=secretary)
    assert found(SECRET) == []
    assert own not in found(name)
    organisations.show_organisation(organisation=town, by=secretary)
    assert len(found(SECRET)) == 1
    assert own in found(name)


def test_a_row_that_nobody_listed_is_not_shown_by_the_index(activity):
    Activity.objects.filter(pk=activity.pk).update(hidden_at=timezone.now())
    assert found(SECRET) == []


def test_a_deleted_record_is_gone_and_comes_back():
    milestone = Milestone.objects.create(
        key="h", title_es=f"Hito {SECRET}", started=datetime.date(2012, 5, 1)
    )
    term = factories.GlossaryTermFactory(name_es=f"Palabra {SECRET}")
    keep_in_step(milestone)
    assert len(found(SECRET)) == 2
    secretary = factories.secretariat_member()
    for record in (milestone, term):
        deletion = delete_record(record=type(record).objects.get(), by=secretary)
        assert len(found(SECRET)) == 1
        restore_deletion(deletion=deletion, by=secretary)
        assert len(found(SECRET)) == 2


def test_filters_narrow_by_kind_country_and_year(town):
    for year in (2012, 2014):
        factories.ApprovedActivityFactory(
            owner=town, title_es=SECRET, started=datetime.date(year, 3, 1)
        )
    assert len(found(SECRET, k="activity", c="SV")) == 2
    assert len(found(SECRET, y="2012")) == 1
    assert found(SECRET, c="GT") == found(SECRET, k="country") == []
    # Without words, everything of the filter, newest first.
    assert found("", y="2014") == found(SECRET, y="2014")


def test_pages_follow_publishing_renaming_and_deletion():
    plant_pages()
    page = pages.a_news("es", title=f"Noticia {SECRET}")
    assert len(found(SECRET)) == 1
    page.title = "Otra noticia"
    page.save_revision()
    assert len(found(SECRET)) == 1, "a draft changes nothing"
    page.get_latest_revision().publish()
    assert found(SECRET) == []
    page = pages.a_news("es", title=f"Segunda {SECRET}")
    page.unpublish()
    assert found(SECRET) == []
    page.save_revision().publish()
    (address,) = found(SECRET)
    page.refresh_from_db()
    page.slug = "con-otro-nombre"
    page.save_revision().publish()
    assert found(SECRET) == ["/es/noticias/con-otro-nombre/"] != [address]
    page.delete()
    assert found(SECRET) == []


def test_an_event_by_invitation_is_found_only_when_it_is_over():
    plant_pages()
    day = timezone.localdate() + datetime.timedelta(days=9)
    event = pages.an_event(
        "es", title=f"Encuentro {SECRET}", day=day, admission=Admission.INVITATION
    )
    assert found(SECRET) == []
    before = timezone.localdate() - datetime.timedelta(days=3)
    type(event).objects.filter(pk=event.pk).update(
        day=before, starts_at=timezone.now(), ends_at=timezone.now()
    )
    searching.mend_search()
    assert len(found(SECRET)) == 1
    type(event).objects.filter(pk=event.pk).update(day=day)
    assert found(SECRET) == [], "what the clock decides is asked again"


def test_a_term_is_found_by_what_a_country_calls_it():
    term = factories.GlossaryTermFactory(name_es="Comité", name_en="Committee")
    term.country_names.create(country="GT", name="Comisión Xelajú", acronym="COXEL")
    term.also_en = "Board"
    term.save()
    keep_in_step(term)
    address = f"/es/glosario/{term.slug}/"
    assert found("coxel") == found("board") == found("committee") == [address]
    assert found("comision", c="GT") == [address]


def test_the_check_sees_what_is_wrong_and_mends_it(activity):
    say = io.StringIO()
    call_command("check_search", "--repair", stdout=say)
    call_command("check_search", stdout=say)
    row = SearchDocument.objects.get(kind="activity", language="es")
    for spoil in (
        lambda: SearchDocument.objects.filter(pk=row.pk).update(title="Otra cosa"),
        lambda: Activity.objects.filter(pk=activity.pk).update(
            hidden_at=timezone.now()
        ),
        lambda: Activity.objects.filter(pk=activity.pk).update(hidden_at=None),
        lambda: take_out([(row.pk, row.tokens)]),
        lambda: put_in([(1, "es_nada")]),
    ):
        spoil()
        with pytest.raises(CommandError):
            call_command("check_search", stdout=say)
        call_command("check_search", "--repair", stdout=say)
        call_command("check_search", stdout=say)
    assert len(found(SECRET)) == 1


def test_an_empty_search_fills_itself(activity):
    take_out(SearchDocument.objects.values_list("pk", "tokens"))
    SearchDocument.objects.all().delete()
    SearchWord.objects.all().delete()
    assert found(SECRET) == []
    assert searching.fill_when_empty() > 0
    assert len(found(SECRET)) == 1
    assert searching.fill_when_empty() == 0


def test_the_glossary_feeds_the_synonyms():
    factories.GlossaryTermFactory(name_es="Violencia intrafamiliar", name_en="Abuse")
    town = factories.reviewed_municipality()
    made = factories.ApprovedActivityFactory(
        owner=town, what_happened_es="Se habló de la violencia intrafamiliar."
    )
    assert f"/es/bitacora/{made.pk}/" not in found("maltrato")
    term = GlossaryTerm.objects.get()
    term.also_es = "Maltrato"
    term.save()
    assert f"/es/bitacora/{made.pk}/" in found("maltrato")
