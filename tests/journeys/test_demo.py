"""The demo's story, told into the test database: everybody gets in, and nothing that is linked is missing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import resolve, reverse

from councils.models import CouncilKind
from plans.comments.permissions import readable
from plans.comments.reading import threads_of
from plans.consistency.checking import sorted_out
from plans.consistency.preparing import checked
from plans.consistency.suggesting import suggestions
from plans.demo.letter_examples import ROOMS, examples
from plans.demo.story import tell
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, RegisterData
from plans.document.states import PlanState
from plans.drafting.later import later_changes
from plans.proposals.models import ProposalSender
from plans.suggestions.comparing import compared
from samarbejde.accounts.demo import demo_groups, demo_people, handle
from samarbejde.accounts.models import User
from tests.accounts import demo_mode
from tests.browser import Portal
from tests.journeys.walk import Walk
from tests.letters import written_by_rooms
from tests.serving import LocalServer
from tests.test_plain_words import HARDEST, lix, of_letter

pytestmark = [pytest.mark.django_db, pytest.mark.long]

ROLES = [
    "borger",
    "sekretariat",
    "formand.herning",
    "medlem.herning",
    "kontaktudvalg.herning",
    "direktoer",
    "borgmester.viborg",
    "administrator",
]
IN_THE_YEAR = {  # what test_a_year.py looks at
    *("front", "district", "municipality-page", "edition", "numbered-edition", "desk", "plans", "plan"),
    *("start-plan", "plan-text", "edit-section", "send-to-consultation", "record-discussion", "signatures"),
    *("reopen-plan", "publish-plan", "proposal-board", "open-round", "council-proposals", "proposal"),
    *("request-changes", "decide-proposal"),
}


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo's story, for all tests of this module."""
    with django_db_blocker.unblock():
        tell()
        yield
        django_db_setup.put_back()


@pytest.fixture
def demo(told, settings) -> None:
    settings.DEMO = True
    settings.ROOT_URLCONF = demo_mode.__name__


@pytest.fixture
def demo_portal(demo, chromium) -> Iterator[Portal]:
    server = LocalServer()
    portal = Portal(chromium, server.url)
    yield portal
    portal.close()
    server.stop()


def enters(person: User) -> Client:
    """By the button with the person's name."""
    client = Client()
    answer = client.post(reverse("demo-login"), {"person": person.pk})
    assert (answer.status_code, answer["Location"]) == (302, reverse("desk")), person
    return client


def test_every_one_click_login_leads_to_a_desk(demo):
    people = list(demo_people())
    assert len(people) > 60
    for person in people:
        desk = enters(person).get(reverse("desk"))
        assert desk.status_code == 200, person
        assert "Hvad venter på mig" in desk.text


def test_next_years_plan_is_in_full_swing(demo):
    """What the README promises of the demo."""
    plan = Plan.objects.filter(council__kind=CouncilKind.DISTRICT).latest("year")
    states = Counter(plan.proposal_round.proposals.values_list("state", flat=True))
    assert plan.state == PlanState.DRAFT
    assert len(states) == 10, states
    round_ = plan.proposal_round
    assert round_.proposals.filter(state="draft", submitted_at__isnull=False).count() == 1, "taken up again"
    assert plan.focus_areas.filter(names_proposers=True).count() == 1
    assert round_.proposals.filter(focus_area__carried="kept").count() == 1, "added to a topic that stood"
    assert plan.sections.filter(data=RegisterData.DUTIES).count() == 1
    assert plan.duties.exclude(section=None).count() == plan.duties.count() == 7
    assert Plan.objects.filter(editions__isnull=False).count() >= 1
    secretariat = User.objects.get(email__startswith="sekretariat@")
    threads = threads_of(readable(secretariat, plan), plan)
    assert {thread.comment.channel for thread in threads} == {"internal", "shared"}
    assert sum(thread.is_lost for thread in threads) == 1
    assert sum(thread.comment.resolved_at is not None for thread in threads) == 1
    [carried] = [thread.comment for thread in threads if thread.comment.carried_from]
    assert carried.carried_from.resolved_at
    [waiting] = plan.suggestions.filter(state="waiting", proposal=None)
    assert compared(waiting, plan.sections.get(lineage=waiting.lineage)).is_merged
    found = sorted_out(checked(plan))
    assert [reason.office for _, reason in found.waived] == ["Sekretariatet"]
    [unknown] = [one for one in found.standing if one.unknown_word]
    assert len(unknown.places) == 2
    assert suggestions([unknown.unknown_word], checked(plan))[unknown.unknown_word].words


