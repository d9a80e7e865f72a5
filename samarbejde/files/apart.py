"""Other people's files are read in a process apart, with limits to its time, memory and output."""

import os
import resource
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_NEEDED = ("PATH", "HOME", "LANG", "LC_ALL")
_PROJECT = Path(__file__).resolve().parents[2]
SECONDS, MEMORY, LARGEST_OUTPUT = 20, 1_000_000_000, 25_000_000
PATIENCE = 3  # times `SECONDS` of the processor: a busy machine gives it little by little


class TooMuch(Exception):
    """It took more time or wrote more than it may."""


@dataclass(frozen=True)
class Done:
    status: int
    output: bytes
    complaints: bytes

    @property
    def failed(self) -> bool:
        return self.status != 0


def run_apart(arguments: list[str], content: bytes) -> Done:
    """Run a program with `content` on its standard input; raises `TooMuch` when it exceeds a limit."""
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                arguments, input=content, stdout=output, stderr=subprocess.PIPE,
                timeout=PATIENCE * SECONDS, preexec_fn=_limit, check=False, cwd=_PROJECT, env=_environment(),
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise TooMuch from error
        if done.returncode < 0:  # ended by a limit
            raise TooMuch
        output.seek(0)
        return Done(done.returncode, output.read(), done.stderr)


def _environment() -> dict[str, str]:
    """Without a password or key of the portal."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
