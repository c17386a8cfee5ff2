"""Answering by several people: nobody over another, missing is never zero."""

import datetime
import uuid
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from municipio_seguro import typed
from municipio_seguro.choices import AssessmentKind
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.services import answering, evidence, opening
from municipio_seguro.services.answering import Said
from municipio_seguro.services.moving import Stale
from municipio_seguro.services.x_ray import assessed
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.foundation import upload_samples as samples
from tests.municipio_seguro import factories
from tests.network.factories import secretariat_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.a_town()


@pytest.fixture
def draft(town):
    return factories.opened(town)


def save(draft, by, code="PAR-01", version=0, **said):
    return answering.save_answer(
        assessment=draft, by=by, code=code, said=Said(**said), version=version
    )


def test_opened_once_per_form(town):
    factories.the_instrument()
    key = uuid.uuid4()
    first, new = opening.open_assessment(
        municipality=town.organisation, by=town.lead, client_uuid=key
    )
    again, once_more = opening.open_assessment(
        municipality=town.organisation, by=town.lead, client_uuid=key
    )
    assert (first, new, once_more) == (again, True, False)


def test_one_open_assessment_a_municipality(town, draft):
    with pytest.raises(Refused) as refusal:
        factories.opened(town)
    assert refusal.value.code == "open"
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize("who", ["clerk", "mayor"])
def test_only_the_coordination_or_the_network_opens(town, who):
    with pytest.raises(Refused):
        factories.opened(town, by=getattr(town, who))
    assert factories.opened(town, by=town.reviewer)


def test_two_people_answer_and_both_count(town, draft):
    save(draft, town.clerk, "PAR-01", level="2")
    save(draft, town.clerk2, "PAR-02", level=0)
    rows = {row.code: row for row in draft.answers.all()}
    assert {code: row.level for code, row in rows.items()} == {"PAR-01": 2, "PAR-02": 0}
    assert rows["PAR-02"].answered_by == town.clerk2
    assert set(draft.writers.all()) == {town.clerk, town.clerk2}
    assert AuditEntry.objects.filter(act="answer.saved", outcome="done").count() == 2


def test_who_read_an_older_answer_sees_both(town, draft):
    save(draft, town.clerk, level=1)
    with pytest.raises(Stale) as stale:
        save(draft, town.clerk2, level=3)
    assert stale.value.record.level == 1
    assert town.clerk.get_short_name() in str(stale.value)
    assert save(draft, town.clerk2, version=1, level=3).level == 3


def test_the_stale_answer_is_told_in_both_languages(town, draft):
    save(draft, town.clerk, level=1)
    for language, words in (("es", "cambió esta respuesta"), ("en", "changed this")):
        with translation.override(language), pytest.raises(Stale, match=words):
            save(draft, town.clerk2, level=3)


@pytest.mark.parametrize("who", ["mayor", "reviewer"])
def test_neither_mayor_nor_network_answers(town, draft, who):
    with pytest.raises(Refused):
        save(draft, getattr(town, who), level=1)
    with pytest.raises(Refused):
        save(draft, secretariat_member(), level=1)
    assert not Answer.objects.exists()


def test_a_neighbour_does_not_answer(draft):
    with pytest.raises(Refused):
        save(draft, factories.a_town().clerk, level=1)


def test_a_figure_gives_its_level(town, draft):
    row = save(draft, town.clerk, "ESP-03", figure="84,99")
    assert (row.figure, row.level) == (Decimal("84.99"), 1)
    row = save(draft, town.clerk, "ESP-03", version=1, part="999999", total="1000000")
    assert row.level == 3
    row = save(
        draft, town.clerk, "ESP-03", version=2, part="6999999999", total="10000000000"
    )
    assert row.level == 0


def test_not_measured_is_zero_and_nothing_is_missing(town, draft):
    row = save(draft, town.clerk, "ESP-03", not_measured=True)
    assert (row.level, row.given) == (0, 0)
    row = save(draft, town.clerk, "ESP-03", version=1)
    assert (row.level, row.given) == (None, None)
    assert assessed(draft).dimensions["ESP"].tally.answered == 0


def test_na_leaves_the_sums_and_keeps_its_reason(town, draft):
    reason = "En doce meses no se aprobó ningún proyecto."
    row = save(draft, town.clerk, "FIN-04", not_applicable=True, na_reason_es=reason)
    assert row.na_reason_es == reason
    assert assessed(draft).dimensions["FIN"].tally.applicable == 6


