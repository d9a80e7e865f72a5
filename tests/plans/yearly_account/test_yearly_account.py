"""The director's account of the year: drafted by the portal, edited, presented, taken back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.meetings.agenda_sources import waiting_for
from councils.meetings.workflow import take_up
from councils.models import Meeting
from plans.document.models import Plan
from plans.publication.pdf.checking import findings
from plans.yearly_account import workflow
from plans.yearly_account.models import AccountPart, AccountTakenBack, PresentedAccount, YearlyAccount
from plans.yearly_account.reading import shown_text
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused, Stale
from tests.councils.meetings import stages as meetings
from tests.making import a_focus_area
from tests.plans.action_plans.stages import EVALUATION
from tests.plans.follow_up.stages import WORDS
from tests.plans.yearly_account import stages
from tests.plans.yearly_account.stages import YEAR

pytestmark = pytest.mark.django_db


def offered(meeting):
    return [one for one in waiting_for(meeting) if one.kind == "Årlig redegørelse"]


def at(name, account, *more):
    return reverse(name, args=[account.pk, *more])


def test_the_portal_drafts_it_of_what_it_knows(cast, as_user):
    plan = stages.a_year(cast)
    stages.evaluated(cast, plan)
    address = reverse("make-yearly-account", args=[cast.kredsraad().pk, YEAR])
    assert as_user(cast.sekretariat).post(address).status_code == 302
    account = YearlyAccount.objects.get()
    headings = [part.heading for part in account.parts.all()]
    assert headings == [
        *("Indledning", "Politikredsen i tal", "Trivsel for unge"),
        *("Møder i rådene", "Det kommende år"),
    ]
    figures, topic, met = (stages.part(account, key).body for key in ("figures", "topic", "meetings"))
    assert [words in figures for words in ("Indbrud", "120", "150")] == [True] * 3
    assert f"1 af {len(cast.municipalities)} lokalråd har meldt status: 1 i gang." in topic
    assert WORDS.text in topic
    assert EVALUATION in topic
    assert f"Kredsrådet mødtes én gang: 14. januar {YEAR}." in met
    assert Event.objects.get(verb="yearly_account.made").actor == cast.sekretariat


def test_what_was_typed_in_an_answer_is_shown_as_it_was_typed(cast):
    account = stages.draft(cast)
    stages.answered_again(cast, account, "<script>alert(1)</script>")
    workflow.refresh(account, by=cast.sekretariat)
    assert "&lt;script&gt;" in stages.part(account, "topic").body


def test_a_year_without_a_plan_has_one_too(cast):
    account = workflow.make_account(cast.kredsraad(), YEAR - 3, by=cast.sekretariat)
    assert "ingen møder" in stages.part(account, "meetings").body
    assert not account.parts.filter(key__startswith="topic").exists()


def test_there_is_one_a_year(cast):
    account = stages.draft(cast)
    with pytest.raises(Refused, match="er begyndt"):
        workflow.make_account(account.council, YEAR, by=cast.sekretariat)
    with pytest.raises(IntegrityError, match="one_yearly_account_per_council_and_year"):
        YearlyAccount.objects.create(council=account.council, year=YEAR)


def test_what_is_drafted_anew_overwrites_nobodys_words(cast, as_user):
    account = stages.draft(cast)
    stages.edited(cast, account, "topic", "<p>Det gik godt i Herning.</p>")
    stages.answered_again(cast, account, "Alle skoler er med.")
    client = as_user(cast.sekretariat)
    client.post(at("refresh-yearly-account", account))
    topic = stages.part(account, "topic")
    assert topic.body == "<p>Det gik godt i Herning.</p>"
    assert topic.has_news
    assert "Alle skoler er med." in topic.drafted
    page = client.get(at("edit-account-part", account, topic.pk)).text
    assert "Alle skoler er med." in page
    client.post(at("use-account-draft", account, topic.pk))
    topic.refresh_from_db()
    assert (topic.body, topic.is_edited, topic.has_news) == (topic.drafted, False, False)
    assert topic.history.filter(body="<p>Det gik godt i Herning.</p>").exists()


def test_what_nobody_has_edited_follows_along(cast):
    account = stages.draft(cast)
    stages.answered_again(cast, account, "Alle skoler er med.")
    assert workflow.refresh(account, by=cast.sekretariat) == workflow.Refreshed(updated=1, kept=0)
    assert "Alle skoler er med." in stages.part(account, "topic").body
    assert workflow.refresh(account, by=cast.sekretariat) == workflow.Refreshed(updated=0, kept=0)


def test_a_topic_that_is_called_something_else_is_so_here_too(cast):
    account = stages.draft(cast)
    section = Plan.objects.get(council=account.council).sections.get(heading="Trivsel for unge")
    section.heading = "Unge i trivsel"
    section.save()
    workflow.refresh(account, by=cast.sekretariat)
    assert stages.part(account, "topic").heading == "Unge i trivsel"
    stages.edited(cast, account, "topic", "<p>Det gik godt i Herning.</p>")
    section.heading = "De unge"
    section.save()
    assert workflow.refresh(account, by=cast.sekretariat).kept == 0
    assert stages.part(account, "topic").heading == "Unge i trivsel"


def test_the_longest_title_of_a_local_topic_has_room_for_its_kommune(cast):
    plan = stages.a_year(cast)
    topic = a_focus_area(plan, "Ro " * 99 + "nu.", cast.lokalraad("Herning"))
    stages.evaluated(cast, plan, topic)
    account = workflow.make_account(cast.kredsraad(), YEAR, by=cast.sekretariat)
    heading = account.parts.get(key=f"topic:{topic.lineage}").heading
    assert heading.startswith("Ro Ro")
    assert heading.endswith("… (Herning)")


@pytest.mark.parametrize(("held", "said"), [(1, "1 møde: Herning 1."), (2, "2 møder: Herning 2.")])
def test_meetings_are_told_by_their_number(cast, held, said):
    for day in range(1, held + 1):
        on, herning = date(YEAR, 1, day), cast.lokalraad("Herning")
        Meeting.objects.create(council=herning, held_on=on, state="held", place="Rådhuset")
    account = workflow.make_account(cast.kredsraad(), YEAR, by=cast.sekretariat)
    assert f"Lokalrådene holdt {said}" in stages.part(account, "meetings").body


def test_a_topic_that_is_gone_stays_only_where_somebody_wrote(cast):
    account = stages.draft(cast)
    stages.edited(cast, account, "figures", "<p>Tallene er pæne.</p>")
    account.parts.filter(key="figures").update(key="topic:gone")
    account.parts.filter(key="ahead").update(key="topic:gone-too")
    workflow.refresh(account, by=cast.sekretariat)
    parts = list(account.parts.all())
    assert parts[-1].body == "<p>Tallene er pæne.</p>"
    assert [part.position for part in parts] == list(range(1, len(parts) + 1))
    assert not account.parts.filter(key="topic:gone-too").exists()


def test_two_who_write_at_once_lose_nothing(cast, as_user):
    account = stages.draft(cast)
    part = stages.part(account)
    stages.edited(cast, account, "ahead", "<p>Den ene tekst.</p>")
    typed = {"heading": part.heading, "body": "<p>Den anden tekst.</p>", "version": part.version}
    response = as_user(cast.sekretariat).post(at("edit-account-part", account, part.pk), typed)
    assert response.status_code == 409
    assert "Den ene tekst." in response.text
    assert "Den anden tekst." in response.text
    with pytest.raises(Stale):
        workflow.edit_part(part, {"heading": "Andet", "body": ""}, version=1, by=cast.sekretariat)


def test_a_personal_number_is_refused(cast, as_user):
    account = stages.draft(cast)
    part = stages.part(account)
    typed = {"heading": part.heading, "body": "<p>010180-1234</p>", "version": part.version}
    response = as_user(cast.sekretariat).post(at("edit-account-part", account, part.pk), typed)
    assert response.status_code == 422
    assert "010180-1234" in response.text


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
