"""Pages of lists that may hold millions of rows."""

from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

MOST_ROWS = 1_000


class BoundedPaginator(Paginator):
    """Counts no further than anybody pages: the list may hold millions of rows."""

    @cached_property
    def count(self) -> int:
        rows = cast(QuerySet, self.object_list)
        return rows.order_by()[:MOST_ROWS].count()
