"""Sample values for the gallery of components; nothing here is content."""

from typing import Any

from django import forms

from network.choices import ReviewState
from network.forms.fields import ForgivingDateField
from network.maps import Lamp, MapCountry, region_map

LONG_SPANISH = (
    "Recuperación participativa de la cancha de la colonia Santa Catarina Pinula "
    "Norte, segunda jornada con las juntas directivas comunales"
)


class SampleForm(forms.Form):
    """One field of each kind."""

    kind = forms.ChoiceField(
        label="¿Qué se hizo?",
        choices=[
            ("training", "Taller o capacitación"),
            ("sport", "Deporte, arte o recreación"),
            ("talk", "Charla"),
            ("space", "Recuperación de espacio público"),
            ("committee", "Sesión del comité"),
            ("other", "Otra…"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Elija qué se hizo"},
    )
    day = ForgivingDateField(
        label="¿Cuándo?",
        help_text="Por ejemplo, 27 3 2026. Sirve también «marzo».",
    )
    place = forms.CharField(
        label="¿En qué barrio, colonia o cantón?",
        required=False,
    )
    women = forms.IntegerField(label="Mujeres", required=False)
    men = forms.IntegerField(label="Hombres", required=False)
    people = forms.IntegerField(label="Sin separar", required=False)
    story = forms.CharField(
        label="¿Qué pasó?",
        help_text="Dos líneas bastan. No escriba nombres de menores ni de víctimas.",
        widget=forms.Textarea,
        error_messages={"required": "Cuente en dos líneas qué pasó"},
    )
    groups = forms.MultipleChoiceField(
        label="¿Con quiénes?",
        required=False,
        choices=[
            ("children", "Niñez y adolescencia"),
            ("youth", "Juventud"),
            ("older", "Personas mayores"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    setting = forms.ChoiceField(
        label="Dónde se hizo",
        required=False,
        choices=[("", "Sin dato"), ("school", "Centro educativo"), ("home", "Hogar")],
    )
    photo = forms.FileField(label="Foto", required=False)
    nobody = forms.BooleanField(
        label="En la foto no se reconoce a ninguna persona menor de edad",
        required=False,
    )


class SampleFilter(forms.Form):
    """A filter over a list."""

    country = forms.ChoiceField(
        label="País", choices=[("", "Todos"), ("SV", "El Salvador")]
    )
    theme = forms.ChoiceField(
        label="Tema", choices=[("", "Todos"), ("youth", "Juventud y empleo")]
    )
    words = forms.CharField(label="Palabras")


def _sample_map() -> dict[str, Any]:
    places = [
        ("Santa Tecla", 13.68, -89.28, True, True),
        ("Santa Catarina Pinula", 14.57, -90.5, True, True),
        ("Puerto Cortés", 15.85, -87.95, True, True),
        ("San Miguelito", 9.03, -79.5, True, True),
        ("Santo Domingo Este", 18.49, -69.86, True, True),
        ("Desamparados", 9.9, -84.06, False, False),
        ("Chorrera", 8.88, -79.78, False, False),
        ("Sonsonate", 13.72, -89.73, False, False),
        ("Mixco", 14.63, -90.61, False, False),
        ("Palencia", 14.66, -90.36, False, False),
        ("Choluteca", 13.3, -87.19, False, False),
    ]
    countries = [
        ("GT", "Guatemala"),
        ("SV", "El Salvador"),
        ("HN", "Honduras"),
        ("CR", "Costa Rica"),
        ("PA", "Panamá"),
        ("DO", "República Dominicana"),
        ("NI", "Nicaragua"),
    ]
    return region_map(
        [
            Lamp(name, f"#{name}", latitude, longitude, lit, label)
            for name, latitude, longitude, lit, label in places
        ],
        [MapCountry(iso, name, f"#{iso}") for iso, name in countries],
    )


def _sample_figures() -> dict[str, Any]:
    return {
        "columns": ["Mujeres", "Hombres", "Sin separar"],
        "rows": [
            {"label": "12 a 17 años", "values": [18, 23, None]},
            {"label": "18 a 29 años", "values": [7, "menos de 5", None]},
            {"label": "60 años o más", "values": [0, None, 12]},
        ],
        "totals": [25, 23, 12],
    }


def gallery_context() -> dict[str, Any]:
    """Every component's values: plain, filled, wrong and empty."""
    wrong = SampleForm({"women": "muchas", "place": LONG_SPANISH}, prefix="wrong")
    return {
        "plain": SampleForm(initial={"kind": "sport", "groups": ["youth"]}),
        "wrong": wrong,
        "filter": SampleFilter(prefix="filter"),
        "map": _sample_map(),
        "figures": _sample_figures(),
        "long": LONG_SPANISH,
        "crumbs": [{"title": "Inicio", "url": "#"}, {"title": "Bitácora", "url": "#"}],
        "states": [
            {"code": state.value, "label": state.label} for state in ReviewState
        ],
        "tags": ["Mediación y convivencia", "24 personas"],
        "sources": [
            {"title": "ICMA, informe trimestral XXXIV", "url": "https://icma.org/"},
            {"title": "Memoria impresa de la asociación, 2013", "url": ""},
        ],
        "tasks": [
            {
                "title": "Contar a las personas por sexo y edad",
                "url": "#",
                "state": "done",
            },
            {"title": "Decir con quién se hizo", "url": "#", "state": "started"},
            {"title": "Agregar fotos y documentos", "url": "#", "state": "empty"},
        ],
        "conflict": [
            {
                "label": "¿Qué pasó?",
                "name": "story",
                "mine": "Se inscribieron seis equipos para la liga del barrio.",
                "theirs": "Se inscribieron cuatro equipos; faltan dos por confirmar.",
            }
        ],
    }
