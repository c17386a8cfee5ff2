"""Films of other sites, published with a still, so that a list is full of pictures."""

import io
import uuid

from PIL import Image
from playwright.sync_api import BrowserContext

from tests.browser import desk

FILMS = "/es/espacio/videos/"
SAID = "0:00 Los vecinos cuentan cómo cuidan su plaza."


def publish_outside(clerk: BrowserContext, editor: BrowserContext, number: int) -> None:
    """Begun, filled in, transcribed, with its picture; sent, and published by another."""
    title = f"La plaza de todos {number}"
    begun = {"client_uuid": str(uuid.uuid4()), "owner": "sv-nahuizalco"}
    home = desk.send(clerk, f"{FILMS}nuevo/", {**begun, "title_es": title}).url
    record = {
        "version": "1", "title_es": title, "summary_es": "Cuentan cómo la cuidan.",
        "spoken": "es", "address": f"https://youtu.be/dQw4w9WgX{number:02d}",
        "told_seconds": "185", "rights_holder": "La alcaldía", "licence": "cc-by-4.0",
        "people_shown": "nobody", "year": "2024",
    }  # fmt: skip
    desk.send(clerk, f"{home}escribir/", record)
    desk.send(clerk, f"{home}lo-que-se-dice/es/", {"said": SAID})
    desk.send(clerk, f"{home}subir/imagen/", {"still": _still(number)}, form=home)
    described = {**record, "version": "4", "poster_alt_es": "Una plaza"}
    desk.send(clerk, f"{home}escribir/", described)
    desk.send(clerk, f"{home}hacer/enviar/", {}, form=home)
    answer = desk.send(editor, f"{home}hacer/publicar/", {}, form=home)
    assert "El video se publicó" in answer.text(), answer.text()


def _still(number: int) -> dict:
    """As heavy as a picture of so many points can be."""
    content = io.BytesIO()
    drawn = Image.effect_noise((960, 540), 60 + number).convert("RGB")
    drawn.save(content, "JPEG", quality=90)
    return {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
