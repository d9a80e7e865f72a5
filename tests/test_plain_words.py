"""No sentence of the portal is harder than LIX 40, where the law leaves a choice.

LIX is words in a sentence + 100 × long words ÷ words, and a long word has more than six letters (Björnsson
1968). Made for whole texts, it is counted here of one sentence at a time, so two things are set right. The
field's own terms do not count as long: readers know them, and a shorter word would be another one. And a
sentence of up to five words, as a button or a heading, is easy to read however long its words are.
What a form or a letter fills in counts as one short word: it is not ours.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

HARDEST, FEWEST_WORDS, LONGER_THAN = 40, 6, 6
# Beginnings of words, so that »lokalrådenes« is one of them.
TERMS = (
    "samarbejd", "lokalråd", "kredsråd", "sekretariat", "politi", "kommune", "borgmest", "indsats",
    "underskr", "offentlig", "forslag", "kontaktudvalg", "høring", "drøft", "stedfortræd", "direktør",
    "forebygg", "formand", "næstformand", "administrat", "adgang", "totrin",
)  # fmt: skip
# Read by whoever operates the portal, in a terminal or in a log.
OPERATION = (
    "samarbejde/backup", "samarbejde/embedded_postgres", "samarbejde/environment", "samarbejde/ledger",
    "samarbejde/management", "samarbejde/running", "plans/management", "plans/verification", "plans/demo",
    "plans/publication/pdf/checking", "councils/management", "migrations",
)  # fmt: skip
REASONS = {
    "tilgængeligt efter lov om tilgængelighed af offentlige organers websteder": "the name of the law",
    "så klag til styrelsen": "the law's way to complain, with telephone and address in one sentence",
    "af alle at bliver da de den der": "a list of small words, no sentence",
}
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
_BLOCK = re.compile(
    r"</?(?:p|li|h\d|td|th|div|dt|dd|label|legend|summary|button|ul|ol|section|form)\b[^>]*>"
    r"|<a class=[^>]*button[^>]*>"
)
_DANISH = re.compile(r"\b(?:er|ikke|og|det|den|at|en|du|har|kan|så|til|af)\b")
_FILLED_IN = r"»[^«]*«|https?://\S+|Midt- og Vestjylland\w*( Politi)?|(?<= i )[A-ZÆØÅ]\S+"  # into a letter
_LETTER_FIELD = r"\{\w+\}"
_CODE = ((r"{#.*?#}|{% comment.*?endcomment %}", ""), (r"{{.*?}}", " X "), (r"{%.*?%}", " "))


def lix(sentence: str) -> float:
    words = re.findall(r"\w+", sentence)
    long = [word for word in words if len(word) > LONGER_THAN and not word.lower().startswith(TERMS)]
    return len(words) + 100 * len(long) / len(words)


def test_no_sentence_is_harder_than_it_must_be():
    found = {sentence: place for place, text in _texts() for sentence in sentences_of(text)}
    hardest = sorted(found, key=lix, reverse=True)
    print(*(f"{lix(one):.0f} {found[one]}: {one}" for one in hardest[:10]), sep="\n")  # noqa: T201
    assert len(found) > 700
    too_hard = [one for one in hardest if lix(one) > HARDEST and not any(part in one for part in REASONS)]
    assert not [f"{lix(one):.0f} {found[one]}: {one}" for one in too_hard]
    assert all(any(part in one for one in found) for part in REASONS), "an exception that nothing needs"


def test_lix_of_a_sentence():
    assert lix("Du kan læse planen her, når den er klar.") == 9
    assert lix("Lokalrådet har indsendt et forslag til sekretariatet.") == 7 + 100 / 7
    assert lix("Dokumentet er beskadiget") > HARDEST


def _texts() -> Iterator[tuple[str, str]]:
    root = Path(settings.BASE_DIR)
    for path in sorted((root / "templates").rglob("*.*")):
        yield str(path.relative_to(root)), _of_template(path.read_text(encoding="utf-8"))
    for room in ("councils", "plans", "samarbejde"):
        for path in sorted((root / room).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if not any(part in name for part in OPERATION):
                yield from ((name, text) for text in _of_module(path.read_text(encoding="utf-8")))


def _of_template(text: str) -> str:
    for pattern, instead in _CODE:
        text = re.sub(pattern, instead, text, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", "", _BLOCK.sub("\n\n", text))


def of_letter(text: str) -> Iterator[str]:
    """Its sentences, with »X« for what the demo's people have filled in."""
    yield from sentences_of(re.sub(_FILLED_IN, "X", text))


def _of_module(source: str) -> Iterator[str]:
    """Its strings, without docstrings; what an f-string fills in is »X«."""
    tree = ast.parse(source)
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            yield "".join(part.value if isinstance(part, ast.Constant) else " X " for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield re.sub(_LETTER_FIELD, " X ", node.value)


def sentences_of(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        plain = " ".join(sentence.split())
        is_pattern = "(?:" in plain or "\\" in plain
        if not is_pattern and len(re.findall(r"\w+", plain)) >= FEWEST_WORDS and _DANISH.search(plain):
            yield plain
