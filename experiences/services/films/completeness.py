"""What a film must still have before it is sent, in words that say what to do."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PUBLISHABLE_PEOPLE, PeopleShown
from experiences.choices import (
    Licence,
    RenditionKind,
    RenditionState,
    Spoken,
    TrackKind,
    TrackLanguage,
    TrackState,
)
from experiences.lacking import Lack
from experiences.models import Film
from experiences.to_come import not_come


def missing_of_film(film: Film) -> list[str]:
    """What is missing, one sentence each; empty when it can be sent to the editors."""
    return [
        *_faults_of_record(film),
        *_faults_of_file(film),
        *_faults_of_what_is_told(film),
        *_faults_of_people(film),
        *_faults_of_texts(film),
    ]


def _faults_of_record(film: Film) -> Iterator[str]:
    if not (film.title_es or "").strip():
        yield Lack(_("Write its title."), "id_title_es", "edit")
    if not (film.summary_es or "").strip():
        yield Lack(
            _("Write what it tells, in two or three sentences."),
            "id_summary_es",
            "edit",
        )
    if not_come(vars(film)):
        sentence = _("The year of the video has not come yet: correct it.")
        yield Lack(sentence, "id_year", "edit")
    if not film.rights_holder.strip() and not _is_still_lost(film):
        yield Lack(
            _("Write who holds the rights: without them it cannot be shown."),
            "id_rights_holder",
            "edit",
        )
    if _says_it_is_lost(film):
        yield Lack(
            _(
                "It was found: say so in what it tells and in what is uncertain, which still "
                "are the words of when nobody knew where it was."
            ),
            "id_summary_es",
            "edit",
        )
    if not film.owner.shown:
        yield _("Its organisation is not shown to the public: ask its association.")


def _is_still_lost(film: Film) -> bool:
    """True for a record, corrected or taken back, that is public without its film."""
    before = film.corrects or film
    return not film.found and before.published_at is not None and not before.found


def _says_it_is_lost(film: Film) -> bool:
    """True for a film that was found, with the words of when nobody knew where it was."""
    before = film.corrects
    if before is None or before.found or not film.found:
        return False
    words = ("summary_es", "summary_en", "doubts_es", "doubts_en")
    told = [(getattr(film, name), getattr(before, name)) for name in words]
    return any(now and now == then for now, then in told)


def _faults_of_file(film: Film) -> Iterator[str]:
    if _is_still_lost(film):
        return
    if not film.found:
        yield Lack(
            _("Upload the video, or paste its address on the other site."),
            "upload-file",
            "film",
        )
        return
    if film.has_picture and not (film.poster_alt_es or "").strip():
        yield Lack(
            _("Write what its still picture shows, for whoever cannot see it."),
            "id_poster_alt_es",
            "edit",
        )
    if film.current is not None:
        small = (RenditionKind.SMALL, RenditionState.DONE)
        if all((row.kind, row.state) != small for row in film.current.renditions.all()):
            yield Lack(
                _("Its light copy is not ready yet: wait for it, or try again."),
                "copies",
                "film",
            )


def _faults_of_what_is_told(film: Film) -> Iterator[str]:
    """What a reader is told before pressing; of a film nobody found it is not asked."""
    if not film.found:
        return
    if film.spoken == Spoken.UNKNOWN:
        yield Lack(
            _("Say which language is spoken in it, or that nobody speaks."),
            "id_spoken",
            "edit",
        )
    if film.licence == Licence.UNKNOWN:
        yield Lack(_("Say under which licence it is shown."), "id_licence", "edit")
    if film.duration is None:
        yield Lack(
            _("Write how many seconds it lasts on the other site."),
            "id_told_seconds",
            "edit",
        )


def _faults_of_people(film: Film) -> Iterator[str]:
    if not film.found:
        return
    if film.people_shown == PeopleShown.NOT_SURE:
        yield Lack(
            _("Say whether anybody can be recognised in it."),
            "id_people_shown_0",
            "edit",
        )
    elif film.people_shown not in PUBLISHABLE_PEOPLE:
        yield Lack(
            _(
                "People who have not signed, or girls, boys or adolescents, can be "
                "recognised in it: without their consent it is never published. Cover "
                "their faces in the video, or cut that part, and upload it again."
            ),
            "id_people_shown_0",
            "edit",
        )
    elif film.people_shown == PeopleShown.ADULTS:
        if not film.consent_purpose or film.consent_until is None:
            yield Lack(
                _("Write what the people shown signed for and until when."),
                "id_consent_purpose_0",
                "edit",
            )
        elif film.consent_until < timezone.localdate():
            yield Lack(
                _("The consent of the people shown has ended: ask for it again."),
                "id_consent_until_0",
                "edit",
            )


def _faults_of_texts(film: Film) -> Iterator[str]:
    if film.is_own:
        yield from _faults_of_captions(film)
    lines = film.transcript.all()
    said = [line for line in lines if line.language == TrackLanguage.SPANISH]
    if film.found and not said:
        yield Lack(_("Write in Spanish what is said or seen in it."), "id_said", "said")
    elif film.found and not all(line.is_served for line in said):
        yield Lack(
            _(
                "What is said was written for another file: read it together with the "
                "video again."
            ),
            "spoken",
            "film",
        )


def _faults_of_captions(film: Film) -> Iterator[str]:
    spanish = (TrackKind.CAPTIONS, TrackLanguage.SPANISH)
    captions = next(
        (row for row in film.tracks.all() if (row.kind, row.language) == spanish), None
    )
    if captions is None:
        if film.spoken != Spoken.NOTHING:
            yield Lack(_("Upload its captions in Spanish."), "upload-track", "film")
    elif captions.state == TrackState.TO_REVIEW or not captions.fits_film:
        yield Lack(
            _("The video was replaced: read its captions together with it again."),
            "captions",
            "film",
        )
    elif captions.state != TrackState.REVIEWED:
        yield Lack(
            _("Read its captions in Spanish together with the video, and say so."),
            "captions",
            "film",
        )
