"""Print what pages, post and PDF cost: `.venv/bin/python -m benchmarks`. Uses a database of its own.

Times depend on the machine and on what else it does; queries, bytes, ratios and megabytes are to be compared.
Ends with 1 where a goal in counts is missed. Writing the larger population takes minutes.
"""

import logging
import os
import sys
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from benchmarks.pages import Cost

SIZES = ((1, 2), (12, 20))  # each plan has one before it


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.test.utils import get_runner, setup_test_environment

    from samarbejde.database import as_owner
    from tests.database import as_portal

    logging.disable(logging.INFO)  # pages are counted, not read
    setup_test_environment(debug=False)
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    with as_owner():
        databases = runner.setup_databases()
        try:
            with as_portal():
                return _report()
        finally:
            runner.teardown_databases(databases)


def _report() -> int:
    from benchmarks import long_plans, queues
    from benchmarks.printing import faults, print_long_plans, print_pages, print_pdf, print_queue

    costs = {size: _pages_at(*size) for size in SIZES}
    print_pages(costs)
    print_queue(queues.measure())
    _empty()
    print_long_plans(long_plans.measure())
    print_pdf()
    return int(any(faults(row) for row in zip(*costs.values(), strict=True)))


def _pages_at(districts: int, years: int) -> "list[Cost]":
    from django.db import connection

    from benchmarks.pages import measure
    from benchmarks.population import populate
    from samarbejde.database import as_owner

    _empty()
    district = populate(districts, years)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself after a while
    return list(measure(district))


def _empty() -> None:
    """Nothing but the register."""
    from django.core.management import call_command

    from councils.register.seeding import load_register

    call_command("flush", interactive=False, verbosity=0)
    load_register()


if __name__ == "__main__":
    sys.exit(main())
