"""What was changed in last year's plan after its text was taken along. Reads only."""

from dataclasses import dataclass
from uuid import UUID

from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.drafting.carry_forward import with_year
from samarbejde.histories import Record
from samarbejde.text.redline import difference, line_difference, merged

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
    ever = set(Section.history.filter(plan_id=plan.pk).values_list("lineage", flat=True).distinct())
    found = []
    for entry in sources:
        source, mine = entry.section, own.get(entry.section.lineage)
        if mine is None and source.lineage not in ever:
            found.append(
                Later(source.lineage, entry.title, "Nyt", None, source, [source.body + source.closing])
            )
        elif mine is not None and (base := bases.get(source.pk)):
            found += _changed(plan, entry.title, base, source, mine)
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


def _changed(plan: Plan, title: str, base: Record, source: Section, mine: Section) -> list[Later]:
    before, theirs, standing = _words(plan, base), _words(plan, source), _words(plan, mine)
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


def _words(plan: Plan, row: Section | Record) -> Words:
    """As they would stand in this year's plan."""
    assert plan.previous is not None
    heading = row.heading if row.plan_id == plan.pk else with_year(row.heading, plan.previous.year, plan.year)
    return {"heading": heading, "body": row.body, "closing": row.closing}
