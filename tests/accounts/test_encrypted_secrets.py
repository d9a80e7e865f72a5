"""Who reads the database, or a backup of it, can make nobody's codes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from samarbejde.accounts.encryption import UNREADABLE, decrypt, encrypt
from tests.accounts.conftest import PASSWORD, code_of
from tests.database import owner

OLD, NEW = "den gamle nøgle, som er lang nok", "den nye nøgle, som også er lang nok"


def everything() -> str:
    """The whole database as text, sessions unpacked as Django packs them."""
    with owner(), connection.cursor() as cursor:
        rows = [str(session.get_decoded()) for session in Session.objects.all()]
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows)


def test_the_secret_is_nowhere_in_the_database(anna, client, log_in):
    log_in(client)
    client.post("/konto/bekraeft/", {"password": PASSWORD})
    secret = re.findall(r"<code>(\w+)</code>", client.get("/konto/totrin/app/til/").content.decode())[0]
    assert secret not in everything(), "while it is being set up"

    client.post("/konto/totrin/app/til/", {"code": code_of(secret)})

    app, paper = (Authenticator.objects.get(user=anna, type=kind) for kind in ("totp", "recovery_codes"))
    assert decrypt(app.data["secret"]) == secret
    stored = everything()
    assert "mfa_authenticator" not in stored
    assert app.data["secret"] in stored, "the search finds what is there"
    for hidden in (secret, decrypt(paper.data["seed"]), *paper.wrap().get_unused_codes()):
        assert hidden not in stored


def test_a_key_is_changed_and_the_old_one_can_go(anna, settings, turn_on_codes):
    settings.SECOND_FACTOR_KEYS = [OLD]
    secret = turn_on_codes(anna)
    settings.SECOND_FACTOR_KEYS = [NEW, OLD]
    app = Authenticator.objects.get(user=anna, type="totp")
    assert decrypt(app.data["secret"]) == secret

    call_command("change_second_factor_key", verbosity=0)

    settings.SECOND_FACTOR_KEYS = [NEW]
    for row in Authenticator.objects.filter(user=anna):
        assert decrypt(row.data.get("secret") or row.data["seed"])


def test_a_missing_key_is_told_by_name_and_nothing_is_changed(anna, settings, turn_on_codes):
    settings.SECOND_FACTOR_KEYS = [OLD]
    turn_on_codes(anna)
    before = list(Authenticator.objects.values_list("data", flat=True))
    settings.SECOND_FACTOR_KEYS = [NEW]

    with pytest.raises(CommandError, match="Anna Holm"):
        call_command("change_second_factor_key")
    assert list(Authenticator.objects.values_list("data", flat=True)) == before


def test_without_the_key_people_are_told_what_to_do(anna, client, log_in, settings, turn_on_codes):
    secret = turn_on_codes(anna)
    log_in(client)
    settings.SECOND_FACTOR_KEYS = [NEW]

    page = client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})

    assert page.status_code == 200
    assert UNREADABLE in page.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["koder/", "koder/hent/", "koder/nye/"])
def test_no_page_breaks_without_the_key(anna, client, log_in, settings, turn_on_codes, path):
    log_in(client)
    turn_on_codes(anna)
    client.post("/konto/bekraeft/", {"password": PASSWORD})
    settings.SECOND_FACTOR_KEYS = [NEW]

    page = client.get(f"/konto/totrin/{path}")

    assert page.status_code == 503
    assert UNREADABLE in page.content.decode()
    assert client.get("/konto/totrin/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_secrets_from_before_are_encrypted():
    with owner():
        executor = MigrationExecutor(connection)
        executor.migrate([("accounts", "0005_second_factor"), ("mfa", "0003_authenticator_type_uniq")])
        apps = executor.loader.project_state(
            [("accounts", "0005_second_factor"), ("mfa", "0003_authenticator_type_uniq")]
        ).apps
        person = apps.get_model("accounts", "User").objects.create(email="f@example.org", name="F")
        rows = apps.get_model("mfa", "Authenticator").objects
        rows.create(user_id=person.pk, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
        rows.create(user_id=person.pk, type="recovery_codes", data={"seed": "abc", "used_mask": 5})
        rows.create(user_id=person.pk, type="webauthn", data={"name": "Telefon", "credential": {}})

    call_command("migrate", verbosity=0)  # with the rights to the tables that are made anew

    data = {row.type: row.data for row in Authenticator.objects.filter(user_id=person.pk)}
    assert decrypt(data["totp"]["secret"]) == "JBSWY3DPEHPK3PXP"
    assert decrypt(data["recovery_codes"]["seed"]) == "abc"
    assert data["recovery_codes"]["used_mask"] == 5
    assert data["webauthn"] == {"name": "Telefon", "credential": {}}


def test_the_same_secret_is_never_encrypted_alike():
    assert encrypt("JBSWY3DP") != encrypt("JBSWY3DP")
