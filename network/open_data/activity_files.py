"""The whole log as the files of an open table."""

from collections.abc import Iterator

from amuprev.foundation.exports.columns import headings
from amuprev.foundation.exports.comma_separated import comma_separated
from amuprev.foundation.open_data.files import About, last_line
from network.exports.batches import batches
from network.exports.files import Selection, log_file
from network.exports.names import Names
from network.exports.public import PUBLIC_COLUMNS, fields
from network.models import Activity
from network.open_data.activity_fields import TAGS


def log_table_file(form: str, about: About) -> Iterator[bytes]:
    """What the log's own download gives, its CSV with the tags of each column."""
    chosen = Selection(Activity.objects.public().newest_first(), made_at=about.made_at)
    if form != "csv":
        return log_file(form, chosen)
    names = Names()
    read = batches(chosen.activities, fields(names.language), names)
    tags = [TAGS[column.key] for column in PUBLIC_COLUMNS]
    heads = headings(PUBLIC_COLUMNS)
    return comma_separated(heads, PUBLIC_COLUMNS, read, last_line(about), tags=tags)
