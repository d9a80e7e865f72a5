import os
import signal
import sys
import threading
import time

import psutil
import pytest

from samarbejde.obstacle import Obstacle
from samarbejde.running.processes import Processes

SLEEP = "import time; time.sleep(600)"
WITH_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{SLEEP}'])"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); {SLEEP}"


@pytest.fixture(autouse=True)
def _signals_as_before():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


def start(processes: Processes, code: str) -> None:
    processes.start("trial", [sys.executable, "-c", code], dict(os.environ))


def descendants() -> list[psutil.Process]:
    found = psutil.Process().children(recursive=True)
    return [process for process in found if process.status() != psutil.STATUS_ZOMBIE]


def has_ended(pid: int) -> bool:
    """Also when nobody has asked for its exit code, as on a machine without an init."""
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def wait_until(condition) -> None:
    latest = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < latest
        time.sleep(0.02)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_that_says_stop_is_noted(tmp_path, number):
    with Processes(tmp_path) as processes:
        start(processes, SLEEP)
        threading.Timer(0.2, os.kill, (os.getpid(), number)).start()
        wait_until(lambda: processes.told_to_stop)


def test_what_a_process_has_started_ends_with_it(tmp_path):
    before = descendants()
    with Processes(tmp_path) as processes:
        start(processes, WITH_CHILD)
        wait_until(lambda: len(descendants()) == len(before) + 2)
    wait_until(lambda: descendants() == before)


def test_a_process_that_does_not_listen_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr("samarbejde.running.processes.PATIENCE", 0.2)
    before = descendants()
    with Processes(tmp_path) as processes:
        start(processes, DEAF)
        wait_until(lambda: "deaf" in (tmp_path / "trial.log").read_text())
    assert descendants() == before


def test_an_error_on_our_side_leaves_no_process(tmp_path):
    before = descendants()
    with pytest.raises(Obstacle), Processes(tmp_path) as processes:  # noqa: PT012
        start(processes, SLEEP)
        raise Obstacle
    assert descendants() == before


def test_a_process_that_ends_by_itself_is_told_with_its_last_words(tmp_path):
    with Processes(tmp_path) as processes:
        start(processes, "print('last words')")
        with pytest.raises(Obstacle, match="^last words\n\nProcessen trial er stoppet: se ") as told:
            wait_until(lambda: processes.pause(0.02))
    assert str(tmp_path / "trial.log") in str(told.value)


def test_nothing_starts_after_the_word_stop(tmp_path):
    before = descendants()
    with Processes(tmp_path) as processes:
        os.kill(os.getpid(), signal.SIGTERM)
        start(processes, SLEEP)
        assert descendants() == before
