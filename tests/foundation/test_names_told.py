"""A child's or victim's name, one with an age and one introduced are noticed; towns,
institutions and programmes are left in peace."""

import pytest

from amuprev.foundation.names_told import person_in_office
from amuprev.foundation.people_told import people_told
from amuprev.foundation.personal_data import DataKind, personal_data

OF_A_MINOR = [
    "La niña Ana López, de 9 años, contó lo que pasó.",
    "El niño Juan Pérez",
    "LA NIÑA ANA LÓPEZ",
    "la niña ana dijo que no",
    "María Elena Rodríguez, de 15 años, dirigió el grupo.",
    "En Nahuizalco María del Carmen Flores, de quince años, dirigió el grupo.",
    "El joven Juan Pérez López pintó el mural.",
    "La joven Yuleidy Barahona habló.",
    "el adolescente Kevin",
    "La Adolescente Kimberly R.",
    "La estudiante Gabriela Ramos leyó el acta.",
    "los jóvenes Juan Pérez y Luis Gómez",
    "la alumna de noveno grado Sofía Cruz",
    "Estudiante: Carlos Hernández",
    "La víctima Rosa Martínez denunció.",
    "la víctima, María López,",
    "su hija Karla la acompañó",
    "Niña Ana, 9 años.",
    "Ana (9 años) dibujó su calle.",
    "Yuleidy Tzunún, de 12 años, ganó.",
    "Luis tiene 12 años y juega de portero.",
    "Guadalupe Tepas, 14 años de edad",
    "the girl Ana López",
    "Ana López, 9 years old, drew it.",
    "9-year-old Ana López drew it.",
    "Llegó a la escuela la niña Ana López.",
    "en la casa de la niña Fátima",
]
OF_A_PERSON = [
    "Se llama Juan Pérez y vive cerca.",
    "se llama María",
    "Me llamo Ana López.",
    "Mi nombre es Yuleidy Tzunún.",
    "Nombre: Yuleidy Barahona",
    "Nombre completo: María Elena Rodríguez",
    "La joven, que ella se llama Yuleidy Tzunún, no quiso.",
    "Her name is Rosa.",
    "Carlos Hernández, de 45 años, cuida la cancha.",
]
QUIET = [
    "La ciudad de Santa Ana, con 15 años de programa.",
    "En San José, 12 años después, sigue abierto.",
    "San José (12 años) y Santa Rosa (9 años) trabajan juntos.",
    "Puerto Cortés, de 15 años de experiencia en prevención",
    "Un niño de Puerto Cortés, de 9 años, y una niña de San Miguelito.",
    "El Salvador tiene 15 años de ley.",
    "Municipio Seguro tiene 12 años.",
    "La Red tiene 10 años y la Mesa 8 años.",
    "La Asociación María Auxiliadora (25 años) prestó la cancha.",
    "Niñas de la Escuela María Auxiliadora y del Colegio Niño Jesús de Praga.",
    "Hogar del Niño San Vicente de Paúl y Hospital Benjamín Bloom.",
    "la joven Asociación de Municipios y el joven Comité Municipal",
    "Las niñas, Ministerio de Educación y Policía Nacional Civil.",
    "Con cada estudiante, Santa Tecla abrió un expediente.",
    "Junto a la víctima, Fiscalía y Procuraduría deciden.",
    "los jóvenes de Nahuizalco y los estudiantes de Sonsonate",
    "Los jóvenes Lencas y la niña Maya tienen su propio taller.",
    "El programa se llama Juventud Activa.",
    "La escuela se llama Jorge Larde.",
    "Se llama Municipio Seguro.",
    "Nombre: Comité Municipal de Prevención",
    "El fenómeno El Niño Costero y el Día de la Niña.",
    "Oficina de Atención a víctimas Asistencia legal",
    "niños de 9 años y jóvenes de 15 años de Mixco",
    "Ciudad Mujer, Plan Internacional, Cruz Roja y Casa Joven Sonsonate.",
    "la víctima puede pedir ayuda; el menor costo; la niña blanca paloma",
    "Departamento de Francisco Morazán, municipio de Santiago Nonualco.",
    "Suchitepéquez, con 12 años de trabajo, y Sacatepéquez (10 años)",
]
OFFICES = [
    "Unidad de la Mujer",
    "Dirección de Prevención de Santa Ana",
    "Alcaldía de San José",
    "Centro Juan Pablo II",
    "Escuela María Auxiliadora",
    "Policía Nacional Civil, oficina de San Miguel",
    "Coordinación de la Red",
    "",
]
NO_OFFICES = ["Juan Pérez López", "María Elena", "Promotora: Ana López", "Karla"]


@pytest.mark.parametrize("text", OF_A_MINOR)
def test_the_name_of_a_minor_or_victim_is_noticed_everywhere(text):
    assert DataKind.NAME in {found.kind for found in personal_data(text)}
    assert DataKind.NAME in {found.kind for found in people_told(text)}


@pytest.mark.parametrize("text", OF_A_PERSON)
def test_who_is_introduced_or_told_with_an_age_is_noticed_everywhere(text):
    assert DataKind.PERSON in {found.kind for found in personal_data(text)}


@pytest.mark.parametrize("text", QUIET)
def test_towns_institutions_and_programmes_are_left_in_peace(text):
    assert people_told(text) == []


@pytest.mark.parametrize("text", NO_OFFICES)
def test_a_person_where_an_office_was_asked_for(text):
    assert person_in_office(text)


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_is_one(text):
    assert person_in_office(text) == ""


@pytest.mark.parametrize(
    "text", ["La niña " * 1500, "Ana " * 3000, "Nombre: A" * 900, "de la Ana " * 900]
)
def test_long_odd_texts_are_answered(text):
    assert len(people_told(text)) <= len(DataKind)
