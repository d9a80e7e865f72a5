"""The projects that a topic embraces: part of the plan's text, so they change while it is open."""

from collections.abc import Callable

from django.db import transaction

from plans.document.models import FocusArea
from plans.document.snapshot.data import Project
from plans.drafting.workflow.edit_lock import lock_open, locked_area
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import refuse_overtaken

Projects = list[Project]


def add_project(area: FocusArea, project: Project, *, version: int, by: User) -> FocusArea:
    """`version` is of the topic; raises `Stale` when another stands, as the other two do."""
    return _written(area, lambda now: [*now, project], f"Projektet »{project['name']}« kom til", version, by)


def edit_project(area: FocusArea, number: int, project: Project, *, version: int, by: User) -> FocusArea:
    """Write anew the topic's project with this number, from 1."""
    said = f"Projektet »{project['name']}« blev rettet"
    return _written(area, lambda now: [*now[: number - 1], project, *now[number:]], said, version, by)


def remove_project(area: FocusArea, number: int, *, version: int, by: User) -> FocusArea:
    said = f"Projektet »{area.projects[number - 1]['name']}« blev taget ud"
    return _written(area, lambda now: [*now[: number - 1], *now[number:]], said, version, by)


@transaction.atomic
def _written(
    area: FocusArea, change: Callable[[Projects], Projects], said: str, version: int, by: User
) -> FocusArea:
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    wanted = change(area.projects)
    refuse_overtaken(current, version, {"projects": wanted})
    if current.projects == wanted:
        return current
    refuse_in(str(value) for project in wanted for value in project.values())
    current.projects = wanted
    save_as_next(by, current)
    record("focus_area.projects", f"{said}: {current.title}", by=by, subject=current, within=plan)
    return current
