"""A short paper of a council's year, in the shape of a plan: shown and printed like one."""

from collections.abc import Iterable

from councils.models import Council
from plans.document.models import SectionKind
from plans.document.snapshot import VERSION, SectionText, Snapshot

TOP_LEVEL = 2  # of headings, below the page's own


def paper(council: Council, year: int, title: str, chapters: Iterable[tuple[str, str]]) -> Snapshot:
    """`chapters` are headings and the HTML below them."""
    district = council.district
    return {
        "version": VERSION,
        "title": title,
        "year": year,
        "district": {"name": district.name, "slug": district.slug, "short_name": district.short_name},
        "council": council.name,
        "signed_place": "",
        "signed_on": None,
        "discussed": None,
        "agreement": None,
        "unsigned": None,
        "news": [],
        "sections": [_chapter(n, heading, body) for n, (heading, body) in enumerate(chapters, start=1)],
    }


def _chapter(number: int, heading: str, body: str) -> SectionText:
    return {
        "number": str(number),
        "label": f"{number}.",
        "title": f"{number}. {heading}",
        "heading": heading,
        "anchor": f"afsnit-{number}",
        "depth": 0,
        "heading_level": TOP_LEVEL,
        "kind": SectionKind.CHAPTER,
        "lineage": "",
        "body": body,
        "closing": "",
        "data_kind": "",
        "data": None,
        "projects": [],
        "proposed_by": "",
    }
