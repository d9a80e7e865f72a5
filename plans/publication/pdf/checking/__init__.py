"""Does a PDF keep the rules of ISO 14289-1 (PDF/UA-1) and ISO 19005-3 level A that a program can check?

For tests and for operation. It reads the file and nothing else, and knows nothing of how the file was made.
"""

import io

import pikepdf

from plans.publication.pdf.checking.accessibility import accessibility_problems
from plans.publication.pdf.checking.archival import archival_problems
from plans.publication.pdf.checking.consistency import consistency_problems


def problems(data: bytes) -> list[str]:
    """Each broken rule once, with its clause and where; empty when all hold."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [*consistency_problems(pdf), *accessibility_problems(pdf), *archival_problems(pdf, data)]
    return list(dict.fromkeys(found))
