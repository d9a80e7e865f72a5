"""Which PostgreSQL the portal uses: the one DATABASE_URL names, else the embedded one in `var/`.

Can be imported before the packages are installed.
"""

import os
from pathlib import Path
from typing import Any

from samarbejde import embedded_postgres
from samarbejde.obstacle import Obstacle

SCHEMES = ("postgres://", "postgresql://", "pgsql://")


def connection_settings(checkout: Path) -> dict[str, Any]:
    """Django's settings for the database; raises Obstacle when DATABASE_URL is no PostgreSQL address."""
    address = os.environ.get("DATABASE_URL")
    if not address:
        return embedded_postgres.connection_settings(embedded_root(checkout))
    if not address.startswith(SCHEMES):
        raise Obstacle(
            "DATABASE_URL skal være en PostgreSQL-adresse: kør "
            "'export DATABASE_URL=postgresql://bruger@vært/base', "
            "eller kør 'unset DATABASE_URL' og brug den indbyggede."
        )
    import dj_database_url

    return {**dj_database_url.parse(address)}


def embedded_root(checkout: Path) -> Path:
    return checkout / "var" / "postgres"


def start(checkout: Path) -> None:
    """Start the embedded server, if it is the one that is used."""
    if not os.environ.get("DATABASE_URL"):
        embedded_postgres.start(embedded_root(checkout))


def start_for_tests(checkout: Path) -> None:
    """Unless DATABASE_URL names one: a server that never waits for the disk, beside the demo's data."""
    if not os.environ.get("DATABASE_URL"):
        root = checkout / "var" / "postgres-tests"
        embedded_postgres.start(root, fast=True)
        os.environ["DATABASE_URL"] = embedded_postgres.url(root)
