"""How much work something is. A clock would measure the machine."""

import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from samarbejde.transitions import Refused

Tracer = Callable[[FrameType, str, object], object]


def steps(work: Callable[[], object]) -> int:
    """How many instructions of Python are taken until it is done or refused."""
    taken = 0

    def count(frame: FrameType, event: str, _: object) -> Tracer:
        nonlocal taken
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
