"""`python -m plans.importing.program read|find`: what reads other people's files, apart from the portal.

On standard input stands a line of JSON, then the file (`read`) or what was stored of it (`find`). The answer
is the JSON of the blocks, or the pickled `ReadPlan`; see `files.apart.answer`.
"""

import json
import pickle  # nosec B403: writes only
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

from plans.importing.blocks import LeftOut, ReadFile, Words, walk
from plans.importing.blocks.corrections import corrected
from plans.importing.blocks.stored import restored, stored
from plans.importing.files import read_file
from plans.importing.findings.places import Places
from plans.importing.findings.reading import read_plan
from samarbejde.files.apart import answer
from samarbejde.text import personal_numbers


class ToRead(TypedDict):
    name: str


class ToFind(TypedDict):
    districts: list[str]
    municipalities: list[str]
    answers: dict[str, str]
    corrections: dict[str, str]


def read(asked: ToRead, content: bytes) -> bytes:
    file = read_file(asked["name"], content)
    personal_numbers.refuse_in([asked["name"], *_texts(file)])
    return json.dumps(stored(file), ensure_ascii=False).encode()


def find(asked: ToFind, content: bytes) -> bytes:
    places = Places(asked["districts"], asked["municipalities"])
    file = restored(json.loads(content))
    file = replace(file, blocks=corrected(file.blocks, asked["corrections"]))
    return pickle.dumps(read_plan(file, places, asked["answers"]))


def _texts(file: ReadFile) -> Iterator[str]:
    yield from (block.text for block in walk(file.blocks) if isinstance(block, Words | LeftOut))


def main() -> int:
    task = read if sys.argv[1] == "read" else find

    def said(content: bytes) -> bytes:
        asked, _, file = content.partition(b"\n")
        return task(json.loads(asked), file)

    return answer(said)


if __name__ == "__main__":
    sys.exit(main())
