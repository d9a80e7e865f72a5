"""bin/test: every check, or pytest alone when it is given arguments. Runs in `.venv` once that is there."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from samarbejde import database
from samarbejde.running import CHECKOUT, VENV, VENV_PYTHON, setup

PROJECT = ("samarbejde", "councils", "plans")
# Half as many again as there are cores: some tests wait for a browser, a clock or another process.
PROCESSES = (os.cpu_count() or 1) * 3 // 2
PYTEST = ("-m", "pytest", "--numprocesses", str(PROCESSES), "--dist", "worksteal")
LINES = str(CHECKOUT / "var" / "lines.json")
COUNTING_LINES = ("-m", "slipcover", "--json", "--out", LINES)
ENOUGH_LINES = ("-m", "slipcover", "--merge", LINES, "--out", LINES, "--fail-under", "90")
IN_OPERATION = ("--settings", "tests.operation")
CHECKS = {  # the longest first
    "mypy": ("-m", "mypy"),
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
    "djlint": ("-m", "djlint", "templates", "--lint"),
    "bandit": ("-m", "bandit", "--quiet", "--recursive", "--configfile", "pyproject.toml", "-ll", *PROJECT),
    "migrations": ("manage.py", "makemigrations", "--check", "--dry-run", *IN_OPERATION),
    "settings": ("manage.py", "check", "--deploy", "--fail-level", "WARNING", *IN_OPERATION),
}


def main(arguments: list[str]) -> int:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every process compiles every module anew
    setup.prepare(test=True)
    if Path(sys.prefix) != VENV:
        os.execv(VENV_PYTHON, [str(VENV_PYTHON), "-m", "samarbejde.running.checks", *arguments])
    database.start_for_tests(CHECKOUT)
    if arguments:
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=CHECKOUT).returncode
    started = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        passed = at_once.map(_passes, CHECKS)
        failed = [name for name, well in zip(CHECKS, passed, strict=True) if not well]
    counts = find_spec("slipcover") is not None
    if _fails(*(COUNTING_LINES if counts else ()), *PYTEST):
        failed.append("pytest")
    if counts and _fails(*ENOUGH_LINES):
        failed.append("linjer")
    seconds = f"{time.monotonic() - started:.0f} sekunder"
    print(f"\nFejl i {', '.join(failed)} ({seconds})." if failed else f"\nAlt er i orden ({seconds}).")
    return 1 if failed else 0


def _fails(*arguments: str) -> bool:
    return subprocess.run([sys.executable, *arguments], cwd=CHECKOUT).returncode != 0


def _passes(name: str) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *CHECKS[name]],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    passed = done.returncode == 0
    told = f"{name}: {'i orden' if passed else 'FEJL'} ({time.monotonic() - started:.1f} s)\n"
    print(told if passed else f"{told}{done.stdout}\n", end="", flush=True)
    return passed


if __name__ == "__main__":
    setup.run(main)
