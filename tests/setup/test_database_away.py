"""The web server before a PostgreSQL that is stopped, full or crowded, and returns: nothing typed is lost."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg
import pytest

from samarbejde import embedded_postgres
from samarbejde.embedded_postgres import APP_ROLE, NAME
from samarbejde.running import CHECKOUT
from tests.setup.test_demo import free_port

pytestmark = pytest.mark.long
WRITTEN = "Vi vil møde de unge, hvor de er"
IN_SWING = """
import django; django.setup()
from django.test import Client
from django.urls import reverse
from councils.register.seeding import load_register
from plans.document.models import Section
from tests.cast import Cast
from tests.making import a_plan
load_register()
cast = Cast()
plan = a_plan(cast.kredsraad())
section = plan.sections.get(heading="Trivsel for unge")
browser = Client()
browser.force_login(cast.sekretariat)
print(browser.cookies["session"].value, reverse("edit-section", args=[plan.pk, section.pk]), section.pk)
"""
FULL = """
CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION full_disk();
"""


class Portal:
    """gunicorn with a browser that is logged in."""

    def __init__(self, root: Path) -> None:
        self.root, self.port = root, free_port()
        place = quote(embedded_postgres.connection_settings(root)["HOST"], safe="")
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.setup.served",
            "DATABASE_URL": f"postgresql://{APP_ROLE}@{place}/{NAME}",
            "DATABASE_OWNER_URL": embedded_postgres.url(root),
            "SITE_URL": f"http://localhost:{self.port}",
        }
        self.run("manage.py", "migrate", "-v0")
        self.session, self.section, self.section_pk = self.run("-c", IN_SWING).split()

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=CHECKOUT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        bind = f"127.0.0.1:{self.port}"
        command = ["gunicorn", "samarbejde.wsgi", "--bind", bind, "--threads", "2", "--no-control-socket"]
        self.process = subprocess.Popen([sys.executable, "-m", *command], cwd=CHECKOUT, env=self.environment)
        end = time.monotonic() + 30
        while True:
            try:
                self.get("/")
            except ConnectionRefusedError:
                assert time.monotonic() < end
                time.sleep(0.1)
            else:
                break
        page = self.get("/konto/totrin/")[2]
        self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        return self._ask("GET", path)

    def post(self, path: str, **fields: str) -> tuple[int, dict[str, str], str]:
        return self._ask("POST", path, urlencode(fields | {"csrfmiddlewaretoken": self.token}))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, dict[str, str], str]:
        headers = {"Host": f"localhost:{self.port}", "Origin": f"http://localhost:{self.port}"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                if cookie.startswith("csrf="):
                    self.csrf = cookie.partition("=")[2].partition(";")[0]
            return answer.status, dict(answer.headers), answer.read().decode()

    csrf = ""

    @property
    def cookies(self) -> dict[str, str]:
        return {"session": self.session} | ({"csrf": self.csrf} if self.csrf else {})


@pytest.fixture(scope="module")
def portal(tmp_path_factory) -> Iterator[Portal]:
    root = Path(f"/tmp/samarbejde-test-away-{os.getpid()}")
    root.mkdir(mode=0o755)
    embedded_postgres.start(root, fast=True)
    try:
        portal = Portal(root)
        portal.start()
        yield portal
        portal.process.send_signal(signal.SIGTERM)
        assert portal.process.wait(10) == 0
    finally:
        embedded_postgres.stop(root)
        subprocess.run(["rm", "-r", root], check=True)


def ask(root: Path, question: str) -> object:
    with psycopg.connect(embedded_postgres.url(root), autocommit=True) as connection:
        answer = connection.execute(question)
        return answer.fetchone()[0] if answer.description else None


def assert_paused(answer: tuple[int, dict[str, str], str]) -> None:
    status, headers, page = answer
    assert status == 503
    assert headers["Retry-After"] == "30"
    assert headers["Cache-Control"] == "private, no-store"
    assert "<h1>Portalen holder en pause</h1>" in page
    assert "session=" not in headers.get("Set-Cookie", ""), "nobody is logged out"


def save(portal: Portal, text: str) -> tuple[int, dict[str, str], str]:
    form = {"heading": "Trivsel for unge", "body": f"<p>{text}</p>", "kind": "section", "register_data": ""}
    return portal.post(portal.section, **form, version=portal.version)


def assert_kept(portal: Portal) -> None:
    answer = save(portal, WRITTEN)
    assert_paused(answer)
    assert f"<p>{WRITTEN}</p>" in answer[2]
    assert f'name="body" value="&lt;p&gt;{WRITTEN}&lt;/p&gt;"' in answer[2]
    assert "Gem igen" in answer[2]


def assert_works(portal: Portal) -> None:
    assert portal.process.poll() is None
    assert portal.get("/")[0] == 200
    page = portal.get(portal.section)[2]
    portal.version = re.search(r'name="version" value="(\d+)"', page)[1]
    text = f"{WRITTEN}, for {portal.version}. gang"
    assert save(portal, text)[0] == 302
    assert (
        ask(portal.root, f"SELECT body FROM plans_section WHERE id = {portal.section_pk}") == f"<p>{text}</p>"
    )
    page = portal.get(portal.section)[2]
    portal.version = re.search(r'name="version" value="(\d+)"', page)[1]


def test_a_stopped_database_is_a_pause_until_it_is_back(portal):
    assert_works(portal)
    embedded_postgres.stop(portal.root)
    for path in ("/", "/soeg/?q=tryg", "/arbejdsbord/", "/konto/totrin/", "/administration/"):
        assert_paused(portal.get(path))
    assert_kept(portal)
    assert portal.get("/was/")[0] == 200, "no question to the database"
    mark = re.search(r'src="(/static/img/mark[^"]+)"', portal.get("/was/")[2])[1]
    assert portal.get(mark)[0] == 200

    embedded_postgres.start(portal.root, fast=True)
    assert_works(portal)


def test_passwords_are_not_sent_back_from_a_pause(portal):
    embedded_postgres.stop(portal.root)
    answer = portal.post("/konto/log-ind/", login="anna@example.dk", password="hemmeligt kodeord")
    embedded_postgres.start(portal.root, fast=True)
    assert_paused(answer)
    assert "hemmeligt" not in answer[2]
    assert "anna@example.dk" not in answer[2]


@pytest.mark.parametrize("table", ["plans_section", "plans_historicalsection", "django_session"])
def test_a_full_disk_keeps_what_was_typed(portal, table):
    assert_works(portal)
    if table == "django_session":  # old enough to be noted again
        ask(portal.root, "UPDATE django_session SET expire_date = expire_date - interval '10 minutes'")
    ask(portal.root, FULL.format(table=table))
    assert_kept(portal)
    ask(portal.root, f"DROP TRIGGER full_disk ON {table}")
    assert_works(portal)


def test_a_crowded_database_is_a_pause(portal):
    assert_works(portal)
    ask(portal.root, f"ALTER ROLE {APP_ROLE} CONNECTION LIMIT 0")
    ask(
        portal.root,
        f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '{APP_ROLE}'",
    )
    assert_paused(portal.get("/arbejdsbord/"))
    assert_kept(portal)
    ask(portal.root, f"ALTER ROLE {APP_ROLE} CONNECTION LIMIT -1")
    assert_works(portal)
