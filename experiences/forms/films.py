"""Forms of films: the record, its file, its captions, what is said in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.choices import Licence, Spoken, TrackKind, TrackLanguage
from experiences.film_words import ADDRESS_FAULTS
from experiences.media.outside import NotAFilm, Outside, film_at
from experiences.models import Experience, Film
from experiences.models.films import FIRST_YEAR
from network.forms.evidence import WhoIsShown
from network.forms.fields import ShortText
from network.forms.past import PastYearField
from network.forms.told import ToldText, WholeNumberField

LONGEST_SUMMARY = 2_000
LONGEST_TRANSCRIPT = 200_000
WORDS = (
    "title_es", "title_en", "summary_es", "summary_en", "poster_alt_es", "poster_alt_en",
    "rights_holder", "credit", "sources", "doubts_es", "doubts_en",
)  # fmt: skip


class StartFilm(forms.Form):
    """The first step: what it is called."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    title_es = ShortText(
        max_length=160,
        label=_("What is the video called?"),
        error_messages={"required": _("Write its title.")},
    )


def _words(label: Any, most: int, *, large: bool = False, **more: Any) -> ShortText:
    if large:
        more["widget"] = forms.Textarea(attrs={"rows": 4})
        return ToldText(max_length=most, required=False, label=label, **more)
    return ShortText(max_length=most, required=False, label=label, **more)


class FilmForm(WhoIsShown):
    """All that is said of a film; what is missing is asked for before it is sent."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title_es = ShortText(
        max_length=160,
        label=_("Title"),
        error_messages={"required": _("Write its title.")},
    )
    title_en = _words(_("Title in English"), 160)
    summary_es = _words(_("What does it tell?"), LONGEST_SUMMARY, large=True)
    summary_en = _words(_("What it tells, in English"), LONGEST_SUMMARY, large=True)
    experience: Any = forms.ModelChoiceField(
        Experience.objects.none(),
        required=False,
        label=_("Of which experience does it tell?"),
        empty_label=_("None, or not written yet"),
    )
    year = PastYearField(least=FIRST_YEAR, required=False, label=_("Year"))
    spoken = forms.ChoiceField(choices=Spoken.choices, label=_("Spoken language"))
    address = _words(
        _("If it stands on another site, its address"),
        2_000,
        help_text=_("Of YouTube, Vimeo or Facebook, as you copied it."),
    )
    told_seconds = WholeNumberField(
        least=1,
        most=24 * 60 * 60,
        required=False,
        label=_("How many seconds does it last there?"),
    )
    poster_alt_es = _words(_("What does its still picture show?"), 200)
    poster_alt_en = _words(_("What its still picture shows, in English"), 200)
    rights_holder = _words(_("Who holds the rights?"), 200)
    licence = forms.ChoiceField(choices=Licence.choices, label=_("Licence"))
    credit = _words(
        _("Who made it?"),
        200,
        help_text=_("The institution; a person only if they agreed."),
    )
    sources = _words(
        _("Sources"),
        4_000,
        rows=3,
        help_text=_(
            "Where this is known from; one on each line. After a bar, its address; after "
            "another, its name in English: «Informe | https://… | Report»."
        ),
    )
    doubts_es = _words(_("What is uncertain"), 2_000, rows=2)
    doubts_en = _words(_("What is uncertain, in English"), 2_000, rows=2)

    def __init__(self, *args: Any, film: Film, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Experience.objects.kept().filter(owner=film.owner_id, corrects=None)
        self.fields["experience"].queryset = own  # type: ignore[attr-defined]  # set above
        self.fields["people_shown"].help_text = _(
            "By the face, the voice, a tattoo, a uniform with a name, a badge. Without "
            "their consent it is never published."
        )
        self.outside: Outside | None = None
        if not film.has_picture:
            # Asked for once there is something to describe.
            del self.fields["poster_alt_es"], self.fields["poster_alt_en"]
        if film.is_own:
            del self.fields["address"], self.fields["told_seconds"]

    @classmethod
    def told_of(cls, film: Film) -> dict[str, Any]:
        """What the form shows of a film that is stored."""
        names = (
            *WORDS, "version", "year", "spoken", "told_seconds", "licence", "experience",
            "people_shown", "consent_purpose", "consent_until",
        )  # fmt: skip
        found = {name: getattr(film, name) for name in names}
        return {**found, "address": film.outside.as_copied if film.outside else ""}

    def clean_address(self) -> str:
        """The film that the address names; a sentence where it names none."""
        pasted = str(self.cleaned_data.get("address") or "")
        if not pasted:
            return ""
        try:
            self.outside = film_at(pasted)
        except NotAFilm as fault:
            raise forms.ValidationError(
                ADDRESS_FAULTS[fault.code], code=fault.code
            ) from fault
        return pasted

    def values(self) -> dict[str, Any]:
        """What the service stores."""
        said = self.cleaned_data
        shown = self.who_is_shown()
        shown.pop("public")
        found = {name: said.get(name) or "" for name in WORDS if name in self.fields}
        found |= {
            name: said[name] for name in ("year", "spoken", "licence", "experience")
        }
        found |= shown
        if "address" in self.fields:
            at = self.outside
            found["told_seconds"] = said["told_seconds"]
            found["provider"] = at.provider.value if at else ""
            found["external_id"] = at.number if at else ""
            found["external_key"] = at.key if at else ""
            found["external_second"] = at.second if at else 0
        return found

    @staticmethod
    def names_of(field: str) -> tuple[str, ...]:
        """What the service stores of a field of the form."""
        at = ("provider", "external_id", "external_key", "external_second")
        return at if field == "address" else (field,)

    def who_is_shown(self) -> dict[str, Any]:
        """Who can be recognised; whether it is public is decided by the editors."""
        self.cleaned_data.setdefault(self.public_field, False)
        return super().who_is_shown()


class FilmFileForm(forms.Form):
    """The film itself."""

    film = forms.FileField(
        label=_("The video"),
        help_text=_(
            "MP4, MOV, WebM or AVI. It is kept as it is; lighter copies are made."
        ),
        error_messages={"required": _("Choose the video.")},
        widget=forms.FileInput(attrs={"accept": "video/*"}),
    )


class StillForm(forms.Form):
    """Another still picture."""

    still = forms.FileField(
        label=_("The picture"),
        error_messages={"required": _("Choose the picture.")},
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )


class TrackForm(forms.Form):
    """Captions, chapters or descriptions, as a file."""

    kind = forms.ChoiceField(choices=TrackKind.choices, label=_("What is it?"))
    language = forms.ChoiceField(choices=TrackLanguage.choices, label=_("Language"))
    track = forms.FileField(
        label=_("The file"),
        help_text=_("WebVTT (.vtt) or SubRip (.srt), of up to 1 MB."),
        error_messages={"required": _("Choose the file of the captions.")},
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )


class TranscriptForm(forms.Form):
    """What is said, line by line, each with its time."""

    said = forms.CharField(
        max_length=LONGEST_TRANSCRIPT,
        required=False,
        label=_("What is said"),
        help_text=_("One line for each sentence, its time first: «0:05 Buenos días»."),
        widget=forms.Textarea(attrs={"rows": 16}),
    )


class NoteForm(forms.Form):
    """What should be corrected."""

    note = forms.CharField(
        max_length=2_000,
        required=False,
        label=_("What should be corrected?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
