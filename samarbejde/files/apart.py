"""Other people's files are read in a process apart, with limits to its time, memory and output.

A program of ours that reads them answers on standard output (`answer`), and is asked by `answer_apart`.
"""

import logging
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from samarbejde.transitions import Refused

_NEEDED = ("PATH", "HOME", "LANG", "LC_ALL")
_PROJECT = Path(__file__).resolve().parents[2]
REFUSED = 3  # a program ends with it whose answer is a sentence that says why
SECONDS, MEMORY, LARGEST_OUTPUT = 20, 1_000_000_000, 25_000_000
PATIENCE = 3  # times `SECONDS` of the processor: a busy machine gives it little by little


log = logging.getLogger(__name__)


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


def answer_apart(arguments: list[str], content: bytes, *, too_heavy: str, damaged: str) -> bytes:
    """What a program of ours, a module with its arguments, makes of `content`.

    Raises `Refused` with the program's own reason, or with one of these in Danish.
    """
    try:
        done = run_apart([sys.executable, "-m", *arguments], content)
    except TooMuch as error:
        raise Refused(too_heavy) from error
    if done.status == REFUSED:
        raise Refused(done.output.decode())
    if done.failed:
        log.warning("A document could not be read: %s", done.complaints.decode(errors="replace"))
        raise Refused(too_heavy if b"MemoryError" in done.complaints else damaged)
    return done.output


def answer(task: Callable[[bytes], bytes]) -> int:
    """What such a program does, and the status that it ends with."""
    status = 0
    try:
        said = task(sys.stdin.buffer.read())
    except Refused as refusal:
        said, status = str(refusal).encode(), REFUSED
    sys.stdout.buffer.write(said)
    return status


def _environment() -> dict[str, str]:
    """Without a password or key of the portal."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
