"""Duties to report to the kredsråd in a named quarter: who, and in which sentence."""

import re

from plans.consistency.who_and_when import QUARTER, REPORTING
from plans.importing.blocks import Words
from plans.importing.findings.plan import ReadDuty, ReadPlan, ReadSection
from plans.importing.findings.sentences import sentences

LONGEST_NAME = 150  # the sentence itself keeps every word
_WHO = re.compile(
    r"\b(?:(?i:lokalråde(?:ne|t)|kommunerne|kontaktudvalget|politikredsen|politidirektøren)"
    r"|(?:[A-ZÆØÅ][\w-]{0,30}\s+(?:og\s+)?){1,5}[Pp]oliti)\b"
)


def find_duties(plan: ReadPlan) -> None:
    for section in plan.sections:
        plan.reporting_duties += _duties_of(section, plan.year)


def _duties_of(section: ReadSection, plan_year: int | None) -> list[ReadDuty]:
    """Who reports is named right before the verb, or is the last sentence's subject ("der afrapporteres")."""
    duties = []
    before = ""
    for sentence in (sentence for words in _texts(section) for sentence in sentences(words)):
        due, reporting = QUARTER.search(sentence), REPORTING.search(sentence)
        year = due and (due["year"] or plan_year)
        if due and reporting and year:
            named = (
                _WHO.findall(sentence[: reporting.start()])[-1:]
                or _WHO.findall(before)[:1]
                or ["politikredsen"]
            )
            who = f"{named[0][0].upper()}{named[0][1:]}"[:LONGEST_NAME]
            duties.append(ReadDuty(who, sentence, int(due["quarter"]), int(year), section))
        before = sentence
    return duties


def _texts(section: ReadSection) -> list[str]:
    return [block.words for block in section.before if isinstance(block, Words)]
