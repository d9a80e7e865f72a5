"""The libraries and programs that no package index has: Pango for PDF, and what the tests look with."""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys

from samarbejde.obstacle import Obstacle

LIBRARIES = {  # what WeasyPrint opens, and the Debian package that has it
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
BROWSERS = ("chromium-headless-shell", "chromium")  # the one without windows is quicker, but not everywhere
TEST_PROGRAMS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
BREW = {
    **dict.fromkeys(LIBRARIES.values(), "pango"),
    "poppler-utils": "poppler",
    "chromium": "--cask chromium",
}


def browser() -> str | None:
    """Where the Chromium lies that the tests look with."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def install_system_packages(*, test: bool, ask: bool) -> None:
    """Install what is missing where that takes no password, else say how. The portal starts without PDF."""
    missing = _missing(test=test)
    if missing and _may_install(missing, ask=ask):
        print(f"Installerer {' '.join(missing)} …", flush=True)
        _install(missing)
        missing = _missing(test=test)
    if not missing:
        return
    sentence = f"Her mangler {', '.join(missing)}: kør '{_command(missing)}'."
    if test:
        raise Obstacle(sentence)
    print(f"{sentence} Uden dem kan portalen ikke lave PDF.", flush=True)


def _missing(*, test: bool) -> list[str]:
    found = _has_library if sys.platform == "linux" else _has_pango
    missing = [package for library, package in LIBRARIES.items() if not found(library)]
    if test and not browser():
        missing.append("chromium")
    if test:
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return missing


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _has_pango(_library: str) -> bool:
    """Homebrew's one package `pango` brings them all."""
    homes = ("/opt/homebrew/lib", "/usr/local/lib")
    return any(os.path.exists(f"{home}/libpango-1.0.dylib") for home in homes)


def _may_install(packages: list[str], *, ask: bool) -> bool:
    if not shutil.which("apt-get") or not _is_admin():
        return False
    question = f"Må jeg installere {' '.join(packages)}? [J/n] "
    return not ask or input(question).strip().lower() in ("", "j", "ja")


def _is_admin() -> bool:
    """Root, or allowed to be without a password."""
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and _succeeds("sudo", "-n", "true"))


def _install(packages: list[str]) -> None:
    admin = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*admin, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", "-y", "--no-install-recommends"]
    quicker, _ = BROWSERS
    _succeeds(*apt, "update")
    if not _succeeds(*install, *(quicker if package in BROWSERS else package for package in packages)):
        _succeeds(*install, *packages)


def _succeeds(*command: str) -> bool:
    return not subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode


def _command(packages: list[str]) -> str:
    if sys.platform == "darwin":
        return "brew install " + " ".join(dict.fromkeys(BREW.get(package, package) for package in packages))
    admin = "" if os.geteuid() == 0 else "sudo "
    return f"{admin}apt-get install -y --no-install-recommends {' '.join(packages)}"
