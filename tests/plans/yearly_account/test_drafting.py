"""The director's account of the year is drafted by the portal, and edited by people."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse

from councils.models import Meeting
from plans.document.models import Plan
from plans.yearly_account import workflow
from plans.yearly_account.models import YearlyAccount
from samarbejde.events.models import Event
from samarbejde.transitions import Refused, Stale
from tests.making import a_focus_area
from tests.plans.action_plans.stages import EVALUATION
from tests.plans.follow_up.stages import WORDS
from tests.plans.yearly_account import stages
from tests.plans.yearly_account.stages import YEAR, at

pytestmark = pytest.mark.django_db


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
    said = client.post(at("refresh-yearly-account", account), follow=True).text
    assert "Det, I selv har rettet, står, som det er." in said
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


def test_the_page_says_how_much_is_new(cast, as_user):
    account, client = stages.draft(cast), as_user(cast.sekretariat)
    stages.answered_again(cast, account, "Alle skoler er med.")
    for told in ("Tal og svar er hentet, og 1 del er opdateret.", "Intet er ændret siden sidst."):
        said = client.post(at("refresh-yearly-account", account), follow=True).text.replace("\xa0", " ")
        assert told in said
        assert "Det, I selv har rettet" not in said


def test_what_nobody_has_edited_follows_along(cast):
    account = stages.draft(cast)
    assert account.newest is None
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
