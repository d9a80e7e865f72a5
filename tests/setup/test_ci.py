""".ci/run as root on a checkout that only root may enter: it runs elsewhere, and changes nothing here."""

import os
import subprocess
from pathlib import Path

import pytest

from samarbejde import embedded_postgres
from samarbejde.running import CHECKOUT

TELLS = """#!/bin/sh
pwd
ls -d ../shared/seeds .venv var node_modules 2>/dev/null
ls -ld .. | cut -c1-10
su nobody -s /bin/sh -c "test -x $PWD/bin" && echo entered
echo "$@"
exit 7
"""
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")


@pytest.fixture
def closed_checkout(checkout: Path) -> Path:
    """Where only root may enter, with a neighbour and leftovers; its bin/test tells where it runs."""
    (checkout / ".ci").mkdir()
    (checkout / ".ci" / "run").write_text((CHECKOUT / ".ci" / "run").read_text())
    (checkout / "bin" / "test").write_text(TELLS)
    for leftover in (".venv", "var", "node_modules"):
        (checkout / leftover).mkdir()
    closed = checkout.parent / "closed"
    (closed / "shared" / "seeds").mkdir(parents=True)
    closed.chmod(0o700)
    return checkout.rename(closed / "checkout")


def run_ci(checkout: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        ["bash", ".ci/run", "-k", "two words"],
        cwd=checkout,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def modes(folder: Path) -> dict[Path, int]:
    return {each: each.stat().st_mode for each in [folder, *folder.parents]}


@only_root
def test_a_closed_checkout_is_tested_on_a_copy_in_the_open(closed_checkout):
    before = modes(closed_checkout)
    done = run_ci(closed_checkout)
    place, *told = done.stdout.splitlines()

    assert told == ["../shared/seeds", "drwxr-xr-x", "entered", "-k two words"], done.stderr
    assert done.returncode == 7
    assert modes(closed_checkout) == before
    assert not Path(place).parent.exists()


@only_root
def test_the_copys_server_ends_with_it(closed_checkout):
    start = "from samarbejde import embedded_postgres as e, running; e.start(running.VAR / 'postgres-tests')"
    venv = CHECKOUT / ".venv" / "bin" / "python"
    (closed_checkout / "bin" / "test").write_text(f'#!/bin/sh\npwd\nexec {venv} -c "{start}"\n')
    done = run_ci(closed_checkout)
    root = Path(done.stdout.strip()) / "var" / "postgres-tests"

    assert done.returncode == 0, done.stderr
    assert not Path(embedded_postgres.connection_settings(root)["HOST"]).exists()


@only_root
def test_an_open_checkout_is_tested_where_it_is(closed_checkout):
    closed_checkout.parent.chmod(0o755)
    assert run_ci(closed_checkout).stdout.startswith(f"{closed_checkout}\n")
