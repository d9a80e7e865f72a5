"""A second opinion on what an import lost: by the plan's own values, sharing no code with the importer."""

import re

from plans.importing.findings.plan import ReadPlan
from samarbejde.danish import MONTHS, quarter_text
from samarbejde.text.rich_text import plain_text

_TAIL = re.compile(r"[ .…\t]+\d{1,3}$")
_ENDS = re.compile(r"(?<=[.!?:)])\s+(?=[A-ZÆØÅ(*])")


def sentences_left_out(text: str, plan: ReadPlan, *, pages: bool = False) -> list[str]:
    """The sentences of `text` that stand neither in the plan nor in its list of what was not understood.

    Lines of contents with a page number are not asked for. In a document of `pages` each paragraph ends in
    its number.
    """
    whole = _letters(" ".join(_words(plan)))
    return [sentence for sentence in _sentences(text, pages) if _letters(sentence) not in whole]


def _sentences(text: str, pages: bool) -> list[str]:
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [
            line.strip() for line in paragraph.split("\n") if not re.search(r"\.{3,}\s*\d+$", line.strip())
        ]
        lines = [re.sub(r"^(#+\s+)?((-|\d+(\.\d+)*\.?)\s+)?", "", line) for line in lines]
        joined = re.sub(r"\s\d{1,3}$", "", " ".join(lines).strip()) if pages else " ".join(lines)
        found += _ENDS.split(joined)
    return [sentence for sentence in found if re.search(r"[^\W\d]", sentence)]


def _words(plan: ReadPlan) -> list[str]:
    words = [f"samarbejdsplan {plan.year}"]
    for section in plan.sections:
        number = section.number if section.kind == "part" else ""
        words += [number, section.heading, plain_text(section.body), plain_text(section.closing)]
    if day := plan.signed_date:
        words.append(f"{plan.signed_place}, den {day.day}. {MONTHS[day.month - 1]} {day.year}")
    words += [f"{one.name} {one.title}" for one in plan.signatories]
    for municipality, titles in plan.priorities.items():
        words += [f"{municipality} Kommune", *titles]
    words += [f"{area.name}, {area.municipality}" for area in plan.prevention_areas]
    words += [f"{duty.wording} {quarter_text(duty.quarter, duty.year)}" for duty in plan.reporting_duties]
    return [*words, *plan.not_understood]


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
