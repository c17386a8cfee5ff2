"""What files that are only read hold: words in the secretariat's language, no codes."""

from typing import Any

from import_export import fields

from network.admin.resources import PortalResource
from network.models import Activity, Appointment


class ReadingResource(PortalResource):
    """Rows for people to read: what was chosen from a fixed list stands as its label."""

    def export_field(self, field: fields.Field, instance: Any, **kwargs: Any) -> Any:
        """The label, where the record has one."""
        label = getattr(instance, f"get_{field.attribute}_display", None)
        if label is not None:
            return str(label() or "")
        return super().export_field(field, instance, **kwargs)


class ActivityResource(ReadingResource):
    """Activities as the secretariat reads them; never imported."""

    number = fields.Field("pk")
    organisation = fields.Field("owner__name")
    activity_kind = fields.Field("kind__name")

    class Meta(PortalResource.Meta):
        model = Activity
        fields = (
            "number",
            "organisation",
            "country",
            "activity_kind",
            "title_es",
            "title_en",
            "started",
            "ended",
            "date_precision",
            "prevention_level",
            "review_state",
        )
        export_order = fields


class AppointmentResource(ReadingResource):
    """Appointments: who holds which role where; never imported."""

    person = fields.Field("person__name")
    email = fields.Field("person__email")
    organisation = fields.Field("organisation__name")

    class Meta(PortalResource.Meta):
        model = Appointment
        fields = (
            "person",
            "email",
            "organisation",
            "role",
            "position",
            "valid_from",
            "valid_to",
            "approved_at",
        )
        export_order = fields
