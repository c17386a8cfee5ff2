"""The life of an assessment: who moves it, when, over which answers, and who does not."""

import datetime

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone, translation

from municipio_seguro.choices import AssessmentKind
from municipio_seguro.models import (
    Answer,
    Assessment,
    AssessmentMove,
    NetworkMedian,
    Snapshot,
)
from municipio_seguro.services import (
    consultations,
    errata,
    lifecycle,
    publishing,
)
from municipio_seguro.services.answering import Said, save_answer
from municipio_seguro.services.moving import answers_hash, digest
from network.models import AuditEntry
from network.services.refusals import Refused
from tests.foundation import upload_samples as samples
from tests.municipio_seguro import factories
from tests.network.factories import secretariat_member

pytestmark = pytest.mark.django_db
REASON = "Los datos de dos indicadores no eran del municipio."


@pytest.fixture
def town():
    return factories.a_town()


def refused(code, verb, /, **given):
    before = Assessment.objects.get().state
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert Assessment.objects.get().state == before
    return str(refusal.value)


def test_the_whole_way(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    assert (done.state, str(done.index)) == ("published", "34.2")
    assert done.slug == f"{town.organisation.slug}-{timezone.localdate().year}"
    assert done.is_public
    moves = list(done.moves.values_list("from_state", "to_state", "by"))
    assert moves == [
        ("", "draft", town.lead.pk),
        ("draft", "consulting", town.lead.pk),
        ("consulting", "awaiting", town.lead.pk),
        ("awaiting", "validated", town.mayor.pk),
        ("validated", "published", town.reviewer.pk),
    ]
    last = done.moves.latest("pk")
    assert last.answers_hash == answers_hash(done)
    entry = AuditEntry.objects.get(act="assessment.published")
    assert entry.details["answers"] == last.answers_hash
    assert entry.details["before"] == "validated"
    snapshot = done.snapshots.get()
    assert snapshot.sha256 == digest(snapshot.content)
    assert snapshot.content["figures"]["index"] == "34.2"
    assert entry.details["snapshot"] == snapshot.sha256


def test_each_move_says_what_the_answers_were(town):
    waiting = factories.awaiting(town)
    first = waiting.moves.latest("pk").answers_hash
    save_answer(
        assessment=waiting,
        by=town.clerk,
        code="PAR-01",
        version=1,
        said=Said(level=2, change_reason="El acta era de otro año."),
    )
    back = lifecycle.send_back(
        assessment=waiting, by=town.mayor, comments="Falta la fecha del acta."
    )
    assert back.moves.latest("pk").answers_hash != first


def test_after_the_consultation_a_correction_says_why(town):
    waiting = factories.awaiting(town)
    given = {"assessment": waiting, "by": town.clerk, "code": "PAR-01", "version": 1}
    refused("reason", save_answer, **given, said=Said(level=2))
    row = save_answer(**given, said=Said(level=2, change_reason="Era de otro año."))
    assert row.change_reason == "Era de otro año."


def test_sent_back_and_on_again_without_asking_the_people_twice(town):
    waiting = factories.awaiting(town)
    back = lifecycle.send_back(
        assessment=waiting, by=town.reviewer, comments="Falta la fecha del acta."
    )
    tallies = list(back.consultation.tallies.values_list("points", flat=True))
    assert tallies
    today = timezone.localdate()
    refused(
        "G-E24",
        consultations.open_consultation,
        assessment=back,
        by=town.lead,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=20),
        texts=factories.TEXTS,
    )
    refused("G-E24", lifecycle.send_to_validation, assessment=back, by=town.lead)
    again = lifecycle.send_to_validation(
        assessment=back, by=town.lead, comments_answered="Se agregó la fecha."
    )
    assert again.state == "awaiting"
    assert tallies == list(again.consultation.tallies.values_list("points", flat=True))


def test_a_draft_nobody_was_asked_about_does_not_go_on(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    refused("G-E24", lifecycle.send_to_validation, assessment=draft, by=town.lead)


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "No se puede pasar de"), ("en", "Cannot move from")],
)
def test_who_may_not_validate_is_told(town, language, words):
    waiting = factories.awaiting(town)
    for who in (town.lead, town.clerk, town.reviewer, secretariat_member()):
        with translation.override(language):
            said = refused("G-E24", lifecycle.validate, assessment=waiting, by=who)
        assert said.startswith(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Quien valida no puede haber respondido"),
        ("en", "The person who validates"),
    ],
)
def test_who_answered_does_not_validate(town, language, words):
    waiting = factories.awaiting(town)
    waiting.writers.add(town.mayor)
    with translation.override(language):
        said = refused("G-E16", lifecycle.validate, assessment=waiting, by=town.mayor)
    assert said.startswith(words)


