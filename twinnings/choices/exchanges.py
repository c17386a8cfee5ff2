"""Fixed lists of exchanges: how, who went, what was promised, who answered."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Modality(TextChoices):
    """What kind of exchange it is."""

    VISIT = "visit", _("Study visit")
    ASSISTANCE = "assistance", _("Technical assistance")
    PLACEMENT = "placement", _("Placement")
    WORKSHOP = "workshop", _("Joint workshop")
    VIRTUAL = "virtual", _("Virtual meeting")
    POLICE = "police_training", _("Police training")
    PROJECT = "joint_project", _("Joint project")


class Direction(TextChoices):
    """Who went where, seen from the organisation that tells of it."""

    OUTGOING = "outgoing", _("We visited them")
    INCOMING = "incoming", _("They visited us")
    BOTH = "both", _("In both directions")
    VIRTUAL = "virtual", _("Nobody travelled")


class ExchangeStatus(TextChoices):
    """How far an exchange has come."""

    PLANNED = "planned", pgettext_lazy("exchange", "Planned")
    HELD = "held", pgettext_lazy("exchange", "Held")
    CANCELLED = "cancelled", pgettext_lazy("exchange", "Cancelled")


class DelegationRole(TextChoices):
    """In which role people took part; never who they were."""

    MAYOR = "mayor", _("Mayor or head of the local government")
    COUNCIL = "council", _("Council")
    MANAGEMENT = "management", _("Management and heads of department")
    STAFF = "staff", _("Municipal staff")
    POLICE = "police", _("Police")
    PREVENTION = "prevention", _("Members of the prevention body")
    ASSOCIATION = "association", _("Association of municipalities")
    NATIONAL = "national", _("National government")
    NGO = "ngo", _("Non-governmental organisation")
    RESIDENTS = "residents", _("Residents")
    YOUTH = "youth", _("Young people of 18 and over")
    FACILITATOR = "facilitator", _("Facilitation and interpretation")
    OTHER = "other", pgettext_lazy("role in a delegation", "Others")
    UNKNOWN = "unknown", pgettext_lazy("role in a delegation", "Role not separated")


# Few of them could be recognised by their number: published as «fewer than 5».
ROLES_OF_RESIDENTS = (DelegationRole.RESIDENTS, DelegationRole.YOUTH)


class LanguageSupport(TextChoices):
    """How those who speak different languages understood each other."""

    NOT_NEEDED = "not_needed", _("None was needed")
    BILINGUAL = "bilingual", _("Bilingual staff")
    INTERPRETER = "interpreter", _("Interpreters")
    VOLUNTEERS = "volunteers", _("Volunteers")
    UNKNOWN = "unknown", pgettext_lazy("language support", "Not recorded")


class Stage(TextChoices):
    """The stages of an exchange, each with its list of things to do."""

    BEFORE = "before", _("Before the trip")
    DURING = "during", _("During the trip")
    AFTER = "after", _("After the trip")


# What is ticked, by stage; the codes are kept in `Exchange.checked`.
CHECKLIST: dict[str, dict[str, object]] = {
    Stage.BEFORE: {
        "problem_agreed": _("Both sides agreed on the problem to work on"),
        "agenda_agreed": _("Both sides agreed on the agenda"),
        "approvals": _("Travel and leave were approved"),
        "papers": _("Passports, visas and insurance are in order"),
        "languages": _("There is somebody who interprets"),
        "consents": _("The consent forms for photos are printed"),
    },
    Stage.DURING: {
        "present_counted": _("Those present were counted by role and sex"),
        "commitments_said": _("Commitments were said aloud and written down"),
        "consents_signed": _("Whoever is in the photos signed"),
    },
    Stage.AFTER: {
        "report_written": _("The report is written"),
        "council_told": _("The council and the prevention body heard of it"),
        "commitments_owned": _("Each commitment has an owner and a day"),
    },
}


class CommitmentState(TextChoices):
    """What became of a commitment."""

    OPEN = "open", pgettext_lazy("commitment", "Open")
    MET = "met", pgettext_lazy("commitment", "Met")
    DROPPED = "dropped", pgettext_lazy("commitment", "Dropped")


class FollowedUp(TextChoices):
    """Whether what was agreed was done."""

    YES = "yes", pgettext_lazy("follow-up", "Yes")
    PARTLY = "partly", pgettext_lazy("follow-up", "In part")
    NO = "no", pgettext_lazy("follow-up", "No")


class AnsweringSide(TextChoices):
    """Who is asked how an exchange went on."""

    OWN = "own", _("Whoever tells of the exchange")
    COUNTERPART = "counterpart", _("The counterpart")


class AnsweredBy(TextChoices):
    """Who answered."""

    STAFF = "staff", _("Its staff")
    OFFICER = "officer", _("An officer of the counterpart")
    ASSOCIATION = "association", _("The association")


class LinkPurpose(TextChoices):
    """What a signed link opens."""

    FACTS = "facts", _("To confirm the facts of an exchange")
    FOLLOW_UP = "follow_up", _("To answer a follow-up")


class FactsAnswer(TextChoices):
    """What an officer of the counterpart says of the facts."""

    RIGHT = "right", _("They are right")
    WRONG = "wrong", _("Something has to be corrected")


class Satisfaction(IntegerChoices):
    """How content those who took part were, from 1 to 5."""

    VERY_LOW = 1, _("Very little")
    LOW = 2, _("Little")
    MIDDLING = 3, _("Somewhat")
    HIGH = 4, _("Much")
    VERY_HIGH = 5, _("Very much")
