"""Adjectives of films: which a person, or the world, may see."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from amuprev.foundation.people_shown import nobody_or_agreed
from experiences.choices import READ_TRACKS, RenditionState, TrackState
from experiences.queries import ExperienceQuerySet


class FilmQuerySet(ExperienceQuerySet):
    """Films: read, sent and decided as experiences are."""

    def public(self) -> Self:
        """Published, not hidden, and with nobody in it whose consent has ended."""
        nothing_shown = Q(current__isnull=True, provider="")
        return super().public().filter(nothing_shown | nobody_or_agreed())

    def for_lists(self) -> Self:
        """With what a card shows before it is pressed."""
        return self.select_related(
            "owner", "place", "current", "experience__owner"
        ).prefetch_related("tracks", "current__renditions")

    def newest_first(self) -> Self:
        """Those that can be watched first, then by year; the newest first."""
        return self.annotate(
            watchable=models.Case(
                models.When(current__isnull=True, provider="", then=0),
                default=1,
                output_field=models.IntegerField(),
            )
        ).order_by("-watchable", "-year", "-pk")

    def captioned_in(self, language: str) -> Self:
        """Those that can be read in this language while they play."""
        return self.filter(
            tracks__kind__in=READ_TRACKS,
            tracks__language=language,
            tracks__state=TrackState.REVIEWED,
            tracks__fits=F("current__sha256"),
        ).distinct()

    def consent_over(self) -> Self:
        """Published with adults who agreed until a day that has passed."""
        return self.filter(
            people_shown="adults", consent_until__lt=timezone.localdate()
        )


class RenditionQuerySet(models.QuerySet):
    """What is made of films."""

    def ready(self) -> Self:
        """Made, and served."""
        return self.filter(state=RenditionState.DONE)


class SaidQuerySet(models.QuerySet):
    """What is said in films."""

    def served(self) -> Self:
        """What is said in the file that its film shows, not in one before it."""
        elsewhere = Q(film__current__isnull=True, fits="")
        return self.filter(elsewhere | Q(fits=F("film__current__sha256")))
