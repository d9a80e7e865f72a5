"""`python -m plans.publication.pdf SECONDS BYTES < job.json > plan.pdf` makes one PDF within these limits.

It ends with a code of `job`; the first line on stderr is the reason, in Danish.
"""

import gc
import json
import os
import resource
import sys
from contextlib import suppress

from plans.publication.pdf.job import NOT_PRINTABLE, OUT_OF_MEMORY, Job, NotPrintable


def main(seconds: int, size: int) -> int:
    gc.disable()  # what layout makes lives to its end: collecting costs a fifth of the time and frees a tenth
    _keep_within(seconds, size)
    try:
        from plans.publication.pdf.typesetting import typeset  # WeasyPrint counts towards the limits

        data = typeset(Job(**json.load(sys.stdin.buffer)))
    except NotPrintable as reason:
        sys.stderr.write("\n".join([str(reason), *reason.details]))
        return NOT_PRINTABLE
    except (MemoryError, RecursionError):
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    os._exit(0)  # the system frees the layout at once, Python takes it apart piece by piece


def _keep_within(seconds: int, size: int) -> None:
    """A limit that the system does not have is left out: the parent watches the clock as well."""
    for kind, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, size)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
