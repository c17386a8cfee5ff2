"""The secretariat at its desk, as in the network's tests."""

from tests.network.conftest import screen, secretariat

__all__ = ["screen", "secretariat"]
