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


def faults(row: tuple[Cost, ...]) -> list[str]:
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
    print(f"\n{'lang plan':34}{'afsnit':>8}{'forespørgsler':>16}{'ms':>8}{'byte':>12}")
    for row in found:
        print(f"{row.page:34}{row.sections:>8}{row.queries:>16}{row.milliseconds:>8.1f}{row.bytes:>12}")
