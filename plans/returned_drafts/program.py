"""`python -m plans.returned_drafts.program` reads others' documents, apart from the portal.

On standard input stands a line of JSON with the plan's `sections` and the `lengths` in bytes of what follows:
the returned document, and the plan as it was sent out and as it is, written likewise. The answer is the JSON
of the findings; see `files.apart.answer`.
"""

import json
import sys
from dataclasses import asdict
from itertools import accumulate, pairwise
from typing import TypedDict

from plans.returned_drafts.reading.findings import findings
from plans.returned_drafts.reading.lines import read_document
from plans.returned_drafts.reading.sections import Section, ToldSection
from samarbejde.files.apart import answer
from samarbejde.text import personal_numbers


class Asked(TypedDict):
    lengths: list[int]
    sections: list[ToldSection]


def read(content: bytes) -> bytes:
    line, _, files = content.partition(b"\n")
    asked: Asked = json.loads(line)
    ends = [0, *accumulate(asked["lengths"])]
    returned, *ours = (read_document(files[start:end]) for start, end in pairwise(ends))
    found = findings(returned, [Section.told(section) for section in asked["sections"]], ours)
    personal_numbers.refuse_in([text for one in found for text in (one.said, one.author, one.exact)])
    return json.dumps([asdict(one) for one in found], ensure_ascii=False).encode()


if __name__ == "__main__":
    sys.exit(answer(read))
