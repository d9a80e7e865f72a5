"""Other people's files are read in a process apart, with limits to its time, memory and output."""

import resource
import subprocess
import tempfile
from dataclasses import dataclass

SECONDS, MEMORY, LARGEST_OUTPUT = 20, 1_000_000_000, 25_000_000


class TooMuch(Exception):
    """It took more time or wrote more than it may."""


@dataclass(frozen=True)
class Done:
    failed: bool
    output: bytes
    complaints: bytes


def run_apart(arguments: list[str], content: bytes) -> Done:
    """Run a program with `content` on its standard input; raises `TooMuch` when it exceeds a limit."""
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                arguments, input=content, stdout=output, stderr=subprocess.PIPE,
                timeout=SECONDS, preexec_fn=_limit, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise TooMuch from error
        if done.returncode < 0:  # ended by a limit
            raise TooMuch
        output.seek(0)
        return Done(done.returncode != 0, output.read(), done.stderr)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
