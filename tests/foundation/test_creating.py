"""Tables created in one step are those that Django creates one by one."""

from collections.abc import Iterator

import pytest
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState
from django.db.utils import ConnectionHandler

from amuprev.foundation.creating import CreateModels

pytestmark = pytest.mark.django_db


def a_key() -> tuple[str, models.Field]:
    return "id", models.BigAutoField(primary_key=True)


def pointing(at: str) -> models.Field:
    return models.ForeignKey(at, models.CASCADE)


def tables() -> list[CreateModel]:
    """A table, one that points at it and at itself, one that joins both."""
    house = [a_key(), ("name", models.CharField(max_length=9, unique=True))]
    room = [
        a_key(),
        ("house", pointing("town.house")),
        ("beside", pointing("town.room")),
        ("size", models.IntegerField(default=1)),
    ]
    door = [
        a_key(),
        ("room", pointing("town.room")),
        ("houses", models.ManyToManyField("town.house")),
    ]
    large = models.CheckConstraint(condition=models.Q(size__gt=0), name="room_has_room")
    by_size = models.Index(fields=["size"], name="room_by_size")
    return [
        CreateModel("House", house),
        CreateModel(
            "Room", room, options={"constraints": [large], "indexes": [by_size]}
        ),
        CreateModel("Door", door),
    ]


@pytest.fixture
def empty() -> Iterator[BaseDatabaseWrapper]:
    """A database of its own, in memory."""
    aside = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    connection = ConnectionHandler({"default": aside})["default"]
    yield connection
    connection.close()


def schema(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """Every table and index as it was written, SQLite's own left out."""
    asked = "SELECT name, sql FROM sqlite_master WHERE tbl_name <> 'sqlite_sequence'"
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} ORDER BY name")
        return cursor.fetchall()


def carried_out(connection, operation, state: ProjectState) -> ProjectState:
    after = state.clone()
    operation.state_forwards("town", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("town", editor, state, after)
    return after


def one_by_one(connection) -> tuple[ProjectState, list[tuple[str, str]]]:
    state = ProjectState()
    for operation in tables():
        state = carried_out(connection, operation, state)
    return state, schema(connection)


def emptied(connection) -> None:
    with connection.schema_editor() as editor:
        for name in ("town_door_houses", "town_door", "town_room", "town_house"):
            editor.execute(f"DROP TABLE {name}")


def test_the_tables_are_those_created_one_by_one(empty):
    state, expected = one_by_one(empty)
    emptied(empty)
    assert schema(empty) == []
    together = carried_out(empty, CreateModels(tables()), ProjectState())
    assert schema(empty) == expected
    assert len(expected) > len(tables())
    assert together == state


def test_a_state_already_drawn_is_drawn_anew(empty):
    state = ProjectState()
    assert list(state.apps.get_models()) == []
    CreateModels(tables()).state_forwards("town", state)
    named = {model.__name__ for model in state.apps.get_models()}
    assert named == {"House", "Room", "Door"}


def test_going_back_leaves_nothing(empty):
    before, operation = ProjectState(), CreateModels(tables())
    after = carried_out(empty, operation, before)
    with empty.schema_editor() as editor:
        operation.database_backwards("town", editor, after, before)
    assert schema(empty) == []


def test_it_says_what_it_creates():
    assert CreateModels(tables()).describe() == "Create models House, Room, Door"
