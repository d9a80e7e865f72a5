"""The PDF of a real plan: ours, ours checked, and WeasyPrint's own style on the same HTML, in one run."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile

from django.conf import settings

from councils.models import PoliceDistrict
from plans.document.make_snapshot import make_snapshot
from plans.importing.admission import read_document
from plans.importing.workflow import import_plan
from plans.publication.pdf.process import environment
from plans.publication.pdf.rendering import print_job

SEED = Path(settings.BASE_DIR).parent / "shared" / "seeds" / "000_497fce7a32880e2b.txt"
DEMO = Path(settings.BASE_DIR) / "fixtures" / "demo" / "samarbejdsplan-2025.md"
OURS = ["-m", "plans.publication.pdf", "600", "8000000000"]
DEFAULT = ["-m", "benchmarks.default_style"]
ROUNDS = 11


@dataclass(frozen=True)
class PdfCost:
    document: str
    ours: float  # processor seconds of the portal's process as it runs, median of ROUNDS
    checked: float  # and where it checks the PDF as well, as before a plan is signed or published
    default: float  # and of a bare process that calls `write_pdf`
    megabytes: float  # of ours at its largest, and no less than this process that it begins as a copy of

    @property
    def ratio(self) -> float:
        return self.ours / self.default

    @property
    def ratio_of_checking(self) -> float:
        """To making the PDF without."""
        return (self.checked - self.ours) / self.ours


def measure() -> PdfCost:
    """The real 2025 plan where it is at hand, else the demo's."""
    path = SEED if SEED.exists() else DEMO
    district = PoliceDistrict.objects.get(slug="midt-og-vestjylland")
    reading = read_document(path.name, path.read_bytes(), district=district, year=2025)
    plan = import_plan(reading, district=district, year=2025, by=None)
    unchecked = print_job(make_snapshot(plan), edition=1, published_on=date(2024, 12, 20))
    job, checked = unchecked.as_json(), replace(unchecked, checked=True).as_json()
    with TemporaryDirectory() as empty:
        bare = environment(empty)
        runs = [
            (_run(OURS, job, bare), _run(OURS, checked, bare), _run(DEFAULT, job, os.environ))
            for _ in range(ROUNDS)
        ]
    return PdfCost(
        document=path.name,
        ours=median(ours for (ours, _), _, _ in runs),
        checked=median(checked for _, (checked, _), _ in runs),
        default=median(default for _, _, (default, _) in runs),
        megabytes=max(size for _, (_, size), _ in runs),
    )


def _run(arguments: list[str], job: bytes, variables: Mapping[str, str]) -> tuple[float, float]:
    """Processor seconds, which other work disturbs least, and the largest resident megabytes."""
    with TemporaryFile() as work, TemporaryFile() as pdf:
        work.write(job)
        work.seek(0)
        process = subprocess.Popen(
            [sys.executable, *arguments], stdin=work, stdout=pdf, cwd=settings.BASE_DIR, env=variables
        )
        _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{arguments} ended with {status}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return used.ru_utime + used.ru_stime, kilobytes / 1024
