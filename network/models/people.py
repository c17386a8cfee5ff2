"""People and access: users, their dated appointments, and invitations."""

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.collation import sort_key
from amuprev.foundation.gathering import keys_in, keys_of
from network.choices import OrganisationKind, Role
from network.models.dated import Dated
from network.models.organisations import Affiliation, Organisation
from network.queries import AppointmentQuerySet, InvitationQuerySet
from network.standing import REVIEWERS, Standing

BEYOND_ONE_TOWN = {OrganisationKind.ASSOCIATION, OrganisationKind.NETWORK}


class UserManager(BaseUserManager["User"]):
    """Makes users identified by their e-mail address."""

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """A new active person; the password may be missing (unusable)."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """The person who installs the portal."""
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in: what they may do follows from their appointments."""

    email = models.EmailField(
        _("e-mail"),
        unique=True,
        error_messages={"unique": _("A person with this e-mail already exists.")},
    )
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("es", "Español"), ("en", "English")],
        default="es",
    )
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Untick this instead of deleting: records keep their author."),
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("email",)

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """The person's name."""
        return self.name

    def get_short_name(self) -> str:
        """The person's first name."""
        return self.name.split(" ")[0] if self.name else self.email

    @property
    def is_staff(self) -> bool:
        """Whoever belongs to the secretariat enters Django admin."""
        return self.is_active and (self.is_superuser or self.standing.secretariat)

    @cached_property
    def standing(self) -> Standing:
        """What their appointments amount to today."""
        roles: dict[int, set[str]] = {}
        network_roles: set[str] = set()
        beyond = False
        links: list[tuple[int, int]] = []
        for appointment in self.held_today:
            place, role = appointment.organisation, appointment.role
            roles.setdefault(place.pk, set()).add(role)
            beyond = beyond or place.kind in BEYOND_ONE_TOWN
            if place.kind == OrganisationKind.NETWORK:
                network_roles.add(role)
            if role in REVIEWERS:
                links += [(key, place.pk) for key in keys_in(appointment.reviewed_keys)]
        administering = {key for key, held in roles.items() if Role.ADMINISTERS in held}
        return Standing(
            roles={key: frozenset(held) for key, held in roles.items()},
            reviewed=frozenset(municipality for municipality, _by in links),
            administered=frozenset(
                municipality for municipality, by in links if by in administering
            ),
            secretariat=self.is_superuser or Role.SECRETARIAT in network_roles,
            editor=bool(network_roles & {Role.EDITS, Role.SECRETARIAT}),
            beyond_one_town=beyond,
        )

    @cached_property
    def held_today(self) -> list[Any]:
        """Their appointments of today, asked once, with all that rights follow from."""
        if not self.is_active or self.pk is None:
            return []
        return list(appointments_today(self.pk))

    @property
    def organisations_today(self) -> list[Organisation]:
        """Where they hold a role, by name."""
        every = {each.organisation.pk: each.organisation for each in self.held_today}
        return sorted(every.values(), key=lambda each: sort_key(each.name))


def appointments_today(person_pk: int) -> "QuerySet[Appointment]":
    """Somebody's roles of today, with where, and with whom each association reviews."""
    reviewed = Affiliation.objects.today().filter(
        association=OuterRef("organisation"), reviews=True
    )
    return (
        Appointment.objects.in_force()
        .filter(person=person_pk)
        .select_related("organisation__place")
        .annotate(reviewed_keys=keys_of(reviewed, "municipality_id"))
        .order_by("pk")
    )


def whoever_asks(person_pk: int) -> User | None:
    """The active person with this key and what they hold today, in one question.

    Only who holds nothing costs another.
    """
    held = list(appointments_today(person_pk).select_related("person"))
    if not held:
        return User.objects.filter(pk=person_pk, is_active=True).first()
    person: User = held[0].person
    person.held_today = held
    return person


class Appointment(Dated):
    """A person's dated and approved role in an organisation; write access follows it."""

    person = models.ForeignKey(
        User, models.CASCADE, related_name="appointments", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="appointments",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    position = models.CharField(_("post"), max_length=120, blank=True)
    approved_by = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved on"), null=True, blank=True)
    # Ending takes effect at once; the last day alone would hold until midnight.
    ended_at = models.DateTimeField(
        _("ended on"), null=True, blank=True, editable=False
    )
    ended_reason = models.CharField(_("reason for ending"), max_length=200, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ("organisation", "person")
        indexes = (models.Index(fields=("person", "approved_at")),)
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("person", "organisation", "role"),
                condition=models.Q(valid_to__isnull=True),
                name="one_open_appointment",
                violation_error_message=_("This person already has this role here."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()} ({self.organisation})"


class Invitation(models.Model):
    """A signed, single-use, expiring offer of a role to one e-mail address."""

    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="invitations",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    position = models.CharField(_("post"), max_length=120, blank=True)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("es", "Español"), ("en", "English")],
        default="es",
    )
    code_hash = models.CharField(max_length=64, editable=False)
    invited_by = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    created_at = models.DateTimeField(_("issued on"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires on"))
    accepted_at = models.DateTimeField(_("accepted on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)
    recovers = models.ForeignKey(
        User,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="recoveries",
        verbose_name=_("gives access back to"),
        help_text=_("Someone who lost their mailbox and now uses this address."),
    )
    failed_codes = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at",)
        indexes = (models.Index(fields=("email",)),)

    def __str__(self) -> str:
        return f"{self.email} – {self.organisation}"

    @property
    def is_open(self) -> bool:
        """True while it can still be accepted."""
        return (
            self.accepted_at is None
            and self.revoked_at is None
            and self.expires_at > timezone.now()
        )
