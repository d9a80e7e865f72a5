"""`python -m plans.returned_drafts.program` reads others' documents, apart from the portal.

On standard input stands a line of JSON with the plan's `sections` and the `lengths` in bytes of what follows:
the returned document, and the plan as it was sent out and as it is, written likewise. The answer is a line,
`read` or `refused`, and then the JSON of the findings, or the reason.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from itertools import accumulate, pairwise
from typing import Any

from plans.returned_drafts.reading.findings import Finding, findings
from plans.returned_drafts.reading.lines import read_document
from plans.returned_drafts.reading.sections import Section
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused

READ, REFUSED = b"read\n", b"refused\n"


def read(asked: Mapping[str, Any], content: bytes) -> list[Finding]:
    ends = [0, *accumulate(asked["lengths"])]
    returned, *ours = (read_document(content[start:end]) for start, end in pairwise(ends))
    found = findings(returned, [Section.told(section) for section in asked["sections"]], ours)
    personal_numbers.refuse_in([text for one in found for text in (one.said, one.author, one.exact)])
    return found


def main() -> None:
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        found = read(asked, sys.stdin.buffer.read())
        answer = READ + json.dumps([asdict(one) for one in found], ensure_ascii=False).encode()
    except Refused as refusal:
        answer = REFUSED + str(refusal).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
