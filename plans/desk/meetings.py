"""The councils' meetings on somebody's desk."""

from collections.abc import Iterator

from councils.desk.waiting import tasks_for
from councils.register.offices import Offices
from plans.desk.tasks import Task


def meetings_to_see_to(own: Offices) -> Iterator[Task]:
    if own.memberships:
        for one in tasks_for(own.person):
            yield Task(one.title, one.action, one.url, one.text, one.due)
