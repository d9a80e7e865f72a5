"""The same HTML in WeasyPrint's own style: `python -m benchmarks.default_style < job.json > plan.pdf`."""

import json
import sys

from weasyprint import HTML

from plans.publication.pdf.job import Job

if __name__ == "__main__":
    job = Job(**json.load(sys.stdin.buffer))
    sys.stdout.buffer.write(HTML(string=job.html).write_pdf(pdf_variant="pdf/a-3a"))
