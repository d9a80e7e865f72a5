"""A PDF is made in a process of its own, which may take 60 seconds and 1.5 GB and no more."""

import logging
import os
import signal
import subprocess  # nosec B404: runs this Python with a fixed module, no shell
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from plans.document.snapshot import Snapshot
from plans.publication.pdf.job import NO_PANGO, NOT_PRINTABLE, OUT_OF_MEMORY, Job
from plans.publication.pdf.passing_files import passing_folder
from plans.publication.pdf.rendering import WHOLE, print_job
from samarbejde.transitions import Refused

NOT_MADE = "PDF'en blev ikke lavet"
SECONDS = 60
SIZE = 1_500_000_000  # bytes
_NEEDED = ("HOME", "LANG", "LC_ALL", "XDG_CACHE_HOME", "DYLD_FALLBACK_LIBRARY_PATH")
_PROJECT = Path(__file__).resolve().parents[3]

log = logging.getLogger(__name__)


class PangoMissing(Refused):
    """The server cannot make any PDF; it can be made as soon as somebody has installed Pango."""


class Stopped(Refused):
    """Somebody stops the server: the PDF is to be made again when it runs."""


def render_pdf_safely(
    snapshot: Snapshot, *, edition: int, published_on: date, checked: bool = False, template: str = WHOLE
) -> bytes:
    """The PDF; raises `Refused` with a Danish reason when it cannot be made within the limits.

    `checked` refuses one that breaks a rule of `checking` too.
    """
    job = print_job(snapshot, edition=edition, published_on=published_on, template=template)
    return run(replace(job, checked=checked))


def can_make_pdf() -> bool:
    """Whether Pango is there by now: asked of a new process, as the next PDF will."""
    command = [sys.executable, "-m", "plans.publication.pdf", "--check"]
    with passing_folder() as folder:
        done = subprocess.run(  # nosec B603
            command, capture_output=True, cwd=_PROJECT, env=environment(folder), check=False
        )
    return done.returncode == 0


def run(job: Job, *, seconds: int = SECONDS, size: int = SIZE) -> bytes:
    command = [sys.executable, "-m", "plans.publication.pdf", str(seconds), str(size)]
    with passing_folder() as folder:
        try:
            done = subprocess.run(  # nosec B603
                command,
                input=job.as_json(),
                capture_output=True,
                timeout=seconds,
                cwd=_PROJECT,
                env=environment(folder),
            )
        except subprocess.TimeoutExpired:
            raise Refused(_too_slow(seconds)) from None
    if done.returncode:
        raise _refusal(done, seconds)
    return done.stdout


def _refusal(done: subprocess.CompletedProcess[bytes], seconds: int) -> Refused:
    if done.returncode in (-signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP):
        return Stopped(f"{NOT_MADE}, fordi serveren blev stoppet imens. Prøv igen om lidt.")
    if done.returncode == NO_PANGO:
        return PangoMissing(f"{NOT_MADE}, fordi Pango mangler på serveren. Bed driften køre bin/setup.")
    return Refused(_reason(done, seconds))


def _reason(done: subprocess.CompletedProcess[bytes], seconds: int) -> str:
    said = done.stderr.decode(errors="replace").strip()
    log.warning("The PDF process ended with %s: %s", done.returncode, said)
    if done.returncode == NOT_PRINTABLE:
        return f"{NOT_MADE}. {said.splitlines()[0]}"
    if done.returncode == -signal.SIGXCPU:
        return _too_slow(seconds)
    if done.returncode < 0 or done.returncode == OUT_OF_MEMORY:
        return f"{NOT_MADE}, fordi planen kræver for meget hukommelse. Del de længste afsnit og tabeller."
    return f"{NOT_MADE} på grund af en fejl i portalen. Driften kan se fejlen i loggen."


def _too_slow(seconds: int) -> str:
    return f"PDF'en blev ikke færdig på {seconds} sekunder. Del planens længste afsnit, og prøv igen."


def environment(folder: str) -> dict[str, str]:
    """The child's: no password or key of the portal, and `folder`, an empty one, for its passing files.

    No program is on its PATH either: Python would ask a C compiler where Pango lies, for 0.1 s each time.
    """
    needed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return needed | {"TMPDIR": folder, "PATH": folder}
