"""Every page of the room opens, costs a steady number of queries, and shows nobody what is not theirs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import FocusArea, Priority, Scope, SectionKind
from plans.drafting.workflow import add_focus_area

TEXT = "Kredsrådet mødes fire gange om året."
PAGES = ["plan-text", "plan-outline", "add-section", "focus-areas", "add-focus-area", "send-to-consultation"]


@pytest.fixture
def addresses(full_plan, cast):
    """Every address of the room that opens with GET, by name."""
    area = add_focus_area(
        full_plan,
        title="Unge",
        text="<p>a</p>",
        scope=Scope.LOCAL,
        council=cast.lokalraad("Skive"),
        by=cast.sekretariat,
    )
    section = full_plan.sections.get(heading="Kredsrådet")
    found = {name: reverse(name, args=[full_plan.pk]) for name in PAGES}
    found |= {
        name: reverse(name, args=[full_plan.pk, section.pk])
        for name in ("edit-section", "section-history", "delete-section")
    }
    found |= {
        name: reverse(name, args=[full_plan.pk, area.pk]) for name in ("edit-focus-area", "remove-focus-area")
    }
    found["priorities"] = reverse("priorities", args=[full_plan.pk, area.council_id])
    found["start-plan"] = reverse("start-plan")
    return found


def test_the_secretariat_opens_every_page(addresses, cast, as_user):
    client = as_user(cast.sekretariat)
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 200, name
        assert answer.content.decode().count("<h1") == 1, name


def test_nobody_opens_them_without_logging_in(addresses, client, db):
    for address in addresses.values():
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == f"{reverse('account_login')}?next={address}"


def test_others_of_the_district_read_the_text_and_no_more(addresses, cast, as_user):
    closed = [address for name, address in addresses.items() if name != "plan-text"]
    for person in (
        cast.formand_herning,
        cast.medlem_herning,
        cast.borgmester("Skive"),
        cast.kontaktudvalg,
        cast.direktoer,
    ):
        client = as_user(person)
        for name, address in addresses.items():
            answer = client.get(address)
            assert answer.status_code == (200 if name == "plan-text" else 403), name
            assert (TEXT in answer.text) is (name == "plan-text"), name
            assert ("Det har du ikke adgang til" in answer.text) is (name != "plan-text"), name
            assert not [way for way in closed if f'"{way}"' in answer.text], name


def test_outsiders_find_nothing(addresses, cast, as_user):
    for person in (cast.sekretariat_fyn, cast.administrator):
        client = as_user(person)
        for name, address in addresses.items():
            if name != "start-plan":
                answer = client.get(address)
                assert answer.status_code == 404, name
                assert "Siden findes ikke" in answer.text
                assert TEXT not in answer.text


@pytest.mark.parametrize("number", ["0", "99999999999999999999"])
def test_addresses_of_nothing_are_404(full_plan, cast, as_user, number):
    client = as_user(cast.sekretariat)
    for address in (
        f"planer/{number}/tekst/",
        f"planer/{full_plan.pk}/afsnit/{number}/",
        f"planer/{full_plan.pk}/prioriteringer/{number}/",
    ):
        answer = client.get(f"/arbejdsbord/{address}")
        assert answer.status_code == 404
        assert "Siden findes ikke" in answer.text
        assert TEXT not in answer.text


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_pages_cost_the_same_with_one_row_and_with_many(addresses, full_plan, section, cast, as_user):
    client = as_user(cast.sekretariat)
    before = {name: queries_of(client, address) for name, address in addresses.items()}
    for number in range(3):
        more = section(f"Kapitel {number}", body="<p>a</p>", kind=SectionKind.APPENDIX)
        area = FocusArea.objects.create(plan=full_plan, scope=Scope.DISTRICT, since=2027, section=more)
        for place in cast.municipalities:
            Priority.objects.create(council=cast.lokalraad(place.name), focus_area=area, position=number)
        cast.formand(cast.municipalities[number].name)
    kredsraad = full_plan.sections.get(heading="Kredsrådet")
    for number in range(3):
        kredsraad.body = f"<p>{number}</p>"
        kredsraad.save()
    after = {name: queries_of(client, address) for name, address in addresses.items()}
    assert after == before
    assert max(after.values()) <= 12, after
