from collections.abc import Iterable

from benchmarks import pdf
from benchmarks.long_plans import LongPlan
from benchmarks.pages import Cost
from benchmarks.queues import QueueCost
from benchmarks.rounds import SLOWEST as SLOWEST_ROUND
from benchmarks.rounds import RoundCost, Size
from samarbejde.danish import number_text

MOST_QUERIES = 12
SLOWEST = 100  # milliseconds at the server


def print_pages(costs: dict[tuple[int, int], list[Cost]]) -> None:
    """One row a page, a group of columns a size; the remark says where an aim is missed."""
    heads = "".join(f"{f'{d} × {y}: forespørgsler':>26}{'ms':>8}" for d, y in costs)
    print(f"{'side':34}{heads}{'byte':>12}{'komprimeret':>12}{'MB':>6}")
    for row in zip(*costs.values(), strict=True):
        cells = "".join(f"{cost.queries:>26}{cost.milliseconds:>8.1f}" for cost in row)
        large = row[-1]
        size = (
            f"{number_text(large.bytes):>12}{number_text(large.compressed) if large.compressed else '–':>12}"
        )
        memory = f"{large.megabytes:.0f}" if large.megabytes else ""
        print(f"{large.page:34}{cells}{size}{memory:>6}  {', '.join([*faults(row), *_slow(row)])}")


def faults(row: tuple[Cost, ...] | tuple[LongPlan, ...], most: int = MOST_QUERIES) -> list[str]:
    """The goals in counts that a page misses, from the smallest size to the largest."""
    missed = []
    if max(cost.queries for cost in row[1:]) > row[0].queries:
        missed.append("forespørgsler vokser med data")
    if max(cost.queries for cost in row) > most:
        missed.append(f"over {most} forespørgsler")
    return missed


def _slow(row: tuple[Cost, ...]) -> list[str]:
    return [f"over {SLOWEST} ms"] if max(cost.milliseconds for cost in row) > SLOWEST else []


def print_queue(cost: QueueCost) -> None:
    print(f"\nKø: {cost.messages} e-mails; hver {cost.milliseconds:.1f} ms og {cost.queries:g} forespørgsler")


def print_pdf() -> None:
    cost = pdf.measure()
    print(
        f"\nPDF af {cost.document}: {cost.ours:.2f} s mod {cost.default:.2f} s med WeasyPrints eget udseende "
        f"(forhold {cost.ratio:.2f}), højst {cost.megabytes:.0f} MB; "
        f"efterprøvet {cost.checked:.2f} s (+{100 * cost.ratio_of_checking:.0f} %)"
    )


def print_long_plans(found: Iterable[LongPlan]) -> None:
    """A row a work, a group of columns a size, and how many times the smaller costs the larger has."""
    works: dict[str, tuple[LongPlan, ...]] = {}
    for cost in found:
        works[cost.work] = (*works.get(cost.work, ()), cost)
    print(_heads(next(iter(works.values()))))
    for work, row in works.items():
        cells = "".join(
            f"{cost.queries:>28}{cost.milliseconds:>8.1f}{number_text(cost.bytes):>11}" for cost in row
        )
        slower = row[-1].milliseconds / row[0].milliseconds
        longer = f"{row[-1].bytes / row[0].bytes:.1f}" if row[0].bytes else "–"
        print(f"{work:34}{cells}{slower:>7.1f}{longer:>8}  {', '.join(faults(row))}")


def _heads(row: tuple[LongPlan, ...]) -> str:
    columns = "".join(f"{f'{cost.sections} afsnit: forespørgsler':>28}{'ms':>8}{'byte':>11}" for cost in row)
    times = row[-1].sections // row[0].sections
    return f"\n{f'lang plan (afsnit: × {times})':34}{columns}{'× ms':>7}{'× byte':>8}"


def print_rounds(costs: dict[Size, RoundCost]) -> None:
    """A row a page, a group of columns a size, and which goals it reaches; then all that is announced."""
    heads = "".join(f"{f'{size}: forespørgsler':>28}{'ms':>8}" for size in costs)
    print(f"\n{'runde (lokalråd × forslag × år)':34}{heads}{'byte':>11}")
    for row in zip(*(cost.pages for cost in costs.values()), strict=True):
        pages, goal = tuple(page.cost for page in row), row[0].goal
        cells = "".join(f"{cost.queries:>28}{cost.milliseconds:>8.1f}" for cost in pages)
        slowest = max(cost.milliseconds for cost in pages)
        goals = f"{goal.queries} forespørgsler {_reached(not faults(pages, goal.queries))}"
        goals += f", {goal.milliseconds} ms {_reached(slowest <= goal.milliseconds)}"
        print(f"{pages[0].page:34}{cells}{number_text(pages[-1].bytes):>11}  {goals}")
    for size, cost in costs.items():
        told = cost.announcing
        print(
            f"{size}: {told.decisions} afgørelser meddelt i {told.letters} breve; "
            f"{told.seconds:.1f} s ({SLOWEST_ROUND} s {_reached(told.seconds <= SLOWEST_ROUND)}), "
            f"{told.queries} forespørgsler, {told.queries_each:.1f} for hver afgørelse"
        )
    print(f"ikke flere forespørgsler for hver, når der er flere: {_reached(not grows(costs.values()))}")


def missed_in_rounds(costs: dict[Size, RoundCost]) -> bool:
    """A goal in counts."""
    pages = zip(*(cost.pages for cost in costs.values()), strict=True)
    missed = (faults(tuple(page.cost for page in row), row[0].goal.queries) for row in pages)
    return any(missed) or grows(costs.values())


def grows(costs: Iterable[RoundCost]) -> bool:
    """A decision asks for more where more are announced."""
    first, *others = [cost.announcing.queries_each for cost in costs]
    return max(others) > first


def _reached(is_reached: bool) -> str:
    return "nået" if is_reached else "ikke nået"
