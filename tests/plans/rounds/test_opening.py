"""A round opens by itself at its minute, and until then nobody but the secretariat knows of it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import Proposal, ProposalRound, later_round
from plans.rounds import workflow as rounds
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused, Stale
from tests.making import a_plan
from tests.plans.proposals import stages

DENMARK = ZoneInfo("Europe/Copenhagen")


def planned(cast, opens_at: datetime | None = None) -> ProposalRound:
    opens_at = opens_at or timezone.now() + timedelta(days=3)
    return rounds.open_round(
        a_plan(cast.kredsraad()),
        guidance="Tænk på de unge.",
        opens_at=opens_at,
        deadline=opens_at + timedelta(days=20),
        by=cast.sekretariat,
    ).round


def typed(**answers: object) -> dict[str, object]:
    opens, ends = stages.in_days(3), stages.in_days(20)
    usual = {"guidance": "x", "opens": f"{opens:%d-%m-%Y}", "deadline": f"{ends:%d-%m-%Y}"}
    return usual | answers


def open_page(plan: Plan) -> str:
    return reverse("open-round", args=[plan.pk])


def test_the_form_says_when_it_opens_and_nobody_is_written_to(cast, as_user):
    assert cast.formaend
    plan = a_plan(cast.kredsraad())
    page = as_user(cast.sekretariat).post(open_page(plan), typed(), follow=True)
    round_ = ProposalRound.objects.get()
    assert timezone.localtime(round_.opens_at) == datetime.combine(stages.in_days(3), time(8), DENMARK)
    assert timezone.localtime(round_.deadline).time() == time(23, 59)
    assert not round_.is_called
    assert not Message.objects.exists()
    assert "Forslagsrunden åbner af sig selv" in page.text
    assert "Lokalrådene er ikke spurgt endnu" in page.text
    assert "Send påmindelse" not in page.text
    assert Event.objects.about(plan).filter(verb="round.planned").count() == 1


def test_hours_of_ones_own(cast, as_user):
    times = {"opens_clock": "12.30", "deadline_clock": "15.00"}
    as_user(cast.sekretariat).post(open_page(a_plan(cast.kredsraad())), typed(**times))
    round_ = ProposalRound.objects.get()
    assert f"{timezone.localtime(round_.opens_at):%H.%M}" == "12.30"
    assert f"{timezone.localtime(round_.deadline):%H.%M}" == "15.00"
    page = as_user(cast.sekretariat).get(open_page(round_.plan)).text
    assert 'value="12.30"' in page
    assert 'value="15.00"' in page


def test_it_opens_at_its_minute_once(cast):
    chairs = cast.formaend
    round_ = planned(cast)
    with time_machine.travel(round_.opens_at - timedelta(seconds=1), tick=False):
        assert rounds.open_due_rounds() == 0
        assert not fresh(round_).is_open_for(cast.lokalraad("Herning"))
    with time_machine.travel(round_.opens_at, tick=False):
        assert fresh(round_).is_open_for(cast.lokalraad("Herning"))
        assert [rounds.open_due_rounds() for _ in range(3)] == [1, 0, 0]
        assert {mail.to for mail in Message.objects.all()} == set(chairs)
        assert Message.objects.count() == len(chairs)
        opened = Event.objects.get(verb="round.opened")
        assert (opened.actor, opened.actor_name) == (None, "Systemet")
        assert fresh(round_).called_at == round_.opens_at


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_it_opens_by_the_danish_clock_on_the_days_when_that_is_set(cast, day):
    """At eight in the morning, whatever the clock showed the evening before."""
    with time_machine.travel(datetime.combine(day - timedelta(days=2), time(12), DENMARK), tick=False):
        round_ = planned(cast, datetime.combine(day, time(8), DENMARK))
    with time_machine.travel(datetime.combine(day, time(7, 59, 59), DENMARK), tick=False):
        assert rounds.open_due_rounds() == 0
    with time_machine.travel(datetime.combine(day, time(8), DENMARK), tick=False):
        assert rounds.open_due_rounds() == 1
        assert fresh(round_).is_called


@pytest.mark.parametrize("field", ["opens", "deadline"])
@pytest.mark.parametrize(
    ("day", "clock", "told"),
    [
        (date(2027, 3, 28), "02.30", "findes ikke den nat"),
        (date(2027, 10, 31), "02.30", "kommer to gange den nat"),
    ],
)
def test_a_minute_that_is_none_or_two_is_explained(cast, as_user, field, day, clock, told):
    plan = a_plan(cast.kredsraad(), 2027)
    with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=DENMARK)):
        answers = {"opens": "", "deadline": "01-12-2027", field: f"{day:%d-%m-%Y}", f"{field}_clock": clock}
        answer = as_user(cast.sekretariat).post(open_page(plan), {"guidance": "Husk det.", **answers})
    assert answer.status_code == 422
    assert told in answer.text
    assert "Husk det." in answer.text
    assert not ProposalRound.objects.exists()


def test_it_opens_before_its_deadline(cast, as_user):
    answers = typed(opens=f"{stages.in_days(30):%d-%m-%Y}")
    answer = as_user(cast.sekretariat).post(open_page(a_plan(cast.kredsraad())), answers)
    assert answer.status_code == 409
    assert "Lad runden åbne før fristen." in answer.text


def test_an_opening_that_is_gone_is_refused(cast, as_user):
    plan = a_plan(cast.kredsraad())
    day = f"{stages.in_days(-1):%d-%m-%Y}"
    assert "Dagen er gået." in as_user(cast.sekretariat).post(open_page(plan), typed(opens=day)).text
    with time_machine.travel(datetime.combine(stages.in_days(0), time(12), DENMARK), tick=False):
        today = typed(opens=f"{stages.in_days(0):%d-%m-%Y}")
        page = as_user(cast.sekretariat).post(open_page(plan), today).text
        assert "08.00 er gået" in page
    assert not ProposalRound.objects.exists()


def test_until_then_all_of_it_is_corrected_and_nobody_is_told(cast, as_user):
    assert cast.formaend
    round_ = planned(cast)
    moved = typed(opens=f"{stages.in_days(5):%d-%m-%Y}", deadline=f"{stages.in_days(9):%d-%m-%Y}", version=1)
    as_user(cast.sekretariat).post(open_page(round_.plan), moved)
    found = fresh(round_)
    assert timezone.localdate(found.opens_at) == stages.in_days(5)
    assert timezone.localdate(found.deadline) == stages.in_days(9)
    assert not Message.objects.exists()


def test_it_can_be_opened_at_once_after_all(cast, as_user):
    chairs = cast.formaend
    round_ = planned(cast)
    now = typed(opens="", version=1)
    page = as_user(cast.sekretariat).post(open_page(round_.plan), now, follow=True)
    assert "Forslagsrunden er åbnet." in page.text
    assert fresh(round_).is_open_for(cast.lokalraad("Herning"))
    assert Message.objects.count() == len(chairs)


def test_whoever_has_the_page_from_before_it_opened_is_told(cast):
    round_ = planned(cast)
    with time_machine.travel(round_.opens_at):
        rounds.open_due_rounds()
        later = timezone.now() + timedelta(days=4)
        with pytest.raises(Stale):
            rounds.change_round(
                round_, guidance="Ny", deadline=later, opens_at=later, version=1, by=cast.sekretariat
            )


def test_a_lokalraad_reads_when_it_opens_and_writes_nothing_before(cast, as_user):
    round_, council, chair = planned(cast), cast.lokalraad("Herning"), cast.formand_herning
    client = as_user(chair)
    page = client.get(reverse("council-proposals", args=[round_.plan_id, council.pk])).text
    assert "Forslagsrunden er ikke åbnet endnu" in page
    assert "Tænk på de unge." not in page
    assert client.get(stages.new_page(cast, round_)).status_code == 404
    for attempt in (
        lambda: stages.drafted(cast, round_),
        lambda: stages.say_no_proposals(round_, council, by=chair),
        lambda: rounds.remind(round_, by=cast.sekretariat),
        lambda: stages.extend_deadline(
            round_, council, deadline=stages.deadline(90), reason="x", by=cast.sekretariat
        ),
    ):
        with pytest.raises(Refused, match="Forslagsrunden åbner"):
            attempt()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("late", [timedelta(days=3), timedelta(days=21)])
def test_a_worker_that_was_away_opens_late_but_not_after_the_deadline(cast, late):
    round_ = planned(cast)
    with time_machine.travel(round_.opens_at + late):
        assert rounds.open_due_rounds() == (1 if late.days < 20 else 0)


def test_a_plan_whose_text_lies_fast_opens_nothing(cast):
    round_ = planned(cast)
    Plan.objects.filter(pk=round_.plan_id).update(state=PlanState.DISCUSSED)
    with time_machine.travel(round_.opens_at):
        assert rounds.open_due_rounds() == 0
    assert not Message.objects.exists()


def test_what_waits_from_last_year_comes_in_as_it_opens(cast):
    old = stages.postponed(cast)
    round_ = rounds.open_round(
        a_plan(cast.kredsraad(), old.round.plan.year + 1),
        guidance="",
        opens_at=timezone.now() + timedelta(days=1),
        deadline=timezone.now() + timedelta(days=9),
        by=cast.sekretariat,
    ).round
    assert later_round(old.round.plan) is None
    assert not round_.proposals.exists()
    with time_machine.travel(round_.opens_at):
        rounds.open_due_rounds()
        assert round_.proposals.get().carried_from == old
        assert later_round(old.round.plan) == round_


def test_the_secretariats_next_step_says_when(cast, as_user):
    round_ = planned(cast)
    page = as_user(cast.sekretariat).get(reverse("plan", args=[round_.plan_id])).text
    assert "Forslagsrunden åbner af sig selv" in page
    assert "Runden åbner" in page


def test_a_plan_that_is_deleted_before_tells_nobody(cast):
    from plans.desk.workflow import delete_plan

    assert cast.formaend
    round_ = planned(cast)
    delete_plan(round_.plan, by=cast.sekretariat)
    assert not ProposalRound.objects.exists()
    assert not Message.objects.exists()


def fresh(round_: ProposalRound) -> ProposalRound:
    return ProposalRound.objects.select_related("plan").get(pk=round_.pk)
