"""People at their doors, and a notebook of what the audit trail should say of them."""

import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from network.choices import Act, Outcome
from network.models import AuditEntry, User
from tests.network.desk import signed_in
from tests.page_forms import posting_forms


def of(name: str, *arguments: Any, **named: Any) -> str:
    """An address of the workspace."""
    return reverse(f"network:{name}", args=arguments, kwargs=named)


def at_desk(name: str, *arguments: Any) -> str:
    """An address of the secretariat's screens."""
    return reverse(f"admin:network_{name}", args=arguments)


class Notebook:
    """Each act, done through a door and looked for in the trail at once."""

    def __init__(self) -> None:
        self.told: set[tuple[str, str]] = set()
        self.people: set[int] = set()
        self.faults: list[str] = []
        self.clients: dict[int, Client] = {}

    def client(self, person: User) -> Client:
        """The person's browser."""
        return self.clients.setdefault(person.pk, signed_in(person))

    @contextmanager
    def says(
        self, act: Act, by: User | None, outcome: Outcome = Outcome.DONE
    ) -> Iterator[None]:
        """What happens inside adds an entry of this act by this person."""
        last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
        yield
        new = AuditEntry.objects.filter(pk__gt=last or 0)
        found = new.filter(act=act, outcome=outcome, actor=by).first()
        if found is None:
            told = list(new.values_list("act", "outcome", "actor"))
            self.faults.append(f"{act} {outcome} by {by}: only {told}")
            return
        self.faults += [f"{act}: {fault}" for fault in faults_of(found, by)]
        self.told.add((act, outcome))
        if by is not None:
            self.people.add(by.pk)

    def press(
        self, act: Act, by: User, address: str, *, refused: bool = False, **changes: Any
    ) -> HttpResponse:
        """The person opens a page, changes these fields and sends its form."""
        client = self.client(by)
        outcome = Outcome.REFUSED if refused else Outcome.DONE
        with self.says(act, by, outcome):
            return sent(client, address, **changes)

    def post(
        self, act: Act, by: User, address: str, *, refused: bool = False, **fields: Any
    ) -> HttpResponse:
        """The person presses a button whose form has nothing to fill in."""
        outcome = Outcome.REFUSED if refused else Outcome.DONE
        with self.says(act, by, outcome):
            return self.client(by).post(address, fields)

    def get(self, act: Act, by: User, address: str, **asked: Any) -> HttpResponse:
        """The person opens an address."""
        with self.says(act, by):
            answer = self.client(by).get(address, asked)
            if answer.streaming:
                b"".join(answer.streaming_content)
            return answer


def sent(client: Client, address: str, **changes: Any) -> HttpResponse:
    """The page's longest form, sent with these changes; None leaves a field out."""
    page = client.get(address, follow=True)
    path = page.redirect_chain[-1][0] if page.redirect_chain else address
    forms = posting_forms(page, path)
    assert forms, f"{address} has no form: {page.status_code}"
    form = max(forms, key=lambda each: len(each.kinds))
    fields = {name: text for name, text in form.sent(**changes).items() if text != ()}
    return client.post(form.action or path, fields)


def faults_of(entry: AuditEntry, by: User | None) -> list[str]:
    """What an entry does not say: when in UTC, in what role, of which record, which version."""
    found = []
    if entry.at.utcoffset() != datetime.timedelta(0):
        found.append("not in UTC")
    if by is not None and not by.is_superuser and not entry.role:
        found.append("no role")
    without = {Act.ACCESS_REFUSED, Act.LOG_EXPORTED}
    named = entry.record_kind or entry.owner_id
    if not named and entry.act not in without:
        found.append("no record")
    if by is not None and not entry.record_key and entry.act not in {
        *without, Act.ADMIN_EXPORTED, Act.TRAIL_EXPORTED, Act.RECORDS_IMPORTED,
    } and entry.outcome == Outcome.DONE:  # fmt: skip
        found.append("no record's key")
    return found


def everything_told() -> str:
    """The whole trail as one text, but for the fingerprints."""
    rows = AuditEntry.objects.values_list("details", "record_key", "record_kind")
    return json.dumps(list(rows), ensure_ascii=False, default=str)
