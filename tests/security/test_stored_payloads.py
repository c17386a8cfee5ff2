"""Hostile text stored in every field comes to life on no page (S14)."""

import pytest

from amuprev.contract.answers import known_faults
from tests.security.crawler import document
from tests.security.payloads import MARK, SUM, WHOLE, alive, plant

# Who reads, and how many answers.
READERS = {
    "anonymous": 60,
    "clerk": 90,
    "administrator": 60,
    "editor": 90,
    "secretariat": 130,
}


@pytest.fixture(scope="module")
def planted(scene) -> int:
    return plant()


@pytest.mark.parametrize("role", READERS)
def test_no_stored_text_comes_to_life(stage, planted, role):
    visitor, found, broken, shown = stage.visitor(role), [], [], 0
    for answer in visitor.walk(stage.starts(role), READERS[role]):
        if SUM in answer.text:
            found.append(f"{answer.address}: a template in a text was worked out")
        page = document(answer)
        if page is not None:
            found += [f"{answer.address}: {each}" for each in alive(page)]
            shown += MARK in answer.text
        if answer.status >= 500 and f"GET {answer.address}" not in known_faults():
            broken.append(answer.address)
    assert found == []
    assert broken == []
    # Or the crawl would look where nothing stands.
    assert shown >= 8


def test_the_text_is_in_the_records(planted):
    assert planted >= 500
    assert "<script>" in WHOLE
