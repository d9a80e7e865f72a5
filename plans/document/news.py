"""What is new in a plan since the one before it was published."""

import json
from dataclasses import asdict, replace

from plans.document.compared import Comparison, SectionChange, compared
from plans.document.models import Plan
from plans.document.snapshot import Snapshot, read_snapshot
from samarbejde.site.kept_files import keep, read


def news(plan: Plan, text: Snapshot) -> Comparison | None:
    """In `text` since the newest edition of the plan before this one; None where there is none. One query."""
    earlier = plan.previous.editions.order_by("-number").first() if plan.previous else None
    return compared(read_snapshot(earlier.snapshot), text) if earlier else None


def lines_of_news(plan: Plan, text: Snapshot, content_hash: str) -> Comparison | None:
    """The same without marked words, for a text that lies fast: reckoned once, whoever comes to read it."""
    name = f"{plan.pk}-{content_hash[:20]}.news"
    if kept := read(name):
        return Comparison([SectionChange(**line) for line in json.loads(kept)])
    found = news(plan, text)
    if found:
        found = Comparison([replace(section, parts=[]) for section in found.sections])
        keep(name, json.dumps([asdict(section) for section in found.sections]).encode())
    return found
