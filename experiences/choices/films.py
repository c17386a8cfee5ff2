"""Fixed lists of films: where they are, what is made of them, what belongs to them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Spoken(TextChoices):
    """What is spoken in a film."""

    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")
    OTHER = "other", pgettext_lazy("language", "Another language")
    NOTHING = "none", _("Nobody speaks")
    UNKNOWN = "unknown", pgettext_lazy("language", "Not known")


class Provider(TextChoices):
    """The other sites where a film may stand."""

    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"
    FACEBOOK = "facebook", "Facebook"


class RenditionKind(TextChoices):
    """What is made of an uploaded film so that cheap telephones can use it."""

    POSTER = "poster", _("Still picture")
    AUDIO = "audio", _("Sound alone")
    SMALL = "240p", _("Light (240p)")
    LARGE = "480p", _("Clear (480p)")


class RenditionState(TextChoices):
    """How far one of them has come."""

    QUEUED = "queued", pgettext_lazy("film", "Waiting its turn")
    RUNNING = "running", pgettext_lazy("film", "Being made")
    DONE = "done", pgettext_lazy("film", "Ready")
    FAILED = "failed", pgettext_lazy("film", "Could not be made")


class TrackKind(TextChoices):
    """The texts with times that go with a film: the kinds of a browser's <track>."""

    CAPTIONS = "captions", _("Captions: what is said and heard")
    SUBTITLES = "subtitles", _("Subtitles: what is said, translated")
    CHAPTERS = "chapters", _("Chapters")
    DESCRIPTIONS = "descriptions", _("Descriptions of what is seen")


class TrackLanguage(TextChoices):
    """The languages of the portal."""

    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")


class TrackState(TextChoices):
    """Whether somebody looked at a track together with its film."""

    DRAFT = "draft", pgettext_lazy("captions", "Draft")
    REVIEWED = "reviewed", pgettext_lazy("captions", "Reviewed")
    TO_REVIEW = "to_review", pgettext_lazy("captions", "To be reviewed")


# What a reader reads while watching.
READ_TRACKS = (TrackKind.CAPTIONS, TrackKind.SUBTITLES)
