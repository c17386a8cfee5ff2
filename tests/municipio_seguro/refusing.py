"""A verb that says no, for the reason that is expected."""

from collections.abc import Callable
from typing import Any

import pytest

from network.services.refusals import Refused


def refused(code: str, verb: Callable[..., Any], /, **given: Any) -> str:
    """The sentence of the refusal with that code."""
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    return str(refusal.value)
