"""Two people at the same moment: one wins, the other is told, and nothing is half."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from plans.document.models import Plan, Scope
from plans.drafting.workflow import (
    Direction,
    add_focus_area,
    carry_forward,
    delete_section,
    move_section,
    save_section,
)
from samarbejde.transitions import Refused, Stale


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What came of each: »done«, »stale« or »refused«."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        start.wait()
        try:
            act()
        except Stale:
            return "stale"
        except Refused:
            return "refused"
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@pytest.fixture
def shared(transactional_db, cast, plan, section):
    """Rows that other connections see."""
    assert cast.sekretariat
    return section("Natteliv", body="<p>0</p>")


def saver(row, text: str, by) -> Callable[[], object]:
    return lambda: save_section(row, version=row.version, heading="Natteliv", body=f"<p>{text}</p>", by=by)


def test_one_save_wins_and_the_other_is_stale_every_time(shared, cast):
    by = cast.sekretariat
    for number in range(100):
        assert at_once(saver(shared, f"a{number}", by), saver(shared, f"b{number}", by)) == ["done", "stale"]
        shared.refresh_from_db()
        assert shared.version == number + 2
    assert shared.history.count() == 101


def test_one_plan_a_year_however_many_begin_it(shared, plan, cast):
    by = cast.sekretariat
    assert at_once(*[lambda: carry_forward(plan, 2028, by=by)] * 4) == [
        "done",
        "refused",
        "refused",
        "refused",
    ]
    assert Plan.objects.filter(year=2028).get().sections.count() == 1


def test_topics_added_at_once_stand_in_an_order(shared, plan, cast):
    by = cast.sekretariat
    acts = [
        lambda title=f"Emne {n}": add_focus_area(
            plan, title=title, text="", scope=Scope.DISTRICT, council=None, by=by
        )
        for n in range(4)
    ]
    assert at_once(*acts) == ["done"] * 4
    positions = cast.lokalraad("Skive").priorities.order_by("position").values_list("position", flat=True)
    assert list(positions) == [1, 2, 3, 4]


def test_moving_saving_and_deleting_at_once_leave_a_whole_tree(shared, plan, section, cast):
    by = cast.sekretariat
    rows = [shared, *(section(f"Kapitel {n}", body="<p>0</p>") for n in range(3))]
    for _ in range(10):
        standing = list(plan.sections.all())
        at_once(
            lambda: move_section(rows[0], Direction.DOWN, by=by),
            lambda: move_section(rows[1], Direction.UP, by=by),
            saver(plan.sections.get(pk=rows[2].pk), "ny", by),
        )
        positions = list(plan.sections.values_list("position", flat=True))
        assert len(set(positions)) == len(positions) == len(standing)
    assert at_once(*[lambda: delete_section(rows[3], by=by)] * 2) == ["done", "refused"]
