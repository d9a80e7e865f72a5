"""The files to be filled in name every variable that a portal in operation has, and no other."""

import os
import subprocess
from secrets import token_urlsafe

import pytest

from samarbejde.environment import AT_HOME, VARIABLES, read
from samarbejde.running import CHECKOUT

DEPLOY = CHECKOUT / "deploy"
OF_GUNICORN = {"WEB_CONCURRENCY"}


def names(file: str) -> list[str]:
    lines = (DEPLOY / file).read_text().splitlines()
    return [line.lstrip("#").partition("=")[0] for line in lines if "=" in line and not line.startswith("# ")]


@pytest.fixture
def configuration(tmp_path):
    """Filled in."""
    portal = (DEPLOY / "portal.env").read_text().replace("_KEY=\n", f"_KEY={token_urlsafe(50)}\n")
    (tmp_path / "portal.env").write_text(portal)
    (tmp_path / "owner.env").write_text((DEPLOY / "owner.env").read_text())
    return tmp_path


def as_the_shell_reads(folder) -> dict[str, str]:
    command = f"set -a; . {folder}/portal.env; . {folder}/owner.env; env -0"
    done = subprocess.run(["env", "-i", "sh", "-c", command], capture_output=True, text=True, check=True)
    return dict(line.split("=", 1) for line in done.stdout.split("\0") if line)


def test_every_variable_stands_in_one_of_the_files():
    assert sorted([*names("portal.env"), *names("owner.env")]) == sorted(
        {*VARIABLES, *OF_GUNICORN} - set(AT_HOME)
    )


def test_what_the_shell_would_read_as_more_than_text_stands_in_quotes(configuration):
    """As `portal.env` itself asks for it; systemd reads single quotes the same way."""
    odd = "postgresql://a:k&o$d;e#@db1,db2/samarbejde?target_session_attrs=read-write&sslmode=require"
    with (configuration / "portal.env").open("a") as file:
        file.write(f"DATABASE_URL='{odd}'\n")
    assert as_the_shell_reads(configuration)["DATABASE_URL"] == odd
    assert "$, &, ; eller # står i enkelte anførselstegn" in (DEPLOY / "portal.env").read_text()


def test_the_portal_starts_with_them(configuration):
    given = read(as_the_shell_reads(configuration))
    assert given.from_email == "Samarbejde <ingen-svar@example.dk>"
    assert given.samarbejde_proxy
    assert given.database_owner_url != given.database_url


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
def test_manage_runs_with_them_as_the_portals_user(configuration):
    asked = "import os; print(os.geteuid(), os.environ['SITE_URL'])"
    done = subprocess.run(
        [DEPLOY / "manage", "shell", "--no-imports", "-c", asked],
        env={"PATH": os.environ["PATH"], "CONFIGURATION": str(configuration), "RUN_AS": "nobody"},
        cwd="/",
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["65534", "https://samarbejde.example.dk"], done.stderr
