"""Every environment variable of the portal: declared in `variables`, read here, refused by name.

`python -m samarbejde.environment` lists them. Needs nothing but the standard library: the commands read some
before any package is there.
"""

import os
from collections.abc import Mapping
from typing import Any

from samarbejde.environment.conflicts import conflicts
from samarbejde.environment.variables import VARIABLES, Environment, unknown
from samarbejde.obstacle import Obstacle

__all__ = ["VARIABLES", "Environment", "given", "read"]

AT_HOME = ("SAMARBEJDE_DEMO", "SAMARBEJDE_DEBUG")


def read(environment: Mapping[str, str] = os.environ) -> Environment:
    """All of them; raises Obstacle with one sentence for each that is missing, unknown or malformed."""
    home = _at_home(environment)
    values: dict[str, Any] = {}
    refused = list(unknown(environment))
    for name, variable in VARIABLES.items():
        try:
            values[name.lower()] = variable.value(environment.get(name, "").strip(), at_home=home)
        except ValueError as reason:
            refused.append(f"{name} {reason}")
    if not refused:
        values_together = Environment(**values)
        refused = list(conflicts(values_together))
    if refused:
        raise Obstacle("\n".join(refused))
    return values_together


def given(name: str) -> object:
    """One of them alone, as before the others are there; raises Obstacle when it is malformed."""
    try:
        return VARIABLES[name].value(os.environ.get(name, "").strip(), at_home=True)
    except ValueError as reason:
        raise Obstacle(f"{name} {reason}") from None


def _at_home(environment: Mapping[str, str]) -> bool:
    """The demo or a developer's machine: what is missing has a value that nobody else is let in by."""
    return any(environment.get(name) == "1" for name in AT_HOME)
