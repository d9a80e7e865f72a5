"""`python -m samarbejde.environment`: every variable, as an environment file to fill in."""

import sys

from samarbejde.environment.variables import VARIABLES, Variable


def listing() -> str:
    return "\n".join(_lines(name, variable) for name, variable in VARIABLES.items())


def _lines(name: str, variable: Variable) -> str:
    if variable.is_needed:
        return f"# {variable.meaning} (kræves)\n{name}={_quoted(variable.example)}\n"
    return f"# {variable.meaning}\n#{name}={_quoted(variable.example)}\n"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


if __name__ == "__main__":
    sys.stdout.write(listing())
