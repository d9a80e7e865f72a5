"""Headings in capitals: whether they are to be written as sentences is asked."""

import re

from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.questions import NO

LEAST = 2  # headings: one in capitals may be meant so
_SHORT = ("EU", "IT", "KSP", "PSP", "SSP", "U18")


def ask_of_capitals(plan: ReadPlan, places: Places) -> None:
    loud = [section for section in plan.sections if _is_loud(section.heading)]
    if len(loud) < LEAST:
        return
    example = sentence_case(loud[0].heading, places)
    text = f"Skal de {len(loud)} overskrifter i store bogstaver skrives med små, som »{example}«?"
    if plan.questions.ask("store bogstaver", text, assumed=NO):
        for section in loud:
            section.heading = sentence_case(section.heading, places)


def _is_loud(heading: str) -> bool:
    return heading.isupper() and sum(map(str.isalpha, heading)) > max(map(len, _SHORT))


def sentence_case(heading: str, places: Places) -> str:
    """The first letter, and the names of kommuner and districts, stay large."""
    text = heading.lower()
    districts = (re.sub(r"\s+politi$", "", name, flags=re.IGNORECASE) for name in places.districts)
    for name in (*districts, *places.municipalities, *_SHORT):
        text = re.sub(rf"\b{re.escape(name.lower())}", name, text)
    return text[:1].upper() + text[1:]
