"""A document is read in a process apart: whatever it does there, the answer is a plan or a sentence."""

import io
import json
import logging
import pickle  # nosec B403: unpickles the classes of a reading and no other
import sys
from collections.abc import Mapping
from typing import Any

from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.program import READ, REFUSED
from samarbejde.files.apart import TooMuch, run_apart
from samarbejde.transitions import Refused

_TOO_HEAVY = (
    "Dokumentet er for tungt at læse. Vælg en fil, der kun indeholder planen, eller gem den som tekst."
)
_DAMAGED = (
    "Filen kan ikke læses og er nok beskadiget. Åbn den i det program, den er lavet i, gem den igen, "
    "og prøv så."
)
_FOUND = ("Plan", "Section", "Signatory", "FocusArea", "PreventionArea", "Duty", "Figure")
_BLOCKS = ("Run", "Heading", "Paragraph", "Item", "Table", "Cell", "Footnote", "Holds")
_CLASSES = {
    *(("plans.importing.findings.plan", f"Read{name}") for name in _FOUND),
    *(("plans.importing.blocks.blocks", name) for name in _BLOCKS),
    *(("plans.importing.findings.questions", name) for name in ("Question", "Questions")),
    ("datetime", "date"),
    ("decimal", "Decimal"),
}

log = logging.getLogger(__name__)


def read_apart(name: str, content: bytes) -> dict[str, Any]:
    """The blocks of a file, as they are stored; raises `Refused` with a Danish reason."""
    blocks: dict[str, Any] = json.loads(_answer("read", {"name": name}, content))
    return blocks


def find_apart(
    blocks: Mapping[str, Any],
    places: Places,
    answers: Mapping[str, str],
    corrections: Mapping[str, str] | None = None,
) -> ReadPlan:
    """The plan in stored blocks, read with `answers` to its questions; raises `Refused` for what is none."""
    asked = {
        "districts": [*places.districts],
        "municipalities": [*places.municipalities],
        "answers": dict(answers),
        "corrections": dict(corrections or {}),
    }
    plan: ReadPlan = _Found(io.BytesIO(_answer("find", asked, json.dumps(blocks).encode()))).load()
    return plan


def _answer(task: str, asked: Mapping[str, object], content: bytes) -> bytes:
    program = [sys.executable, "-m", "plans.importing.program", task]
    try:
        done = run_apart(program, json.dumps(asked).encode() + b"\n" + content)
    except TooMuch as error:
        raise Refused(_TOO_HEAVY) from error
    if done.failed or not done.output.startswith((READ, REFUSED)):
        log.warning("A document could not be read: %s", done.complaints.decode(errors="replace"))
        raise Refused(_TOO_HEAVY if b"MemoryError" in done.complaints else _DAMAGED)
    if done.output.startswith(REFUSED):
        raise Refused(done.output.removeprefix(REFUSED).decode())
    return done.output.removeprefix(READ)


class _Found(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
