"""`manage.py verify_editions`: is every edition what it was?"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.database import behind_the_back
from tests.making import a_plan, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast):
    return an_edition(a_plan(cast.kredsraad()))


def change(sql: str) -> None:
    with behind_the_back(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_untouched_editions_are_counted(edition):
    out = StringIO()
    call_command("verify_editions", stdout=out)
    assert "1 udgaver er uændrede" in out.getvalue()


def test_one_changed_word_is_found(edition):
    change("UPDATE plans_edition SET snapshot = jsonb_set(snapshot, '{title}', '\"Falsk\"')")
    with pytest.raises(CommandError, match="1. udgave: teksten er ændret"):
        call_command("verify_editions")


def test_one_changed_byte_is_found(edition):
    change("UPDATE plans_editionfile SET content = set_byte(content, 20, 255)")
    with pytest.raises(CommandError, match="1. udgave: PDF'en er ændret"):
        call_command("verify_editions")


def test_a_lost_file_is_found(edition):
    change("DELETE FROM plans_editionfile")
    with pytest.raises(CommandError, match="1. udgave: PDF'en mangler"):
        call_command("verify_editions")
