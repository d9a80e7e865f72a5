"""How much work something is. A clock would measure the machine."""

import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from samarbejde.transitions import Refused

Tracer = Callable[[FrameType, str, object], object]


def steps(work: Callable[[], object]) -> int:
    """How many instructions of Python are taken until it is done or refused.

    Those of the package that counts which lines the tests reach are not among them.
    """
    taken = 0
    aside: FrameType | None = None

    def count(frame: FrameType, event: str, _: object) -> Tracer | None:
        nonlocal taken, aside
        if aside:
            aside = None if (frame, event) == (aside, "return") else aside
            return None
        if str(frame.f_globals.get("__name__")).startswith("slipcover"):
            aside, frame.f_trace_lines = frame, False
            return count
        frame.f_trace_opcodes = True
        taken += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        with suppress(Refused):
            work()
    finally:
        sys.settrace(before)
    return taken
