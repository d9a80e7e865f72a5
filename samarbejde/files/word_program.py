"""`python -m samarbejde.files.word_program`: a Word document on standard input, its words on standard output.

Where it may not be kept, it ends with `REFUSED`, and a sentence that says why is all there is.
"""

import sys

from samarbejde.files.word_packages import refuse_danger, refuse_files_within, words_in
from samarbejde.transitions import Refused

REFUSED = 3


def main() -> int:
    content = sys.stdin.buffer.read()
    try:
        refuse_danger(content)
        refuse_files_within(content)
    except Refused as refusal:
        sys.stdout.buffer.write(str(refusal).encode())
        return REFUSED
    sys.stdout.buffer.write(words_in(content).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
