"""From HTML to a PDF that is known to keep the rules, in the process that makes it."""

from plans.publication.pdf.checking import findings
from plans.publication.pdf.job import Job, NotPrintable
from plans.publication.pdf.typesetting import typeset

BROKEN_RULE = (
    "Den holder ikke en regel for tilgængelighed og arkiv ({}). "
    "Kan det ikke rettes i teksten, så bed driften se på det."
)


def made(job: Job) -> bytes:
    """Raises `NotPrintable`; of the rules that a checked one breaks the first is told, and all are logged."""
    pdf = typeset(job)
    if job.checked and (broken := findings(pdf)):
        raise NotPrintable(BROKEN_RULE.format(broken[0].anywhere), [str(finding) for finding in broken])
    return pdf
