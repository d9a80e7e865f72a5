"""pg_dump and pg_restore: those of this machine, or those in the wheel of the embedded PostgreSQL."""

import os
import re
import shutil
import subprocess  # nosec B404: runs PostgreSQL's own programs, no shell
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple, cast

from samarbejde import embedded_postgres
from samarbejde.obstacle import Obstacle

DEBIAN = Path("/usr/lib/postgresql")  # one folder for each version


class Program(NamedTuple):
    version: int  # the major one
    path: Path


def program(name: str, *, at_least: int) -> Program:
    """The oldest on this machine that is not older than this major version of PostgreSQL.

    An older pg_dump refuses the server; a newer pg_restore says things that an older server does not know.
    """
    found = [one for one in map(_program, _everywhere(name)) if one.version >= at_least]
    if not found:
        raise Obstacle(
            f"Programmet {name} mangler her, i version {at_least} eller nyere: "
            f"kør 'sudo apt-get install -y postgresql-client-{at_least}'."
        )
    return min(found)


@contextmanager
def running(
    program: Program, *arguments: str, environment: dict[str, str]
) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Its input and its output; raises Obstacle with what it said when it fails."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # nosec B603
        [program.path, *arguments], env=os.environ | environment, stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        given, output, complaints = (
            cast(IO[bytes], stream) for stream in (process.stdin, process.stdout, process.stderr)
        )
        yield given, output
        with suppress(BrokenPipeError):  # it says itself why it stopped reading
            given.close()
        said = complaints.read().decode(errors="replace").strip()
    if process.returncode:
        raise Obstacle(f"{said}\n{program.path.name} fejlede: ret det, der står ovenfor, og prøv igen.")


def _program(path: Path) -> Program:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # nosec B603
    number = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return Program(int(number[1]) if number else 0, path)


def _everywhere(name: str) -> Iterator[Path]:
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)
    for folder in (*DEBIAN.glob("*/bin"), *embedded_postgres.program_folders()):
        if (folder / name).exists():
            yield folder / name
