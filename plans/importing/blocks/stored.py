"""A read file as JSON, so that no file is read twice: each block names its kind."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from plans.importing.blocks.blocks import (
    Block,
    Cell,
    Footnote,
    Heading,
    Item,
    Kind,
    LeftOut,
    Paragraph,
    Picture,
    Run,
    Table,
)
from plans.importing.blocks.file import ReadFile

VERSION = 1
_KINDS = (Heading, Paragraph, Item, Table, Cell, Footnote, Picture, LeftOut, Run)
_BY_NAME = {kind.__name__.lower(): kind for kind in _KINDS}


def stored(file: ReadFile) -> dict[str, Any]:
    return {
        "version": VERSION,
        "blocks": [_stored(block) for block in file.blocks],
        "missing": dict(file.missing),
        "invented": dict(file.invented),
        "by_letters": file.by_letters,
        "followed": dict(file.followed),
    }


def _stored(value: object) -> object:
    if isinstance(value, tuple):
        return [_stored(one) for one in value]
    if isinstance(value, Block | Cell | Run):
        said: dict[str, object] = {"is": type(value).__name__.lower()}
        for field in fields(value):
            one = getattr(value, field.name)
            if field.default is MISSING or one != field.default:
                said[field.name] = _stored(one)
        return said
    return str(value) if isinstance(value, Kind) else value


def restored(said: Mapping[str, Any]) -> ReadFile:
    """Raises `ValueError` for what another version wrote."""
    if said.get("version") != VERSION:
        raise ValueError(f"No read file of version {VERSION}")
    missing, invented, followed = (Counter(said[name]) for name in ("missing", "invented", "followed"))
    return ReadFile(_restored(said["blocks"]), missing, invented, said["by_letters"], followed)


def _restored(said: Any) -> Any:
    if isinstance(said, list):
        return tuple(map(_restored, said))
    if isinstance(said, dict):
        kind = _BY_NAME[str(said["is"])]
        values = {name: _restored(value) for name, value in said.items() if name != "is"}
        if kind is LeftOut:
            values["kind"] = Kind(values["kind"])
        return kind(**values)
    return said
