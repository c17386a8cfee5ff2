"""What tests of services ask of a refusal and of a person."""

import pytest

from network.models import User
from network.services.refusals import Refused


def refused(code, act, **named):
    """The service refuses, says why, and gives the refusal its code."""
    with pytest.raises(Refused) as caught:
        act(**named)
    assert caught.value.code == code
    assert str(caught.value)


def fresh(person):
    """The person as the next request would find them."""
    return User.objects.get(pk=person.pk)
