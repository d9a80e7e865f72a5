"""Texts as earlier versions of the portal kept them: one edition of each version, in `snapshots/`."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "snapshots"
VERSIONS = sorted(int(file.stem.removeprefix("v")) for file in FOLDER.glob("v*.json"))


LATER = ("version", "unsigned", "news", "agreement")  # names of a text that version 1 did not have


def of_version(number: int) -> dict[str, Any]:
    return json.loads((FOLDER / f"v{number}.json").read_text())


def as_version_1(text: dict[str, Any]) -> dict[str, Any]:
    """As the portal wrote it before texts had a version."""
    old = {name: value for name, value in text.items() if name not in LATER}
    old["sections"] = [
        {name: value for name, value in section.items() if name not in ("projects", "proposed_by")}
        for section in text["sections"]
    ]
    if text["unsigned"]:
        old["unsigned"] = text["unsigned"]
    if old["discussed"]:
        old["discussed"] = {name: value for name, value in old["discussed"].items() if value}
    return old
