"""The guide with which the public addresses of the toolkit are tried."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from network.models import Organisation
from tests.toolkit import factories
from toolkit.addresses import (
    book_address,
    feed_address,
    landing_address,
    norms_file_address,
    pack_address,
    paper_address,
    section_address,
    step_address,
)
from toolkit.models import (
    Agreement,
    BodyMember,
    CheckEvidence,
    Instrument,
    Meeting,
    ModelDocument,
    MunicipalPolicy,
    Step,
    StepCheck,
    SubCommission,
)
from toolkit.services.packs import keep_pack

MISSING = "nada"
NONE = 999_999
LISTS = {"norm": "norms", "document": "documents", "audience": "audiences"}
# As the factories call what there is one of.
NAMES = {"document": "d", "audience": "a"}


def give_guide(town: Organisation) -> None:
    """One record of each kind."""
    factories.one_of_each(town)
    keep_pack(country="SV", digest="0" * 64, content=b"PK", files=1)
    _give_work(town)


def _give_work(town: Organisation) -> None:
    """Its body, a meeting and an agreement in each state, evidence, policies."""
    body = factories.BodyFactory(organisation=town)
    factories.SeatFactory(body=body, office="Jefatura")
    factories.SeatFactory(body=body, office="Dirección", left_on=factories.days_ago(20))
    SubCommission.objects.create(body=body, name="Juventud")
    ModelDocument.objects.create(
        key="minutes",
        slug="acta-de-reunion",
        position=2,
        title_es="Acta",
        title_en="Minutes",
        description_es="x",
        body_es="# Acta\n@agreements",
    )
    for state in ("planned", "held", "cancelled"):
        meeting = factories.MeetingFactory(body=body, state=state)
        for settled in ("open", "met"):
            meeting.agreements.create(
                text="Iluminar la cancha",
                responsible="Obras públicas, jefatura",
                agreed_on=meeting.held_on,
                state=settled,
                settled_on=meeting.held_on if settled == "met" else None,
            )
    check = StepCheck.objects.create(organisation=town, step=Step.objects.latest("pk"))
    for removed in (None, timezone.now() - datetime.timedelta(hours=1)):
        piece = CheckEvidence(check_of=check, kind="file", removed_at=removed)
        piece.content_type = "application/pdf"
        piece.file.save("acta.pdf", ContentFile(b"%PDF-1.4"))
    check.evidence.create(kind="reference", reference="Acta 4, archivo municipal")
    StepCheck.objects.filter(pk=check.pk).update(evidence_count=2)
    MunicipalPolicy.objects.create(
        owner=town, title_es="Política", title_en="Policy", published_at=timezone.now()
    )


def _work(cast: Any, state: str, key: Any, **more: Any) -> dict[str, Any]:
    """Something of the town, by the key of this name; or nothing that exists."""
    return {"pk": cast.town.pk, **more, "key": key() if state != "missing" else NONE}


def _seat(state: str) -> int:
    rows = BodyMember.objects.filter(left_on__isnull=state == "sits")
    return int(rows.latest("pk").pk)


def _meeting(state: str) -> int:
    return int(Meeting.objects.filter(state=state).latest("pk").pk)


def _agreement(cast: Any, state: str) -> dict[str, Any]:
    known = "open" if state == "missing" else state
    kept = Agreement.objects.filter(state=known, meeting__state="held").latest("pk")
    number = NONE if state == "missing" else kept.pk
    return {"pk": cast.town.pk, "key": kept.meeting_id, "number": number}


def _evidence(cast: Any, state: str) -> dict[str, Any]:
    rows = CheckEvidence.objects.filter(removed_at__isnull=state != "removed")
    kind = "reference" if state == "reference" else "file"
    piece = rows.filter(kind=kind).latest("pk")
    number = NONE if state == "missing" else piece.pk
    return {"pk": cast.town.pk, "key": piece.check_of.step_id, "piece": number}


def _policy(state: str) -> int:
    rows = MunicipalPolicy.objects.filter(published_at__isnull=state == "draft")
    return int(rows.latest("pk").pk)


def _entry(state: str) -> dict[str, Any]:
    if state not in LISTS:
        return {"path": section_address("norms", MISSING)}
    slug = NAMES.get(state) or Instrument.objects.latest("pk").slug
    return {"path": section_address(LISTS[state], slug)}


def _step(state: str) -> dict[str, Any]:
    slug = MISSING if state == "missing" else Step.objects.latest("pk").slug
    return {"path": step_address(slug)}


def _paper(state: str) -> dict[str, Any]:
    slug, form = (MISSING, "pdf") if state == "missing" else ("d", state)
    return {"path": paper_address(slug, form)}


MAKERS = {
    "town-work": lambda cast, state: {
        "pk": NONE if state == "missing" else cast.town.pk
    },
    "step-check": lambda cast, state: _work(
        cast, state, lambda: Step.objects.latest("pk").pk
    ),
    "step-evidence": _evidence,
    "body-seat": lambda cast, state: _work(cast, state, lambda: _seat(state)),
    "body-group": lambda cast, state: _work(
        cast, state, lambda: SubCommission.objects.latest("pk").pk
    ),
    "body-meeting": lambda cast, state: _work(cast, state, lambda: _meeting(state)),
    "body-agreement": _agreement,
    "town-paper": lambda cast, state: _work(
        cast, state, lambda: ModelDocument.objects.get(key="d").pk
    ),
    "town-policy": lambda cast, state: _work(cast, state, lambda: _policy(state)),
    "public-toolkit": lambda cast, state: {"path": landing_address()},
    "public-step": lambda cast, state: _step(state),
    "public-toolkit-list": lambda cast, state: {"path": section_address(state)},
    "public-toolkit-entry": lambda cast, state: _entry(state),
    "public-guide-file": lambda cast, state: {"path": book_address(state)},
    "public-model-file": lambda cast, state: _paper(state),
    "public-pack-file": lambda cast, state: {
        "path": pack_address("SV" if state == "made" else "GT")
    },
    "public-norms-file": lambda cast, state: {"path": norms_file_address(state)},
    "public-toolkit-feed": lambda cast, state: {"path": feed_address()},
}
