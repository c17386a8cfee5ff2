import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from amuprev.foundation import workers
from amuprev.foundation.exports.turns import take_turn


def test_healthz_answers_without_the_database(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok"
    assert not response.cookies


def test_readyz_says_all_is_in_order(client, db):
    workers.beat("one")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert all(response.json().values())
    assert not response.cookies


def test_readyz_names_a_waiting_migration(client, db, monkeypatch):
    monkeypatch.setattr(
        MigrationExecutor, "migration_plan", lambda *args: ["something"]
    )
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["migrations"] is False


def test_readyz_names_a_silent_database(client, db, monkeypatch):
    def fail(*args: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", fail)
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] is False


def test_readyz_names_a_cache_that_forgets(client, db, monkeypatch):
    monkeypatch.setattr(cache, "get", lambda *args: None)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["cache"] is False


def test_the_mark_is_found_where_browsers_look_for_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 301
    assert response["Location"] == "/static/img/favicon.svg"


@pytest.mark.django_db
def test_readiness_names_a_storage_that_cannot_write(client, settings, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("no folder can be made under a file")
    settings.MEDIA_ROOT = str(blocked)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["storage"] is False


def test_readiness_is_looked_at_once_at_a_time_for_each_address(client, db):
    """Each answer writes to database and storage, and anybody may ask."""
    own = take_turn("127.0.0.1", most=4, most_each=1, room="readiness")
    refused = client.get("/readyz")
    assert (refused.status_code, refused["Retry-After"]) == (429, "1")
    assert client.get("/readyz", REMOTE_ADDR="192.0.2.7").status_code == 200
    own.give_back()
    assert client.get("/readyz").status_code == 200
    assert client.get("/readyz").status_code == 200
