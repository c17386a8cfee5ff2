"""The screens of experiences, videos, twinnings and the toolkit: nothing for axe to find, nothing that sticks out."""

import pytest

from tests.browser.looking import faults
from tests.browser.screens import ORGANISED, TOLD, TWINNED


@pytest.mark.parametrize(
    "screen", [*TOLD, *TWINNED, *ORGANISED], ids=lambda screen: screen.name
)
def test_axe_finds_nothing(person, stage, screen):
    page = person(screen.who).new_page()
    answer = page.goto(stage.at(screen.address))
    assert answer
    assert answer.status == screen.status
    assert faults(page) == []
    page.close()
