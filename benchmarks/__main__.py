"""Print what pages, post, a round of proposals and PDF cost: `.venv/bin/python -m benchmarks`.

With `rounds` behind it prints the round alone. Uses a database of its own, and writing it takes minutes.
Times depend on the machine and on what else it does; queries, bytes, ratios and megabytes are to be compared.
Ends with 1 where a goal in counts is missed.
"""

import logging
import os
import sys
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from benchmarks.pages import Cost
    from benchmarks.rounds import RoundCost, Size

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
                return _report_of_rounds() if sys.argv[1:] == ["rounds"] else _report()
        finally:
            runner.teardown_databases(databases)


def _report() -> int:
    from benchmarks import long_plans, printing, queues

    costs = {size: _pages_at(*size) for size in SIZES}
    printing.print_pages(costs)
    printing.print_queue(queues.measure())
    _empty()
    printing.print_long_plans(long_plans.measure())
    missed = _report_of_rounds()
    printing.print_pdf()
    return int(missed or any(printing.faults(row) for row in zip(*costs.values(), strict=True)))


def _report_of_rounds() -> int:
    from benchmarks import printing, rounds

    costs = {size: _round_of(size) for size in rounds.SIZES}
    printing.print_rounds(costs)
    return int(printing.missed_in_rounds(costs))


def _pages_at(districts: int, years: int) -> "list[Cost]":
    from benchmarks.pages import measure
    from benchmarks.population import populate

    _empty()
    district = populate(districts, years)
    _analyze()
    return list(measure(district))


def _round_of(size: "Size") -> "RoundCost":
    from benchmarks.rounds import measure, prepare

    _empty()
    district = prepare(size)
    _analyze()
    return measure(district)


def _analyze() -> None:
    """As the server does by itself after a while."""
    from django.db import connection

    from samarbejde.database import as_owner

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _empty() -> None:
    """Nothing but the register."""
    from django.core.management import call_command

    from councils.register.seeding import load_register

    call_command("flush", interactive=False, verbosity=0)
    load_register()


if __name__ == "__main__":
    sys.exit(main())
