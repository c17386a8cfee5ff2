"""The experiences with which the addresses of the experiences are tried."""

from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from amuprev.foundation.addresses import area_address
from experiences.addresses import (
    compare_address,
    feed_address,
    file_address,
    piece_address,
    versions_address,
)
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.services import review
from network.models import Organisation
from tests.contract import assessments, films, plans, questions, toolkit, twinnings
from tests.experiences.factories import (
    ExperienceFactory,
    PhotoFactory,
    SentExperienceFactory,
    published,
)
from tests.network.factories import editor_of_the_portal

MISSING = 999_999
STATES = ("draft", "sent", "approved", "hidden", "withdrawn")
SLUGS = {state: f"sv-{state}" for state in STATES}


def give_experiences(town: Organisation) -> None:
    """One experience of the municipality in each state, at an address of its name."""
    films.give_films(town)
    editor = editor_of_the_portal()
    ExperienceFactory(owner=town, slug=SLUGS["draft"])
    SentExperienceFactory(owner=town, slug=SLUGS["sent"])
    for state in ("approved", "hidden", "withdrawn"):
        experience = published(owner=town)
        type(experience).objects.filter(pk=experience.pk).update(slug=SLUGS[state])
        if state == "hidden":
            review.hide_experience(experience=experience, by=editor)
        elif state == "withdrawn":
            review.withdraw_experience(experience=experience, by=editor)
    for experience in Experience.objects.filter(slug__in=SLUGS.values()):
        PhotoFactory(
            experience=experience, file=ContentFile(b"pixels", name="foto.jpg")
        )
    _documents()
    questions.give_questions(town)
    plans.give_plans(town)
    twinnings.give_twinnings(town)
    assessments.give_assessments(town)
    toolkit.give_guide(town)


def _documents() -> None:
    for experience in Experience.objects.all():
        file = ContentFile(b"%PDF-1.4", "plan.pdf")
        ExperienceDocument.objects.create(
            experience=experience,
            kind="plan",
            title_es="Plan",
            title_en="Plan",
            file=file,
            content_type="application/pdf",
            sha256=f"{experience.pk:064}",
        )


def _key(state: str) -> int:
    found = Experience.objects.filter(slug=SLUGS.get(state, "sv-nada")).first()
    return found.pk if found else MISSING


def _document(state: str) -> dict[str, Any]:
    piece = ExperienceDocument.objects.filter(experience=_key(state)).first()
    uuid = piece.uuid if piece else UUID(int=0)
    return {"pk": _key(state), "kind": "document", "key": uuid}


def _picture(state: str) -> dict[str, Any]:
    piece = ExperiencePhoto.objects.filter(experience=_key(state)).first()
    return {"pk": _key(state), "key": piece.uuid if piece else UUID(int=0)}


def _address(*parts: str) -> dict[str, Any]:
    return {"path": area_address("experiences", *parts)}


def _slug(state: str) -> str:
    return SLUGS.get(state, "sv-nada")


def _file(state: str) -> dict[str, Any]:
    name, _dot, form = state.partition(".")
    return {"path": file_address(_slug(name), form)}


def _photo(state: str) -> dict[str, Any]:
    key = ExperiencePhoto.objects.get(experience__slug=_slug(state)).uuid
    return {"path": piece_address(_slug(state), str(key), "large")}


def _compared(state: str) -> dict[str, Any]:
    slugs = {"one": ["approved"], "hidden": ["approved", "hidden"]}.get(state, [])
    return {"path": compare_address(*map(_slug, slugs))}


MAKERS = {
    **films.MAKERS,
    **questions.MAKERS,
    **plans.MAKERS,
    **twinnings.MAKERS,
    **assessments.MAKERS,
    **toolkit.MAKERS,
    "experience": lambda cast, state: {"pk": _key(state)},
    "experience-file": lambda cast, state: _document(state),
    "experience-photo": lambda cast, state: _picture(state),
    "public-experiences": lambda cast, state: _address(),
    "public-experience": lambda cast, state: _address(_slug(state)),
    "public-experience-versions": lambda cast, state: {
        "path": versions_address(_slug(state))
    },
    "public-experience-file": lambda cast, state: _file(state),
    "public-experience-photo": lambda cast, state: _photo(state),
    "public-experience-compare": lambda cast, state: _compared(state),
    "public-experience-feed": lambda cast, state: {"path": feed_address()},
}
