"""Reading the public pages of twinnings."""

import datetime
from typing import Any

from django.utils import timezone
from lxml import html

from tests.network.factories import MunicipalityFactory
from tests.twinnings import factories
from twinnings.models import Commitment, Exchange, FollowUp, Twinning
from twinnings.services.parties import PartyTold

LIST, ENGLISH = "/es/hermanamientos/", "/en/twinnings/"
LONG_AGO = datetime.date(2012, 3, 1)


def read(client: Any, address: str, status: int = 200) -> Any:
    """The tree of a page."""
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return html.fromstring(answer.content.decode())


def words(node: Any) -> str:
    """Its text, blanks as one."""
    return " ".join(" ".join(node.itertext()).split())


def told(client: Any, address: str) -> str:
    """The words of a page."""
    return words(read(client, address).get_element_by_id("content"))


def with_positions(*places: Any) -> None:
    """Give these places a point in the region."""
    for number, place in enumerate(places):
        place.latitude, place.longitude = 14 + number / 10, -90 + number / 10
        place.save()


def public_twinning(*parties: PartyTold, **values: Any) -> Twinning:
    """A twinning that the world reads."""
    if parties:
        values["parties_told"] = list(parties)
    return factories.published(factories.TwinningFactory(**values))


def southern(**values: Any) -> Twinning:
    """Two municipalities of the region."""
    one, other = MunicipalityFactory(), factories.reviewed_town()[0]
    with_positions(one.place, other.place)
    told = (PartyTold(organisation=other), PartyTold(organisation=one))
    return public_twinning(*told, owner=other, **values)


def public_commitment(exchange: Exchange, **values: Any) -> Commitment:
    """One that its reviewer has read."""
    more = {"text_es": "Abrir un patio", "text_en": "Open a yard"} | values
    if more.get("state", "open") != "open":
        more.setdefault("decided_on", timezone.localdate())
    return Commitment.objects.create(exchange=exchange, public=True, **more)


def answered(exchange: Exchange, **values: Any) -> FollowUp:
    """A follow-up that was answered."""
    more: dict[str, Any] = {
        "months": 6, "side": "counterpart", "done": "partly", "answered_by": "officer",
        "what_changed_en": "There is a plan now.", "language": "en", "public": True,
    }  # fmt: skip
    return FollowUp.objects.create(
        exchange=exchange,
        due_on=timezone.localdate(),
        answered_at=timezone.now(),
        **(more | values),
    )
