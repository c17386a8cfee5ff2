"""What the network tells people once."""

from django.db.models import TextChoices


class Telling(TextChoices):
    """The kinds of thing that are told once; no screen shows them."""

    STEP = "step"
    EXPERIENCE_STEP = "experience.step"
    FILM_STEP = "film.step"
    QUESTION_ANSWERED = "question.answered"
    QUESTION_WAITING = "question.waiting"
    ADAPTATION_STEP = "adaptation.step"
    TWINNING_STEP = "twinning.step"
    AGREEMENT_DUE = "agreement.due"
    MEASURE_DUE = "measure.due"
    TRANSFER_ENDING = "transfer.ending"
    REVIEW_OVERDUE = "review.overdue"
    APPOINTMENT_ENDING = "appointment.ending"
    APPOINTMENT_LAPSED = "appointment.lapsed"
    INVITATION_EXPIRING = "invitation.expiring"
