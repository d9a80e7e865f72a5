"""The file: one moment of the portal while others write, whole or not there, and read by its owner alone."""

import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from samarbejde.backup import making, programs, tables
from samarbejde.events.recording import record
from tests.backup.conftest import manifest_of

pytestmark = pytest.mark.django_db(transaction=True)
EVENTS = "public.events_event"


def rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def writers(cast):
    """Somebody who goes on writing in the event log until the test ends."""
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            record("test", "Skrev, mens der blev taget kopi", by=cast.sekretariat, subject=cast.sekretariat)
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(2)]
    for thread in threads:
        thread.start()
    yield
    done.set()
    for thread in threads:
        thread.join()


def test_a_backup_under_writes_is_one_moment(writers, back_up, monkeypatch, capsys):
    counted = making.contents
    monkeypatch.setattr(making, "contents", lambda at_work: _after_more_writes(counted, at_work))
    before = rows(EVENTS)
    file = back_up()
    assert before <= manifest_of(file)["tables"][EVENTS][0] < rows(EVENTS)
    call_command("rehearse_restore", file)
    assert f"{file} kan gendannes: {len(manifest_of(file)['tables'])} tabeller" in capsys.readouterr().out


def _after_more_writes(counted, at_work) -> tables.Contents:
    """The dump is made, the tables are not counted yet: let the writers write fifty rows in between."""
    enough = rows(EVENTS) + 50
    while rows(EVENTS) < enough:
        pass
    return counted(at_work)


def test_it_says_how_far_the_chain_had_come(cast, back_up, capsys):
    record("test", "Noget skete", by=None, subject=cast.kredsraad())
    noted = manifest_of(back_up())["chain"]
    assert f"Kædens nyeste led: {noted}" in capsys.readouterr().out
    record("test", "Mere skete", by=None, subject=cast.kredsraad())
    call_command("verify", "--head", noted)


def test_only_its_owner_may_read_it(cast, back_up):
    assert back_up().stat().st_mode & 0o777 == 0o600


def test_an_earlier_backup_is_never_written_over(cast, back_up):
    file = back_up()
    content = file.read_bytes()
    with pytest.raises(CommandError, match="findes allerede: vælg et andet navn"):
        back_up()
    assert file.read_bytes() == content


def test_half_a_backup_has_no_name(cast, back_up, tmp_path, monkeypatch):
    """pg_dump dies in its work."""
    false_one = tmp_path / "bin" / "pg_dump"
    false_one.parent.mkdir()
    false_one.write_text("#!/bin/sh\n[ $1 = --version ] && echo 'pg_dump (PostgreSQL) 18.0' || exit 1\n")
    false_one.chmod(0o755)
    monkeypatch.setenv("PATH", str(false_one.parent), prepend=":")
    monkeypatch.setattr(programs, "_everywhere", lambda name: [false_one])
    with pytest.raises(CommandError, match="pg_dump fejlede"):
        back_up()
    assert list(tmp_path.iterdir()) == [false_one.parent]


def test_without_pg_dump_one_sentence_says_what_to_install(cast, back_up, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "DEBIAN", tmp_path)
    monkeypatch.setattr(programs.embedded_postgres, "program_folders", list)
    with pytest.raises(CommandError) as refusal:
        back_up()
    assert str(refusal.value).startswith("Programmet pg_dump mangler her, i version ")
    assert "apt-get install -y postgresql-client-" in str(refusal.value)
    assert list(tmp_path.iterdir()) == []
