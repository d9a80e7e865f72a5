"""deploy/postgresql/roles.sql as an operator runs it, and the first steps after it."""

import os
import subprocess
import sys
from secrets import token_hex
from urllib.parse import quote

import pytest
from django.db import connection

from samarbejde.backup.programs import program
from samarbejde.database import as_owner
from samarbejde.running import CHECKOUT
from tests.database import owner

pytestmark = pytest.mark.django_db(transaction=True)


class Portal:
    def __init__(self) -> None:
        name = f"portal_{token_hex(4)}"
        self.name, self.owner, self.app = name, f"{name}_owner", f"{name}_app"

    def create(self) -> None:
        given = {"database": self.name, "owner": self.owner, "app": self.app}
        given |= {"owner_password": "ejer's kodeord", "app_password": "portalens"}
        with as_owner():
            psql = [program("psql", at_least=15).path, connection.settings_dict["NAME"]]
        psql += [part for name, value in given.items() for part in ("-v", f"{name}={value}")]
        sql = CHECKOUT / "deploy" / "postgresql" / "roles.sql"
        here = connection.settings_dict
        server = {"PGHOST": here["HOST"], "PGPORT": str(here["PORT"]), "PGUSER": here["USER"]}
        server["PGPASSWORD"] = here["PASSWORD"]
        environment = os.environ | {name: value for name, value in server.items() if value}
        subprocess.run([*psql, "-f", sql], env=environment, check=True, stdout=subprocess.DEVNULL)

    def address(self, role: str, password: str) -> str:
        here = connection.settings_dict
        port = f":{here['PORT']}" if here["PORT"] else ""
        host = quote(here["HOST"], safe="")
        return f"postgresql://{role}:{quote(password)}@{host}{port}/{self.name}"

    def manage(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        addresses = {
            "DATABASE_URL": self.address(self.app, "portalens"),
            "DATABASE_OWNER_URL": self.address(self.owner, "ejer's kodeord"),
            "DJANGO_SETTINGS_MODULE": "tests.operation",
        }
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=CHECKOUT,
            env={"PATH": os.environ["PATH"]} | addresses | environment,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def portal():
    made = Portal()
    yield made
    with owner(), connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {made.name} WITH (FORCE)")
        cursor.execute(f"DROP ROLE IF EXISTS {made.owner}, {made.app}")


def test_from_two_roles_to_a_first_administrator_and_a_backup(portal, tmp_path):
    portal.create()
    migrated = portal.manage("migrate", "--verbosity", "0")
    assert migrated.returncode == 0, migrated.stderr
    checked = portal.manage("check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr
    begun = portal.manage("shell", "--no-imports", "-c", BEGIN, BACKUP=str(tmp_path / "portal.backup"))
    assert "kan gendannes" in begun.stdout, begun.stderr


BEGIN = """
import os
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
os.environ["DJANGO_SUPERUSER_PASSWORD"] = password = "en lang sætning om storm"
call_command("createsuperuser", interactive=False, email="Drift@Politi.dk", name="Drift", verbosity=0)
browser = Client(headers={"host": "samarbejde.example.dk"})
browser.post(reverse("account_login"), {"login": "drift@politi.dk", "password": password}, secure=True)
assert "_auth_user_id" in browser.session, "the first administrator cannot log in"
call_command("backup", os.environ["BACKUP"])
call_command("rehearse_restore", os.environ["BACKUP"])
"""
