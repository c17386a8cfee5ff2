"""How often one connection may send a public form, counted in the shared cache."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from network.tries import has_room, whose

AN_HOUR = 60 * 60


def too_often(request: HttpRequest, door: str, most: int) -> bool:
    """Count one more of this connection; the cache holds a keyed hash of it only."""
    address = whose(get_adapter().get_client_ip(request))
    return _over(f"{door}:{address}", most)


def too_many_for(door: str, name: str, most: int) -> bool:
    """Count one more for whoever would be written to, whatever connection it is from."""
    return _over(f"{door}-for:{name}", most)


def _over(what: str, most: int) -> bool:
    return not has_room(f"knock:{what}", most=most, seconds=AN_HOUR)
