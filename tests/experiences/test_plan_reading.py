"""A plan as its town and its association read it: objectives of one's own, lists as lists."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.models import Adaptation
from experiences.services import review
from tests.experiences.plan_factories import a_plan, a_said_plan, its_reviewer
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db


def read(client, view, *args):
    answer = client.get(reverse(f"experiences:{view}", args=args))
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def told(page):
    return " ".join(" ".join(page.xpath("//main")[0].itertext()).split())


def test_the_original_is_read_beside_objectives_and_steps_while_it_is_public():
    plan = a_plan()
    client = signed_in(staff_of(plan.owner))
    page = read(client, "plan_section", plan.pk, "about")
    (beside,) = page.xpath("//details[contains(@class, 'aside-note')]")
    assert plan.origin.problem_es in beside.text_content()
    assert "Más jóvenes usan el parque" in beside.text_content()
    assert page.xpath("//textarea[@name='objectives']")[0].text_content().strip() == ""
    steps = read(client, "plan_section", plan.pk, "steps")
    (beside,) = steps.xpath("//details[contains(@class, 'aside-note')]")
    assert plan.origin.what_was_done_es in beside.text_content()
    review.hide_experience(experience=plan.origin, by=editor_of_the_portal())
    page = read(client, "plan_section", plan.pk, "about")
    assert plan.origin.problem_es not in told(page)
    steps = read(client, "plan_section", plan.pk, "steps")
    assert plan.origin.what_was_done_es not in told(steps)


def test_lines_with_a_hyphen_are_a_list():
    plan = a_plan()
    Adaptation.objects.filter(pk=plan.pk).update(objectives="- Luz\n- Bancas <b>")
    page = read(signed_in(staff_of(plan.owner)), "plan", plan.pk)
    items = page.xpath("//div[contains(@class, 'prose')]/ul/li")
    assert [item.text_content() for item in items] == ["Luz", "Bancas <b>"]


def test_its_association_reads_it_as_the_plan_of_somebody_else():
    plan = a_said_plan()
    town, association = staff_of(plan.owner), its_reviewer(plan)
    ours = told(read(signed_in(town), "plan", plan.pk))
    assert "Lo que queremos lograr" in ours
    client = signed_in(association)
    theirs = told(read(client, "plan", plan.pk))
    for words in ("queremos", "cambiamos", "adaptamos", "su propio municipio"):
        assert words not in theirs
    assert "Lo que quieren lograr" in theirs
    assert "Dejar de decir que la adaptó" in theirs
    assert "Planes de las municipalidades" in told(read(client, "plans"))
    assert "adaptamos" not in told(read(client, "plan_act", plan.pk, "unsay"))
    heading = read(client, "plan_section", plan.pk, "changes").xpath("//h1")[0]
    assert heading.text_content() == "Qué cambiaron y por qué"
