"""What a film must still have before it is sent, in words that say what to do."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PUBLISHABLE_PEOPLE, PeopleShown
from experiences.choices import (
    RenditionKind,
    RenditionState,
    Spoken,
    TrackKind,
    TrackLanguage,
    TrackState,
)
from experiences.models import Film


def missing_of_film(film: Film) -> list[str]:
    """What is missing, one sentence each; empty when it can be sent to the editors."""
    return [
        *_faults_of_record(film),
        *_faults_of_file(film),
        *_faults_of_people(film),
        *_faults_of_texts(film),
    ]


def _faults_of_record(film: Film) -> Iterator[str]:
    if not (film.title_es or "").strip():
        yield _("Write its title.")
    if not (film.summary_es or "").strip():
        yield _("Write what it tells, in two or three sentences.")
    if not film.rights_holder.strip():
        yield _("Write who holds the rights: without them it cannot be shown.")
    if not film.owner.shown:
        yield _("Its organisation is not shown to the public: ask its association.")


def _faults_of_file(film: Film) -> Iterator[str]:
    if not film.found:
        yield _("Upload the video, or paste its address on the other site.")
        return
    if film.has_picture and not (film.poster_alt_es or "").strip():
        yield _("Write what its still picture shows, for whoever cannot see it.")
    if film.current is not None:
        small = (RenditionKind.SMALL, RenditionState.DONE)
        if all((row.kind, row.state) != small for row in film.current.renditions.all()):
            yield _("Its light copy is not ready yet: wait for it, or try again.")


def _faults_of_people(film: Film) -> Iterator[str]:
    if not film.found:
        return
    if film.people_shown == PeopleShown.NOT_SURE:
        yield _("Say whether anybody can be recognised in it.")
    elif film.people_shown not in PUBLISHABLE_PEOPLE:
        yield _(
            "People who have not signed, or girls, boys or adolescents, can be "
            "recognised in it: without their consent it is never published. Cover "
            "their faces in the video, or cut that part, and upload it again."
        )
    elif film.people_shown == PeopleShown.ADULTS:
        if not film.consent_purpose or film.consent_until is None:
            yield _("Write what the people shown signed for and until when.")
        elif film.consent_until < timezone.localdate():
            yield _("The consent of the people shown has ended: ask for it again.")


def _faults_of_texts(film: Film) -> Iterator[str]:
    if film.is_own:
        yield from _faults_of_captions(film)
    said = {line.language for line in film.transcript.all()}
    if film.found and TrackLanguage.SPANISH not in said:
        yield _("Write in Spanish what is said or seen in it.")


def _faults_of_captions(film: Film) -> Iterator[str]:
    spanish = (TrackKind.CAPTIONS, TrackLanguage.SPANISH)
    captions = next(
        (row for row in film.tracks.all() if (row.kind, row.language) == spanish), None
    )
    if captions is None:
        if film.spoken != Spoken.NOTHING:
            yield _("Upload its captions in Spanish.")
    elif captions.state == TrackState.TO_REVIEW:
        yield _("The video was replaced: read its captions together with it again.")
    elif captions.state != TrackState.REVIEWED:
        yield _("Read its captions in Spanish together with the video, and say so.")
