"""The register and plan of the fictitious municipality."""

import datetime
from decimal import Decimal

from django.utils import timezone

from municipio_seguro.choices import (
    FundingSource,
    MeasureType,
    Purpose,
    TransferType,
    Visibility,
)
from municipio_seguro.models import Measure, Risk, Threat
from municipio_seguro.services import following, measures, risks, transfers
from municipio_seguro.services.measures import Share
from network.choices import Role
from network.models import Organisation, User

# Threat, title, likelihood, impact, days until it is due, whether the world reads it.
RISKS = (
    ("flood", "Crecida de la quebrada", "The stream floods", 3, 5, 300, True),
    ("abandoned-spaces", "Parque sin luz", "Unlit park", 5, 2, 500, True),
    ("robbery", "Robos en la parada", "Robberies at the bus stop", 5, 4, 900, False),
    ("cyber", "Pérdida de datos", "Loss of data", 2, 3, 120, False),
    ("landslide", "Ladera inestable", "Unstable slope", 4, 5, 200, True),
)


def keep_register(
    town: Organisation, people: dict[Role, User]
) -> list[tuple[Risk, Measure]]:
    """Five risks with their measures, and a cover that ends soon."""
    clerk = people[Role.RECORDS]
    made = []
    for threat, title_es, title_en, likelihood, impact, days, public in RISKS:
        seen = Visibility.PUBLIC if public else Visibility.MUNICIPALITY
        risk = risks.note_risk(
            municipality=town,
            by=clerk,
            threat=Threat.objects.get(key=threat),
            values={
                "title_es": f"{title_es} (ejemplo)",
                "title_en": f"{title_en} (sample)",
                "current_likelihood": likelihood,
                "current_impact": impact,
                "public_summary_es": "Riesgo de ejemplo, de un municipio ficticio.",
                "public_summary_en": "Sample risk of a fictitious municipality.",
                "owner_office": "Unidad de prevención",
            },
        )
        risks.open_risk(risk=risk, by=clerk, visibility=seen)
        made.append((risk, _measure(risk, clerk, days, seen)))
    _cover(town, clerk)
    return made


def _measure(risk: Risk, clerk: User, days: int, seen: str) -> Measure:
    today = timezone.localdate()
    return measures.propose_measure(
        municipality=risk.municipality,
        by=clerk,
        values={
            "title_es": f"Medida: {risk.title_es}",
            "title_en": f"Measure: {risk.title_en}",
            "type": MeasureType.MITIGATION,
            "approved_on": today - datetime.timedelta(days=100),
            "due_on": today + datetime.timedelta(days=days),
            "responsible": risk.municipality,
            "responsible_office": "Obras municipales",
            "budget_amount": Decimal(days * 100),
            "currency": "USD",
            "fiscal_year": today.year,
            "visibility": seen,
        },
        funding=(
            Share(FundingSource.EMERGENCY_FUND, Decimal(40), Purpose.MITIGATION),
            Share(FundingSource.NONE, Decimal(60)),
        ),
        risks=[risk],
    )


def follow(register: list[tuple[Risk, Measure]], people: dict[Role, User]) -> None:
    """One measure verified, one under way, one suspended, two only proposed."""
    lead, clerk = people[Role.COORDINATES], people[Role.RECORDS]
    seen = following.Told(
        text_es="Obra vista (ejemplo)",
        text_en="Works seen (sample)",
        strength=2,
        address="https://demo.example/obra",
        public=True,
    )
    first, second, third = (measure for _risk, measure in register[:3])
    following.move_measure(measure=first, by=clerk, to="finished", told=seen)
    following.move_measure(measure=first, by=lead, to="verified", told=seen)
    following.move_measure(measure=second, by=clerk, to="running")
    told = following.Told(text_es="Se midió (ejemplo)", text_en="Measured", progress=35)
    following.tell_measure(measure=second, by=clerk, told=told)
    following.move_measure(
        measure=third, by=clerk, to="suspended", reason="Ejemplo: falta el permiso."
    )


def _cover(town: Organisation, clerk: User) -> None:
    today = timezone.localdate()
    transfers.save_transfer(
        municipality=town,
        by=clerk,
        values={
            "type": TransferType.PROPERTY,
            "provider": "Aseguradora de ejemplo",
            "covers_es": "Edificio de la alcaldía (ejemplo)",
            "covers_en": "Town hall building (sample)",
            "currency": "USD",
            "insured_value": Decimal(200_000),
            "assets_value": Decimal(1_000_000),
            "valid_from": today - datetime.timedelta(days=300),
            "valid_to": today + datetime.timedelta(days=50),
        },
    )
