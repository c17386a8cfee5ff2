"""Experiences and videos on the stage: in writing, corrected, with something removed."""

import re
import uuid

from playwright.sync_api import BrowserContext

from tests.browser import desk

EXPERIENCES = "/es/espacio/experiencias/"
FILMS = "/es/espacio/videos/"
CAPTIONS = b"WEBVTT\n\n00:00.100 --> 00:00.900\nEl tambor suena.\n"
REMOVE = re.compile(r"(/foto/[0-9a-f-]{36}/)quitar/")


def tell(
    numbers: dict[str, str],
    clerk: BrowserContext,
    boss: BrowserContext,
    film: bytes,
) -> None:
    """One of each kind that a screen can be about, by its number."""
    _experience(numbers, clerk)
    _correction(numbers, boss)
    _film(numbers, clerk, film)
    _lost_film(numbers, boss)


def _begun(person: BrowserContext, where: str, title: str) -> str:
    fields = {
        "client_uuid": str(uuid.uuid4()),
        "owner": "sv-santa-tecla",
        "title_es": title,
    }
    answer = desk.send(
        person, f"{where}nueva/" if where == EXPERIENCES else f"{where}nuevo/", fields
    )
    found = re.search(r"/(\d+)/$", answer.url)
    assert found, answer.url
    return found[1]


def _experience(numbers: dict[str, str], clerk: BrowserContext) -> None:
    """A draft with a text that was saved twice, and two photos, of which one is removed."""
    numbers["experience"] = _begun(clerk, EXPERIENCES, "El parque con luz")
    home = f"{EXPERIENCES}{numbers['experience']}/"
    for version, text in enumerate(("No había luz.", "De noche no había luz.")):
        sent = {"problem_es": text, "version": str(version)}
        desk.send(clerk, f"{home}seccion/problema/", sent)
    files = f"{home}seccion/archivos/"
    for turn in range(2):
        told = {
            "what": "photo", "photoform-file": desk.photo(),
            "photoform-alt_text_es": f"El parque {turn}",
            "photoform-people_shown": "nobody",
        }  # fmt: skip
        desk.send(clerk, files, told)
    pieces = REMOVE.findall(clerk.request.get(files).text())
    assert len(pieces) == 2, pieces
    desk.send(clerk, f"{home}archivo{pieces[0]}quitar/", {})
    numbers["experience_photo"] = f"archivo{pieces[1]}quitar"
    numbers["experience_picture"] = pieces[1].strip("/").rpartition("/")[2]


def _correction(numbers: dict[str, str], boss: BrowserContext) -> None:
    """A corrected version that waits for the editors."""
    listed = boss.request.get(EXPERIENCES).text()
    found = re.search(r'/experiencias/(\d+)/"[^>]*>Años de prevención', listed)
    assert found, listed
    answer = desk.send(boss, f"{EXPERIENCES}{found[1]}/hacer/corregir/", {})
    corrected = re.search(r"/(\d+)/$", answer.url)
    assert corrected, answer.url
    home = f"{EXPERIENCES}{corrected[1]}/"
    desk.send(boss, f"{home}seccion/problema/", {"problem_es": "Otro.", "version": "0"})
    desk.send(boss, f"{home}enviar/", {}, form=home)
    numbers["experience_sent"] = corrected[1]
    numbers["experience_public"] = found[1]


def _film(numbers: dict[str, str], clerk: BrowserContext, film: bytes) -> None:
    """A draft with its file, captions and a still that another one replaced."""
    numbers["film"] = _begun(clerk, FILMS, "El tambor")
    home = f"{FILMS}{numbers['film']}/"
    sent = {"name": "a.mp4", "mimeType": "video/mp4", "buffer": film}
    desk.send(clerk, f"{home}subir/archivo/", {"film": sent}, form=home)
    track = {"name": "a.vtt", "mimeType": "text/vtt", "buffer": CAPTIONS}
    fields = {"kind": "captions", "language": "es", "track": track}
    desk.send(clerk, f"{home}subir/subtitulos/", fields, form=home)
    for _twice in range(2):
        desk.send(clerk, f"{home}subir/imagen/", {"still": desk.photo()}, form=home)
    found = re.search(r"track=(\d+)", clerk.request.get(home).text())
    assert found
    numbers["track"] = found[1]


def _lost_film(numbers: dict[str, str], boss: BrowserContext) -> None:
    """A corrected record of a film that nobody found, sent to the editors."""
    listed = boss.request.get(FILMS).text()
    found = re.search(r'/videos/(\d+)/"[^>]*>El video de Santa Tecla', listed)
    assert found, listed
    answer = desk.send(
        boss,
        f"{FILMS}{found[1]}/hacer/corregir/",
        {},
        form=f"{FILMS}{found[1]}/preguntar/corregir/",
    )
    corrected = re.search(r"/(\d+)/$", answer.url)
    assert corrected, answer.url
    home = f"{FILMS}{corrected[1]}/"
    desk.send(boss, f"{home}lo-que-se-dice/es/", {"said": "0:00 Música."})
    desk.send(boss, f"{home}hacer/enviar/", {}, form=home)
    numbers["film_sent"], numbers["film_public"] = corrected[1], found[1]
