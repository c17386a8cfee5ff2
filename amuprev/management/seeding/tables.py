"""Which table takes which rows of a chunk, and in which columns."""

from amuprev.foundation.bulk import put_rows
from amuprev.management.seeding.chunks import Made, activity_columns
from network.models import Activity, ActivityCount, ReviewStep

ACTIVITY = Activity._meta.db_table
LINKS = {
    "places": ("activity_id", "place_id"),
    "themes": ("activity_id", "theme_id"),
    "groups": ("activity_id", "populationgroup_id"),
    "writers": ("activity_id", "user_id"),
}
COUNT_COLUMNS = ("activity_id", "sex", "age_band", "people", "hidden")
STEP_COLUMNS = ("activity_id", "from_state", "to_state", "by_id", "at", "note")

TABLES = (
    ACTIVITY,
    ActivityCount._meta.db_table,
    ReviewStep._meta.db_table,
    *(f"{ACTIVITY}_{name}" for name in LINKS),
)


def put_chunk(made: Made) -> None:
    """Insert all the rows of a chunk, those that are pointed at first."""
    put_rows(ACTIVITY, activity_columns(), made.activities)
    put_rows(ActivityCount._meta.db_table, COUNT_COLUMNS, made.counts)
    put_rows(ReviewStep._meta.db_table, STEP_COLUMNS, made.steps)
    for name, columns in LINKS.items():
        put_rows(f"{ACTIVITY}_{name}", columns, getattr(made, name))
