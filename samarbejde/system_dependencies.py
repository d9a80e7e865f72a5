"""What the machine itself must have: the libraries and programs that come with no Python package.

Each stands with the Debian package that has it. Can be imported before the packages are installed.
"""

import ctypes
import os
import shutil
import sys

MAKES_PDF = {  # what WeasyPrint opens; the first two bring fontconfig and GLib
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
READS_PDF = {"pdftotext": "poppler-utils"}


def missing_to_make_pdf() -> list[str]:
    """Packages; looked up anew each time, so that it knows what was installed a moment ago."""
    found = _has_library if sys.platform == "linux" else _has_pango
    return [package for library, package in MAKES_PDF.items() if not found(library)]


def missing_to_read_pdf() -> list[str]:
    return missing_programs(READS_PDF)


def missing_programs(programs: dict[str, str]) -> list[str]:
    missing = [package for program, package in programs.items() if not shutil.which(program)]
    return list(dict.fromkeys(missing))


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
