"""A document is read in a process apart: whatever it does there, the answer is a plan or a sentence."""

import io
import json
import logging
import pickle  # nosec B403: unpickles the classes of a reading and no other
import sys
from typing import Any

from plans.importing.findings import ReadPlan
from plans.importing.places import Places
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
_CLASSES = {
    *(("plans.importing.findings", f"Read{name}") for name in _FOUND),
    ("plans.importing.blocks", "Block"),
    ("datetime", "date"),
    ("decimal", "Decimal"),
}

log = logging.getLogger(__name__)


def read_apart(name: str, content: bytes, places: Places) -> ReadPlan:
    """Raises `Refused` with a Danish reason for what is no plan, cannot be read, or exceeds the limits."""
    asked = {"name": name, "districts": [*places.districts], "municipalities": [*places.municipalities]}
    try:
        done = run_apart(
            [sys.executable, "-m", "plans.importing.program"], json.dumps(asked).encode() + b"\n" + content
        )
    except TooMuch as error:
        raise Refused(_TOO_HEAVY) from error
    if done.failed:
        log.warning("A document could not be read: %s", done.complaints.decode(errors="replace"))
        raise Refused(_TOO_HEAVY if b"MemoryError" in done.complaints else _DAMAGED)
    answer: ReadPlan | str = _Answer(io.BytesIO(done.output)).load()
    if isinstance(answer, str):
        raise Refused(answer)
    return answer


class _Answer(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
