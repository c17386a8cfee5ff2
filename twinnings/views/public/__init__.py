"""Public pages of the twinnings."""

from twinnings.views.public.counterpart import counterpart_detail
from twinnings.views.public.detail import twinning_detail
from twinnings.views.public.exchange import exchange_detail
from twinnings.views.public.feed import twinning_feed
from twinnings.views.public.files import exchange_piece, twinning_piece
from twinnings.views.public.list import twinning_list

__all__ = [
    "counterpart_detail",
    "exchange_detail",
    "exchange_piece",
    "twinning_detail",
    "twinning_feed",
    "twinning_list",
    "twinning_piece",
]
