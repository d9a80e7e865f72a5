"""What was read, as the snapshot of a plan that is not there yet: the plan's own templates show it."""

from councils.models import PoliceDistrict
from plans.document.levels import LOWEST_LEVEL
from plans.document.models import Section
from plans.document.numbering import Numbered
from plans.document.snapshot import VERSION, SectionText, Snapshot
from plans.document.snapshot.data import Data, FigureRow, FigureTable, PrioritiesOfMunicipality
from plans.importing.findings.plan import ReadPlan, ReadSection
from samarbejde import danish
from samarbejde.text.rich_text import clean

TOP_LEVEL = 3  # of headings, below the page's own


def as_snapshot(plan: ReadPlan, district: PoliceDistrict, year: int) -> Snapshot:
    anchors = {id(section): f"afsnit-{place}" for place, section in enumerate(plan.sections, start=1)}
    data = _data(plan, anchors)
    return {
        "version": VERSION,
        "title": f"Samarbejdsplan {year}",
        "year": year,
        "district": {"name": district.name, "slug": district.slug, "short_name": district.short_name},
        "council": "",
        "signed_place": plan.signed_place,
        "signed_on": plan.signed_date.isoformat() if plan.signed_date else None,
        "discussed": None,
        "agreement": None,
        "unsigned": None,
        "news": [],
        "sections": [
            _section(section, anchors[id(section)], data.get(section.data)) for section in plan.sections
        ],
    }


def _section(section: ReadSection, anchor: str, data: Data | None) -> SectionText:
    depth = section.depth
    level = min(TOP_LEVEL + depth, LOWEST_LEVEL)
    place = Numbered(Section(kind=section.kind, heading=section.heading), section.number, depth, level)
    return {
        "number": place.number,
        "label": place.label,
        "title": place.title,
        "heading": section.heading,
        "anchor": anchor,
        "depth": place.depth,
        "heading_level": place.level,
        "kind": section.kind,
        "lineage": "",  # it has none before it is a plan
        "body": clean(section.body),
        "closing": clean(section.closing),
        "data_kind": section.data,
        "data": data,
        "projects": [],
        "proposed_by": "",
    }


def _data(plan: ReadPlan, anchors: dict[int, str]) -> dict[str, Data]:
    return {
        "signatories": {
            "place": plan.signed_place,
            "date": plan.signed_date.isoformat() if plan.signed_date else None,
            "rows": [
                {"name": one.name, "title": one.title, "municipality": one.municipality, "signed_at": None}
                for one in plan.signatories
            ],
        },
        "priorities": {"municipalities": _priorities(plan, anchors)},
        "prevention_areas": {
            "rows": [
                {
                    "name": area.name,
                    "municipality": area.municipality,
                    "meets_crime_criterion": area.meets_crime_criterion,
                }
                for area in plan.prevention_areas
            ]
        },
        "figures": {"tables": _figures(plan)},
    }


def _priorities(plan: ReadPlan, anchors: dict[int, str]) -> list[PrioritiesOfMunicipality]:
    areas = {area.title: area for area in plan.focus_areas}
    return [
        {
            "name": name,
            "slug": danish.slug(name),
            "rows": [
                {
                    "position": position,
                    "title": title,
                    "scope": areas[title].scope,
                    "is_new": areas[title].carried is False,
                    "anchor": anchors.get(id(areas[title].section), ""),
                    "description": "",
                    "projects": [],
                    "proposed_by": "",
                }
                for position, title in enumerate(titles, start=1)
            ],
        }
        for name, titles in plan.priorities.items()
    ]


def _figures(plan: ReadPlan) -> list[FigureTable]:
    tables: dict[tuple[str, str], list[FigureRow]] = {}
    for figure in plan.figures:
        row: FigureRow = {"label": figure.row, "value": danish.number_text(figure.value), "unit": figure.unit}
        tables.setdefault((figure.table, figure.source), []).append(row)
    return [{"title": title, "source": source, "rows": rows} for (title, source), rows in tables.items()]