@pytest.mark.parametrize(
    ("code", "said", "wrong"),
    [
        ("PAR-01", {"level": "4"}, "G-E01"),
        ("INS-02", {"figure": "101"}, "G-E02"),
        ("INS-02", {"figure": "1.234,5"}, "G-E03"),
        ("INS-02", {"level": "2"}, "G-E03"),
        ("ESP-03", {"part": "11", "total": "10"}, "G-E04"),
        ("FIN-01", {"not_applicable": True, "na_reason_es": "x" * 30}, "G-E05"),
        ("FIN-04", {"not_applicable": True, "na_reason_es": "x"}, "G-E06"),
    ],
)
def test_what_cannot_be_understood_changes_nothing(town, draft, code, said, wrong):
    with pytest.raises(typed.Wrong) as refusal:
        save(draft, town.clerk, code, **said)
    assert refusal.value.code == wrong
    assert not Answer.objects.exists()


def test_a_first_look_asks_sixteen(town):
    look = factories.opened(town, kind=AssessmentKind.FIRST_LOOK)
    assert len(look.codes) == 16
    indicators = look.instrument.instrument.indicators
    assert all(indicators[code].numeric is None for code in look.codes)
    with pytest.raises(Refused) as refusal:
        save(look, town.clerk, "ESP-03", figure="80")
    assert refusal.value.code == "unknown"


def test_last_time_is_proposed_and_counts_once_confirmed(town):
    last = factories.answer_all(factories.opened(town), town.clerk)
    Assessment.objects.filter(pk=last.pk).update(
        state="withdrawn",
        slug="una",
        validated_at=timezone.now(),
        published_at=timezone.now(),
        expires_on=timezone.localdate(),
    )
    draft = factories.opened(town)
    assert draft.begun_from == last
    assert assessed(draft).whole.answered == 0
    assert draft.answers.filter(proposed=True).count() == 53
    done = answering.confirm_answers(
        assessment=draft, by=town.clerk2, codes=["PAR-01", "PAR-02"]
    )
    found = assessed(draft)
    assert (done, found.whole.answered) == (2, 2)
    assert found.dimensions["PAR"].confidence is not None
    assert draft.answers.get(code="PAR-01").answered_by == town.clerk2


VALUES = {"title_es": "Acta", "type": "minutes", "strength": 2}
FILED = {"dated": datetime.date(2026, 1, 5), "address": "https://ejemplo.test/a"}


def attach(draft, by, upload=None, **values):
    return evidence.attach_evidence(
        assessment=draft,
        by=by,
        code="PAR-01",
        values={**VALUES, **values},
        upload=upload,
    )


def test_evidence_of_a_file_is_cleaned_and_kept_private(town, draft):
    piece = attach(
        draft, town.clerk, samples.upload(samples.photo()), dated=FILED["dated"]
    )
    assert piece.file.name.startswith("municipio-seguro/")
    assert piece.sha256
    assert piece.answer.given is None


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title_es": ""}, "title"),
        ({"address": ""}, "file"),
        ({"dated": None}, "strength"),
        ({"address": "", "kept_at": "Archivo, folio 3"}, "strength"),
        ({"strength": 3, "address": "", "kept_at": "Folio 3"}, "strength"),
    ],
)
def test_evidence_that_cannot_be_is_refused(town, draft, values, code):
    with pytest.raises(Refused) as refusal:
        attach(draft, town.clerk, **{**FILED, **values})
    assert refusal.value.code == code


def test_evidence_of_tomorrow_is_refused(town, draft):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(typed.Wrong) as refusal:
        attach(draft, town.clerk, **{**FILED, "dated": tomorrow})
    assert refusal.value.code == "G-E08"


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_file_that_is_none_is_refused_with_its_name(town, draft, language):
    broken = samples.upload(b"MZ not a document", name="acta.exe")
    with translation.override(language), pytest.raises(Refused) as refusal:
        attach(draft, town.clerk, broken, **FILED)
    assert refusal.value.code == "G-E09"
    assert "acta.exe" in str(refusal.value)


def test_the_network_confirms_and_edits_nothing_else(town, draft):
    piece = attach(draft, town.clerk, **FILED)
    with pytest.raises(Refused):
        evidence.confirm_evidence(assessment=draft, by=town.lead, piece=piece)
    done = evidence.confirm_evidence(assessment=draft, by=town.reviewer, piece=piece)
    assert done.strength == 3
    with pytest.raises(Refused):
        evidence.remove_evidence(assessment=draft, by=town.reviewer, piece=piece)


def test_removed_evidence_comes_back_or_goes_for_good(town, draft):
    piece = attach(draft, town.clerk, **FILED)
    evidence.remove_evidence(assessment=draft, by=town.clerk, piece=piece)
    assert assessed(draft).confidence[1] == "D"
    evidence.restore_evidence(assessment=draft, by=town.clerk, piece=piece)
    assert evidence.empty_removed_evidence() == 0
    evidence.remove_evidence(assessment=draft, by=town.clerk, piece=piece)
    long_ago = timezone.now() - datetime.timedelta(days=400)
    type(piece).objects.update(removed_at=long_ago)
    assert evidence.empty_removed_evidence() == 1
