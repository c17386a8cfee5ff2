"""Experiences, films and plans of the municipality whose every text is a canary."""

from typing import Any

from django.core.files.base import ContentFile

from experiences.models import (
    Adaptation,
    Experience,
    ExperienceDocument,
    ExperienceMilestone,
    ExperiencePartner,
    ExperiencePhoto,
    ExperienceStep,
    Film,
    FilmStep,
    RemovedPiece,
    Rendition,
    SectionState,
    Voice,
)
from network.choices import ReviewState
from network.models import Organisation
from tests.contract.plans import MAKES
from tests.experiences import factories, film_factories

SECTIONS = {
    "slug", "title", "summary", "problem", "what_was_done", "what_changed",
    "what_did_not_work", "starting_point", "questions", "process", "reflection",
    "arrival", "what_we_do_not_know", "success_factors", "sustainability",
    "gender_note", "how_to_adapt", "systematised_by", "sources", "doubts",
}  # fmt: skip
# What the world reads of them, where the record they belong to is public.
PUBLIC_FIELDS = {
    "experience": SECTIONS,
    "historicalexperience": SECTIONS,
    "experiencemilestone": {"text"},
    "experienceoutcome": {"text", "registry_address", "registry_says"},
    "historicalexperienceoutcome": {"text", "registry_address", "registry_says"},
    "experiencedocument": {"title", "address", "file"},
    "experiencephoto": {"alt_text", "file", "small"},
    "experiencepartner": {"name", "contribution"},
    "voice": {"text"},
    "film": {
        "slug", "title", "summary", "poster_alt", "poster", "rights_holder", "credit",
        "sources", "doubts",
    },
    "rendition": {"file"},
    "track": {"text"},
    "transcriptline": {"text"},
    "adaptation": {"changes"},
}  # fmt: skip
LISTS = ("inspire_strategies", "violence_types", "problems")
# Codes and fingerprints by which files and lists are found.
STRUCTURE = {
    *((f"{past}experience", name) for past in ("", "historical") for name in LISTS),
    # Only of films on another site, as that site writes them.
    ("film", "external_id"),
    ("film", "external_key"),
    ("rendition", "content_type"),
    ("rendition", "sha256"),
    ("experiencephoto", "content_type"),
    ("experiencedocument", "content_type"),
    ("facetbits", "facet"),
    ("facetbits", "value"),
}
ROOTS: tuple[type, ...] = (Experience, Film, Adaptation)


def give_told(town: Organisation) -> None:
    """Experiences and films in each state with all their parts, and plans."""
    for make in (
        factories.ExperienceFactory,
        factories.SentExperienceFactory,
        factories.published,
    ):
        _give_parts(make(owner=town))
    for make_film in (
        film_factories.FilmFactory,
        film_factories.sent_film,
        film_factories.published_film,
    ):
        film = make_film(owner=town)
        FilmStep.objects.create(film=film, to_state=film.review_state, note="x")
    for plan in MAKES.values():
        plan(owner=town)


def _give_parts(experience: Experience) -> None:
    factories.OutcomeFactory(experience=experience)
    for consented in (False, True):
        voice = factories.VoiceFactory(experience=experience)
        Voice.objects.filter(pk=voice.pk).update(
            consented=consented,
            consent_until=voice.consent_until if consented else None,
        )
        ExperiencePartner.objects.create(
            experience=experience,
            kind="community",
            name="x",
            agreed_to_be_named=consented,
        )
    for public in (False, True):
        factories.PhotoFactory(
            experience=experience,
            public=public,
            file=ContentFile(b"pixels", name="foto.jpg"),
        )
    ExperienceMilestone.objects.create(
        experience=experience, on="2012-05-01", text_es="x", text_en="x"
    )
    ExperienceDocument.objects.create(
        experience=experience,
        kind="plan",
        title_es="Plan",
        file=ContentFile(b"%PDF-1.4", "plan.pdf"),
        content_type="application/pdf",
        sha256=f"{experience.pk:064}",
    )
    RemovedPiece.objects.create(experience=experience, name="x", row={}, files=[])
    SectionState.objects.create(experience=experience, section="problem", note="x")
    ExperienceStep.objects.create(
        experience=experience, to_state=experience.review_state, note="x"
    )


def root_of(record: Any) -> Any:
    """The experience, film or plan a record belongs to; None for any other record."""
    if isinstance(record, ROOTS):
        return record
    history = getattr(record, "instance_type", None)
    if history in ROOTS:
        return history.objects.filter(pk=record.id).first()
    for name in ("experience", "film", "adaptation"):
        found = getattr(record, name, None)
        if isinstance(found, ROOTS):
            return found
    return record.original.film if isinstance(record, Rendition) else None


def is_public(record: Any, name: str) -> bool:
    """True when the world may read that text of it."""
    root = root_of(record)
    if isinstance(root, Adaptation):
        approved = root.review_state == ReviewState.APPROVED
        return approved and Adaptation.objects.public().filter(pk=root.pk).exists()
    if isinstance(record, Voice):
        return root.is_public and record.consented
    if isinstance(record, ExperiencePhoto):
        return root.is_public and record.public
    if isinstance(record, ExperiencePartner) and name == "name":
        return root.is_public and record.agreed_to_be_named
    return bool(root.is_public)
