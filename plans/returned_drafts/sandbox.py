"""Returned documents are read in a process of their own, with limits."""

import json
import logging
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from plans.returned_drafts.program import READ, REFUSED
from plans.returned_drafts.reading.findings import Finding
from samarbejde.files.apart import TooMuch, run_apart
from samarbejde.files.word_packages import DAMAGED
from samarbejde.transitions import Refused

_TOO_HEAVY = "Dokumentet er for tungt at læse. Slet billederne i det, gem det, og prøv igen."

log = logging.getLogger(__name__)


def read_apart(
    returned: bytes, ours: Sequence[bytes], sections: Sequence[Mapping[str, Any]]
) -> list[Finding]:
    """`ours` are the plan in Word, as it was and is; raises `Refused` with a Danish reason."""
    asked = {"lengths": [len(returned), *map(len, ours)], "sections": list(sections)}
    program = [sys.executable, "-m", "plans.returned_drafts.program"]
    content = b"".join([json.dumps(asked).encode(), b"\n", returned, *ours])
    try:
        done = run_apart(program, content)
    except TooMuch as error:
        raise Refused(_TOO_HEAVY) from error
    if done.failed or not done.output.startswith((READ, REFUSED)):
        log.warning("A returned draft could not be read: %s", done.complaints.decode(errors="replace"))
        raise Refused(_TOO_HEAVY if b"MemoryError" in done.complaints else DAMAGED)
    if done.output.startswith(REFUSED):
        raise Refused(done.output.removeprefix(REFUSED).decode())
    return [Finding(**one) for one in json.loads(done.output.removeprefix(READ))]
