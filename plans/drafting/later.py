"""What was changed in last year's plan after its text was taken along. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plans.document.fields import SECTION
from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.drafting.carry_forward import new_references, with_year
from samarbejde.histories import Record
from samarbejde.text.redline import difference, line_difference, merged
from samarbejde.text.rich_text_fields import folded, renamed

Words = dict[str, str]  # a section's heading, body and closing


@dataclass(frozen=True)
class Later:
    """A section that is another, is new or is gone in last year's plan."""

    lineage: UUID
    title: str
    what: str
    own: Section | None  # in this year's plan
    source: Section | None  # in last year's, as it is now
    marked: list[str]  # redlines, from the text that was taken along
    words: Words | None = None  # with which it is fetched; None where both have written in one place

    @property
    def name(self) -> str:
        """Of its choice in the form."""
        return f"choice-{self.lineage.hex}"

    @property
    def can_be_fetched(self) -> bool:
        return self.own is None or self.source is None or self.words is not None


def later_changes(plan: Plan) -> list[Later]:
    """In the order of last year's plan, what is gone last; three or four queries, however many sections."""
    if plan.previous is None:
        return []
    own = {section.lineage: section for section in plan.sections.all()}
    sources = numbered(plan.previous.sections.all())
    bases = _bases([entry.section for entry in sources], own)
    names = new_references([entry.section.heading for entry in sources], plan.previous.year, plan.year)
    names_then = _names_then(plan, bases) | names
    ever = set(Section.history.filter(plan_id=plan.pk).values_list("lineage", flat=True).distinct())
    found = []
    for entry in sources:
        source, mine = entry.section, own.get(entry.section.lineage)
        if mine is None and source.lineage not in ever:
            words = _words(plan, source, names)
            marked = [words["body"] + words["closing"]]
            found.append(Later(source.lineage, entry.title, "Nyt", None, source, marked, words))
        elif mine is not None and (base := bases.get(source.pk)):
            before, theirs = _words(plan, base, names_then), _words(plan, source, names)
            found += _changed(entry.title, source, mine, before, theirs)
    known = {entry.section.lineage for entry in sources}
    gone = (row for row in own.values() if row.carried_version is not None and row.lineage not in known)
    return found + [Later(row.lineage, str(row), "Udgået", row, None, []) for row in gone]


def _bases(sources: list[Section], own: dict[UUID, Section]) -> dict[int, Record]:
    """Of each section of last year's plan that has another version now, the one that was taken along."""
    carried = {
        source.pk: mine.carried_version
        for source in sources
        if (mine := own.get(source.lineage)) and mine.carried_version not in (None, source.version)
    }
    kept = Section.history.filter(id__in=carried).order_by("history_date", "history_id")
    return {record.id: record for record in kept if record.version == carried[record.id]}


def _names_then(plan: Plan, bases: Mapping[int, Record]) -> dict[str, str]:
    """References to headings that are others in last year's plan now, as they were taken along."""
    assert plan.previous is not None
    return {
        folded(SECTION + base.heading): SECTION + with_year(base.heading, plan.previous.year, plan.year)
        for base in bases.values()
    }


def _changed(title: str, source: Section, mine: Section, before: Words, theirs: Words) -> list[Later]:
    standing = {name: getattr(mine, name) for name in theirs}
    changed = [name for name in theirs if theirs[name] not in (before[name], standing[name])]
    if not changed:
        return []
    marked = [
        str(line_difference(before[name], theirs[name]))
        if name == "heading"
        else difference(before[name], theirs[name]).html
        for name in changed
    ]
    joined = {name: _joined(name, before[name], standing[name], theirs[name]) for name in changed}
    words = None if None in joined.values() else standing | {k: v for k, v in joined.items() if v is not None}
    return [Later(source.lineage, title, "Ændret", mine, source, marked, words)]


def _joined(name: str, base: str, mine: str, theirs: str) -> str | None:
    if mine == base:
        return theirs
    return None if name == "heading" else merged(base, mine, theirs)


def _words(plan: Plan, row: Section | Record, names: Mapping[str, str]) -> Words:
    """Last year's, as they would stand in this year's plan: as `carry_forward` takes them along."""
    assert plan.previous is not None
    return {
        "heading": with_year(row.heading, plan.previous.year, plan.year),
        "body": renamed(row.body, names),
        "closing": renamed(row.closing, names),
    }
