"""What a plan lays on the lokalråd, what they answer, and what each does about the topics."""

from datetime import date

from benchmarks.population.prose import Prose
from councils.models import Council, Membership, MembershipRole
from plans.action_plans.models import ActionPlanState, Status
from plans.document.models import FocusArea, Plan
from plans.duties.models import Addressee
from plans.follow_up.states import AnswerState, Progress
from plans.models import ActionPlan, Activity, AnswerSubmission, Duty, DutyAnswer

DUTIES, ACTIVITIES = 8, 6


def follow_up(plan: Plan, local: list[Council], prose: Prose) -> None:
    topics = list(FocusArea.objects.filter(plan=plan, section__isnull=False).select_related("section"))
    duties = Duty.objects.bulk_create(
        Duty(
            plan=plan,
            focus_area=topics[n % len(topics)],
            wording=prose.heading(),
            addressee=Addressee.ALL_LOCAL,
            due_year=plan.year,
            due_quarter=n % 4 + 1,
            at_meeting=True,
        )
        for n in range(DUTIES)
    )
    _answer(duties, local, prose)
    _act(topics, local, prose, plan.year)


def _answer(duties: list[Duty], local: list[Council], prose: Prose) -> None:
    chairs = dict(
        Membership.objects.filter(council__in=local, role=MembershipRole.CHAIR).values_list("council", "user")
    )
    answers = DutyAnswer.objects.bulk_create(
        DutyAnswer(
            duty=duty,
            council=council,
            state=AnswerState.SEEN,
            progress=Progress.UNDER_WAY,
            text=prose.heading(),
        )
        for duty in duties
        for council in local
    )
    AnswerSubmission.objects.bulk_create(
        AnswerSubmission(
            answer=answer,
            number=1,
            progress=answer.progress,
            text=answer.text,
            figures="Møder med skolerne: 4",
            submitted_by_id=chairs[answer.council_id],
        )
        for answer in answers
    )


def _act(topics: list[FocusArea], local: list[Council], prose: Prose, year: int) -> None:
    plans = ActionPlan.objects.bulk_create(
        ActionPlan(
            council=council,
            lineage=topic.lineage,
            topic=topic.title,
            year=year,
            state=ActionPlanState.ADOPTED,
            goal=prose.heading(),
            from_police=prose.heading(),
        )
        for council in local
        for topic in topics
    )
    Activity.objects.bulk_create(
        Activity(
            plan=plan,
            position=position,
            what=prose.heading(),
            due_on=date(year, position * 2, 1),
            status=Status.UNDER_WAY,
        )
        for plan in plans
        for position in range(1, ACTIVITIES + 1)
    )
