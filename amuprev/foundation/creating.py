"""Creates many tables of one migration at the price of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.operations import CreateModel
    from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """Several `CreateModel` in their order, as one step.

    One after the other, each new model makes Django draw anew all that point at what it
    points at: nearly every model of the portal, since nearly all point at an account. The
    tables come out the same; only the drawing is done once.
    """

    atomic = True

    def __init__(self, operations: Sequence[CreateModel]) -> None:
        self.operations = list(operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the models to the state, and let it be drawn when it is next looked at."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create each table, in the order written."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop each table, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what is created, in the words of Django's own descriptions."""
        return "Create models " + ", ".join(
            operation.name for operation in self.operations
        )
