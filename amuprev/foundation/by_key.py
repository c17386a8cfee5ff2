"""Rows of a choice by their keys, or by what few of them have."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet


def by_key(chosen: QuerySet, keys: Iterable[Any]) -> Any:
    """Those of the chosen rows that have these keys, in no order; a lazy question.

    Each key is looked up by itself: without statistics SQLite would rather walk an
    index of all that could be chosen, which takes as long as the table is.
    """
    return among(chosen, pk__in=list(keys)).order_by()


def among(chosen: QuerySet, *conditions: Q, **narrowed: Any) -> Any:
    """Those of the chosen rows that this narrows to few: these are found first, and each
    is looked up among the chosen ones."""
    fits = Exists(chosen.order_by().filter(pk=OuterRef("pk")))
    return chosen.model._default_manager.filter(fits, *conditions, **narrowed)
