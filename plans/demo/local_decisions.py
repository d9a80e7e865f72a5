"""What lokalråd have decided this year: on some prevention areas, once with a correction, and on a topic."""

from datetime import date, timedelta

from django.utils import timezone

from plans.demo.clock import on
from plans.demo.people import People
from plans.local_decisions import workflow
from plans.local_decisions.reading import areas_of, own_topics

WAITS = "Holtbjerg"  # the chair has it on the desk
CORRECTS = "Viborg"
WHAT = "Vi følger området hvert kvartal"
SINCE = "Vi følger området hver måned"
ANSWER = "Politi og boligforening går ture sammen. Lokalrådet ser på tallene på hvert møde."
SINCE_ANSWER = "Der er kommet flere opkald. Derfor mødes politi og boligforening nu hver måned."
CHANGE = "Vi holder to møder i kvartalet og ser så, om der skal flere til."
REASON = "Flere ville være med, end vi havde regnet med."


def decide_locally(people: People) -> None:
    today = timezone.localdate()
    day = max(today - timedelta(days=45), date(today.year, 1, 1))
    for name in people.lokalraad:
        with on(day):
            _decide(name, WHAT, ANSWER, day, people, seen=0)
            _change_a_topic(name, day, people)
    later = max(today - timedelta(days=6), day)
    with on(later, hour=12):
        _decide(CORRECTS, SINCE, SINCE_ANSWER, later, people, seen=1)


def _decide(name: str, what: str, text: str, day: date, people: People, *, seen: int) -> None:
    council, chair = people.lokalraad[name], people.chair(name)
    for one in areas_of([council.municipality], day.year):
        if one.area.name != WAITS:
            workflow.decide_on_area(
                council, one.area, what=what, text=text, decided_on=day, seen=seen, by=chair
            )


def _change_a_topic(name: str, day: date, people: People) -> None:
    council = people.lokalraad[name]
    for topic in own_topics(council, day.year)[:1]:
        workflow.change_topic(
            council, topic, text=CHANGE, reason=REASON, changed_on=day, by=people.chair(name)
        )
