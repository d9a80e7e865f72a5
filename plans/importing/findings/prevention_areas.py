"""Housing areas on the ministry's prevention list: a list whose items are "area, kommune"."""

import re
from dataclasses import replace
from itertools import groupby

from plans.importing.blocks import Block, Item, Words
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan, ReadPreventionArea, ReadSection

_SUBJECT = re.compile(r"forebyggelses(?:område|liste)|parallelsamfund|udsatte boligområder", re.IGNORECASE)
_CRITERION = re.compile(r"\bopfylder kriminalitetskriteriet", re.IGNORECASE)
_ITEM = re.compile(r"(?P<name>.{1,150}?)\s*(?:,|\bi\b|\(|–)\s*(?P<place>[^,(]+?)\)?[.;]?")


def find_prevention_areas(plan: ReadPlan, places: Places) -> None:
    for section in plan.sections:
        if not section.data and any(map(_SUBJECT.search, _texts(section))):
            _take_list(plan, section, places)


def _take_list(plan: ReadPlan, section: ReadSection, places: Places) -> None:
    for is_item, group in groupby(enumerate(section.before), key=lambda pair: isinstance(pair[1], Item)):
        items = list(group)
        areas = [area for _, block in items if (area := _area(block, places))]
        if is_item and len(areas) == len(items):
            meets = any(map(_CRITERION.search, _texts(section)))
            plan.prevention_areas += [replace(area, meets_crime_criterion=meets) for area in areas]
            section.fill_from_register("prevention_areas", [place for place, _ in items])
            return


def _area(block: Block, places: Places) -> ReadPreventionArea | None:
    match = _ITEM.fullmatch(block.words) if isinstance(block, Words) else None
    municipality = places.municipality_named(match["place"]) if match else None
    return ReadPreventionArea(match["name"], municipality) if match and municipality else None


def _texts(section: ReadSection) -> list[str]:
    return [block.words for block in section.before if isinstance(block, Words)]
