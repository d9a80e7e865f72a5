"""What the process that asks for a PDF and the one that makes it say to each other.

Without Django and WeasyPrint: each side has only one of them.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

NOT_PRINTABLE, OUT_OF_MEMORY, NO_PANGO = 3, 4, 5  # exit codes


class NotPrintable(Exception):
    """A plan cannot become a PDF as it stands. The message is Danish and says what to change.

    `details` are for the log.
    """

    def __init__(self, reason: str, details: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.details = details


_NO_MEMORY = ("failed to map segment", "cannot allocate memory", "can't start new thread")


def is_want_of_memory(error: Exception) -> bool:
    """Compiled code at its limit says so in many ways: SystemError is what Python makes of none at all."""
    said = str(error).casefold()
    return isinstance(error, MemoryError | RecursionError | SystemError) or any(
        words in said for words in _NO_MEMORY
    )


@dataclass(frozen=True)
class Job:
    html: str
    css: str
    css_address: str
    files: dict[str, str]  # every address that the style sheet names → its path on disk
    checked: bool = False  # whether a PDF that breaks a rule is none

    def as_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()
