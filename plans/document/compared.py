"""Two texts of a plan, or of two years' plans: which sections are new, changed, moved and gone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plans.document.changes import of_section, places_kept
from plans.document.snapshot import SectionText, Snapshot
from samarbejde.text.redline import difference

NEW, CHANGED, MOVED, GONE = "nyt", "ændret", "flyttet", "udgår"
KINDS = (NEW, CHANGED, MOVED, GONE)
MANY = {NEW: "nye", CHANGED: "ændrede", MOVED: "flyttede", GONE: "udgår"}


@dataclass(frozen=True)
class Part:
    """One thing that changed in a section; `html` as `samarbejde.text.redline` writes it, or ""."""

    what: str
    html: str


@dataclass(frozen=True)
class SectionChange:
    title: str
    anchor: str
    kind: str  # of KINDS
    also_moved: bool
    parts: list[Part]
    lineage: str = ""
    line: str = ""  # what is new in it, in the secretariat's words or else in the portal's
    is_written: bool = False


@dataclass(frozen=True)
class Comparison:
    sections: list[SectionChange]  # in the order of the newer text, what is gone where it stood

    @property
    def summary(self) -> str:
        """How many sections of each kind, without those of which there are none."""
        found = Counter(section.kind for section in self.sections)
        return ", ".join(
            f"{found[kind]} {MANY[kind] if found[kind] > 1 else kind}" for kind in KINDS if found[kind]
        )


def compared(before: Snapshot, after: Snapshot) -> Comparison:
    old = {section["lineage"]: section for section in before["sections"]}
    written = {told["lineage"]: told["line"] for told in after["news"]}
    still = places_kept(before, after)
    found = []
    for section in in_order(before["sections"], after["sections"]):
        was = old.get(section["lineage"])
        if section is was:
            found.append(_gone(section))
        elif change := _change(was, section, moved=was is not None and section["lineage"] not in still):
            found.append(change)
    return Comparison([_with_line(change, written.get(change.lineage, "")) for change in found])


def _with_line(change: SectionChange, written: str) -> SectionChange:
    told = dict.fromkeys(part.what for part in change.parts if change.kind == CHANGED)
    return replace(change, line=written or ". ".join(told), is_written=bool(written))


def in_order(before: list[SectionText], after: list[SectionText]) -> Iterator[SectionText]:
    """The newer sections; an older one that is gone comes after the one that it stood behind."""
    newer = {section["lineage"] for section in after}
    behind: dict[str, list[SectionText]] = {}
    last = ""
    for section in before:
        if section["lineage"] in newer:
            last = section["lineage"]
        else:
            behind.setdefault(last, []).append(section)
    yield from behind.get("", [])
    for section in after:
        yield section
        yield from behind.get(section["lineage"], [])


def _change(was: SectionText | None, now: SectionText, *, moved: bool) -> SectionChange | None:
    parts = [Part(change["what"], change["html"]) for change in of_section(was, now)]
    if not parts and not moved:
        return None
    kind = NEW if was is None else CHANGED if parts else MOVED
    return SectionChange(now["title"], now["anchor"], kind, moved and bool(parts), parts, now["lineage"])


def _gone(section: SectionText) -> SectionChange:
    text = difference(section["body"] + section["closing"], "").html
    parts = [Part("Afsnittet udgår", text)]
    return SectionChange(section["title"], section["anchor"], GONE, False, parts, section["lineage"])
