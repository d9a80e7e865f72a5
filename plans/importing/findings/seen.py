"""What the reading saw in a document and mended: in the plan itself nobody can see it any more."""

from collections import defaultdict
from collections.abc import Iterator

from plans.importing.findings.plan import ReadPlan, ReadSection, Seen
from samarbejde.danish import listing, sort_key


def seen(plan: ReadPlan) -> list[Seen]:
    """Each fact once, however many sections or lists it is of."""
    return [
        *_other_titles(plan),
        *_other_contents(plan),
        *_typed_numbers(plan),
        *_mixed_levels(plan),
        *_order_of_lists(plan),
    ]


def _other_titles(plan: ReadPlan) -> Iterator[Seen]:
    for title, used in plan.other_titles.items():
        area = next((area for area in plan.focus_areas if area.title == used), None)
        yield Seen(
            f"I dokumentet hed emnet »{used}« også »{title}« i kommunernes lister. "
            "Et emne har én titel overalt: er det den rigtige?",
            title,
            area.section if area else None,
        )


def _other_contents(plan: ReadPlan) -> Iterator[Seen]:
    if plan.other_contents:
        titles = listing(f"»{title}«" for title in plan.other_contents)
        yield Seen(
            f"Dokumentets indholdsfortegnelse sagde {titles}. Sådan hedder intet afsnit.",
            " / ".join(plan.other_contents),
        )


def _typed_numbers(plan: ReadPlan) -> Iterator[Seen]:
    typed = [one for one in plan.sections if one.is_renumbered]
    if typed:
        numbers = listing(f"{one.written} (nu {one.number})" for one in typed)
        yield Seen(
            f"Dokumentets afsnit havde andre numre: {numbers}. Portalen giver selv numre.",
            listing(one.written for one in typed),
            typed[0] if len(typed) == 1 else None,
        )


def _mixed_levels(plan: ReadPlan) -> Iterator[Seen]:
    """Sections of one rank whose headings the document made of several."""
    ranks: dict[int, list[ReadSection]] = defaultdict(list)
    for section in plan.sections:
        if section.parent is not None and section.parent.kind != "part":
            ranks[id(section.parent)].append(section)
    mixed = [rank for rank in ranks.values() if len({section.heading_level for section in rank}) > 1]
    if mixed:
        where = listing(f"{rank[0].number}–{rank[-1].number.rpartition('.')[2]}" for rank in mixed)
        yield Seen(
            f"I dokumentet sprang overskrifterne mellem niveauer i {where}. I planen følger de numrene.",
            where,
        )


def _order_of_lists(plan: ReadPlan) -> Iterator[Seen]:
    names = list(plan.priorities)
    signed = [one.municipality for one in plan.signatories if one.municipality in plan.priorities]
    usual = signed if len(signed) == len(names) else sorted(names, key=sort_key)
    if len(names) > 2 and names != usual:
        yield Seen(
            f"I dokumentet stod kommunernes lister i rækkefølgen {listing(names)}. I planen står de som "
            f"{'underskriverne' if usual is signed else 'i alfabetet'}.",
            ", ".join(names),
        )
