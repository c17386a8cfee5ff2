"""Nobody judges in their own case: not of responses, of validation, of corrections."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from municipio_seguro.choices import Voice
from municipio_seguro.models import Answer, Assessment, Consultation, FreeText, Response
from municipio_seguro.services import (
    consultations,
    errata,
    lifecycle,
    measures,
    moderating,
    publishing,
    voices,
)
from municipio_seguro.services.answering import Said, save_answer
from municipio_seguro.services.measures import Share
from municipio_seguro.services.moving import answers_hash
from municipio_seguro.services.snapshots import build_content
from network.choices import Role
from network.services.refusals import Refused
from tests.foundation import upload_samples as samples
from tests.municipio_seguro import factories
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db
ERRATUM = "El acta de PAR-01 era de otra instancia."


@pytest.fixture
def town():
    return factories.a_town()


def published(town):
    return publishing.publish(assessment=factories.validated(town), by=town.reviewer)


def refused(code, verb, /, **given):
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    return str(refusal.value)


def speak(running, who):
    return voices.answer_consultation(
        consultation=running,
        voice=Voice.WOMEN,
        answers={"ESP-03": 3},
        facilitator=who,
    )


def test_who_answered_or_leads_does_not_fill_the_consultation(town):
    running = factories.consulting(town)
    for who in (town.clerk, town.lead, town.mayor):
        refused("refused", speak, running=running, who=who)
    made = speak(running, town.clerk2)
    assert made.assisted


def test_a_facilitator_of_another_association_is_nobody_here(town):
    running = factories.consulting(town)
    other = factories.a_town()
    stranger = staff_of(other.association, Role.FACILITATES)
    refused("refused", speak, running=running, who=stranger)
    assert speak(running, staff_of(town.association, Role.FACILITATES)).assisted


def a_burst(running, many):
    minute = timezone.now().replace(second=0, microsecond=0)
    Response.objects.bulk_create(
        Response(
            consultation=running, voice=Voice.MEN, answers={"ESP-03": 0},
            alike="x", minute=minute,
        )
        for _each in range(many)
    )  # fmt: skip
    return {"consultation": running, "minute": minute, "alike": "x"}


def test_the_municipality_sets_no_critic_aside(town):
    running = factories.consulting(town)
    given = {**a_burst(running, 300), "reason": "Llegaron de un programa."}
    for who in (town.lead, town.clerk, town.mayor):
        refused("refused", moderating.set_responses_aside, by=who, **given)
    text = FreeText.objects.create(consultation=running, text="No hay luz.")
    refused("refused", moderating.decide_text, text=text, by=town.lead, show=False)
    assert moderating.decide_text(text=text, by=town.lead, show=True).state == "shown"
    by = {"by": town.reviewer}
    refused("reason", moderating.set_responses_aside, **by, **{**given, "reason": "no"})
    assert moderating.set_responses_aside(**by, **given) == 300


def test_a_few_who_agree_are_no_burst(town):
    given = a_burst(factories.consulting(town), 9)
    refused(
        "few",
        moderating.set_responses_aside,
        by=town.reviewer,
        reason="Llegaron de un programa.",
        **given,
    )


def test_what_is_validated_is_what_was_read(town):
    waiting = factories.awaiting(town)
    seen = answers_hash(waiting)
    save_answer(
        assessment=waiting,
        by=town.clerk,
        code="PAR-01",
        version=1,
        said=Said(level=0, change_reason="Había otra acta."),
    )
    refused("G-E24", lifecycle.validate, assessment=waiting, by=town.mayor, seen=seen)


def test_an_act_is_of_the_answers_that_were_signed(town):
    waiting = factories.awaiting(town)
    lifecycle.file_act(
        assessment=waiting, by=town.lead, upload=samples.upload(samples.photo())
    )
    Answer.objects.filter(assessment=waiting, code="PAR-01").update(level=0)
    refused("G-E24", lifecycle.confirm_act, assessment=waiting, by=town.reviewer)


def test_what_is_published_is_what_was_validated(town):
    ready = factories.validated(town)
    Answer.objects.filter(assessment=ready, code="PAR-01").update(level=0)
    refused("G-E24", publishing.publish, assessment=ready, by=town.reviewer)


def test_what_was_validated_can_be_sent_back(town):
    ready = factories.validated(town)
    back = lifecycle.send_back(
        assessment=ready, by=town.reviewer, comments="Falta la fecha del acta."
    )
    assert (back.state, back.validated_at, back.validated_how) == ("draft", None, "")
    given = {"assessment": back, "by": town.clerk, "code": "PAR-01", "version": 1}
    refused("reason", save_answer, **given, said=Said(level=2))


def an_erratum(town, done, **said):
    return errata.write_erratum(
        assessment=done,
        by=town.lead,
        text_es=ERRATUM,
        changes={"PAR-01": Said(**said)},
    )


def test_an_erratum_passes_by_the_mayor(town):
    told = an_erratum(town, published(town), level=0)
    refused("mayor", errata.publish_erratum, erratum=told, by=town.reviewer)
    refused("refused", errata.approve_erratum, erratum=told, by=town.lead)
    errata.approve_erratum(erratum=told, by=town.mayor)
    assert errata.publish_erratum(erratum=told, by=town.reviewer).revision == 2


def test_a_signed_act_stands_for_the_mayor(town):
    told = errata.write_erratum(
        assessment=published(town),
        by=town.lead,
        text_es=ERRATUM,
        changes={"PAR-01": Said(level=0)},
        act=samples.upload(samples.photo()),
    )
    assert errata.publish_erratum(erratum=told, by=town.reviewer).revision == 2


def test_an_erratum_claims_nothing_without_proof(town):
    done = published(town)
    done.answers.get(code="PAR-01").evidence.all().delete()
    told = an_erratum(town, done, level=3)
    errata.approve_erratum(erratum=told, by=town.mayor)
    refused("G-E07", errata.publish_erratum, erratum=told, by=town.reviewer)
    assert done.snapshots.count() == 1
    assert done.scores["PAR"] == "52.4"


def test_an_erratum_tells_of_the_day_of_the_first(town):
    factories.public_risk(town)
    done = published(town)
    first = done.snapshots.get().content
    long_ago = timezone.now() - datetime.timedelta(days=900)
    Assessment.objects.filter(pk=done.pk).update(published_at=long_ago)
    for answer in done.answers.all():
        answer.evidence.update(dated=long_ago.date() - datetime.timedelta(days=60))
    factories.public_risk(town)
    told = an_erratum(town, done, level=0)
    errata.approve_erratum(erratum=told, by=town.mayor)
    second = errata.publish_erratum(erratum=told, by=town.reviewer).content
    assert second["risks"] == first["risks"]
    assert second["published_at"] == first["published_at"]
    # Old today; not on the day it was published.
    assert second["figures"]["confidence"] == first["figures"]["confidence"]


def test_no_reserved_level_can_be_had_from_what_is_published(town):
    """Every level that could stand there still could, whatever is subtracted."""
    ready = factories.awaiting(town)
    levels = {"CON-02": 1, "CON-03": 1, "CON-04": 2, "CON-05": 1}
    for code, level in levels.items():
        Answer.objects.filter(assessment=ready, code=code).update(
            level=level, not_measured=False
        )
    Answer.objects.filter(assessment=ready, code__startswith="CON").update(level=1)
    told = build_content(ready)
    about = {each["about"] for each in told["findings"]}
    assert not about & {"CON", "CON-02", "CON-03", "CON-04", "CON-05"}
    score = told["figures"]["dimensions"]["CON"]["score"]
    open_levels = [
        each["level"]
        for each in told["answers"]
        if each["code"].startswith("CON") and each["state"] != "reserved"
    ]
    hidden = 6 - len(open_levels)
    could = {
        four[0]
        for four in itertools.product(range(4), repeat=hidden)
        if f"{(sum(four) + sum(open_levels)) * 100 / 18:.1f}" == score
    }
    assert could == {0, 1, 2, 3}


def test_paper_and_practice_give_no_reserved_level_away(town):
    ready = factories.awaiting(town)
    before = build_content(ready)["figures"]["practice"]
    Answer.objects.filter(assessment=ready, code="CON-04").update(level=3)
    assert build_content(ready)["figures"]["practice"] == before


def test_a_measure_tells_no_reserved_level(town):
    made = factories.a_measure(town, visibility="public")
    made.indicators.create(code="CON-04", level=2)
    made.indicators.create(code="PAR-01", level=2)
    [told] = build_content(factories.opened(town))["measures"]
    assert told["indicators"] == {"PAR-01": 2}


def test_what_is_hidden_is_not_compared_with(town):
    first = published(town)
    publishing.hide(assessment=first, by=town.mayor)
    assert factories.opened(town).compared_with() is None


@pytest.mark.parametrize("name", ["title_es", "title_en", "responsible_office"])
def test_personal_data_are_looked_for_in_all_that_is_told(town, name):
    made = factories.a_measure(town, visibility="public")
    setattr(made, name, "Llamar a ana@ejemplo.test")
    made.save()
    ready = factories.validated(town)
    refused("G-W08", publishing.publish, assessment=ready, by=town.reviewer)


def test_an_open_consultation_is_hidden_by_one_press(town):
    running = factories.consulting(town)
    assert Consultation.objects.public().exists()
    publishing.hide(assessment=running.assessment, by=town.reviewer)
    assert not Consultation.objects.public().exists()
    refused(
        "hidden",
        voices.answer_consultation,
        consultation=running,
        voice=Voice.WOMEN,
        answers={"ESP-03": 3},
        device="a",
    )


def test_figures_are_written_as_people_write_them(town):
    draft = factories.opened(town)
    save_answer(
        assessment=draft, by=town.clerk, code="ESP-03", version=0, said=Said(figure=50)
    )
    [told] = [a for a in build_content(draft)["answers"] if a["code"] == "ESP-03"]
    assert told["figure"] == "50"


def test_a_share_that_is_too_little_is_told_in_figures(town):
    said = refused(
        "G-E13",
        measures.propose_measure,
        municipality=town.organisation,
        by=town.clerk,
        values=factories.measure_values(responsible=town.organisation),
        funding=[Share("own", 50)],
        risks=[factories.a_risk(town)],
    )
    assert "50" in said
    assert "E+" not in said


def test_a_source_stands_once(town):
    refused(
        "source",
        measures.propose_measure,
        municipality=town.organisation,
        by=town.clerk,
        values=factories.measure_values(responsible=town.organisation),
        funding=[Share("own", 50), Share("own", 50)],
        risks=[factories.a_risk(town)],
    )


def test_days_are_told_as_the_reader_writes_them(town):
    running = factories.consulting(town)
    said = refused(
        "G-E24",
        consultations.close_consultation,
        assessment=running.assessment,
        by=town.lead,
    )
    assert f" de {timezone.localdate() + datetime.timedelta(days=14):%Y}" in said


def test_a_consultation_that_has_not_opened_did_not_close(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    today = timezone.localdate()
    running = consultations.open_consultation(
        assessment=draft,
        by=town.lead,
        opens_on=today + datetime.timedelta(days=5),
        closes_on=today + datetime.timedelta(days=30),
        texts=factories.TEXTS,
    )
    said = refused(
        "G-E19",
        voices.answer_consultation,
        consultation=running,
        voice=Voice.WOMEN,
        answers={"ESP-03": 3},
        device="a",
    )
    assert said.startswith("La consulta abre el")


def test_medians_are_counted_one_after_the_other(town):
    """The row is held before anything is counted, so that no publication is missed."""
    factories.as_if_published(town)
    publishing.keep_medians(1)
    with CaptureQueriesContext(
        connection,
    ) as told:
        publishing.keep_medians(1)
    statements = [each["sql"] for each in told]
    held = next(n for n, sql in enumerate(statements) if "networkmedian" in sql)
    counted = next(n for n, sql in enumerate(statements) if '_assessment"' in sql)
    assert held < counted
    if connection.features.has_select_for_update:
        assert any("FOR UPDATE" in sql for sql in statements[:counted])
