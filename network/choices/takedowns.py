"""Taking down: what can be asked to go, why, and what came of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PublicKind(TextChoices):
    """The kinds of public thing that can be asked to be taken down."""

    ACTIVITY = "activity", _("Activity")
    EVIDENCE = "evidence", _("Photo or document")
    EXPERIENCE = "experience", _("Experience")
    PHOTO = "photo", _("Photo of an experience")
    FILM = "film", _("Video")
    QUESTION = "question", _("Published question and answer")
    ADAPTATION = "adaptation", _("Adaptation of an experience")
    TWINNING = "twinning", _("Twinning")
    EXCHANGE = "exchange", _("Exchange")
    EXCHANGE_PHOTO = "exchangephoto", _("Photo of an exchange")
    ASSESSMENT = "assessment", _("Assessment of a municipality")
    POLICY = "policy", _("Prevention policy or plan")
    MUNICIPALITY = "municipality", _("Page of a municipality")
    ASSOCIATION = "association", _("Page of an association")
    COUNTRY = "country", _("Page of a country")
    PAGE = "page", _("Another page of the portal")


class TakeDownWhy(TextChoices):
    """Why somebody asks to take something down."""

    MINOR = "minor", _("A child or adolescent appears in it")
    MYSELF = "myself", _("I appear in it, or my data do")
    RISK = "risk", _("It puts somebody at risk")
    ERROR = "error", _("It is a mistake")
    OTHER = "other", _("Another reason")


URGENT_WHYS = (TakeDownWhy.MINOR, TakeDownWhy.RISK)


class TakeDownOutcome(TextChoices):
    """What its people did."""

    WAITING = "waiting", pgettext_lazy("take-down", "Waiting")
    HIDDEN = "hidden", pgettext_lazy("take-down", "Hidden")
    KEPT = "kept", pgettext_lazy("take-down", "It stays")
