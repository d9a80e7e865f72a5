"""What citizens read of an action plan, in the shape it is kept in."""

from typing import TypedDict


class PublicActivity(TypedDict):
    what: str
    who: str
    with_whom: str
    due_on: str  # ISO
    cost: str
    seen_by: str
    status: str  # as `Status`


class PublicActionPlan(TypedDict):
    council: str
    district: str
    municipality: str
    year: int
    topic: str
    state: str  # as `ActionPlanState`
    goal: str
    target_group: str
    local_problem: str
    from_police: str
    from_municipality: str
    from_others: str
    evaluation: str  # "" until it is evaluated
    activities: list[PublicActivity]
