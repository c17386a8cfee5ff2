"""Fixed lists of the plans with which a municipality adapts an experience."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# As many characters as its box takes.
LONGEST_OBJECTIVES = 5_000


class PlanSection(TextChoices):
    """The parts of a plan, each written and saved by itself."""

    ABOUT = "about", _("What we want to achieve")
    STEPS = "steps", _("Steps, with who answers for each")
    PARTNERS = "partners", _("With whom")
    COSTS = "costs", _("What it will cost, and who pays")
    CHANGES = "changes", _("What we changed and why")
