import codecs
import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from network.models import Organisation, Place
from tests.network import factories
from tests.network.desk import one_of_each

pytestmark = pytest.mark.django_db


def read_csv(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_export_speaks_spanish_and_escapes_formulas(screen):
    factories.AssociationFactory(name_es='=HYPERLINK("x")', phone="+503 2222")
    address = reverse("admin:network_association_export")
    row = read_csv(screen.post(address, {"format": "0", "resource": "0"}))[0]
    assert row["nombre_es"] == '\'=HYPERLINK("x")'
    assert row["teléfono"] == "'+503 2222"
    assert row["país"] == "SV"


def test_exports_of_activities_and_appointments(screen):
    one_of_each()
    for model in ("activity", "appointment", "municipality", "partner", "place"):
        address = reverse(f"admin:network_{model}_export")
        for number in ("0", "1"):
            answer = screen.post(address, {"format": number, "resource": "0"})
            assert answer.status_code == 200
            assert "attachment" in answer["Content-Disposition"]


def test_what_is_only_read_is_exported_in_words(screen):
    one_of_each()
    address = reverse("admin:network_activity_export")
    answer = screen.post(address, {"format": "0", "resource": "0"})
    day = timezone.localdate()
    assert f'filename="actividades-{day}.csv"' in answer["Content-Disposition"]
    row = read_csv(answer)[0]
    assert (row["revisión"], row["precisión_de_la_fecha"]) == (
        "En revisión",
        "Día exacto",
    )
    address = reverse("admin:network_appointment_export")
    roles = [
        row["función"]
        for row in read_csv(screen.post(address, {"format": "0", "resource": "0"}))
    ]
    assert "Secretaría de la red" in roles


def test_what_was_exported_can_be_imported(screen):
    factories.PlaceFactory(key="gt-mixco", name_es="Petén", country="GT")
    address = reverse("admin:network_place_export")
    answer = screen.post(address, {"format": "0", "resource": "0"})
    assert answer.content.startswith(codecs.BOM_UTF8)
    assert 'filename="lugares-' in answer["Content-Disposition"]
    text = answer.content.decode().replace("Petén", "El Petén")
    confirmed = send_file(screen, "place", text).context["confirm_form"].initial
    screen.post(reverse("admin:network_place_process_import"), confirmed)
    assert Place.objects.get(key="gt-mixco").name_es == "El Petén"


def send_file(client, model, text):
    upload = io.BytesIO(text.encode())
    upload.name = "lugares.csv"
    address = reverse(f"admin:network_{model}_import")
    values = {"format": "0", "resource": "0", "import_file": upload}
    return client.post(address, values)


def test_import_previews_then_writes(screen):
    place = factories.PlaceFactory(key="gt-mixco", country="GT")
    answer = send_file(
        screen, "place", "clave,nombre_es,country\ngt-mixco,'=Mixco,Guatemala\n"
    )
    place.refresh_from_db()
    assert place.name_es != "=Mixco"
    confirmed = answer.context["confirm_form"].initial
    screen.post(reverse("admin:network_place_process_import"), confirmed)
    place.refresh_from_db()
    assert (place.name_es, place.country) == ("=Mixco", "GT")


def test_import_refuses_what_the_record_refuses(screen):
    factories.AssociationFactory(key="anam")
    answer = send_file(screen, "association", "clave,país,correo\nanam,Atlantis,nada\n")
    assert "confirm_form" not in answer.context
    assert answer.context["result"].has_validation_errors()
    assert b"Traceback" not in answer.content


def test_import_names_the_line_of_the_file_and_tells_each_thing_once(screen):
    factories.AssociationFactory(key="anam")
    text = "clave,nombre_es,país\nanam,ANAM,SV\nnueva,,SV\n"
    told = send_file(screen, "association", text).content.decode()
    assert "Línea 3, nombre_es" in told
    assert "Línea 3, nombre:" not in told
    assert "Línea 2" not in told


def test_import_never_touches_another_kind(screen):
    town = factories.MunicipalityFactory(key="sv-x")
    send_file(screen, "association", "clave,nombre_es\nsv-x,Otra\n")
    town.refresh_from_db()
    assert town.name_es != "Otra"


def test_imported_municipality_takes_its_key_as_address(screen):
    factories.PlaceFactory(key="gt-mixco", country="GT")
    answer = send_file(
        screen,
        "municipality",
        "key,name_es,country,territory\ngt-mixco,Mixco,GT,gt-mixco\n",
    )
    confirmed = answer.context["confirm_form"].initial
    screen.post(reverse("admin:network_municipality_process_import"), confirmed)
    town = Organisation.objects.get(key="gt-mixco")
    assert (town.slug, town.kind, town.place.key) == (
        "gt-mixco",
        "municipality",
        "gt-mixco",
    )
