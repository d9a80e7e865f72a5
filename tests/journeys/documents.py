"""Last year's plan as a document: the demo's, with its year moved."""

import re
from pathlib import Path

from django.conf import settings

WRITTEN_FOR = 2025


def last_years_document(year: int) -> bytes:
    text = Path(settings.BASE_DIR, "fixtures/demo/samarbejdsplan-2025.md").read_text(encoding="utf-8")
    moved = re.sub(r"\b20[12]\d\b", lambda found: str(int(found.group()) + year - WRITTEN_FOR), text)
    return moved.encode()
