"""Next year's plan, with proposals in every state. All dates count from today, so the demo never ages."""

import json
import uuid
from datetime import timedelta

from django.utils import timezone

from plans.decisions import workflow as decisions
from plans.demo.checking import look_at_findings, write_in_a_hurry
from plans.demo.clock import on
from plans.demo.commenting import comment_on, leave_for_next_year
from plans.demo.duties import carry_or_lay_duties
from plans.demo.facts import FOLDER
from plans.demo.naming import count_topics, name_a_law
from plans.demo.people import People
from plans.demo.proposing import DECIDED, WRITTEN, Story, announce
from plans.document.compared import NEW
from plans.document.make_snapshot import make_snapshot
from plans.document.models import EditMode, Plan, SectionKind
from plans.document.news import news
from plans.document.snapshot.data import Project
from plans.drafting import workflow as drafting
from plans.drafting.carried_over import Choice
from plans.proposal_board import workflow as proposal_board
from plans.proposals import workflow as proposals
from plans.proposals.models import ProposalRound
from plans.proposals.permissions import disqualification
from plans.proposals.states import UNDECIDED, ProposalState
from plans.replacing import workflow as replacing
from plans.replacing.finding import found
from plans.rounds import workflow as rounds
from plans.versions import workflow as versions
from samarbejde.accounts.models import User
from samarbejde.deadlines import end_of
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import give_up
from samarbejde.text.rich_text_replacing import Sought
from samarbejde.transitions import UNSEEN

BEGUN = timedelta(days=75)
OPENED = timedelta(days=45)
OPEN_FOR = timedelta(days=14)
WITHOUT_PROPOSALS = "Ringkøbing-Skjern"
WITHOUT_LETTER = "Skive"
GUIDANCE = (
    "Skriv kort, hvad problemet er, og hvad politi og kommune skal gøre sammen. Vælg kredsdækkende, hvis "
    "emnet fylder i flere kommuner, og ellers lokalt. Har I ingen forslag i år, så meld det også."
)

TOLD_LATER = "Indsatsen hører til i lokalrådets egen plan. Tag den med dér, så følger vi den sammen."
TOLD_GENTLY = (
    "Ønsket er godt, men planen har allerede et emne om det. Vi ringer og aftaler, hvordan I kan være med."
)
LOCKED_BECAUSE = "Politidirektøren har godkendt forordet. Spørg, før du låser det op."
WRITE_SHORTLY = (
    "Højst en side. Skriv, hvad politi og kommuner gør sammen, og hvem der melder tilbage hvornår."
)


def begin_next_year(previous: Plan, people: People) -> Plan:
    today = timezone.localdate()
    with on(today - BEGUN):
        leave_for_next_year(previous)
        plan = drafting.carry_forward(previous, today.year + 1, by=people.secretariat)
        carry_or_lay_duties(plan, people, today)
        _share_out(plan, people)
        _look_through(plan, people)
        _name_a_project(plan, people)
    with on(today - OPENED):
        deadline = end_of(today + OPEN_FOR)
        rounds.open_round(plan, guidance=GUIDANCE, deadline=deadline, by=people.secretariat)
    round_ = ProposalRound.objects.get(plan=plan)
    with on(today - WRITTEN):
        silent = people.lokalraad[WITHOUT_PROPOSALS]
        proposals.say_no_proposals(round_, silent, by=people.chair(WITHOUT_PROPOSALS))
        _lose_letter(people.chair(WITHOUT_LETTER))
    for told in json.loads((FOLDER / "proposals.json").read_text(encoding="utf-8")):
        Story(told, round_, people, today).tell()
    with on(today - DECIDED):
        announce(round_, people)
        _hold_an_answer(round_, people)
        _decide_for_later(round_, people)
        _sort_proposals(round_, people)
    with on(today - DECIDED, hour=14):
        versions.keep(plan, "Til kontaktudvalgets møde", by=people.secretariat)
        comment_on(plan)
        _say_what_is_new(plan, people)
        _name_the_district(plan, people)
        name_a_law(plan, people)
        count_topics(plan, people)
        write_in_a_hurry(plan, people.colleague)
        look_at_findings(plan, people.secretariat)
    return plan


