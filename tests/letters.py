"""Which rooms write letters, and which kinds: told from the code."""

from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path

from django.conf import settings

from samarbejde.outbox.letters import Letter


def written_by_rooms() -> dict[str, set[str]]:
    """The name of each room with the names of what it writes."""
    return {name.split(".")[-2]: _kinds(name) for name in _modules()}


def _modules() -> Iterator[str]:
    root = Path(settings.BASE_DIR)
    for folder in ("samarbejde", "councils", "plans"):
        for path in [*(root / folder).rglob("letters.py"), *(root / folder).rglob("letters/__init__.py")]:
            name = path.relative_to(root).as_posix().removesuffix("/__init__.py").removesuffix(".py")
            if name not in ("samarbejde/outbox/letters", "plans/management/commands/letters"):
                yield name.replace("/", ".")


def _kinds(module: str) -> set[str]:
    found = getmembers(import_module(module), isfunction)
    own = {name: kind for name, kind in found if kind.__module__.startswith(module) and name[0] != "_"}
    return {name for name, kind in own.items() if signature(kind).return_annotation == list[Letter]}
