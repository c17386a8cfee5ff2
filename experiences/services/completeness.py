"""What an experience must still say before it is sent, in words that say what to do."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from experiences.choices import FULL_SECTIONS, MOST_SUMMARY_WORDS, Section
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS

Fault = tuple[str, str]

# The five moments; with all of them it means to be a full experience.
MOMENTS = (
    Section.STARTING,
    Section.QUESTIONS,
    Section.PROCESS,
    Section.REFLECTION,
    Section.ARRIVAL,
)
SHORT_TEXTS = (Section.PROBLEM, Section.DONE, Section.CHANGED, Section.FAILED)


def is_full(experience: Experience) -> bool:
    """True when all five moments are written in Spanish."""
    return all(_written(experience, moment) for moment in MOMENTS)


def missing_to_submit(experience: Experience) -> dict[str, list[str]]:
    """What is missing, by section; empty when it can be sent to the editors."""
    missing: dict[str, list[str]] = {}
    for section, sentence in (
        *_faults_about(experience),
        *_faults_of_summary(experience),
        *_faults_of_parts(experience),
    ):
        missing.setdefault(section, []).append(sentence)
    required = [*SHORT_TEXTS]
    if is_full(experience):
        required += [each for each in FULL_SECTIONS if each in SECTION_TEXTS]
    for section in required:
        if not _written(experience, section):
            missing.setdefault(section, []).append(_sentence(section))
    return missing


def _sentence(section: str) -> str:
    sentences = {
        Section.PROBLEM: _("Write which problem it answered."),
        Section.DONE: _("Write what was done."),
        Section.CHANGED: _("Write what changed."),
        Section.FAILED: _(
            "Write what did not work: it is what others learn most from."
        ),
        Section.UNKNOWN: _("Write what is not known."),
        Section.ADAPT: _("Write what another municipality needs to adapt it."),
    }
    return sentences[Section(section)]


def _written(experience: Experience, section: str) -> bool:
    text = getattr(experience, f"{SECTION_TEXTS[Section(section)]}_es")
    return bool((text or "").strip())


def _faults_about(experience: Experience) -> Iterator[Fault]:
    about = Section.ABOUT
    if not (experience.title_es or "").strip():
        yield about, _("Write its title.")
    if not experience.places.all():
        yield about, _("Choose the municipality or municipalities.")
    if experience.started is None:
        yield about, _("Write when it began.")
    elif not experience.began_already:
        yield about, _("It has not begun: tell it when there is something to tell.")
    if not experience.prevention_level:
        yield about, _("Choose the level of prevention.")
    if not experience.owner.shown:
        yield (
            about,
            _("Its organisation is not shown to the public: ask its association."),
        )


def _faults_of_summary(experience: Experience) -> Iterator[Fault]:
    words = len((experience.summary_es or "").split())
    if is_full(experience) and not words:
        yield Section.ABOUT, _("Write it in brief.")
    if words > MOST_SUMMARY_WORDS:
        yield (
            Section.ABOUT,
            _("Shorten it in brief to %(most)d words: it has %(words)d.")
            % {"most": MOST_SUMMARY_WORDS, "words": words},
        )


def _faults_of_parts(experience: Experience) -> Iterator[Fault]:
    today = timezone.localdate()
    for voice in experience.voices.all():
        if not voice.consented or not voice.consent_until:
            yield (
                Section.VOICES,
                _("A voice has no consent: write until when it holds, or remove it."),
            )
        elif voice.consent_until < today:
            yield (
                Section.VOICES,
                _("The consent of a voice has ended: ask for it again."),
            )
    if any(photo.public and photo.consent_ended for photo in experience.photos.all()):
        yield Section.FILES, _("The consent for a photo has ended: ask for it again.")
