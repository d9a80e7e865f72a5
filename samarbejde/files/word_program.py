"""`python -m samarbejde.files.word_program`: a Word document on standard input, its words on standard output.

Where it may not be kept, it ends with `REFUSED`, and a sentence that says why is all there is.
"""

import sys

from samarbejde.files.apart import answer
from samarbejde.files.word_packages import refuse_danger, refuse_files_within, words_in


def words(content: bytes) -> bytes:
    refuse_danger(content)
    refuse_files_within(content)
    return words_in(content).encode()


if __name__ == "__main__":
    sys.exit(answer(words))
