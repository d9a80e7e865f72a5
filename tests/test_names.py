"""Every name that the tests ask a module of ours for is there, though only a rare row of a table asks."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

TESTS = Path(__file__).parent
OURS = ("tests", "plans", "councils", "samarbejde")


def modules_in(tree: ast.Module) -> dict[str, ModuleType]:
    """Our modules by the names that the file has for them."""
    found: dict[str, ModuleType] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS:
            source = import_module(node.module)
            for alias in node.names:
                if isinstance(named := getattr(source, alias.name, None), ModuleType):
                    found[alias.asname or alias.name] = named
    return found


def names_of_its_own(tree: ast.Module) -> set[str]:
    """Arguments and variables, which may be called as a module is."""
    stored = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return stored | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


def missing(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = modules_in(tree)
    own = names_of_its_own(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
            continue
        name = node.value.id
        if name in modules and name not in own and not hasattr(modules[name], node.attr):
            yield f"{path.relative_to(TESTS)}:{node.lineno}: {name}.{node.attr}"


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in TESTS.rglob("*.py")}), ids=lambda path: path.name
)
def test_what_is_asked_of_a_module_is_there(folder):
    assert not [told for path in sorted(folder.glob("*.py")) for told in missing(path)]