def _hold_an_answer(round_: ProposalRound, people: People) -> None:
    """Of those that wait, one whose letter is read once more before it leaves."""
    for proposal in round_.proposals.filter(state=ProposalState.SUBMITTED).order_by("-pk")[:1]:
        decisions.reject(proposal, reason=TOLD_GENTLY, seen=proposal.latest_number, by=people.secretariat)
        announce(round_, people, holds_letters=True)


def _decide_for_later(round_: ProposalRound, people: People) -> None:
    """Of those that wait, one that is decided and not told yet."""
    for proposal in round_.proposals.filter(state=ProposalState.SUBMITTED)[:1]:
        decisions.reject(proposal, reason=TOLD_LATER, seen=proposal.latest_number, by=people.secretariat)


def _sort_proposals(round_: ProposalRound, people: People) -> None:
    """The secretariat's two share out what is not decided yet, and find it again by words."""
    waiting = list(round_.proposals.filter(state__in=UNDECIDED).with_places().order_by("pk"))
    theirs = [one for one in waiting[::2] if not disqualification(people.colleague, one)]
    ours = [one for one in waiting if one not in theirs]
    for chosen, handler, tags in (
        (theirs, people.colleague, ["unge", "trafik"]),
        (ours, people.secretariat, ["unge"]),
    ):
        pks = [one.pk for one in chosen]
        proposal_board.sort_many(round_, pks, handler=handler, tags=tags, by=people.secretariat)


def _say_what_is_new(plan: Plan, people: People) -> None:
    """Of the first topic that is new; of the others the portal writes it."""
    comparison = news(plan, make_snapshot(plan))
    fresh = [one for one in comparison.sections if one.kind == NEW] if comparison else []
    for section in fresh[:1]:
        line = "Nyt kredsdækkende emne efter forslag fra lokalrådene."
        versions.write_news_line(
            plan, uuid.UUID(section.lineage), line, version=UNSEEN, by=people.secretariat
        )


def _name_the_district(plan: Plan, people: People) -> None:
    """»kredsen« becomes »politikredsen« all over the plan, in one step that can be taken back."""
    sought, put = Sought("kredsen", whole_words=True), "politikredsen"
    places = [place.key for text in found(plan, sought, put) for place in text.places]
    replacing.replace(plan, sought, put, chosen=places, by=people.secretariat)


def _share_out(plan: Plan, people: People) -> None:
    """Who writes what, how far it is, and what may be changed in it."""
    first, second, *rest = plan.sections.filter(kind=SectionKind.SECTION).order_by("pk")[:6]
    drafting.assign_sections(
        plan, [first, second], owner=people.secretariat, status="writing", by=people.secretariat
    )
    drafting.assign_sections(plan, rest, owner=people.secretariat, by=people.secretariat)
    foreword = plan.sections.get(kind=SectionKind.FOREWORD)
    for section, status, mode, guidance in (
        (foreword, "ready", EditMode.LOCKED, LOCKED_BECAUSE),
        (first, "writing", EditMode.FREE, WRITE_SHORTLY),
        (second, "writing", EditMode.FACTS, ""),
    ):
        drafting.care_for(
            section,
            owner=people.secretariat,
            status=status,
            mode=mode,
            guidance=guidance,
            seen="",
            by=people.secretariat,
        )


def _look_through(plan: Plan, people: People) -> None:
    """All that was carried forward is read but for a few, one of which is to be revised."""
    *read, revised, _ = plan.sections.filter(unread=True).order_by("pk")
    for section in read:
        drafting.say_read(section, by=people.secretariat)
    drafting.decide_carried(plan, {revised.lineage: Choice.REVISED}, by=people.secretariat)
    for area in plan.focus_areas.filter(unread=True):
        drafting.say_read(area, by=people.secretariat)


def _name_a_project(plan: Plan, people: People) -> None:
    """Of the first topic: what its text says of calling back has a project of its own."""
    area = plan.focus_areas.exclude(section=None).earliest("position", "pk")
    project = Project(
        name="Opringning dagen efter",
        parties="Politiet og de elleve kommuner",
        period=f"{plan.year}–{plan.year + 1}",
        link="",
    )
    drafting.add_project(area, project, version=area.version, by=people.secretariat)


def _lose_letter(person: User) -> None:
    """The call for proposals did not reach one of the chairs, whose address is wrong."""
    letter = Message.objects.filter(to=person).latest("pk")
    give_up(letter, f"SMTPRecipientsRefused: 550 5.1.1 <{letter.address}>: User unknown")
