"""The assessments with which the addresses of Municipio Seguro are tried."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from municipio_seguro.addresses import (
    assessment_address,
    feed_address,
    file_address,
    first_look_address,
    instrument_address,
    landing_address,
    paper_address,
)
from municipio_seguro.models import (
    Answer,
    AnswerEvidence,
    Assessment,
    Consultation,
    FreeText,
    FundingShare,
    GroupSession,
    Measure,
    MeasureEntry,
    Response,
    Risk,
    Snapshot,
)
from municipio_seguro.services.snapshots import build_content
from network.models import Organisation
from tests.municipio_seguro.factories import a_threat, the_instrument
from tests.network.factories import MunicipalityFactory

MISSING = 999_999
KEYS = {
    "consulting": "abcdefghjk",
    "closed": "bcdefghjkm",
    "cancelled": "kjhgfedcba",
    "missing": "nada",
}
RISKS = {1: "open", 2: "public", 3: "closed"}
MEASURES = {1: "open", 2: "public", 3: "verified"}
MARK = "a" * 64
MINUTE = timezone.now().replace(second=0, microsecond=0)
SLUGS = {
    "published": "sv-publicada",
    "hidden": "sv-escondida",
    "withdrawn": "sv-retirada",
}


def give_assessments(town: Organisation) -> None:
    """A draft with a piece of evidence, and a published one with its signed act."""
    now = timezone.now()
    draft = Assessment.objects.create(municipality=town, instrument=the_instrument())
    for state, slug in SLUGS.items():
        hidden = now if state == "hidden" else None
        row = Assessment.objects.create(
            municipality=town,
            instrument=the_instrument(),
            state="superseded" if hidden else state,
            slug=slug,
            validated_at=now,
            published_at=now,
            hidden_at=hidden,
            expires_on=timezone.localdate(),
            act_file=ContentFile(b"%PDF-1.4", "acta.pdf"),
            reason_es="Se retiró.",
        )
        told = build_content(row)
        Snapshot.objects.create(
            assessment=row,
            content=told,
            sha256="0" * 64,
            formula="1",
            matrix_version="MS-1",
        )
        if state == "published":
            give_consultations(row)
    give_risks(town)
    give_measures(town)
    answer = Answer.objects.create(assessment=draft, code="PAR-01", revision=1, level=1)
    AnswerEvidence.objects.create(
        answer=answer,
        title_es="Acta",
        title_en="Minutes",
        type="minutes",
        strength=2,
        file=ContentFile(b"%PDF-1.4", "acta.pdf"),
        content_type="application/pdf",
    )


def give_risks(town: Organisation) -> None:
    """A risk that its own people read, one that everybody reads, one that was closed."""
    threat = a_threat(key="amenaza-del-contrato")
    for number, state in RISKS.items():
        Risk.objects.create(
            municipality=town,
            number=number,
            threat=threat,
            title_es="Crecida del río",
            title_en="The river floods",
            current_likelihood=3,
            current_impact=4,
            target_likelihood=3,
            target_impact=4,
            level="A",
            target_level="A",
            next_review=timezone.localdate(),
            visibility="public" if state == "public" else "municipality",
            public_summary_es="Se inunda",
            closed_at=timezone.now() if state == "closed" else None,
        )


def give_measures(town: Organisation) -> None:
    """A measure as it was proposed, one that everybody reads, one that was verified."""
    today = timezone.localdate()
    for number, state in MEASURES.items():
        done = state == "verified"
        measure = Measure.objects.create(
            municipality=town,
            number=number,
            title_es="Muro en la ribera",
            title_en="Wall on the bank",
            type="mitigation",
            approved_on=today,
            due_on=today,
            horizon="short",
            responsible=town,
            responsible_office="Obras",
            status=state if done else "proposed",
            progress=100 if done else 0,
            verified_at=timezone.now() if done else None,
            visibility="public" if state == "public" else "municipality",
        )
        FundingShare.objects.create(measure=measure, source="none", share=100)
        if state == "open":
            MeasureEntry.objects.create(
                measure=measure,
                office="Obras",
                text_es="Se midió",
                progress=0,
                file=ContentFile(b"%PDF-1.4", "acta.pdf"),
                content_type="application/pdf",
            )


def give_consultations(published: Assessment) -> None:
    """The closed one of what is published, with a text, a group and a burst; one that
    runs in another municipality, and one that was called off with its assessment.
    """
    today = timezone.localdate()
    closed = _consultation(published, "closed", -30)
    closed.closed_at, closed.secret = timezone.now(), ""
    closed.save()
    FreeText.objects.create(consultation=closed, text="Falta luz.")
    GroupSession.objects.create(
        consultation=closed,
        voice="children",
        setting="school",
        held_on=today,
        present=5,
    )
    Response.objects.bulk_create(
        Response(
            consultation=closed,
            voice="women",
            answers={"ESP-01": 1},
            alike=MARK,
            minute=MINUTE,
        )
        for _each in range(12)
    )
    for state in ("consulting", "cancelled"):
        other = MunicipalityFactory()
        asked = Assessment.objects.create(
            municipality=other, instrument=the_instrument(), state=state
        )
        _consultation(asked, state, -1)


def _consultation(of: Assessment, name: str, days: int) -> Consultation:
    opens_on = timezone.localdate() + datetime.timedelta(days)
    return Consultation.objects.create(
        assessment=of,
        key=KEYS[name],
        opens_on=opens_on,
        closes_on=opens_on + datetime.timedelta(20),
        days=20,
        consent_es="Nadie sabrá quién.",
        consent_en="Nobody will know who.",
        contact_es="Oficina",
        contact_en="Office",
    )


def _risk(cast: Any, state: str) -> dict[str, Any]:
    numbers = {state: number for number, state in RISKS.items()}
    return {"pk": cast.town.pk, "number": numbers.get(state, MISSING)}


def _measure(cast: Any, state: str) -> dict[str, Any]:
    numbers = {state: number for number, state in MEASURES.items()}
    return {"pk": cast.town.pk, "number": numbers.get(state, MISSING)}


def _entry(cast: Any, state: str) -> dict[str, Any]:
    there = MeasureEntry.objects.get().pk if state == "open" else MISSING
    return _measure(cast, "open") | {"entry": there}


def _key(state: str) -> int:
    found = Assessment.objects.filter(state=state).order_by("pk").first()
    return found.pk if found else MISSING


def _piece(state: str) -> dict[str, Any]:
    piece = AnswerEvidence.objects.get()
    found = piece.pk if state == "draft" else MISSING
    return {"pk": _key("draft"), "code": "PAR-01", "piece": found}


def _text(state: str) -> dict[str, Any]:
    found = FreeText.objects.get().pk
    return {"pk": _key(state), "key": found}


def _group(state: str) -> dict[str, Any]:
    return {"pk": _key(state), "session": GroupSession.objects.get().pk}


MAKERS = {
    "register": lambda cast, state: {
        "pk": cast.town.pk if state == "town" else MISSING
    },
    "risk": _risk,
    "measure": _measure,
    "measure-entry": _entry,
    "opinion": lambda cast, state: {"key": KEYS[state]},
    "assessment-text": lambda cast, state: _text(state),
    "assessment-group": lambda cast, state: _group(state),
    "assessment": lambda cast, state: {"pk": _key(state)},
    "public-assessments": lambda cast, state: {"path": landing_address()},
    "public-assessment": lambda cast, state: {
        "path": assessment_address(SLUGS.get(state, "nada"))
    },
    "public-assessment-feed": lambda cast, state: {"path": feed_address()},
    "public-assessment-file": lambda cast, state: {
        "path": file_address(SLUGS.get(state, "nada"), "pdf")
    },
    "public-instrument": lambda cast, state: {"path": instrument_address()},
    "public-dimension": lambda cast, state: {
        "path": instrument_address("par" if state == "known" else "nada")
    },
    "public-paper-form": lambda cast, state: {
        "path": paper_address("par" if state == "known" else "nada")
    },
    "public-first-look": lambda cast, state: {"path": first_look_address()},
    "assessment-evidence": lambda cast, state: _piece(state),
}
