"""What an experience must still say before it is sent, in words that say what to do."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.figures import figure
from experiences.choices import FULL_SECTIONS, MOST_SUMMARY_WORDS, Section
from experiences.lacking import NOWHERE, Lack
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.to_come import any_not_come, not_come

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
        *_faults_of_full(experience),
        *_faults_of_parts(experience),
        *_faults_of_dates(experience),
    ):
        missing.setdefault(section, []).append(sentence)
    required = [*SHORT_TEXTS]
    if is_full(experience):
        required += [each for each in FULL_SECTIONS if each in SECTION_TEXTS]
    for section in required:
        if not _written(experience, section):
            box = f"id_{SECTION_TEXTS[Section(section)]}_es"
            lacks = missing.setdefault(section, [])
            lacks.append(Lack(_sentence(section), box))
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
        yield about, Lack(_("Write its title."), "id_title_es")
    if not experience.places.all():
        yield (
            about,
            Lack(_("Choose the municipality or municipalities."), "id_places_0"),
        )
    if experience.started is None:
        yield about, Lack(_("Write when it began."), "id_began_0")
    elif not experience.began_already:
        sentence = _("It has not begun: tell it when there is something to tell.")
        yield about, Lack(sentence, "id_began_0")
    if not experience.prevention_level:
        yield about, Lack(_("Choose the level of prevention."), "id_prevention_level")
    if not experience.owner.shown:
        sentence = _(
            "Its organisation is not shown to the public: ask its association."
        )
        yield about, Lack(sentence, page=NOWHERE)


def _faults_of_full(experience: Experience) -> Iterator[Fault]:
    """What the systematization of all five moments says besides its texts; a short
    record is written before anybody systematizes it."""
    if not is_full(experience):
        return
    if experience.systematised_on is None:
        sentence = _("Write on which day it was systematized.")
        yield Section.ABOUT, Lack(sentence, "id_systematised_on_0")
    if not experience.outcomes.all():
        sentence = _(
            "Write at least one result: that nobody evaluated it is an answer."
        )
        yield Section.OUTCOMES, Lack(sentence, "id_rows-0-text_es")


def _faults_of_summary(experience: Experience) -> Iterator[Fault]:
    words = len((experience.summary_es or "").split())
    if is_full(experience) and not words:
        yield Section.ABOUT, Lack(_("Write it in brief."), "id_summary_es")
    if words > MOST_SUMMARY_WORDS:
        told = {"most": MOST_SUMMARY_WORDS, "words": figure(words)}
        sentence = _("Shorten it in brief to %(most)d words: it has %(words)s.") % told
        yield Section.ABOUT, Lack(sentence, "id_summary_es")


def _faults_of_parts(experience: Experience) -> Iterator[Fault]:
    today = timezone.localdate()
    for turn, voice in enumerate(experience.voices.all()):
        box = f"id_rows-{turn}-consent_until_0"
        if not voice.consented or not voice.consent_until:
            sentence = _(
                "A voice has no consent: write until when it holds, or remove it."
            )
            yield Section.VOICES, Lack(sentence, box)
        elif voice.consent_until < today:
            sentence = _("The consent of a voice has ended: ask for it again.")
            yield Section.VOICES, Lack(sentence, box)
    if any(photo.public and photo.consent_ended for photo in experience.photos.all()):
        yield Section.FILES, _("The consent for a photo has ended: ask for it again.")


def _faults_of_dates(experience: Experience) -> Iterator[Fault]:
    """What was saved before such dates were refused."""
    sentences = {
        "ended": _("The day on which it ended has not come: leave it blank meanwhile."),
        "systematised_on": _("The day on which it was systematized has not come."),
        "cost_year": _("The year of its cost has not come: correct it."),
    }
    boxes = {"ended": "id_finished_0", "systematised_on": "id_systematised_on_0"}
    for name in not_come(vars(experience)):
        yield Section.ABOUT, Lack(sentences[name], boxes.get(name, f"id_{name}"))
    if any_not_come(vars(row) for row in experience.milestones.all()):
        yield Section.PROCESS, _("The date of a milestone has not come: correct it.")
    if any_not_come(vars(row) for row in experience.outcomes.all()):
        yield Section.OUTCOMES, _("The year of a cost has not come: correct it.")
