"""Every check has a case that must fire and one that must not, in `cases/`, in a file of its own name.

A case that must fire is a plan and what is quoted; `SAYS` has the sentences of some.
`CASES` are read without a database.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from plans.consistency import checks
from plans.consistency.check import Check
from plans.consistency.checking import findings_in
from plans.consistency.checks import CHECKS
from tests.plans.consistency import cases

MODULES = {check: type(check).__module__.rsplit(".", 1)[1] for check in CHECKS}


def cases_of(check: Check) -> ModuleType:
    return import_module(f"{cases.__name__}.{MODULES[check]}")


FIRES = [(check, name) for check in CHECKS for name in cases_of(check).FIRES]
QUIET = [(check, name) for check in CHECKS for name in cases_of(check).QUIET]
SAYS = [(check, name) for check in CHECKS for name in getattr(cases_of(check), "SAYS", ())]


@pytest.mark.parametrize("check", CHECKS, ids=MODULES.get)
def test_a_check_has_both_kinds_of_cases(check):
    assert cases_of(check).FIRES
    assert cases_of(check).QUIET


def test_a_file_is_one_check_and_a_case_is_of_a_check():
    assert sorted(MODULES.values()) == sorted(module.name for module in iter_modules(checks.__path__))
    assert sorted(MODULES.values()) == sorted(module.name for module in iter_modules(cases.__path__))


def test_codes_and_titles_tell_the_checks_apart():
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    assert all(check.title for check in CHECKS)


@pytest.mark.parametrize(("check", "name"), FIRES, ids=lambda value: MODULES.get(value, value))
def test_it_fires(check, name):
    plan, quoted = cases_of(check).FIRES[name]
    assert [found.quotation for found in check.find(plan)] == quoted


@pytest.mark.parametrize(("check", "name"), SAYS, ids=lambda value: MODULES.get(value, value))
def test_it_says(check, name):
    plan, _ = cases_of(check).FIRES[name]
    assert [found.message for found in check.find(plan)] == cases_of(check).SAYS[name]


@pytest.mark.parametrize(("check", "name"), QUIET, ids=lambda value: MODULES.get(value, value))
def test_it_keeps_quiet(check, name):
    assert [found.message for found in check.find(cases_of(check).QUIET[name])] == []


@pytest.mark.parametrize(("check", "name"), FIRES, ids=lambda value: MODULES.get(value, value))
def test_a_finding_has_words_and_a_way(check, name):
    plan, _ = cases_of(check).FIRES[name]
    for found in check.find(plan):
        assert found.code == check.code
        assert found.message[-1] in ".?!…"
        assert found.place.section is None or found.place.lineage


@pytest.mark.parametrize(("check", "name"), FIRES, ids=lambda value: MODULES.get(value, value))
def test_a_section_alone_tells_the_same(check, name):
    """What the page of a section shows is what the plan's page shows of it."""
    plan, _ = cases_of(check).FIRES[name]
    for text in plan.sections:
        whole = {found.key for found in check.find(plan) if text.place in found.places}
        alone = {found.key for found in findings_in(plan, text.place.lineage) if found.code == check.code}
        assert alone == whole
