"""From the file to a portal, and for practice to a database beside it that never stays."""

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from samarbejde.accounts.models import User
from samarbejde.backup.server import Database, portal, scratch_database
from samarbejde.backup.tables import contents
from samarbejde.database import APP_ROLE, as_owner
from samarbejde.running import CHECKOUT
from tests.backup.conftest import databases, manifest_of, with_tables_of
from tests.database import behind_the_back, owner
from tests.plans.publication.stages import published

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def edition(cast):
    return published(cast)


@pytest.fixture(autouse=True)
def no_database_stays():
    before = databases()
    yield
    assert databases() == before


def test_a_changed_byte_is_refused(edition, back_up):
    file = back_up()
    content = bytearray(file.read_bytes())
    for place in (len(content) // 2, 100, len(content) - 400):
        content[place] ^= 1
        file.write_bytes(content)
        with pytest.raises(CommandError, match="er beskadiget, afkortet eller ikke en sikkerhedskopi"):
            call_command("rehearse_restore", file)
        content[place] ^= 1
    file.write_bytes(content)
    call_command("rehearse_restore", file)


@pytest.mark.parametrize("part", [0, 0.5, 0.999])
def test_half_a_file_is_refused(edition, back_up, part):
    file = back_up()
    file.write_bytes(file.read_bytes()[: int(part * file.stat().st_size)])
    with pytest.raises(CommandError, match="er beskadiget, afkortet eller ikke en sikkerhedskopi"):
        call_command("rehearse_restore", file)


def test_a_file_that_is_not_there_is_told_by_name(tmp_path):
    with pytest.raises(CommandError, match=r"Kan ikke læse .*væk\.backup"):
        call_command("rehearse_restore", tmp_path / "væk.backup")


def test_a_table_that_is_not_as_it_was_is_named(edition, back_up, cast):
    somebody = cast.sekretariat
    file = back_up("first.backup")
    User.objects.filter(pk=somebody.pk).update(name="En Anden")
    edition.plan.sections.first().delete()
    mixed = with_tables_of(file, back_up("second.backup"))
    with pytest.raises(CommandError) as refusal:
        call_command("rehearse_restore", mixed)
    named = str(refusal.value).splitlines()[1:]
    assert "public.accounts_user har en række med et andet indhold" in named
    assert any(line.startswith("public.plans_section har ") for line in named)
    assert not any("plans_edition " in line for line in named)


def test_an_edition_changed_before_the_backup_is_named(edition, back_up):
    """Backup and restore are well; what they carry is not."""
    with behind_the_back(), connection.cursor() as cursor:
        cursor.execute("UPDATE plans_edition SET content_hash = repeat('0', 64)")
    with pytest.raises(CommandError, match="teksten passer ikke til sin kontrolsum"):
        call_command("rehearse_restore", back_up())


def test_what_a_killed_rehearsal_left_gives_way(edition, back_up):
    with owner(), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{portal().name}_rehearsal"')
    file = back_up()
    with as_owner(), Database(f"{portal().name}_rehearsal").connect():  # its connection lingers
        call_command("rehearse_restore", file)


def test_two_rehearsals_at_once_are_refused(edition, back_up):
    file = back_up()
    with as_owner(), scratch_database(), pytest.raises(CommandError, match="En anden prøve er i gang"):
        call_command("rehearse_restore", file)


@pytest.fixture
def empty_database():
    with as_owner():
        other = Database(f"{portal().name}_restored")
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{other.name}" TEMPLATE template0')
    yield other
    with owner(), connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{other.name}" WITH (FORCE)')


def test_the_portal_comes_back_in_an_empty_database(edition, back_up, empty_database):
    """With its owner's hand and, in the end, with the portal's role and its rights, no more."""
    file = back_up()
    with as_owner():
        address = empty_database.address()
    addresses = {
        "DATABASE_OWNER_URL": address,
        "DATABASE_URL": f"{address}{'&' if '?' in address else '?'}options=-c%20role%3D{APP_ROLE}",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "restore", file],
        cwd=CHECKOUT,
        env=os.environ | addresses,
        capture_output=True,
        text=True,
    )
    assert "Portalen er gendannet" in done.stdout, done.stderr
    with as_owner(), empty_database.connect() as at_work:
        found = contents(at_work)
        assert {table: list(held) for table, held in found.items()} == manifest_of(file)["tables"]
        assert found["public.plans_edition"][0] == 1
        at_work.execute(f"SET ROLE {APP_ROLE}")
        rights = at_work.execute(
            "SELECT has_table_privilege('plans_edition', 'INSERT'), "
            "has_table_privilege('plans_edition', 'UPDATE'), has_function_privilege('link_row()', 'EXECUTE')"
        )
        assert rights.fetchone() == (True, False, False)


def test_a_database_in_use_is_never_restored_into(edition, back_up):
    file = back_up()
    with pytest.raises(CommandError, match="er ikke tom, og intet er ændret"):
        call_command("restore", file)
    edition.refresh_from_db()
