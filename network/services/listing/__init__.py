"""The public log's listing and sums: kept with each change, filled, checked."""

from network.services.listing.checking import faults_of_totals, repair_totals
from network.services.listing.filling import fill_listing, fill_when_empty, refill
from network.services.listing.keeping import (
    hold_listing,
    keep_in_step,
    listing_at_the_end,
    relist,
    relist_of,
)
from network.services.listing.recurring import follow_affiliations, list_what_is_due
from network.services.listing.words import fill_words, index_words

__all__ = [
    "faults_of_totals",
    "fill_listing",
    "fill_when_empty",
    "fill_words",
    "follow_affiliations",
    "hold_listing",
    "index_words",
    "keep_in_step",
    "list_what_is_due",
    "listing_at_the_end",
    "refill",
    "relist",
    "relist_of",
    "repair_totals",
]
