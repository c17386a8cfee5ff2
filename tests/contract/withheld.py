"""A published experience with an earlier version, whose words can be withheld."""

from django.test import Client
from django.urls import reverse

from experiences.models import Experience
from experiences.services import corrections, review
from tests.contract.cast import MAKERS, Cast
from tests.network.factories import editor_of_the_portal


def corrected_once(cast: Cast) -> tuple[Client, str]:
    """Who coordinates its municipality, and the screen of its published versions."""
    pk = MAKERS["experience"](cast, "approved")["pk"]
    told, clerk = Experience.objects.get(pk=pk), cast.people["clerk"]
    made = corrections.start_correction(experience=told, by=clerk)
    changed = {"review_state": "submitted", "problem_es": "Dicho de otro modo."}
    Experience.objects.filter(pk=made.pk).update(**changed)
    made.refresh_from_db()
    review.publish_experience(experience=made, by=editor_of_the_portal())
    address = reverse("experiences:published_versions", args=[pk])
    return cast.clients["coordinator"], address
