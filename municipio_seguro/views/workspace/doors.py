"""How the workspace views of assessments fetch: through the person's standing."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from municipio_seguro import rules
from municipio_seguro.instrument import Dimension, Indicator
from municipio_seguro.models import Assessment
from network.choices import OrganisationKind
from network.models import Organisation
from network.views.workspace.doors import StaffRequest


def visible_assessment(request: StaffRequest, pk: int) -> Assessment:
    """The assessment, if this person may read it; otherwise it is not found."""
    rows = Assessment.objects.visible_to(request.user).select_related(
        "municipality__place", "instrument", "consultation", "act_filed_by"
    )
    return get_object_or_404(rows, pk=pk)


def dimension_of(assessment: Assessment, code: str) -> Dimension:
    """A dimension of its instrument, of which it asks something; or not found."""
    found = assessment.instrument.instrument.by_code.get(code)
    if found is None or not asked_in(assessment, found):
        raise Http404
    return found


def asked_in(assessment: Assessment, dimension: Dimension) -> list[Indicator]:
    """The indicators of a dimension that this assessment asks."""
    codes = set(assessment.codes)
    return [each for each in dimension.indicators if each.code in codes]


def indicator_of(assessment: Assessment, code: str) -> Indicator:
    """An indicator that the assessment asks; or not found."""
    found = assessment.instrument.instrument.indicators.get(code)
    if found is None or code not in assessment.codes:
        raise Http404
    return found


def assessable(request: StaffRequest) -> list[Organisation]:
    """The municipalities of which the person may open an assessment."""
    standing = request.user.standing
    rows = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    if not standing.secretariat:
        rows = rows.filter(pk__in=standing.holding(rules.LEADERS) | standing.reviewed)
    return list(rows.select_related("place").in_order())


def town_of(request: StaffRequest, pk: int) -> Organisation:
    """The municipality, if this person may read its register; otherwise not found."""
    rows = Organisation.objects.municipalities().select_related("place")
    town = get_object_or_404(rows, pk=pk)
    if not rules.may_read_register(request.user, town):
        raise Http404
    return town


def own_town(request: StaffRequest, pk: int) -> Organisation:
    """The same, for whoever keeps the register; its other readers are refused."""
    town = town_of(request, pk)
    if not rules.may_keep_register(request.user, town):
        raise PermissionDenied
    return town


def register_address(town: Organisation, name: str = "register", *more: Any) -> str:
    """A page of the municipality's register."""
    return reverse(f"municipio_seguro:{name}", args=[town.pk, *more])


def sent_file(file: object, content_type: str) -> FileResponse:
    """A private file, to be kept and never run in the page; or not found."""
    try:
        opened = file.open("rb")  # type: ignore[attr-defined]  # a field's file
    except (FileNotFoundError, ValueError) as missing:
        raise Http404 from missing
    response = FileResponse(opened, as_attachment=True, content_type=content_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
