"""One's own list of activities: what somebody chose to see of it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Max, OuterRef, Subquery

from network.choices import ReviewState
from network.models import Activity, Organisation, User
from network.queries import ActivityQuerySet
from network.words import Asked


@dataclass(frozen=True)
class OwnChoice:
    """Words, state, kind, organisation and period; each narrows what the others leave."""

    q: str = ""
    state: str = ""
    kind: str = ""
    owner: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    @classmethod
    def of(cls, codes: Mapping[str, str]) -> "OwnChoice":
        """The choice that was kept as codes."""
        values: dict[str, Any] = dict(codes)
        for name in ("since", "until"):
            if values.get(name):
                values[name] = datetime.date.fromisoformat(values[name])
        return cls(**values)

    @property
    def codes(self) -> dict[str, str]:
        """What was chosen, as the address has it."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: str(value) for name, value in values.items() if value}

    @cached_property
    def asked(self) -> Asked | None:
        """The words, looked up once."""
        return Asked(self.q) if self.q else None

    def of_person(self, person: User) -> ActivityQuerySet:
        """What the person may read of it, the newest number first."""
        found = Activity.objects.visible_to(person)
        if self.asked:
            found = self.asked.among(found)
        if self.state == ReviewState.DRAFT:
            # Nobody reads another's drafts: asked for by owner, an index answers.
            found = found.filter(owner_id__in=person.standing.organisation_ids)
        plain = {
            "review_state": self.state,
            "kind__key": self.kind,
            "owner__slug": self.owner,
        }
        found = found.filter(**{name: code for name, code in plain.items() if code})
        return found.between(self.since, self.until).order_by("-pk")

    def page_of(
        self, person: User, size: int, before: int | None = None
    ) -> ActivityQuerySet:
        """The first ones of it, from a number on downwards.

        Of several organisations, on SQLite: the newest that have a common word are
        looked at first. Then each one's newest, and none is older than what that many
        of a single one reach back to. With a rare word those that have it are fewer
        than that. PostgreSQL weighs by itself which way is shorter.
        """
        found = self.of_person(person)
        if before is not None:
            found = found.filter(pk__lt=before)
        standing = person.standing
        owners = standing.organisation_ids | standing.reviewed
        many = self.asked is None or self.asked.common
        if (
            connection.vendor == "sqlite"
            and many
            and len(owners) > 1
            and not (standing.secretariat or self.owner)
        ):
            if self.asked:
                newest = found.filter(pk__in=self.asked.newest(before))
                keys = list(newest.values_list("pk", flat=True)[:size])
                if len(keys) == size:
                    return found.filter(pk__in=keys)[:size]
            oldest = found.filter(owner=OuterRef("pk")).values("pk")[size - 1 : size]
            reach = Organisation.objects.filter(pk__in=owners).aggregate(
                back=Max(Subquery(oldest))
            )
            if reach["back"]:
                found = found.filter(pk__gte=reach["back"])
        return found[:size]
