import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command

from samarbejde import database, embedded_postgres
from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT
from tests.setup.test_processes import has_ended


def ask(root: Path, question: str) -> object:
    with psycopg.connect(embedded_postgres.url(root), autocommit=True) as connection:
        answer = connection.execute(question)
        return answer.fetchone()[0] if answer.description else None


def server(root: Path) -> int:
    return int((root / "data" / "postmaster.pid").read_text().split()[0])


def kill(root: Path) -> None:
    pid = server(root)
    os.kill(pid, signal.SIGKILL)
    while embedded_postgres.is_running(root):
        time.sleep(0.01)


def test_the_database_is_danish_and_off_the_network(postgres):
    embedded_postgres.start(postgres)

    assert ask(postgres, "SELECT current_database()") == "samarbejde"
    assert ask(postgres, "SHOW default_text_search_config") == "pg_catalog.danish"
    assert ask(postgres, "SELECT lower('ÆØÅ')") == "æøå"
    assert ask(postgres, "SHOW listen_addresses") == ""
    assert Path(embedded_postgres.connection_settings(postgres)["HOST"]).stat().st_mode & 0o777 == 0o700


def test_a_server_that_is_still_starting_is_waited_for(postgres):
    """As when the command that started it was interrupted, and the server has a crash to recover from."""
    embedded_postgres.start(postgres)
    told = postgres / "data" / "postmaster.pid"
    ready = told.read_text()
    told.write_text(ready.replace("ready   ", "starting"))
    with ThreadPoolExecutor() as at_once:
        waiting = at_once.submit(embedded_postgres.start, postgres)
        time.sleep(0.3)
        assert not waiting.done()
        told.write_text(ready)
        waiting.result(timeout=5)
    assert ask(postgres, "SELECT 1") == 1


def test_only_tests_do_without_the_disk(postgres):
    embedded_postgres.start(postgres)
    assert ask(postgres, "SHOW fsync") == "on"
    embedded_postgres.stop(postgres)
    embedded_postgres.start(postgres, fast=True)
    assert ask(postgres, "SHOW fsync") == "off"


def test_starting_twice_is_starting_once(postgres):
    embedded_postgres.start(postgres)
    first = server(postgres)
    embedded_postgres.start(postgres)
    assert server(postgres) == first


def test_four_starts_at_once_give_one_server(postgres):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: embedded_postgres.start(postgres), range(4)))
    assert ask(postgres, "SELECT 1") == 1


def test_stopping_stops(postgres):
    embedded_postgres.start(postgres)
    embedded_postgres.stop(postgres)
    assert not embedded_postgres.is_running(postgres)
    assert not Path(embedded_postgres.connection_settings(postgres)["HOST"]).exists()
    with pytest.raises(psycopg.OperationalError):
        ask(postgres, "SELECT 1")


def test_a_killed_server_starts_again_with_its_data(postgres):
    embedded_postgres.start(postgres)
    ask(postgres, "CREATE TABLE kept AS SELECT 1")
    kill(postgres)
    embedded_postgres.start(postgres)
    assert ask(postgres, "SELECT count(*) FROM kept") == 1


def test_a_stale_number_that_another_process_has_now_is_not_believed(postgres):
    embedded_postgres.start(postgres)
    pid_file = postgres / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    kill(postgres)
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    assert not embedded_postgres.is_running(postgres)
    embedded_postgres.start(postgres)
    assert ask(postgres, "SELECT 1") == 1


def test_a_folder_moved_under_a_running_server_can_be_started(postgres):
    before = postgres.with_name("before")
    embedded_postgres.start(before)
    ask(before, "CREATE TABLE kept AS SELECT 1")
    before.rename(postgres)
    embedded_postgres.start(postgres)
    embedded_postgres.stop(before)
    assert ask(postgres, "SELECT count(*) FROM kept") == 1


def test_a_folder_removed_under_a_running_server_can_be_created_anew(postgres):
    embedded_postgres.start(postgres)
    orphan = server(postgres)
    subprocess.run(["rm", "-r", postgres], check=True)
    embedded_postgres.start(postgres)

    assert ask(postgres, "SELECT 1") == 1
    assert server(postgres) != orphan
    assert has_ended(orphan)


def test_an_interrupted_creation_is_thrown_away(postgres):
    (postgres / "unfinished").mkdir(parents=True)
    (postgres / "unfinished" / "PG_VERSION").write_text("18\n")
    embedded_postgres.start(postgres)
    assert ask(postgres, "SELECT 1") == 1


def test_a_socket_folder_that_somebody_else_laid_out_is_refused(postgres):
    sockets = Path(embedded_postgres.connection_settings(postgres)["HOST"])
    sockets.symlink_to(postgres.parent)
    try:
        with pytest.raises(Obstacle, match=f"rm -r {sockets}"):
            embedded_postgres.start(postgres)
    finally:
        sockets.unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
def test_root_in_a_closed_folder_is_told_which(open_folder):
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(Obstacle, match=f"'chmod o\\+x {closed}', eller sæt DATABASE_URL"):
        embedded_postgres.start(closed / "postgres")


@pytest.mark.parametrize("address", ["sqlite:///db.sqlite3", "mysql://u@h/db", "vrøvl"])
def test_another_database_than_postgres_is_refused(monkeypatch, address):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(Obstacle, match="DATABASE_URL skal være en PostgreSQL-adresse: skriv"):
        database.start(CHECKOUT)


def test_an_address_with_password_and_options_is_read():
    address = "postgres://anna:a%40b@db.example:5433/plan?sslmode=require"
    settings = database.connection_settings(CHECKOUT, address)
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", 5433, "plan")
    assert (settings["USER"], settings["PASSWORD"]) == ("anna", "a@b")
    assert settings["OPTIONS"] == database.PATIENCE | {"sslmode": "require"}


def test_an_empty_address_means_the_embedded_one():
    assert database.connection_settings(CHECKOUT, "")["HOST"].startswith("/tmp/samarbejde-")


def test_the_command_starts_tells_and_stops(settings, open_folder, capsys):
    settings.BASE_DIR = open_folder
    for action in ("start", "status", "stop", "status"):
        call_command("db", action)
    address = embedded_postgres.url(database.embedded_root(open_folder))
    stopped = "PostgreSQL er stoppet."
    assert capsys.readouterr().out.splitlines() == [
        f"PostgreSQL kører: {address}",
        f"PostgreSQL kører: {address}",
        stopped,
        stopped,
    ]


def test_the_command_stops_the_tests_server_too(settings, open_folder, capsys):
    settings.BASE_DIR = open_folder
    root = database.tests_root(open_folder)
    embedded_postgres.start(root, fast=True)
    call_command("db", "stop")
    assert not embedded_postgres.is_running(root)
    assert not Path(embedded_postgres.connection_settings(root)["HOST"]).exists()


def test_importing_runs_nothing_and_needs_no_package():
    """bin/setup imports it before any package is there."""
    code = "import sys, samarbejde.running.setup; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=CHECKOUT, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_what_postgres_says_is_told_when_it_cannot_start(postgres):
    embedded_postgres.start(postgres)
    embedded_postgres.stop(postgres)
    (postgres / "data" / "PG_VERSION").write_text("9.6\n")
    with pytest.raises(Obstacle, match=f"(?s)9.6.*PostgreSQL kunne ikke starte: .*'rm -r {postgres}'"):
        embedded_postgres.start(postgres)
