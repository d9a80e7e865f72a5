"""The page that shows who has signed and who is missing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from lxml import html

from councils.models import Membership
from plans.approval import workflow
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.approval import stages
from tests.site.test_sheets import read_csv

pytestmark = pytest.mark.django_db


def test_the_board_shows_who_signed_and_who_is_missing(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert "1 af 12 har underskrevet" in page
    said = html.fromstring(page).xpath("//ol[@class='item-list']//*[contains(@class, 'badge')]/text()")
    assert (said.count("mangler"), said.count("underskrevet")) == (11, 1)
    assert "Fristen er overskredet" not in page
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert "Fristen er overskredet" in as_user(cast.sekretariat).get(stages.board(plan)).content.decode()


def test_the_map_tells_who_has_signed_for_which_kommune_and_leads_to_the_name(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.borgmester("Herning")))
    page = html.fromstring(as_user(cast.sekretariat).get(stages.board(plan)).content)
    tiles = page.xpath("//*[local-name()='svg'][contains(@class, 'tile-map')]/a")
    said = {tile.get("aria-label"): tile.get("href") for tile in tiles}
    assert len(said) == 11
    assert {label for label in said if not label.endswith(": mangler")} == {"Herning: underskrevet"}
    [line] = page.xpath(f"//li[@id='{said['Herning: underskrevet'][1:]}']")
    assert "Borgmesteren i Herning" in line.text_content()


def test_the_board_says_why_somebody_can_never_sign(cast, as_user):
    plan = stages.signing(cast)
    mayor = Membership.objects.get(user=cast.borgmester("Herning"))
    Membership.objects.filter(pk=mayor.pk).update(period=(date(2022, 1, 1), timezone.localdate()))
    lost = cast.borgmester("Skive")
    lost.email = None
    lost.save()
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    rows = {row.xpath("string(.//p)"): row for row in html.fromstring(page).xpath("//ol/li")}
    beside_the_name = {name: row.xpath("string(div[1]/p[@class='late'])") for name, row in rows.items()}
    assert beside_the_name["Borgmesteren i Herning"] == "Har ikke længere hvervet."
    assert beside_the_name["Borgmesteren i Skive"].startswith("Kan ikke logge ind")
    assert beside_the_name["Borgmesteren i Viborg"] == ""
    assert page.count("Kan ikke logge ind") == 1


def test_those_who_are_missing_are_reminded_once_a_day(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    Message.objects.all().delete()
    remind = reverse("remind-signatories", args=[plan.pk])

    page = as_user(cast.sekretariat).post(remind, follow=True).content.decode()
    assert "har fået besked i dag" in page
    assert not Message.objects.exists()

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        page = as_user(cast.sekretariat).post(remind, follow=True).content.decode()
        assert "11, der mangler at underskrive, får en e-mail" in page
        as_user(cast.sekretariat).post(remind)
        with pytest.raises(Refused, match="i morgen"):
            workflow.remind(stages.standing_round(plan), by=cast.sekretariat)
    letters = Message.objects.values_list("address", "subject")
    assert len(letters) == 11
    assert ("direktoer@example.org", "Husk at underskrive Samarbejdsplan 2027") not in letters
    assert ("borgmester.viborg@example.org", "Husk at underskrive Samarbejdsplan 2027") in letters


def test_without_a_round_nobody_is_reminded(cast, as_user):
    plan = stages.discussed(cast)
    page = as_user(cast.sekretariat).post(reverse("remind-signatories", args=[plan.pk]), follow=True)
    assert "Planen er ikke til underskrift" in page.content.decode()
    assert as_user(cast.sekretariat).get(reverse("text-to-sign", args=[plan.pk])).status_code == 404


def test_signatories_follow_the_board_but_do_not_steer_it(cast, as_user):
    plan = stages.signing(cast)
    client = as_user(cast.borgmester("Herning"))
    page = client.get(stages.board(plan)).content.decode()
    assert "0 af 12" in page
    assert "reopen" not in page
    assert reverse("reopen-plan", args=[plan.pk]) not in page
    assert client.get(reverse("text-to-sign", args=[plan.pk])).status_code == 200
    assert client.post(stages.board(plan), stages.to_open()).status_code == 403
    for name in ("remind-signatories", "switch-signatures"):
        assert client.post(reverse(name, args=[plan.pk]), {"required": "nej"}).status_code == 403
    assert stages.fresh(plan).signatures_required


def test_others_do_not_see_the_board(cast, as_user, client):
    plan = stages.signing(cast)
    for name in ("signatures", "text-to-sign"):
        address = reverse(name, args=[plan.pk])
        assert client.get(address).url.startswith(reverse("account_login"))
        for role in ("stedfortræder", "formand", "medlem", "kontaktudvalg"):
            assert as_user(cast.roles[role]).get(address).status_code == 403, (name, role)
        for role in ("sekretariat i en anden kreds", "administrator"):
            assert as_user(cast.roles[role]).get(address).status_code == 404, (name, role)


def test_before_a_round_a_mayor_is_told_to_wait(cast, as_user):
    plan = stages.discussed(cast)
    page = as_user(cast.borgmester("Herning")).get(stages.board(plan)).content.decode()
    assert "Planen er ikke sendt til underskrift" in page
    assert '<form method="post" novalidate' not in page


@pytest.mark.parametrize(
    ("stage", "step"),
    [(stages.draft, "send-to-consultation"), (stages.in_consultation, "record-discussion")],
)
def test_before_the_discussion_the_secretariat_is_led_to_the_step_that_can_be_taken(
    cast, as_user, stage, step
):
    plan = stage(cast)
    steps = ("send-to-consultation", "record-discussion")
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert [name for name in steps if f'href="{reverse(name, args=[plan.pk])}"' in page] == [step]


def test_the_board_as_a_file_tells_who_signed_and_when(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    link = reverse("signatures-sheet", args=[plan.pk, "csv"])
    assert f'href="{link}"' in as_user(cast.sekretariat).get(stages.board(plan)).text
    _, *rows = read_csv(as_user(cast.sekretariat).get(link).content)
    today = f"{timezone.localdate():%d-%m-%Y}"
    [signed] = [row for row in rows if row[2] != "mangler"]
    assert (signed[0], signed[2], signed[3][:10]) == (str(cast.direktoer), "i portalen", today)
    assert len(rows) == 12


def test_before_a_round_there_is_no_file_of_it(cast, as_user):
    plan = stages.discussed(cast)
    assert (
        as_user(cast.sekretariat).get(reverse("signatures-sheet", args=[plan.pk, "csv"])).status_code == 404
    )
