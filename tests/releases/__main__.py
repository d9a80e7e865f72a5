"""Keep the database of a release, for the test that upgrades it: `python -m tests.releases 0.2.0`.

Run it with DATABASE_URL at the release's demo, with its database migrated by that release and no further.
The file is SQL that every PostgreSQL from 15 on takes, so it keeps the tables as that release made them.
"""

import lzma
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
DUMP = ("pg_dump", "--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=200", "--schema=public")
PASSING = ("django_session", "cache", "django_tasks_database_dbtaskresult", "usersessions_usersession")
# What pg_dump says to psql alone, or to the newest server alone.
UNSAID = re.compile(rb"^(\\(un)?restrict .*|SET transaction_timeout = .*|CREATE SCHEMA public;)\n", re.M)


def file_of(release: str) -> Path:
    return FOLDER / f"{release}.sql.xz"


def main(release: str) -> None:
    left_out = [f"--exclude-table-data={table}" for table in PASSING]
    command = [*DUMP, *left_out, os.environ["DATABASE_URL"]]
    sql = UNSAID.sub(b"", subprocess.run(command, check=True, capture_output=True).stdout)
    file_of(release).write_bytes(lzma.compress(sql, preset=9))


if __name__ == "__main__":
    main(sys.argv[1])
