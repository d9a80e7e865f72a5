"""bin/setup: make the checkout ready to run. Well under a second when it already is."""

import fcntl
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from samarbejde import embedded_postgres, environment
from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, VAR, VENV
from samarbejde.running.packages import install_node_packages, install_python_packages
from samarbejde.running.system_packages import install_system_packages


def prepare(*, test: bool = False, ask: bool = False) -> None:
    """Raises Obstacle when something stands in the way that only the user can mend."""
    _refuse_unwritable()
    if not environment.given("DATABASE_URL"):
        embedded_postgres.refuse_closed_folder(CHECKOUT)
    with _alone():
        install_system_packages(test=test, ask=ask)
        install_python_packages(test=test)
        install_node_packages(test=test)


def run(command: Callable[[list[str]], int]) -> NoReturn:
    """Call a command's main function; what stands in its way is told in one sentence, without a traceback."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda caught, _: sys.exit(128 + caught))
    if signal.getsignal(signal.SIGINT) == signal.SIG_DFL:  # since `running` was loaded
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        sys.exit(command(sys.argv[1:]))
    except Obstacle as obstacle:
        sys.exit(str(obstacle))
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)


def _refuse_unwritable() -> None:
    for folder in (CHECKOUT, VENV, VAR, CHECKOUT / "node_modules"):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise Obstacle(
                f"Du kan ikke skrive i {folder}: kør 'sudo chown -R $(id -u) {CHECKOUT}', "
                "eller klon projektet til en mappe, der er din."
            )


@contextmanager
def _alone() -> Iterator[None]:
    VAR.mkdir(exist_ok=True)
    with open(VAR / "setup.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main(arguments: list[str]) -> int:
    if unknown := set(arguments) - {"--test", "--no-input"}:
        raise Obstacle(
            f"Ukendt valg {' '.join(sorted(unknown))}: kør 'bin/setup', evt. med --test eller --no-input."
        )
    prepare(test="--test" in arguments, ask=sys.stdin.isatty() and "--no-input" not in arguments)
    return 0


if __name__ == "__main__":
    run(main)
