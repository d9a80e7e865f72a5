from benchmarks import pdf
from benchmarks.pages import Cost

MOST_QUERIES = 12
SLOWEST = 100  # milliseconds at the server


def print_pages(costs: dict[tuple[int, int], list[Cost]]) -> None:
    """One row a page, a pair of columns a size; the mark says where an aim is missed."""
    sizes = list(costs)
    print(f"{'side':34}" + "".join(f"{f'{d} × {y}: forespørgsler':>26}{'ms':>8}" for d, y in sizes))
    for row in zip(*costs.values(), strict=True):
        cells = "".join(f"{cost.queries:>26}{cost.milliseconds:>8.1f}" for cost in row)
        print(f"{row[0].page:34}{cells}  {_remark(list(row))}")


def _remark(row: list[Cost]) -> str:
    remarks = []
    if len({cost.queries for cost in row}) > 1:
        remarks.append("forespørgsler vokser med data")
    if max(cost.queries for cost in row) > MOST_QUERIES:
        remarks.append(f"over {MOST_QUERIES} forespørgsler")
    if max(cost.milliseconds for cost in row) > SLOWEST:
        remarks.append(f"over {SLOWEST} ms")
    return ", ".join(remarks)


def print_pdf() -> None:
    cost = pdf.measure()
    print(
        f"\nPDF af {cost.document}: {cost.ours:.2f} s mod {cost.default:.2f} s med WeasyPrints eget udseende "
        f"(forhold {cost.ratio:.2f}), højst {cost.megabytes:.0f} MB"
    )
