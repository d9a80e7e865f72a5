"""One file, one check. `CHECKS` is every one that stands in this folder."""

from importlib import import_module
from inspect import getmembers, isabstract, isclass
from pkgutil import iter_modules

from plans.consistency.check import Check


def _checks() -> list[Check]:
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = [
        kind
        for module in modules
        for _, kind in getmembers(module, isclass)
        if issubclass(kind, Check) and not isabstract(kind) and kind.__module__ == module.__name__
    ]
    return [kind() for kind in found]


CHECKS = tuple(_checks())
