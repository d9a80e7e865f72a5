"""What looks like a CPR number is refused in every field of every form, before anything is stored.

The pages are those of the permission matrix and of the administration, each as somebody who may open it.
"""

from collections.abc import Iterator
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samarbejde.events.recording import record
from samarbejde.site.administration import administration
from tests.cast import Cast
from tests.permissions.rows import ANONYMOUS, ROLES, Row, answers
from tests.permissions.typing import Form, forms_on
from tests.plans.importing.test_pages import TEXT_OF_WEST
from tests.test_permission_matrix import ROOMS

NUMBER = "010203-1234"
REFUSED = "ligner et CPR-nummer"
# A date, a number, an address of mail or a code cannot be one either; their fields say so in their own way.
OF_THE_ACCOUNT = "/konto/"  # passwords, codes and addresses, which are never shown again
NO_WORDS = ("gyldig", "ikke rigtig", "heltal", "tegn", "e-mail")


def tables_with(number: str) -> list[str]:
    """Every table that holds it somewhere: drafts, histories, events, outbox, tasks, cache."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute(
            "SELECT name FROM unnest(%s::text[]) name WHERE has_table_privilege(name, 'SELECT')", [tables]
        )
        tables = [row[0] for row in cursor.fetchall()]
        held = [
            f"""SELECT '{name}' WHERE EXISTS (SELECT 1 FROM "{name}" t WHERE t::text LIKE %s)"""
            for name in tables
        ]
        cursor.execute(" UNION ALL ".join(held), [f"%{number}%"] * len(tables))
        found = [row[0] for row in cursor.fetchall()]
    sessions = [session for session in Session.objects.all() if number in str(session.get_decoded())]
    return found + ["sessions"] * len(sessions)


def attempts(form: Form) -> Iterator[tuple[str, dict[str, object]]]:
    for name, kind in form.written.items():
        words = f"{NUMBER}@example.org" if kind == "email" else f"Sag {NUMBER}"
        yield name, form.data | {name: words}


def faults(browser: Client, form: Form) -> Iterator[str]:
    for name, data in attempts(form):
        with transaction.atomic():
            answer = browser.post(form.address, data)
            stored = tables_with(NUMBER)
            transaction.set_rollback(True)
        page = unescape(answer.text)
        where = f"{form.address} ({name})"
        if stored:
            yield f"{where}: gemt i {stored}"
        elif form.address.startswith(OF_THE_ACCOUNT):
            continue
        elif NUMBER not in page:
            yield f"{where}: {answer.status_code}, og teksten er væk"
        elif REFUSED not in page and not any(reason in page for reason in NO_WORDS):
            yield f"{where}: {answer.status_code}, og ingen grund er sagt"


def is_page(answer: HttpResponse) -> bool:
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def who_opens(row: Row) -> str | None:
    """The first role that gets the page for certain."""
    return next((role for role in (*ROLES, ANONYMOUS) if answers(row.get, role) == {200}), None)


def browsers(cast: Cast) -> dict[str, Client]:
    people = cast.roles | cast.edge_roles
    found = {ANONYMOUS: Client()}
    for alias, role in ROLES.items():
        found[alias] = Client()
        found[alias].force_login(people[role])
    return found


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_nothing_is_stored_and_nothing_typed_is_lost(room, cast):
    opened, found = browsers(cast), []
    for key, row in room.ROWS.items():
        role = who_opens(row)
        if role is None:
            continue
        with transaction.atomic():
            address = reverse(key.partition(":")[0], kwargs=row.make(Cast())) + row.query
            page = opened[role].get(address)
            if is_page(page):
                for form in forms_on(page.text, address):
                    found += [f"{key} som {role}: {fault}" for fault in faults(opened[role], form)]
            transaction.set_rollback(True)
    assert not found, "\n".join(["", *found])


def administration_pages() -> Iterator[str]:
    """Where a row of each table is added, and where one that is there is changed."""
    for model in administration._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_add")
        if row := model._base_manager.order_by("pk").first():
            yield reverse(f"{name}_change", args=[row.pk])


def test_the_administration_stores_none_either(cast):
    found, asked = [], 0
    browser = browsers(cast)["administrator"]
    for address in administration_pages():
        page = browser.get(address)
        for form in forms_on(page.text, address) if is_page(page) else ():
            asked += len(form.written)
            found += faults(browser, form)
    assert not found, "\n".join(["", *found])
    assert asked > 20


def test_a_document_named_after_one_is_not_kept(cast, as_user):
    file = SimpleUploadedFile(f"Sag {NUMBER}.md", TEXT_OF_WEST.encode())
    data = {"district": cast.district.pk, "year": 2024, "document": file}
    answer = as_user(cast.sekretariat).post(reverse("import-plan"), data)
    assert REFUSED in answer.text
    assert tables_with(NUMBER) == []


def test_where_one_is_stored_it_is_found(cast):
    """What the tests above rest on."""
    event = record("plan.text", f"Sag {NUMBER}", by=cast.sekretariat, subject=cast.district)
    assert tables_with(NUMBER) == [event._meta.db_table]
