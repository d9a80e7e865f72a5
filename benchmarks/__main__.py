"""Print what pages and PDF cost: `.venv/bin/python -m benchmarks`. Uses a database of its own.

Times depend on the machine and on what else it does; queries, ratios and megabytes are to be compared.
"""

import logging
import os

import django

SIZES = ((1, 1), (12, 20))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.test.utils import get_runner, setup_test_environment

    from benchmarks.printing import print_pages, print_pdf
    from samarbejde.database import as_owner
    from tests.database import as_portal

    logging.disable(logging.INFO)  # pages are counted, not read
    setup_test_environment(debug=False)
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    with as_owner():
        databases = runner.setup_databases()
        try:
            with as_portal():
                print_pages({size: _pages_at(*size) for size in SIZES})
                _empty()
                print_pdf()
        finally:
            runner.teardown_databases(databases)


def _pages_at(districts: int, years: int):
    from benchmarks.pages import measure
    from benchmarks.population import populate

    _empty()
    return list(measure(populate(districts, years)))


def _empty() -> None:
    """Nothing but the register."""
    from django.core.management import call_command

    from councils.register.seeding import load_register

    call_command("flush", interactive=False, verbosity=0)
    load_register()


if __name__ == "__main__":
    main()