def test_a_gap_without_reply_holds_up(town):
    waiting = factories.awaiting(town, level=0)
    said = refused("G-E17", lifecycle.validate, assessment=waiting, by=town.mayor)
    assert "la población ve" in said
    refused(
        "text",
        lifecycle.reply_to_gap,
        assessment=waiting,
        by=town.mayor,
        dimension="PAR",
        text_es="Lo veremos.",
    )


def test_a_claim_without_proof_holds_up(town):
    waiting = factories.validated(town)
    Assessment.objects.filter(pk=waiting.pk).update(state="awaiting")
    waiting.answers.get(code="PAR-01").evidence.all().delete()
    refused("G-E07", lifecycle.validate, assessment=waiting, by=town.mayor)


def test_too_few_answers_hold_up(town):
    waiting = factories.awaiting(town)
    Answer.objects.filter(
        assessment=waiting, code__in=("GRD-01", "GRD-02", "GRD-03")
    ).delete()
    refused("G-E14", lifecycle.validate, assessment=waiting, by=town.mayor)


def test_a_signed_act_is_confirmed_by_the_association(town):
    waiting = factories.awaiting(town)
    for row in ("PAR", "INS", "PRE", "GRD", "ESP", "CON", "FIN"):
        lifecycle.reply_to_gap(
            assessment=waiting, by=town.lead, dimension=row, text_es="x" * 50
        )
    refused("G-E24", lifecycle.confirm_act, assessment=waiting, by=town.reviewer)
    lifecycle.file_act(
        assessment=waiting, by=town.lead, upload=samples.upload(samples.photo())
    )
    refused("G-E24", lifecycle.confirm_act, assessment=waiting, by=town.lead)
    done = lifecycle.confirm_act(assessment=waiting, by=town.reviewer)
    assert (done.state, done.validated_how) == ("validated", "signed_act")


def test_the_mayor_publishes_only_after_fifteen_days(town):
    ready = factories.validated(town)
    refused("G-E24", publishing.publish, assessment=ready, by=town.mayor)
    long_ago = timezone.now() - datetime.timedelta(days=15, minutes=1)
    Assessment.objects.filter(pk=ready.pk).update(validated_at=long_ago)
    assert publishing.publish(assessment=ready, by=town.mayor).state == "published"


def test_personal_data_hold_up_until_somebody_is_sure(town):
    ready = factories.validated(town)
    row = ready.replies.first()
    row.text_es = (
        "Llamen al teléfono 7777-1234 o escriban a ana@ejemplo.test, por favor."
    )
    row.save()
    refused("G-W08", publishing.publish, assessment=ready, by=town.reviewer)
    done = publishing.publish(assessment=ready, by=town.reviewer, sure={"G-W08"})
    assert done.state == "published"


def test_a_newer_one_supersedes_and_is_compared(town):
    first = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    second = factories.opened(town)
    second.answers.update(proposed=False)
    second.answers.filter(code__startswith="CON").update(level=2)
    factories.as_if_validated(second, town.mayor)
    done = publishing.publish(assessment=second, by=town.reviewer)
    first.refresh_from_db()
    assert first.state == "superseded"
    assert first.slug != done.slug
    told = done.snapshots.get().content["comparison"]
    assert told["with"] == first.slug
    assert told["dimensions"]["CON"]["change"] == "55.6"
    assert told["dimensions"]["GRD"]["change"] == "0.0"
    assert first.is_public


