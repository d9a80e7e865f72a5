"""Mail that was refused is told to those who can have the address mended, where the person stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState, Refusal
from samarbejde.outbox.workflow import queue
from tests.plans.approval import stages
from tests.plans.proposals.stages import a_round

pytestmark = pytest.mark.usefixtures("workers")
PAGE = "/arbejdsbord/afvist-post/"
DESK = "/arbejdsbord/"


def refuse(person, subject="Frist for forslag") -> Message:
    [message] = queue(letter(person, subject, "Husk fristen."))
    Message.objects.filter(pk=message.pk).update(state=MessageState.GIVEN_UP)
    Refusal.objects.create(message=message, address=message.address, answer="550 No such user")
    return message


def mend(person, address="mended@example.org") -> None:
    person.email = address
    person.save()


def seen(as_user, person, address=PAGE) -> str:
    return as_user(person).get(address).content.decode()


def cost(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_desk_says_so_to_administrator_and_secretariat_and_to_nobody_else(cast, as_user):
    title = "E-mails til 1 person blev afvist"
    told = [cast.sekretariat, cast.administrator]
    others = [cast.sekretariat_fyn, cast.formand_herning, cast.direktoer]
    for person in told:
        assert title not in seen(as_user, person, DESK)
    refuse(cast.formand_viborg)
    for person in told:
        page = seen(as_user, person, DESK)
        assert title in page
        assert f'href="{PAGE}"' in page
    for person in others:
        assert title not in seen(as_user, person, DESK)
    refuse(cast.formand_viborg, "En mere")
    refuse(cast.formand_herning)
    assert "E-mails til 2 personer blev afvist" in seen(as_user, cast.sekretariat, DESK)


def test_an_administrator_is_led_to_the_address_and_a_secretariat_to_the_administrator(cast, as_user):
    refuse(cast.formand_viborg)
    way = reverse("admin:accounts_user_change", args=[cast.formand_viborg.pk])
    page = seen(as_user, cast.administrator)
    assert f'href="{way}"' in page
    assert "Ret adressen" in page
    assert as_user(cast.administrator).get(way).status_code == 200
    page = seen(as_user, cast.sekretariat)
    assert "formand.viborg@example.org" in page
    assert "Bed administratoren rette adressen" in page
    assert "mailto:administrator@example.org" in page
    assert way not in page


def test_it_is_sent_again_to_the_mended_address_and_told_no_more(cast, as_user):
    message = refuse(cast.formand_viborg)
    mend(cast.formand_viborg)
    client = as_user(cast.sekretariat)
    assert "Adressen er rettet til mended@example.org" in client.get(PAGE).content.decode()

    seen = client.post(reverse("send-again", args=[message.pk]), follow=True)

    message.refresh_from_db()
    assert (message.state, message.address) == (MessageState.QUEUED, "mended@example.org")
    assert "sendes igen, nu til mended@example.org" in seen.content.decode()
    assert "Ingen post er afvist" in seen.content.decode()


def test_a_personal_link_is_not_sent_again_but_a_new_invitation(cast, as_user):
    from samarbejde.accounts.workflow import invite

    invite(cast.formand_viborg, by=cast.administrator)
    message = Message.objects.get()
    Message.objects.update(state=MessageState.GIVEN_UP)
    Refusal.objects.create(message=message, address=message.address, answer="550 No such user")
    mend(cast.formand_viborg)
    page = seen(as_user, cast.administrator)
    assert "Send en ny invitation" in page
    assert "Send igen" not in page
    assert "Bed administratoren sende en ny invitation" in seen(as_user, cast.sekretariat)
    answer = as_user(cast.sekretariat).post(reverse("send-again", args=[message.pk]), follow=True)
    assert "Send en ny invitation i stedet" in answer.content.decode()
    message.refresh_from_db()
    assert message.state == MessageState.GIVEN_UP


def test_another_districts_mail_is_not_found(cast, as_user, client):
    message = refuse(cast.formand_viborg)
    address = reverse("send-again", args=[message.pk])
    assert as_user(cast.sekretariat_fyn).post(address).status_code == 404
    assert "Viborg" not in seen(as_user, cast.sekretariat_fyn)
    assert as_user(cast.formand_viborg).post(address).status_code == 403
    assert as_user(cast.formand_viborg).get(PAGE).status_code == 403
    assert client.get(PAGE).url.startswith(reverse("account_login"))
    message.refresh_from_db()
    assert message.state == MessageState.GIVEN_UP


def test_the_board_of_the_round_says_it_where_the_lokalraad_stands(cast, as_user):
    round_ = a_round(cast)
    board = reverse("proposal-board", args=[round_.plan_id])
    chair = cast.formand_viborg
    assert "blev afvist" not in seen(as_user, cast.sekretariat, board)
    refuse(chair)
    page = seen(as_user, cast.sekretariat, board)
    assert page.count("blev afvist") == 1
    row = page[page.rindex("<tr>", 0, page.index("blev afvist")) : page.index("blev afvist")]
    assert "Viborg" in row
    assert f'href="{PAGE}"' in page
    mend(chair)
    assert "Adressen er rettet siden" in seen(as_user, cast.sekretariat, board)
    Message.objects.create(
        to=chair,
        address=chair.email,
        subject="Ny",
        body="Ny.",
        state=MessageState.SENT,
        sent_at=timezone.now(),
    )
    assert "blev afvist" not in seen(as_user, cast.sekretariat, board)


def test_the_board_of_signatures_says_it_until_the_name_is_there(cast, as_user):
    plan = stages.signing(cast)
    address = reverse("signatures", args=[plan.pk])
    mayor = cast.borgmester("Herning")
    refuse(mayor, "Underskriv")
    assert "blev afvist" in seen(as_user, cast.sekretariat, address)
    assert "blev afvist" not in seen(as_user, mayor, address)
    stages.sign_all(plan)
    assert "blev afvist" not in seen(as_user, cast.sekretariat, address)


def test_one_and_three_cost_the_same(cast, as_user):
    round_ = a_round(cast)
    pages = [PAGE, DESK, reverse("proposal-board", args=[round_.plan_id])]
    client = as_user(cast.sekretariat)
    refuse(cast.formand_viborg)
    one = [cost(client, page) for page in pages]
    refuse(cast.formand_viborg, "En mere")
    refuse(cast.formand_herning)
    assert [cost(client, page) for page in pages] == one
    assert max(one) <= 12


def test_three_unreached_signatories_cost_as_one(cast, as_user):
    plan = stages.signing(cast)
    address = reverse("signatures", args=[plan.pk])
    client = as_user(cast.sekretariat)
    mayors = cast.borgmestre
    refuse(mayors[0])
    one = cost(client, address)
    for mayor in mayors[1:3]:
        refuse(mayor)
    assert cost(client, address) == one <= 12
