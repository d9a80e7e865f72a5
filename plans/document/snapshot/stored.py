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
    return {**old, "version": 4, "sections": [_with_projects(section) for section in _maps(old["sections"])]}


def _with_projects(section: Stored) -> Stored:
    data = section.get("data")
    if isinstance(data, Mapping) and section.get("data_kind") in ("focus_areas", "priorities"):
        lists = {
            "rows": lambda: [{**row, "projects": []} for row in _maps(data["rows"])],
            "municipalities": lambda: [
                {**place, "rows": [{**row, "projects": []} for row in _maps(place["rows"])]}
                for place in _maps(data["municipalities"])
            ],
        }
        data = {name: lists[name]() if name in lists else value for name, value in data.items()}
    return {**section, "data": data, "projects": []}


def _maps(found: object) -> list[Stored]:
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


STEPS: dict[object, Callable[[Stored], Stored]] = {
    1: _from_1,
    2: _from_2,
    3: _from_3,
}  # each leads one version on
