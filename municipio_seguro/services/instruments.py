"""Verbs of the instrument: load a version, offer it, stop offering it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro import content
from municipio_seguro.choices import InstrumentState
from municipio_seguro.instrument import (
    Instrument,
    InstrumentRefused,
    read_instrument,
    refuse_changes,
)
from municipio_seguro.instrument.faults import Fault
from municipio_seguro.instrument.lined import read_lined, walk
from municipio_seguro.models import InstrumentVersion
from municipio_seguro.models.instruments import digest_of
from network.choices import Act
from network.models import User
from network.services import audit


@transaction.atomic
def load_instrument(
    *, text: str, by: User | None = None, activate: bool = True
) -> InstrumentVersion:
    """Keep a version of the instrument, beside those before; the same again is once.

    Raises InstrumentRefused with every fault and its line; nothing is loaded then.
    """
    new = read_instrument(text, content.programme())
    rows = list(InstrumentVersion.objects.select_for_update().order_by("pk"))
    used = [row for row in rows if row.state != InstrumentState.DRAFT]
    refuse_changes(new, [row.instrument for row in used], _lines(text))
    row = next((row for row in rows if row.number == new.version), None)
    if row is None:
        row = InstrumentVersion(number=new.version)
    if row.state == InstrumentState.DRAFT:
        row.source, row.digest = text, digest_of(text)
    elif row.digest != digest_of(text) and _plain(row.instrument) != _plain(new):
        raise InstrumentRefused(
            [Fault(1, "version", _("it is in use: give it a new number"))]
        )
    if activate and row.state == InstrumentState.DRAFT:
        row.state, row.activated_at = InstrumentState.ACTIVE, timezone.now()
    row.save()
    audit.record(Act.INSTRUMENT_LOADED, by=by, of=row, version=row.number)
    return row


@transaction.atomic
def retire_instrument(*, version: InstrumentVersion, by: User) -> InstrumentVersion:
    """Offer a version no longer; assessments that use it go on."""
    row = InstrumentVersion.objects.select_for_update().get(pk=version.pk)
    row.state = InstrumentState.RETIRED
    row.save()
    audit.record(Act.INSTRUMENT_LOADED, by=by, of=row, version=row.number)
    return row


def offered_instrument() -> InstrumentVersion | None:
    """The version that a new assessment uses."""
    return InstrumentVersion.objects.offered().first()


def _plain(of: Instrument) -> dict:
    return of.plain


def _lines(text: str) -> dict[str, int]:
    """The line of each code, and of the version."""
    whole = read_lined(text)
    found = {"version": whole.lines.get("version", 1)}
    for each in walk(whole):
        if isinstance(each.get("code"), str) and "indicators" not in each:
            found.setdefault(each["code"], each.lines["code"])
    return found
