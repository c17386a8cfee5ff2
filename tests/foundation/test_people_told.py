"""Names of adults and days to come are noticed in what is written to be public."""

import datetime

import pytest
from django.utils import timezone

from amuprev.foundation.people_told import people_told
from amuprev.foundation.personal_data import DataKind, personal_data

PEOPLE = [
    "Doña Rosa abrió su patio.",
    "La licenciada Marta Ríos coordinó.",
    "El alcalde Juan Pérez firmó.",
    "la promotora Ana López visitó cada casa",
    "testimonio de Carlos Hernández",
    "«Antes nadie venía», cuenta Blanca.",
    "the mayor José Ramírez signed it",
    "Mrs. Clark opened the door",
]
QUIET = [
    "El Colegio Don Bosco prestó la cancha.",
    "En la escuela Doctor José Matías Delgado se reunieron.",
    "La alcaldía de San Juan firmó con la PNC.",
    "El alcalde firmó el acuerdo; la directora lo presentó.",
    "Plan Internacional y la Cruz Roja ayudaron.",
    "El Departamento de Francisco Morazán tiene 28 municipios.",
    "La señora del mercado no quiso.",
    "El 5 de marzo de 2012 se aprobó la ordenanza 3.",
    "Se reunían los sábados en la cancha.",
    "Entre 2027 y 2030 se espera crecer.",
    "Desde marzo de 2031 habrá fondos.",
    "El 31/02/2050 no existe.",
]
AHEAD = [
    "El {day} de {month} de {year} será la marcha en el parque.",
    "El {d}/{m}/{year} en la casa comunal.",
    "{year}-{m:02}-{d:02}",
    "on {d} March {next}",
    "on March {d}, {next}",
    "el próximo sábado en la cancha",
    "todos los martes a las 3 de la tarde",
    "every Monday at 5",
]
NAMES = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_an_adults_name_is_noticed(text):
    assert DataKind.PERSON in {found.kind for found in people_told(text)}
    assert DataKind.PERSON not in {found.kind for found in personal_data(text)}


@pytest.mark.parametrize("text", AHEAD)
def test_a_day_to_come_is_noticed(text):
    soon = timezone.localdate() + datetime.timedelta(days=20)
    told = text.format(
        day=soon.day,
        d=min(soon.day, 28),
        m=soon.month,
        month=NAMES[soon.month - 1],
        year=soon.year + 1,
        next=soon.year + 1,
    )
    assert [found.kind for found in people_told(told)] == [DataKind.AHEAD], told


@pytest.mark.parametrize("text", QUIET)
def test_institutions_places_and_what_is_over_are_left_in_peace(text):
    assert people_told(text) == []


@pytest.mark.parametrize(
    "text", ["Don " * 2000, "A" * 9000, "1 de " * 2000, "escuela de " * 1000 + "x"]
)
def test_long_odd_texts_are_answered(text):
    assert len(people_told(text)) <= len(DataKind)
