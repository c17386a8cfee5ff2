"""Verbs of mistakes found later: the municipality writes them, the network publishes."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import PUBLIC_STATES, AssessmentState
from municipio_seguro.findings import blocking, x_ray
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment, Erratum, Snapshot
from municipio_seguro.models.base import private_storage
from municipio_seguro.services.answering import (
    Said,
    find_answer,
    indicator_of,
    keep_answer,
    write_said,
)
from municipio_seguro.services.evidence import Stored, store
from municipio_seguro.services.moving import held
from municipio_seguro.services.publishing import (
    build_snapshot,
    keep_medians,
    keep_scores,
)
from municipio_seguro.services.x_ray import facts_of
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

SHORTEST = 20


@audit.keeps_refusals(Act.ASSESSMENT_ERRATUM, of="assessment")
def write_erratum(
    *,
    assessment: Assessment,
    by: User,
    text_es: str,
    text_en: str = "",
    changes: Mapping[str, Said],
    act: UploadedFile | None = None,
) -> Erratum:
    """Tell the network what is wrong in what is published, and what is right; with the
    act that the mayor signed, when they do not approve it in the portal.

    Nothing public changes by it. Raises Refused for who does not coordinate, without
    words, and while another waits; typed.Wrong for an answer that cannot be.
    """
    stored = store(act)
    kept = False
    try:
        made = _written(assessment, by, (text_es, text_en), changes, stored)
        kept = True
    finally:
        if stored.name and not kept:
            private_storage().delete(stored.name)
    return made


@transaction.atomic
def _written(
    assessment: Assessment,
    by: User,
    texts: tuple[str, str],
    changes: Mapping[str, Said],
    stored: Stored,
) -> Erratum:
    text_es, text_en = texts
    current = held(assessment)
    if current.state not in PUBLIC_STATES or not rules.leads(by, current.municipality):
        raise Refused(_("You cannot write an erratum to this assessment."))
    if len(text_es.strip()) < SHORTEST:
        raise Refused(_("Write what was wrong; everybody will read it."), code="text")
    for code, said in changes.items():
        indicator = indicator_of(current, code)
        write_said(find_answer(current, indicator), indicator, said)
    try:
        with transaction.atomic():
            made = Erratum.objects.create(
                assessment=current,
                text_es=text_es.strip(),
                text_en=text_en.strip() or None,
                changes={code: _plain(said) for code, said in changes.items()},
                written_by=by,
                act_file=stored.name,
            )
    except IntegrityError:
        raise Refused(
            _("Another erratum waits for the network."), code="open"
        ) from None
    audit.record(Act.ASSESSMENT_ERRATUM, by=by, of=current, changes=sorted(changes))
    return made


@audit.keeps_refusals(Act.ASSESSMENT_ERRATUM)
@transaction.atomic
def approve_erratum(*, erratum: Erratum, by: User) -> Erratum:
    """The mayor's office says that it is so, as when it validated.

    Raises Refused for another role, for whoever wrote it or answered (G-E16), and for
    one that is published.
    """
    current = held(erratum.assessment)
    row = Erratum.objects.select_for_update(of=("self",)).get(pk=erratum.pk)
    if not rules.may_approve_erratum(by, current) or row.snapshot_id is not None:
        raise Refused(_("You cannot approve this erratum."))
    if row.written_by_id == by.pk or current.writers.filter(pk=by.pk).exists():
        raise Refused(say("G-E16"), code="G-E16")
    row.approved_by, row.approved_at = by, timezone.now()
    row.save(update_fields=["approved_by", "approved_at"])
    audit.record(Act.ASSESSMENT_ERRATUM, by=by, of=current, approved=row.pk)
    return row


@audit.keeps_refusals(Act.ASSESSMENT_CORRECTED)
@transaction.atomic
def publish_erratum(
    *, erratum: Erratum, by: User, sure: Collection[str] = ()
) -> Snapshot:
    """Publish a new revision with a visible note; the earlier ones stay readable.

    It tells of the day of the first: what its evidence proved then, its risks and its
    plan. Raises Refused for who is not of the network, for one that is published, one
    that the mayor's office did not see, and with the code of a finding that blocks.
    """
    current = held(erratum.assessment)
    row = Erratum.objects.select_for_update(of=("self",)).get(pk=erratum.pk)
    if not rules.may_correct(by, current) or row.written_by_id == by.pk:
        raise Refused(_("Only the network publishes what another person wrote."))
    if row.snapshot_id is not None:
        raise Refused(_("This erratum is published already."))
    if row.approved_at is None and not row.act_file:
        raise Refused(
            _("The mayor's office has not approved this erratum yet."), code="mayor"
        )
    _correct(current, row, by)
    made = build_snapshot(
        current,
        by=by,
        sure=sure,
        before=current.compared_with(),
        erratum=(row.text_es, row.text_en),
    )
    row.snapshot = made
    row.save(update_fields=["snapshot"])
    keep_scores(current, made)
    current.version += 1
    current.save()
    audit.record(
        Act.ASSESSMENT_CORRECTED, by=by, of=current, revision=made.revision,
        snapshot=made.sha256,
    )  # fmt: skip
    if current.state == AssessmentState.PUBLISHED:
        keep_medians(current.instrument.instrument.numbers[0])
    return made


def _correct(current: Assessment, row: Erratum, by: User) -> None:
    for code, said in row.changes.items():
        indicator = indicator_of(current, code)
        answer = find_answer(current, indicator)
        write_said(answer, indicator, Said(**said))
        # It is the municipality's answer, whoever publishes it.
        keep_answer(current, answer, row.written_by or by)
    _refuse_findings(current)


def _refuse_findings(current: Assessment) -> None:
    """A correction is proved, and complete, as what it corrects was on its day."""
    on = timezone.localdate(current.published_at)
    found = blocking(x_ray(facts_of(current, on=on)))
    if found:
        raise Refused(found[0].message, code=found[0].code)


def _plain(said: Said) -> dict[str, Any]:
    return {
        name: value if isinstance(value, bool) or value is None else str(value)
        for name, value in asdict(said).items()
    }
