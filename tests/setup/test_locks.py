"""Each lock is complete: `bin/setup` installs it as it stands and resolves nothing."""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from itertools import product

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from samarbejde.running import CHECKOUT, VAR

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
PORTAL = PROJECT["project"]["dependencies"]
ASKED = {
    "requirements.lock": PORTAL,
    "requirements-test.lock": [*PORTAL, *PROJECT["project"]["optional-dependencies"]["test"]],
    "requirements-node.lock": PROJECT["dependency-groups"]["node"],
}
LOCKED = re.compile(r"^[\w.-]+==[^\\\n]+", re.MULTILINE)
MACHINES = [  # those that the portal runs on
    {
        "python_version": version,
        "python_full_version": f"{version}.9",
        "sys_platform": system,
        "os_name": "posix",
    }
    | {"platform_system": system.capitalize()}
    for version, system in product(("3.11", "3.12", "3.13", "3.14"), ("linux", "darwin"))
]
Installed = dict[str, Distribution]


def locked(lock: str, machine: dict[str, str]) -> dict[str, str]:
    """Name → version, of what is installed on such a machine."""
    lines = map(Requirement, LOCKED.findall(lock))
    chosen = [line for line in lines if not line.marker or line.marker.evaluate(machine)]
    return {canonicalize_name(line.name): next(iter(line.specifier)).version for line in chosen}


def unmet(lock: str, asked: list[str], installed: Installed) -> set[str]:
    """What the project or a locked package requires on some machine, and its lock does not bring there."""
    return {
        str(requirement)
        for machine in ({**default_environment(), **machine} for machine in MACHINES)
        for versions in [locked(lock, machine)]
        for requirement in requirements([*asked, *versions], installed, machine)
        if not is_met(requirement, versions)
    }


def is_met(requirement: Requirement, versions: dict[str, str]) -> bool:
    name = canonicalize_name(requirement.name)
    return name in versions and requirement.specifier.contains(versions[name], prereleases=True)


def requirements(asked: list[str], installed: Installed, machine: dict[str, str]) -> Iterator[Requirement]:
    """All that is required, what the extras of each require included; each package's once."""
    waiting, seen = [Requirement(line) for line in asked], set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        yield requirement
        for extra in {"", *requirement.extras} - {extra for known, extra in seen if known == name}:
            seen.add((name, extra))
            lines = installed[name].requires if name in installed else []
            found = map(Requirement, lines or [])
            waiting += [
                one for one in found if not one.marker or one.marker.evaluate({**machine, "extra": extra})
            ]


def installed_for(lock: str) -> Installed:
    folder = VAR / "node"
    if lock == "requirements-node.lock" and not folder.exists():
        pytest.skip("this machine has an npm of its own")
    places = [str(folder)] if lock == "requirements-node.lock" else sys.path
    return {canonicalize_name(one.name): one for one in reversed([*distributions(path=places)])}


def read(lock: str) -> str:
    return (CHECKOUT / lock).read_text()


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_holds_all_that_its_packages_require(lock):
    installed = installed_for(lock)
    here = locked(read(lock), default_environment())
    assert here == {name: installed[name].version for name in here if name in installed}
    assert unmet(read(lock), ASKED[lock], installed) == set(), "kør bin/lock"


@pytest.mark.parametrize(
    ("lock", "name", "required"),
    [
        ("requirements.lock", "psycopg-binary", "psycopg-binary==3"),  # by psycopg[binary]
        ("requirements.lock", "zopfli", "zopfli>="),  # by fonttools[woff], which weasyprint asks for
        ("requirements.lock", "weasyprint", "weasyprint=="),  # by the project itself
        ("requirements.lock", "webencodings", "webencodings"),  # of any version
        ("requirements-test.lock", "execnet", "execnet>="),
        ("requirements-test.lock", "tabulate", "tabulate"),
    ],
)
def test_a_line_that_is_missing_from_a_lock_is_found(lock, name, required):
    shorter = re.sub(rf"^{name}==.*\n", "", read(lock), flags=re.MULTILINE)
    assert any(line.startswith(required) for line in unmet(shorter, ASKED[lock], installed_for(lock)))


def test_a_version_that_is_too_old_for_another_package_is_found():
    older = re.sub(r"^sqlparse==\S+", "sqlparse==0.1", read("requirements.lock"), flags=re.MULTILINE)
    found = unmet(older, PORTAL, installed_for("requirements.lock"))
    assert any(line.startswith("sqlparse>=") for line in found)


@pytest.mark.parametrize("name", [*ASKED, "package-lock.json"])
def test_locks_name_no_address(name):
    assert "://" not in read(name)


def test_portal_and_tests_run_on_the_same_versions():
    portal, tests = (set(LOCKED.findall(read(lock))) for lock in list(ASKED)[:2])
    assert portal <= tests
