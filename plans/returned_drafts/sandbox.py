"""Returned documents are read in a process of their own, with limits."""

import json
from collections.abc import Sequence

from plans.returned_drafts.reading.findings import Finding
from plans.returned_drafts.reading.sections import ToldSection
from samarbejde.files.apart import answer_apart
from samarbejde.files.word_packages import DAMAGED

_TOO_HEAVY = "Dokumentet er for tungt at læse. Slet billederne i det, gem det, og prøv igen."


def read_apart(returned: bytes, ours: Sequence[bytes], sections: Sequence[ToldSection]) -> list[Finding]:
    """`ours` are the plan in Word, as it was and is; raises `Refused` with a Danish reason."""
    asked = {"lengths": [len(returned), *map(len, ours)], "sections": list(sections)}
    said = answer_apart(
        ["plans.returned_drafts.program"],
        b"".join([json.dumps(asked).encode(), b"\n", returned, *ours]),
        too_heavy=_TOO_HEAVY,
        damaged=DAMAGED,
    )
    return [Finding(**one) for one in json.loads(said)]
