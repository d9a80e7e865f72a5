"""The first request of a process that has served nothing, with no page made: its cost and its memory."""

import json
import logging
import os
import resource
import subprocess
import sys
from time import perf_counter
from typing import Any


def first_request(address: str) -> dict[str, Any]:
    """The fields of a `Cost` but its name."""
    from django.conf import settings

    from tests.database import address as database

    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_request", address],
        check=True,
        capture_output=True,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": database()},
    )
    return dict(json.loads(done.stdout))


def main(address: str) -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"  # its folder of made pages is new, and empty
    django.setup()
    logging.disable(logging.INFO)
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    setup_test_environment(debug=False)
    with CaptureQueriesContext(connection) as captured:
        begun = perf_counter()
        answer = Client().get(address)
        milliseconds = (perf_counter() - begun) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = kilobytes / 1024 / (1024 if sys.platform == "darwin" else 1)
    cost = {"queries": len(captured), "milliseconds": milliseconds, "bytes": len(answer.content)}
    print(json.dumps(cost | {"compressed": 0, "megabytes": megabytes}))


if __name__ == "__main__":
    main(sys.argv[1])
