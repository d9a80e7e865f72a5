"""Processes that start together and end together."""

import os
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from samarbejde.obstacle import Obstacle

PATIENCE = 10  # seconds that a process gets to finish what it is doing


class Processes:
    """Runs commands in the background until Ctrl-C, TERM or a closed terminal, or until one of them ends.

    Each gets a process group and a log file of its own: none outlives us, whatever it has started itself.
    """

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.told_to_stop = False
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # only noted, so that it never comes between the start of a process and the memory of it
            signal.signal(number, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._running.values():
            _signal_group(process, signal.SIGTERM)
        for process in self._running.values():
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                pass
            _signal_group(process, signal.SIGKILL)  # also what it left behind
            process.wait()

    def start(self, name: str, command: list[str | Path], environment: dict[str, str]) -> None:
        if self.told_to_stop:
            return
        with open(self.logs / f"{name}.log", "wb") as log:
            self._running[name] = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
                process_group=0,
            )

    def pause(self, seconds: float) -> None:
        """Wait a little; raises Obstacle when a process has ended by itself."""
        time.sleep(seconds)
        for name, process in self._running.items():
            if process.poll() is not None and not self.told_to_stop:
                log = self.logs / f"{name}.log"
                last_lines = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
                raise Obstacle(
                    f"Processen {name} er stoppet: se {log}, og kør 'bin/demo' igen.", said=last_lines
                )

    def _note(self, *_: object) -> None:
        self.told_to_stop = True


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        pass
