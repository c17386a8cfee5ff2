"""What the network tells people once."""

from django.db.models import TextChoices


class Telling(TextChoices):
    """The kinds of thing that are told once; no screen shows them."""

    STEP = "step"
    REVIEW_OVERDUE = "review.overdue"
    APPOINTMENT_ENDING = "appointment.ending"
    APPOINTMENT_LAPSED = "appointment.lapsed"
    INVITATION_EXPIRING = "invitation.expiring"
