"""The nouns of the twinnings, one module each; this file only re-exports."""

from twinnings.models.documents import ReviewMove, TwinningDocument
from twinnings.models.exchanges import AgendaRow, Exchange, PlaceSeen
from twinnings.models.follow_ups import FollowUp, OfficerLink
from twinnings.models.pages import TwinningLandingPage
from twinnings.models.parties import Party
from twinnings.models.people import DelegationRow, ExchangePhoto
from twinnings.models.promises import Commitment
from twinnings.models.twinnings import StatusEntry, Twinning

__all__ = [
    "AgendaRow",
    "Commitment",
    "DelegationRow",
    "Exchange",
    "ExchangePhoto",
    "FollowUp",
    "OfficerLink",
    "Party",
    "PlaceSeen",
    "ReviewMove",
    "StatusEntry",
    "Twinning",
    "TwinningDocument",
    "TwinningLandingPage",
]
