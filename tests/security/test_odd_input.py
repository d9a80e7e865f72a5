"""What people and enemies put into forms and addresses: answered in Danish, and nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from councils.models import Membership
from plans.document.models import Plan
from plans.proposals.models import Proposal
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.permissions import approval, desk, pictures, proposals, public, publication, word, year_cycle
from tests.permissions.accounts import an_invitation
from tests.permissions.rows import Row, secretariat
from tests.plans.approval import stages as approval_stages
from tests.plans.proposals import stages as proposal_stages
from tests.security.doors import Door, ask, once_each, told, visitor, walk
from tests.security.pages import active, english, is_page, page
from tests.test_permission_matrix import ROOMS, ROWS

pytestmark = pytest.mark.django_db

TEXTS = [
    "",
    "\xa0 \u2003\u200b",
    "ø" * 2001,
    "Tryg\x00hed",
    "Tryg\u200b\u202e\ufeffhed\u2066",
    "a" * 200_000,
    "Emne\r\nBcc: alle@example.org",
    "\"'><script>alert(71)</script><img src=x onerror=alert(71)><svg/onload=alert(71)>",
    "<p>Hej</p><iframe srcdoc='<script>x</script>'></iframe><a href='java\tscript:alert(71)'>x</a>",
    "{{ 7|add:7 }}{% debug %}${7*7}%(x)s {0.__class__}",
]
DAYS = [
    "31-11-2026",
    "29-02-2027",
    "01-01-0000",
    "31-12-9999",
    "00-00-00",
    "29-03-2026 02:30",
    "１９-12-2026",
    "i morgen",
]
NUMBERS = ["", "-1", "９", "1.0", "9" * 400, "9223372036854775808", "x\x00"]
EXTRA = {
    "state": "published",
    "is_staff": "on",
    "is_superuser": "1",
    "role": "secretariat",
    "council": "1",
    "council_id": "1",
    "district": "1",
    "user": "1",
    "by": "1",
    "pk": "1",
    "id": "1",
    "plan": "1",
    "submitted_at": "2026-01-01",
    "decided_by": "1",
    "signatures_required": "",
}


def signed(cast: Cast) -> dict[str, Any]:
    return {"pk": approval_stages.signed(cast).pk}


def two_handed_in(cast: Cast) -> dict[str, Any]:
    parts = proposals.hernings_handed_in(cast)
    proposal_stages.submitted(cast, Proposal.objects.get(**parts).round, place="Viborg")
    return parts


MORE_FORMS = {  # that the matrix has no row for
    proposals: {
        f"decide-proposal?valg={choice}": Row(secretariat("200"), make=make)
        for choice, make in (
            ("optag", proposals.hernings_handed_in),
            ("afvis", proposals.hernings_handed_in),
            ("saml", two_handed_in),
        )
    }
    | {"edit-proposal": Row("formand=200 *=404", make=proposals.hernings_draft)},
    approval: {"record-paper-signatures": Row(secretariat("200"), make=approval.discussed)},
    publication: {"publish-plan": Row(secretariat("200"), make=signed)},
}
WITHOUT_FORMS = (desk, pictures, public, word, year_cycle)
WRITING = [room for room in ROOMS if room not in WITHOUT_FORMS]
rooms = pytest.mark.parametrize("room", WRITING, ids=lambda room: room.__name__.rpartition(".")[2])


@rooms
def test_every_form_of_every_page(room, cast):
    surprises, tried = [], 0
    for door in walk(cast, once_each(room.ROWS) | MORE_FORMS.get(room, {})):
        client = visitor(door.insider("get"))
        for form in _forms(client, door):
            tried += 1
            surprises += [f"{door.key}: {fault}" for fault in _stands(client, door, form)]
    assert tried
    told(surprises)


def _stands(client: Client, door: Door, form: html.FormElement) -> Iterator[str]:
    """One kind of field at a time is given something odd, the rest stays as the page has it."""
    texts, days, chosen = _fields(form)
    for fields, odds in ((texts, TEXTS), (days, DAYS), (chosen, NUMBERS)):
        for odd in odds if fields else ():
            typed = dict(form.form_values()) | dict.fromkeys(fields, odd)
            response = ask(client, "post", door.address, typed)
            faults = [*_faults(response), *(_lost(response, odd) if fields is not chosen else ())]
            yield from (f"{odd[:20]!r} i {fields}: {fault}" for fault in faults)


def _forms(client: Client, door: Door) -> list[html.FormElement]:
    shown = ask(client, "get", door.address)
    if shown.status_code != 200 or not is_page(shown):
        return []
    forms = page(shown).xpath("//main//form[translate(@method, 'POST', 'post')='post']")
    return [
        form
        for form in forms
        if form.get("action", "") in ("", door.address, "?" + door.address.partition("?")[2])
    ]


def _fields(form: html.FormElement) -> tuple[set[str], set[str], set[str]]:
    """The names of what is written, of the dates among it, and of what is chosen, carried or secret."""
    kinds = " or ".join(f"@type='{kind}'" for kind in ("text", "email", "number"))
    written = {field.name for field in form.xpath(f".//textarea | .//input[not(@type) or {kinds}]")}
    days = {name for name in written if name.endswith(("_on", "deadline", "_by"))}
    chosen = {name for name in form.fields if name not in written | {None, "csrfmiddlewaretoken"}}
    return written, days, chosen


def _faults(response: HttpResponse) -> Iterator[str]:
    if response.status_code >= 500:
        yield f"{response.status_code}"
    if not is_page(response):
        return
    if found := english(response):
        yield f"engelsk: {found}"
    yield from active(response)


def _lost(response: HttpResponse, odd: str) -> Iterator[str]:
    """What was typed and is not on the page that asks for something better."""
    if response.status_code in (409, 422) and odd.isprintable() and odd.strip() and len(odd) < 3000:
        shown = response.content.decode()
        kept = page(response).xpath("//main//textarea/text() | //main//input/@value")
        if not any(odd in value or odd.strip() == value.strip() for value in kept) and odd not in shown:
            yield "det skrevne er væk"


# --- fields that no page offers ------------------------------------------------------------------------


def facts() -> list[list[tuple[object, ...]]]:
    """Who is who, and what stands where."""
    return [
        list(User.objects.order_by("pk").values_list("pk", "email", "is_active", "is_staff", "is_superuser")),
        list(Membership.objects.order_by("pk").values_list("user", "council", "role", "period")),
        list(Plan.objects.order_by("pk").values_list("council", "year", "state", "signatures_required")),
        list(Proposal.objects.order_by("form_key").values_list("council", "round", "state", "scope")),
    ]


@rooms
def test_fields_that_no_page_offers_change_nothing(room, cast):
    told(
        f"{door.key}: {fault}"
        for door in walk(cast, once_each(room.ROWS) | MORE_FORMS.get(room, {}))
        for fault in _grown(door)
    )


def _grown(door: Door) -> Iterator[str]:
    client = visitor(door.insider("get"))
    for form in _forms(client, door):
        own = dict(form.form_values())
        extra = {name: value for name, value in EXTRA.items() if name not in form.fields}
        plain, more = (_facts_after(client, door.address, typed) for typed in (own, own | extra))
        if plain != more:
            yield f"{plain} blev {more}"


def _facts_after(client: Client, address: str, typed: dict[str, str]) -> list[list[tuple[object, ...]]]:
    with transaction.atomic():
        client.post(address, typed)
        found = facts()
        transaction.set_rollback(True)
    return found


# --- addresses with a question mark ---------------------------------------------------------------------

QUESTIONS = [
    "",
    "%00",
    "%ff",
    "' OR 1=1--",
    '%25_\\:*&!"',
    "<script>alert(71)</script>",
    "９",
    "-1",
    "NaN",
    "9" * 400,
    "a" * 6000,
]


@pytest.mark.parametrize("name", ["q", "side", "valg", "fra", "ved", "next", "page", "o", "p", "format"])
def test_odd_questions(name, cast):
    seen = ["/", "/soeg/", "/arbejdsbord/", "/konto/log-ind/"]
    wanted = {
        "valg": ["decide-proposal"],
        "fra": ["write-proposal"],
        "ved": ["add-section"],
        "side": ["section-history"],
    }.get(name, [])
    doors = [(door.address, door.insider()) for door in walk(cast, {key: ROWS[key] for key in wanted})]
    surprises = []
    for address, person in [*((address, None) for address in seen), *doors]:
        for odd in QUESTIONS:
            response = ask(visitor(person), "get", f"{address}?{name}={odd}")
            surprises += [f"{address}?{name}={odd[:30]}: {fault}" for fault in _faults(response)]
    told(surprises)


# --- where a form may lead --------------------------------------------------------------------------------

EVIL = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://testserver@evil.example/",
]


@pytest.mark.parametrize("address", EVIL)
@pytest.mark.parametrize("name", ["account_login", "account_logout", "account_change_password", "mfa_index"])
def test_next_leads_nowhere_else(name, address, cast, as_user):
    for client in (visitor(None), as_user(cast.sekretariat)):
        for response in (
            client.get(reverse(name), {"next": address}),
            client.post(reverse(name), {"next": address, "password": "x"}),
        ):
            assert "evil" not in response.get("Location", "").partition("?")[0]
            if is_page(response):
                assert not [
                    link for link in page(response).xpath("//a/@href | //form/@action") if "//evil" in link
                ]


@pytest.mark.parametrize("address", EVIL)
def test_an_invitation_leads_nowhere_else(address, cast, client):
    link = reverse("accept-invitation", kwargs=an_invitation(cast))
    typed = {"password": "gynge trompet mosegris", "repeated": "gynge trompet mosegris", "next": address}
    response = client.post(f"{link}?next={address}", typed)
    assert response.status_code == 302
    assert response["Location"] == "/arbejdsbord/"
