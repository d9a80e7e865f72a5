"""Which processes are servers of ours. A number in a file may belong to anybody by now, or to nobody."""

import os
import signal
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from samarbejde.obstacle import Obstacle
from samarbejde.process_ids import is_alive

PATIENCE = 60  # seconds that a server gets to end, or to be ready
_STATUS_LINE = 7  # of postmaster.pid


def recorded(file: Path) -> int | None:
    """The process number that a server wrote into its lock file."""
    try:
        return int(file.read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def works_in(pid: int, data: Path) -> bool:
    """Also true of a server whose folder was moved here, or removed from here, while it ran."""
    if Path("/proc").exists():  # a bare Debian has no ps
        folder = Path(f"/proc/{pid}/cwd")
        try:
            return str(folder.readlink()).removesuffix(" (deleted)") == str(data) or folder.samefile(data)
        except OSError:
            return False
    shown = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return "postgres" in shown.stdout and str(data) in shown.stdout


def gets_ready(file: Path, data: Path) -> bool:
    """Wait while the server of this lock file is starting, as after a kill; False when it ends instead."""
    latest = time.monotonic() + PATIENCE
    while (pid := recorded(file)) is not None and works_in(pid, data):
        if _status(file) == "ready":
            return True
        if time.monotonic() > latest:
            raise Obstacle(f"PostgreSQL i {data} bliver ikke klar: kør 'kill -QUIT {pid}', og prøv igen.")
        time.sleep(0.02)
    return False


def end(pids: Iterable[int | None], data: Path) -> None:
    """Normally one or none; two when the folder was moved or removed under a running server."""
    for pid in set(pids):
        if pid is not None and works_in(pid, data):
            os.kill(pid, signal.SIGINT)
            _await_end(pid, data)


def forget_foreign_process(pid_file: Path) -> None:
    """A killed server leaves its number behind; PostgreSQL gives up when another process has it now."""
    pid = recorded(pid_file)
    if pid is not None and is_alive(pid):
        pid_file.unlink()


def _await_end(pid: int, data: Path) -> None:
    latest = time.monotonic() + PATIENCE
    while works_in(pid, data):
        if time.monotonic() > latest:
            raise Obstacle(f"PostgreSQL i {data} vil ikke stoppe: kør 'kill -QUIT {pid}'.")
        time.sleep(0.02)


def _status(file: Path) -> str:
    """What the server wrote last: `starting`, `ready` or `stopping`."""
    try:
        lines = file.read_text().splitlines()
    except FileNotFoundError:
        return ""
    return lines[_STATUS_LINE].strip() if len(lines) > _STATUS_LINE else ""
