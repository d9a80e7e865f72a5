"""`python -m plans.importing.program`: a document on standard input, what was read on standard output.

Before the document stands a line of JSON with its name and the register's places. The answer is pickled: a
`ReadPlan`, or a sentence that says why there is none.
"""

import json
import pickle  # nosec B403: writes only
import sys

from plans.importing.files import text_of
from plans.importing.findings import ReadPlan
from plans.importing.places import Places
from plans.importing.reading import read_plan
from plans.importing.word_left_out import tell_of_left_out
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused


def read(name: str, content: bytes, places: Places) -> ReadPlan:
    text = text_of(name, content)
    personal_numbers.refuse_in([name, text])
    plan = read_plan(text, places)
    tell_of_left_out(name, content, text, plan)
    return plan


def main() -> None:
    asked = json.loads(sys.stdin.buffer.readline())
    places = Places(asked["districts"], asked["municipalities"])
    try:
        answer: ReadPlan | str = read(asked["name"], sys.stdin.buffer.read(), places)
    except Refused as refusal:
        answer = str(refusal)
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    main()
