"""Meetings of a body and the agreements that came of them."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from toolkit.choices import AgreementState, MeetingKind, MeetingState
from toolkit.models.bodies import BodyMember, PreventionBody
from toolkit.models.keyed import lines_of, somebody
from toolkit.queries import AgreementQuerySet, MeetingQuerySet


class Meeting(models.Model):
    """A meeting: its agenda, who was there by seat, what was said and decided."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    body = models.ForeignKey(
        PreventionBody, models.CASCADE, related_name="meetings", verbose_name=_("body")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(
        _("kind"),
        max_length=13,
        choices=MeetingKind.choices,
        default=MeetingKind.ORDINARY,
    )
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=MeetingState.choices,
        default=MeetingState.PLANNED,
    )
    held_on = models.DateField(_("day"))
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("to"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    agenda = models.TextField(_("agenda"), blank=True, help_text=_("One per line."))
    notes = models.TextField(
        _("what was discussed"),
        blank=True,
        help_text=_("What was decided, never who said it; no cases, no names."),
    )
    present = models.ManyToManyField(
        BodyMember, related_name="attended", blank=True, verbose_name=_("seats present")
    )
    # The seats that sat and those a quorum asked for that day: later changes leave them.
    seats_present = models.PositiveSmallIntegerField(
        _("seats present"), null=True, blank=True
    )
    quorum_needed = models.PositiveSmallIntegerField(
        _("seats that made a quorum"), null=True, blank=True
    )
    next_on = models.DateField(_("next meeting"), null=True, blank=True)
    created_by = somebody(_("created by"))
    updated_by = somebody(_("last saved by"))
    updated_at = models.DateTimeField(_("last changed on"), auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting of a body")
        verbose_name_plural = _("meetings of a body")
        ordering = ("-held_on", "-pk")
        indexes = (models.Index(fields=("body", "-held_on"), name="meeting_of_body"),)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "number"), name="one_meeting_of_a_number"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True)
                | Q(starts__isnull=True)
                | Q(ends__gte=F("starts")),
                name="meeting_ends_after_it_starts",
                violation_error_message=_("It cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("held_on")),
                name="next_meeting_comes_later",
                violation_error_message=_("The next meeting comes after this one."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} ({self.held_on:%Y-%m-%d})"

    @property
    def agenda_lines(self) -> list[str]:
        """The items of its agenda."""
        return lines_of(self.agenda)

    @property
    def had_quorum(self) -> bool | None:
        """Whether enough seats were there; None where it is not known."""
        if self.seats_present is None or self.quorum_needed is None:
            return None
        return self.seats_present >= self.quorum_needed


class Agreement(models.Model):
    """What a meeting decided, who answers for it and until when."""

    client_uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="agreements",
        verbose_name=_("meeting"),
    )
    text = models.CharField(_("agreement"), max_length=400)
    responsible = models.CharField(
        _("who answers for it"),
        max_length=200,
        help_text=_("The institution and office, never a person."),
    )
    member = models.ForeignKey(
        BodyMember,
        models.SET_NULL,
        related_name="agreements",
        null=True,
        blank=True,
        verbose_name=_("seat that answers for it"),
    )
    due = models.DateField(_("due on"), null=True, blank=True)
    # The day of the meeting, beside the other so that the database compares them.
    agreed_on = models.DateField(editable=False)
    state = models.CharField(
        _("state"),
        max_length=7,
        choices=AgreementState.choices,
        default=AgreementState.OPEN,
    )
    outcome = models.CharField(_("what became of it"), max_length=300, blank=True)
    settled_on = models.DateField(_("met or dropped on"), null=True, blank=True)
    settled_by = somebody(_("said by"))
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement of a meeting")
        verbose_name_plural = _("agreements of a meeting")
        ordering = ("pk",)
        indexes = (models.Index(fields=("state", "due"), name="agreement_due"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(responsible=""),
                name="agreement_has_somebody_responsible",
                violation_error_message=_("Say who answers for it."),
            ),
            models.CheckConstraint(
                condition=Q(due__isnull=True) | Q(due__gte=F("agreed_on")),
                name="agreement_is_due_after_its_meeting",
                violation_error_message=_("It cannot be due before its meeting."),
            ),
            models.CheckConstraint(
                condition=Q(state=AgreementState.OPEN) | Q(settled_on__isnull=False),
                name="settled_agreement_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_overdue(self) -> bool:
        """True while it is open and its day has passed."""
        late = self.due is not None and self.due < timezone.localdate()
        return late and self.state == AgreementState.OPEN
