"""The demo year of each release, with its rows, is migrated to now: nothing is lost, all of it opens."""

import lzma
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from plans.approval.models import GivenSignature, Signature, SignatureRound
from plans.document.models import FocusArea, Plan
from plans.proposals.models import Decision, Proposal
from plans.publication.models import Edition
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User
from samarbejde.database import as_owner
from samarbejde.ledger import chain, grants
from samarbejde.ledger.models import Link

pytestmark = [pytest.mark.django_db, pytest.mark.long]
RELEASES = sorted(Path(__file__).parent.glob("*.sql.xz"))


@pytest.fixture(scope="module", params=RELEASES, ids=lambda file: file.name.removesuffix(".sql.xz"))
def upgraded(request, django_db_setup, django_db_blocker) -> Iterator[None]:
    """The portal runs on that release's database, once it is migrated."""
    with django_db_blocker.unblock(), as_owner():
        server = connection.get_connection_params() | {"dbname": "postgres"}
        connection.close()
    name = f"upgrade_{uuid.uuid4().hex[:8]}"
    keys = {"context", "cursor_factory", "client_encoding", "prepare_threshold"}
    server = {key: value for key, value in server.items() if key not in keys}
    with psycopg.connect(**server, autocommit=True) as maintenance:
        maintenance.execute(f"CREATE DATABASE {name}")
        try:
            with psycopg.connect(**server | {"dbname": name}) as database:
                database.execute(lzma.decompress(request.param.read_bytes()))
            with django_db_blocker.unblock():
                yield from _moved_to(name)
        finally:
            maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _moved_to(name: str) -> Iterator[None]:
    here = connection.settings_dict
    connection.close()
    ContentType.objects.clear_cache()
    connection.settings_dict = here | {"NAME": name}
    try:
        call_command("migrate", verbosity=0, interactive=False)
        yield
    finally:
        connection.close()
        ContentType.objects.clear_cache()
        connection.settings_dict = here


def as_person(handle: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=address(handle)))
    return client


def test_all_that_was_kept_fits_together(upgraded, capsys):
    call_command("verify")
    assert "Alt passer sammen: 2 udgaver" in capsys.readouterr().out
    assert {model._meta.db_table: model._base_manager.count() for model in chain.kept_models()} == {
        model._meta.db_table: Link.objects.filter(table=model._meta.db_table).count()
        for model in chain.kept_models()
    }
    assert grants.owner() == "samarbejde_app"


def test_who_had_signed_has_signed(upgraded):
    """Two plans signed by all, on paper and in the portal; one round that fell; one with two of twelve."""
    given = {
        (round_.plan.year, round_.state): GivenSignature.objects.filter(signature__round=round_).count()
        for round_ in SignatureRound.objects.select_related("plan")
    }
    assert given == {
        (2025, "complete"): 12,
        (2026, "complete"): 12,
        (2027, "voided"): 3,
        (2027, "open"): 2,
    }
    assert SignatureRound.objects.get(state="voided").void_reason == "Et emne manglede."
    assert Signature.objects.count() == 48


def test_what_was_decided_is_announced(upgraded):
    assert Decision.objects.count() == Decision.objects.announced().count() == 4
    assert all(decision.outcome == decision.proposal.state for decision in Decision.objects.all())


def test_topics_are_called_what_they_were(upgraded):
    """A topic of a section has the title that is kept in its history, and no copy of it any more."""
    areas = list(FocusArea.objects.all())
    assert {bool(area.section) for area in areas} == {True, False}
    assert all(area.title == area.history.latest().own_title for area in areas)
    assert all(area.own_title == ("" if area.section else area.title) for area in areas)


@pytest.mark.parametrize("year", [2025, 2026])
def test_citizens_read_what_was_published(upgraded, year):
    client, edition = Client(), Edition.objects.get(plan__year=year)
    page = client.get(f"/midt-og-vestjylland/{year}/")
    assert edition.content_hash in page.text
    pdf = client.get(f"/midt-og-vestjylland/{year}/plan.pdf")
    assert b"".join(pdf).startswith(b"%PDF-1.7")
    assert client.get("/soeg/", {"q": "tryghed"}).status_code == 200


def test_the_secretariat_and_a_mayor_go_on(upgraded):
    plan = Plan.objects.get(year=2027)
    secretariat = as_person("sekretariat")
    for name in ("plan", "signatures", "text-to-sign", "plan-text", "proposal-board"):
        assert plan.title in secretariat.get(reverse(name, args=[plan.pk])).text, name
    proposal = Proposal.objects.filter(state="rejected").first()
    assert proposal.decision.reason in secretariat.get(reverse("proposal", args=[proposal.pk])).text

    waiting = Signature.objects.pending().select_related("membership__user").last()
    mayor = Client()
    mayor.force_login(waiting.membership.user)
    page = reverse("sign", args=[waiting.pk])
    assert waiting.round.content_hash in mayor.get(page).text
    mayor.post(page, {"seen_hash": waiting.round.content_hash})
    assert waiting.name in secretariat.get(reverse("signatures", args=[plan.pk])).text
    assert GivenSignature.objects.get(signature=waiting).signed_hash == waiting.round.content_hash
    connection.check_constraints()  # as the commit does, which links the rows
    call_command("verify")
