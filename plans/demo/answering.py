"""What bodies answered to the duties of the plan in force: handed in, seen, returned, missing, late."""

from datetime import date, timedelta

from django.utils import timezone

from councils.models import Council, CouncilKind
from plans.demo.attaching import drawing
from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import Plan
from plans.duties.models import Duty
from plans.follow_up import workflow as follow_up
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import AnswerWords, DutyAnswer
from plans.follow_up.states import Progress

SILENT = ("Lemvig", "Morsø")
ASKED = "Struer"
UNSEEN_BY_US = ("Skive", "Thisted")
DRAFTED = "Herning"
PICTURED = "Viborg"
QUESTION = "I skriver, at tre borgere endnu ikke har en kontaktperson. Hvornår får de en?"
WORDS = AnswerWords(
    Progress.UNDER_WAY,
    "Kommunen og politiet har gennemgået listen sammen. De fleste har en fast kontaktperson. "
    "Resten får en i det næste kvartal.",
    "Borgere med kontaktperson: 21\nBorgere uden kontaktperson: 3",
)
LONG_DONE = AnswerWords(Progress.IN_PLACE, "Det er gjort, som planen siger, og aftalt resten af året.", "")
BEGUN = AnswerWords(Progress.NOT_BEGUN, "Vi har aftalt et møde med skolerne, men ikke holdt det.", "")


def due_soon(year: int, today: date) -> date:
    """A week and a half ago, or as early as the plan's year allows."""
    return max(today - timedelta(days=10), date(year, 1, 2))


def answer_duties(plan: Plan, people: People) -> None:
    late = plan.duties.filter(addressee="all_local").earliest("position")
    told_on = timezone.localdate() - timedelta(days=12)
    with on(max(told_on, date(plan.year, 1, 1))):
        for name, council in people.lokalraad.items():
            if name not in SILENT and name != DRAFTED:
                _answered(late, council, name, people)
    for one in laid_on([people.district.pk], plan):
        if one.council.kind == CouncilKind.LOCAL and one.due < told_on - timedelta(days=20):
            _answered_in_time(one, people)
    drafted = plan.duties.filter(addressee="all_local", due_quarter=4).exclude(pk=late.pk)[0]
    herning, chair = people.lokalraad[DRAFTED], people.chair(DRAFTED)
    follow_up.write_answer(drafted, herning, BEGUN, version=0, by=chair)
    follow_up.attach_to_answer(drafted, herning, drawing(), by=chair)


def _answered_in_time(one: Laid, people: People) -> None:
    """What was due long ago is answered and seen."""
    chair = people.chair(str(one.council.municipality))
    with on(one.due - timedelta(days=9)):
        answer = follow_up.write_answer(one.duty, one.council, LONG_DONE, version=0, by=chair)
        answer = follow_up.submit_answer(answer, by=chair)
        follow_up.see_answer(answer, seen=1, by=people.secretariat)


def _answered(duty: Duty, council: Council, name: str, people: People) -> None:
    chair = people.chair(name)
    answer: DutyAnswer = follow_up.write_answer(duty, council, WORDS, version=0, by=chair)
    if name == PICTURED:
        follow_up.attach_to_answer(duty, council, drawing(), by=chair)
    answer = follow_up.submit_answer(answer, by=chair)
    if name == ASKED:
        follow_up.return_answer(answer, question=QUESTION, seen=1, by=people.secretariat)
    elif name not in UNSEEN_BY_US:
        follow_up.see_answer(answer, seen=1, by=people.secretariat)
