import os
import signal
import socket
import subprocess
import threading
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import closing

import psutil
import psycopg
import pytest
from django.conf import settings

from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, demo


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return server.getsockname()[1]


@pytest.fixture
def empty_database() -> Iterator[str]:
    """An address for DATABASE_URL, beside the database that the tests use."""
    given = settings.DATABASES["default"]
    server = {"host": given["HOST"], "port": given.get("PORT") or 5432, "user": given["USER"]}
    server["password"] = given.get("PASSWORD") or ""
    name = f"demo_{uuid.uuid4().hex[:8]}"
    with closing(psycopg.connect(dbname="postgres", autocommit=True, **server)) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            pairs = "&".join(f"{key}={value}" for key, value in server.items() if value)
            yield f"postgresql:///{name}?{pairs}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def start_demo(port: int, database: str) -> subprocess.Popen[str]:
    """Behind a proxy that answers nothing: the demo asks nobody else for its own pages."""
    proxy = {"http_proxy": f"http://127.0.0.1:{free_port()}"}
    environment = {**os.environ, **proxy, "PORT": str(port), "DATABASE_URL": database}
    return subprocess.Popen(
        [CHECKOUT / "bin" / "demo", "--no-input"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """What was printed so far; a demo that hangs is ended after five minutes."""
    watchdog = threading.Timer(300, process.kill)
    watchdog.start()
    printed = ""
    for line in process.stdout:
        printed += line
        if words in line:
            break
    watchdog.cancel()
    return printed


@pytest.mark.long
def test_the_demo_runs_and_leaves_no_process(empty_database):
    port = free_port()
    process = start_demo(port, empty_database)
    printed = read_until(process, "Stop den")
    assert f"http://localhost:{port}/demo/" in printed, printed
    assert len(printed.splitlines()) == 5, printed
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/demo/", timeout=20) as page:
        assert page.status == 200

    running = psutil.Process(process.pid).children(recursive=True)
    commands = " ".join(" ".join(child.cmdline()) for child in running)
    assert "gunicorn" in commands
    assert "manage.py worker" in commands

    with pytest.raises(Obstacle, match=f"Port {port} er optaget"):
        demo.refuse_taken_port(port)

    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert psutil.wait_procs(running, timeout=1)[1] == []
    demo.refuse_taken_port(port)


def test_a_database_that_does_not_answer_is_told():
    port = free_port()
    process = start_demo(port, f"postgresql://u@127.0.0.1:{free_port()}/nothing")
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert printed.splitlines()[-2:] == [
        "",
        "Databasen svarer ikke: ret DATABASE_URL, og kør 'bin/demo' igen.",
    ]
    assert "Traceback" not in printed


@pytest.fixture
def stranger(empty_database) -> Iterator[str]:
    """The address of a role that may enter a database, but own nothing in it."""
    server, _, _ = empty_database.partition("&user=")
    role = f"stranger_{uuid.uuid4().hex[:8]}"
    with closing(psycopg.connect(empty_database, autocommit=True)) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'stranger'")
        try:
            yield f"{server}&user={role}&password=stranger"
        finally:
            connection.execute(f"DROP ROLE {role}")


def test_a_role_that_may_make_no_table_is_told(stranger, monkeypatch):
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    process = start_demo(free_port(), stranger)
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert printed.splitlines()[-2] == ""
    assert printed.splitlines()[-1].startswith("Rollen må ikke lave tabeller: sæt DATABASE_OWNER_URL")
    assert "Traceback" not in printed


def test_a_taken_port_is_told_with_a_free_one(monkeypatch):
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        taken = server.getsockname()[1]
        monkeypatch.setenv("PORT", str(taken))
        with pytest.raises(Obstacle, match=rf"^Port {taken} er optaget: kør 'PORT=\d+ bin/demo'\.$"):
            demo.main([])


@pytest.mark.parametrize("wish", ["abc", "0", "-1", "65536", "80 80", "８０００"])
def test_what_is_no_port_is_refused(monkeypatch, wish):
    monkeypatch.setenv("PORT", wish)
    with pytest.raises(Obstacle, match="er ikke en port: kør 'PORT=8123 bin/demo'"):
        demo.main([])


def test_an_unknown_choice_is_answered_with_the_known_ones():
    with pytest.raises(Obstacle, match="Ukendt valg --port: kør"):
        demo.main(["--port"])
