"""`manage.py verify`: what it says, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from samarbejde.events.recording import record
from samarbejde.ledger import chain
from samarbejde.ledger.models import Link
from tests.database import behind_the_back

pytestmark = pytest.mark.django_db


def change(sql: str, *values: object) -> None:
    with behind_the_back(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def faults(capsys, *arguments: str) -> list[str]:
    with pytest.raises(CommandError) as ended:
        call_command("verify", *arguments)
    lines = capsys.readouterr().err.splitlines()
    assert str(ended.value).startswith(f"Der er {len(lines)} fejl. Kædens nyeste led: ")
    return lines


def test_all_is_well(lived, capsys):
    call_command("verify")
    said = capsys.readouterr().out
    assert said.startswith("Alt passer sammen: 2 udgaver og ")
    assert chain.head() in said


def test_a_changed_note_is_named_by_chain_and_order(lived, capsys):
    change("UPDATE plans_edition SET note = 'Intet er ændret.' WHERE number = 2")
    assert faults(capsys) == [
        f"Udgave {lived.pk} (plans_edition) er ændret, siden rækken blev skrevet",
        f"{lived}: noten er en anden end den, der blev bestilt: »Et tal er rettet.«",
    ]


def test_a_signature_put_under_another_text_is_named(lived, capsys):
    change("UPDATE plans_givensignature SET signed_hash = repeat('0', 64) WHERE id = 1")
    change("UPDATE plans_givensignature SET signed_hash = repeat('0', 64)")
    assert sum("har underskrevet en tekst med en anden kontrolsum" in line for line in faults(capsys)) == 25


def test_another_pdf_is_named(lived, capsys):
    """The first edition's whole file in the second's place, with the right checksum."""
    change(
        "UPDATE plans_editionfile SET content = (SELECT content FROM plans_editionfile ORDER BY id LIMIT 1)"
        " WHERE edition_id = %s",
        lived.pk,
    )
    change(
        "UPDATE plans_edition SET pdf_sha256 = (SELECT pdf_sha256 FROM plans_edition WHERE number = 1)"
        " WHERE id = %s",
        lived.pk,
    )
    assert f"{lived}: PDF'en er en anden udgave: »{lived.plan.title}, 1. udgave«" in faults(capsys)


def test_a_text_that_was_never_signed_is_named(lived, capsys):
    """Changed everywhere but under the names: edition, its checksum, its order."""
    text = json.loads(json.dumps(lived.snapshot))
    text["sections"][0]["title"] = "Noget helt andet"
    change("UPDATE plans_edition SET snapshot = %s WHERE id = %s", json.dumps(text), lived.pk)
    change("UPDATE plans_publication SET snapshot = %s WHERE note <> ''", json.dumps(text))
    assert f"{lived}: teksten er en anden end den, der blev underskrevet" in faults(capsys)


def test_an_edition_between_others_that_is_lost_is_named(lived, capsys):
    change("UPDATE plans_edition SET number = 3 WHERE id = %s", lived.pk)
    assert any("udgaven før den er nummer 1, så der mangler en" in line for line in faults(capsys))


def test_the_newest_edition_that_is_lost_is_named_by_its_order(lived, capsys):
    """With its link cut off the chain, and no gap in the numbers."""
    for table in ("passage", "editionfile", "edition"):
        key = "id" if table == "edition" else "edition_id"
        change(f"DELETE FROM plans_{table} WHERE {key} = %s", lived.pk)
    assert f"{lived.plan}: der er bestilt og offentliggjort 2 udgaver, men der er 1" in faults(capsys)


def test_a_name_that_was_put_there_and_is_lost_is_named_by_its_event(lived, capsys):
    change("DELETE FROM plans_givensignature WHERE id = (SELECT min(id) FROM plans_givensignature)")
    assert any("underskrev, men underskriften mangler" in line for line in faults(capsys))


def test_a_shape_that_the_portal_never_gave_stops_nothing(lived, capsys):
    change("UPDATE plans_frozentext SET snapshot = '[]'")
    change("UPDATE plans_edition SET snapshot = '{}'")
    change("UPDATE plans_editionfile SET content = 'x'")
    found = faults(capsys)
    assert sum("indholdet har en anden form" in line for line in found) >= 5
    assert sum("PDF'en kan ikke læses" in line or "PDF'en passer ikke" in line for line in found) >= 2


def test_a_voided_round_that_stands_up_again_is_named(lived, capsys):
    change("UPDATE plans_signatureround SET state = 'superseded' WHERE state = 'voided'")
    assert any("rundens tilstand og dens bortfald siger ikke det samme" in line for line in faults(capsys))


def test_a_row_that_came_by_the_back_door_is_named(lived, capsys):
    change(
        "INSERT INTO events_event (at, actor_name, verb, text, internal) VALUES (now(), '', 'x', 'x', false)"
    )
    assert len(faults(capsys)) == 1


def test_a_chain_that_was_made_anew_is_not_the_one_that_was_noted(lived, capsys):
    """Every link recomputed after the change: it fits itself, and the note that lies elsewhere tells."""
    noted = chain.head()
    call_command("verify", "--head", noted)
    change("UPDATE events_event SET text = 'Noget andet' WHERE verb = 'proposal.written'")
    change("DELETE FROM ledger_link")
    with connection.cursor() as cursor:
        for model in chain.kept_models():
            table = model._meta.db_table
            with behind_the_back():
                cursor.execute("SET session_replication_role = origin")
                cursor.execute(
                    "INSERT INTO ledger_waiting (table_name, row_id, digest)"
                    f" SELECT '{table}', id, row_digest(to_jsonb({table})) FROM {table} ORDER BY id"
                )
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(chain.faults()) == []
    assert Link.objects.count() > 1
    assert faults(capsys, "--head", noted) == ["Kæden: den har ikke længere det led, der blev skrevet ned"]


def test_a_chain_that_was_cut_short_is_not_the_one_that_was_noted(cast, capsys):
    event = record("x", "Noget skete", by=None, subject=cast.kredsraad())
    change("SELECT 1")
    noted = chain.head()
    change("DELETE FROM ledger_link WHERE position = %s", int(noted.split(":")[0]))
    change("DELETE FROM events_event WHERE id = %s", event.pk)
    call_command("verify")
    assert len(faults(capsys, "--head", noted)) == 1
