"""Is every edition still what it was when it was published?"""

import hashlib
from collections.abc import Iterator

from plans.document.rendering import content_hash
from plans.publication.models import Edition, EditionFile


def faults() -> Iterator[tuple[Edition, str]]:
    """Each edition that has changed since, with what is wrong. One PDF is in memory at a time."""
    for edition in Edition.objects.select_related("plan__council__district").iterator(chunk_size=20):
        if content_hash(edition.snapshot) != edition.content_hash:
            yield edition, "teksten er ændret"
        content = EditionFile.objects.filter(edition=edition).values_list("content", flat=True).first()
        if content is None:
            yield edition, "PDF'en mangler"
        elif hashlib.sha256(content).hexdigest() != edition.pdf_sha256:
            yield edition, "PDF'en er ændret"
