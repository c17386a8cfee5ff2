"""The X-ray: each code when it holds, and silence when it does not."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from municipio_seguro import content
from municipio_seguro.findings import (
    AnswerFact,
    Facts,
    MeasureFact,
    RiskFact,
    blocking,
    x_ray,
    x_ray_for_others,
)
from tests.municipio_seguro.examples import complete

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)


def facts(changed=(), **more):
    answers = {code: AnswerFact(level, 2) for code, level in complete().items()}
    answers.update(changed)
    more.setdefault("cover_in_force", True)
    more.setdefault("private_agreement", True)
    return Facts(content.current_instrument(), TODAY, answers, **more)


def codes(of):
    return {(each.code, each.about) for each in x_ray(of)}


def test_others_are_not_told_of_what_is_reserved_nor_by_a_contradiction():
    risk = RiskFact(1, "Amenazas a la escuela", "A", TODAY, reserved=True)
    of = facts({"EVA-05": AnswerFact(2, 2)}, risks=(risk,))
    own, others = x_ray(of), x_ray_for_others(of)
    assert {"EVA-05", "risk:1"} <= {each.about for each in own}
    assert not {"EVA-05", "risk:1"} & {each.about for each in others}
    # Nor are they told that there is no risk at all.
    assert all(each in own for each in others)
    open_one = dataclasses.replace(risk, key=2, reserved=False)
    both = dataclasses.replace(of, risks=(risk, open_one))
    told = {each.about for each in x_ray_for_others(both)}
    assert {"EVA-05", "risk:2"} <= told
    assert "risk:1" not in told


def test_a_good_assessment_has_nothing_that_blocks():
    assert blocking(x_ray(facts())) == []


@pytest.mark.parametrize(("level", "strength"), [(2, 0), (3, 1), (3, 0)])
def test_a_high_level_without_proof_blocks(level, strength):
    found = facts({"PAR-01": AnswerFact(level, strength)})
    assert ("G-E07", "PAR-01") in codes(found)
    assert [each.about for each in blocking(x_ray(found))] == ["PAR-01"]


def test_too_few_answers_block():
    missing = {f"GRD-0{n}": AnswerFact(None) for n in (1, 2, 3)}
    assert ("G-E14", "GRD") in codes(facts(missing))
    assert ("G-E14", "GRD") not in codes(facts(dict(list(missing.items())[:2])))


def test_too_few_answers_of_the_whole_block():
    each_short = {
        indicator.code: AnswerFact(None)
        for dimension in content.current_instrument().dimensions
        for indicator in dimension.indicators[: len(dimension.indicators) // 3]
    }
    found = [f for f in x_ray(facts(each_short)) if f.code == "G-E14"]
    assert [each.about for each in found] == [""]
    assert "6 " in found[0].message


def test_a_gap_without_reply_blocks():
    assert ("G-E17", "GRD") in codes(facts(gaps={"GRD": (Decimal("25.0"), False)}))
    assert ("G-E17", "GRD") not in codes(facts(gaps={"GRD": (Decimal("25.0"), True)}))


def test_old_evidence_warns():
    old = AnswerFact(1, 1, old_since=datetime.date(2020, 1, 1))
    assert ("G-W01", "PAR-01") in codes(facts({"PAR-01": old}))


def test_a_jump_warns_but_only_of_the_same_question():
    assert ("G-W02", "PAR-01") in codes(facts(before={"PAR-01/1": 1}))
    assert ("G-W02", "PAR-01") not in codes(facts(before={"PAR-01/1": 2}))
    assert ("G-W02", "PAR-01") not in codes(facts(before={"PAR-01/2": 0}))


def test_equal_answers_warn():
    grd = {f"GRD-0{n}": AnswerFact(1, 2) for n in range(1, 8)}
    assert ("G-W03", "GRD") in codes(facts(grd))
    assert ("G-W03", "GRD") not in codes(facts())


BARE = RiskFact(7, "Inundación", "A", TODAY)
CONTRADICTIONS = {
    "EVA-04": ({"EVA-04": 2}, {}, {"risks": (BARE,)}),
    "EVA-05": (
        {"EVA-05": 2},
        {"risks": (BARE,)},
        {"risks": (dataclasses.replace(BARE, measured=True),)},
    ),
    "FIN-05": ({"FIN-05": 1}, {"cover_in_force": False}, {"cover_in_force": True}),
    "PAR-05": (
        {"PAR-05": 2},
        {"private_agreement": False},
        {"private_agreement": True},
    ),
}


@pytest.mark.parametrize("code", CONTRADICTIONS)
def test_contradictions_warn(code):
    levels, wrong, right = CONTRADICTIONS[code]
    answers = {key: AnswerFact(level, 2) for key, level in levels.items()}
    assert ("G-W04", code) in codes(facts(answers, **wrong))
    assert ("G-W04", code) not in codes(facts(answers, **right))


def test_a_plan_that_is_tested_and_does_not_exist():
    tested = {"CON-03": AnswerFact(2, 2)}
    assert ("G-W04", "CON-03") in codes(facts({**tested, "CON-01": AnswerFact(0)}))
    assert ("G-W04", "CON-03") not in codes(facts({**tested, "CON-01": AnswerFact(1)}))


@pytest.mark.parametrize(("level", "warned"), [("E", True), ("A", True), ("M", False)])
def test_a_pressing_risk_without_measure_warns(level, warned):
    bare = dataclasses.replace(BARE, level=level)
    assert (("G-W05", "risk:7") in codes(facts(risks=(bare,)))) is warned


@pytest.mark.parametrize(
    ("reason", "until", "warned"),
    [
        ("Se vigila", TODAY, False),
        ("", TODAY, True),
        ("Se vigila", None, True),
        ("Se vigila", TODAY - DAY, True),
    ],
)
def test_an_acceptance_ends(reason, until, warned):
    risk = dataclasses.replace(BARE, accepted=True, reason=reason, until=until)
    found = codes(facts(risks=(risk,)))
    assert (("G-W07", "risk:7") in found) is warned
    assert ("G-W05", "risk:7") not in found


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"due_on": TODAY - DAY}, "was due"),
        ({"last_told": TODAY - 91 * DAY}, "90 days"),
        ({"open": False, "done": True}, "no evidence"),
        ({"open": False, "done": True, "proved": True}, None),
        ({"last_told": TODAY - 90 * DAY}, None),
        ({"due_on": TODAY}, None),
    ],
)
def test_a_measure_that_sleeps_or_is_late(changes, said):
    measure = dataclasses.replace(
        MeasureFact(3, "Luces", TODAY + DAY, open=True), **changes
    )
    with translation.override("en"):
        found = x_ray(facts(measures=(measure,)))
    found = [each for each in found if each.code == "G-W06"]
    assert [said in each.message for each in found] == ([True] if said else [])


def test_what_is_not_measured_is_noted():
    found = {"INS-02": AnswerFact(0, 0, not_measured=True)}
    assert ("G-N05", "INS-02") in codes(facts(found))
    assert ("G-N05", "INS-02") not in codes(facts({"INS-02": AnswerFact(0, 0)}))
