"""The secretariat at its desk."""

import pytest
from django.test import Client

from network.models import User
from tests.network import factories
from tests.network.desk import signed_in


@pytest.fixture
def secretariat(db: None) -> User:
    """Someone of the secretariat."""
    return factories.secretariat_member(name="Ana Secretaría")


@pytest.fixture
def screen(secretariat: User) -> Client:
    """Their browser, signed in."""
    return signed_in(secretariat)
