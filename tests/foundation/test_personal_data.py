"""What seems to be personal data is noticed; amounts, years and laws are left in peace."""

import pytest

from amuprev.foundation.personal_data import DataKind, personal_data

HELD = {
    DataKind.DOCUMENT: [
        "Su DUI es 04567891-2.",
        "portadora del DUI 045678912",
        "D.U.I. No. 04567891-2",
        "DPI 2345 67890 0101",
        "con CUI 2345678900101",
        "2345-67890-0101 de Mixco",
        "cédula 001-140385-0012K",
        "0011403850012K",
        "cédula 1-0234-0567 de San José",
        "1-0234-0567",
        "cédula de Colón: 3-712-1234",
        "PE-123-4567",
        "001-1234567-8 de Santo Domingo",
        "DNI 0801-1990-12345",
        "0801199012345",
        "RTN 0801-1990-123456",
        "pasaporte A1234567",
        "su cédula es 801230456",
        "passport A1234567",
        "su número de documento de identidad: 801230456",
    ],
    DataKind.PHONE: [
        "Llame al 2222-3333",
        "teléfono 7123 4567",
        "cel. 55123456",
        "WhatsApp: +503 7123-4567",
        "contacto 7123-4567",
        "+502 5512 3456",
        "(809) 555-1234",
        "809-555-1234",
        "phone: 305-555-1234",
        "tel: 2280 1234 con doña Ana",
    ],
    DataKind.EMAIL: [
        "Escriba a juana.perez@correo.test",
        "j_perez@alcaldia.gob.test.",
    ],
    DataKind.BIRTH: [
        "nacida el 3 de mayo de 2012",
        "Fecha de nacimiento: 03/05/2012",
        "nació el 14 de marzo",
        "born on 3 May 2012",
    ],
    DataKind.NAME: [
        "la menor de nombre Karla",
        "un menor de edad, de nombre José Luis",
        "la niña María fue atendida",
        "el niño Juan Pérez",
        "una adolescente llamada Sofía",
        "la víctima Rosa M. denunció",
        "el menor Kevin de 12 años",
        "menor identificado como K.L.",
        "la niña de 9 años, Ana López,",
        "hijo de nombre Mateo",
        "a girl named Rosa",
        "the victim Rosa Martínez",
        "una niña que se llama lucía",
    ],
}

QUIET = [
    "Participaron 25 mujeres y 14 hombres de 12 a 17 años.",
    "Costó $1,250.50 y Q 3,400.00; en total 12,345,678.90 colones.",
    "Entre 2019 y 2024, y en el período 2019-2024.",
    "De 2000-3000 personas; aforo 2500-3000.",
    "El 27/03/2026, el 8-12-2026 y el 27-03-26 a las 10:30.",
    "Decreto Legislativo 554 de 2001; Ley 7786; Acuerdo 12-2018.",
    "Decreto 22-2008, Acuerdo Gubernativo 225-2008 y Ley 1-2023.",
    "Ordenanza 03-2024, folio 123, acta número 45-2026.",
    "Expediente 123-2024-7 de la PNC",
    "Se entregaron 45000000 de lempiras a 18 municipios.",
    "Código postal 01501, zona 18, calle 5, casa 12-34.",
    "Se atendió a una niña y a un adolescente; nadie los nombra.",
    "Charla a menores de edad sobre sus derechos.",
    "El fenómeno de El Niño y el Día del Niño.",
    "Colegio Niño Jesús de Praga, Escuela República de Honduras.",
    "la niñez y la adolescencia de San Miguel",
    "El menor costo posible; la menor cantidad.",
    "Línea 126, llame al 911 o al 123.",
    "https://www.ejemplo.org/noticia/12345678-2026",
    "Cuenta con 1 millón y 250 mil beneficiarios.",
    "Consta en archivo, folio 12, libro 3-2026.",
    "Resolución 2002/13 del ECOSOC.",
    "Coordenadas 13.6760, -89.2890.",
    "Plan 2021-2024 de la Red, versión 1.2.3",
    "La joven orquesta municipal y los jóvenes de Mixco",
    "Documentos de identidad: se orientó a 30 familias.",
    "Se explicó cómo sacar el DUI y la partida de nacimiento.",
    "Entrega de DPI a 120 personas",
    "Teléfono descompuesto: juego con 40 niñas.",
    "Partidos 3-1, 2-0 y 5-4-1.",
    "Los días 12-13-14 de marzo.",
    "Born in 2012, the programme grew.",
    "A boy and a girl read; the girls of Mixco sang.",
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind, texts in HELD.items() for text in texts],
)
def test_personal_data_is_noticed(kind, text):
    assert kind in {found.kind for found in personal_data(text)}


@pytest.mark.parametrize("text", QUIET)
def test_what_is_none_is_left_in_peace(text):
    assert personal_data(text) == []


def test_each_kind_is_told_once_in_order_with_its_words():
    text = "Tel. 7123-4567 de la niña Ana; su madre, DUI 04567891-2, tel. 7999-1111."
    found = personal_data(text)
    assert [each.kind for each in found] == [
        DataKind.PHONE,
        DataKind.NAME,
        DataKind.DOCUMENT,
    ]
    assert "7123-4567" in found[0].words
    assert all(each.sentence for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 4000,
        "1-" * 2000,
        "a@" * 2000,
        "tel. " * 800,
        "menor de nombre " * 250,
        " " * 4000,
        "+1 " * 1300,
        "DUI nº " * 600,
    ],
)
def test_long_odd_texts_are_answered(text):
    """Patterns that try every way would not come back from these."""
    assert len(personal_data(text)) <= len(DataKind)
