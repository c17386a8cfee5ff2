"""Sample data in bulk: plausible, marked as a sample, the same for the same seed."""

from amuprev.management.seeding.ahead import chunks_of
from amuprev.management.seeding.cast import Cast, gather
from amuprev.management.seeding.chunks import Maker
from amuprev.management.seeding.experiences import (
    add_experiences,
    remove_experiences,
)
from amuprev.management.seeding.loading import bulk_load
from amuprev.management.seeding.removal import remove_samples, sampled
from amuprev.management.seeding.tables import TABLES, put_chunk
from amuprev.management.seeding.twinnings import add_twinnings, remove_twinnings

__all__ = [
    "TABLES",
    "Cast",
    "Maker",
    "add_experiences",
    "add_twinnings",
    "bulk_load",
    "chunks_of",
    "gather",
    "put_chunk",
    "remove_experiences",
    "remove_samples",
    "remove_twinnings",
    "sampled",
]
