from collections.abc import Iterable

from benchmarks import pdf
from benchmarks.long_plans import LongPlan
from benchmarks.pages import Cost
from benchmarks.queues import QueueCost
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


def faults(row: tuple[Cost, ...] | tuple[LongPlan, ...]) -> list[str]:
    """The goals in counts that a page misses, from the smallest size to the largest."""
    missed = []
    if max(cost.queries for cost in row[1:]) > row[0].queries:
        missed.append("forespørgsler vokser med data")
    if max(cost.queries for cost in row) > MOST_QUERIES:
        missed.append(f"over {MOST_QUERIES} forespørgsler")
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