def test_a_proposal_came_by_mail_one_is_sent_by_a_member_and_one_is_used_again(demo):
    plan = Plan.objects.filter(council__kind=CouncilKind.DISTRICT).latest("year")
    round_ = plan.proposal_round
    secretariat = enters(User.objects.get(email__startswith="sekretariat@"))
    [mailed] = round_.proposals.exclude(received_on=None)
    assert round_.opens_at.date() < mailed.received_on < mailed.submitted_at.date()
    assert "sendte pr. e-mail" in secretariat.get(reverse("proposal", args=[mailed.pk])).text
    [named] = ProposalSender.objects.filter(round=round_).select_related("user")
    assert named.user == User.objects.get(email__startswith="medlem.silkeborg@")
    [sent] = round_.proposals.filter(council=named.council)
    assert [one.submitted_by for one in sent.submissions.all()] == [named.user]
    [again] = round_.proposals.exclude(based_on=None)
    earlier = again.based_on
    assert (earlier.round.plan, earlier.council) == (plan.previous, again.council)
    assert earlier.decision.is_announced
    page = secretariat.get(reverse("proposal", args=[again.pk])).text
    assert (
        f'<a href="{reverse("proposal", args=[earlier.pk])}">et forslag til {plan.previous.title}</a>' in page
    )
    last = plan.previous.proposal_round
    assert last.proposals.count() + last.no_proposals.count() == last.councils.count(), "all have answered"


def test_a_second_district_has_a_plan_in_force_and_is_a_district_of_its_own(demo):
    [plan] = Plan.objects.filter(council__district__slug="fyn")
    edition = plan.editions.get()
    assert plan.council.kind == CouncilKind.DISTRICT
    kinds = {section["data_kind"] for section in edition.snapshot["sections"] if section["data"]}
    assert {"forums", "figures", "organisation", "members", "priorities"} <= kinds
    front = Client().get(reverse("front")).text
    assert front.count("Samarbejdsplan 2") >= 2
    secretary = enters(User.objects.get(email__startswith="sekretariat.fyn@"))
    assert secretary.get(reverse("organisation", args=["fyn"])).status_code == 200
    assert secretary.get(reverse("organisation", args=["midt-og-vestjylland"])).status_code == 404


def test_a_law_and_figures_of_several_years_are_shown(demo):
    plan = Plan.objects.filter(council__kind=CouncilKind.DISTRICT).latest("year")
    shown = str(make_snapshot(plan))
    assert "etablerer et sekretariat, der har ansvaret" in shown
    assert all(str(year) in shown for year in range(2025, plan.year + 1))
    assert 'data-figure="years"' in shown


def test_a_lokalraads_plan_was_begun_on_one_that_has_changed_since(demo):
    own, before = Plan.objects.filter(council__municipality__name="Herning").order_by("-year")
    [later] = later_changes(own)
    assert (own.previous, before.state, later.can_be_fetched) == (before, PlanState.DRAFT, True)


def test_every_kind_of_letter_is_shown_with_the_demos_people(demo, capsys):
    """In each of its forms, by `manage.py letters`; a room's letters have an example, or this fails."""
    kinds = {room: set(examples(room)) for room in ROOMS}
    assert kinds == written_by_rooms()
    call_command("letters")
    shown = capsys.readouterr().out
    for room, names in kinds.items():
        for name in names:
            assert f"{room} · {name}\n" in shown
    assert shown.count("Kære ") == shown.count("Venlig hilsen") > 50
    assert not re.search(r"\bNone\b|\[\]|{|}|<|ikke længere i demoen", shown)
    call_command("letters", "desk")
    assert set(re.findall(r"(\w+) · \w+\n", capsys.readouterr().out)) == {"desk"}
    with pytest.raises(CommandError, match="De gør: accounts, rounds, proposals"):
        call_command("letters", "drafting")


def test_no_letter_is_harder_than_it_must_be(demo):
    kinds = [example for room in ROOMS for example in examples(room).values()]
    texts = {letters[0].text for example in kinds for letters in example()}
    sentences = {sentence for text in texts for sentence in of_letter(text)}
    assert len(sentences) > 60
    assert not [f"{lix(one):.0f} {one}" for one in sentences if lix(one) > HARDEST]


@pytest.fixture(scope="module")
def crawl(told) -> Callable[[str], Walk]:
    """`crawl("sekretariat")` has walked as that role: once, however many look at where it came."""
    return cache(_walk)


def _walk(role: str) -> Walk:
    if role == "borger":
        return Walk(Client(), reverse("front"))
    people = {handle(person): person for person in demo_groups()[0]}
    return Walk(enters(people[role]), reverse("desk"))


@pytest.mark.parametrize("role", ROLES)
def test_nothing_that_is_linked_is_missing(demo, crawl, role):
    assert crawl(role).faults == []


def test_pages_beside_the_year_are_looked_at(demo, crawl, demo_portal):
    """In the browser, at both widths: what the secretariat can open that the journey of a year passes by."""
    desk = demo_portal.visitor()
    desk.opens(reverse("demo-login"))
    desk.clicks("Kredsrådets sekretariat i Midt- og Vestjylland")
    pages = crawl("sekretariat").anchors
    kinds = {resolve(urlsplit(address).path).url_name: address for address in reversed(pages)}
    beside = sorted(kinds.keys() - IN_THE_YEAR)
    assert len(beside) > 12
    for name in [*beside, "desk"]:
        desk.opens(kinds[name])
    desk.opens(reverse("demo-mailbox"))
