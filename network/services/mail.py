"""Mails about activities, each in its recipient's language."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from network.models import Activity, Appointment, User
from network.rules import REVIEWERS


def tell_reviewers(activity: Activity) -> None:
    """Tell those who review the organisation that an activity waits."""
    for person in reviewers_of(activity):
        _send(person, activity, "submitted", "network:review_activity")


def tell_writers(activity: Activity, event: str) -> None:
    """Tell those who wrote it what was decided: returned, approved or withdrawn."""
    for person in activity.writers.filter(is_active=True).order_by("pk"):
        _send(person, activity, event, "network:activity")


def reviewers_of(activity: Activity) -> list[User]:
    """The people who may review the activity today, without its writers."""
    associations = [activity.owner_id]
    if activity.owner.is_municipality:
        associations = list(
            activity.owner.affiliations.today()
            .filter(reviews=True)
            .values_list("association_id", flat=True)
        )
    holders = Appointment.objects.in_force().filter(
        organisation__in=associations, role__in=REVIEWERS
    )
    writers = activity.writers.values("pk")
    return list(
        User.objects.filter(pk__in=holders.values("person"))
        .exclude(pk__in=writers)
        .order_by("pk")
    )


def _send(person: User, activity: Activity, event: str, view: str) -> None:
    with override(person.language):
        context = {
            "activity": activity,
            "person": person,
            "link": settings.SITE_URL + reverse(view, args=[activity.pk]),
        }
        subject = render_to_string(
            f"network/mail/activity_{event}_subject.txt", context
        )
        body = render_to_string(f"network/mail/activity_{event}.txt", context)
    send_mail(" ".join(subject.split()), body, None, [person.email])
