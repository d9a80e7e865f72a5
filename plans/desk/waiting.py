"""»Hvad venter på mig«: what each role has to do, by when, one link each."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, CouncilKind, HeldLetter
from councils.people.running_out import running_out
from councils.register.offices import Offices, offices
from plans.approval.models import Signature
from plans.desk.accounts import accounts_to_present, with_accounts
from plans.desk.action_plans import action_plans_of_the_year
from plans.desk.at_hand import plans_at_hand
from plans.desk.duties import answers_to_read, duties_to_answer
from plans.desk.meetings import meetings_to_see_to
from plans.desk.next_step import next_step
from plans.desk.progress import with_progress
from plans.desk.proposing import proposals_to_read, proposals_to_write
from plans.desk.tasks import Task
from plans.desk.upkeep import upkeep_for
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.counting import number_of
from samarbejde.accounts.models import User


def waiting_for(person: User) -> list[Task]:
    """Everything that waits for this person, what is due first at the top."""
    own = offices(person)
    tasks = [
        *signatures_to_give(own),
        *proposals_to_write(own),
        *proposals_to_read(own),
        *plans_to_move_on(own),
        *tasks_of_the_kredsraad(own),
        *plans_at_hand(own),
        *duties_to_answer(own),
        *meetings_to_see_to(own),
        *action_plans_of_the_year(own),
    ]
    by_day = sorted(tasks, key=lambda task: task.due or date.max)
    return [*upkeep_for(person), *by_day]


def signatures_to_give(own: Offices) -> list[Task]:
    """But for the plans of lokalråd that they lead: those are `plans_at_hand`."""
    led = {council.pk for council in own.local_councils} <= own.chaired
    if led and not own.signing_districts:
        return []
    pending = Signature.objects.pending().in_office().filter(membership__user=own.person.pk)
    pending = pending.exclude(round__plan__council__in=own.chaired)
    return [
        Task(
            title=f"Underskriv {plan.title}",
            text="Teksten er låst, og den er den samme for alle, der underskriver.",
            due=signature.round.deadline,
            action="Læs og underskriv",
            url=reverse("sign", args=[signature.pk]),
        )
        for signature in pending.select_related("round__plan__council__district")
        if (plan := signature.round.plan)
    ]


def plans_to_move_on(own: Offices) -> Iterator[Task]:
    """For the secretariat: the next step of a kredsråd's plan that is under way, and what awaits an answer.

    In one query, with the answers to the duties of plans that are published.
    """
    if not own.secretariat_districts:
        return
    of_districts = Plan.objects.filter(
        council__kind=CouncilKind.DISTRICT, council__district__in=own.secretariat_districts
    )
    here = with_progress(of_districts.with_places())
    for plan in here.filter(Q(unread__gt=0) | ~Q(state=PlanState.PUBLISHED)).order_by("year"):
        yield from answers_to_read(plan)
        if plan.state == PlanState.PUBLISHED:
            continue
        step = next_step(plan)
        yield step
        board = reverse("proposal-board", args=[plan.pk])
        if plan.to_decide and step.url != board:
            title = f"{plan.to_decide} forslag til {plan.title} venter på afgørelse"
            yield Task(title, "Afgør forslagene", board)
        if plan.unannounced:
            decided = "1 afgørelse" if plan.unannounced == 1 else f"{plan.unannounced} afgørelser"
            title = f"{decided} af forslag til {plan.title} er ikke meddelt lokalrådene"
            yield Task(title, "Læs brevene, og meddel dem", reverse("announce-decisions", args=[plan.pk]))
        if plan.suggested:
            title = f"{plan.suggested} ændringsforslag til {plan.title} venter på svar"
            yield Task(title, "Læs forslagene", reverse("plan-suggestions", args=[plan.pk]))


def tasks_of_the_kredsraad(own: Offices) -> Iterator[Task]:
    """For the secretariat: next year's plan, all through the year, once this year's is published; the yearly
    account; letters that are held; and terms that run out. In one query.
    """
    if not own.secretariat_districts:
        return
    this_year = timezone.localdate().year
    plans = Plan.objects.filter(council=OuterRef("pk"))
    first_edition_to_come = plans.filter(year=this_year, editions=None)
    ending = running_out().filter(council__district=OuterRef("district"))
    held = HeldLetter.objects.waiting().filter(district=OuterRef("district"))
    councils = Council.objects.filter(kind=CouncilKind.DISTRICT, district__in=own.secretariat_districts)
    asked = with_accounts(councils.select_related("district")).annotate(
        latest=Max("plans__year", filter=Q(plans__year__lte=this_year)),
        is_busy=Exists(plans.filter(year=this_year + 1)) | Exists(first_edition_to_come),
        ending=number_of(ending),
        held=number_of(held),
        first_end=Subquery(ending.values("period__endswith")[:1]),
    )
    for council in asked:
        if not council.is_busy:
            yield _plan_to_begin(council, council.latest, this_year + 1)
        yield from accounts_to_present(
            council,
            drafts=council.drafts,
            lacks_account=council.lacks_account,
            meets_on=council.meets_on,
        )
        if council.held:
            yield _letters_to_read(council, council.held)
        if council.ending:
            yield _terms_to_renew(council, council.ending, council.first_end - timedelta(days=1))


def _plan_to_begin(council: Council, latest: int | None, year: int) -> Task:
    return Task(
        title=f"Begynd samarbejdsplanen for {year}",
        text=f"{council.name} har ingen plan for {year} endnu. {_to_begin_with(latest)}",
        action="Begynd planen",
        url=reverse("start-plan"),
    )


def _letters_to_read(council: Council, number: int) -> Task:
    return Task(
        title="1 brev venter på at blive læst" if number == 1 else f"{number} breve venter på at blive læst",
        text="De er skrevet og ikke sendt. Læs dem, og send dem, eller stands dem.",
        action="Læs brevene",
        url=reverse("held-letters", args=[council.district.slug]),
    )


def _terms_to_renew(council: Council, number: int, first_end: date) -> Task:
    return Task(
        title="1 periode udløber snart" if number == 1 else f"{number} perioder udløber snart",
        text="Forny dem, der bliver, og sæt andre ind på de poster, som ellers står tomme.",
        due=first_end,
        action="Se personer og poster",
        url=reverse("people", args=[council.district.slug]),
    )


def _to_begin_with(latest: int | None) -> str:
    if latest is None:
        return "Begynd med de sædvanlige overskrifter, eller indlæs den plan, I har i forvejen."
    return f"Den kan begynde med tekst, emner og lister fra {latest}."
