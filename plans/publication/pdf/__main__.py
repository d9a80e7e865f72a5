"""`python -m plans.publication.pdf SECONDS BYTES < job.json > plan.pdf` makes one PDF within these limits.

It ends with a code of `job`; the first line on stderr is the reason, in Danish.
`python -m plans.publication.pdf --check` only tells by its code whether it could make one.
"""

import gc
import json
import os
import resource
import signal
import sys
from contextlib import suppress

from plans.publication.pdf.job import (
    NO_PANGO,
    NOT_PRINTABLE,
    OUT_OF_MEMORY,
    Job,
    NotPrintable,
    is_want_of_memory,
)


def main(seconds: int, size: int) -> int:
    gc.disable()  # what layout makes lives to its end: collecting costs a fifth of the time and frees a tenth
    _leave_signals_to_the_parent()
    _keep_within(seconds, size)
    try:
        if not _has_pango():  # WeasyPrint counts towards the limits
            return NO_PANGO
        from plans.publication.pdf.printing import made

        data = made(Job(**json.load(sys.stdin.buffer)))
    except NotPrintable as reason:
        sys.stderr.write("\n".join([str(reason), *reason.details]))
        return NOT_PRINTABLE
    except Exception as error:
        if not is_want_of_memory(error):
            raise
        with suppress(MemoryError):
            sys.stderr.write(repr(error))
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    os._exit(0)  # the system frees the layout at once, Python takes it apart piece by piece


def _has_pango() -> bool:
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        if is_want_of_memory(error):
            raise
        return False
    return True


def _leave_signals_to_the_parent() -> None:
    """Whoever stops the worker stops its whole group; the worker ends what it has in hand first."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _keep_within(seconds: int, size: int) -> None:
    """A limit that the system does not have is left out: the parent watches the clock as well."""
    for kind, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, size)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if _has_pango() else NO_PANGO)
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