def test_published_content_is_never_changed_or_deleted(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    snapshot = done.snapshots.get()
    for change in (
        lambda: Snapshot.objects.filter(pk=snapshot.pk).update(sha256="0" * 64),
        lambda: Snapshot.objects.filter(pk=snapshot.pk).update(content={}),
        lambda: Snapshot.objects.filter(pk=snapshot.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert connection.vendor in {"sqlite", "postgresql"}
    snapshot.refresh_from_db()
    assert snapshot.sha256 == digest(snapshot.content)


def test_an_instrument_in_use_is_never_changed():
    version = factories.the_instrument()
    with pytest.raises(DatabaseError), transaction.atomic():
        type(version).objects.update(source="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        version.delete()


def test_reserved_levels_stay_out_of_what_is_published(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    answers = {a["code"]: a for a in done.snapshots.get().content["answers"]}
    for code in ("CON-04", "CON-05"):
        assert answers[code] == {"code": code, "revision": 1, "state": "reserved"}
    assert answers["CON-01"]["level"] == 0


def test_an_erratum_makes_a_second_revision_and_keeps_the_first(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    told = errata.write_erratum(
        assessment=done,
        by=town.lead,
        text_es="El acta de PAR-01 era de otra instancia.",
        changes={"PAR-01": Said(level=0)},
    )
    assert done.snapshots.count() == 1
    with pytest.raises(Refused):
        errata.publish_erratum(erratum=told, by=town.lead)
    errata.approve_erratum(erratum=told, by=town.mayor)
    made = errata.publish_erratum(erratum=told, by=town.reviewer)
    first, second = done.snapshots.order_by("revision")
    assert (first.content["figures"]["dimensions"]["PAR"]["score"]) == "52.4"
    assert second == made
    assert second.content["figures"]["dimensions"]["PAR"]["score"] == "38.1"
    assert second.erratum_es == told.text_es
    done.refresh_from_db()
    assert done.scores["PAR"] == "38.1"


def test_withdrawn_by_both_sides_without_figures(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    for _press in range(2):
        asked = publishing.withdraw(assessment=done, by=town.mayor, reason_es=REASON)
        assert asked.state == "published"
    gone = publishing.withdraw(assessment=done, by=town.reviewer, reason_es=REASON)
    assert (gone.state, gone.index, gone.scores) == ("withdrawn", None, {})
    assert gone.reason_es == REASON
    assert not gone.is_public


def test_hidden_within_one_press_by_town_or_network(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    for who in (town.lead, town.mayor, town.reviewer):
        assert not publishing.hide(assessment=done, by=who).is_public
        assert not Assessment.objects.public().exists()
        assert publishing.show(assessment=done, by=who).is_public
    with pytest.raises(Refused):
        publishing.hide(assessment=done, by=factories.a_town().lead)


def test_cancelled_with_a_reason(town):
    running = factories.consulting(town)
    draft = running.assessment
    refused("reason", lifecycle.cancel, assessment=draft, by=town.lead, reason="no")
    done = lifecycle.cancel(
        assessment=draft, by=town.lead, reason="Cambió el gobierno."
    )
    running.refresh_from_db()
    assert (done.state, running.secret) == ("cancelled", "")
    assert factories.opened(town).begun_from is None


def test_a_first_look_goes_without_consultation_index_or_band(town):
    look = factories.opened(town, kind=AssessmentKind.FIRST_LOOK)
    factories.answer_all(look, town.clerk)
    sent = lifecycle.send_to_validation(assessment=look, by=town.lead)
    lifecycle.validate(assessment=sent, by=town.mayor)
    done = publishing.publish(assessment=sent, by=town.reviewer)
    content = done.snapshots.get().content
    assert (content["figures"], done.index, done.scores) == (None, None, {})
    assert len(content["answers"]) == 16
    full = factories.opened(town)
    assert full.answers.filter(proposed=True).count() == 16


def test_a_first_look_lacks_an_answer(town):
    look = factories.opened(town, kind=AssessmentKind.FIRST_LOOK)
    factories.answer_all(look, town.clerk)
    look.answers.get(code="FIN-07").delete()
    refused("G-E14", lifecycle.send_to_validation, assessment=look, by=town.lead)


def test_the_median_is_of_five_municipalities_at_least():
    towns = [factories.a_town() for _each in range(5)]
    for town, index in zip(towns[:4], ("41.2", "55.0", "38.7", "62.4"), strict=True):
        factories.as_if_published(town, index)
    publishing.keep_medians(1)
    row = NetworkMedian.objects.get(major=1, dimension="")
    assert (row.value, row.municipalities) == (None, 4)
    fifth = factories.as_if_published(towns[4], "47.9")
    publishing.keep_medians(1)
    row.refresh_from_db()
    assert str(row.value) == "47.9"
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Assessment.objects.filter(pk=fifth.pk).update(expires_on=yesterday)
    NetworkMedian.objects.update(made_at=timezone.now() - datetime.timedelta(days=2))
    assert publishing.follow_expiry() == 1
    row.refresh_from_db()
    assert row.value is None
    assert publishing.follow_expiry() == 0


def test_nothing_moves_without_its_step(town):
    factories.validated(town)
    states = AssessmentMove.objects.order_by("pk").values_list("from_state", "to_state")
    pairs = list(states)
    assert [before for before, _after in pairs[1:]] == [a for _b, a in pairs[:-1]]
