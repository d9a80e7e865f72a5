"""What the Nu HTML Checker says of pages as they are sent: the grammar of HTML and ARIA."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from shutil import which

import pytest
from django.conf import settings

CHECKER = Path(settings.BASE_DIR, "node_modules/vnu-jar/build/dist/vnu.jar")
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")  # it runs for a few seconds


def needs_java() -> None:
    if not which("java"):
        pytest.skip("the Nu HTML Checker needs Java, and there is none on this machine")


def faults_of_markup(pages: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Each error as »page: what: the markup«. All in one run: it takes longer to start than to read."""
    files = {}
    for number, (name, body) in enumerate(pages):
        file = folder / f"{number}.html"
        file.write_bytes(body)
        files[file] = name
    checked = subprocess.run(
        ["java", *QUICK_START, "-jar", CHECKER, "--format", "json", "--exit-zero-always", "--stdout", *files],
        capture_output=True,
        check=True,
    )
    return [
        f"{files[Path(said['url'].removeprefix('file:'))]}: {said['message']}: {said.get('extract', '')!r}"
        for said in json.loads(checked.stdout)["messages"]
        if said["type"] in ("error", "non-document-error")
    ]
