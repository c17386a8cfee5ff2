"""The words of sample activities; every title and text says that it is a sample."""

MARK = "muestra"
MARK_ES = "(muestra)"
MARK_EN = "(sample)"

# A kind of neighbourhood and its name; no sample names a real place.
KINDS_OF_PLACE = ("Colonia", "Barrio", "Cantón", "Comunidad", "Residencial", "Aldea")
NAMES_OF_PLACE = (
    "La Ceiba", "El Almendro", "Las Flores", "San Antonio", "El Progreso",
    "La Esperanza", "Los Pinos", "Santa Lucía", "El Carmen", "Las Margaritas",
    "Bella Vista", "El Roble", "Nuevo Amanecer", "La Fuente", "Los Laureles",
    "San Rafael", "El Mirador", "Las Palmas", "La Unión", "El Porvenir",
    "Santa Marta", "Los Almendros", "El Centro", "La Granja", "Monte Verde",
    "Las Acacias", "El Jardín", "San Isidro", "La Merced", "Los Cedros",
)  # fmt: skip
NEIGHBOURHOODS = tuple(
    f"{kind} {name}" for kind in KINDS_OF_PLACE for name in NAMES_OF_PLACE
)

# Spanish and English of the same sentence.
SENTENCES = (
    (
        "Se reunieron vecinas y vecinos en la casa comunal.",
        "Neighbours met in the community house.",
    ),
    (
        "Jóvenes del barrio propusieron tres actividades para el mes que viene.",
        "Young people of the neighbourhood proposed three activities for next month.",
    ),
    (
        "El comité revisó sus acuerdos y repartió tareas.",
        "The committee went over its agreements and shared out tasks.",
    ),
    (
        "La policía comunitaria y la escuela conversaron sobre el camino a clases.",
        "Community police and the school talked about the way to class.",
    ),
    (
        "Se limpió la cancha y se pintaron las gradas.",
        "The sports ground was cleaned and its stands were painted.",
    ),
    (
        "Las familias practicaron cómo escuchar sin gritar.",
        "Families practised how to listen without shouting.",
    ),
    (
        "Se repararon cuatro lámparas del parque.",
        "Four lamps of the park were mended.",
    ),
    (
        "Un grupo de teatro presentó una obra sobre la convivencia.",
        "A theatre group performed a play about living together.",
    ),
    (
        "Quedó pendiente fijar la próxima fecha.",
        "The next date remains to be set.",
    ),
    (
        "Se inscribieron equipos para la liga del barrio.",
        "Teams signed up for the neighbourhood league.",
    ),
    (
        "La unidad de la mujer explicó adónde acudir.",
        "The women's unit explained where to turn to.",
    ),
    (
        "La alcaldía prestó el transporte y los materiales.",
        "The town hall lent transport and materials.",
    ),
)

STORIES = tuple(
    (f"{one[0]} {other[0]} {MARK_ES}", f"{one[1]} {other[1]} {MARK_EN}")
    for one in SENTENCES
    for other in SENTENCES
    if one != other
)
RESULTS = tuple((f"{es} {MARK_ES}", f"{en} {MARK_EN}") for es, en in SENTENCES)
NOTE = f"Falta decir cuántas personas llegaron. {MARK_ES}"


def title_of(kind: str, place: str, mark: str, joint: str) -> str:
    """A title in one language, short enough for its column."""
    room = 160 - len(mark) - 1
    return f"{kind} {joint} {place}"[:room] + f" {mark}"
