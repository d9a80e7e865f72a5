"""The account is given to the kredsråd, frozen, and taken back with a reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.agendas.sources import waiting_for
from councils.agendas.workflow import take_up
from councils.models import Meeting
from plans.publication.pdf.checking import findings
from plans.yearly_account import workflow
from plans.yearly_account.models import AccountPart, AccountTakenBack, PresentedAccount, YearlyAccount
from plans.yearly_account.reading import shown_text
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.councils.meetings import stages as meetings
from tests.plans.yearly_account import stages
from tests.plans.yearly_account.stages import YEAR, at

pytestmark = pytest.mark.django_db


def offered(meeting):
    return [one for one in waiting_for(meeting) if one.kind == "Årlig redegørelse"]


def test_presented_it_is_frozen_and_the_kredsraad_reads_it(cast, as_user):
    account = stages.draft(cast)
    stages.edited(cast, account, "ahead", "<p>Vi går videre med skolerne.</p>")
    page = at("yearly-account", account)
    assert as_user(cast.borgmester("Herning")).get(page).status_code == 404
    day = timezone.localdate() - timedelta(days=3)
    typed = {"presented_on": f"{day:%d-%m-%Y}"}
    assert as_user(cast.sekretariat).post(at("present-yearly-account", account), typed).status_code == 302
    made = PresentedAccount.objects.get()
    assert (made.number, made.presented_on, made.presented_by) == (1, day, cast.sekretariat)
    account.refresh_from_db()
    AccountPart.objects.filter(key="ahead").update(body="<p>Ændret bagefter.</p>", is_edited=True)
    for text in (str(shown_text(account)), as_user(cast.borgmester("Herning")).get(page).text):
        assert "Vi går videre med skolerne." in text
        assert "Ændret bagefter." not in text
    letter = Message.objects.get(to=cast.borgmester("Herning"), subject__contains="kan læses nu")
    assert page in letter.body
    with pytest.raises(Refused, match="ligger fast"):
        stages.edited(cast, account, "ahead", "<p>Nyt.</p>")
    with pytest.raises(Refused, match="ligger fast"):
        workflow.refresh(account, by=cast.sekretariat)


def test_its_pdf_is_the_one_that_was_presented_and_keeps_every_rule(cast, as_user):
    account = stages.presented(cast)
    pdf = as_user(cast.borgmester("Herning")).get(at("yearly-account-pdf", account)).content
    assert pdf == bytes(PresentedAccount.objects.get().file.content)
    assert findings(pdf) == []


def test_a_part_without_text_is_left_out(cast):
    account = stages.presented(cast)
    assert "Det kommende år" not in str(shown_text(account))
    account.parts.update(body="", is_edited=True)
    with pytest.raises(Refused, match="er tom"):
        workflow.present(
            workflow.take_back(account, stages.REASON, by=cast.sekretariat),
            timezone.localdate(),
            by=cast.sekretariat,
        )


def test_a_day_that_has_not_come_is_refused_with_what_was_typed(cast, as_user):
    account = stages.draft(cast)
    tomorrow = f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}"
    response = as_user(cast.sekretariat).post(
        at("present-yearly-account", account), {"presented_on": tomorrow}
    )
    assert response.status_code == 422
    assert tomorrow in response.text
    with pytest.raises(Refused, match="ikke kommet"):
        workflow.present(account, timezone.localdate() + timedelta(days=1), by=cast.sekretariat)


def test_it_is_taken_back_with_a_reason_and_presented_again(cast, as_user):
    mayor = cast.borgmester("Herning")
    account = stages.presented(cast)
    client = as_user(cast.sekretariat)
    assert client.post(at("take-back-yearly-account", account), {"reason": ""}).status_code == 422
    client.post(at("take-back-yearly-account", account), {"reason": stages.REASON})
    assert AccountTakenBack.objects.get().reason == stages.REASON
    assert as_user(mayor).get(at("yearly-account", account)).status_code == 404
    assert stages.REASON in Message.objects.get(to=mayor, subject__contains="taget tilbage").body
    account.refresh_from_db()
    stages.edited(cast, account, "ahead", "<p>Rettet.</p>")
    workflow.present(account, timezone.localdate(), by=cast.sekretariat)
    assert list(account.presented.values_list("number", flat=True)) == [2, 1]
    account.refresh_from_db()
    assert "Rettet." in str(shown_text(account))


def test_the_kredsraads_meeting_is_offered_it_until_it_is_presented(cast):
    account = stages.draft(cast)
    meeting, other = meetings.planned(cast), meetings.hernings(cast)
    assert [one.title for one in offered(meeting)] == [str(account)]
    assert offered(other) == []
    workflow.present(account, timezone.localdate(), by=cast.sekretariat)
    assert offered(meeting) == []


def test_talked_of_and_not_given_it_waits_for_the_next_meeting(cast):
    account = stages.draft(cast)
    first, second = meetings.planned(cast), meetings.planned(cast, held_on=meetings.in_days(50))
    [point] = offered(first)
    take_up(first, [point.key], by=cast.sekretariat)
    assert offered(second) == []
    Meeting.objects.filter(pk=first.pk).update(state="held")
    [again] = offered(second)
    take_up(second, [again.key], by=cast.sekretariat)
    assert offered(second) == []
    account = workflow.present(account, timezone.localdate(), by=cast.sekretariat)
    Meeting.objects.filter(pk=second.pk).update(state="held")
    third = meetings.planned(cast, held_on=meetings.in_days(60))
    assert offered(third) == []
    workflow.take_back(account, stages.REASON, by=cast.sekretariat)
    assert [one.title for one in offered(third)] == [str(account)]


def test_taken_back_before_its_meeting_it_is_still_one_point_there(cast):
    account, meeting = stages.draft(cast), meetings.planned(cast)
    take_up(meeting, [one.key for one in offered(meeting)], by=cast.sekretariat)
    account = workflow.present(account, timezone.localdate(), by=cast.sekretariat)
    workflow.take_back(account, stages.REASON, by=cast.sekretariat)
    assert offered(meeting) == []


def test_each_account_counts_its_own_points(cast):
    account, meeting = stages.draft(cast), meetings.planned(cast)
    first = meetings.planned(cast, held_on=meetings.in_days(50))
    other = first.agenda.create(title="En anden", source=f"yearly-account:{account.pk}1", position=1)
    Meeting.objects.filter(pk=first.pk).update(state="held")
    assert [one.key for one in offered(meeting)] == [other.source[:-1]]


@pytest.mark.parametrize(
    ("name", "state", "typed"),
    [
        ("take-back-yearly-account", "draft", {"reason": "Et helt andet tal var forkert."}),
        ("present-yearly-account", "presented", {"presented_on": f"02-01-{YEAR}"}),
    ],
)
def test_the_second_of_two_keeps_what_was_typed(cast, as_user, name, state, typed):
    account = stages.REACH[state](cast)
    response = as_user(cast.sekretariat).post(at(name, account), typed)
    assert response.status_code == 409
    assert all(words in response.text for words in typed.values())


@pytest.mark.parametrize("state", ["draft", "presented"])
@pytest.mark.parametrize("step", ["edit", "refresh", "use_draft", "present", "take_back"])
def test_state_by_step(cast, state, step):
    account, by = stages.REACH[state](cast), cast.sekretariat
    part = stages.part(account)
    act = {
        "edit": lambda: workflow.edit_part(part, {"heading": "Ny", "body": ""}, version=1, by=by),
        "refresh": lambda: workflow.refresh(account, by=by),
        "use_draft": lambda: workflow.use_draft(part, by=by),
        "present": lambda: workflow.present(account, timezone.localdate(), by=by),
        "take_back": lambda: workflow.take_back(account, stages.REASON, by=by),
    }[step]
    if (step == "take_back") == (state == "presented"):
        act()
    else:
        with pytest.raises(Refused):
            act()


def test_what_the_database_holds(cast):
    account = stages.presented(cast)
    rules = {
        "an_account_taken_back_has_a_reason": lambda: AccountTakenBack.objects.create(
            presented=account.newest, reason="", by=cast.sekretariat
        ),
        "a_part_that_nobody_edited_is_as_drafted": lambda: account.parts.filter(key="ahead").update(body="x"),
        "a_part_of_an_account_has_a_heading": lambda: account.parts.filter(key="ahead").update(heading=""),
        "a_yearly_account_has_a_known_state": lambda: YearlyAccount.objects.update(state="x"),
        "a_yearly_account_is_younger_than_the_law": lambda: YearlyAccount.objects.update(year=1999),
    }
    for rule, breaks in rules.items():
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            breaks()


def test_one_account_and_three(cast, as_user):
    client, council = as_user(cast.sekretariat), cast.kredsraad()
    pages = {"yearly-accounts": council.pk}
    counted = []
    for year in (YEAR, YEAR - 1, YEAR - 2):
        made = workflow.make_account(council, year, by=cast.sekretariat)
        pages["yearly-account"] = made.pk
        workflow.present(made, timezone.localdate(), by=cast.sekretariat)
        with CaptureQueriesContext(connection) as queries:
            for name, pk in pages.items():
                assert client.get(reverse(name, args=[pk])).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[2] <= 24


def test_without_any_the_list_shows_the_way_on(cast, as_user):
    address = reverse("yearly-accounts", args=[cast.kredsraad().pk])
    assert f"Begynd redegørelsen for {YEAR}" in as_user(cast.sekretariat).get(address).text
    page = as_user(cast.borgmester("Herning")).get(address).text
    assert "Begynd redegørelsen" not in page
    assert "Ingen redegørelse er forelagt endnu" in page
    assert (
        address in as_user(cast.direktoer).get(reverse("council-meetings", args=[cast.kredsraad().pk])).text
    )
