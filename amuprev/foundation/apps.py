"""The ground floor: knows only Django and Wagtail."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.collation import register_collation


class FoundationConfig(AppConfig):
    name = "amuprev.foundation"
    label = "foundation"
    verbose_name = _("Foundation")

    def ready(self) -> None:
        # It names models, which stand only now.
        from amuprev.foundation import near  # noqa: PLC0415

        near.watch()
        connection_created.connect(
            register_collation, dispatch_uid="foundation.collation"
        )
