"""The portal starts with an environment that is whole, or says in one sentence each what is wrong with it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from samarbejde import environment
from samarbejde.environment import VARIABLES
from samarbejde.environment.__main__ import listing
from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT
from tests.setup.test_demo import free_port

WHOLE = {
    "SECRET_KEY": "abcde" * 10,
    "SECOND_FACTOR_KEY": "fghij" * 10,
    "SITE_URL": "https://samarbejde.example.dk",
    "ALLOWED_HOSTS": "samarbejde.example.dk",
    "FROM_EMAIL": "Samarbejde <ingen-svar@example.dk>",
    "DATABASE_URL": "postgresql://samarbejde:hemmeligt@localhost/samarbejde",
}
KEYS = ["SECRET_KEY", "SECOND_FACTOR_KEY"]
DEMO = {"SAMARBEJDE_DEMO": "1"}


def refusals(**changed: str | None) -> list[str]:
    return refused_in({name: value for name, value in (WHOLE | changed).items() if value is not None})


def refused_in(given: dict[str, str]) -> list[str]:
    try:
        environment.read(given)
    except Obstacle as obstacle:
        return str(obstacle).splitlines()
    return []


def bare(given: dict[str, str]) -> dict[str, str]:
    """What a process gets: nothing of ours but `given`."""
    others = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return others | {"DJANGO_SETTINGS_MODULE": "samarbejde.settings"} | given


def run(*command: str, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=CHECKOUT, env=bare(given), capture_output=True, text=True, timeout=60
    )


def test_a_whole_environment_is_read():
    read = environment.read(WHOLE | {"EMAIL_URL": "smtp+tls://u:p%40@mail.example.dk:587"})
    assert read.allowed_hosts == ["samarbejde.example.dk"]
    assert (read.email_url.hostname, read.email_url.port) == ("mail.example.dk", 587)
    assert (read.samarbejde_https, read.samarbejde_proxy, read.samarbejde_demo) == (True, False, False)


@pytest.mark.parametrize("given", [None, "", "  "])
@pytest.mark.parametrize("name", WHOLE)
def test_what_is_needed_and_missing_is_named(name, given):
    (sentence,) = refusals(**{name: given})
    assert sentence.startswith(f"{name} mangler: sæt den til")


def test_everything_that_is_wrong_is_said_at_once():
    told = refused_in({"SAMARBEJDE_PROXY": "true", "SAMARBEJDE_PROXI": "1", "EMAIL_URL": "smpt://mail"})
    assert sorted(sentence.split()[0] for sentence in told) == sorted(
        [*WHOLE, "SAMARBEJDE_PROXY", "SAMARBEJDE_PROXI", "EMAIL_URL"]
    )


@pytest.mark.parametrize("word", ["true", "True", "yes", "ja", "on", "false", "2", "01", "1 1"])
@pytest.mark.parametrize("name", [name for name in VARIABLES if VARIABLES[name].example in ("0", "1")])
def test_a_flag_is_0_or_1_and_nothing_else(name, word):
    (sentence,) = refusals(**{name: word})
    assert sentence == f"{name} kan kun være 1 (ja) eller 0 (nej): ret den til en af dem."


@pytest.mark.parametrize(
    ("name", "way_on"),
    [("SAMARBEJDE_PROXI", "mente du SAMARBEJDE_PROXY?"), ("SAMARBEJDE_GRAVITY_WELL_99", "fjern den.")],
)
def test_a_name_that_looks_like_ours_is_refused(name, way_on):
    assert refusals(**{name: "1"}) == [f"{name} er ikke en af portalens variable: {way_on}"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "kort"),
        ("SECOND_FACTOR_KEY", "kort"),
        ("SECOND_FACTOR_KEY", "fghij" * 10 + ",kort"),
        ("SECRET_KEY", "x" * 80),
        ("SITE_URL", "samarbejde.example.dk"),
        ("SITE_URL", "ftp://samarbejde.example.dk"),
        ("SITE_URL", "https://samarbejde.example.dk/portal"),
        ("SITE_URL", "https://samarbejde.example.dk/?a=1"),
        ("SITE_URL", "https://samarbejde.example.dk:port"),
        ("SITE_URL", "https://bruger:kode@samarbejde.example.dk"),
        ("SITE_URL", "https://"),
        ("SITE_URL", "http://samarbejde.example.dk"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://samarbejde.example.dk"),
        ("ALLOWED_HOSTS", "samarbejde.example.dk other.example.dk"),
        ("ALLOWED_HOSTS", ", ,"),
        ("ALLOWED_HOSTS", "another.example.dk"),
        ("FROM_EMAIL", "Samarbejde"),
        ("FROM_EMAIL", "Samarbejde <ingen-svar>"),
        ("DATABASE_URL", "mysql://u@localhost/base"),
        ("DATABASE_URL", "sqlite:///db.sqlite3"),
        ("DATABASE_URL", "localhost/base"),
        ("DATABASE_URL", "postgresql://u@localhost"),
        ("DATABASE_URL", "postgresql://u:p@localhost:a/base"),
        ("SAMARBEJDE_PAGES", "var/pages"),
        ("SAMARBEJDE_CONTACT_EMAIL", "Samarbejde <mail@example.dk>"),
        ("SAMARBEJDE_CONTACT_PHONE", "ring til os"),
        ("SAMARBEJDE_CONTACT_PHONE", "1"),
        ("SAMARBEJDE_WAS_URL", "http://was.digst.dk/os"),
        ("SAMARBEJDE_WAS_URL", "was.digst.dk"),
        ("SAMARBEJDE_RETENTION_MONTHS", "11"),
        ("SAMARBEJDE_RETENTION_MONTHS", "-24"),
        ("SAMARBEJDE_RETENTION_MONTHS", "et år"),
        ("EMAIL_URL", "smpt://mail.example.dk"),
        ("EMAIL_URL", "mail.example.dk"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://mail.example.dk:post"),
        ("EMAIL_URL", "smtp://mail example.dk"),
    ],
)
def test_what_is_malformed_is_named_with_the_way_on(name, value):
    (sentence,) = refusals(**{name: value})
    assert re.fullmatch(rf"{name} [^\n]+: [^\n]+\.", sentence)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECRET_KEY", "sesam"), ("DATABASE_URL", "mysql://u:sesam@h/b"), ("EMAIL_URL", "smpt://u:sesam@mail")],
)
def test_a_secret_is_not_repeated(name, value):
    assert "sesam" not in "".join(refusals(**{name: value}))


@pytest.mark.parametrize("hosts", ["samarbejde.example.dk", ".example.dk", "a.dk, SAMARBEJDE.example.dk"])
def test_a_name_below_another_and_capitals_are_known(hosts):
    assert refusals(ALLOWED_HOSTS=hosts) == []


@pytest.mark.parametrize("flag", ["SAMARBEJDE_DEMO", "SAMARBEJDE_DEBUG"])
def test_demo_and_debug_need_nothing_else(flag):
    read = environment.read({flag: "1"})
    assert (read.site_url, read.samarbejde_https) == ("http://localhost:8000", False)
    assert read.database_url == ""


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"SAMARBEJDE_HTTPS": "1", "SITE_URL": "https://localhost"}, "HTTPS"),
        ({"SITE_URL": "http://samarbejde.example.dk", "ALLOWED_HOSTS": "samarbejde.example.dk"}, "localhost"),
        ({"ALLOWED_HOSTS": "localhost,samarbejde.example.dk"}, "svare på samarbejde.example.dk"),
        ({"ALLOWED_HOSTS": "localhost,.localhost"}, "svare på .localhost"),
        ({"SAMARBEJDE_PROXY": "1"}, "proxy"),
        ({"EMAIL_URL": "smtp://localhost:25"}, "mailserver"),
    ],
)
def test_the_demo_is_for_ones_own_machine(given, word):
    assert refused_in(DEMO) == []
    (sentence,) = refused_in(DEMO | given)
    assert sentence.startswith("SAMARBEJDE_DEMO=1 må ikke")
    assert word in sentence


def test_the_demo_in_operation_is_refused():
    told = refused_in(WHOLE | DEMO | {"EMAIL_URL": "smtp://mail.example.dk", "SAMARBEJDE_HTTPS": "1"})
    assert len(told) == 3
    assert all(sentence.startswith("SAMARBEJDE_DEMO=1 må ikke") for sentence in told)


# --- where it is told -----------------------------------------------------------------------------
COMMANDS = [
    ("manage.py", "check"),
    ("manage.py", "migrate"),
    ("manage.py", "worker"),
    ("manage.py", "runserver", "--noreload"),
    ("-m", "gunicorn", "samarbejde.wsgi", "--bind", "127.0.0.1:0", "--no-control-socket", "--preload"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_every_start_is_refused_in_one_sentence(command):
    done = run(*command, **{name: value for name, value in WHOLE.items() if name != "SITE_URL"})
    assert done.returncode != 0
    assert done.stdout == ""
    assert re.fullmatch(r"SITE_URL mangler: sæt den til [^\n]+\n", done.stderr), done.stderr


def test_gunicorn_gives_up_after_the_sentence():
    bind = f"127.0.0.1:{free_port()}"
    done = run("-m", "gunicorn", "samarbejde.wsgi", "--bind", bind, "--no-control-socket")
    assert done.returncode == 3
    assert "DATABASE_URL mangler" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_whole_environment_starts():
    done = run("manage.py", "check", **WHOLE)
    assert done.returncode == 0, done.stderr


def test_the_embedded_database_can_be_stopped_by_itself():
    done = run("manage.py", "db", "status")
    assert done.returncode == 0, done.stderr
    assert "PostgreSQL" in done.stdout


# --- one place ------------------------------------------------------------------------------------
def test_the_list_is_a_whole_environment_file():
    lines = run("-S", "-m", "samarbejde.environment").stdout
    assert lines == listing()
    given = dict(re.findall(r'^([A-Z_]+)="?([^"\n]*)"?$', lines, re.MULTILINE))
    assert set(given) == set(WHOLE)
    assert [sentence.partition(":")[0] for sentence in refused_in(given)] == [
        f"{name} er for let at gætte" for name in KEYS
    ], "nobody's key is the one that everybody reads"
    for name, variable in VARIABLES.items():
        assert f"# {variable.meaning}" in lines
        assert name in KEYS or refusals(**{name: variable.example}) == []


def test_no_other_module_reads_a_variable_of_the_portal():
    packages = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "root_packages"
    ]
    files = [file for package in packages for file in (CHECKOUT / package).rglob("*.py")]
    elsewhere = [file for file in files if not file.is_relative_to(Path(environment.__file__).parent)]
    reads = re.compile(rf"environ(?:\.get|\.setdefault)?[\[(]\s*f?[\"']({'|'.join(VARIABLES)}|SAMARBEJDE_)")
    found = {
        f"{file.relative_to(CHECKOUT)}: {read[1]}"
        for file in elsewhere
        for read in reads.finditer(file.read_text())
    }
    tests_own = {"samarbejde/database.py: DATABASE_URL", "samarbejde/database.py: DATABASE_OWNER_URL"}
    assert found == tests_own
