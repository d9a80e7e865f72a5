"""A document is read in a process apart: whatever it does there, the answer is a plan or a sentence."""

import io
import json
import pickle  # nosec B403: unpickles the classes of a reading and no other
from collections.abc import Mapping

from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from samarbejde.files.apart import answer_apart

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


def read_apart(name: str, content: bytes) -> dict[str, object]:
    """The blocks of a file, as they are stored; raises `Refused` with a Danish reason."""
    blocks: dict[str, object] = json.loads(_answer("read", {"name": name}, content))
    return blocks


def find_apart(
    blocks: Mapping[str, object],
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
    return answer_apart(
        ["plans.importing.program", task],
        json.dumps(asked).encode() + b"\n" + content,
        too_heavy=_TOO_HEAVY,
        damaged=_DAMAGED,
    )


class _Found(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
