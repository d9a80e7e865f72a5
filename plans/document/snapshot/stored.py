"""Snapshots as they are kept: hashed as they were written, and read in the shape of today.

Each older version has a step in `STEPS`, and each has a file in `tests/plans/document/snapshots/`.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import cast

from plans.document.snapshot.shape import VERSION, Snapshot

Stored = Mapping[str, object]  # of any version


def read_snapshot(stored: Stored) -> Snapshot:
    """What was kept, in the shape of today. Two texts are the same when this gives the same."""
    version = stored.get("version", 1)
    while step := STEPS.get(version):
        stored = step(stored)
        version = stored["version"]
    if version != VERSION:
        raise ValueError(f"no way to read version {version} of a snapshot")
    return cast(Snapshot, stored)


def content_hash(text: Stored) -> str:
    """SHA-256 of a text as it is kept, the same for the same words whatever order its keys come in."""
    canonical = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _from_1(old: Stored) -> Stored:
    """It said only where a plan was not signed, or discussed early, that it was."""
    told = old.get("discussed")
    discussed = {"early_reason": "", **told} if isinstance(told, Mapping) else None
    return {**old, "version": 2, "discussed": discussed, "unsigned": old.get("unsigned")}


def _from_2(old: Stored) -> Stored:
    """Nobody had said what was new in it."""
    return {**old, "version": 3, "news": []}


def _from_3(old: Stored) -> Stored:
    """No topic named its projects."""
    sections = [_with_topics(section, {"projects": []}) for section in _maps(old["sections"])]
    return {**old, "version": 4, "sections": sections}


def _with_topics(section: Stored, more: Stored) -> Stored:
    """With `more` in the section, and in each topic that it lists."""
    data = section.get("data")
    if isinstance(data, Mapping) and section.get("data_kind") in ("focus_areas", "priorities"):
        lists = {
            "rows": lambda: [{**row, **more} for row in _maps(data["rows"])],
            "municipalities": lambda: [
                {**place, "rows": [{**row, **more} for row in _maps(place["rows"])]}
                for place in _maps(data["municipalities"])
            ],
        }
        data = {name: lists[name]() if name in lists else value for name, value in data.items()}
    return {**section, "data": data, **more}


def _from_4(old: Stored) -> Stored:
    """No forum said who sits in it, how often they meet and who is responsible."""
    return {**old, "version": 5, "sections": [_with_forums(section) for section in _maps(old["sections"])]}


def _with_forums(section: Stored) -> Stored:
    data = section.get("data")
    if not isinstance(data, Mapping) or section.get("data_kind") != "forums":
        return section
    unsaid = {"participants": "", "rhythm": "", "responsible": ""}
    return {**section, "data": {**data, "rows": [{**row, **unsaid} for row in _maps(data["rows"])]}}


def _from_5(old: Stored) -> Stored:
    """An agreement stood in the words alone."""
    return {**old, "version": 6, "agreement": None}


def _from_6(old: Stored) -> Stored:
    """No section listed a council's meetings."""
    return {**old, "version": 7}


def _from_7(old: Stored) -> Stored:
    """No topic said which lokalråd had proposed it."""
    sections = [_with_topics(section, {"proposed_by": ""}) for section in _maps(old["sections"])]
    return {**old, "version": 8, "sections": sections}


def _maps(found: object) -> list[Stored]:
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


STEPS: dict[object, Callable[[Stored], Stored]] = {
    1: _from_1,
    2: _from_2,
    3: _from_3,
    4: _from_4,
    5: _from_5,
    6: _from_6,
    7: _from_7,
}  # each leads one version on
