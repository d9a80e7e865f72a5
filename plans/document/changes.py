"""What differs between two snapshots of one plan, section by section, as a list that people read."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TypedDict

from django.utils.html import format_html, format_html_join
from lxml import html as lxml_html

from plans.document.snapshot import SectionText, Snapshot, as_declared, wording
from samarbejde.text.redline import NOTE, difference, line_difference

_MARKED = f"descendant-or-self::*[self::ins or self::del or @class='{NOTE}']"
Line = tuple[str, str]  # whose it is, or ""; and what it says
STRUCTURE = "Kun opsætningen er ændret, ikke ordene."


class Change(TypedDict):
    """`html` holds what is new in <ins> and what is gone in <del>; "" where the words are the same."""

    title: str
    anchor: str
    what: str
    html: str


def changes(before: Snapshot, after: Snapshot) -> list[Change]:
    """In the order of the newer text; what is gone stands last."""
    old = {section["lineage"]: section for section in before["sections"]}
    kept = {section["lineage"] for section in after["sections"]}
    found = [
        change for section in after["sections"] for change in of_section(old.get(section["lineage"]), section)
    ]
    found += [_change(gone, "Afsnittet er slettet") for key, gone in old.items() if key not in kept]
    return found + _moved(before, after)


def of_section(old: SectionText | None, new: SectionText) -> Iterator[Change]:
    if old is None:
        yield _change(new, "Afsnittet er nyt", _words(new))
        return
    if old["heading"] != new["heading"]:
        told = format_html("<p>{}</p>", line_difference(old["heading"], new["heading"]))
        yield _change(new, "Overskriften er rettet", told)
    for was, now in ((old["body"], new["body"]), (old["closing"], new["closing"])):
        found = difference(was, now)
        if found.structure_only and (led := _lines(_links(was), _links(now))):
            yield _change(new, "Links fører et andet sted hen", led)
        elif found.structure_only:
            yield _change(new, STRUCTURE)
        elif found.changed:
            yield _change(new, "Teksten er rettet", _changed_blocks(found.html))
    if listed := _lines(_listed(old), _listed(new)):
        yield _change(new, "Listen er rettet", listed)


def _change(section: SectionText, what: str, html: str = "") -> Change:
    return {"title": section["title"], "anchor": section["anchor"], "what": what, "html": str(html)}


def _words(section: SectionText) -> str:
    return section["body"] + section["closing"]


def _changed_blocks(text: str) -> str:
    """Without the blocks that stand as they did."""
    root = lxml_html.fragment_fromstring(text, create_parent="div")
    blocks = [block for block in root if block.xpath(_MARKED)]
    return "".join(str(lxml_html.tostring(block, encoding="unicode", with_tail=False)) for block in blocks)


def _links(text: str) -> list[Line]:
    """The words of each link, and where it leads."""
    root = lxml_html.fragment_fromstring(text, create_parent="div")
    return [(link.text_content(), link.get("href", "")) for link in root.iter("a")]


def _listed(section: SectionText) -> list[Line]:
    return [
        line
        for name, value in as_declared(_beside_the_text(section)).items()
        for item in (value if isinstance(value, list) else [value])
        for line in _lines_of(name, item)
    ]


def _beside_the_text(section: SectionText) -> dict[str, object]:
    own = {"projects": section["projects"], "proposed_by": section["proposed_by"]}
    return {**own, **(section["data"] or {})}


def _lines_of(name: str, item: object) -> Iterator[Line]:
    """Of an item that has a list of its own, such as a kommune, each line with whose it is."""
    words = iter(wording({name: item}))
    if isinstance(item, Mapping) and any(_is_list(value) for value in item.values()):
        whose = next(words, "")
        yield "", whose
        yield from ((whose, line) for line in words)
    else:
        yield from (("", line) for line in words)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, Mapping) for one in value)


def _lines(old: list[Line], new: list[Line]) -> str:
    parts: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            parts += [_marked_line("del", *line) for line in old[a:b]]
            parts += [_marked_line("ins", *line) for line in new[c:d]]
    items = format_html_join("", "<li>{}</li>", ((part,) for part in parts))
    return format_html("<ul>{}</ul>", items) if parts else ""


def _marked_line(mark: str, whose: str, line: str) -> str:
    before = format_html("{}: ", whose) if whose else ""
    return format_html("{}<{}>{}</{}>", before, mark, line, mark)


def _moved(before: Snapshot, after: Snapshot) -> list[Change]:
    """Sections that stand behind others than they did, though none of them is new or gone."""
    still = places_kept(before, after)
    both = {section["lineage"] for section in before["sections"]}
    return [
        _change(section, "Afsnittet er flyttet")
        for section in after["sections"]
        if section["lineage"] in both and section["lineage"] not in still
    ]


def places_kept(before: Snapshot, after: Snapshot) -> set[str]:
    """The lineages of sections that stand in one order in both."""
    order = [[section["lineage"] for section in text["sections"]] for text in (before, after)]
    both = set(order[0]) & set(order[1])
    old, new = ([key for key in keys if key in both] for keys in order)
    matched = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {key for block in matched for key in new[block.b : block.b + block.size]}
